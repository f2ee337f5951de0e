"""What became of orders, from a plain table: order, number in the accounting system, status, and by goods what stands and what left."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from domain.order_documents import ToldLine, ToldOrder
from domain.orders import OrderStatus
from exchange.errors import TableNotFoundError
from exchange.headers import Column
from exchange.reading import Reading, Record, Table, open_table
from exchange.sheet import Sheet
from exchange.values import clean_text

REQUIRED: Final = (frozenset({"order"}), frozenset({"entered", "status", "shipped"}))
_TRIED = 200
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

_WHOLLY: Final = frozenset({"да", "+", "✓", "полностью", "100", "100%", "100 %", "yes", "whole", "in full"})
_PARTLY: Final = frozenset({"частично", "в части", "partly", "in part"})


def status_of(text: str) -> OrderStatus | None:
    """«Отгружен», «[F] Выполнен»; None for a word that says nothing to us."""
    return _STATUS.get(
        " ".join(_MARK.sub("", text).casefold().replace("ё", "е").split()).strip(" .!")
    ) or _STATUS.get(" ".join(_MARK.sub("", text).casefold().split()))


def _opened(sheets: Sequence[Sheet]) -> Table:
    """By its headings; else one with orders where some column, whatever it is called, holds statuses."""
    try:
        table = open_table(sheets, "statuses", REQUIRED)
    except TableNotFoundError:
        table = open_table(sheets, "statuses", REQUIRED[:1])
        if not _find_status(table):
            raise
        return table
    if not table.columns_of("status"):
        _find_status(table)
    return table


def _find_status(table: Table) -> bool:
    """The column without a role most of whose cells are words for statuses."""
    body = table.sheet.rows[table.header.last + 1 :][:_TRIED]
    for index in range(table.sheet.width):
        if index in table.roles:
            continue
        texts = [text for row in body if index < len(row) and (text := clean_text(row[index]))]
        if texts and sum(status_of(text) is not None for text in texts) * 2 > len(texts):
            known = next((column for column in table.header.columns if column.index == index), None)
            table.give_role(known or Column(index, ("",), None), "status")
            return True
    return False


def read_status_table(sheets: Sequence[Sheet], told: Table | None = None) -> Reading[ToldOrder]:
    """Rows of one order are told as one, at its first row; goods of a row belong to the order above where it names none.

    `told`: the table with its columns as a person named them. Raises `TableNotFoundError`.
    """
    table = told or _opened(sheets)
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
            record.text("status") or _left(record) or known.status,
            lines=(*known.lines, *([line] if line else [])),
        )
    return table.reading(list(found.values()))


def _left(record: Record) -> str:
    """«Отгружено: да» of a whole order is a status."""
    if record.text("code"):
        return ""
    word = record.text("shipped").casefold().strip(" .!")
    return "shipped in part" if word in _PARTLY else "shipped" if word in _WHOLLY else ""


def _line(record: Record) -> ToldLine | None:
    code = record.text("code")
    return (
        ToldLine(
            code,
            record.text("name"),
            record.quantity("quantity"),
            record.quantity("shipped"),
            row=record.number,
        )
        if code
        else None
    )


def _ident(text: str) -> str:
    """«Заказ № 17 от 23.11.2026» is 17."""
    named = re.search(r"(?:№|#|no\.?)\s*(\S+)", text, re.IGNORECASE)
    return (named[1] if named else text).strip()
