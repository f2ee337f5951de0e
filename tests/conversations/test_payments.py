"""The bank's file in the accountant's chat: who paid is told at once, what nobody knows is asked."""

from datetime import date, timedelta

import pytest

from domain.actors import Role
from exchange.samples import sample_bank
from sandbox.phone import Phone
from screens.callbacks import payments as taps
from storage import clients, payments, receivables
from storage.clients import NewClient
from storage.receivables import NewReceivable
from tests.office import Office
from usecases.promises import take_promise
from usecases.receivables import replace_receivables

FILE = date(2026, 11, 20)
TUESDAY = date(2026, 11, 24)
NAME = "kl_to_1c.txt"
LOTUS = "7800000018"
THIN = "\u00a0"


def statement(*rows: str) -> bytes:
    """Rows as «number;roubles;tax number;payer;purpose»."""
    account = "40702810900000000001"
    lines = ["1CClientBankExchange", "ВерсияФормата=1.03", "Кодировка=Windows", f"РасчСчет={account}"]
    for row in rows:
        number, roubles, tax, payer, purpose = row.split(";")
        facts = {"Номер": number, "Дата": "24.11.2026", "Сумма": f"{roubles}.00", "ПлательщикИНН": tax, "Плательщик1": payer, "ПолучательСчет": account, "НазначениеПлатежа": purpose, "ДатаПоступило": "24.11.2026"}  # fmt: skip
        lines += ["СекцияДокумент=Платежное поручение", *(f"{key}={value}" for key, value in facts.items()), "КонецДокумента"]  # fmt: skip
    return "\r\n".join([*lines, "КонецФайла"]).encode("cp866")


def owed(document: str, roubles: int, due: date) -> NewReceivable:
    return NewReceivable(document, "", None, due, roubles * 100)


async def add_client(office: Office, whose: Phone, name: str, *rows: NewReceivable, tax: str | None = None) -> int:  # fmt: skip
    actor = await office.actor(whose)
    async with office.work() as work:
        id_ = await clients.add(work.tx, NewClient(actor.id, name, work.now, tax_number=tax))
        await clients.reindex(work.tx, id_)
        await replace_receivables(work, FILE, {id_: rows})
    return id_


async def debt_of(office: Office, client: int) -> int:
    async with office.work() as work:
        return (await receivables.lock(work.tx, [client]))[client].debt // 100


@pytest.fixture
async def anna(office: Office) -> Phone:
    """Ромашка has promised what it owes; Вега owes twice as much as it will pay."""
    anna = await office.hires("Анна")
    romashka = await add_client(office, anna, "Ромашка", owed("Реализация 1203", 120_500, date(2026, 11, 19)), tax="7701254366")  # fmt: skip
    await add_client(office, anna, "Вега-Маркет", owed("Реализация 7", 80_000, date(2026, 11, 2)), tax="6450264491")  # fmt: skip
    actor = await office.actor(anna)
    async with office.work() as work:
        await take_promise(actor, work, romashka, None, TUESDAY)
    await office.waits_until("12:00", TUESDAY)
    return anna


@pytest.fixture
async def clara(office: Office, anna: Phone) -> Phone:
    return await office.hires("Клара", Role.ACCOUNTANT)


async def test_the_manager_hears_of_money_in_the_same_minute(
    office: Office, anna: Phone, clara: Phone
) -> None:
    await clara.sends_file(NAME, sample_bank())
    clara.sees("Выписка из «kl_to_1c.txt». Ещё ничего не изменено.", "Счёт …0001, 24.11")
    clara.sees(f"Пришло 3 платежа на 200{THIN}545,50{THIN}₽", f"Узнал 2, на 170{THIN}500{THIN}₽")
    clara.sees(f"Не узнал 1, на 30{THIN}045,50{THIN}₽: спрошу после загрузки", '«ООО "Лютик"»')
    await clara.taps("Загрузить")
    clara.sees(
        "Выписка загружена: «kl_to_1c.txt», 3 платежа", "Разнесено 2, ждут клиента 1.", "Сообщил 1 менеджеру."
    )
    anna.sees(f"Оплатили 2 клиента: 170{THIN}500{THIN}₽")
    anna.sees(f"Ромашка 120{THIN}500{THIN}₽ — обещание закрыто, долга нет")
    anna.sees(f"Вега-Маркет 50{THIN}000{THIN}₽ — осталось 30{THIN}000{THIN}₽, просрочено 30{THIN}000{THIN}₽")
    anna.sees("У кого осталась просрочка — спросите об остатке.")
    await anna.taps("Вега-Маркет")
    anna.sees(f"Вега-Маркет: долг 30{THIN}000{THIN}₽")


async def test_taken_back_and_loaded_again(office: Office, anna: Phone, clara: Phone) -> None:
    await clara.sends_file(NAME, sample_bank())
    await clara.double_taps("Загрузить")
    assert len([one for one in anna.from_bot if "Оплатили" in one.text]) == 1
    loaded = clara.last
    await clara.sends_file(NAME, sample_bank())
    clara.sees("Уже загружено: 3")
    assert "Загрузить" not in clara.buttons
    await office.passes(minutes=5)
    await clara.taps_old(loaded, "Отменить загрузку")
    clara.sees("Загрузка отменена", anywhere=True)
    anna.sees("Оплата отозвана: 2 клиента", "долг снова", "Выписку отменили, долги как до неё.")
    async with office.work() as work:
        assert await payments.open_total(work.tx) == (0, 0)
    await clara.sends_file(NAME, sample_bank())
    clara.sees("Узнал 2")
    await anna.says("/debts")
    anna.sees(f"Долги: 200{THIN}500{THIN}₽")


async def test_what_nobody_knows_is_asked_and_the_answer_is_remembered(office: Office, anna: Phone, clara: Phone) -> None:  # fmt: skip
    tarasov = await add_client(office, anna, "Лавка на Садовой", owed("Реализация 9", 30_000, FILE))
    rows = [f"1;10000;{LOTUS};ООО Лютик;за Тарасова", f"2;5000;{LOTUS};ООО Лютик;за Тарасова", "3;700;7700000099;УФК;возврат налога"]  # fmt: skip
    await clara.sends_file(NAME, statement(*rows))
    await clara.taps("Загрузить")
    await clara.says("/debts")
    await clara.taps("Разнести платежи: 3")
    clara.sees("Платёж без клиента, 1 из 3", f"24.11, № 1: 10{THIN}000{THIN}₽", "ООО Лютик, ИНН 7800000018", "«за Тарасова»")  # fmt: skip
    await clara.taps("Найти клиента")
    clara.sees("какой это клиент?")
    await clara.says("ничего похожего")
    clara.sees("никого не нашёл")
    await clara.says("садовой")
    await clara.taps("Лавка на Садовой")
    clara.sees(f"Лавка на Садовой: зачтено 15{THIN}000{THIN}₽, 2 платежа.")
    anna.sees(f"Оплатил 1 клиент: 15{THIN}000{THIN}₽")
    assert await debt_of(office, tarasov) == 15_000
    await clara.taps("Разнести платежи: 1")
    await clara.taps("Не от клиента")
    clara.sees("УФК: не клиент. Больше не спрошу.")
    await clara.taps("Вернуть")
    clara.sees("Платёж без клиента, 1 из 1")
    await clara.taps("Не от клиента")
    rows = [f"4;6000;{LOTUS};ООО Лютик;за Тарасова", "5;800;7700000099;УФК;возврат налога"]
    await clara.sends_file(NAME, statement(*rows))
    clara.sees("Узнал 1", "Не от клиентов: 1")
    clara.does_not_see("Не узнал")
    await clara.taps("Загрузить")
    clara.sees("Разнесено 1, не от клиентов 1.")
    assert await debt_of(office, tarasov) == 9_000
    await clara.says("/import")
    assert not any("Разнести" in label for label in clara.buttons)


async def test_outlets_of_one_tax_number_are_told_apart_or_asked(
    office: Office, anna: Phone, clara: Phone
) -> None:
    tax = "5000000012"
    first = await add_client(office, anna, "Колос Мира", owed("Реализация 2101", 40_000, FILE), tax=tax)
    second = await add_client(office, anna, "Колос Ленина", owed("Реализация 2102", 25_000, FILE), tax=tax)
    rows = [
        f"1;1000;{tax};ООО Колос;по сч. 2102",
        f"2;40000;{tax};ООО Колос;за товар",
        f"3;77;{tax};ООО Колос;за товар",
    ]
    await clara.sends_file(NAME, statement(*rows))
    clara.sees("Узнал 2", "Не узнал 1")
    await clara.taps("Загрузить")
    assert (await debt_of(office, first), await debt_of(office, second)) == (0, 24_000)
    await clara.taps("Разнести платежи: 1")
    assert clara.buttons[:2] == ["Колос Мира", "Колос Ленина"]
    await clara.taps("Колос Ленина")
    clara.sees(f"Колос Ленина: зачтено 77{THIN}₽.")


async def test_a_name_alone_is_never_enough(office: Office, anna: Phone, clara: Phone) -> None:
    north = await add_client(office, anna, "Северный путь", owed("Реализация 5", 9_000, FILE))
    await clara.sends_file(NAME, statement('1;9000;;ООО "Северный путь";оплата', "2;50;;Без имени;"))
    clara.sees("Не узнал 2")
    await clara.taps("Загрузить")
    clara.sees("Ждут клиента: 2.")
    clara.does_not_see("Разнесено 0")
    await clara.taps("Разнести платежи: 2")
    assert clara.buttons[0] == "Северный путь"
    await clara.taps("Дальше ›")
    clara.sees("2 из 2", "Без имени")
    await clara.taps("Дальше ›")
    await clara.taps("Северный путь")
    assert await debt_of(office, north) == 0


async def test_each_manager_hears_only_of_the_own_clients(office: Office, anna: Phone, clara: Phone) -> None:
    vera = await office.hires("Вера", language="en")
    await add_client(office, vera, "Клевер", owed("Реализация 3", 500, FILE), tax=LOTUS)
    await clara.sends_file(NAME, statement(f"1;500;{LOTUS};Клевер;", "2;500;7701254366;Ромашка;"))
    await clara.taps("Загрузить")
    vera.sees(f"1 client paid: 500{THIN}₽", "Клевер", "no debt")
    vera.does_not_see("Ромашка")
    anna.does_not_see("Клевер", anywhere=True)


async def test_who_may_and_what_is_gone(office: Office, anna: Phone, clara: Phone) -> None:
    await anna.sends_file(NAME, sample_bank())
    anna.sees("Это выписка банка. Её присылает бухгалтер или руководитель.")
    await clara.sends_file(NAME, sample_bank()[:700])
    clara.sees("файл оборван")
    await clara.taps("Отмена")
    await clara.sends_file(NAME, sample_bank())
    await clara.taps("Загрузить")
    async with office.work() as work:
        waiting = (await payments.open_page(work.tx, 0, 1))[0].id
    client = await add_client(office, anna, "Лютик", owed("Реализация 4", 100, FILE))
    give = taps.GivePayment(payment=waiting, client=client).pack()
    await clara.sends_callback(give)
    clara.sees("Лютик: зачтено")
    await clara.sends_callback(give)
    assert clara.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    await anna.sends_callback(give)
    assert anna.alert == "Этого нет в вашей роли. Что доступно: /help."
    await clara.sends_callback(taps.OpenWaiting().pack())
    clara.sees("Платежей без клиента нет.")


async def test_the_sample_is_a_statement(office: Office, clara: Phone) -> None:
    await clara.says("/import")
    clara.sees("Выписка банка: файл для 1С")
    await clara.taps("Образец: выписка")
    assert clara.file() == ("Выписка банка, образец.txt", sample_bank())


async def test_a_payment_by_the_bank_stands_in_the_clients_history(
    office: Office, anna: Phone, clara: Phone
) -> None:
    await clara.sends_file(NAME, sample_bank())
    await clara.taps("Загрузить")
    await anna.says("ромашка")
    anna.sees(f"оплата 120{THIN}500{THIN}₽")
    await office.waits_until("10:00", office.today + timedelta(days=1))
    anna.does_not_see("обещали", anywhere=False)
