"""The day's list, its reasons and norms in words, the offers to be sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Any

from domain.celebrations import kind_of
from domain.greetings import Occasion
from domain.norms import NormSettings
from domain.outcomes import FollowUp
from domain.reasons import ReasonKind
from screens import format as written
from screens.callbacks.calls import NextCard, OfferSent, OffersToSend, OpenCard, StartCalls, WholeList
from screens.callbacks.next_steps import OpenNextSteps
from screens.callbacks.plan import OpenPlan
from screens.errand_views import ErrandNews
from screens.errands import morning, morning_row
from screens.greetings import title_of
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

SHOWN = 12
NAMED = 2


@dataclass(frozen=True, slots=True)
class Norm:
    """What is done of the day's norm."""

    calls: int
    reached: int
    phone_offers: int
    email_offers: int
    settings: NormSettings


@dataclass(frozen=True, slots=True)
class ListRow:
    """A line of the list: `reasons` are stored facts, `at` a local moment promised.

    `also` are the names of the other clients for whom the same number answers. `since` is the day from which the line lies
    unworked, `age` the working days of that; 0 for one that is new today.
    """

    client: int
    name: str
    reasons: Sequence[Mapping[str, Any]]
    done: bool
    at: datetime | None = None
    also: Sequence[str] = ()
    since: date | None = None
    age: int = 0


@dataclass(frozen=True, slots=True)
class DayList:
    """The day's list of a manager. `later`: (client id, name, local moment) still to come today.

    `without_next` are the clients with nothing agreed and no place in today's list.
    """

    today: date
    rows: Sequence[ListRow]
    norm: Norm
    offers: int = 0
    later: Sequence[tuple[int, str, datetime]] = ()
    without_next: int = 0
    errands: ErrandNews | None = None

    @property
    def left(self) -> int:
        return sum(not row.done for row in self.rows)


def reason(words: Words, stored: Mapping[str, Any], today: date) -> str:
    """«просрочка 12 дн., 340 т.р.»: a stored reason in words."""
    if stored["kind"] == ReasonKind.OCCASION and stored.get("code"):
        return _occasion(words, stored, today)
    facts: dict[str, str | int] = {"days": 0, "late": int(stored.get("days_late") or 0)}
    for name, value in stored.items():
        if name == "amount":
            facts["sum"] = written.thousands(words, int(value))
        elif name in {"day", "last"} and value:
            facts[name] = written.day(words, date.fromisoformat(value), today)
        elif name == "on":
            facts[name] = written.short_day(words, date.fromisoformat(value))
        elif name == "name":
            facts[name] = str(value)
        elif name in {"days", "norm", "gap"}:
            facts[name] = -1 if value is None else round(value)
    said = words(f"reason-{stored['kind']}", **facts)
    at = datetime.fromisoformat(stored["at"]) if stored.get("at") else None
    return words("reason-at", reason=said, clock=written.hour(at)) if at and at.date() == today else said


def _occasion(words: Words, stored: Mapping[str, Any], today: date) -> str:
    """«день рождения Смирновой», «День строителя: вс, 9 августа», «вместе 5 лет»."""
    kind, day = kind_of(stored["code"]), date.fromisoformat(stored["day"])
    holiday = stored.get("holiday") if words.language == "ru" else stored.get("holiday_en")
    if kind is Occasion.BIRTHDAY:
        what = words.plain(
            "reason-birthday", name=stored.get("whose" if words.language == "ru" else "who", "none")
        )
    elif kind in {Occasion.TOGETHER, Occasion.FOUNDED}:
        what = words.plain(f"reason-{kind}", years=stored.get("years", 0))
    else:
        what = title_of(words, kind, holiday=holiday or "")
    if day == today:
        return escape(what, quote=False)
    return words("reason-on-day", what=what, day=written.day(words, day, today))


def reasons(words: Words, stored: Sequence[Mapping[str, Any]], today: date) -> str:
    return " · ".join(reason(words, one, today) for one in stored)


def norm_line(words: Words, norm: Norm) -> str:
    return words(
        "norm-line",
        calls=norm.calls,
        call_norm=norm.settings.calls,
        reached=norm.reached,
        offers=norm.email_offers,
        offer_norm=norm.settings.email_offers,
        phone_offers=norm.phone_offers,
        phone_norm=norm.settings.phone_offers,
    )


def day_list(words: Words, day: DayList, *, late: bool = False, whole: bool = False) -> Screen:
    """The list as it is pushed and as `/calls` shows it: the state first, then who and why."""
    if not day.rows:
        empty = "\n".join([words("msg-calls-empty"), *_errands(words, day)])
        return Screen(empty, _list_rows(words, day, whole=True))
    head = [words("msg-calls-late")] if late else []
    head.append(words("msg-calls", day=written.day(words, day.today), total=len(day.rows), left=day.left))
    head.append(norm_line(words, day.norm))
    head += _errands(words, day)
    waiting = [row for row in day.rows if not row.done]
    shown = waiting if whole else waiting[:SHOWN]
    lines = [_list_line(words, number, row, day.today) for number, row in enumerate(shown, 1)]
    if len(waiting) > len(shown):
        lines.append(words("calls-more", count=len(waiting) - len(shown)))
    if not waiting:
        lines.append(words("calls-all-done"))
    if day.without_next:
        lines += ["", words("calls-no-next", count=day.without_next)]
    return Screen(clipped("\n".join([*head, "", *lines])), _list_rows(words, day, whole=whole))


def _errands(words: Words, day: DayList) -> list[str]:
    return [morning(words, day.errands, day.today)] if day.errands is not None else []


def _list_line(words: Words, number: int, row: ListRow, today: date) -> str:
    at = f"{written.hour(row.at)} " if row.at else ""
    name = f"<b>{escape(row.name, quote=False)}</b>{_also(words, row.also)}"
    said = " · ".join([*(reason(words, one, today) for one in row.reasons), *_age(words, row)])
    return f"{number}. {at}{name} — {said}" if said else f"{number}. {at}{name}"


def _also(words: Words, names: Sequence[str]) -> str:
    """« (+2: Луч, Вектор)»: the first of them by name, all of them by number."""
    if not names:
        return ""
    shown = ", ".join(names[:NAMED])
    return " " + words("calls-also", count=len(names), names=shown if len(names) <= NAMED else f"{shown}…")


def _age(words: Words, row: ListRow) -> list[str]:
    if not row.age or row.since is None:
        return []
    weekday = words.plain(f"weekday-{row.since.isoweekday()}")
    return [words("reason-carried", days=row.age, number=row.age + 1, weekday=weekday)]


def _list_rows(words: Words, day: DayList, *, whole: bool) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if day.left or day.later:
        rows.append((tap(words.plain("btn-start-calls"), NextCard()),))
    if not whole and day.left > SHOWN:
        rows.append((tap(words.plain("btn-whole-list"), WholeList()),))
    if day.offers:
        rows.append((tap(words.plain("btn-offers", count=day.offers), OffersToSend()),))
    if day.errands is not None:
        rows.append(morning_row(words, day.errands))
    if day.without_next:
        rows.append((tap(words.plain("btn-next-steps", count=day.without_next), OpenNextSteps()),))
    return tuple(rows)


def nothing_now(words: Words, day: DayList, *, before: str = "") -> Screen:
    """The list is worked through; what was promised for later today is said."""
    lines = [*([before, ""] if before else []), words("msg-calls-done"), norm_line(words, day.norm)]
    if day.later:
        lines += ["", words("calls-later")]
        lines += [words("calls-later-line", name=name, clock=written.hour(at)) for _, name, at in day.later]
    rows = [(tap(name, OpenCard(client=client)),) for client, name, _ in day.later]
    if day.offers:
        rows.append((tap(words.plain("btn-offers", count=day.offers), OffersToSend()),))
    rows.append((tap(words.plain("btn-to-plan"), OpenPlan()),))
    return Screen("\n".join(lines), tuple(rows))


def offers(words: Words, waiting: Sequence[tuple[int, str]]) -> Screen:
    rows = tuple(
        (tap(words.plain("btn-sent-to", name=name), OfferSent(client=client)),) for client, name in waiting
    )
    back = (tap(words.plain("btn-to-list"), StartCalls()),)
    return Screen(words("msg-offers", count=len(waiting)), (*rows, back))


def offer_sent(words: Words, name: str, follow: FollowUp, today: date) -> str:
    assert follow.day is not None
    return words.plain("ack-offer-sent", name=name, day=written.day(words, follow.day, today))
