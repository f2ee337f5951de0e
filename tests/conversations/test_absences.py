"""Somebody is away: who stands in gets the lists and the messages, acts in their place, and gives it all back."""

import asyncio
from datetime import date, timedelta

import pytest

from domain.absences import AbsenceError, AbsenceKind, AbsencePlan
from domain.actors import Actor, Role
from domain.orders import OrderStatus
from sandbox.phone import Phone
from screens.callbacks.absences import AgreeAbsence, AskKind, CancelAbsence, OpenAbsence
from screens.callbacks.support import AskManager
from storage import absences as stored
from storage import counters, employees, orders
from tests.firm import Company, add_client, place, read
from tests.office import Office
from usecases import absences, substitution

FIRST, LAST = date(2026, 11, 25), date(2026, 11, 26)


def labels(phone: Phone) -> list[str]:
    return [message.text for message in phone.from_bot if message.text]


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


async def away(office: Office, firm: Company, line: str = "отпуск Анны 25–26.11 → Ира") -> None:
    await firm.boris.says(line)
    await firm.boris.taps("Поставить")
    firm.boris.sees("Отсутствие поставлено", "Анна — отпуск, 25.11 – 26.11 → Ира")


async def test_one_line_sets_it_and_both_are_told(office: Office, firm: Company) -> None:
    await away(office, firm)
    firm.anna.sees("Отсутствие согласовано", "Анна — отпуск, 25.11 – 26.11 → Ира")
    firm.ira.sees("Вы замещаете: Анна")
    async with office.work() as work:
        (found,) = await stored.of_days(work.tx, [firm.a.id], FIRST, LAST)
        assert (found.deputy_id, found.first_day, found.last_day) == (firm.i.id, FIRST, LAST)


async def test_names_in_latin_letters_are_found(firm: Company) -> None:
    await firm.boris.says("vacation of Anna 25-26 November → Ira")
    firm.boris.sees("Анна — отпуск, 25.11 – 26.11 → Ира")
    await firm.boris.taps("Отмена")
    await firm.boris.says("errand to Ira: call the bank tomorrow 12:00")
    firm.boris.sees("call the bank", "Ира")


async def test_two_leads_at_the_same_moment_set_it_once(office: Office, firm: Company) -> None:
    owner = await office.actor(firm.owner)
    plan = AbsencePlan(firm.a.id, AbsenceKind.VACATION, FIRST, LAST)
    begun = asyncio.Barrier(1 if office.database.one_writer else 2)

    async def take(lead: Actor) -> str:
        async with office.work() as work:
            await begun.wait()
            try:
                await absences.take(lead, work, plan)
            except AbsenceError as error:
                return str(error.facts["why"])
        return "set"

    assert sorted(await asyncio.gather(take(firm.lead), take(owner))) == ["overlap", "set"]


async def test_a_manager_asks_and_the_lead_chooses_somebody_else(office: Office, firm: Company) -> None:
    await firm.anna.says("отпуск 25–26.11")
    firm.anna.sees("Кто замещает?")
    await firm.anna.taps("Без замены")
    await firm.anna.taps("Попросить")
    firm.anna.sees("Ждёт ответа руководителя")
    firm.boris.sees("Анна просит согласовать")
    await firm.boris.taps("Другой заместитель")
    await firm.boris.taps("Ира")
    firm.boris.sees("Отсутствие поставлено")
    firm.ira.sees("Вы замещаете: Анна")
    firm.anna.sees("Отсутствие согласовано", "→ Ира")


async def test_what_others_write_goes_to_the_deputy_whose_buttons_act_for_the_absent(
    office: Office, firm: Company
) -> None:
    await add_client(office, firm.a, "Ромашка")
    await away(office, firm)
    await office.waits_until("00:00", FIRST)
    heard = len(labels(firm.anna))
    await firm.ira.says("ромашка не ответил")
    firm.ira.sees("👤 За: Анна", "Ромашка")
    await firm.ira.taps("Сохранить")
    async with office.work() as work:
        day = FIRST
        assert (await counters.of_day(work.tx, firm.a.id, day)).calls == 1
        assert (await counters.of_day(work.tx, firm.i.id, day)).calls == 0
    await firm.ira.says("/absences")
    await firm.ira.taps("👤 За: Анна")
    await firm.ira.taps("📞 Обзвон")
    firm.ira.sees("👤 За: Анна")
    assert len(labels(firm.anna)) == heard


async def test_orders_stay_the_owners_and_the_answers_of_support_come_to_the_deputy(
    office: Office, firm: Company
) -> None:
    romashka = await add_client(office, firm.a, "Ромашка")
    await away(office, firm)
    await office.waits_until("12:00", FIRST)
    acting = substitution.as_absent(firm.a, firm.i)
    order = await place(office, acting, romashka, 12_000_00)
    async with office.work() as work:
        found = await orders.find(work.tx, order)
        assert found is not None
        assert found.employee_id == firm.a.id
        assert (await counters.of_day(work.tx, firm.a.id, FIRST)).order_sum == 12_000_00
    history = [row for row in await read(office, "timeline") if row["client_id"] == romashka]
    assert [row["employee_id"] for row in history] == [firm.i.id]
    heard = len(labels(firm.anna))
    await firm.support.says("/orders")
    await firm.support.sends_callback(AskManager(order=order).pack())
    await firm.support.says("Какой адрес?")
    firm.ira.sees("👤 За: Анна", "Какой адрес?")
    assert len(labels(firm.anna)) == heard
    await firm.ira.taps("Ответить")
    await firm.ira.says("Ленина, 5")
    firm.support.sees("Ленина, 5")


async def test_what_goes_to_the_deputy_is_in_the_deputys_language(office: Office, firm: Company) -> None:
    romashka = await add_client(office, firm.a, "Ромашка")
    await away(office, firm)
    async with office.work() as work:
        await work.tx.run(employees.SET_LANGUAGE, id_=firm.i.id, language="en")
    await office.waits_until("12:00", FIRST)
    order = await place(office, substitution.as_absent(firm.a, firm.i), romashka, 12_000_00)
    await firm.support.says("/orders")
    await firm.support.sends_callback(AskManager(order=order).pack())
    await firm.support.says("Какой адрес?")
    firm.ira.sees("👤 For: Анна", "Света asks", "Какой адрес?")
    await firm.ira.taps("Answer")
    await firm.ira.says("Ленина, 5")
    firm.support.sees("Ленина, 5")


async def test_a_button_of_yesterday_says_that_the_place_is_taken_no_more(
    office: Office, firm: Company
) -> None:
    await add_client(office, firm.a, "Ромашка")
    await away(office, firm)
    await office.waits_until("09:00", LAST)
    await office.waits_until("00:00", LAST + timedelta(days=1))
    await firm.ira.sends_callback(f"calls.next@{firm.a.id}")
    assert firm.ira.alert == "Замещение закончилось: Анна. Дальше отвечает сам сотрудник."


async def test_back_earlier_ends_it_at_once(office: Office, firm: Company) -> None:
    await add_client(office, firm.a, "Ромашка")
    await away(office, firm)
    await office.waits_until("10:00", LAST)
    await firm.anna.says("/absences")
    firm.anna.sees("Вас нет сегодня, замещает Ира")
    await firm.anna.taps("25.11 – 26.11")
    await firm.anna.taps("На работе раньше")
    await firm.anna.taps("Да")
    firm.ira.sees("Снова на работе: Анна")
    firm.boris.sees("Снова на работе: Анна")
    await firm.ira.sends_callback(f"calls.next@{firm.a.id}")
    assert "Замещение закончилось" in (firm.ira.alert or "")


async def test_who_was_only_proposed_hears_nothing_of_a_refusal(office: Office, firm: Company) -> None:
    await firm.anna.says("отпуск 25–26.11 → Ира")
    await firm.anna.taps("Попросить")
    await firm.boris.taps("❌ Отказать")
    firm.anna.sees("Отсутствие не согласовано")
    assert not any("отпуск" in text for text in labels(firm.ira))
    await firm.anna.taps("Другие дни")
    firm.anna.sees("отпуск")
    await firm.anna.says("27.11")
    await firm.anna.taps("Ира")
    await firm.anna.taps("Попросить")
    firm.boris.sees("27.11")


async def test_the_place_of_an_absent_deputy_is_opened_by_whoever_stands_in_for_both(
    office: Office, firm: Company
) -> None:
    await away(office, firm)
    await firm.boris.says("отпуск Иры 26.11 → Борис")
    await firm.boris.taps("Поставить")
    await office.waits_until("10:00", LAST)
    told = [message.text for message in firm.boris.from_bot if "замещаете: Ира" in message.text]
    assert told[-1].startswith("👤 Вы замещаете: Ира\nсегодня")
    await firm.boris.says("/absences")
    firm.boris.sees("Вы замещаете:", "Анна — отпуск", "Ира — отпуск")
    await firm.boris.taps("👤 За: Анна")
    firm.boris.sees("За: Анна")
    await firm.boris.taps("👥 Клиенты")
    firm.boris.sees("👤 За: Анна")


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("отпуск Иры 25–26.11", "Свои дни пишут так"),
        ("отпуск 25–26.11 → Вася", "«Вася» замещать не может. Напишите другое имя или строку без имени"),
        ("отпуск 20–21.11", "20.11.2027 – 21.11.2027"),
        ("отпуск у меня с 25.11 на 2 дня → Ира", "Анна — отпуск, 25.11 – 26.11 → Ира"),
    ],
)
async def test_what_cannot_be_is_answered_with_what_can(
    office: Office, firm: Company, line: str, answer: str
) -> None:
    await firm.anna.says(line)
    firm.anna.sees(answer)


async def test_while_a_deputy_is_asked_for_the_line_and_the_days_may_be_said_anew(
    office: Office, firm: Company
) -> None:
    await firm.anna.says("больничный завтра")
    await firm.anna.says("25–26.11")
    firm.anna.sees("больничный 25.11 – 26.11", "Кто замещает?")
    await firm.anna.says("отпуск 25–26.11 → Ира")
    firm.anna.sees("Анна — отпуск, 25.11 – 26.11 → Ира")


async def test_a_named_deputy_who_is_away_is_asked_for_anew(office: Office, firm: Company) -> None:
    await away(office, firm)
    await firm.boris.says("отпуск Иры 26–27.11 → Анна")
    firm.boris.sees("Кто замещает?", "Анна — нет до чт, 26 ноября")
    assert "Анна" not in firm.boris.buttons
    await firm.boris.taps("Без замены")
    await firm.boris.taps("Поставить")
    firm.boris.sees("Отсутствие поставлено")


async def test_of_a_dismissed_deputy_the_lead_is_told_to_choose_another(
    office: Office, firm: Company
) -> None:
    await away(office, firm)
    await firm.boris.says("/team")
    await firm.boris.taps("Ира")
    await firm.boris.taps("Уволить")
    await firm.boris.taps("Да, закрыть доступ")
    firm.boris.sees("Теперь не замещает никто: Анна")
    await firm.boris.taps("Другой заместитель")
    await firm.boris.taps("Борис")
    firm.boris.sees("Анна — отпуск, 25.11 – 26.11 → Борис")


async def test_nobody_agrees_to_the_own_absence_in_the_place_of_the_lead(
    office: Office, firm: Company
) -> None:
    await firm.owner.says("отпуск Бориса 25–26.11 → Анна")
    await firm.owner.taps("Поставить")
    await office.waits_until("10:00", FIRST)
    await firm.anna.says("отпуск 1.12")
    await firm.anna.taps("Без замены")
    await firm.anna.taps("Попросить")
    firm.owner.sees("Анна просит согласовать")
    async with office.work() as work:
        (found,) = await stored.open_on(work.tx, [firm.a.id], date(2026, 12, 1), date(2026, 12, 1))
    await firm.anna.sends_callback(AgreeAbsence(absence=found.id).pack() + f"@{firm.lead.id}")
    await firm.anna.sends_callback(AskKind(employee=firm.a.id).pack() + f"@{firm.lead.id}")
    firm.anna.does_not_see("почему не будет")
    async with office.work() as work:
        assert not await stored.of_days(work.tx, [firm.a.id], date(2026, 12, 1), date(2026, 12, 1))
    await firm.owner.taps("✅ Разрешить")
    firm.anna.sees("Отсутствие согласовано")


async def test_who_has_no_part_in_it_cannot_touch_it(office: Office, firm: Company) -> None:
    await away(office, firm)
    async with office.work() as work:
        (found,) = await stored.of_days(work.tx, [firm.a.id], FIRST, LAST)
    for stranger in (firm.gleb, firm.oleg):
        for tap in (OpenAbsence(absence=found.id), CancelAbsence(absence=found.id, sure=True)):
            await stranger.sends_callback(tap.pack())
            assert "нет" in (stranger.alert or "")
    await firm.gleb.sends_callback(f"calls.next@{firm.a.id}")
    assert "Замещение закончилось" in (firm.gleb.alert or "")


async def test_it_ends_by_itself_with_an_account(office: Office, firm: Company) -> None:
    await add_client(office, firm.a, "Ромашка")
    await away(office, firm)
    await office.waits_until("10:00", FIRST)
    await firm.ira.says("ромашка не ответил")
    await firm.ira.taps("Сохранить")
    await office.waits_until("09:00", LAST + timedelta(days=1))
    firm.anna.sees("С возвращением", "1 звонок", anywhere=True)
    await firm.ira.says("ромашка думает до среды")
    firm.ira.does_not_see("За: Анна")


async def test_a_lead_who_is_back_hears_what_was_decided_and_what_waits(
    office: Office, firm: Company
) -> None:
    romashka = await add_client(office, firm.a, "Ромашка")
    await firm.boris.says("отпуск 25–26.11 → Ира")
    await firm.boris.taps("Поставить")
    await office.waits_until("10:00", FIRST)
    order = await place(office, firm.a, romashka, 12_000_00, hand=False)
    await firm.ira.sends_callback(f"orders.yes:{order}@{firm.lead.id}")
    await office.waits_until("07:30", LAST + timedelta(days=1))
    await place(office, firm.a, romashka, 13_000_00, hand=False)
    await office.waits_until("09:00", LAST + timedelta(days=1))
    back = next(one for one in reversed(firm.boris.from_bot) if "С возвращением" in one.text)
    assert "принято 1 решение" in back.text
    assert "1 вопрос на решение" in back.text
    assert [one["text"] for one in back.keyboard[0]] == ["📋 Сводка", "✅ Решения"]


async def test_pushes_of_the_change_day_go_to_whose_day_it_is(office: Office, firm: Company) -> None:
    await add_client(office, firm.a, "Ромашка")
    await away(office, firm)
    await office.waits_until("09:00", FIRST - timedelta(days=1))
    assert any("Ромашка" in text for text in labels(firm.anna))
    before = len(labels(firm.anna))
    await office.waits_until("09:00", FIRST)
    assert len(labels(firm.anna)) == before
    assert any(text.startswith("👤 За: Анна") for text in labels(firm.ira))
    await office.waits_until("09:00", LAST + timedelta(days=1))
    assert len(labels(firm.anna)) > before


async def test_a_deputy_who_is_asked_anyway_is_asked_once(office: Office, firm: Company) -> None:
    async with office.work() as work:
        team = (await employees.teams_by_id(work.tx))[0].id
    nina = await office.hires("Нина", Role.LEAD, team=team)
    await firm.owner.says("отпуск Бориса 25–26.11 → Нина")
    await firm.owner.taps("Поставить")
    await office.waits_until("10:00", FIRST)
    before = len(labels(nina)), len(labels(firm.boris))
    await firm.anna.says("отгул 1.12")
    await firm.anna.taps("Без замены")
    await firm.anna.taps("Попросить")
    nina.sees("Анна просит согласовать")
    assert (len(labels(nina)), len(labels(firm.boris))) == (before[0] + 1, before[1])
    await nina.taps("Разрешить")
    nina.sees("Отсутствие поставлено")
    nina.does_not_see("За: Борис")


async def test_a_lead_who_stands_in_for_another_of_the_team_gets_one_digest(
    office: Office, firm: Company
) -> None:
    async with office.work() as work:
        team = (await employees.teams_by_id(work.tx))[0].id
    nina = await office.hires("Нина", Role.LEAD, team=team)
    await firm.owner.says("отпуск Бориса 25–26.11 → Нина")
    await firm.owner.taps("Поставить")
    await office.waits_until("10:00", FIRST)
    plans = [text for text in labels(nina) if "План дня" in text and "25 ноября" in text]
    assert len(plans) == 1
    assert "За: Борис" not in plans[0]
    await nina.says("/absences")
    nina.sees("Сейчас нет 1 человека", "Вы замещаете:")


async def test_nobody_decides_in_the_place_of_a_lead_what_they_ask_themselves(
    office: Office, firm: Company
) -> None:
    romashka = await add_client(office, firm.a, "Ромашка")
    await firm.owner.says("отпуск Бориса 25–26.11 → Анна")
    await firm.owner.taps("Поставить")
    await office.waits_until("10:00", FIRST)
    order = await place(office, firm.a, romashka, 12_000_00, hand=False)
    await firm.anna.sends_callback(f"orders.yes:{order}@{firm.lead.id}")
    assert firm.anna.alert == "Свой заказ согласует Олег."
    async with office.work() as work:
        found = await orders.find(work.tx, order)
    assert found is not None
    assert found.status == OrderStatus.ON_APPROVAL
    await firm.owner.sends_callback(f"orders.yes:{order}")
    async with office.work() as work:
        found = await orders.find(work.tx, order)
    assert found is not None
    assert found.status == OrderStatus.HANDED_OVER


async def test_over_an_own_card_a_line_about_an_absent_persons_client_is_theirs(
    office: Office, firm: Company
) -> None:
    await add_client(office, firm.a, "Ромашка")
    await add_client(office, firm.i, "Вектор")
    await away(office, firm)
    await office.waits_until("09:00", FIRST)
    await firm.ira.says("/calls")
    await firm.ira.taps("Начать обзвон")
    firm.ira.sees("Вектор")
    await firm.ira.says("ромашка думает до среды")
    firm.ira.sees("👤 За: Анна", "Ромашка")
    await firm.ira.taps("Сохранить")
    async with office.work() as work:
        assert (await counters.of_day(work.tx, firm.a.id, FIRST)).calls == 1
        assert (await counters.of_day(work.tx, firm.i.id, FIRST)).calls == 0


async def test_over_a_card_of_another_place_a_line_about_the_own_client_is_ones_own(
    office: Office, firm: Company
) -> None:
    await add_client(office, firm.a, "Ромашка")
    await add_client(office, firm.i, "Вектор")
    await away(office, firm)
    await office.waits_until("09:00", FIRST)
    await firm.ira.says("ромашка")
    firm.ira.sees("👤 За: Анна", "Ромашка")
    await firm.ira.says("вектор думает до среды")
    firm.ira.sees("Вектор")
    assert "За: Анна" not in firm.ira.screen
    await firm.ira.taps("Сохранить")
    await firm.ira.says("ромашка")
    await firm.ira.says("вектор")
    firm.ira.sees("Вектор")
    assert "За: Анна" not in firm.ira.screen
    async with office.work() as work:
        assert (await counters.of_day(work.tx, firm.a.id, FIRST)).calls == 0
        assert (await counters.of_day(work.tx, firm.i.id, FIRST)).calls == 1
