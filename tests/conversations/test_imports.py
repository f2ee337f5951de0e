"""Files dropped into the chat: read, shown, loaded, taken back."""

import asyncio
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from bot.telegram import TelegramError
from domain.actors import Role
from exchange.samples import sample_xlsx
from exchange.sheet import Limits
from exchange.xlsx_out import CellValue, write_table_xlsx
from sandbox.phone import Phone
from screens.callbacks import imports as taps
from storage import clients, employees, outbox, persons, products, receivables
from storage.clients import NewClient
from tests.office import Office

SET_PHONE = clients.patch("phone")
FILES = Path(__file__).parent.parent / "exchange" / "files"
DEBTS = (FILES / "documents_due.csv").read_bytes()
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Петрова Ольга Ивановна\r\n{org}TEL:+79161112233\r\nBDAY:--0312\r\nEND:VCARD\r\n"


def table(headers: list[str], *rows: list[CellValue]) -> bytes:
    return write_table_xlsx(headers, rows)


CLIENTS = table(
    ["Название", "ИНН", "Класс", "Телефон", "Отрасль", "Любимый цвет"],
    ["ООО «Ромашка»", "7701254366", "A", "8 495 000-01-01", "продукты", "синий"],
    ["Вега-Маркет", "", "Я", "позвонить", "розница", ""],
    ["Колос", "", "B", "", "пекарня", ""],
)


async def add_client(office: Office, whose: Phone, name: str, **facts: object) -> int:
    actor = await office.actor(whose)
    async with office.work() as work:
        return await clients.add(work.tx, NewClient(actor.id, name, office.now, **facts))  # type: ignore[arg-type]


async def base(office: Office) -> dict[str, clients.Found]:
    async with office.work() as work:
        everybody = await employees.all_ids(work.tx)
        return {one.name: one for one in await clients.page(work.tx, everybody, 0, 100)}


# --- clients ------------------------------------------------------------------------------------------------------


async def test_a_managers_clients_are_shown_loaded_and_taken_back(office: Office) -> None:
    anna = await office.hires("Анна")
    known = await add_client(office, anna, "Ромашка", phone="+74959999999")
    await anna.sends_file("clients.xlsx", CLIENTS)
    anna.sees("Клиенты из «clients.xlsx». Ещё ничего не изменено.")
    anna.sees("Обновить 1, новых 2, без изменений 0, не понял 2")
    anna.sees(
        "C3 «Я» — нужен класс A, B или C", "D3 «позвонить» — не телефон", "Не читаю колонки: «Любимый цвет»"
    )
    assert set(await base(office)) == {"Ромашка"}
    await anna.taps("Загрузить")
    anna.sees("Загружено: клиенты из «clients.xlsx».", "Новых 2, обновлено 1.")
    found = await base(office)
    assert set(found) == {"Ромашка", "Вега-Маркет", "Колос"}
    assert (found["Ромашка"].id, found["Ромашка"].tax_number, found["Ромашка"].phone) == (
        known, "7701254366", "+74950000101",
    )  # fmt: skip
    await anna.says("колос")
    anna.sees("Колос · клиент · B")
    await anna.says("/import")
    anna.sees("Клиенты, «clients.xlsx», сегодня, 08:00 — загружено")
    await anna.taps("Отменить: clients.xlsx")
    anna.sees("Загрузка отменена: «clients.xlsx». Всё как до неё.")
    found = await base(office)
    assert set(found) == {"Ромашка"}
    assert (found["Ромашка"].tax_number, found["Ромашка"].phone) == (None, "+74959999999")


async def test_the_same_file_again_changes_nothing(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.sends_file("clients.xlsx", CLIENTS)
    await anna.taps("Загрузить")
    await anna.sends_file("clients.xlsx", CLIENTS)
    anna.sees("Обновить 0, новых 0, без изменений 3", "Загружать нечего.")
    assert "Загрузить" not in anna.buttons
    await anna.taps("Отмена")
    anna.sees("Файл «clients.xlsx» не загружен")


async def test_a_nervous_thumb_loads_once_and_undoes_once(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.sends_file("clients.xlsx", CLIENTS)
    await anna.double_taps("Загрузить")
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    assert len(await base(office)) == 3
    await anna.double_taps("Отменить загрузку")
    assert len(await base(office)) == 0


async def test_what_was_changed_since_stays(office: Office) -> None:
    anna = await office.hires("Анна")
    await add_client(office, anna, "Ромашка")
    await anna.sends_file("clients.xlsx", CLIENTS)
    await anna.taps("Загрузить")
    loaded, found = anna.last, await base(office)
    async with office.work() as work:
        await work.tx.run(SET_PHONE, id_=found["Ромашка"].id, phone="+79160000000")
    await anna.says("колос")
    await anna.taps("Заметка")
    await anna.says("берёт муку")
    await anna.taps_old(loaded, "Отменить загрузку")
    anna.sees("Загрузка отменена", "Кроме изменённых позже, 2: «Колос», «Ромашка»", anywhere=True)
    assert set(await base(office)) == {"Ромашка", "Колос"}


async def test_an_undo_lasts_a_day(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.sends_file("clients.xlsx", CLIENTS)
    await anna.taps("Загрузить")
    old = anna.last
    await office.passes(hours=25)
    await anna.says("/import")
    assert not any("Отменить" in label for label in anna.buttons)
    await anna.taps_old(old, "Отменить загрузку")
    assert anna.alert == "Срок отмены прошёл, загруженное остаётся."


async def test_a_lead_gives_new_clients_to_their_managers(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    anna = await office.hires("Светлана Петрова")
    await office.hires("Андрей")
    data = table(
        ["Название", "Менеджер", "Кредитный лимит"], ["Ромашка", "Петрова С. А.", 300000], ["Вега", "Сидоров", ""], ["Колос", "", ""]
    )  # fmt: skip
    await boris.sends_file("b.xlsx", data)
    boris.sees("Не узнал менеджеров: «Сидоров»", "Кому отдать 2 новых клиентов без менеджера?")
    assert "Загрузить" not in boris.buttons
    await boris.taps("Андрей")
    boris.sees("Новых клиентов без менеджера получит Андрей.")
    await boris.taps("Загрузить")
    found = await base(office)
    assert found["Ромашка"].manager_id == (await office.actor(anna)).id
    assert found["Вега"].manager_id == found["Колос"].manager_id != found["Ромашка"].manager_id
    async with office.work() as work:
        client = await clients.find(work.tx, found["Ромашка"].id, [found["Ромашка"].manager_id])
    assert client is not None
    assert client.credit_limit == 30_000_000


async def test_a_foreign_client_stays_with_its_manager(office: Office) -> None:
    anna = await office.hires("Анна")
    vera = await office.hires("Вера")
    await add_client(office, anna, "Ромашка", tax_number="7701254366")
    await vera.sends_file("clients.xlsx", CLIENTS)
    vera.sees("новых 2", "A2 «ООО «Ромашка»» — уже есть у другого менеджера")


# --- debts --------------------------------------------------------------------------------------------------------


async def test_the_accountants_file_becomes_debts(office: Office) -> None:
    anna = await office.hires("Анна")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    await add_client(office, anna, "Ромашка", tax_number="7701254366")
    await clara.sends_file("Долги на 20.11.csv", DEBTS)
    clara.sees(
        "Список долгов из «Долги на 20.11.csv». Ещё ничего не изменено.", "Файл на 20.11, 3 дня назад."
    )
    clara.sees(
        "не сходится с итогом на 24\u00a0500\u00a0₽",
        "H15 «24 5О0,00» — не число",
        "Не узнал ",
        "Новая просрочка у 1 клиента, ",
    )
    await anna.says("/debts")
    anna.sees("Данных из файла с долгами пока нет")
    await clara.double_taps("Загрузить")
    clara.sees("Загружено: долги", "С новым долгом 1")
    await anna.says("/debts")
    anna.sees("Файл от 20.11, 3 дня назад.", "Долги: ")
    anna.does_not_see("просрочки нет")
    await clara.taps("Отменить загрузку")
    await anna.says("/debts")
    anna.sees("Данных из файла с долгами пока нет")


async def test_who_is_not_in_the_file_owes_nothing_and_an_unreadable_sum_is_no_payment(
    office: Office,
) -> None:
    anna = await office.hires("Анна")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    for name in ("Ромашка", "Вега", "Колос"):
        await add_client(office, anna, name)
    heads = ["Клиент", "Документ", "Срок оплаты", "Сумма долга"]
    day = date(2026, 11, 10)
    await clara.sends_file(
        "a.xlsx",
        table(heads, ["Ромашка", "Р-1", day, 1000], ["Вега", "Р-2", day, 2000], ["Колос", "Р-3", day, 500]),
    )
    clara.sees("Даты в файле нет, считаю на сегодня")
    await clara.taps("Загрузить")
    await clara.sends_file(
        "b.xlsx", table(heads, ["Ромашка", "Р-1", day, 400], ["Вега", "Р-2", day, "две тысячи"])
    )
    clara.sees(
        "долг станет нулевым у 1 клиента, 500\u00a0₽: Колос",
        "Оплатили 2 клиента, 1\u00a0100\u00a0₽: Ромашка",
        "Долг 3\u00a0500\u00a0₽ → 2\u00a0400\u00a0₽",
    )
    await clara.taps("Загрузить")
    found = await base(office)
    async with office.work() as work:
        debts = await receivables.lock(work.tx, [one.id for one in found.values()])
    assert {one.name: one.debt for one in debts.values()} == {"Ромашка": 40_000, "Вега": 200_000, "Колос": 0}
    first = next(message for message in clara.from_bot if "«a.xlsx»" in message.text)
    await clara.sends_callback(taps.Undo(load=1).pack(), first)
    assert "Уже загружен файл новее" in (clara.alert or "")


async def test_a_file_by_client_keeps_what_is_overdue_apart(office: Office) -> None:
    anna = await office.hires("Анна")
    owner = await office.owner()
    await add_client(office, anna, "Ромашка")
    await owner.sends_file("c.xlsx", table(["Клиент", "Сумма долга", "Просрочено"], ["Ромашка", 1000, 300]))
    await owner.taps("Загрузить")
    await anna.says("/debts")
    anna.sees("Долги: 1\u00a0000\u00a0₽, просрочено на", "— 300\u00a0₽")


# --- people, contacts, products -----------------------------------------------------------------------------------


async def test_people_come_with_their_birthdays_and_go_again(office: Office) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    async with office.work() as work:
        await persons.add(work.tx, client, "Орлов Пётр")
    data = table(
        ["Клиент", "ФИО", "Должность", "Телефон", "День рождения"],
        ["ООО Ромашка", "Смирнова Анна Викторовна", "закупщик", "8 916 000-11-11", "12.03.1985"],
        ["Ромашка", "Пётр Орлов", "директор", "", "29 февраля"],
        ["Незнакомка", "Иванов Иван", "", "", ""],
    )
    await anna.sends_file("people.xlsx", data)
    anna.sees("Люди клиентов из", "Обновить 1, новых 1, без изменений 0, не понял 1", "«Незнакомка»")
    await anna.taps("Загрузить")
    async with office.work() as work:
        people = {one.name: one for one in await persons.of_client(work.tx, client)}
    assert (people["Орлов Пётр"].birth_day, people["Орлов Пётр"].birth_month, people["Орлов Пётр"].role) == (29, 2, "директор")  # fmt: skip
    assert people["Смирнова Анна Викторовна"].gender == "female"
    await anna.taps("Отменить загрузку")
    async with office.work() as work:
        assert [(one.name, one.birth_day, one.role) for one in await persons.of_client(work.tx, client)] == [("Орлов Пётр", None, "")]  # fmt: skip


async def test_a_card_finds_its_client_or_asks(office: Office) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Пекарня Колос")
    await anna.sends_file("olga.vcf", CARD.format(org="ORG:Колос пекарня\r\n").encode())
    anna.sees("Контакты из «olga.vcf»", "новых 1")
    await anna.taps("Загрузить")
    async with office.work() as work:
        assert [one.birth_day for one in await persons.of_client(work.tx, client)] == [12]
    await anna.says("пекарня")
    await anna.sends_file(
        "other.vcf", CARD.format(org="").replace("Ольга", "Мария").replace("1112233", "1112244").encode()
    )
    anna.sees("Петрова Мария Ивановна", "Чей это контакт?")
    await anna.double_taps("Пекарня Колос")
    anna.sees("Петрова Мария Ивановна · Пекарня Колос")
    async with office.work() as work:
        assert len(await persons.of_client(work.tx, client)) == 2


async def test_a_card_of_nobody_known_is_given_by_search(office: Office) -> None:
    anna = await office.hires("Анна")
    await add_client(office, anna, "Пекарня Колос")
    await anna.sends_file("olga.vcf", CARD.format(org="ORG:Вектор\r\n").encode())
    anna.sees("Организация «Вектор» не найдена", "Чей это контакт?")
    await anna.taps("Найти клиента")
    await anna.says("колос")
    await anna.taps("Пекарня Колос")
    anna.sees("Петрова Ольга Ивановна · Пекарня Колос")


async def test_a_price_list_is_loaded_by_support(office: Office) -> None:
    olga = await office.hires("Ольга", Role.SUPPORT)
    await olga.sends_file("price.xlsx", sample_xlsx("products"))
    olga.sees("Прайс из «price.xlsx»", "новых 3")
    await olga.taps("Загрузить")
    heads = ["Код", "Наименование", "Цена опт"]
    await olga.sends_file(
        "new.xlsx", table(heads, ["00-001", "Чай чёрный, 100 пак.", 170], ["", "Соль, 1 кг", 20])
    )
    olga.sees("Обновить 1, новых 1")
    await olga.taps("Загрузить")
    async with office.work() as work:
        found = await products.by_codes(work.tx, ["00-001", "Соль, 1 кг"])
    assert found["00-001"].prices == {"розница": 18990, "опт": 17000}
    assert found["Соль, 1 кг"].prices == {"опт": 2000}
    await olga.taps("Отменить загрузку")
    async with office.work() as work:
        found = await products.by_codes(work.tx, ["00-001", "Соль, 1 кг"])
    assert {code: one.prices for code, one in found.items()} == {"00-001": {"розница": 18990, "опт": 16500}}


# --- what kind, whose right, what refuses -------------------------------------------------------------------------


async def test_where_two_kinds_fit_it_asks_and_a_caption_answers(office: Office) -> None:
    anna = await office.hires("Анна")
    data = table(["Клиент", "Отрасль", "Контактное лицо", "E-mail"], ["Ромашка", "продукты", "Ольга Белова", "o@romashka.example"])  # fmt: skip
    await anna.sends_file("both.xlsx", data)
    anna.sees("Что в файле «both.xlsx»?")
    await anna.taps("Клиенты")
    anna.sees("Клиенты из «both.xlsx»", "новых 1")
    await anna.taps("Загрузить")
    await anna.sends_file("both.xlsx", data, caption="Наши люди")
    anna.sees("Люди клиентов из «both.xlsx»", "новых 1")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.xlsx", bytes(range(7, 250)) * 20, "Файл повреждён"),
        ("x.pdf", b"%PDF-1.7 text", "Такие файлы не читаю. Что можно прислать: /import."),
        ("x.csv", b"  \n", "Файл пуст"),
        ("x.xlsx", b"PK\x03\x04" + b"0" * 500, "Файл повреждён"),
        ("x.csv", "один;два\n1;2\n".encode(), "Не нашёл в файле таблицу"),
        ("x.mxl", b"MOXCEL....", "Сохраните её как xlsx"),
    ],
)
async def test_what_cannot_be_read_gets_one_line(office: Office, name: str, data: bytes, said: str) -> None:
    anna = await office.hires("Анна")
    await anna.sends_file(name, data)
    anna.sees(said)
    assert not await office.app.files.work()


async def test_each_role_brings_its_own_files(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.sends_file("debts.csv", DEBTS)
    anna.sees("Это файл с долгами. Его присылает бухгалтер или руководитель. Что можно вам: /import.")
    await anna.says("/import")
    anna.sees("пришлите файл прямо сюда", "Люди клиентов", ".vcf")
    anna.does_not_see("Долги", "Прайс")
    await anna.taps("Образец: клиенты")
    assert anna.file() == ("Клиенты, образец.xlsx", sample_xlsx("clients"))
    await anna.sends_callback(taps.SendSample(kind="receivables").pack())
    assert "Это файл с долгами" in (anna.alert or "")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    await clara.says("📥 Загрузка")
    clara.sees("Долги: отчёт из 1С")
    clara.does_not_see("Клиенты: название")
    gleb = await office.hires("Глеб", Role.LOGISTICS)
    await gleb.sends_file("debts.csv", DEBTS)
    gleb.sees("Этого нет в вашей роли")
    stranger = office.phone("Кто-то")
    await stranger.sends_file("debts.csv", DEBTS)
    stranger.sees("Это рабочий бот")


async def test_a_file_leaves_the_dialogue_that_was_open(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.says("/clients")
    await anna.taps("Новый клиент")
    await anna.sends_file("clients.xlsx", CLIENTS)
    anna.sees("Клиенты из «clients.xlsx»")
    await anna.says("Ромашка")
    assert not await base(office)


# --- outside of turns ---------------------------------------------------------------------------------------------


async def test_files_wait_their_turn_and_survive_a_death(office: Office) -> None:
    anna = await office.hires("Анна")
    files = office.app.files
    download, calls = files.download, 0

    async def dies(file_id: str, limit: int) -> bytes:
        nonlocal calls
        calls += 1
        raise KeyboardInterrupt

    files.download = dies
    with pytest.raises(KeyboardInterrupt):
        await anna.sends_file("first.xlsx", CLIENTS)
    anna.sees("Читаю файл «first.xlsx»…")
    files.download = download
    await office.passes(minutes=5)
    anna.sees("Клиенты из «first.xlsx»")
    async with office.work() as work:
        assert await work.tx.value(outbox.COUNT) == 0
    assert (calls, await files.work()) == (1, False)


async def test_a_stored_file_wakes_the_reader(office: Office) -> None:
    anna = await office.hires("Анна")
    files = office.app.files
    work, read = files.work, asyncio.Event()

    async def none() -> bool:
        return False

    async def one() -> bool:
        done = await work()
        if done:
            read.set()
        return done

    files.work = none  # type: ignore[method-assign]
    await anna.sends_file("first.xlsx", CLIENTS)
    files.work = one  # type: ignore[method-assign]
    running = asyncio.create_task(files.run())
    async with asyncio.timeout(10):
        await read.wait()
        read.clear()
        await anna.sends_file("second.xlsx", CLIENTS)
        await read.wait()
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    await office.settle()
    anna.sees("Клиенты из «second.xlsx»")


async def test_trouble_with_one_file_does_not_stop_the_next(office: Office) -> None:
    anna = await office.hires("Анна")
    files = office.app.files
    download = files.download

    async def breaks(file_id: str, limit: int) -> bytes:
        raise RuntimeError

    files.download = breaks
    await anna.sends_file("first.xlsx", CLIENTS)
    anna.sees("Не получилось, ничего не изменено.", "код ")
    files.download = download
    await anna.sends_file("second.xlsx", CLIENTS)
    anna.sees("Клиенты из «second.xlsx»")


async def test_a_large_file_is_refused_at_once(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.sends_file("huge.xlsx", b"PK" + bytes(20 * 1024 * 1024 + 1))
    anna.sees("Файл больше 20 МБ. Разделите его и пришлите частями.")
    office.app.files.limits = Limits(file_bytes=1024 * 1024)
    await anna.sends_file("big.xlsx", b"PK" + bytes(1024 * 1024 + 1))
    anna.sees("Файл больше 1 МБ.")


async def test_a_file_that_does_not_arrive_is_asked_for_again(office: Office) -> None:
    anna = await office.hires("Анна")

    async def refuses(file_id: str, limit: int) -> bytes:
        raise TelegramError(400, "wrong file_id")

    office.app.files.download = refuses
    await anna.sends_file("first.xlsx", CLIENTS)
    anna.sees("Файл не скачался, ничего не изменено. Пришлите его ещё раз.")


# --- the failure matrix -------------------------------------------------------------------------------------------

BUTTONS = [
    taps.ChooseKind(load=1, kind="clients"), taps.AssignTo(load=1, employee=1), taps.Apply(load=1, seen=0), taps.Discard(load=1),
    taps.Undo(load=1), taps.FindWhose(load=1), taps.GiveTo(load=1, client=1),
]  # fmt: skip


@pytest.mark.parametrize("button", BUTTONS, ids=lambda button: type(button).__name__)
async def test_every_button_survives_whoever_taps_it(office: Office, button: object) -> None:
    anna = await office.hires("Анна")
    await anna.sends_file("clients.xlsx", CLIENTS)
    data: str = button.pack()  # type: ignore[attr-defined]
    vera = await office.hires("Вера")
    await vera.sends_callback(data)
    assert vera.alert == "Этого здесь больше нет. Откройте раздел заново."
    await vera.sends_callback(data.replace(":1", ":99"))
    assert vera.alert == "Этого здесь больше нет. Откройте раздел заново."
    await vera.sends_callback(data.replace(":1", ":-5"))
    vera.sees("Эта кнопка устарела")
    stranger = office.phone("Кто-то")
    await stranger.starts()
    await stranger.sends_callback(data)
    assert stranger.alert == "Это рабочий бот. Чтобы войти, откройте ссылку-приглашение."
    await anna.taps("Отмена")
    await anna.sends_callback(data)
    assert anna.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    clara = await office.hires("Клара", Role.LOGISTICS)
    await clara.sends_callback(data)
    assert clara.alert == "Этого нет в вашей роли. Что доступно: /help."
    assert not await base(office)
