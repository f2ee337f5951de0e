"""How long a large catalogue takes to read, and how much memory: `python -m bench.catalogue [goods]`.

A zip with import.xml and offers.xml as the accounting system makes them, and the same goods as an xlsx price list.
"""

import gc
import io
import resource
import sys
import time
import zipfile
from collections.abc import Callable, Iterator

from exchange.sheet import Limits

GOODS = 50_000
MEGABYTE = 1024


def main() -> None:
    goods = int(sys.argv[1]) if len(sys.argv) > 1 else GOODS
    kinds: tuple[tuple[str, Callable[[int], bytes]], ...] = (("CommerceML zip", _zip), ("xlsx", _xlsx))
    # as the bot itself does after its start
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
    wanted = sys.argv[2] if len(sys.argv) > 2 else ""
    for name, make in kinds:
        if wanted in name:
            data = make(goods)
            before = _peak()
            started, busy = time.perf_counter(), time.process_time()
            rows = _read(name, data)
            took, busy = time.perf_counter() - started, time.process_time() - busy
            size = len(data) / 2**20
            print(
                f"{name}: {rows} goods, {size:.1f} MB, {took:.1f} s ({busy:.1f} s of processor), peak {_peak():.0f} MB (made with {before:.0f})"
            )


def _read(name: str, data: bytes) -> int:
    from usecases.import_product_rows import row_of

    limits = Limits()
    if name == "xlsx":
        from exchange.products import read_products
        from exchange.tables import read_sheets

        return len([row_of(row) for row in read_products(read_sheets("p.xlsx", data, limits)).rows])
    from usecases.import_xml import read_commerceml

    return len(read_commerceml(data, limits)[0].plan["rows"])


def _zip(goods: int) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, parts in (("import.xml", _import(goods)), ("offers.xml", _offers(goods))):
            with archive.open(name, "w") as part:
                for text in parts:
                    part.write(text.encode())
    return into.getvalue()


HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.10">'


def _import(goods: int) -> Iterator[str]:
    yield HEAD + "<Классификатор><Группы>"
    for number in range(200):
        yield f"<Группа><Ид>g{number}</Ид><Наименование>Группа {number}</Наименование></Группа>"
    yield '</Группы></Классификатор><Каталог СодержитТолькоИзменения="false"><Товары>'
    for number in range(goods):
        yield (
            f"<Товар><Ид>8f1c0c52-0000-11ee-{number:012}</Ид><Штрихкод>46{number:011}</Штрихкод><Артикул>А-{number}</Артикул>"
            f"<Наименование>Товар образцовый № {number}, 500 г</Наименование>"
            '<БазоваяЕдиница Код="796" НаименованиеПолное="Штука">шт<Пересчет><Единица>812</Единица>'
            "<Коэффициент>20</Коэффициент></Пересчет></БазоваяЕдиница>"
            f"<Группы><Ид>g{number % 200}</Ид></Группы><СтавкиНалогов><СтавкаНалога><Наименование>НДС</Наименование>"
            "<Ставка>22</Ставка></СтавкаНалога></СтавкиНалогов><ЗначенияРеквизитов><ЗначениеРеквизита>"
            f"<Наименование>Код</Наименование><Значение>{number:08}</Значение></ЗначениеРеквизита><ЗначениеРеквизита>"
            "<Наименование>Вес</Наименование><Значение>0.5</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Товар>\n"
        )
    yield "</Товары></Каталог></КоммерческаяИнформация>"


def _offers(goods: int) -> Iterator[str]:
    yield HEAD + "<ПакетПредложений><ТипыЦен>"
    for number in range(3):
        yield f"<ТипЦены><Ид>p{number}</Ид><Наименование>Цена {number}</Наименование></ТипЦены>"
    yield "</ТипыЦен><Предложения>"
    for number in range(goods):
        prices = "".join(
            f"<Цена><ИдТипаЦены>p{at}</ИдТипаЦены><ЦенаЗаЕдиницу>{100 + number % 900 + at}.50</ЦенаЗаЕдиницу>"
            "<Валюта>RUB</Валюта><Единица>шт</Единица><Коэффициент>1</Коэффициент></Цена>"
            for at in range(3)
        )
        yield (
            f"<Предложение><Ид>8f1c0c52-0000-11ee-{number:012}</Ид><Наименование>Товар образцовый № {number}, 500 г</Наименование>"
            f"<Цены>{prices}</Цены><Количество>{number % 300}</Количество></Предложение>\n"
        )
    yield "</Предложения></ПакетПредложений></КоммерческаяИнформация>"


def _xlsx(goods: int) -> bytes:
    from exchange.xlsx_out import write_table_xlsx

    heads = ["Код", "Наименование", "Группа", "Ед. изм.", "В упаковке", "Другие единицы", "Цена опт", "Цена розница", "Остаток", "НДС, %"]  # fmt: skip
    rows = [
        (f"{n:08}", f"Товар образцовый № {n}, 500 г", f"Группа {n % 200}", "шт", 20, "палл = 800 шт; вес 0,5 кг", 100 + n % 900, 120 + n % 900, n % 300, 22)
        for n in range(goods)
    ]  # fmt: skip
    return write_table_xlsx(heads, rows)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


if __name__ == "__main__":
    main()
