"""The texts of greetings, as they will be sent."""

from domain.congratulations import Moment
from domain.greetings import Greeting, Occasion
from screens.words import Words


def greeting_text(language: Words, greeting: Greeting, when: Moment) -> str:
    """A text for the day on which it is read; without a name a sentence of the middle comes to its start."""
    text = language.plain(greeting.key, **greeting.args, when=when.value)
    return text[:1].upper() + text[1:]


def title_of(words: Words, kind: Occasion, years: int | None = None, holiday: str = "") -> str:
    """«8 Марта», «День строителя», «Работаем вместе 5 лет»; plain text."""
    return holiday if kind is Occasion.HOLIDAY else words.plain(f"occasion-{kind}", years=years or 0)
