"""Receivables as accountants send them, read by what the tables say, not by where it stands."""

from exchange.receivables.model import Kind, Level, ReceivableRow, Receivables, Totals, money_text, to_json
from exchange.receivables.reader import read_receivables

__all__ = [
    "Kind",
    "Level",
    "ReceivableRow",
    "Receivables",
    "Totals",
    "money_text",
    "read_receivables",
    "to_json",
]
