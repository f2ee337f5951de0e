"""/analysis: the picture, the one sentence, and whose calls they are."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.analysis import View
from domain.charts import Parts, Series, Stacks
from domain.outcomes import Outcome
from screens.callbacks.analysis import ChooseManager, OpenAnalysis
from storage.analysis import BY_DAY, BY_HOUR
from storage.database import SqliteDatabase
from storage.digest import CARRIED, CARRIED_OF
from storage.tables import calls
from tests.drawing import PIXEL
from tests.firm import Company, add_client
from tests.office import MOSCOW, Office

LAST_WEEK = date(2026, 11, 16)
GONE = "Этого здесь больше нет. Откройте раздел заново."
ADD = sa.insert(calls).values(
    {
        name: sa.bindparam(name)
        for name in ("client_id", "employee_id", "at", "day", "hour", "outcome", "reason")
    }
)


def row(  # noqa: PLR0917
    who: Actor, client: int, day: date, hour: int | None, outcome: Outcome, reason: str = ""
) -> Any:
    at = datetime.combine(day, time(hour or 9), tzinfo=MOSCOW)
    return {
        "client_id": client,
        "employee_id": who.id,
        "at": at,
        "day": day,
        "hour": hour,
        "outcome": outcome.value,
        "reason": reason or None,
    }


async def lay(office: Office, rows: Iterable[Any]) -> None:
    async with office.work() as work:
        await work.tx.run_many(ADD, rows)


def mornings(who: Actor, client: int) -> Iterable[Any]:
    """Four weeks: in the morning every second call is answered, after four one in ten; noon is neither."""
    for number in range(20):
        day = LAST_WEEK - timedelta(days=21) + timedelta(days=number % 5 + number // 5 * 7)
        for hour, reached in ((10, 3), (11, 3), (12, 2), (13, 2), (16, 1), (17, 0)):
            for attempt in range(6):
                outcome = Outcome.TALKED if attempt < reached else Outcome.NO_ANSWER
                yield row(who, client, day, hour, outcome)


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


def picture(office: Office) -> Any:
    return office.artist.drawn[-1]


async def test_the_hours_of_a_manager(office: Office, firm: Company) -> None:
    client = await add_client(office, firm.a, "Ромашка")
    await lay(office, mornings(firm.a, client))
    await lay(office, [row(firm.a, client, LAST_WEEK, 8, Outcome.TALKED)] * 4)
    await lay(office, [row(firm.a, client, LAST_WEEK, None, Outcome.TALKED)] * 3)
    await lay(office, [row(firm.i, client, LAST_WEEK, 10, Outcome.NO_ANSWER)] * 50)
    await firm.anna.says("/analysis")
    firm.anna.sees("Анализ · ваши звонки")
    firm.anna.sees(
        "Берут трубку чаще всего в 10–12 (50\u00a0%), реже всего в 16–18 (8\u00a0%): 33\u00a0% звонков уже там, "
        "оставьте эти часы за обзвоном."
    )
    firm.anna.sees("Дозвон за 4 недели: до 12 — 51\u00a0% · 12–15 — 33\u00a0% · после 15 — 8\u00a0%")
    firm.anna.sees("Меньше 10 звонков, судить рано: 8")
    assert firm.anna.last.photo is not None
    assert firm.anna.file()[1] == PIXEL
    chart = picture(office)
    assert isinstance(chart, Parts)
    assert chart.title == "Дозвон по часам"
    assert chart.subtitle == "Мои звонки · 27.10–23.11"
    assert chart.labels[:4] == ("8", "9", "10", "11")
    assert chart.whole.values[:4] == (4, 0, 114, 114)
    assert chart.part.values[:4] == (4, 0, 57, 57)
    assert chart.marks[:4] == ("", "", "50\u00a0%", "50\u00a0%")
    assert chart.faint[:4] == (True, False, False, False)


async def test_what_got_worse_comes_first_and_shows_its_own_picture(office: Office, firm: Company) -> None:
    client = await add_client(office, firm.a, "Ромашка")
    usual = [
        row(firm.a, client, LAST_WEEK - timedelta(days=7 * back), 10, outcome, reason)
        for back in range(1, 5)
        for outcome, reason, count in (
            (Outcome.TALKED, "", 40),
            (Outcome.ORDER, "", 5),
            (Outcome.REFUSAL, "price", 4),
            (Outcome.REFUSAL, "season", 1),
            (Outcome.BUSY, "", 50),
        )
        for _ in range(count)
    ]
    last = [row(firm.a, client, LAST_WEEK, 10, Outcome.REFUSAL, "price")] * 16
    last += [row(firm.a, client, LAST_WEEK + timedelta(days=6), 11, Outcome.ORDER)] * 5
    last += [row(firm.a, client, LAST_WEEK, 10, Outcome.TALKED)] * 29
    last += [row(firm.a, client, LAST_WEEK, 10, Outcome.BUSY)] * 50
    await lay(office, [*usual, *last, row(firm.a, client, office.today, 9, Outcome.ORDER)])
    await firm.anna.taps("📊 План")
    await firm.anna.taps("📈 Анализ")
    firm.anna.sees(
        "Отказов «Цена» за неделю 16, обычно 4. До звонка решите, где уступить и что предложить взамен."
    )
    firm.anna.sees("За шесть недель: Цена 32, Не сезон 4", "За прошлую неделю: Цена 16")
    chart = picture(office)
    assert isinstance(chart, Stacks)
    assert chart.series[0] == Series("Цена", (4, 4, 4, 4, 16, 0))
    await firm.anna.taps("Недели")
    firm.anna.sees(
        "Прошлая неделя (16.11–22.11): 100 звонков, дозвон 50\u00a0%, 5 заказов, 16 отказов",
        "Эта неделя: 1 звонок, дозвон 100\u00a0%, 1 заказ, отказов нет",
    )
    chart = picture(office)
    assert isinstance(chart, Stacks)
    assert chart.labels == ("19.10", "26.10", "02.11", "09.11", "16.11", "23.11")
    assert chart.series[0] == Series("Заказ", (5, 5, 5, 5, 5, 1))
    assert chart.series[-1] == Series("Не дозвонились", (50, 50, 50, 50, 50, 0), quiet=True)
    await firm.anna.taps("К плану")
    firm.anna.sees("План · пн, 23 ноября")


async def test_an_own_outcome_and_a_forgotten_one_break_nothing(office: Office, firm: Company) -> None:
    client = await add_client(office, firm.a, "Ромашка")
    forgotten = row(firm.a, client, LAST_WEEK, 10, Outcome.TALKED) | {"outcome": "gone"}
    refused = row(firm.a, client, LAST_WEEK, 10, Outcome.REFUSAL, "expensive")
    await lay(office, [row(firm.a, client, LAST_WEEK, 10, Outcome.TALKED, "samples"), refused, forgotten])
    await firm.anna.says("/analysis")
    await firm.anna.taps("Недели")
    firm.anna.sees("2 звонка, дозвон 100\u00a0%, заказов нет, 1 отказ")


async def test_without_a_picture_the_words_come_all_the_same(office: Office, firm: Company) -> None:
    client = await add_client(office, firm.a, "Ромашка")
    await lay(office, [row(firm.a, client, LAST_WEEK, 10, Outcome.TALKED)] * 3)
    office.artist.failing = True
    await firm.anna.says("/analysis")
    firm.anna.sees("Пока мало: 3 звонка за 4 недели.")
    assert firm.anna.last.photo is None
    await firm.anna.taps("Недели")
    firm.anna.sees("Прошлая неделя (16.11–22.11): 3 звонка, дозвон 100\u00a0%, заказов нет, отказов нет")
    await firm.anna.taps("Отказы")
    firm.anna.sees("Отказов за шесть недель нет.")


async def test_before_the_first_call_there_is_the_way_to_it(office: Office, firm: Company) -> None:
    await firm.anna.says("/analysis")
    firm.anna.sees("Звонков за шесть недель нет")
    assert firm.anna.buttons[:2] == ["▶️ Начать обзвон", "К плану"]
    assert office.artist.drawn == []


async def test_a_lead_looks_at_the_team_and_at_each(office: Office, firm: Company) -> None:
    client = await add_client(office, firm.a, "Ромашка")
    await lay(office, [row(firm.a, client, LAST_WEEK, 10, Outcome.TALKED)] * 30)
    await lay(office, [row(firm.i, client, LAST_WEEK, 11, Outcome.BUSY)] * 20)
    await lay(office, [row(firm.o, client, LAST_WEEK, 12, Outcome.ORDER)] * 99)
    await firm.boris.says("/plan")
    await firm.boris.taps("📈 Анализ")
    firm.boris.sees("Анализ · команда", "до 12 — 60\u00a0%")
    assert picture(office).subtitle.startswith("Команда · ")
    await firm.boris.taps("Менеджеры")
    firm.boris.sees("Чьи звонки посмотреть?")
    assert firm.boris.buttons[:3] == ["Анна", "Ира", "Вся команда"]
    await firm.boris.taps("Ира")
    firm.boris.sees("Анализ · Ира", "Пока мало: 20 звонков")
    assert picture(office).subtitle.startswith("Ира · ")
    await firm.boris.taps("Недели")
    firm.boris.sees("Анализ · Ира", "20 звонков, дозвон 0\u00a0%")
    await firm.boris.taps("Вся команда")
    firm.boris.sees("Анализ · команда", "50 звонков, дозвон 60\u00a0%")
    await firm.boris.says("/digest")
    await firm.boris.taps("Анна")
    await firm.boris.taps("📈 Анализ")
    firm.boris.sees("Анализ · Анна", "до 12 — 100\u00a0%")
    await firm.owner.says("/analysis")
    firm.owner.sees("Анализ · команда", "до 12 — 60\u00a0% · 12–15 — 100\u00a0%")


async def test_nobody_sees_foreign_calls(office: Office, firm: Company) -> None:
    client = await add_client(office, firm.a, "Ромашка")
    await lay(office, [row(firm.a, client, LAST_WEEK, 10, Outcome.TALKED)] * 30)
    foreign = OpenAnalysis(view=View.WEEKS, employee=firm.a.id).pack()
    for phone in (firm.ira, firm.gleb):
        await phone.sends_callback(foreign)
        assert phone.alert == GONE
    await firm.anna.sends_callback(foreign)
    firm.anna.sees("Прошлая неделя", "30 звонков")
    await firm.anna.sends_callback(ChooseManager().pack())
    await firm.support.says("/analysis")
    firm.support.does_not_see("Анализ")
    assert all("30 звонков" not in message.text for message in firm.ira.from_bot)


async def test_in_english(office: Office) -> None:
    lead = await office.hires("Boris", Role.LEAD, language="en")
    kate = await office.hires("Kate", language="en")
    me = await office.actor(kate)
    client = await add_client(office, me, "Daisy")
    await lay(office, mornings(me, client))
    await kate.says("/analysis")
    kate.sees("They pick up most at 10–12 (50%), least at 16–18 (8%): 33% of the calls are there already")
    await kate.taps("Weeks")
    kate.sees("Last week (16 Nov–22 Nov): 180 calls, reached 31%, no orders, no refusals")
    await lead.says("/analysis")
    lead.sees("Analysis · the team")


def steps(database: SqliteDatabase, statement: Any) -> list[str]:
    plan = database.plan(statement)
    found = database._connection.execute(f"EXPLAIN QUERY PLAN {plan.sql}", [None] * len(plan.parameters))
    return [str(one[3]) for one in found]


async def test_figures_are_read_by_an_index(database: Any) -> None:
    if not isinstance(database, SqliteDatabase):
        pytest.skip("the plans of SQLite are looked at")
    for statement in (BY_HOUR, BY_DAY, CARRIED, CARRIED_OF):
        told = steps(database, statement)
        assert any("INDEX" in step and "employee_id" in step for step in told), told
        assert not any(step.startswith(("SCAN calls", "SCAN call_list", "SCAN clients")) for step in told), (
            told
        )
