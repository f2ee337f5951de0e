"""Days and hours as buttons, for every question «when»."""

from collections.abc import Callable, Iterable
from datetime import date, time

from aiogram.filters.callback_data import CallbackData

from domain.choices import DateChoice, DateChoiceKind, MomentChoice
from domain.periods import DAYS_IN_WEEK
from screens import format as written
from screens.screen import Button, in_rows, tap
from screens.words import Words

NAMED = {DateChoiceKind.TODAY, DateChoiceKind.TOMORROW, DateChoiceKind.DAY_AFTER}


def day_rows(
    words: Words, choices: Iterable[DateChoice], make: Callable[[date], CallbackData], width: int = 2
) -> tuple[tuple[Button, ...], ...]:
    """«завтра, 24.11»; the day by the client's own rhythm carries a star."""
    buttons = [tap(_label(words, choice), make(choice.day)) for choice in choices]
    return in_rows(buttons, width)


def _label(words: Words, choice: DateChoice) -> str:
    short = written.short_day(words, choice.day)
    weekday = words.plain(f"weekday-{choice.day.isoweekday()}")
    name = words.plain(f"choice-{choice.kind}") if choice.kind in NAMED else weekday
    return words.plain("choice-suggested" if choice.suggested else "choice-day", name=name, day=short)


def clock_rows(
    clocks: Iterable[time],
    make: Callable[[time], CallbackData],
    width: int = 4,
    label: Callable[[time], str] = "{:%H:%M}".format,
) -> tuple[tuple[Button, ...], ...]:
    return in_rows([tap(label(clock), make(clock)) for clock in clocks], width)


def moment_rows(
    words: Words,
    choices: Iterable[MomentChoice],
    today: date,
    make: Callable[[date, time], CallbackData],
    width: int = 2,
) -> tuple[tuple[Button, ...], ...]:
    """«через 2 часа», «завтра 10:00», «★ пн 10:00»: the day and the hour in one tap."""
    buttons = [tap(_moment_label(words, one, today), make(one.day, one.clock)) for one in choices]
    return in_rows(buttons, width)


def _moment_label(words: Words, choice: MomentChoice, today: date) -> str:
    if choice.soon:
        return words.plain("choice-in-two-hours")
    away = (choice.day - today).days
    name = words.plain(f"weekday-{choice.day.isoweekday()}")
    if away == 1:
        name = words.plain("choice-tomorrow")
    elif away >= DAYS_IN_WEEK:
        name = f"{name} {written.short_day(words, choice.day)}"
    key = "choice-moment-suggested" if choice.suggested else "choice-moment"
    return words.plain(key, name=name, clock=f"{choice.clock:%H:%M}")
