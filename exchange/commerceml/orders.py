"""Orders as CommerceML 2.10: out to the accounting system, and what it tells of them on the way back.

Names and their order: the public schema, http://v8.1c.ru/edi/edi_stnd/90/92.htm. What it has no place for (delivery, address,
contract) stands in «ЗначенияРеквизитов», as exchanges with web shops do it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Final

from domain.order_documents import DocumentLine, OrderDocument, Party, ToldLine, ToldOrder
from domain.units import Unit, find_unit
from exchange.commerceml.xml import Node, elements, leaf, root_of, tree, written
from exchange.sheet import Limits

ORDER: Final = "Заказ товара"
SHIPMENT: Final = "Отпуск товара"
DOCUMENT: Final = "Документ"
BUYER, SELLER = "Покупатель", "Продавец"
VAT: Final = "НДС"
NO_VAT: Final = "Без НДС"
CURRENCY: Final = "RUB"
DISCOUNT: Final = "Скидка"
GOODS: Final = (("ВидНоменклатуры", "Товар"), ("ТипНоменклатуры", "Товар"))
YES: Final = frozenset({"true", "1", "да", "истина", "yes"})
NO: Final = frozenset({"false", "0", "нет", "ложь", "no"})
PERSON: Final = 12
MINUTES: Final = 60
MOST_DIGITS: Final = 40
# Codes of the all-Russian classifier of units (ОКЕИ).
OKEI: Final = MappingProxyType(
    {
        Unit.PIECE: "796",
        Unit.PACK: "778",
        Unit.BOX: "812",
        Unit.ROLL: "736",
        Unit.SET: "839",
        Unit.KILOGRAM: "166",
        Unit.GRAM: "163",
        Unit.TONNE: "168",
        Unit.LITRE: "112",
        Unit.MILLILITRE: "111",
        Unit.METRE: "006",
        Unit.SQUARE_METRE: "055",
        Unit.CUBIC_METRE: "113",
    }
)
DELIVERY, FROM, TO, ADDRESS = "Дата доставки", "Время доставки с", "Время доставки по", "Адрес доставки"
CONTRACT, MANAGER, PREPAID, COMMENT = "Договор", "Менеджер", "Предоплата", "Комментарий"
NUMBER, STATUS, POSTED, DELETED = "Номер по 1С", "Статус заказа", "Проведен", "ПометкаУдаления"
SHIPPED, SHIPPED_QUANTITY, SHIPPED_ON, SHIPPED_NUMBER = (
    "Отгружен",
    "Отгружено",
    "Дата отгрузки по 1С",
    "Номер отгрузки по 1С",
)


# --- out ----------------------------------------------------------------------------------------------------------


def write_orders(documents: Iterable[OrderDocument], formed: datetime) -> bytes:
    """The file in UTF-8; `formed` is local to the company."""
    return written(root_of(f"{formed:%Y-%m-%dT%H:%M:%S}", *map(_document, documents)))


def _document(order: OrderDocument) -> Node:
    return tree(
        "Документ",
        leaf("Ид", order.ident),
        leaf("Номер", order.number),
        leaf("Дата", order.day.isoformat()),
        leaf("ХозОперация", ORDER),
        leaf("Роль", SELLER),
        leaf("Валюта", CURRENCY),
        leaf("Курс", 1),
        leaf("Сумма", rubles(order.total)),
        tree(
            "Контрагенты",
            *([_party(order.seller, SELLER)] if order.seller else []),
            _party(order.buyer, BUYER),
        ),
        leaf("Время", f"{order.at:%H:%M:%S}"),
        leaf("Комментарий", order.comment) if order.comment else None,
        tree("Налоги", *(_tax(rate, sum_, on_top=order.on_top) for rate, sum_ in order.vats))
        if order.vats
        else None,
        tree("Товары", *(_line(line, on_top=order.on_top) for line in order.lines)) if order.lines else None,
        _facts(_facts_of(order)),
    )


def _party(party: Party, role: str) -> Node:
    person = len(party.tax_number) == PERSON
    full = leaf("ПолноеНаименование" if person else "ОфициальноеНаименование", party.legal_name) if party.legal_name else None  # fmt: skip
    return tree(
        "Контрагент",
        leaf("Ид", party.ident) if party.ident else None,
        leaf("Наименование", party.name),
        None if person else full,
        leaf("ИНН", party.tax_number) if party.tax_number else None,
        leaf("КПП", party.reason_code) if party.reason_code else None,
        full if person else None,
        tree("Адрес", leaf("Представление", party.address)) if party.address else None,
        leaf("Роль", role),
    )


def _line(line: DocumentLine, *, on_top: bool) -> Node:
    unit = find_unit(line.unit)
    code = OKEI.get(unit) if unit else None
    rate = NO_VAT if line.vat_rate is None else line.vat_rate
    facts = [*GOODS, *([(COMMENT, line.comment)] if line.comment else [])]
    return tree(
        "Товар",
        leaf("Ид", line.ident),
        leaf("Артикул", line.code),
        leaf("Наименование", line.name),
        leaf("БазоваяЕдиница", line.unit, **({"Код": code} if code else {})),
        tree("СтавкиНалогов", tree("СтавкаНалога", leaf("Наименование", VAT), leaf("Ставка", rate))),
        _facts(facts),
        None if line.price is None else leaf("ЦенаЗаЕдиницу", rubles(line.price)),
        leaf("Количество", line.quantity),
        leaf("Сумма", rubles(line.amount)),
        leaf("Единица", line.unit),
        leaf("Коэффициент", 1),
        None if line.vat_rate is None else tree("Налоги", _tax(line.vat_rate, line.vat, on_top=on_top)),
        _discount(line) if line.discount else None,
    )


def _tax(rate: int, sum_: int, *, on_top: bool) -> Node:
    return tree(
        "Налог",
        leaf("Наименование", VAT),
        leaf("УчтеноВСумме", _flag(not on_top)),
        leaf("Сумма", rubles(sum_)),
        leaf("Ставка", rate),
    )


def _discount(line: DocumentLine) -> Node:
    """The price is before it, the sum of the line after it: «УчтеноВСумме»."""
    return tree(
        "Скидки",
        tree(
            "Скидка",
            leaf("Наименование", DISCOUNT),
            leaf("Сумма", rubles(line.off)),
            leaf("Процент", line.discount),
            leaf("УчтеноВСумме", _flag(True)),
        ),
    )


def _facts_of(order: OrderDocument) -> list[tuple[str, str]]:
    start, end = (_clock(minutes) for minutes in order.window) if order.window else ("", "")
    facts = (
        (DELIVERY, order.delivery.isoformat() if order.delivery else ""),
        (FROM, start),
        (TO, end),
        (ADDRESS, order.address),
        (CONTRACT, order.contract),
        (MANAGER, order.manager),
        (PREPAID, _flag(True) if order.prepaid else ""),
        (NUMBER, order.entered_number),
    )
    return [(name, value) for name, value in facts if value]


def _facts(facts: Sequence[tuple[str, str]]) -> Node | None:
    if not facts:
        return None
    made = (
        tree("ЗначениеРеквизита", leaf("Наименование", name), leaf("Значение", value))
        for name, value in facts
    )
    return tree("ЗначенияРеквизитов", *made)


def rubles(kopecks: int) -> str:
    """Money as the exchange writes it: «1234.50»."""
    whole, part = divmod(abs(kopecks), 100)
    return f"{'-' if kopecks < 0 else ''}{whole}.{part:02}"


def _flag(value: bool) -> str:
    return "true" if value else "false"


def _clock(minutes: int) -> str:
    return f"{minutes // MINUTES:02}:{minutes % MINUTES:02}"


# --- in: the same documents again ---------------------------------------------------------------------------------


def read_orders(data: bytes, limits: Limits | None = None) -> list[OrderDocument]:
    """What `write_orders` has written, to the last sign. Raises a `FileRefusedError`, `ValueError` where a day is missing."""
    return [
        _read_document(node)
        for node in elements(data, {"Документ"}, limits)
        if node.get("ХозОперация") == ORDER
    ]


def _read_document(node: Node) -> OrderDocument:
    facts = facts_of(node)
    parties = {one.get("Роль"): _read_party(one) for one in node.all("Контрагенты", "Контрагент")}
    taxes = [tax.get("УчтеноВСумме") for tax in node.all("Налоги", "Налог")]
    window = (_minutes(facts[FROM]), _minutes(facts[TO])) if FROM in facts and TO in facts else None
    return OrderDocument(
        ident=node.exact("Ид"),
        number=node.exact("Номер"),
        day=date.fromisoformat(node.get("Дата")),
        at=time.fromisoformat(node.get("Время") or "00:00:00"),
        buyer=parties.get(BUYER, Party()),
        total=kopecks_of(node.get("Сумма")) or 0,
        lines=tuple(_read_line(line) for line in node.all("Товары", "Товар")),
        seller=parties.get(SELLER),
        on_top="false" in taxes,
        delivery=date.fromisoformat(facts[DELIVERY]) if DELIVERY in facts else None,
        window=window,
        address=facts.get(ADDRESS, ""),
        contract=facts.get(CONTRACT, ""),
        manager=facts.get(MANAGER, ""),
        comment=node.exact("Комментарий"),
        prepaid=PREPAID in facts,
        entered_number=facts.get(NUMBER, ""),
    )


def _read_party(node: Node) -> Party:
    return Party(
        ident=node.exact("Ид"),
        name=node.exact("Наименование"),
        legal_name=node.exact("ОфициальноеНаименование") or node.exact("ПолноеНаименование"),
        tax_number=node.exact("ИНН"),
        reason_code=node.exact("КПП"),
        address=node.exact("Адрес", "Представление"),
    )


def _read_line(node: Node) -> DocumentLine:
    tax = node.find("Налоги", "Налог")
    return DocumentLine(
        ident=node.exact("Ид"),
        code=node.exact("Артикул"),
        name=node.exact("Наименование"),
        unit=node.exact("БазоваяЕдиница"),
        quantity=number_of(node.get("Количество")) or Decimal(0),
        price=kopecks_of(node.get("ЦенаЗаЕдиницу")),
        discount=number_of(node.get("Скидки", "Скидка", "Процент")) or Decimal(0),
        amount=kopecks_of(node.get("Сумма")) or 0,
        vat_rate=int(tax.get("Ставка")) if tax else None,
        vat=(kopecks_of(tax.get("Сумма")) or 0) if tax else 0,
        comment=facts_of(node).get(COMMENT, ""),
    )


def facts_of(node: Node) -> dict[str, str]:
    """«ЗначенияРеквизитов» of a document or of goods; of two of one name the first."""
    found: dict[str, str] = {}
    for one in node.all("ЗначенияРеквизитов", "ЗначениеРеквизита"):
        found.setdefault(one.get("Наименование"), one.exact("Значение"))
    return found


def number_of(text: str) -> Decimal | None:
    """«1 234,5» and «1234.500»; None for anything else, and for what no sum or amount is: «1e999999»."""
    plain = "".join(text.split()).replace(",", ".")
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) <= MOST_DIGITS else None


def kopecks_of(text: str) -> int | None:
    value = number_of(text)
    return None if value is None else int((value * 100).to_integral_value())


def _minutes(text: str) -> int:
    hours, _, minutes = text.partition(":")
    return int(hours) * MINUTES + int(minutes or 0)


# --- in: what became of them --------------------------------------------------------------------------------------


def told_of(row: int, node: Node) -> ToldOrder | None:
    """What the accounting system tells by a «Документ», the `row`-th of the file.

    Version 3 of the exchange puts an order and its shipments side by side: the shipment names the order in «Основание».
    """
    operation = node.get("ХозОперация") or node.attributes.get("ХозОперация", "")
    if operation in {ORDER, ""}:
        return _told(row, node)
    if operation == SHIPMENT and node.get("Основание"):
        lines = tuple(_told_line(line, shipment=True) for line in node.all("Товары", "Товар"))
        return ToldOrder(row, node.get("Основание"), shipped=True, lines=lines)
    return None


def _told(row: int, node: Node) -> ToldOrder:
    facts = {name.casefold(): value.strip() for name, value in facts_of(node).items()}

    def said(name: str) -> str:
        return facts.get(name.casefold(), "")

    number = said(NUMBER) or node.get("Номер1С")
    shipped = flag_of(said(SHIPPED))
    if shipped is None and (said(SHIPPED_ON) or said(SHIPPED_NUMBER)):
        shipped = True
    return ToldOrder(
        row=row,
        ident=node.get("Ид") or node.get("Номер") or node.attributes.get("Номер", ""),
        number=number,
        status=said(STATUS),
        posted=flag_of(said(POSTED)),
        shipped=shipped,
        deleted=flag_of(said(DELETED) or node.get("ПометкаУдаления")),
        lines=tuple(_told_line(line) for line in node.all("Товары", "Товар")),
        whole=True,
    )


def _told_line(node: Node, *, shipment: bool = False) -> ToldLine:
    """Quantities are of «Единица», of which «Коэффициент» base units make one."""
    each = number_of(node.get("Коэффициент")) or Decimal(1)
    quantity, gone = number_of(node.get("Количество")), number_of(facts_of(node).get(SHIPPED_QUANTITY, ""))
    if shipment:
        quantity, gone = None, quantity
    return ToldLine(
        node.get("Артикул"),
        node.get("Наименование"),
        None if quantity is None else quantity * each,
        None if gone is None else gone * each,
        node.get("Ид"),
    )


def flag_of(text: str) -> bool | None:
    """«true», «Да»; None where nothing of the kind is said."""
    word = text.strip().casefold()
    return True if word in YES else False if word in NO else None
