"""Words of days and hours, each in all its forms, and the same words with one letter wrong."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from capture.language.morph import is_known, one_alphabet
from capture.language.numerals import word_set

SHORTEST_SLIP: Final = 5
SHORTEST_MENDED: Final = 6
TWO: Final = 2
_MOST_WORDS: Final = 20_000


def _of(*values: str) -> dict[str, int]:
    return {form: at for at, forms in enumerate(values) for form in forms.split()}


MONTHS: Final = {
    form: at + 1
    for form, at in _of(
        "янв январь января январю январе jan january",
        "фев февр февраль февраля февралю феврале feb february",
        "мар март марта марту марте mar march",
        "апр апрель апреля апрелю апреле apr april",
        "май мая маю мае may",
        "июн июнь июня июню июне jun june",
        "июл июль июля июлю июле jul july",
        "авг август августа августу августе aug august",
        "сен сент сентябрь сентября сентябрю сентябре sep sept september",
        "окт октябрь октября октябрю октябре oct october",
        "ноя нояб ноябрь ноября ноябрю ноябре nov november",
        "дек декабрь декабря декабрю декабре dec december",
    ).items()
}
WEEKDAYS: Final = _of(
    "понедельник понедельника понедельнику mon monday",
    "вторник вторника вторнику tue tues tuesday",
    "среда среду среды среде wed wednesday",
    "четверг четверга четвергу thu thur thurs thursday",
    "пятница пятницу пятницы пятнице fri friday",
    "суббота субботу субботы субботе sat saturday",
    "воскресенье воскресенья воскресенью воскресение sun sunday",
) | _of("пн пнд понед", "вт вторн", "ср", "чт чтв четв", "пт птн пятн", "сб суб субб", "вс воскр")
SHORT_WEEKDAYS: Final = word_set("пн пнд понед вт вторн ср чт чтв четв пт птн пятн сб суб субб вс воскр")
NAMED: Final = {
    "сегодня": 0, "седня": 0, "today": 0, "завтра": 1, "tomorrow": 1, "tmrw": 1, "послезавтра": 2,
    "вчера": -1, "yesterday": -1, "позавчера": -2,
}  # fmt: skip
OF_DAY: Final = {
    stem + end: ahead for stem, ahead in (("завтрашн", 1), ("сегодняшн", 0)) for end in ("ий", "его", "ему")
}

NEXT: Final = word_set(
    "следующий следующая следующую следующее следующей следующего следующему след следущий следущей следущую следущего"
    " следующем будущем будущей будущую будущего next"
)
THIS: Final = word_set(
    "этот эту это эта этом текущем этой этого этому текущей текущего текущему текущую ближайший ближайшую ближайшее ближайшего ближайшему this"
)
LAST: Final = word_set("прошлый прошлую прошлое прошлой прошлого last")

WEEK: Final = word_set("неделя недели неделе неделю недель недельку недельки недельке нед week weeks")
MONTH: Final = word_set("месяц месяца месяце месяцу месяцев месяцок month months")
QUARTER: Final = word_set("квартал квартала квартале кварталу кварталов quarter")
YEAR: Final = word_set("год года году годе лет year years")
DAY: Final = word_set("день дня дню дне дней денек деньков дн сутки суток day days")
HOUR: Final = word_set("час часа часу часов часик часика часиков часок ч hour hours")
MINUTE: Final = word_set("минута минуту минуты минут минутку минутки минуток мин minute minutes min")
# «недельки две», «минут двадцать»: before its number only a noun that agrees with one stands.
BEFORE_COUNT: Final = word_set(
    "недели недель недельки месяца месяцев года лет дня дней деньков часа часов часика часиков минут минуток"
)
WORKING: Final = word_set(
    "рабочий рабочих рабочего рабочие рабочая рабочую раб банковский банковских банковского банк working business bank"
)
END: Final = word_set("конец конца конце концу концом end")
START: Final = word_set("начало начала начале началу beginning start")
MIDDLE: Final = word_set("середина середины середине середину середине middle")
HOLIDAYS: Final = word_set(
    "праздник праздники праздников праздникам праздниками праздничных каникул каникулам holidays"
)
DAYS_OFF: Final = word_set("выходные выходных выходным выходными weekend")
MORNING_TO_NIGHT: Final = {
    "утра": "am", "утром": "am", "утречком": "am", "am": "am", "дня": "pm", "днем": "pm", "вечера": "pm", "вечером": "pm", "вечерком": "pm",
    "pm": "pm", "ночи": "night", "ночью": "night",
}  # fmt: skip

# A word that follows a number or a date and belongs to it.
OF_TIME: Final = frozenset(
    {
        *MONTHS,
        *WEEK,
        *MONTH,
        *QUARTER,
        *YEAR,
        *DAY,
        *HOUR,
        *MINUTE,
        *WORKING,
        *MORNING_TO_NIGHT,
        "числа",
        "число",
    }
)
_OTHERS: Final = word_set(
    "вечеру вечером вечерком утречком обеда обеду полдень полудня половине половину четверть четверти течение течении позднее позже раньше"
    " часикам числа выходных назад через нового январских новогодних майских"
)
EVERY: Final = frozenset(
    {
        *OF_TIME,
        *WEEKDAYS,
        *NAMED,
        *OF_DAY,
        *NEXT,
        *THIS,
        *LAST,
        *END,
        *START,
        *MIDDLE,
        *HOLIDAYS,
        *DAYS_OFF,
        *_OTHERS,
    }
)


@lru_cache(maxsize=_MOST_WORDS)
def time_word(word: str) -> str:
    """The word itself, or the word of days and hours that it misses by one letter where no other word is meant."""
    word = one_alphabet(word)
    if word in EVERY or len(word) < SHORTEST_SLIP:
        return word
    near = {
        found
        for cut in (word, *_cuts(word))
        for found in _index().get(cut, ())
        if found[0] == word[0] and _one_slip(word, found)
    }
    return min(near) if near and not is_known(word) else word


@cache
def _index() -> dict[str, list[str]]:
    """Every long word by itself and by itself less one letter: a slip of one letter meets its word there."""
    found: dict[str, list[str]] = {}
    for word in EVERY:
        if len(word) >= SHORTEST_MENDED and not word.isascii():
            for cut in (word, *_cuts(word)):
                found.setdefault(cut, []).append(word)
    return found


def _cuts(word: str) -> Iterable[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _one_slip(one: str, other: str) -> bool:
    """One letter wrong, left out, added, or two neighbours exchanged."""
    if len(one) != len(other):
        shorter, longer = sorted((one, other), key=len)
        return len(longer) - len(shorter) == 1 and shorter in _cuts(longer)
    wrong = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == TWO:
        first, second = wrong
        return second - first == 1 and one[first] == other[second] and one[second] == other[first]
    return len(wrong) == 1
