"""«Отменить» within ten minutes: everything is as it was, or nothing is touched where somebody has gone on."""

from datetime import timedelta

import pytest

from capture.acts import BirthdayAct, CallAct, NewClientAct, NextAct, PersonAct
from domain.outcomes import Outcome
from screens.draft_views import DraftState
from storage import clients
from storage.database import Database
from tests.usecases.desk import Desk
from tests.usecases.test_draft_saving import SET_LIMIT, named
from usecases import call_list, calls, order_entry, orders, support
from usecases.client_changes import add_note
from usecases.clients import search
from usecases.draft_errors import DraftChangedError, DraftClosedError, UndoOverError
from usecases.draft_saving import save
from usecases.draft_undo import undo
from usecases.errors import NotFoundError

LINES = (
    "ромашка взяла 20 кор масла 82,5 по 150, оплатят 60 тыс в пт, набрать через неделю в 15",
    "вектор недовоз 2 кор масла 72,5",
    "никитина не берет трубку",
    "не дозвонился: ромашка, вектор",
    "вектор отказались, дорого",
    "у никитиной др 5 мая",
    "новый клиент пекарня восход 8 916 123 45 67",
    "заеду в вектор завтра в 11",
    "вектор перевели 50 тыс",
    "у опт-сервиса гречка по 68",
    "разослал 12 КП",
    "ромашка как в прошлый раз",
)


@pytest.fixture
async def desk(database: Database) -> Desk:
    """With a day's work behind: «Ромашка» has ordered, has a claim open and is on today's list."""
    opened = await Desk(database).open()
    await opened.saves("ромашка взяла 1 кор масла 82,5, недовоз 1 кор масла 72,5")
    await opened.does(call_list.build_list, opened.anna)
    opened.later(minutes=30)
    return opened


@pytest.mark.parametrize("line", LINES)
async def test_everything_is_as_it_was(desk: Desk, line: str) -> None:
    before = await desk.everything()
    saved = await desk.saves(line)
    assert await desk.everything() != before
    desk.later(minutes=9)
    undone = await desk.does(undo, desk.anna, saved.view.id)
    assert await desk.everything() == before
    assert (undone.view.state, undone.view.undo_until) == (DraftState.UNDONE, None)
    again = await desk.does(undo, desk.anna, saved.view.id)
    assert (again.again, again.withdrawn) == (True, ())
    assert await desk.everything() == before


async def test_people_and_words_of_search_come_and_go(desk: Desk) -> None:
    before = await desk.everything()
    view = await desk.drafted(
        PersonAct(named(desk.vektor), name="Мария Седова", phone="8 916 555 44 33"),
        BirthdayAct(named(desk.romashka), day=1, month=2, name="Пётр"),
        NewClientAct(name="Пекарня"),
        NextAct(day=(desk.now + timedelta(days=1)).date()),
        CallAct(named(desk.romashka), outcome=Outcome.WRONG_NUMBER, person=str(desk.olga)),
    )
    await desk.does(save, desk.anna, view.id)
    assert [line.id for line in (await desk.does(search, desk.anna, "седова")).lines] == [desk.vektor]
    await desk.does(undo, desk.anna, view.id)
    assert (await desk.does(search, desk.anna, "седова")).lines == ()
    assert (await desk.does(search, desk.anna, "никитина")).lines
    assert await desk.everything() == before


async def test_an_order_begun_before_is_left_alone(desk: Desk) -> None:
    draft = await desk.does(orders.start_draft, desk.anna, desk.vektor)
    await desk.does(order_entry.type_lines, desk.anna, draft, "гречка 5, масло 82,5 1 кор")
    before = await desk.everything()
    saved = await desk.saves("вектор взял 2 кор масла 82,5")
    undone = await desk.does(undo, desk.anna, saved.view.id)
    assert await desk.everything() == before
    (withdrawn,) = undone.withdrawn
    assert (withdrawn.order, withdrawn.client, withdrawn.was_handed) == (draft + 1, "Вектор", True)
    assert [person.name for person in withdrawn.supports] == ["Света"]


async def test_an_order_that_waits_for_the_lead_is_taken_from_the_lead(desk: Desk) -> None:
    async with desk.database.transaction() as tx:
        await tx.run(SET_LIMIT, id_=desk.vektor, credit_limit=1)
    saved = await desk.saves("вектор взял 2 кор масла 82,5")
    undone = await desk.does(undo, desk.anna, saved.view.id)
    (withdrawn,) = undone.withdrawn
    assert (withdrawn.was_handed, withdrawn.supports) == (False, ())
    assert [lead.name for lead in withdrawn.leads] == ["Борис"]


async def test_an_order_that_somebody_accepted_stays(desk: Desk) -> None:
    saved = await desk.saves("вектор взял 2 кор масла 82,5")
    order = saved.passed[0].mine.id
    await desk.does(support.accept, desk.sveta, order)
    before = await desk.everything()
    with pytest.raises(DraftChangedError) as refused:
        await desk.does(undo, desk.anna, saved.view.id)
    assert refused.value.facts == {"what": "order", "number": str(order), "client": "Вектор", "name": "Света"}
    assert await desk.everything() == before


async def test_a_question_about_the_order_keeps_it(desk: Desk) -> None:
    saved = await desk.saves("вектор взял 2 кор масла 82,5")
    order = saved.passed[0].mine.id
    asked = await desk.does(support.ask, desk.sveta, order, "Куда везти?")
    await desk.does(support.answer, desk.anna, asked.question.id, "На склад")
    with pytest.raises(DraftChangedError) as refused:
        await desk.does(undo, desk.anna, saved.view.id)
    assert (refused.value.facts["what"], refused.value.facts["number"]) == ("order", str(order))


async def test_a_later_call_to_the_same_client_is_not_undone_with_it(desk: Desk) -> None:
    saved = await desk.saves("вектор не берут трубку")
    await desk.does(calls.record_call, desk.anna, desk.vektor, Outcome.BUSY)
    before = await desk.everything()
    with pytest.raises(DraftChangedError) as refused:
        await desk.does(undo, desk.anna, saved.view.id)
    assert (refused.value.facts["what"], refused.value.facts["client"]) == ("client", "Вектор")
    assert await desk.everything() == before


async def test_a_new_client_that_has_a_history_by_now_stays(desk: Desk) -> None:
    saved = await desk.saves("новый клиент пекарня восход 8 916 123 45 67")
    added = max(int(row["id"]) for row in await desk.rows("clients"))
    await desk.does(add_note, desk.anna, added, "звонили")
    before = await desk.everything()
    with pytest.raises(DraftChangedError):
        await desk.does(undo, desk.anna, saved.view.id)
    assert await desk.everything() == before


async def test_other_work_of_the_day_is_counted_on(desk: Desk) -> None:
    saved = await desk.saves("вектор не берут трубку")
    counted = (await desk.rows("day_counters"))[0]["calls"]
    await desk.does(calls.record_call, desk.anna, desk.romashka, Outcome.TALKED)
    await desk.does(undo, desk.anna, saved.view.id)
    (day,) = await desk.rows("day_counters")
    assert (day["calls"], day["reached"]) == (counted, 2)


async def test_a_number_is_never_given_twice(desk: Desk) -> None:
    """An old message about what was undone must not open somebody else's order."""
    saved = await desk.saves("вектор взял 2 кор масла 82,5")
    await desk.does(undo, desk.anna, saved.view.id)
    again = await desk.saves("ромашка взяла 1 кор масла 82,5")
    assert again.passed[0].mine.id > saved.passed[0].mine.id


async def test_ten_minutes_and_no_more(desk: Desk) -> None:
    saved = await desk.saves("вектор не берут трубку")
    desk.later(minutes=10)
    with pytest.raises(UndoOverError):
        await desk.does(undo, desk.anna, saved.view.id)
    kept = {row["id"]: row["undo"] for row in await desk.rows("drafts")}
    assert kept[saved.view.id] is not None
    desk.later(seconds=1)
    await desk.saves("разослал 12 КП")
    kept = {row["id"]: row["undo"] for row in await desk.rows("drafts")}
    assert kept[saved.view.id] is None


async def test_only_what_was_saved_can_be_undone_and_only_by_its_writer(desk: Desk) -> None:
    view = await desk.types("вектор не берут трубку")
    with pytest.raises(DraftClosedError):
        await desk.does(undo, desk.anna, view.id)
    await desk.does(save, desk.anna, view.id)
    with pytest.raises(NotFoundError):
        await desk.does(undo, desk.ira, view.id)


async def test_a_client_that_was_handed_on_meanwhile_stays(desk: Desk) -> None:
    saved = await desk.saves("вектор не берут трубку")
    async with desk.database.transaction() as tx:
        await tx.run(clients.patch("manager_id"), id_=desk.vektor, manager_id=desk.ira.id)
    with pytest.raises(DraftChangedError):
        await desk.does(undo, desk.anna, saved.view.id)
