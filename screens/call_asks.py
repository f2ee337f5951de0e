"""What an outcome asks: the day, the hour, the reason, the sum."""

from collections.abc import Sequence
from datetime import date, time

from domain.choices import DateChoice, MomentChoice
from domain.outcomes import ClaimKind, RefusalReason
from screens import format as written
from screens.callbacks.calls import ANY_TIME, Log, LogClaim, LogPromise, LogRefusal, OpenCard, OtherDay
from screens.choices import clock_rows, day_rows, moment_rows
from screens.screen import Button, Screen, in_rows, tap
from screens.words import Words


def ask_day(words: Words, name: str, data: Log, choices: Sequence[DateChoice]) -> Screen:
    text = words(f"ask-day-{data.outcome}", name=name)
    days = day_rows(words, choices, lambda day: replace_data(data, day=day.toordinal()))
    return Screen(text, (*days, _back(words, data.client)))


def ask_moment(words: Words, name: str, data: Log, choices: Sequence[MomentChoice], today: date) -> Screen:
    """The day and the hour in one tap; «Другой день» goes the long way."""
    moments = moment_rows(
        words,
        choices,
        today,
        lambda day, clock: replace_data(data, day=day.toordinal(), clock=clock.hour * 60 + clock.minute),
    )
    other = OtherDay(client=data.client, person=data.person, seen=data.seen)
    rows = (*moments, (tap(words.plain("btn-other-day"), other),), _back(words, data.client))
    return Screen(words(f"ask-day-{data.outcome}", name=name), rows)


def ask_clock(
    words: Words, name: str, data: Log, clocks: Sequence[time], starred: time | None = None
) -> Screen:
    """`starred` is the hour at which the client usually picks up."""
    day = written.day(words, date.fromordinal(data.day))

    def label(clock: time) -> str:
        shown = f"{clock:%H:%M}"
        return words.plain("choice-clock", clock=shown) if clock == starred else shown

    rows = clock_rows(
        clocks, lambda clock: replace_data(data, clock=clock.hour * 60 + clock.minute), label=label
    )
    any_time = (tap(words.plain("btn-any-time"), replace_data(data, clock=ANY_TIME)),)
    return Screen(words("ask-clock", name=name, day=day), (*rows, any_time, _back(words, data.client)))


def replace_data(data: Log, **changes: int) -> Log:
    return data.model_copy(update=changes)


def ask_reason(words: Words, name: str, data: Log) -> Screen:
    buttons = [
        tap(
            words.plain(f"refusal-{reason}"),
            LogRefusal(client=data.client, person=data.person, reason=reason, seen=data.seen),
        )
        for reason in RefusalReason
    ]
    return Screen(words("ask-refusal", name=name), (*in_rows(buttons, 2), _back(words, data.client)))


def named_refusal(words: Words, text: str) -> RefusalReason | None:
    """The reason whose button says just this."""
    named = {words.plain(f"refusal-{reason}").casefold(): reason for reason in RefusalReason}
    return named.get(" ".join(text.split()).casefold())


def ask_claim(words: Words, name: str, data: Log) -> Screen:
    buttons = [
        tap(
            words.plain(f"claim-{kind}"),
            LogClaim(client=data.client, person=data.person, kind=kind, seen=data.seen),
        )
        for kind in ClaimKind
    ]
    return Screen(words("ask-claim", name=name), (*in_rows(buttons, 2), _back(words, data.client)))


def ask_sum(words: Words, name: str, data: Log, overdue: int, debt: int) -> Screen:
    sums = list(dict.fromkeys(one for one in (overdue, debt, overdue // 2 // 100 * 100) if one > 0))
    buttons = [
        tap(
            written.money(words, one),
            LogPromise(client=data.client, person=data.person, seen=data.seen, amount=one),
        )
        for one in sums
    ]
    buttons.append(
        tap(
            words.plain("btn-sum-unsaid"),
            LogPromise(client=data.client, person=data.person, seen=data.seen, amount=0),
        )
    )
    return Screen(words("ask-promise-sum", name=name), (*in_rows(buttons, 2), _back(words, data.client)))


def ask_promise_day(words: Words, name: str, data: LogPromise, choices: Sequence[DateChoice]) -> Screen:
    said = written.money(words, data.amount) if data.amount else ""
    days = day_rows(words, choices, lambda day: data.model_copy(update={"day": day.toordinal()}))
    key = "ask-promise-day-sum" if said else "ask-promise-day"
    return Screen(words(key, name=name, sum=said), (*days, _back(words, data.client)))


def _back(words: Words, client: int) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenCard(client=client)),)
