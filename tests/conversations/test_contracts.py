"""A contract from one typed line to its renewal; who holds it, who agrees to it, who is told of its end."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients, contracts, persons
from storage.deal_tables import contracts as table
from storage.tables import clients as client_table
from tests.conversations.desk import sees
from tests.conversations.shop import Shop
from tests.office import Office

LINE = "№ 45/26 от 01.03.2026 до 28.02.2027, отсрочка 14, лимит 300 тыс, колонка опт"
CREDIT = clients.patch("credit_limit", "payment_delay")
ON_CLIENT = sa.select(
    client_table.c.payment_delay,
    client_table.c.credit_limit,
    client_table.c.price_column,
    client_table.c.contract_ends,
).where(client_table.c.id == sa.bindparam("id_"))
ALL = sa.select(table.c.stage, table.c.ends, table.c.agreement).order_by(table.c.id)


@pytest.fixture
async def shop(office: Office) -> Shop:
    opened = await Shop(office).open(supports=0)
    async with office.work() as work:
        await persons.add(work.tx, opened.client, "Смирнова Ольга", role="director")
        await work.tx.run(CREDIT, id_=opened.client, credit_limit=10_000_000, payment_delay=7)
    return opened


async def contract_of(shop: Shop) -> Phone:
    """Anna before the contract of Ромашка."""
    await shop.anna.says("ромашка")
    await shop.anna.taps("Договор")
    return shop.anna


async def on_client(shop: Shop) -> tuple[object, ...]:
    async with shop.office.work() as work:
        found = await work.tx.row(ON_CLIENT, lambda *row: row, id_=shop.client)
    assert found is not None
    return found


async def rows(shop: Shop) -> list[tuple[object, ...]]:
    async with shop.office.work() as work:
        return await work.tx.rows(ALL, lambda *row: row)


async def morning(office: Office, day: date) -> None:
    """What the day before was due is over, and the day's own pushes come."""
    await office.waits_until("10:00", day - timedelta(days=1))
    await office.waits_until("09:00", day)


def heard(phone: Phone) -> list[str]:
    """What the notices of ends said of each contract."""
    told = [message.text for message in phone.messages if message.text.startswith("Скоро конча")]
    return [line for text in told for line in text.splitlines() if "договор №" in line]


async def test_one_line_makes_a_contract_and_one_tap_moves_it(shop: Shop) -> None:
    anna = await contract_of(shop)
    sees(anna, "договора нет")
    await anna.says(LINE)
    sees(
        anna,
        "№ 45/26 — готовим",
        "от 01.03.2026 · до 28.02.2027",
        "отсрочка 14 дней · лимит 300 000 ₽ · цены опт",
    )
    await anna.taps("У клиента")
    sees(anna, "у клиента, с сегодня")
    await anna.says("/contracts")
    sees(anna, "У клиента: 1\nРомашка — с сегодня")
    await anna.taps("Ромашка")
    await anna.taps("Смирнова Ольга")
    sees(anna, "у клиента, Смирнова Ольга")
    await shop.office.passes(days=2)
    await anna.taps("У юриста")
    sees(anna, "у нас, у юриста, с сегодня")
    await anna.says("/contracts")
    sees(anna, "в работе 1", "Ромашка — у юриста")
    await shop.boris.says("/contracts")
    sees(shop.boris, "Ромашка — у юриста", "(Анна)")


async def test_what_is_missing_is_asked_by_buttons(shop: Shop) -> None:
    anna = await contract_of(shop)
    await anna.taps("По шагам")
    sees(anna, "какой номер договора?")
    await anna.says("77")
    sees(anna, "№ 77", "Не хватает: дата, срок, отсрочка, лимит, цены. Кнопкой или строкой")
    galina = await shop.office.hires("Галина", Role.ACCOUNTANT)
    await galina.sends_callback("contracts.open:1")
    assert galina.screen.endswith("лимит, цены."), "who cannot add it is not told how"
    await anna.taps("Дата")
    await anna.taps("23.11.2026")
    await anna.taps("Срок")
    await anna.says("когда-нибудь")
    sees(anna, "Такого срока нет: «когда-нибудь»")
    await anna.says("на год")
    sees(anna, "от 23.11.2026 · до 22.11.2027", "Не хватает: отсрочка, лимит, цены")
    await anna.taps("Цены")
    await anna.taps("опт")
    await anna.says("отсрочка 7, лимит 100 тыс")
    sees(anna, "отсрочка 7 дней · лимит 100 000 ₽ · цены опт")
    assert "Не хватает" not in anna.screen


async def test_more_credit_waits_for_the_lead(shop: Shop) -> None:
    anna = await contract_of(shop)
    await anna.says(LINE)
    await anna.double_taps("Подписан")
    await anna.taps("Действует")
    sees(anna, "действует", "Условия ждут согласия руководителя")
    assert await on_client(shop) == (7, 10_000_000, "опт", date(2027, 2, 28))
    sees(shop.boris, "Анна просит согласовать", "отсрочка 7 → 14 дн.", "лимит 100 000 ₽ → 300 000 ₽")
    await shop.boris.taps("Согласен")
    sees(shop.boris, "условия действуют для клиента")
    sees(anna, "Решение: Борис")
    assert await on_client(shop) == (14, 30_000_000, "опт", date(2027, 2, 28))
    await shop.boris.sends_callback("contracts.terms:1:0")
    assert shop.boris.alert == "Это уже сделано или изменилось. Откройте раздел заново."


async def test_less_credit_stands_at_once_and_a_refusal_changes_nothing(shop: Shop) -> None:
    anna = await contract_of(shop)
    await anna.says("№ 1 от 01.03.2026 до 28.02.2027, предоплата, лимит 50 тыс")
    await anna.taps("Действует")
    assert await on_client(shop) == (0, 5_000_000, "опт", date(2027, 2, 28))
    await anna.taps("Расторгнут")
    assert (await on_client(shop))[3] is None
    await anna.taps("Новый договор")
    await anna.says("№ 2 от 02.03.2026 бессрочный, отсрочка 30")
    await anna.taps("Действует")
    await shop.boris.taps("Отклонить")
    sees(anna, "условия отклонены")
    assert await on_client(shop) == (0, 5_000_000, "опт", None)


async def test_each_end_is_said_once_to_the_manager_and_late_ones_to_the_lead(shop: Shop) -> None:
    office = shop.office
    anna = await contract_of(shop)
    await anna.says("№ 3 от 01.01.2026 до 31.01.2027, предоплата, лимит 50 тыс")
    await anna.taps("Действует")
    await morning(office, date(2026, 12, 2))
    assert heard(anna) == ["Ромашка, договор № 3: до 31.01.2027, осталось 60 дней"]
    await morning(office, date(2026, 12, 4))
    assert len(heard(anna)) == 1
    assert heard(shop.boris) == []
    await morning(office, date(2027, 1, 15))
    assert heard(anna)[1:] == [
        "Ромашка, договор № 3: до 31.01.2027, осталось 17 дней",  # that of thirty days, after weeks of silence
        "Ромашка, договор № 3: до 31.01.2027, осталось 16 дней",
    ]
    assert heard(shop.boris) == ["Ромашка, договор № 3: до 31.01.2027, осталось 16 дней (Анна)"]


async def test_renewed_by_two_taps_the_history_stays(shop: Shop) -> None:
    anna = await contract_of(shop)
    await anna.says("№ 3 от 01.01.2026 до 31.12.2026, предоплата, лимит 50 тыс")
    await anna.taps("Действует")
    await anna.taps("Продлить")
    sees(anna, "договор до 31.12.2026")
    await anna.taps("до 31.12.2027")
    sees(anna, "№ 3, доп. соглашение 1 — готовим", "с 01.01.2027 · до 31.12.2027")
    await anna.taps("Подписан")
    await anna.taps("Действует")
    assert (await on_client(shop))[3] == date(2027, 12, 31)
    assert await rows(shop) == [("in_force", date(2026, 12, 31), 0), ("in_force", date(2027, 12, 31), 1)]
    manager = (await shop.office.actor(anna)).id
    async with shop.office.work() as work:
        year = (date(2026, 1, 1), date(2026, 12, 31))
        assert await contracts.signed_in(work.tx, [manager], *year) == {manager: 1}


async def test_prepared_anew_twice_is_one_and_not_renewed_is_silent(shop: Shop) -> None:
    anna = await contract_of(shop)
    await anna.says("№ 3 от 01.01.2026 до 31.12.2026")
    await anna.taps("Действует")
    await anna.taps("Не продлеваем")
    sees(anna, "не продлеваем")
    await morning(shop.office, date(2026, 12, 18))
    assert heard(anna) == []
    await anna.sends_callback("contracts.next:1")
    await anna.sends_callback("contracts.next:1")
    sees(anna, "без номера — готовим", "с 01.01.2027 · до 31.12.2027")
    assert len(await rows(shop)) == 2
    await shop.office.waits_until("10:00", date(2027, 1, 11))
    await anna.says("/contracts")
    assert (await on_client(shop))[3] is None
    assert (await rows(shop))[0][0] == "expired"


async def test_a_line_about_something_else_is_no_term(shop: Shop) -> None:
    anna = await contract_of(shop)
    await anna.says(LINE)
    await anna.says("вектор не ответил, набрать завтра")
    sees(anna, "Черновик", "Звонок: не ответил")


async def test_a_foreign_contract_is_a_missing_one(shop: Shop) -> None:
    anna = await contract_of(shop)
    await anna.says(LINE)
    vera = await shop.office.hires("Вера")
    for button in ("open:1", "stage:1:signed", "theirs:1:1", "ask:1:ends", "open:999999"):
        await vera.sends_callback(f"contracts.{button}")
        assert vera.alert == "Этого здесь больше нет. Откройте раздел заново."
    galina = await shop.office.hires("Галина", Role.ACCOUNTANT)
    await galina.sends_callback("contracts.open:1")
    sees(galina, "№ 45/26 — готовим")
