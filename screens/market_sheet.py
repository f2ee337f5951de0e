"""The market of the week on one screen: competitor by competitor, what changed, who noted it."""

from domain.competitors import SheetLine
from domain.market_week import MarketWeek, RivalWeek
from screens import format as written
from screens.callbacks.competitors import OpenMarket
from screens.callbacks.market_sheet import MarketWeekFile
from screens.screen import Screen, clipped, tap
from screens.words import Words

RIVALS, LINES = 8, 4


def week(words: Words, view: MarketWeek) -> Screen:
    notes = (tap(words.plain("btn-market"), OpenMarket()),)
    if not view.rivals:
        return Screen(words("msg-market-week-none", silent=", ".join(view.silent) or "none"), (notes,))
    lines = [words("msg-market-week", count=view.notes, rivals=len(view.rivals))]
    for rival in view.rivals[:RIVALS]:
        lines += ["", _head(words, rival), *(_line(words, one) for one in rival.lines[:LINES])]
        if len(rival.lines) > LINES:
            lines.append(words("market-week-more", count=len(rival.lines) - LINES))
    if view.silent:
        lines += ["", words("market-week-silent", names=", ".join(view.silent))]
    sources = ", ".join(
        words.plain("market-week-source", name=name, count=count) for name, count in view.sources
    )
    lines += ["", words("market-week-sources", names=sources)]
    file = tap(words.plain("btn-market-week-file"), MarketWeekFile())
    return Screen(clipped("\n".join(lines)), ((file, *notes),))


def _head(words: Words, rival: RivalWeek) -> str:
    return words(
        "market-week-rival",
        name=rival.name,
        count=rival.notes,
        cheaper=rival.cheaper,
        new="yes" if rival.is_new else "no",
        who=", ".join(rival.noted_by),
    )


def _line(words: Words, line: SheetLine) -> str:
    """«Гречка: 68 ₽, у нас 90 ₽ (−24 %), было 70 ₽»."""
    price = written.money(words, line.price) if line.price is not None else "none"
    return words(
        "market-week-line",
        product=line.product or "none",
        price=price,
        ours=written.money(words, line.ours) if line.price is not None and line.ours else "none",
        difference=_signed(line.difference or 0),
        before=written.money(words, line.before)
        if line.before not in {None, line.price} and line.before is not None
        else "none",
        change=_signed_text(words, line),
    )


def _signed(number: int) -> str:
    return f"−{-number}" if number < 0 else f"+{number}" if number else "0"


def _signed_text(words: Words, line: SheetLine) -> str:
    if line.change is None:
        return "none"
    return ("−" if line.change < 0 else "+") + written.quantity(words, abs(line.change))


def file_caption(words: Words) -> Screen:
    return Screen(words("msg-market-week-file"))
