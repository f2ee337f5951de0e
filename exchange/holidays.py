"""The list of holidays as a value: the file beside this module, with what the company's settings add, replace and hide."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from domain.holidays import Holiday, HolidayBook, HolidaySettings
from domain.word_codes import WordCodes

_LIST = Path(__file__).with_name("holidays.toml")
_DAY, _WITH_DAY = "День ", "Днём "


@lru_cache(maxsize=4)
def holiday_book(settings: HolidaySettings) -> HolidayBook:
    """Read on the first call, some 20 ms; the same value ever after."""
    import tomllib

    listed = tomllib.loads(_LIST.read_text(encoding="utf-8"))
    by_code = {each["code"]: _holiday(each) for each in listed["holidays"]}
    by_code |= {each.code: each for each in settings.own}
    kept = [_declined(each) for code, each in by_code.items() if code not in settings.hidden]
    return HolidayBook.of(kept, _words(listed["industries"]), _words(listed["roles"]))


def _holiday(entry: dict[str, Any]) -> Holiday:
    lists = {field: tuple(entry.get(field, ())) for field in ("industries", "roles")}
    return Holiday(**(entry | lists))


def _declined(holiday: Holiday) -> Holiday:
    """«День строителя» becomes «Днём строителя»; a name that begins otherwise and brings no form of its own is quoted."""
    if holiday.ru_with:
        return holiday
    if holiday.ru.startswith(_DAY):
        return replace(holiday, ru_with=_WITH_DAY + holiday.ru.removeprefix(_DAY))
    return replace(holiday, ru_with=f"праздником «{holiday.ru}»")


def _words(table: dict[str, list[str]]) -> WordCodes:
    return WordCodes.of({code: tuple(words) for code, words in table.items()})
