"""Price lists with units, rates, arrivals; and catalogues of CommerceML."""

import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from exchange.commerceml.catalogue import CatalogueReading, read_catalogue
from exchange.commerceml.xml import documents, is_commerceml
from exchange.errors import FileDamagedError, FileRefusedError, FileTooLargeError
from exchange.goods_values import parse_rate, parse_stock, read_units
from exchange.products import Price, ProductRow, read_products
from exchange.sheet import Limits, Sheet, Value
from exchange.tables import read_sheets
from exchange.values import BadValueError
from exchange.xlsx_out import write_table_xlsx

D = Decimal
HEADING: list[str] = [
    "Код", "Артикул", "Товар", "Ед. изм.", "В упаковке", "Доп. единицы", "Вес, г", "Розничная цена", "Оптовая цена",
    "Закупочная цена", "Остаток", "Ожидается", "В пути", "Мин. партия", "Кратность", "Ставка НДС", "Штрихкод",
]  # fmt: skip
BUTTER: list[Value] = [
    "00-1", "МС-825", "Масло 82,5 %", "шт", 20, "палл = 40 кор", 180, "150,00", 120.0, 98.5, "> 100", "01.12.2026", 400,
    20, 20, "10 %", "4607000000017",
]  # fmt: skip
TEA: list[Value] = [
    "00-2",
    "",
    "Чай",
    "шт",
    "",
    "мешок 3",
    "",
    90,
    "",
    "",
    "нет",
    "",
    "",
    "",
    "",
    "без НДС",
    "",
]


def check(row: ProductRow) -> None:
    assert (row.code, row.articles, row.barcodes) == ("00-1", ("МС-825",), ("4607000000017",))
    assert row.prices == (Price("Розничная", 150_00), Price("Оптовая", 120_00))
    assert (row.cost, row.vat_rate, row.stock) == (98_50, 10, D(100))
    assert (row.arrives_on, row.arrives_quantity) == (date(2026, 12, 1), D(400))
    assert (row.pack_size, row.min_quantity, row.multiple) == (D(20), D(20), D(20))
    assert row.units == {"kg": 1 / D("0.18"), "pallet": 800}


def test_a_price_list_with_all_there_is() -> None:
    found = read_products([Sheet("", [HEADING, BUTTER, TEA])])
    butter, tea = found.rows
    check(butter)
    assert (tea.stock, tea.vat_rate, tea.units, tea.cost) == (D(0), 0, {"bag": D(3)}, None)
    assert not found.problems
    assert not found.ignored


def test_the_same_as_xlsx_and_csv() -> None:
    rows = [[str(cell) for cell in BUTTER], [str(cell) for cell in TEA]]
    csv = "\r\n".join(";".join(row) for row in [HEADING, *rows]).encode("cp1251")
    for name, data in (("p.xlsx", write_table_xlsx(HEADING, rows)), ("p.csv", csv)):
        check(read_products(read_sheets(name, data)).rows[0])


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("кор = 20 шт", {"box": 20}),
        ("кор=20; палл = 40 кор", {"box": 20, "pallet": 800}),
        ("кор. (20 шт), палл. (800 шт)", {"box": 20, "pallet": 800}),
        ("вес 0,25 кг", {"kg": 4}),
        ("Вес нетто: 250 г\nкор 20", {"kg": 4, "box": 20}),
        ("1 коробка = 20 шт.", {"box": 20}),
        ("в коробке 20 шт", {"box": 20}),
        ("box = 12,5 pcs", {"box": D("12.5")}),
        ("", {}),
    ],
)
def test_further_units(text: str, units: dict[str, Decimal]) -> None:
    assert read_units(text, "шт") == units


@pytest.mark.parametrize("text", ["как обычно", "кор = 5 бочек", "палл = 0 шт"])
def test_further_units_that_say_nothing(text: str) -> None:
    with pytest.raises(BadValueError):
        read_units(text, "шт")


def test_rates_and_stock_in_words() -> None:
    assert [parse_rate(text) for text in ("22%", "НДС 10 %", 0.22, 20, "Без НДС", "", "-")] == [
        22,
        10,
        22,
        20,
        0,
        None,
        None,
    ]
    assert [parse_stock(text) for text in ("есть", "+", "под заказ", ">100", "12", "")] == [
        None,
        None,
        0,
        100,
        12,
        None,
    ]
    with pytest.raises(BadValueError):
        parse_rate("99 %")


# --- CommerceML ---------------------------------------------------------------------------------------------------

HEAD = '<?xml version="1.0" encoding="{encoding}"?>\n<КоммерческаяИнформация xmlns="urn:1C.ru:commerceml_210" ВерсияСхемы="2.10" ДатаФормирования="2026-11-23T10:00:00">'
IMPORT = (
    HEAD
    + """
<Классификатор><Ид>c</Ид><Наименование>Классификатор</Наименование><Группы>
  <Группа><Ид>g1</Ид><Наименование>Продукты</Наименование><Группы>
    <Группа><Ид>g2</Ид><Наименование>Масло</Наименование></Группа></Группы></Группа></Группы></Классификатор>
<Каталог СодержитТолькоИзменения="{changes}"><Ид>k</Ид><ИдКлассификатора>c</ИдКлассификатора><Наименование>Основной</Наименование>
<Товары>
<Товар><Ид>a-1</Ид><Штрихкод>4607000000017</Штрихкод><Артикул>МС-825</Артикул><Наименование>Масло &quot;82,5&quot;</Наименование>
  <БазоваяЕдиница Код="796" НаименованиеПолное="Штука" МеждународноеСокращение="PCE">шт
    <Пересчет><Единица>812</Единица><Коэффициент>20</Коэффициент></Пересчет></БазоваяЕдиница>
  <Группы><Ид>g2</Ид></Группы><СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование><Ставка>10</Ставка></СтавкаНалога></СтавкиНалогов>
  <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Код</Наименование><Значение>00-1</Значение></ЗначениеРеквизита>
    <ЗначениеРеквизита><Наименование>Вес</Наименование><Значение>0.25</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Товар>
<Товар><Ид>a-2</Ид><Артикул>Ф-1</Артикул><Наименование>Футболка</Наименование><БазоваяЕдиница Код="796"/></Товар>
<Товар><Ид>a-3</Ид><Статус>Удален</Статус><Наименование>Старое</Наименование></Товар>
</Товары></Каталог></КоммерческаяИнформация>"""
)
OFFERS = (
    HEAD
    + """<ПакетПредложений СодержитТолькоИзменения="{changes}"><Ид>o</Ид><ТипыЦен>
<ТипЦены><Ид>p1</Ид><Наименование>Оптовая цена</Наименование><Валюта>RUB</Валюта></ТипЦены>
<ТипЦены><Ид>p2</Ид><Наименование>Розничная</Наименование><Валюта>RUB</Валюта></ТипЦены></ТипыЦен><Предложения>
<Предложение><Ид>a-1</Ид><Наименование>Масло "82,5"</Наименование><Цены>
  <Цена><ИдТипаЦены>p1</ИдТипаЦены><ЦенаЗаЕдиницу>2400.00</ЦенаЗаЕдиницу><Валюта>RUB</Валюта><Единица>кор</Единица><Коэффициент>20</Коэффициент></Цена>
  <Цена><ИдТипаЦены>p2</ИдТипаЦены><ЦенаЗаЕдиницу>150,5</ЦенаЗаЕдиницу><Валюта>RUB</Валюта><Единица>шт</Единица><Коэффициент>1</Коэффициент></Цена>
  </Цены><Количество>37</Количество></Предложение>
<Предложение><Ид>a-2#x-1</Ид><Наименование>Футболка (M)</Наименование><Склад ИдСклада="s1" КоличествоНаСкладе="2"/><Склад ИдСклада="s2" КоличествоНаСкладе="3"/></Предложение>
<Предложение><Ид>a-2#x-2</Ид><Наименование>Футболка (L)</Наименование><Остатки><Остаток><Склад><Ид>s1</Ид><Количество>-4</Количество></Склад></Остаток></Остатки>
  <Цены><Цена><ИдТипаЦены>p1</ИдТипаЦены><ЦенаЗаЕдиницу>10</ЦенаЗаЕдиницу><Валюта>USD</Валюта></Цена></Цены></Предложение>
</Предложения></ПакетПредложений></КоммерческаяИнформация>"""
)


def made(text: str, *, encoding: str = "utf-8", changes: str = "false") -> bytes:
    return text.replace("{encoding}", encoding).replace("{changes}", changes).encode(encoding)


def zipped(**parts: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(f"webdata/{name}.xml", data)
    return into.getvalue()


def both(found: CatalogueReading) -> None:
    butter, medium, large = found.reading.rows
    assert (butter.external, butter.code, butter.name) == ("a-1", "00-1", 'Масло "82,5"')
    assert (butter.group, butter.unit, butter.vat_rate, butter.stock) == ("Масло", "шт", 10, D(37))
    assert butter.prices == (Price("Оптовая", 120_00), Price("Розничная", 150_50))
    assert butter.units == {"box": 20, "kg": 4}
    assert (butter.articles, butter.barcodes) == (("МС-825",), ("4607000000017",))
    assert (medium.external, medium.code, medium.name, medium.stock) == (
        "a-2#x-1",
        "Ф-1#x-1",
        "Футболка (M)",
        D(5),
    )
    assert (large.code, large.stock, large.prices, large.unit) == ("Ф-1#x-2", D(0), (), "pcs")
    assert [(one.code, one.text) for one in found.reading.problems] == [("foreign_currency", "10 usd")]
    assert found.removed == ("a-3",)


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1251", "utf-16"])
def test_goods_and_offers_become_one(encoding: str) -> None:
    data = zipped(import0_1=made(IMPORT, encoding=encoding), offers0_1=made(OFFERS, encoding=encoding))
    assert is_commerceml(data)
    found = read_catalogue(documents(data))
    both(found)
    assert found.full


def test_each_file_alone_says_its_own() -> None:
    goods = read_catalogue([made(IMPORT)]).reading.rows
    assert [(one.code, one.prices, one.stock) for one in goods] == [("00-1", (), None), ("Ф-1", (), None)]
    offers = read_catalogue([made(OFFERS, changes="true")])
    assert not offers.full
    assert [(one.external, one.code) for one in offers.reading.rows] == [
        ("a-1", ""),
        ("a-2#x-1", ""),
        ("a-2#x-2", ""),
    ]


HOSTILE = {
    "entities": '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><КоммерческаяИнформация>&y;</КоммерческаяИнформация>',
    "outside": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><КоммерческаяИнформация/>',
    "broken": "<КоммерческаяИнформация><Каталог>",
    "other": "<html/>",
    "deep": "<КоммерческаяИнформация>"
    + "<Группы><Группа>" * 500
    + "</Группа></Группы>" * 500
    + "</КоммерческаяИнформация>",
    "long": "<КоммерческаяИнформация><Товар><Ид>"
    + "я" * 2_000_000
    + "</Ид></Товар></КоммерческаяИнформация>",
}


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_hostile_files_are_refused(kind: str) -> None:
    with pytest.raises(FileRefusedError):
        read_catalogue([HOSTILE[kind].encode()])


def test_a_bomb_is_not_unpacked() -> None:
    data = zipped(import0_1=made(IMPORT).replace(b"\xd1\x84", b"\xd1\x84") + b" " * 5_000_000)
    with pytest.raises(FileTooLargeError):
        documents(data, Limits(unpacked_bytes=1_000_000))
    with pytest.raises(FileDamagedError):
        documents(data[:200])
