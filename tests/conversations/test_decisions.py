"""One inbox of decisions: each kind asked, decided and found in the history; other hands; silence; the asker's own list."""

import asyncio
import io

import pytest
import sqlalchemy as sa
from openpyxl import load_workbook

from domain.actors import Role
from domain.decisions import DecisionKind
from sandbox.phone import Phone
from storage import employees
from storage.decision_tables import decisions
from storage.tables import audit
from tests.conversations.shop import Shop, hard, sees
from tests.conversations.test_contracts import CREDIT, LINE, contract_of
from tests.conversations.test_gifts import plans
from tests.conversations.test_greetings import smirnova
from tests.conversations.test_occasions import add_person
from tests.conversations.test_reports import FIRST, Firm
from tests.conversations.test_stops import MONDAY, VERY_OLD, owes, until
from tests.conversations.test_week import add_client
from tests.office import Office
from usecases import decisions as questions
from usecases import stop_list, stop_views
from usecases.receivables import replace_receivables

TWELVE = "масло 82,5 20 кор скидка 12%, молоко 10"
ROWS = sa.select(decisions.c.kind, decisions.c.verdict, decisions.c.decided_by).order_by(decisions.c.id)
TAKEN = sa.select(audit.c.facts).where(audit.c.action == "export")


@pytest.fixture
async def boris(office: Office) -> Phone:
    return await office.hires("Борис", Role.LEAD)


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def kept(office: Office) -> list[tuple[object, ...]]:
    async with office.work() as work:
        return await work.tx.rows(ROWS, lambda *row: row)


async def asks_for_discount(office: Office, limit: int | None = None) -> Shop:
    shop = await Shop(office).open(limit=limit)
    await shop.drafts(TWELVE)
    await shop.anna.taps("На согласование")
    return shop


async def test_two_who_ask_at_once_ask_one_question(office: Office, anna: Phone) -> None:
    asker = (await office.actor(anna)).id

    async def asks(amount: int) -> int:
        async with office.work() as work:
            return await questions.ask(work, DecisionKind.CONTRACT, 7, asker, amount=amount)

    first, second = await asyncio.gather(asks(100), asks(200))
    assert first == second
    assert await kept(office) == [("contract", None, None)]


async def of_another_team(office: Office, name: str, role: Role = Role.LEAD) -> Phone:
    async with office.work() as work:
        teams = {one.name: one.id for one in await employees.teams_by_id(work.tx)}
        team = teams.get("Розница") or await work.tx.value(employees.ADD_TEAM, name="Розница")
    return await office.hires(name, role, team=team)


async def test_an_empty_list_and_an_empty_history(office: Office, boris: Phone, anna: Phone) -> None:
    await boris.taps("✅ Решения")
    boris.sees("Решений не ждут.")
    await boris.taps("История")
    boris.sees("Решения: ноябрь 2026", "Ничего не решали.")
    await boris.taps("◀ Раньше")
    boris.sees("Решения: октябрь 2026")
    await boris.taps("✅ Решения")
    await boris.taps("Передать")
    boris.sees("Передать некому")
    await anna.says("/questions")
    anna.sees("Открытых вопросов нет.")
    await anna.says("/approvals")
    anna.does_not_see("Решений не ждут")


async def test_an_order_is_decided_from_the_list_and_the_next_card_opens(office: Office) -> None:
    shop = await asks_for_discount(office)
    boris, anna = shop.boris, shop.anna
    client = await shop.add_client("Вектор", limit=1_000_00)
    assert client
    await office.passes(minutes=10)
    await anna.says("/order")
    await anna.taps("Вектор")
    await anna.says("молоко 20 шт")
    await anna.taps("На согласование")
    await anna.says("/questions")
    sees(anna, "Ваши вопросы: 2", "1. 🧾 Ромашка, 53 600 ₽: скидка", "Решает: Борис, до 10:00")
    await office.waits_until("09:30")
    await boris.says("/approvals")
    sees(boris, "Ждут решения: 2", "1. 🧾 Ромашка, 53 600 ₽: скидка — Анна · ещё 30 мин", "2. 🧾 Вектор")
    assert "✅" not in boris.buttons
    await boris.taps("1. Ромашка")
    sees(boris, "Ромашка, 53 600 ₽ — разрешить скидку?")
    await boris.double_taps("Разрешить")
    sees(anna, "Ромашка")
    sees(boris, "Вектор", "разрешить отгрузку")
    await boris.taps("Отклонить")
    sees(boris, "Решений не ждут.")
    assert boris.buttons[:2] == ["История", "К сводке"]
    await boris.taps("История")
    sees(
        boris,
        "Спросили 2: да 1, нет 1, молчанием 0 · обычно за",
        "🧾 Ромашка, 53 600 ₽: скидка — Анна · да, Борис, за",
        "🧾 Вектор",
        "· нет, Борис, за",
    )
    await boris.taps("⛔ Стопы")
    sees(boris, "Ничего не решали.")
    me = await office.actor(boris)
    assert await kept(office) == [("order", "yes", me.id), ("order", "no", me.id)]


async def test_a_counter_offer_is_an_answer_and_credit_is_asked_anew(office: Office) -> None:
    shop = await asks_for_discount(office, limit=55_000_00)
    await shop.boris.taps("5\u00a0%")
    await shop.boris.says("/approvals")
    sees(shop.boris, "Решений не ждут.")
    await shop.anna.taps("Принять")
    await shop.boris.says("/approvals")
    sees(shop.boris, "Ждёт решения: 1", "1. 🧾 Ромашка, 57 800 ₽: отгрузка в долг — Анна")
    await shop.boris.taps("1. Ромашка")
    await shop.boris.taps("Разрешить")
    assert [row[:2] for row in await kept(office)] == [("order", "counter"), ("order", "yes")]


async def test_an_order_taken_back_or_left_unanswered_leaves_the_list(office: Office) -> None:
    shop = await asks_for_discount(office)
    await shop.anna.says("/orders")
    await shop.anna.taps("Ромашка")
    await shop.anna.taps("Отозвать")
    await shop.anna.taps("К заказу")
    await shop.anna.taps("На согласование")
    await office.waits_until("09:45")
    await office.waits_until("10:00")
    assert [row[1:] for row in await kept(office)] == [("withdrawn", None), ("silent_no", None)]
    await shop.boris.says("/approvals")
    await shop.boris.taps("История")
    sees(shop.boris, "Спросили 2: да 0, нет 0, молчанием 1", "молчанием нет, за", "· снято")


async def test_a_gift_is_agreed_to_in_the_list_and_refused_by_silence(
    office: Office, boris: Phone, anna: Phone
) -> None:
    await smirnova(office, anna)
    await plans(anna, "коньяк 5000")
    sees(anna, "Решает: Борис, до 18:00")
    await boris.says("/approvals")
    sees(boris, "Ждёт решения: 1", "🎁 Ромашка: коньяк, 5 000 ₽ — Анна · до 18:00")
    shown = boris.last
    await boris.double_taps("✅")
    sees(anna, "✅ Подарок согласован · Борис")
    sees(boris, "Решений не ждут.")
    await boris.taps_old(shown, "✅")
    assert boris.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    await add_person(office, anna, "Вектор", "Иванов Пётр", (30, 11, None))
    await plans(anna, "часы 9000", "Иванов")
    await office.waits_until("16:00")
    sees(boris, "⏳ Ждёт вашего решения, до 18:00", "🎁 Вектор: часы, 9 000 ₽ — Анна")
    await boris.taps("Открыть")
    assert {"✅ Согласовать", "❌ Не надо"} <= set(boris.buttons)
    await office.waits_until("18:00")
    sees(boris, "⌛ Время вышло: 🎁 Вектор: часы, 9 000 ₽. Ответа не было — отказано, Анна знает.")
    sees(anna, "⌛ Ответа не дождались: 🎁 Вектор: часы, 9 000 ₽. Не разрешено; спросите ещё раз")
    await anna.taps("Открыть")
    sees(anna, "🎁 Подарок не согласован")
    assert [row[:2] for row in await kept(office)] == [("gift", "yes"), ("gift", "silent_no")]


async def test_a_gift_is_reminded_of_by_hand_once_and_dropped(
    office: Office, boris: Phone, anna: Phone
) -> None:
    await smirnova(office, anna)
    await plans(anna, "часы 9000")
    await anna.says("/questions")
    asked = anna.last
    await anna.taps("🔔 Напомнить")
    sees(anna, "Напомнили: Борис.")
    sees(boris, "🔔 Анна напоминает: ждёт решения, до 18:00", "🎁 Ромашка: часы, 9 000 ₽")
    await anna.taps_old(asked, "🔔 Напомнить")
    assert anna.alert is not None
    assert "больше одного раза" in anna.alert
    await anna.taps("❓ Мои вопросы")
    assert "🔔 Напомнить" not in anna.buttons
    await anna.taps("1. Ромашка")
    await anna.taps("Отменить")
    assert [row[1:] for row in await kept(office)] == [("withdrawn", None)]
    await boris.taps("Открыть")
    sees(boris, "Подарок отменён")


async def test_terms_of_a_contract_wait_on_in_silence_and_are_decided(office: Office) -> None:
    shop = await Shop(office).open(supports=0)
    async with office.work() as work:
        await work.tx.run(CREDIT, id_=shop.client, credit_limit=10_000_000, payment_delay=7)
    anna = await contract_of(shop)
    await anna.says(LINE)
    for step in ("Подписан", "Действует"):
        await anna.taps(step)
    boris = shop.boris
    await boris.says("/approvals")
    sees(boris, "📄 Ромашка: условия договора, лимит 300 000 ₽, отсрочка 14 дн. — Анна")
    assert "✅" not in boris.buttons
    await until(office, office.today.replace(day=24), "18:00")
    await boris.says("/approvals")
    sees(boris, "Ждёт решения: 1", "до чт, 26 ноября, 18:00")
    await boris.taps("1. Ромашка")
    await boris.taps("✅")
    sees(boris, "Решений не ждут.")
    assert [row[:2] for row in await kept(office)] == [("contract", "yes")]


async def test_a_stop_is_at_the_lead_until_it_is_decided(office: Office) -> None:
    shop = await Shop(office).open(supports=0)
    await owes(shop, VERY_OLD)
    anna, boris = await office.actor(shop.anna), shop.boris
    async with office.work() as work:
        (named,) = await stop_list.name_candidates(anna, work)
    await boris.says("/approvals")
    sees(boris, "Решений не ждут.")
    async with office.work() as work:
        await stop_list.say_stop(anna, work, named.id)
        assert (await stop_views.get_stop(anna, work, named.id)).awaited == ("Борис",)
    await boris.says("/approvals")
    sees(boris, "⛔ Ромашка: стоп-лист, просрочка 50 000 ₽, 21 день — Анна · до завтра, 18:00")
    await boris.taps("1. Ромашка")
    await boris.taps("Не ставить")
    sees(boris, "Решений не ждут.")
    assert [row[:2] for row in await kept(office)] == [("stop", "no")]


async def test_the_walk_goes_on_after_a_typed_day_and_once_after_two_taps(office: Office) -> None:
    shop = await Shop(office).open(supports=0)
    others = [await shop.add_client(name) for name in ("Вектор", "Берёзка")]
    anna, boris = await office.actor(shop.anna), shop.boris
    async with office.work() as work:
        await replace_receivables(work, MONDAY, {client: [VERY_OLD] for client in (shop.client, *others)})
        for named in await stop_list.name_candidates(anna, work):
            await stop_list.say_stop(anna, work, named.id)
    await boris.says("/approvals")
    sees(boris, "Ждут решения: 3")
    await boris.taps("1. ")
    await boris.taps("Отгружать до…")
    await boris.says("пт")
    sees(boris, "ставить стоп?")
    await boris.double_taps("Не ставить")
    assert sum("ставить стоп?" in one.text for one in boris.from_bot) == 1
    await boris.says("/approvals")
    sees(boris, "Ждёт решения: 1")
    await boris.taps("История")
    sees(boris, "Спросили 2: да 0, свои условия 1, нет 1, молчанием 0")


async def test_a_week_plan_is_seen_in_the_list_or_stands_by_silence(
    office: Office, boris: Phone, anna: Phone
) -> None:
    await add_client(office, await office.actor(anna), "Ромашка")
    await anna.says("/week")
    await anna.taps("План")
    await anna.taps("Отдать руководителю")
    await boris.says("/approvals")
    sees(boris, "🗓 План недели с 30.11 — Анна · до 18:00")
    await boris.taps("✅")
    sees(boris, "Решений не ждут.")
    assert [row[:2] for row in await kept(office)] == [("week", "yes")]


async def test_one_question_is_given_to_a_lead_of_another_team(office: Office) -> None:
    shop = await asks_for_discount(office)
    vera = await of_another_team(office, "Вера")
    boris = shop.boris
    await vera.says("/approvals")
    sees(vera, "Решений не ждут.")
    await vera.sends_callback("decisions.open:1")
    vera.does_not_see("разрешить скидку", anywhere=True)
    await boris.says("/approvals")
    await boris.taps("Передать")
    sees(boris, "Что передать?", "1. 🧾 Ромашка")
    await boris.taps("1. Ромашка")
    await boris.taps("Вера")
    sees(boris, "Передано: Вера. 🧾 Ромашка, 53 600 ₽: скидка")
    sees(vera, "↪️ Борис передаёт вам решение", "Ромашка, 53 600 ₽ — разрешить скидку?")
    await shop.anna.says("/questions")
    sees(shop.anna, "Решает: Борис, Вера, до 10:00")
    await boris.taps("✅ Решения")
    sees(boris, "· у кого: Вера")
    card = next(one for one in reversed(boris.from_bot) if "разрешить скидку" in one.text)
    await vera.taps("Разрешить")
    sees(vera, "Ромашка")
    sees(shop.anna, "Вера")
    await boris.taps_old(card, "Отклонить")
    assert boris.alert is not None
    assert "Вера" in boris.alert
    await vera.says("ромашка")
    vera.does_not_see(hard("Ромашка, класс"))
    await boris.says("/approvals")
    await boris.taps("История")
    sees(boris, "· да, Вера, за")


async def test_all_are_lent_until_the_evening_and_come_back(
    office: Office, boris: Phone, anna: Phone
) -> None:
    vera = await of_another_team(office, "Вера")
    await smirnova(office, anna)
    await plans(anna, "часы 9000")
    await boris.says("/approvals")
    await boris.taps("Передать")
    await boris.taps("Все на время")
    await boris.taps("Вера")
    await boris.taps("До вечера")
    sees(boris, "До 23.11, 18:00 решает и Вера. Передан 1 вопрос.")
    sees(vera, "Борис передаёт вам решения до 23.11, 18:00. Ждёт 1 вопрос")
    await vera.taps("✅ Решения")
    sees(vera, "Ждёт решения: 1", "🎁 Ромашка: часы")
    await add_person(office, anna, "Вектор", "Иванов Пётр", (30, 11, None))
    await plans(anna, "ваза 8000", "Иванов")
    sees(vera, "Анна просит согласовать подарок", "ваза — 8 000 ₽")
    await vera.taps("✅ Согласовать")
    sees(anna, "✅ Подарок согласован · Вера")
    boris.sees("✅ Подарок согласован · Вера", anywhere=True)
    await boris.says("/approvals")
    await boris.taps("Вернуть себе")
    boris.does_not_see("решает и Вера")
    await vera.says("/approvals")
    sees(vera, "Решений не ждут.")


async def test_other_leads_see_nothing_and_the_head_over_both_sees_both(office: Office) -> None:
    shop = await asks_for_discount(office)
    vera = await of_another_team(office, "Вера")
    glafira = await of_another_team(office, "Глафира", Role.MANAGER)
    owner = await office.owner()
    await add_client(office, await office.actor(glafira), "Заря")
    await glafira.says("/week")
    await glafira.taps("План")
    await glafira.taps("Отдать руководителю")
    await shop.boris.says("/approvals")
    sees(shop.boris, "Ждёт решения: 1", "Ромашка")
    await vera.says("/approvals")
    sees(vera, "Ждёт решения: 1", "План недели с 30.11 — Глафира")
    async with office.work() as work:
        teams = {one.name: one.id for one in await employees.teams_by_id(work.tx)}
        head = await work.tx.value(employees.ADD_TEAM, name="Продажи")
        for team in teams.values():
            await work.tx.run(employees.PUT_UNDER, id_=team, parent=head)
    ivan = await office.hires("Иван", Role.LEAD, team=head)
    for phone in (ivan, owner):
        await phone.says("/approvals")
        sees(phone, "Ждут решения: 2", "Ромашка", "Глафира")


async def test_two_leads_of_one_team_and_the_first_word_counts(
    office: Office, boris: Phone, anna: Phone
) -> None:
    gleb = await office.hires("Глеб", Role.LEAD)
    await smirnova(office, anna)
    await plans(anna, "часы 9000")
    for lead in (boris, gleb):
        await lead.says("/approvals")
        sees(lead, "Ждёт решения: 1")
    await boris.taps("1. Ромашка")
    await gleb.taps("✅")
    await boris.taps("❌ Не надо")
    assert boris.alert == "Это уже сделано или изменилось. Откройте раздел заново."
    sees(anna, "✅ Подарок согласован · Глеб")


async def test_the_history_as_a_table_is_written_down(office: Office, boris: Phone, anna: Phone) -> None:
    await smirnova(office, anna)
    await plans(anna, "=часы 9000")
    await boris.says("/approvals")
    await boris.taps("✅")
    await boris.taps("История")
    await boris.taps("Чьи вопросы")
    await boris.taps("Анна")
    sees(boris, "Показано: Анна", "Спросили 1: да 1")
    await boris.taps("Файлом")
    name, data = boris.file()
    assert name == "Решения 2026-11.xlsx"
    rows = [*load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True)]
    assert rows[1][1:7] == ("🎁 Ромашка: =часы, 9\xa0000\xa0₽", "Ромашка", 9000, "Анна", "да", "Борис")
    async with office.work() as work:
        (facts,) = await work.tx.values(TAKEN)
    assert facts["what"] == "decisions"


async def test_a_stop_asked_while_all_is_lent_comes_to_the_deputy(office: Office) -> None:
    shop = await Shop(office).open(supports=0)
    vera = await of_another_team(office, "Вера")
    await owes(shop, VERY_OLD)
    anna = await office.actor(shop.anna)
    await office.waits_until("10:00")
    await shop.boris.says("/approvals")
    await shop.boris.taps("Передать")
    await shop.boris.taps("Вера")
    await shop.boris.taps("На неделю")
    async with office.work() as work:
        (named,) = (await stop_views.list_stops(anna, work)).lines
        await stop_list.say_stop(anna, work, named.id)
    await office.passes(minutes=1)
    sees(vera, "Ромашка")
    await vera.says("/approvals")
    await vera.taps("1. Ромашка")
    await vera.taps("Не ставить")
    me = await office.actor(vera)
    assert await kept(office) == [("stop", "no", me.id)]


async def test_a_report_is_accepted_from_the_list(office: Office) -> None:
    firm = await Firm(office).open()
    await office.waits_until("12:00", FIRST)
    await firm.anna.says("/report")
    await firm.anna.taps("Сдать")
    await firm.anna.says("/questions")
    sees(firm.anna, "📊 Отчёт: ноябрь 2026", "Решает: Борис, до чт, 3 декабря, 12:00")
    await firm.boris.says("/approvals")
    sees(firm.boris, "📊 Отчёт: ноябрь 2026 — Анна")
    await firm.boris.taps("1. 📊 Отчёт")
    await firm.boris.taps("Принять")
    sees(firm.boris, "Решений не ждут.")
    assert [row[:2] for row in await kept(office)] == [("report", "yes")]


async def test_a_lead_does_not_decide_what_the_lead_has_asked(office: Office) -> None:
    shop = await Shop(office).open(supports=0)
    vera = await office.hires("Вера", Role.LEAD)
    await shop.add_client("Заря", shop.boris, limit=1_000_00)
    boris = shop.boris
    await boris.says("/order")
    await boris.taps("Заря")
    await boris.says("масло 82,5 20 кор")
    await boris.taps("На согласование")
    await boris.says("/approvals")
    sees(boris, "Решений не ждут.")
    await boris.says("/questions")
    sees(boris, "Решает: Вера, до 10:00")
    await vera.says("/approvals")
    sees(vera, "Ждёт решения: 1", "🧾 Заря")
    await vera.taps("1. Заря")
    await vera.taps("Разрешить")
    sees(vera, "Решений не ждут.")


async def test_in_english(office: Office) -> None:
    boris = await office.hires("Boris", Role.LEAD, language="en")
    anna = await office.hires("Анна")
    await smirnova(office, anna)
    await plans(anna, "watch 9000")
    await boris.taps("✅ Decisions")
    sees(boris, "1 waits for a decision", "🎁 Ромашка: watch, 9 000 ₽ — Анна · by 18:00")
    await boris.taps("✅")
    sees(boris, "Nothing waits for a decision.")
    await boris.taps("History")
    sees(boris, "Decisions: November 2026", "Asked 1: yes 1, no 0, by silence 0 · usually in 1 min")
