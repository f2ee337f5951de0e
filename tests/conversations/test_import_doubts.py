"""Names that nobody recognised, tables that nobody understood, and files that two people bring at once."""

from datetime import date

from domain.actors import Role
from exchange.xlsx_out import CellValue
from sandbox.phone import Phone
from storage import clients, employees, receivables
from storage.imports import Incoming
from tests.conversations.test_imports import add_client, base, table
from tests.office import Office
from usecases import people

HEADS = ["Клиент", "ИНН", "Документ", "Срок оплаты", "Сумма долга"]
DUE = date(2026, 11, 10)


def debts(*rows: tuple[str, str, int]) -> bytes:
    """(client, tax number, roubles)."""
    lines: list[list[CellValue]] = [
        [name, number, f"Р-{at}", DUE, owes] for at, (name, number, owes) in enumerate(rows)
    ]
    return table(HEADS, *lines)


async def owed(office: Office) -> dict[str, int]:
    found = await base(office)
    async with office.work() as work:
        debtors = await receivables.lock(work.tx, [one.id for one in found.values()])
    return {one.name: one.debt // 100 for one in debtors.values() if one.debt}


async def two_of_one_name(office: Office) -> tuple[Phone, Phone]:
    """Анна and Вера both look after a «Ромашка»; Клара is the accountant."""
    anna, vera = await office.hires("Анна"), await office.hires("Вера")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    await add_client(office, anna, "ООО «Ромашка»", address="Ленина, 5")
    await add_client(office, vera, "Ромашка", address="Мира, 8")
    await add_client(office, anna, "Пекарня Колосок")
    return anna, clara


async def test_doubts_are_asked_one_by_one_and_remembered(office: Office) -> None:
    _, clara = await two_of_one_name(office)
    file = debts(("Ромашка (не исп.)", "", 900), ("Пекарня Коласок", "", 500), ("Наш склад", "", 100))
    await clara.sends_file("долги.xlsx", file)
    clara.sees(
        "не узнал 3",
        "Не узнал 3 на 1\u00a0500\u00a0₽, не загружу: «Ромашка (не исп.)», «Пекарня Коласок», «Наш склад»",
    )
    await clara.taps("Уточнить 3")
    clara.sees("Вопрос 1 из 3. Кто это из клиентов?", "«Ромашка (не исп.)», долг 900\u00a0₽")
    assert {"ООО «Ромашка» · Анна · Ленина, 5", "Ромашка · Вера · Мира, 8"} <= set(clara.buttons)
    await clara.double_taps("Ромашка · Вера · Мира, 8")
    clara.sees("Запомнил: «Ромашка (не исп.)» — это Ромашка.", "Вопрос 2 из 3.", "«Пекарня Коласок»")
    await clara.taps("Пекарня Колосок · Анна")
    clara.sees("Вопрос 3 из 3.", "Похожих среди клиентов нет.")
    await clara.taps("Не наш клиент")
    clara.sees("новых 2, без изменений 0, не узнал 0", "Не наших, пропущу: 1")
    await clara.taps("Загрузить")
    assert await owed(office) == {"Ромашка": 900, "Пекарня Колосок": 500}
    await clara.sends_file(
        "завтра.xlsx",
        debts(("Ромашка (не исп.)", "", 700), ("Пекарня Коласок", "", 500), ("Наш склад", "", 100)),
    )
    clara.sees("Обновить 1, новых 0, без изменений 1, не узнал 0", "Оплатил 1 клиент, 200\u00a0₽: Ромашка")
    assert not any("Уточнить" in label for label in clara.buttons)


async def test_while_a_name_is_in_doubt_the_missing_go_on_owing(office: Office) -> None:
    _, clara = await two_of_one_name(office)
    await clara.sends_file("долги.xlsx", debts(("Пекарня Колосок", "", 500)))
    await clara.taps("Загрузить")
    await clara.sends_file("завтра.xlsx", debts(("Пекарня Коласок", "", 500)))
    clara.sees(
        "Нет в файле 1 клиента, 500\u00a0₽: Пекарня Колосок 500\u00a0₽. Их долг останется, пока не уточните имена."
    )
    clara.sees("Долг 500\u00a0₽ → 500\u00a0₽, просрочено 500\u00a0₽ → 500\u00a0₽")
    clara.does_not_see("долг станет нулевым")
    await clara.taps("Уточнить 1")
    await clara.taps("Не наш клиент")
    clara.sees("долг станет нулевым у 1 клиента, 500\u00a0₽: Пекарня Колосок", "Не наших, пропущу: 1")
    clara.does_not_see("Их долг останется")
    await clara.taps("Загрузить")
    assert await owed(office) == {}


async def test_the_rest_is_passed_over_with_one_tap_but_what_two_clients_are_called(office: Office) -> None:
    _, clara = await two_of_one_name(office)
    await clara.sends_file(
        "долги.xlsx", debts(("Ромашка", "", 90), ("Склад", "", 500), ("Гараж", "", 400), ("Дача", "", 300))
    )
    await clara.taps("Уточнить 4")
    clara.sees("Вопрос 1 из 4.", "«Склад»")
    await clara.double_taps("Остальные не наши")
    clara.sees("«Ромашка», долг 90\u00a0₽")
    await clara.taps("Ромашка · Вера · Мира, 8")
    clara.sees("не узнал 0", "Не наших, пропущу: 3")


async def test_a_lead_brings_the_debts_of_the_own_team(office: Office) -> None:
    anna = await office.hires("Анна")
    async with office.work() as work:
        retail: int = await work.tx.value(employees.ADD_TEAM, name="Розница")
    vera, boris = await office.hires("Вера", team=retail), await office.hires("Борис", Role.LEAD, team=retail)
    owner = await office.owner()
    await add_client(office, anna, "Вега")
    await add_client(office, vera, "Колос")
    await owner.sends_file("все.xlsx", debts(("Вега", "", 900), ("Колос", "", 500)))
    await owner.taps("Загрузить")
    await boris.sends_file("свои.xlsx", debts(("Вега", "", 1), ("Колос", "", 300)))
    boris.sees("Обновить 1, новых 0, без изменений 0, не узнал 0", "Клиентов других команд, пропущу: 1")
    boris.does_not_see("долг станет нулевым", "Уточнить")
    await boris.taps("Загрузить")
    assert await owed(office) == {"Вега": 900, "Колос": 300}


async def test_another_is_found_by_typing_and_the_rest_is_left_for_later(office: Office) -> None:
    anna, clara = await two_of_one_name(office)
    await add_client(office, anna, "Вега-Маркет")
    await clara.sends_file("долги.xlsx", debts(("Совсем чужое имя", "", 900), ("Ещё одно", "", 500)))
    await clara.taps("Уточнить 2")
    await clara.taps("Найти другого")
    clara.sees("Напишите имя клиента, ИНН или телефон.", "«Совсем чужое имя»")
    await clara.says("щщщщ")
    clara.sees("Никого не нашёл. Напишите иначе")
    await clara.says("вега")
    await clara.taps("Вега-Маркет · Анна")
    clara.sees("Запомнил: «Совсем чужое имя» — это Вега-Маркет.", "Вопрос 2 из 2.")
    await clara.taps("Спросить позже")
    clara.sees("новых 1, без изменений 0, не узнал 1", "«Ещё одно»")
    await clara.says("вега")
    clara.does_not_see("Кто из них")


async def test_what_was_remembered_can_be_forgotten(office: Office) -> None:
    _, clara = await two_of_one_name(office)
    await clara.says("/import")
    await clara.taps("Запомненные имена")
    clara.sees("Запомненных имён нет.")
    file = debts(("Ромашка", "", 900))
    await clara.sends_file("долги.xlsx", file)
    await clara.taps("Уточнить 1")
    await clara.taps("Ромашка · Вера · Мира, 8")
    await clara.says("/import")
    await clara.taps("Запомненные имена")
    clara.sees("• «Ромашка» — Ромашка, Вера")
    await clara.taps("Забыть: Ромашка")
    assert clara.alert == "Забыто: Ромашка"
    await clara.sends_file("долги.xlsx", file)
    clara.sees("не узнал 1")


async def test_the_memory_of_a_client_who_is_gone_is_not_followed(office: Office) -> None:
    _, clara = await two_of_one_name(office)
    file = debts(("Пекарня Коласок", "", 500))
    await clara.sends_file("долги.xlsx", file)
    await clara.taps("Уточнить 1")
    await clara.taps("Пекарня Колосок · Анна")
    found = await base(office)
    async with office.work() as work:
        await clients.delete(work.tx, found["Пекарня Колосок"].id, office.now)
    await clara.sends_file("долги.xlsx", file)
    clara.sees("не узнал 1")
    await clara.says("/import")
    await clara.taps("Запомненные имена")
    clara.sees("Запомненных имён нет.")


async def test_another_tax_number_is_another_company(office: Office) -> None:
    anna = await office.hires("Анна")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    await add_client(office, anna, "Ромашка", tax_number="7701254366")
    await clara.sends_file("долги.xlsx", debts(("Ромашка", "7805123454", 900)))
    await clara.taps("Уточнить 1")
    clara.sees("ИНН 7805123454", "Похожих среди клиентов нет.")


async def test_five_hundred_unknown_names_fit_a_message_and_come_as_a_file(office: Office) -> None:
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    rows = [(f"Неизвестная компания с длинным именем номер {at} & «Ко»", "", 100) for at in range(500)]
    await clara.sends_file("долги.xlsx", debts(*rows))
    clara.sees("не узнал 500", "ещё 490")
    await clara.taps("Весь список")
    name, data = clara.file()
    assert name == "Не понял, долги.xlsx.xlsx"
    assert len(data) > 5000


async def test_an_unreadable_sum_of_a_whole_client_leaves_its_documents(office: Office) -> None:
    anna = await office.hires("Анна")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    for name in ("Ромашка", "Вега"):
        await add_client(office, anna, name)
    heads = ["Клиент", "Документ", "Срок оплаты", "Сумма долга"]
    await clara.sends_file(
        "a.xlsx",
        table(heads, ["Ромашка", "Р-1", DUE, 1000], ["Ромашка", "", None, -50], ["Вега", "Р-2", DUE, 2000]),
    )
    await clara.taps("Загрузить")
    heads = ["Клиент", "Сумма долга", "Просрочено"]
    await clara.sends_file("b.xlsx", table(heads, ["Ромашка", "1O00", 0], ["Вега", 1500, 1500]))
    clara.sees("B2 «1O00» — не число", "Оплатил 1 клиент, 500\u00a0₽: Вега")
    clara.does_not_see("Большей части долгов")
    await clara.taps("Загрузить")
    assert await owed(office) == {"Ромашка": 1000, "Вега": 1500}


# --- two people, one file -----------------------------------------------------------------------------------------


async def test_the_same_file_again_has_nothing_to_change_and_tells_who_loaded_it(office: Office) -> None:
    anna = await office.hires("Анна")
    clara, dina = await office.hires("Клара", Role.ACCOUNTANT), await office.hires("Дина", Role.ACCOUNTANT)
    await add_client(office, anna, "Ромашка")
    file = debts(("Ромашка", "", 900))
    await clara.sends_file("долги.xlsx", file)
    await dina.sends_file("долги.xlsx", file)
    await clara.taps("Загрузить")
    await dina.taps("Загрузить")
    dina.sees("Этот файл уже загружен: сегодня, 08:00, Клара. Менять нечего.")
    assert "Загрузить" not in dina.buttons
    await clara.sends_file("долги.xlsx", file)
    clara.sees("Этот файл уже загружен: сегодня, 08:00. Менять нечего.")
    assert await owed(office) == {"Ромашка": 900}


async def test_a_file_loaded_meanwhile_is_told_and_the_preview_counted_anew(office: Office) -> None:
    anna = await office.hires("Анна")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    boris = await office.hires("Борис", Role.LEAD)
    await add_client(office, anna, "Ромашка")
    await clara.sends_file("утро.xlsx", debts(("Ромашка", "", 900)))
    await boris.sends_file("вечер.xlsx", debts(("Ромашка", "", 400)))
    await clara.taps("Загрузить")
    await boris.taps("Загрузить")
    boris.sees(
        "⚠️ Уже загружен «утро.xlsx»: сегодня, 08:00, Клара. Посчитано заново.", "Оплатил 1 клиент, 500\u00a0₽"
    )
    assert await owed(office) == {"Ромашка": 900}
    await boris.double_taps("Загрузить")
    assert await owed(office) == {"Ромашка": 400}
    await clara.says("/import")
    await clara.taps("Отменить: утро.xlsx")
    assert clara.alert == "Уже загружен файл новее: «вечер.xlsx», Борис. Сначала отменить надо его."
    await boris.taps("Отменить загрузку")
    assert await owed(office) == {"Ромашка": 900}


async def test_an_accountant_who_left_loads_nothing(office: Office) -> None:
    anna = await office.hires("Анна")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    owner = await office.owner()
    await add_client(office, anna, "Ромашка")
    await clara.sends_file("долги.xlsx", debts(("Ромашка", "", 900)))
    boss, gone = await office.actor(owner), await office.actor(clara)
    async with office.work() as work:
        await people.dismiss(boss, work, gone.id)
    await clara.taps("Загрузить")
    assert await owed(office) == {}


# --- columns ------------------------------------------------------------------------------------------------------

STRANGE: list[list[CellValue]] = [
    ["Ромашка", "1 200,00", "01.11.2026"],
    ["Вега", "300,00", "12.11.2026"],
    ["Колос", "50,00", "14.11.2026"],
]


async def test_the_columns_of_a_strange_table_are_asked_once(office: Office) -> None:
    anna = await office.hires("Анна")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    for name in ("Ромашка", "Вега", "Колос"):
        await add_client(office, anna, name)
    heads = ["Кто", "Сколько висит", "Когда ждём"]
    await clara.sends_file("странный.xlsx", table(heads, *STRANGE))
    clara.sees("Не узнал таблицу в файле «странный.xlsx». Где клиент?")
    await clara.taps("A: Кто — Ромашка")
    clara.sees("Где сумма долга?", "Клиент — A: Кто — Ромашка")
    await clara.taps("B: Сколько висит — 1 200,00")
    clara.sees("Где срок оплаты?")
    await clara.taps("C: Когда ждём — 01.11.2026")
    clara.sees("Где документ?")
    await clara.taps("Пропустить")
    clara.sees("Колонки запомнил", anywhere=True)
    clara.sees("из «странный.xlsx»", "новых 3", "Сумма файла 1\u00a0550\u00a0₽")
    await clara.taps("Загрузить")
    assert await owed(office) == {"Ромашка": 1200, "Вега": 300, "Колос": 50}
    await clara.sends_file("ещё.xlsx", table(heads, ["Ромашка", "700,00", "01.11.2026"], *STRANGE[1:]))
    clara.sees("Обновить 1, новых 0, без изменений 2")


async def test_columns_that_were_taken_wrong_are_named_by_hand(office: Office) -> None:
    anna = await office.hires("Анна")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    await add_client(office, anna, "Ромашка")
    data = table(["Клиент", "Сумма долга", "К оплате сейчас"], ["Ромашка", 900, 100])
    await clara.sends_file("a.xlsx", data)
    old = clara.last
    await clara.taps("Указать колонки")
    clara.sees("Колонки файла «a.xlsx». Где клиент?")
    await clara.taps("A: Клиент — Ромашка")
    await clara.taps("C: К оплате сейчас — 100")
    await clara.taps("Пропустить")
    await clara.taps("Пропустить")
    clara.sees("Сумма файла 100\u00a0₽")
    await clara.taps_old(old, "Пропустить")
    assert clara.alert


async def test_a_column_named_wrong_is_taken_back_and_one_without_sums_asked_again(office: Office) -> None:
    anna = await office.hires("Анна")
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    await add_client(office, anna, "Ромашка")
    heads = ["Клиент", "Документ", "Срок оплаты", "Сумма долга"]
    await clara.sends_file("a.xlsx", table(heads, ["Ромашка", "Р-1", DUE, 900]))
    await clara.taps("Загрузить")
    strange = table(["Кто", "Сколько висит", "Когда ждём"], *STRANGE)
    await clara.sends_file("странный.xlsx", strange)
    assert "‹ Назад" not in clara.buttons
    await clara.taps("B: Сколько висит — 1 200,00")
    await clara.double_taps("‹ Назад")
    clara.sees("Где клиент?")
    await clara.taps("A: Кто — Ромашка")
    await clara.taps("C: Когда ждём — 01.11.2026")
    await clara.taps("Пропустить")
    await clara.taps("Пропустить")
    clara.sees("Колонки не подошли: сумм долга в них нет, файл «странный.xlsx». Где клиент?")
    clara.does_not_see("Оплатил")
    await clara.taps("A: Кто — Ромашка")
    await clara.says("/import")
    clara.sees("«странный.xlsx», сегодня, 08:00 — ждёт ответа")
    await clara.taps("Продолжить: странный.xlsx")
    clara.sees("Где сумма долга?", "Клиент — A: Кто — Ромашка")
    await clara.taps("B: Сколько висит — 1 200,00")
    await clara.taps("C: Когда ждём — 01.11.2026")
    await clara.taps("Пропустить")
    clara.sees("Сумма файла 1\u00a0550\u00a0₽")


async def test_a_preview_left_half_way_is_gone_on_with_and_what_is_not_loaded_is_told(office: Office) -> None:
    _, clara = await two_of_one_name(office)
    file = debts(("Пекарня Колосок", "", 500), ("Пекарня Коласок", "", 900))
    await clara.sends_file("долги.xlsx", file)
    await clara.says("/import")
    await clara.taps("Продолжить: долги.xlsx")
    await clara.taps("Загрузить")
    clara.sees("Не узнал 1 имя, его долг не загружен. Пришлите файл снова и нажмите «Уточнить».")
    await clara.says("/import")
    assert not any("Продолжить" in label for label in clara.buttons)
    await clara.sends_file("долги.xlsx", file)
    await clara.taps("Уточнить 1")
    await clara.taps("Пекарня Колосок · Анна")
    await clara.taps("Загрузить")
    clara.does_not_see("Не узнал")
    assert await owed(office) == {"Пекарня Колосок": 1400}


async def test_a_table_of_nothing_is_refused_to_those_who_bring_no_debts(office: Office) -> None:
    anna = await office.hires("Анна")
    await anna.sends_file("x.xlsx", table(["Кто", "Сколько висит", "Когда ждём"], *STRANGE))
    anna.sees("Не нашёл в файле таблицу")


async def test_a_long_reading_tells_how_far_it_is(office: Office) -> None:
    clara = await office.hires("Клара", Role.ACCOUNTANT)
    files, whose = office.app.files, (await office.actor(clara)).id
    download = files.download

    async def slow(file_id: str, limit: int) -> bytes:
        waiting = Incoming(1, whose, clara.user.id, file_id, "долги.xlsx", "")
        await files.tell_progress(waiting, 12_000, 50_000)
        await office.app.sender.idle()
        clara.sees("Читаю файл «долги.xlsx»: 12\u00a0000 из 50\u00a0000 строк")
        return await download(file_id, limit)

    files.download = slow
    await clara.sends_file("долги.xlsx", debts(("Ромашка", "", 900)))
    clara.sees("не узнал 1")
