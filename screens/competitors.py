"""The market sheet: what competitors ask, against our price and against the week before."""

from collections.abc import Sequence

from domain.competitors import SheetLine
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.competitors import AskRival, MarketFile, OpenMarket
from screens.callbacks.market_sheet import OpenMarketWeek
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

COLUMNS = ("rival", "product", "seen", "price", "ours", "difference", "before")


def market(words: Words, lines: Sequence[SheetLine], *, leads: bool) -> Screen:
    """Competitor by competitor; the one most often seen first."""
    ask = tap(words.plain("btn-market-note"), AskRival())
    if not lines:
        return Screen(words("msg-market-none"), ((ask,),))
    text = [words("msg-market", count=sum(line.seen for line in lines))]
    rival = ""
    for line in lines:
        if line.rival.casefold() != rival:
            rival = line.rival.casefold()
            text += ["", words("market-rival", name=line.rival)]
        text.append(_line(words, line))
    buttons: list[Button] = [ask]
    if leads:
        buttons.append(tap(words.plain("btn-market-file"), MarketFile()))
        buttons.append(tap(words.plain("btn-market-week"), OpenMarketWeek()))
    return Screen(clipped("\n".join(text)), in_rows(buttons, 2))


def _line(words: Words, line: SheetLine) -> str:
    """«Гречка ядрица: 68 ₽ ×2, у нас 90 ₽ (−24 %), было 70 ₽»."""
    if line.price is None:
        what = words("market-named", product=line.product or "no", count=line.seen)
        return what + (_change(words, line) if line.change is not None else "")
    text = words(
        "market-price",
        product=line.product or "no",
        price=written.money(words, line.price),
        count=line.seen,
    )
    if line.ours and line.difference is not None:
        text += words(
            "market-ours", ours=written.money(words, line.ours), difference=_signed(line.difference)
        )
    if line.before is not None and line.before != line.price:
        text += words("market-before", before=written.money(words, line.before))
    return text


def _change(words: Words, line: SheetLine) -> str:
    assert line.change is not None
    sign = "−" if line.change < 0 else "+"
    return words("market-change", change=sign + written.quantity(words, abs(line.change)))


def _signed(number: int) -> str:
    return f"−{-number}" if number < 0 else f"+{number}" if number else "0"


def ask_note(words: Words, name: str = "") -> Screen:
    """`name` of the client at whom it was heard."""
    key = "ask-market-client" if name else "ask-market"
    return Screen(words(key, name=name), (leave_row(words),))


def noted(words: Words, rivals: Sequence[str], client: int | None) -> Screen:
    buttons = [tap(words.plain("btn-market-note"), AskRival()), tap(words.plain("btn-market"), OpenMarket())]
    if client is not None:
        buttons.append(tap(words.plain("btn-to-client"), OpenClient(client=client)))
    return Screen(words("msg-market-noted", names=", ".join(rivals)), (tuple(buttons),))


def file_caption(words: Words) -> Screen:
    return Screen(words("msg-market-file"))
