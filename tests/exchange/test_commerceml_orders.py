"""Orders as CommerceML: the same order comes back, under the names of the public schema."""

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.order_documents import DocumentLine, OrderDocument, Party, ToldLine, ToldOrder
from exchange.commerceml.orders import read_orders, told_of, write_orders
from exchange.commerceml.xml import NAMESPACE, ROOT, VERSION, cleaned, elements

FORMED = datetime(2026, 11, 23, 18, 30)  # noqa: DTZ001 - local to the company
SCHEMA: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "commerceml_schema.yaml").read_text(encoding="utf-8")
)

texts = st.text(max_size=40).map(cleaned)
odd = st.sampled_from(
    ["&amp;", "]]>", "<b>", '"«»', "\r\n", "\t", "a\rb", " края ", "\u2028", "😀", "'", "&#13;", "--"]
)
said = st.one_of(texts, odd, st.builds(str.__add__, texts, odd))
named = said.filter(bool)
kopecks = st.integers(0, 10**12)
percents = st.decimals(0, 100, places=2)
quantities = st.decimals("0.001", 10**6, places=3)
rates = st.one_of(st.none(), st.sampled_from([0, 5, 7, 10, 20, 22]))
parties = st.builds(Party, said, said, said, said, said, said)


@st.composite
def lines(draw: st.DrawFn) -> DocumentLine:
    rate = draw(rates)
    return DocumentLine(
        ident=draw(named),
        code=draw(said),
        name=draw(said),
        unit=draw(st.one_of(st.sampled_from(["шт", "кор", "кг", "м²"]), said)),
        quantity=draw(quantities),
        price=draw(st.one_of(st.none(), kopecks)),
        discount=draw(percents),
        amount=draw(kopecks),
        vat_rate=rate,
        vat=0 if rate is None else draw(kopecks),
        comment=draw(said),
    )


@st.composite
def orders(draw: st.DrawFn) -> OrderDocument:
    found = tuple(draw(st.lists(lines(), max_size=4)))
    start = draw(st.integers(0, 1438))
    return OrderDocument(
        ident=draw(named),
        number=draw(named),
        day=draw(st.dates(date(2000, 1, 1), date(2100, 1, 1))),
        at=draw(st.times()).replace(microsecond=0, tzinfo=None),
        buyer=draw(parties),
        total=draw(kopecks),
        lines=found,
        seller=draw(st.one_of(st.none(), parties)),
        on_top=draw(st.booleans()) if any(line.vat_rate is not None for line in found) else False,
        delivery=draw(st.one_of(st.none(), st.dates())),
        window=draw(st.one_of(st.none(), st.tuples(st.just(start), st.integers(start + 1, 1439)))),
        address=draw(said),
        contract=draw(said),
        manager=draw(said),
        comment=draw(said),
        prepaid=draw(st.booleans()),
        entered_number=draw(said),
    )


@given(st.lists(orders(), max_size=3))
@settings(deadline=None)
def test_what_goes_out_comes_back(found: list[OrderDocument]) -> None:
    assert read_orders(write_orders(found, FORMED)) == found


@given(orders())
@settings(deadline=None, max_examples=40)
def test_names_are_those_of_the_schema(order: OrderDocument) -> None:
    """Read by another parser than ours: each element is one that its parent may have, and in that order."""
    root = ET.fromstring(write_orders([order], FORMED))
    assert root.tag == f"{{{NAMESPACE}}}{ROOT}"
    assert root.attrib == {"ВерсияСхемы": VERSION, "ДатаФормирования": "2026-11-23T18:30:00"}
    for element in root.iter():
        children = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in element]
        allowed = SCHEMA.get(element.tag.removeprefix(f"{{{NAMESPACE}}}"), [])
        places = [name.rstrip("!") for name in allowed]
        assert [places.index(name) for name in children] == sorted(places.index(name) for name in children)
        assert not allowed or {name[:-1] for name in allowed if name.endswith("!")} <= set(children)


ORDER = OrderDocument(
    "17",
    "17",
    date(2026, 11, 23),
    time(10, 5),
    Party("c-1", "Ромашка", "ООО «Ромашка»", "7715987654", "771501001", "Москва, ул. Лесная, 5"),
    2_850_00,
    (DocumentLine("p-1", "A-1", "Масло 82,5", "шт", Decimal(20), 150_00, Decimal(5), 2_850_00, 10, 259_09),),
)


def test_a_discount_is_told_apart_from_the_price() -> None:
    """What accounting systems count on: the price before the discount, the sum after it, the tax inside of the sum."""
    root = ET.fromstring(write_orders([ORDER], FORMED))
    space = {"c": NAMESPACE}

    def said(path: str) -> str | None:
        return root.findtext(f"c:Документ/c:Товары/c:Товар/{path}", namespaces=space)

    assert (said("c:ЦенаЗаЕдиницу"), said("c:Количество"), said("c:Сумма")) == ("150.00", "20", "2850.00")
    assert (said("c:Скидки/c:Скидка/c:Сумма"), said("c:Скидки/c:Скидка/c:Процент")) == ("150.00", "5")
    assert (said("c:Налоги/c:Налог/c:Сумма"), said("c:Налоги/c:Налог/c:УчтеноВСумме")) == ("259.09", "true")
    unit = root.find("c:Документ/c:Товары/c:Товар/c:БазоваяЕдиница", space)
    assert unit is not None
    assert (unit.text, unit.attrib) == ("шт", {"Код": "796"})


BACK = """<?xml version="1.0" encoding="{encoding}"?>
<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_210" ВерсияСхемы="2.10">
 <Документ>
  <Ид>17</Ид><Номер>ЦБ-1203</Номер><ХозОперация>Заказ товара</ХозОперация>
  <Товары><Товар><Ид>p-1</Ид><Артикул>A-1</Артикул><Наименование>Масло</Наименование><Количество>1 12,000</Количество></Товар></Товары>
  <ЗначенияРеквизитов>
   <ЗначениеРеквизита><Наименование>Номер по 1С</Наименование><Значение> ЦБ-1203 </Значение></ЗначениеРеквизита>
   <ЗначениеРеквизита><Наименование>Проведен</Наименование><Значение>true</Значение></ЗначениеРеквизита>
   <ЗначениеРеквизита><Наименование>Статус заказа</Наименование><Значение>Отгружен</Значение></ЗначениеРеквизита>
   <ЗначениеРеквизита><Наименование>Дата отгрузки по 1С</Наименование><Значение>2026-11-24</Значение></ЗначениеРеквизита>
  </ЗначенияРеквизитов>
 </Документ>
 <Контейнер>
  <Документ><Ид>s-1</Ид><ХозОперация>Отпуск товара</ХозОперация><Основание>18</Основание>
   <Товары><Товар><Ид>p-2</Ид><Количество>3</Количество><Коэффициент>2</Коэффициент></Товар></Товары></Документ>
 </Контейнер>
 <Документ><Ид>x</Ид><ХозОперация>Выплата безналичных денег</ХозОперация></Документ>
</КоммерческаяИнформация>"""


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
def test_what_became_of_an_order_is_read_in_any_encoding(encoding: str) -> None:
    data = BACK.format(encoding=encoding).encode(encoding)
    found = [told_of(row, node) for row, node in enumerate(elements(data, {"Документ"}), 1)]
    told = [one for one in found if one is not None]
    assert told[0] == ToldOrder(
        1,
        "17",
        "ЦБ-1203",
        "Отгружен",
        posted=True,
        shipped=True,
        lines=(ToldLine("A-1", "Масло", Decimal(112), ident="p-1"),),
        whole=True,
    )
    assert told[1] == ToldOrder(2, "18", shipped=True, lines=(ToldLine("", shipped=Decimal(6), ident="p-2"),))
    assert len(told) == 2


@pytest.mark.parametrize("text", ["1e999999", "-1e-999999", "Infinity", "sNaN", "две"])
def test_what_no_amount_is_does_not_stop_a_file(text: str) -> None:
    line = f"<Товар><Артикул>A-1</Артикул><Количество>{text}</Количество><Коэффициент>{text}</Коэффициент></Товар>"
    data = f"<КоммерческаяИнформация><Документ><Ид>1</Ид><Товары>{line}</Товары></Документ></КоммерческаяИнформация>"
    (node,) = elements(data.encode(), {"Документ"})
    assert told_of(1, node) == ToldOrder(1, "1", lines=(ToldLine("A-1"),), whole=True)
