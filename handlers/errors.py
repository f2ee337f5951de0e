"""The one place where errors become words."""

from datetime import date, datetime
from decimal import Decimal

from domain.errors import ProzvonError
from screens import format as written
from screens.menu import refusal
from screens.words import Words
from usecases.post import Post


def in_words(words: Words, error: ProzvonError, today: date | None = None) -> str:
    """With `today`, days of another year are said with it."""
    facts = {name: _fact(words, value, today) for name, value in error.facts.items()}
    return words(f"err-{error.code}", **facts)


def _fact(words: Words, value: object, today: date | None) -> str | int:
    if isinstance(value, date):
        beside = today if today is not None and value.year != today.year else None
        if isinstance(value, datetime):
            return written.moment(words, value, beside)
        return written.day(words, value, beside)
    if isinstance(value, Decimal):
        return written.quantity(words, value)
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)


def answer(post: Post, chat: int, callback: str | None, text: str, thread: int | None = None) -> None:
    """Over the chat where a button was tapped and it is short, else as a message (in the topic `thread`); what stood there stays."""
    if callback is None:
        post.show(chat, refusal(text), thread=thread)
        return
    plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if "<" in text or len(plain) > 200:  # noqa: PLR2004 - Telegram's limit of a notice
        post.ack(chat, callback)
        post.show(chat, refusal(text), thread=thread)
    else:
        post.ack(chat, callback, plain, alert=True)
