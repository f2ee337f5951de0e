"""A typed line is a draft until it is saved: what it asks, how it is answered, what a correction changes."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from capture.acts import CallAct, NewClientAct, NextAct, OrderAct, PromiseAct, Topic
from domain.outcomes import Outcome
from domain.units import Unit
from screens.draft_views import AskedView, DoubtField, DraftState, DraftView
from storage import clients, products
from storage.clients import NewClient
from storage.database import Database
from tests.usecases.desk import Desk
from usecases import draft_saving, drafts
from usecases.clients import open_card
from usecases.draft_errors import (
    DraftClosedError,
    DraftDoubtError,
    DraftEmptyError,
    DraftOldError,
    DraftUnclearError,
)
from usecases.draft_typing import retype
from usecases.errors import AccessDeniedError, NotFoundError

FRIDAY = date(2026, 11, 27)


@pytest.fixture
async def desk(database: Database) -> Desk:
    return await Desk(database).open()


def order_of(view: DraftView) -> OrderAct:
    return next(one.act for one in view.acts if isinstance(one.act, OrderAct))


def asked(view: DraftView) -> list[tuple[int, DoubtField]]:
    return [(act_no, doubt.field) for act_no, doubt in view.doubts]


async def test_a_line_is_a_draft_and_records_nothing(desk: Desk) -> None:
    before = await desk.everything()
    view = await desk.types("ромашка взяла 20 кор масла 82,5 по 150, оплатят в пт, набрать через неделю в 15")
    kinds = [type(one.act).__name__ for one in view.acts]
    assert kinds == ["CallAct", "OrderAct", "PromiseAct", "NextAct"]
    assert {one.client_name for one in view.acts} == {"Ромашка"}
    assert view.acts[1].lines[0].product_name == "Масло сливочное 82,5%"
    assert (view.can_save, view.last_client_used, view.state) == (True, False, DraftState.OPEN)
    assert await desk.everything() == before


async def test_a_question_is_answered_and_keeps_nothing(desk: Desk) -> None:
    found = await desk.does(drafts.read_line, desk.anna, "сколько должен вектор")
    assert found == AskedView(Topic.DEBTS, desk.vektor)
    assert await desk.does(drafts.read_line, desk.anna, "спасибо") is None
    assert await desk.rows("drafts") == []


async def test_two_that_fit_are_a_question_with_both(desk: Desk) -> None:
    view = await desk.types("ромашка взяла 5 кор масла")
    (act_no, doubt), *others = view.doubts
    assert (doubt.field, doubt.line_no, others) == (DoubtField.PRODUCT, 0, [])
    assert {id_ for id_, _ in doubt.options} == {desk.butter, desk.light}
    with pytest.raises(DraftDoubtError) as refused:
        await desk.does(draft_saving.save, desk.anna, view.id)
    assert refused.value.facts["field"] is DoubtField.PRODUCT
    view = await desk.does(
        drafts.choose, desk.anna, view.id, act_no, doubt.field, choice=desk.light, line_no=0
    )
    assert view.can_save
    assert view.acts[act_no].lines[0].product_name == "Масло сливочное 72,5%"


async def test_a_client_chosen_is_meant_by_every_act_that_asked(desk: Desk) -> None:
    async with desk.database.transaction() as tx:
        other = await clients.add(tx, NewClient(desk.anna.id, "Ромашка Юг", desk.now))
    view = await desk.types("ромашка юг заказали 5 кор масла 82,5, оплатят в пт")
    view = await desk.does(drafts.choose, desk.anna, view.id, 0, DoubtField.CLIENT, choice=other)
    assert {one.client_id for one in view.acts if one.client_id is not None} == {other}
    with pytest.raises(NotFoundError):
        await desk.does(drafts.choose, desk.anna, view.id, 0, DoubtField.CLIENT, choice=10_000)


async def test_a_client_named_anew_is_meant_by_the_whole_conversation(desk: Desk) -> None:
    view = await desk.types("никитина не берёт трубку, перезвонить ей завтра")
    view = await desk.does(retype, desk.anna, view.id, 0, "вектор", client=True)
    assert {one.client_name for one in view.acts} == {"Вектор"}
    assert view.acts[0].person_name is None
    with pytest.raises(DraftUnclearError):
        await desk.does(retype, desk.anna, view.id, 0, "никого такого", client=True)


async def test_an_outcome_asks_what_its_button_would(desk: Desk) -> None:
    view = await desk.types("вектор просят перезвонить")
    assert asked(view) == [(0, DoubtField.DAY)]
    view = await desk.does(retype, desk.anna, view.id, 0, "в пт в 15")
    assert view.can_save
    plan = view.acts[1].act
    assert isinstance(plan, NextAct)
    assert (plan.day, plan.clock) == (FRIDAY, time(15))
    view = await desk.types("вектор обещали оплатить")
    assert asked(view) == [(0, DoubtField.DUE)]
    view = await desk.does(retype, desk.anna, view.id, 0, "120 тыс в пт")
    promise = view.acts[1].act
    assert isinstance(promise, PromiseAct)
    assert (promise.due, promise.amount) == (FRIDAY, 120_000_00)


async def test_a_quantity_that_was_not_said_is_asked(desk: Desk) -> None:
    view = await desk.types("ромашка заказала масло 82,5")
    assert (1, DoubtField.QUANTITY) in asked(view)
    view = await desk.does(retype, desk.anna, view.id, 1, "30", line_no=0)
    assert view.can_save
    assert order_of(view).lines[0].quantity == 30


async def test_a_pack_of_unknown_size_is_asked_in_own_units(desk: Desk) -> None:
    view = await desk.types("ромашка взяла 3 кор гречки ядрицы")
    (act_no, doubt), *_ = view.doubts
    assert (doubt.field, doubt.unit) == (DoubtField.QUANTITY, "pcs")
    view = await desk.does(retype, desk.anna, view.id, act_no, "36", line_no=doubt.line_no)
    line = order_of(view).lines[0]
    assert (line.quantity, line.unit, view.can_save) == (Decimal(36), None, True)


async def test_a_price_that_looks_like_a_packs_is_asked(desk: Desk) -> None:
    view = await desk.types("ромашка взяла 2 кор масла 82,5 по 2900")
    assert asked(view) == [(1, DoubtField.BASIS)]
    view = await desk.does(drafts.choose, desk.anna, view.id, 1, DoubtField.BASIS, choice=1, line_no=0)
    await desk.does(draft_saving.save, desk.anna, view.id)
    (line,) = await desk.rows("order_lines")
    assert (line["quantity"], line["price"]) == (40, 145_00)


async def test_a_price_that_is_said_to_be_of_a_pack_is_not_asked(desk: Desk) -> None:
    view = await desk.types("ромашка взяла 2 кор масла 82,5 по 2900 за кор")
    assert asked(view) == []
    view = await desk.does(retype, desk.anna, view.id, 1, "по 2800 за кор", line_no=0)
    await desk.does(draft_saving.save, desk.anna, view.id)
    (line,) = await desk.rows("order_lines")
    assert (line["quantity"], line["price"]) == (40, 140_00)


async def test_a_part_is_corrected_by_typing_it(desk: Desk) -> None:
    view = await desk.types("ромашка взяла 20 кор масла 82,5, оплатят 120 тыс в пт")
    change = {"line_no": 0}
    view = await desk.does(retype, desk.anna, view.id, 1, "25", **change)
    view = await desk.does(retype, desk.anna, view.id, 1, "по 140", **change)
    line = order_of(view).lines[0]
    assert (line.quantity, line.unit, line.price) == (Decimal(25), Unit.BOX, 140_00)
    view = await desk.does(retype, desk.anna, view.id, 1, "гречка", **change)
    assert view.acts[1].lines[0].product_name == "Гречка ядрица"
    view = await desk.does(retype, desk.anna, view.id, 2, "90 тыс")
    promise = view.acts[2].act
    assert isinstance(promise, PromiseAct)
    assert (promise.amount, promise.due) == (90_000_00, FRIDAY)
    with pytest.raises(DraftUnclearError):
        await desk.does(retype, desk.anna, view.id, 2, "ку-ку")


async def test_a_line_typed_anew_takes_the_place_of_the_old(desk: Desk) -> None:
    view = await desk.types("вектор не берут трубку")
    view = await desk.does(retype, desk.anna, view.id, 0, "отказались, дорого")
    call = view.acts[0].act
    assert isinstance(call, CallAct)
    assert (call.outcome, view.acts[0].client_name, len(view.acts)) == (Outcome.REFUSAL, "Вектор", 1)


async def test_what_is_struck_is_not_saved(desk: Desk) -> None:
    view = await desk.types("ромашка взяла 20 кор масла 82,5, оплатят в пт")
    for no in (1, 2):
        view = await desk.does(drafts.strike, desk.anna, view.id, no, struck=True)
        again = await desk.does(drafts.strike, desk.anna, view.id, no, struck=True)
        assert again == view
    view = await desk.does(drafts.strike, desk.anna, view.id, 2, struck=False)
    await desk.does(draft_saving.save, desk.anna, view.id)
    assert await desk.rows("orders") == []
    assert len(await desk.rows("promises")) == 1
    with pytest.raises(DraftClosedError):
        await desk.does(drafts.strike, desk.anna, view.id, 0, struck=True)


async def test_an_order_without_a_line_is_nothing_to_save(desk: Desk) -> None:
    view = await desk.types("ромашка взяла 20 кор масла 82,5")
    await desk.does(drafts.strike, desk.anna, view.id, 0, struck=True)
    view = await desk.does(drafts.strike, desk.anna, view.id, 1, 0, struck=True)
    assert not view.can_save
    with pytest.raises(DraftEmptyError):
        await desk.does(draft_saving.save, desk.anna, view.id)


async def test_a_draft_with_nothing_left_or_too_old_is_not_saved(desk: Desk) -> None:
    view = await desk.types("вектор не берут трубку")
    await desk.does(drafts.strike, desk.anna, view.id, 0, struck=True)
    with pytest.raises(DraftEmptyError):
        await desk.does(draft_saving.save, desk.anna, view.id)
    await desk.does(drafts.strike, desk.anna, view.id, 0, struck=False)
    desk.later(days=4)
    with pytest.raises(DraftOldError):
        await desk.does(draft_saving.save, desk.anna, view.id)
    dropped = await desk.does(drafts.drop, desk.anna, view.id)
    assert dropped.state is DraftState.DROPPED
    assert await desk.does(drafts.drop, desk.anna, view.id) == dropped


async def test_the_last_client_is_meant_for_half_a_day(desk: Desk) -> None:
    await desk.does(open_card, desk.anna, desk.vektor)
    view = await desk.types("ещё 3 кор масла 82,5")
    assert {one.client_name for one in view.acts} == {"Вектор"}
    assert view.last_client_used
    view = await desk.types("перезвонить им завтра", client=desk.romashka)
    assert view.acts[0].client_name == "Ромашка"
    desk.later(hours=13)
    found = await desk.does(drafts.read_line, desk.anna, "ещё 3 кор масла 82,5")
    assert not isinstance(found, DraftView) or not found.last_client_used


async def test_a_draft_is_its_writers_own(desk: Desk) -> None:
    view = await desk.types("вектор не берут трубку")
    for use_case in (drafts.get_draft, drafts.drop, draft_saving.save):
        with pytest.raises(NotFoundError):
            await desk.does(use_case, desk.ira, view.id)
        with pytest.raises(AccessDeniedError):
            await desk.does(use_case, desk.sveta, view.id)
    with pytest.raises(NotFoundError):
        await desk.does(drafts.strike, desk.anna, view.id, 7, struck=True)


async def test_a_foreign_client_is_never_found_and_a_deleted_one_asked_for(desk: Desk) -> None:
    found = await desk.does(drafts.read_line, desk.ira, "вектор не берут трубку")
    assert not isinstance(found, DraftView) or found.acts[0].client_id is None
    view = await desk.types("вектор не берут трубку")
    async with desk.database.transaction() as tx:
        await clients.delete(tx, desk.vektor, desk.now)
    view = await desk.does(drafts.get_draft, desk.anna, view.id)
    assert asked(view) == [(0, DoubtField.CLIENT)]


async def test_a_lead_writes_about_the_clients_of_the_team(desk: Desk) -> None:
    view = await desk.does(drafts.read_line, desk.boris, "вектор не берут трубку")
    assert isinstance(view, DraftView)
    assert view.acts[0].client_id == desk.vektor


async def test_a_new_client_stands_for_whoever_was_not_named(desk: Desk) -> None:
    tomorrow = (desk.now + timedelta(days=1)).date()
    view = await desk.drafted(
        NewClientAct(name="Пекарня Восход", phone="8 916 222 33 44", person="Мария"),
        NextAct(day=tomorrow, clock=time(11)),
    )
    assert [one.client_name for one in view.acts] == [None, "Пекарня Восход"]
    await desk.does(draft_saving.save, desk.anna, view.id)
    added = max(await desk.rows("clients"), key=lambda row: int(row["id"]))
    assert (added["name"], added["kind"], added["next_day"]) == ("Пекарня Восход", "lead", tomorrow)
    person = max(await desk.rows("persons"), key=lambda row: int(row["id"]))
    assert (person["name"], person["phone"]) == ("Мария", "+79162223344")


async def test_goods_off_the_price_list_are_asked_about(desk: Desk) -> None:
    view = await desk.types("ромашка взяла 5 шт гречки ядрицы")
    assert view.can_save
    async with desk.database.transaction() as tx:
        await tx.run(products.DELETE, code_="ГР-1", at=desk.now)
    view = await desk.does(drafts.get_draft, desk.anna, view.id)
    assert asked(view) == [(1, DoubtField.PRODUCT)]
