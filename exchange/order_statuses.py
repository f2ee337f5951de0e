"""What became of orders, from a plain table: order, number in the accounting system, status, and by goods what stands and what left."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from domain.order_documents import ToldLine, ToldOrder
from domain.orders import OrderStatus
from exchange.reading import Reading, Record, open_table
from exchange.sheet import Sheet

REQUIRED: Final = (frozenset({"order"}), frozenset({"entered", "status", "shipped"}))
_MARK = re.compile(r"^\s*\[[^\]]{0,10}\]\s*")
_BY_WORD: Final[Mapping[OrderStatus, str]] = MappingProxyType(
    {
        OrderStatus.ENTERED: (
            "введен|принят|принят в работу|в работе|в обработке|подтвержден|согласован|проведен|"
            "к выполнению|к обеспечению|в резерве|entered|accepted|confirmed|in progress"
        ),
        OrderStatus.PICKED: "собран|скомплектован|готов|готов к отгрузке|к отгрузке|picked|ready|ready to ship",
        OrderStatus.SHIPPED_PART: (
            "отгружен частично|частично отгружен|отгружен не полностью|shipped in part|partly shipped|partially shipped"
        ),
        OrderStatus.SHIPPED: "отгружен|отгружен полностью|отправлен|передан в доставку|в доставке|shipped|sent",
        OrderStatus.CLOSED: "закрыт|выполнен|завершен|доставлен|исполнен|closed|done|completed|delivered",
        OrderStatus.REFUSED: "отказ|отказан|отменен|отмена|аннулирован|refused|cancelled|canceled",
    }
)
_STATUS: Final[Mapping[str, OrderStatus]] = MappingProxyType(
    {word: status for status, words in _BY_WORD.items() for word in words.split("|")}
)


def status_of(text: str) -> OrderStatus | None:
    """«Отгружен», «[F] Выполнен»; None for a word that says nothing to us."""
    return _STATUS.get(
        " ".join(_MARK.sub("", text).casefold().replace("ё", "е").split()).strip(" .!")
    ) or _STATUS.get(" ".join(_MARK.sub("", text).casefold().split()))


def read_status_table(sheets: Sequence[Sheet]) -> Reading[ToldOrder]:
    """Rows of one order are told as one, at its first row; goods of a row belong to the order above where it names none.

    Raises `TableNotFoundError`.
    """
    table = open_table(sheets, "statuses", REQUIRED)
    found: dict[str, ToldOrder] = {}
    last = ""
    for record in table.records():
        ident = _ident(record.text("order")) or last
        if not ident:
            record.missing("no_order", "order")
            continue
        last = ident
        known = found.get(ident) or ToldOrder(record.number, ident)
        line = _line(record)
        found[ident] = ToldOrder(
            known.row,
            ident,
            known.number or record.text("entered"),
            record.text("status") or known.status,
            lines=(*known.lines, *([line] if line else [])),
        )
    return table.reading(list(found.values()))


def _line(record: Record) -> ToldLine | None:
    code = record.text("code")
    return (
        ToldLine(code, record.text("name"), record.quantity("quantity"), record.quantity("shipped"))
        if code
        else None
    )


def _ident(text: str) -> str:
    """«Заказ № 17 от 23.11.2026» is 17."""
    named = re.search(r"(?:№|#|no\.?)\s*(\S+)", text, re.IGNORECASE)
    return (named[1] if named else text).strip()
