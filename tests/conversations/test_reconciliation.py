"""Reconciliation month by month: the act as files, sent, differing, answered by the accountant, signed."""

import io
from collections.abc import Sequence
from datetime import date, timedelta

import openpyxl
import pytest

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients, employees
from storage.clients import NewClient
from storage.receivables import NewReceivable
from tests.office import Office
from usecases import reconciliation
from usecases.receivables import replace_receivables

NBSP = "\u00a0"
OCTOBER = date(2026, 10, 1)


def sale(number: int, roubles: int, day: date) -> NewReceivable:
    return NewReceivable(f"Реализация {number} от {day:%d.%m.%Y}", "", day, None, roubles * 100)


OLD, NEW = sale(1131, 100_000, date(2026, 9, 14)), sale(1203, 120_500, date(2026, 10, 5))
FILES = (
    (date(2026, 9, 30), {"Ромашка": [OLD], "Вектор": [sale(9, 5_000, date(2026, 9, 20))]}),
    (date(2026, 10, 12), {"Ромашка": [OLD, NEW]}),
    (date(2026, 10, 30), {"Ромашка": [NEW]}),
)


async def ids_of(office: Office) -> dict[str, int]:
    async with office.work() as work:
        managers = await employees.all_ids(work.tx)
        return {found.name: found.id for found in await clients.page(work.tx, managers, 0, 100)}


@pytest.fixture
async def anna(office: Office) -> Phone:
    """A manager of two clients that owe since September; one of them was shipped to and has paid in October."""
    phone = await office.hires("Анна")
    manager = await office.actor(phone)
    async with office.work() as work:
        for name in ("Ромашка", "Вектор"):
            await clients.add(
                work.tx,
                NewClient(manager.id, name, work.now, legal_name=f"ООО «{name}»", tax_number="7715987654"),
            )
    ids = await ids_of(office)
    for as_of, rows in FILES:
        async with office.work() as work:
            found: dict[int, Sequence[NewReceivable]] = {ids[name]: one for name, one in rows.items()}
            await replace_receivables(work, as_of, found)
    return phone


@pytest.fixture
async def galina(office: Office, anna: Phone) -> Phone:
    return await office.hires("Галина", Role.ACCOUNTANT)


def plain(phone: Phone) -> str:
    return phone.screen.replace(NBSP, " ")


async def test_the_act_of_a_month_is_drafted_sent_and_signed(office: Office, anna: Phone) -> None:
    await anna.says("/reconciliation")
    anna.sees("Сверка за октябрь: подписано 0 из 2", "не отправлено 2")
    await anna.taps("Ромашка")
    anna.sees("Ромашка: сверка за октябрь не отправлена")
    shown = plain(anna)
    assert "На 31.10 нам должны 120 500 ₽" in shown
    assert "Было 100 000 ₽, отгружено 120 500 ₽, оплачено 100 000 ₽" in shown
    anna.sees("В акте нет нашего юрлица: попросите владельца его задать.", "2 месяца подряд без подписи")
    await anna.taps("Акт Excel")
    anna.sees("Ромашка: акт сверки за октябрь. Впишите наше юрлицо")
    name, data = anna.file()
    assert name == "Акт сверки Ромашка 10-2026.xlsx"
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert "Реализация 1203 от 05.10.2026" in texts
    assert "Оплата (по данным файла)" in texts
    assert any("Сто двадцать тысяч пятьсот рублей 00 копеек" in text for text in texts)
    await anna.taps("Отправил")
    anna.sees("Ромашка: сверка за октябрь отправлена")
    await anna.taps("Не отправлен")
    anna.does_not_see("сверка за октябрь отправлена")
    await anna.taps("Отправил")
    await anna.taps("Акт PDF")
    name, data = anna.file()
    assert (name, data[:4]) == ("Акт сверки Ромашка 10-2026.pdf", b"%PDF")
    await anna.taps("Подписан")
    anna.sees("сверка за октябрь подписана", "Пришлите фото или скан", anywhere=True)
    await anna.sends_photo(b"jpeg")
    assert anna.buttons[0] == "Показать скан"
    await anna.taps("Показать скан")
    anna.sees("Ромашка: подписанный акт за октябрь")
    await anna.says("/reconciliation")
    anna.sees("Сверка за октябрь: подписано 1 из 2")
    await anna.says("Ромашка")
    anna.sees("Сверка подписана за октябрь")
    ids = await ids_of(office)
    async with office.work() as work:
        assert await reconciliation.last_signed(work, ids.values()) == {ids["Ромашка"]: OCTOBER}


async def test_a_difference_goes_to_the_accountant_and_comes_back(
    office: Office, anna: Phone, galina: Phone
) -> None:
    await anna.says("/reconciliation")
    await anna.taps("Ромашка")
    await anna.taps("Расхождение")
    anna.sees("что не сходится?", "Реализация 1203")
    await anna.says("позвоню завтра")
    anna.sees("Не нашёл документа и суммы")
    await anna.says("1203: у них 90 000\nп/п 718 на 5000, нет у нас\nнакладную ищут")
    shown = plain(anna)
    assert "расхождение 35 500 ₽" in shown
    assert "Реализация 1203 от 05.10.2026: у нас 120 500 ₽, у них 90 000 ₽, разница 30 500 ₽" in shown
    anna.sees("Пояснение: накладную ищут", "Разбирает: Галина", "Ответ придёт сюда")
    galina.sees("Анна: Ромашка, сверка за октябрь — расхождение", "Проверьте документы и ответьте кнопкой.")
    card = galina.last
    await galina.double_taps("Исправили")
    galina.sees("сверка за октябрь — исправили у себя, нужен новый акт", "Можно добавить пояснение")
    assert not {"Отправил", "Подписан", "Расхождение"} & set(galina.buttons), "the next step is the manager's"
    assert "Акт PDF" in galina.buttons
    told = [one for one in anna.messages if "исправили у себя. Отправьте" in one.text]
    assert len(told) == 1, "a double tap tells once"
    await galina.says("накладная нашлась")
    anna.sees("Галина: Ромашка, сверка за октябрь — исправили", "«накладная нашлась»")
    heard = [one for one in anna.from_bot if "исправили у себя. Отправьте" in one.text]
    assert len(heard) == 1, "the words are added to what she was told"
    await anna.taps("Открыть сверку")
    anna.sees("исправили у себя, нужен новый акт", "Кто ответил: Галина")
    await anna.taps("Отправил")
    anna.sees("сверка за октябрь отправлена")
    await galina.taps_old(card, "Наши данные верны")
    assert "уже сделано" in (galina.alert or galina.screen)


async def test_where_our_name_is_set_is_told_to_the_owner_alone(office: Office, anna: Phone) -> None:
    owner = await office.hires("Ольга", Role.OWNER)
    await owner.says("/reconciliation")
    await owner.taps("Анна")
    await owner.taps("Ромашка")
    owner.sees("задайте company.legal_name и company.tax_number в config.yaml")
    await anna.says("/reconciliation")
    await anna.taps("Ромашка")
    anna.does_not_see("config.yaml")


async def test_an_unanswered_difference_is_spoken_of_again(
    office: Office, anna: Phone, galina: Phone
) -> None:
    await anna.says("/reconciliation")
    await anna.taps("Ромашка")
    await anna.taps("Расхождение")
    await anna.says("1203: у них 90 000")
    await office.waits_until("10:00", office.today + timedelta(days=2))
    galina.sees("Расхождение ждёт ответа: Ромашка")


async def test_who_needs_no_reconciliation_is_out_of_the_count(anna: Phone) -> None:
    await anna.says("/reconciliation")
    await anna.taps("Вектор")
    await anna.taps("Не нужна")
    await anna.says("разовая продажа")
    anna.sees("сверка за октябрь не нужна", "Пояснение: разовая продажа")
    await anna.taps("‹ Сверка")
    anna.sees("подписано 0 из 1", "не нужна 1")
    await anna.taps("Не нужна 1")
    anna.sees("Показаны те, с кем не нужна: 1")
    await anna.taps("Вектор")
    await anna.taps("Всё-таки нужна")
    anna.sees("Вектор: сверка за октябрь не отправлена")


async def test_other_months_are_a_tap_away(anna: Phone) -> None:
    await anna.says("/reconciliation")
    await anna.taps("‹ сентябрь")
    anna.sees("Сверка за сентябрь")
    await anna.taps("октябрь ›")
    await anna.taps("ноябрь ›")
    anna.sees("Сверка за ноябрь")
    assert not [one for one in anna.buttons if one.endswith("›")]


async def test_monday_begins_with_what_is_not_sent(office: Office, anna: Phone) -> None:
    await office.waits_until("09:30")
    anna.sees("Сверка за октябрь: не отправлено 2", "Начните с них:")
    assert plain(anna).index("Ромашка, 120 500 ₽") < plain(anna).index("Вектор, 5 000 ₽")
    manager, ids = await office.actor(anna), await ids_of(office)
    async with office.work() as work:
        for client in ids.values():
            await reconciliation.mark_signed(manager, work, client, 0)
    await office.waits_until("09:30", office.today + timedelta(days=7))
    said = [one for one in anna.messages if "Начните с них" in one.text]
    assert len(said) == 1, "silent when all is signed"


async def test_the_lead_and_the_accountant_see_it_by_manager(
    office: Office, anna: Phone, galina: Phone
) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    for phone in (boris, galina):
        await phone.says("/reconciliation")
        phone.sees("Сверка за октябрь: подписано 0 из 2", "Анна: подписано 0 из 2")
        await phone.taps("Анна")
        await phone.taps("Ромашка")
        phone.sees("Ромашка: сверка за октябрь не отправлена")
    ira = await office.hires("Ира")
    await ira.says("/reconciliation")
    ira.sees("сверять не с кем")


async def test_a_changed_balance_is_said_after_sending(office: Office, anna: Phone) -> None:
    await anna.says("/reconciliation")
    await anna.taps("Ромашка")
    await anna.taps("Отправил")
    late = sale(1290, 10_000, date(2026, 10, 31))
    ids = await ids_of(office)
    async with office.work() as work:
        await replace_receivables(work, date(2026, 11, 5), {ids["Ромашка"]: [NEW, late]})
    await anna.says("/reconciliation")
    await anna.taps("Ромашка")
    anna.sees("Остаток изменился: в отправленном акте")
    assert "130 500 ₽" in plain(anna)


async def test_it_speaks_english_too(office: Office, anna: Phone) -> None:
    john = await office.hires("John", Role.LEAD, language="en")
    await john.says("/reconciliation")
    john.sees("Reconciliation for October: 0 of 2 signed")
    await john.taps("Анна")
    await john.taps("Ромашка")
    john.sees("reconciliation for October not sent", "they owe us")
