"""What a generated receivables file is made of, and what must be read from it."""

from dataclasses import dataclass
from datetime import date

MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]  # fmt: skip
NAMES = [
    "Ромашка ООО",
    'ООО "Торговый  дом «Меридиан»"',
    "ИП Ковалёва Е. С.",
    'АО "Двор"',
    "Магазин № 7 (ИП Гусейнов)",
    "Кафе «Мельница»",
    "ТСЖ Юбилейное",
    "Пак & Ко ООО",
    "Дом хлеба\u00a0АО",
]
BAD = [
    "1 2О5,00",
    "н/д",
    "12,3,4",
    "см. акт",
    "#REF!",
    "1 25 0,00",
    "100 USD",
    "12.05.2026",
    "уточнить",
]
DOCUMENTS = [
    "Реализация",
    "Реализация товаров и услуг ТД00-",
    "Поступление на расчетный счет",
    "Корректировка долга",
    "Накладная №",
]
FORMATS = ["xlsx", "xlsx", "xls", "csv", "html"]
LAYOUTS = ["documents", "documents", "ageing", "statement", "turnover62", "debtors"]
NUMBER_STYLES = ["float", "space", "nbsp", "thin", "narrow", "plain", "point", "english", "german", "ruble", "quoted", "dashed", "words"]  # fmt: skip
DATE_STYLES = ["typed", "dots", "short", "iso", "words", "stamp", "serial", "slashed", "hyphened"]
DIRT = ["bad cells", "repeated heading", "blank rows", "asides", "signature", "thousands", "line break"]


@dataclass
class Truth:
    """One leaf: sums in kopecks, signed; None = its cell is unreadable."""

    client: str
    contract: str | None
    document: str | None
    day: date
    due: date | None
    balance: int | None
    overdue: int
    bad: bool = False


@dataclass
class Case:
    name: str
    data: bytes
    truths: list[Truth]
    bad_cells: set[str]
    kind: str
    level: str
    as_of: date
    has_overdue: bool
    has_due: bool
    total: int | None
    """Net total that the file prints, None without a total row."""
    traits: frozenset[str]
    """Format, layout, styles and dirt that the file has."""


def clean(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())
