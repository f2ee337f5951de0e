"""Days and hours as buttons, for every question «when»."""

from collections.abc import Callable, Iterable
from datetime import date, time

from aiogram.filters.callback_data import CallbackData

from domain.choices import DateChoice, DateChoiceKind
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
    clocks: Iterable[time], make: Callable[[time], CallbackData], width: int = 4
) -> tuple[tuple[Button, ...], ...]:
    return in_rows([tap(f"{clock:%H:%M}", make(clock)) for clock in clocks], width)
