"""What may be offered beside a draft: a sentence to say and a button for each."""

from collections.abc import Sequence

from screens import format as written
from screens.advice_views import AdviceList, AdviceView
from screens.callbacks.advice import AddAdvised, DeclineAdvised, OpenAdvice
from screens.callbacks.orders import OpenDraft
from screens.order_parts import amount, short, thousandths
from screens.order_views import Note
from screens.screen import Button, Screen, tap
from screens.words import Words

NAME = 40


def advice_lines(words: Words, advice: Sequence[AdviceView]) -> list[str]:
    """The best one, for the draft's card."""
    return [words("advice-best", text=sentence(words, advice[0]))] if advice else []


def advice_rows(words: Words, order: int, advice: Sequence[AdviceView]) -> list[tuple[Button, ...]]:
    return [(tap(words.plain("btn-advice", count=len(advice)), OpenAdvice(order=order)),)] if advice else []


def advice(words: Words, view: AdviceList, notes: Sequence[Note] = ()) -> Screen:
    text = [words("msg-advice", client=view.client)]
    text += [_note(words, note) for note in notes]
    text += [
        words("advice-line", number=number, text=sentence(words, one))
        for number, one in enumerate(view.advice, 1)
    ]
    rows = [_row(words, view.order, number, one) for number, one in enumerate(view.advice, 1)]
    back = tap(words.plain("btn-to-draft"), OpenDraft(order=view.order))
    return Screen("\n".join(text), (*rows, (back,)))


def sentence(words: Words, one: AdviceView) -> str:
    """«Сыр: 21 день не брал, обычно раз в 14 дней»."""
    text = words.plain(
        f"advice-{one.kind}",
        name=short(one.name, NAME),
        days=one.days,
        every=one.every,
        orders=one.orders,
        of=one.of,
        beside=short(one.beside, NAME),
        takers=one.takers,
        clients=one.clients,
    )
    if one.promotion and one.ends is not None:
        ends = written.short_day(words, one.ends)
        text += words.plain("advice-promoted", name=one.promotion, day=ends)
    if one.lacks:
        day = written.short_day(words, one.arrives) if one.arrives is not None else "none"
        text += words.plain("advice-lacks", day=day)
    return text


def _row(words: Words, order: int, number: int, one: AdviceView) -> tuple[Button, ...]:
    add = AddAdvised(order=order, product=one.product_id, amount=thousandths(one.quantity))
    decline = DeclineAdvised(order=order, product=one.product_id)
    return (
        tap(words.plain("btn-advice-add", number=number, quantity=_quantity(words, one)), add),
        tap(words.plain("btn-advice-decline", number=number), decline),
    )


def _quantity(words: Words, one: AdviceView) -> str:
    """«2 кор» where whole packs are usual, else «40 шт»."""
    for unit, size in one.packs:
        if not one.quantity % size:
            return amount(words, one.quantity / size, unit)
    return amount(words, one.quantity, one.unit)


def _note(words: Words, note: Note) -> str:
    if note.key == "note-declined":
        return words("note-declined", name=short(note.name, NAME))
    after = amount(words, note.after, note.unit) if note.after is not None else ""
    return words("note-set", name=short(note.name, NAME), before="", after=after)
