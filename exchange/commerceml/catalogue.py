"""Goods from CommerceML: import.xml (groups and goods) and offers.xml (prices and stock), one of them or all that one export has made.

Names of elements: the public schema of CommerceML 2.05–2.10. Newer exports part offers into prices.xml and rests.xml: a row then
holds what its files say, and a file that comes alone says only its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from domain.orders import round_half_up
from domain.units import Unit, unit_key
from exchange.commerceml.orders import OKEI, facts_of
from exchange.commerceml.xml import Node, elements
from exchange.goods_values import THOUSANDTH, parse_rate, weight_of
from exchange.products import LONGEST_MARK, Price, ProductRow, price_name
from exchange.reading import Reading
from exchange.sheet import Limits, Problem
from exchange.values import BadValueError, parse_decimal, parse_money

WANTED: Final = frozenset({"Группы", "Товар", "ТипЦены", "Предложение", "/"})
RUBLES: Final = frozenset({"", "rub", "rur", "руб", "руб.", "643", "810"})
REMOVED: Final = frozenset({"удален", "удалён", "удалена"})
CHANGES_ONLY: Final = "СодержитТолькоИзменения"
YES: Final = frozenset({"true", "1", "да"})
# What nearly every export writes, read at once.
_PLAIN: Final = re.compile(r"\d{1,9}(?:\.\d{1,3})?")
_RUBLES: Final = re.compile(r"\d{1,9}\.\d\d")
_BY_OKEI: Final = {int(code): unit.value for unit, code in OKEI.items()}
DEEPEST: Final = 20


@dataclass(slots=True)
class Goods:
    """What the files say of one thing to be sold, gathered by its id."""

    ident: str
    name: str = ""
    code: str = ""
    article: str = ""
    group: str = ""
    unit: str = ""
    vat_rate: int | None = None
    units: dict[str, Decimal] = field(default_factory=dict)
    barcodes: list[str] = field(default_factory=list)
    prices: dict[str, int] = field(default_factory=dict)
    stock: Decimal | None = None


@dataclass(slots=True)
class Catalogue:
    """All of the files. `removed` are ids of goods that the accounting system has marked for removal.

    `full`: they hold all goods, not just what has changed.
    """

    goods: dict[str, Goods] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    removed: dict[str, None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    full: bool = True

    @property
    def some(self) -> bool:
        return bool(self.goods or self.removed)

    def of(self, ident: str) -> Goods:
        return self.goods.setdefault(ident, Goods(ident))

    def report(self, code: str, ident: str, text: str) -> None:
        self.problems.append(Problem(code, ident[:40], text[:100]))


@dataclass(frozen=True, slots=True)
class CatalogueReading:
    """`full`: the export holds all goods, not just what has changed."""

    reading: Reading[ProductRow]
    removed: tuple[str, ...]
    full: bool


def read_catalogue(documents: Sequence[bytes], limits: Limits | None = None) -> CatalogueReading:
    """Rows in the order of the files. Raises a `FileRefusedError`."""
    read = Catalogue()
    for data in documents:
        for node in elements(data, WANTED, limits):
            take(read, node)
    return reading_of(read)


def reading_of(read: Catalogue) -> CatalogueReading:
    """What was taken, as rows; `read` is empty after it."""
    with_variants = {ident.partition("#")[0] for ident in read.goods if "#" in ident}
    rows = [
        _row(read, number, one)
        for number, one in enumerate(read.goods.values(), 1)
        if one.ident not in with_variants and one.ident not in read.removed
    ]
    read.goods = {}
    return CatalogueReading(Reading(tuple(rows), tuple(read.problems)), tuple(read.removed), read.full)


def take(read: Catalogue, node: Node) -> None:
    """One of the elements that are `WANTED`."""
    if node.tag == "Группы":
        _take_groups(read, node, 0)
    elif node.tag == "ТипЦены":
        read.columns[node.get("Ид")] = price_name(node.get("Наименование"))
    elif node.tag == "Товар":
        _take_goods(read, node)
    elif node.tag == "Предложение":
        _take_offer(read, node)
    elif node.attributes.get(CHANGES_ONLY, "").casefold() in YES:
        read.full = False


def _take_groups(read: Catalogue, node: Node, depth: int) -> None:
    """A group is named by itself: the names of those above it would not fit on a button."""
    for group in node.all("Группа"):
        read.groups[group.get("Ид")] = group.get("Наименование")
        inside = group.find("Группы")
        if inside is not None and depth < DEEPEST:
            _take_groups(read, inside, depth + 1)


def _take_goods(read: Catalogue, said: Node) -> None:
    ident = said.get("Ид")
    if not ident:
        read.report("no_name", "", said.get("Наименование"))
        return
    if _is_removed(said):
        read.removed[ident] = None
        return
    goods = read.of(ident)
    facts = {name.casefold(): value.strip() for name, value in facts_of(said).items()}
    goods.code = said.get("Код") or facts.get("код", "")
    group = said.get("Группы", "Ид")
    goods.group = read.groups.get(group, "") if group else ""
    _take_named(goods, said)
    _take_rate(read, goods, said)
    weight = _number(facts.get("вес", "") or said.get("Вес"))
    if weight is not None and weight > 0:
        unit, count = weight_of(weight, Unit.KILOGRAM)
        if count and unit != unit_key(goods.unit):
            goods.units[unit] = count


def _take_rate(read: Catalogue, goods: Goods, said: Node) -> None:
    rates = [
        tax.get("Ставка")
        for tax in said.all("СтавкиНалогов", "СтавкаНалога")
        if "ндс" in tax.get("Наименование").casefold()
    ]
    try:
        goods.vat_rate = parse_rate(rates[0]) if rates else None
    except BadValueError as error:
        read.report(error.code, goods.name or goods.ident, rates[0])


def _take_named(goods: Goods, said: Node) -> None:
    """What goods and offers have alike."""
    goods.name = said.get("Наименование") or goods.name
    goods.article = said.get("Артикул") or goods.article
    goods.code = goods.code or said.get("Код")
    if barcode := said.get("Штрихкод"):
        goods.barcodes.append(barcode)
    base = said.find("БазоваяЕдиница")
    if base is None:
        return
    goods.unit = _unit_named(base.text, base.attributes) or goods.unit
    for one in (*base.children, *said.all("Пересчет"), *said.all("Единицы", "Единица")):
        word, count = one.get("Единица") or one.get("Наименование"), _number(one.get("Коэффициент"))
        key = _unit_key(word)
        if key and count is not None and count > 0 and key != unit_key(goods.unit):
            goods.units[key] = count.quantize(THOUSANDTH)


def _unit_named(text: str, facts: Mapping[str, str]) -> str:
    """«шт»; where the element is empty, by its code of the classifier of units or its full name."""
    said = text.strip()
    if said and not said.isdigit():
        return said
    code = said or facts.get("Код", "").strip()
    full = (facts.get("НаименованиеКраткое") or facts.get("НаименованиеПолное") or "").strip()
    return full or (_BY_OKEI.get(int(code), "") if code.isdecimal() else "")


def _unit_key(word: str) -> str:
    if word.isdecimal():
        return _BY_OKEI.get(int(word), "")
    return unit_key(word)[:20]


def _take_offer(read: Catalogue, said: Node) -> None:
    ident = said.get("Ид")
    if not ident:
        return
    if _is_removed(said):
        read.removed[ident] = None
        return
    goods = read.of(ident)
    _take_named(goods, said)
    for price in said.all("Цены", "Цена"):
        _take_price(read, goods, price)
    stock = _stock_of(said)
    if stock is not None:
        goods.stock = stock


def _take_price(read: Catalogue, goods: Goods, price: Node) -> None:
    text, currency = price.get("ЦенаЗаЕдиницу"), price.get("Валюта").casefold()
    where = goods.name or goods.ident
    if currency not in RUBLES:
        read.report("foreign_currency", where, f"{text} {currency}")
        return
    try:
        kopecks = (
            int(text.replace(".", "")) if _RUBLES.fullmatch(text) else parse_money(text.replace(" ", ""))
        )
    except BadValueError as error:
        read.report(error.code, where, text)
        return
    if kopecks is None or kopecks < 0:
        return
    each = price.get("Коэффициент")
    if each not in {"", "1"} and (count := _number(each)) is not None and count > 0:
        kopecks = round_half_up(kopecks / count)
    goods.prices[read.columns.get(price.get("ИдТипаЦены"), "")] = kopecks


def _stock_of(said: Node) -> Decimal | None:
    """«Количество» of all stores, else the sum of the single ones; what is below nothing is nothing."""
    single = [said.get("Количество")]
    if not single[0]:
        single = [one.attributes.get("КоличествоНаСкладе", "") for one in said.all("Склад")]
        rests = said.find("Остатки")
        for one in rests.children if rests is not None else ():
            single.append(one.get("Склад", "Количество") or one.get("Количество"))
    found = [count for count in map(_number, single) if count is not None]
    return max(sum(found, Decimal(0)), Decimal(0)) if found else None


def _row(read: Catalogue, number: int, one: Goods) -> ProductRow:
    """A variant of goods («Ид#характеристика») is sold on its own and takes from the goods what it does not say itself."""
    base_id, _, variant = one.ident.partition("#")
    base = read.goods.get(base_id, one) if variant else one
    code = one.code or one.article or base.code or base.article
    if code and base is not one and code in {base.code, base.article}:
        code = f"{code[:41]}#{variant[:8]}"
    article = one.article or base.article
    return ProductRow(
        row=number,
        name=one.name or base.name,
        code=code,
        group=one.group or base.group,
        unit=one.unit or base.unit,
        prices=tuple(Price(column, kopecks) for column, kopecks in one.prices.items()),
        stock=one.stock,
        vat_rate=base.vat_rate if one.vat_rate is None else one.vat_rate,
        units=base.units | one.units,
        pack_size=None,
        external=one.ident[:LONGEST_MARK],
        articles=(article[:LONGEST_MARK],) if article and article != code else (),
        barcodes=tuple(dict.fromkeys(text[:LONGEST_MARK] for text in one.barcodes or base.barcodes)),
    )


def _number(text: str) -> Decimal | None:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    try:
        return parse_decimal(text) if text.strip() else None
    except BadValueError:
        return None


def _is_removed(said: Node) -> bool:
    status = said.get("Статус") or said.attributes.get("Статус", "")
    return status.strip().casefold() in REMOVED or said.get("ПометкаУдаления").casefold() in YES
