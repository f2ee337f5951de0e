"""A Friday and the first of a month: one message, every figure counted again from the raw rows by other code."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.absences import AbsenceKind, AbsenceState, moments_of
from domain.actors import Role
from domain.charts import Rows
from domain.outcomes import Outcome, is_reached
from domain.targets import TargetKind
from storage import absences, counters, targets
from tests.firm import Company, add_client, call, owes, place, played_day, read
from tests.office import MOSCOW, Office
from usecases import people

MONDAY, FRIDAY, FIRST = date(2026, 11, 23), date(2026, 11, 27), date(2026, 12, 1)


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


def table_of(text: str) -> dict[str, list[str]]:
    rows = [line.split(" | ") for line in text.splitlines() if " | " in line]
    return {row[0]: row[1:] for row in rows}


def thousands(kopecks: int) -> str:
    return f"{kopecks // 100_000} т.р."


async def worked_week(office: Office, firm: Company) -> dict[str, int]:
    """Two days as they are played, then Ира falls ill and Анна sells on."""
    ids = await played_day(office, firm)
    await office.waits_until("11:00", date(2026, 11, 25))
    await be_absent(office, firm.i.id, date(2026, 11, 25), firm.a.id)
    for day in (25, 26, 27):
        await office.waits_until("12:00", date(2026, 11, day))
        for _ in range(20):
            await call(office, firm.a, ids["Луч"], Outcome.TALKED)
    await place(office, firm.a, ids["Заря"], 12_000_000)
    return ids


async def be_absent(office: Office, who: int, first: date, deputy: int | None) -> None:
    """Ill until Friday."""
    starts, ends = moments_of(first, FRIDAY, MOSCOW)
    async with office.work() as work:
        await absences.add(
            work.tx,
            employee_id=who,
            deputy_id=deputy,
            kind=AbsenceKind.SICK.value,
            first_day=first,
            last_day=FRIDAY,
            starts_at=starts,
            ends_at=ends,
            created_by=who,
            created_at=work.now,
            state=AbsenceState.SET.value,
            decided_by=None,
            decided_at=None,
        )


async def test_a_friday_is_one_message_with_the_day_in_it(office: Office, firm: Company) -> None:
    await worked_week(office, firm)
    await office.waits_until("18:30", FRIDAY)
    told = [one for one in firm.boris.from_bot if "Итог" in one.text and "27 ноября" in one.text]
    assert len(told) == 1
    text = firm.boris.sees("Итог недели · 23–27 ноября", "Сегодня: заказы 120 т.р., 20 звонков из 30").text
    calls = [row for row in await read(office, "calls") if MONDAY <= row["day"] <= FRIDAY]
    sold = [row for row in await read(office, "orders") if row["day"] and row["status"] != "draft"]
    rows = table_of(text)
    days = {firm.a.id: 5, firm.i.id: 2}
    for who, name in ((firm.a.id, "Анна"), (firm.i.id, "Ира 🏖")):
        own = [row for row in sold if row["employee_id"] == who]
        made = sum(row["employee_id"] == who for row in calls)
        assert rows[name] == [thousands(sum(one["total"] for one in own)), "—", f"{made}/{30 * days[who]}"]
    ours = [row for row in sold if row["employee_id"] in days]
    assert f"Заказы: {thousands(sum(row['total'] for row in ours))}, {len(ours)} заказа" in text
    reached = [is_reached(Outcome(row["outcome"])) for row in calls if row["employee_id"] in days]
    share = round(100 * sum(reached) / len(reached))
    assert f"Звонки: {len(reached)} из 210 · дозвон {share}\u00a0%" in text
    assert "Анна: 66 звонков" not in text
    assert "Ира: за неделю 5 звонков из 60" in text
    assert "Ромашка: обещание на 120 т.р. не сдержано" in text
    assert len(text.splitlines()) <= 25


async def test_a_line_of_the_week_is_asked_praised_and_given_as_an_errand(
    office: Office, firm: Company
) -> None:
    await worked_week(office, firm)
    await office.waits_until("18:30", FRIDAY)
    week = firm.boris.last
    await firm.boris.taps_old(week, "👏 6 · Анна")
    assert "Вектор: заказ на 340 т.р." in firm.anna.from_bot[-1].text
    number = next(line[0] for line in week.text.splitlines() if "Ромашка: обещание" in line)
    row = next(row for row in week.keyboard if row[0]["text"].startswith(number))
    await firm.boris.taps_old(week, row[1]["text"])
    assert "обещание на 120 т.р." in firm.anna.from_bot[-1].text


async def test_all_that_a_week_calls_attention_to(office: Office, firm: Company) -> None:
    for name in ("Альфа", "Бета", "Гамма", "Дельта", "Каппа", "Омега"):
        one = await add_client(office, firm.a, name)
        await owes(office, one, 20_000_000)
        await call(office, firm.a, one, Outcome.PROMISE, day=date(2026, 11, 25), amount=20_000_000)
    await office.waits_until("12:00", FRIDAY)
    await firm.boris.says("/digest")
    await firm.boris.taps("Неделя")
    week = firm.boris.sees("Итог недели", "4. ").text
    assert "5. " not in week
    every = int(week.partition("Требует внимания: ")[2].split()[0])
    assert every > 6
    await firm.boris.taps(f"Показать все: {every}")
    assert len(firm.boris.sees("Альфа", "Омега", f"{every}. ").text.splitlines()) == every + 1
    await firm.boris.taps("‹ К неделе")
    firm.boris.sees("Итог недели")


async def test_the_week_from_near(office: Office, firm: Company) -> None:
    await worked_week(office, firm)
    await office.waits_until("18:30", FRIDAY)
    await firm.boris.taps("Результаты")
    outcomes = Counter(
        row["outcome"]
        for row in await read(office, "calls")
        if row["day"] >= MONDAY and row["employee_id"] in {firm.a.id, firm.i.id}
    )
    text = firm.boris.sees("Чем кончились звонки · 23–27 ноября").text
    assert table_of(text)["Поговорили"][0] == str(outcomes["talked"])
    await firm.boris.taps("Долги")
    firm.boris.sees("Долги", "Анна | 300 т.р. | 300 т.р.")
    await firm.boris.taps("Деньги")
    firm.boris.sees("Всего | 3 | 510 т.р.")
    await firm.boris.taps("‹ К неделе")
    firm.boris.sees("Итог недели · 23–27 ноября")
    await firm.boris.taps("Анна")
    firm.boris.sees("Анна · 23–27 ноября", "2 заказа на 460\u00a0000\u00a0₽", "пт 27 | 20 | 120 т.р.")
    await firm.boris.taps("‹ К неделе")
    await firm.boris.taps("‹ Прошлая")
    firm.boris.sees("Итог недели · 16–22 ноября", "Заказы: 0\u00a0₽")


async def test_the_first_of_a_month_tells_of_the_month_before_with_its_picture(
    office: Office, firm: Company
) -> None:
    await worked_week(office, firm)
    async with office.work() as work:
        for who, value in ((firm.a.id, 50_000_000), (firm.i.id, 40_000_000)):
            month = date(2026, 11, 1)
            await targets.add(
                work.tx, month, {TargetKind.SALES: value}, by=firm.lead.id, at=work.now, employee=who
            )
    await office.waits_until("18:30", date(2026, 11, 30))
    firm.boris.sees("Итог дня · пн, 30 ноября")
    await office.waits_until("09:05", FIRST)
    ended = next(one for one in firm.boris.from_bot if "Итог месяца · ноябрь 2026" in one.text)
    text = ended.text
    rows = table_of(text)
    assert rows["Анна"][:2] == ["460 т.р.", "92\u00a0%"]
    assert rows["Ира 🏖"][:2] == ["50 т.р.", "12\u00a0%"]
    assert "Ира: 12\u00a0% темпа продаж, 50 т.р. из 400 т.р." in text
    assert "Анна: больше всех за месяц, 2 заказа на 460 т.р." in text
    picture = next(one for one in reversed(firm.boris.from_bot) if one.photo)
    assert picture.id == ended.id - 1
    shown = next(one for one in office.artist.drawn if one.labels == ("Анна", "Ира"))
    assert isinstance(shown, Rows)
    assert [one.values for one in shown.series] == [(460, 50), (40, 350)]
    assert shown.marks == ("460 т.р. · 92\u00a0%", "50 т.р. · 12\u00a0%")
    await firm.boris.taps_old(ended, "1 · Ира")
    opened = next(one.text for one in firm.boris.from_bot if "Ира · ноябрь 2026" in one.text)
    assert "3 рабочих дня отсутствия" in opened
    assert not any("Итог месяца" in one.text for one in firm.anna.from_bot)


async def test_pictures_on_a_tap(office: Office, firm: Company) -> None:
    client = await add_client(office, firm.a, "Ромашка")
    await firm.boris.says("/digest")
    await firm.boris.taps("Картинка")
    firm.boris.sees("Продажи, ноябрь 2026: 0\u00a0₽", "Рисовать пока нечего")
    await owes(office, client, 10_000_000)
    await firm.boris.taps("Долги по срокам")
    firm.boris.sees("Долги: 100 т.р., просрочено 100 т.р. (100\u00a0%)")
    assert office.artist.drawn[-1].labels == ("Анна",)


async def test_who_is_away_has_no_norm_and_who_is_not_covered_is_named(office: Office, firm: Company) -> None:
    await be_absent(office, firm.a.id, MONDAY, firm.i.id)
    await be_absent(office, firm.i.id, MONDAY + timedelta(days=1), None)
    await office.waits_until("15:00")
    firm.boris.sees("Не в темпе на 15:00: 1 из 1", "1. Ира")
    await firm.boris.says("/digest")
    firm.boris.sees("Звонки: 0 из 30", "Анна | больничный до 27.11, замещает Ира")
    await office.waits_until("15:00", MONDAY + timedelta(days=1))
    await firm.boris.says("/digest")
    firm.boris.sees("Ира: больничный до пт, 27 ноября, никто не замещает", "Звонки: 0 · дозвон 0")
    firm.boris.does_not_see("из 30")
    await firm.boris.taps("1 · Ира")


async def test_the_week_reads_well_in_english_and_shuts_strangers_out(office: Office, firm: Company) -> None:
    await worked_week(office, firm)
    joan = await office.hires("Joan", language="en")
    del joan
    await firm.gleb.sends_callback(f"digest.period:week:{FRIDAY.toordinal()}:{firm.a.team_id}")
    assert "Анна" not in firm.gleb.screen
    await firm.anna.sends_callback(f"digest.period:week:{FRIDAY.toordinal()}:0")
    firm.anna.does_not_see("Ира")
    await firm.boris.sends_callback(f"digest.period:week:{(FRIDAY + timedelta(days=9)).toordinal()}:0")
    assert firm.boris.alert


async def test_the_morning_of_a_monday_accuses_nobody_and_the_teams_own_target_stands(
    office: Office, firm: Company
) -> None:
    await firm.boris.says("цели команда Опт ноябрь: продажи 6 млн")
    await firm.boris.says("цели Анна ноябрь: продажи 3 млн")
    await office.waits_until("09:30", MONDAY)
    await firm.boris.says("/digest")
    await firm.boris.taps("Неделя")
    firm.boris.sees("Неделя · 23 ноября", "из 6,0 млн")
    firm.boris.does_not_see("за неделю", "23–23")
    await office.waits_until("15:30", MONDAY)
    await firm.boris.says("/digest")
    await firm.boris.taps("Неделя")
    firm.boris.sees("Анна: за неделю 0 звонков из 30")


async def test_who_stands_in_is_not_behind_for_calls_in_anothers_line(office: Office, firm: Company) -> None:
    own, other = await add_client(office, firm.a, "Свой"), await add_client(office, firm.i, "Клён")
    await be_absent(office, firm.i.id, MONDAY, firm.a.id)
    for day in range(MONDAY.day, FRIDAY.day + 1):
        await office.waits_until("14:00", date(2026, 11, day))
        await call(office, firm.a, own, Outcome.TALKED)
        for _ in range(20):
            await call(office, replace(firm.i, by=firm.a.id), other, Outcome.TALKED)
    await office.waits_until("18:30", FRIDAY)
    text = firm.boris.sees("Итог недели · 23–27 ноября").text
    assert table_of(text)["Анна"][-1] == "5/150"
    firm.boris.does_not_see("Анна: за неделю")


async def test_what_somebody_sold_before_they_left_stays_in_the_teams_month(
    office: Office, firm: Company
) -> None:
    await office.waits_until("10:00", MONDAY)
    await place(office, firm.a, await add_client(office, firm.a, "Луч"), 100_000_000)
    await place(office, firm.i, await add_client(office, firm.i, "Клён"), 50_000_000)
    await firm.boris.says("цели команда: продажи 20 млн")
    async with office.work() as work:
        await people.dismiss(firm.lead, work, firm.a.id)
    for lead in (firm.boris, firm.owner):
        await lead.says("/digest")
        lead.sees("Заказы: 1\u00a0500 т.р., 2 заказа")
        await lead.taps("Месяц")
        text = lead.sees("Месяц · ноябрь 2026", "Заказы: 1\u00a0500 т.р., 2 заказа").text
        assert table_of(text)["Анна"] == ["1\u00a0000 т.р.", "—", "0"]
    await firm.boris.says("цели")
    firm.boris.sees("Продажи: 1,5 из 20,0 млн", "Ира")
    firm.boris.does_not_see("Анна")


async def test_a_manager_stands_in_for_a_lead_beside(office: Office, firm: Company) -> None:
    vera = await office.actor(await office.hires("Вера", Role.LEAD))
    await be_absent(office, vera.id, MONDAY, firm.a.id)
    async with office.work() as work:
        await counters.add(work.tx, vera.id, MONDAY, calls=20)
    await office.waits_until("15:00", MONDAY)
    firm.boris.sees("Не в темпе на 15:00: 1 из 2", "1. Ира", anywhere=True)
    await firm.boris.says("/digest")
    firm.boris.sees("Сводка на 15:00", "Ира: 0 звонков из 30")
    firm.boris.does_not_see("Анна: 0 звонков")
