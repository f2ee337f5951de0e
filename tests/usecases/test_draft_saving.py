"""What saving a draft records: the same as the menus would, all of it or nothing."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest

from capture.acts import (
    BirthdayAct,
    CallAct,
    ClaimAct,
    CompetitorAct,
    LineOfOrder,
    Named,
    NextAct,
    NextKind,
    NoteAct,
    OrderAct,
    PersonAct,
    PromiseAct,
    RepeatOrderAct,
    ShortageAct,
)
from domain.outcomes import Answer, ClaimKind, Outcome
from domain.units import Unit
from storage import clients
from storage.database import Database
from tests.usecases.desk import Desk
from usecases import calls, order_entry, orders
from usecases.draft_saving import save
from usecases.order_errors import NothingUsualError
from usecases.promises import take_promise

FRIDAY = date(2026, 11, 27)
SET_LIMIT = clients.patch("credit_limit")


@pytest.fixture
async def desk(database: Database) -> Desk:
    return await Desk(database).open()


async def client_row(desk: Desk, client_id: int) -> dict[str, Any]:
    return next(row for row in await desk.rows("clients") if row["id"] == client_id)


def named(id_: int) -> Named:
    return Named(str(id_))


async def test_one_line_is_a_call_an_order_a_promise_and_the_next_call(desk: Desk) -> None:
    saved = await desk.saves(
        "ромашка взяла 20 кор масла 82,5 по 150, оплатят 60 тыс в пт, набрать через неделю в 15"
    )
    (call,) = await desk.rows("calls")
    assert (call["outcome"], call["client_id"]) == ("order", desk.romashka)
    (order,) = await desk.rows("orders")
    (line,) = await desk.rows("order_lines")
    assert (order["status"], order["total"]) == ("handed_over", 400 * 150_00)
    assert (line["quantity"], line["price"]) == (400, 150_00)
    (promise,) = await desk.rows("promises")
    assert (promise["due"], promise["amount"]) == (FRIDAY, 60_000_00)
    client = await client_row(desk, desk.romashka)
    assert client["next_at"] == datetime(2026, 11, 30, 12, tzinfo=UTC)
    assert (client["promise_due"], client["last_order_day"]) == (FRIDAY, desk.now.date())
    (day,) = await desk.rows("day_counters")
    assert (day["calls"], day["reached"], day["orders"], day["promises"]) == (1, 1, 1, 1)
    (passed,) = saved.passed
    assert [person.name for person, _ in passed.desk] == ["Света"]
    assert saved.view.orders == ((order["id"], "Ромашка"),)
    assert saved.view.undo_until == desk.anna.local(desk.now + timedelta(minutes=10))


async def test_it_records_what_the_menus_record(database: Database) -> None:
    typed = await Desk(database).open()
    view = await typed.drafted(
        CallAct(named(typed.romashka), outcome=Outcome.PROMISE, note="спешил"),
        PromiseAct(named(typed.romashka), due=FRIDAY, amount=90_000_00),
    )
    await typed.does(save, typed.anna, view.id)
    await typed.does(
        calls.record_call,
        typed.anna,
        typed.vektor,
        Outcome.PROMISE,
        Answer(day=FRIDAY, amount=90_000_00),
        note="спешил",
    )
    for table, own in (
        ("calls", {"id", "client_id"}),
        ("promises", {"id", "client_id"}),
        ("timeline", {"id", "client_id"}),
    ):
        by_typing: list[dict[str, Any]] = []
        by_menu: list[dict[str, Any]] = []
        for row in await typed.rows(table):
            rest = {name: value for name, value in row.items() if name not in own}
            (by_typing if row["client_id"] == typed.romashka else by_menu).append(rest)
        assert by_typing == by_menu
    first, second = [await client_row(typed, id_) for id_ in (typed.romashka, typed.vektor)]
    kept = {"id", "name", "completeness"}
    assert {k: v for k, v in first.items() if k not in kept} == {
        k: v for k, v in second.items() if k not in kept
    }


async def test_a_second_tap_saves_nothing_more(desk: Desk) -> None:
    saved = await desk.saves("ромашка взяла 20 кор масла 82,5")
    before = await desk.everything()
    again = await desk.does(save, desk.anna, saved.view.id)
    assert (again.again, again.passed, again.view) == (True, (), saved.view)
    assert await desk.everything() == before


async def test_all_acts_or_none(desk: Desk) -> None:
    """The new person and the call come before the order that cannot be repeated."""
    before = await desk.everything()
    view = await desk.drafted(
        PersonAct(named(desk.romashka), name="Мария"),
        CallAct(named(desk.romashka), outcome=Outcome.ORDER),
        RepeatOrderAct(named(desk.romashka)),
    )
    with pytest.raises(NothingUsualError):
        await desk.does(save, desk.anna, view.id)
    assert await desk.everything() == before


async def test_credit_holds_a_typed_order_as_it_holds_a_tapped_one(desk: Desk) -> None:
    async with desk.database.transaction() as tx:
        await tx.run(SET_LIMIT, id_=desk.romashka, credit_limit=1)
    saved = await desk.saves("ромашка взяла 20 кор масла 82,5")
    (passed,) = saved.passed
    assert passed.held
    assert [lead.name for lead, _ in passed.approvals] == ["Борис"]
    (order,) = await desk.rows("orders")
    assert order["status"] == "on_approval"


async def test_an_order_begun_in_the_menu_stays_where_it_is(desk: Desk) -> None:
    draft = await desk.does(orders.start_draft, desk.anna, desk.romashka)
    await desk.does(order_entry.type_lines, desk.anna, draft, "гречка 5, пряники 5")
    saved = await desk.saves("ромашка взяла 2 кор масла 82,5, привезти в пт")
    (left,) = saved.view.left
    assert (left.id, left.lines, left.why) == (draft, 1, ())
    old, order = await desk.rows("orders")
    assert (old["status"], order["status"], order["delivery"]) == ("draft", "handed_over", FRIDAY)
    lines = {(row["order_id"], row["product_id"]): row["quantity"] for row in await desk.rows("order_lines")}
    assert lines == {(draft, desk.grain): 5, (order["id"], desk.butter): 40}


async def test_goods_named_twice_are_added_up(desk: Desk) -> None:
    line = LineOfOrder(named(desk.butter), Decimal(2), Unit.BOX)
    view = await desk.drafted(OrderAct(named(desk.romashka), lines=(line, line)))
    await desk.does(save, desk.anna, view.id)
    (row,) = await desk.rows("order_lines")
    assert row["quantity"] == 80


async def test_as_last_time(desk: Desk) -> None:
    await desk.saves("ромашка взяла 20 кор масла 82,5")
    desk.later(days=7)
    await desk.saves("ромашка как в прошлый раз")
    first, second = await desk.rows("order_lines")
    assert (first["quantity"], first["order_id"] + 1) == (second["quantity"], second["order_id"])


async def test_a_claim_keeps_its_goods(desk: Desk) -> None:
    await desk.saves("вектор недовоз 2 кор масла 72,5")
    (claim,) = await desk.rows("claims")
    (line,) = await desk.rows("claim_lines")
    assert (claim["kind"], line["claim_id"], line["product_id"], line["quantity"], line["unit"]) == (
        "shortage", claim["id"], desk.light, 2, "box",
    )  # fmt: skip
    assert (await client_row(desk, desk.vektor))["open_claims"] == 1


async def test_two_claims_of_one_call_are_two(desk: Desk) -> None:
    view = await desk.drafted(
        CallAct(named(desk.vektor), outcome=Outcome.CLAIM),
        ClaimAct(named(desk.vektor), kind=ClaimKind.LATE),
        ClaimAct(named(desk.vektor), kind=ClaimKind.DEFECT, product=Named(None, "веник")),
    )
    await desk.does(save, desk.anna, view.id)
    assert [row["kind"] for row in await desk.rows("claims")] == ["late", "defect"]
    assert (await client_row(desk, desk.vektor))["open_claims"] == 2


async def test_a_plan_alone_is_the_next_contact(desk: Desk) -> None:
    await desk.saves("заеду в вектор завтра в 11")
    client = await client_row(desk, desk.vektor)
    assert (client["next_kind"], client["next_day"]) == ("visit", date(2026, 11, 24))
    (visit,) = await desk.rows("visits")
    assert visit["at"] == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert await desk.rows("calls") == []


async def test_a_call_keeps_the_earliest_plan_and_every_visit(desk: Desk) -> None:
    view = await desk.drafted(
        CallAct(named(desk.vektor), outcome=Outcome.TALKED),
        NextAct(named(desk.vektor), day=FRIDAY, kind=NextKind.VISIT),
        NextAct(named(desk.vektor), day=FRIDAY - timedelta(days=1), clock=time(15)),
    )
    await desk.does(save, desk.anna, view.id)
    client = await client_row(desk, desk.vektor)
    assert (client["next_kind"], client["next_reason"]) == ("call", "call_back")
    assert client["next_at"] == datetime(2026, 11, 26, 12, tzinfo=UTC)
    assert [row["day"] for row in await desk.rows("visits")] == [FRIDAY]


async def test_a_word_that_money_came_judges_no_promise(desk: Desk) -> None:
    await desk.does(take_promise, desk.anna, desk.vektor, 50_000_00, FRIDAY)
    await desk.saves("вектор перевели 50 тыс")
    (promise,) = await desk.rows("promises")
    assert (promise["state"], promise["paid"]) == ("open", 0)
    last = max(await desk.rows("timeline"), key=lambda row: int(row["id"]))
    assert (last["kind"], last["facts"]) == ("payment", {"said": "yes", "amount": 50_000_00})


async def test_offers_are_counted_and_nobody_is_called(desk: Desk) -> None:
    await desk.saves("разослал 12 КП")
    (day,) = await desk.rows("day_counters")
    assert (day["email_offers"], day["calls"]) == (12, 0)


async def test_a_birthday_of_somebody_known_and_of_somebody_new(desk: Desk) -> None:
    view = await desk.drafted(
        BirthdayAct(day=5, month=5, person=str(desk.olga)),
        BirthdayAct(named(desk.vektor), day=29, month=2, year=1980, name="Пётр"),
    )
    assert view.acts[0].person_name == "Никитина Ольга"
    await desk.does(save, desk.anna, view.id)
    born = {
        row["name"]: (row["birth_day"], row["birth_month"], row["birth_year"])
        for row in await desk.rows("persons")
    }
    assert born == {"Никитина Ольга": (5, 5, None), "Пётр": (29, 2, 1980)}


async def test_what_no_menu_asks_for_is_kept_too(desk: Desk) -> None:
    view = await desk.drafted(
        CompetitorAct(
            named(desk.vektor), name="опт-сервис", product=named(desk.grain), price=68_00, change=Decimal(-5)
        ),
        ShortageAct(named(desk.vektor), product=named(desk.grain), quantity=Decimal(10), unit=Unit.KILOGRAM),
        ShortageAct(product=Named(None, "сгущёнка")),
        NoteAct(named(desk.vektor), text="переехали"),
    )
    saved = await desk.does(save, desk.anna, view.id)
    (rival,) = await desk.rows("competitor_notes")
    assert (rival["name"], rival["price"], rival["change"]) == ("опт-сервис", 68_00, -5)
    assert [(row["text"], row["quantity"]) for row in await desk.rows("shortages")] == [
        ("Гречка ядрица", 10), ("сгущёнка", None),
    ]  # fmt: skip
    assert [[person.name for person in card.colleagues] for card in saved.requests] == [["Лена"], ["Лена"]]
    assert [(one.product, one.client, one.manager) for one in saved.shortages] == [
        ("Гречка ядрица", "Вектор", "Анна"), ("сгущёнка", "", "Анна"),
    ]  # fmt: skip
    assert sorted(row["kind"] for row in await desk.rows("timeline")) == ["competitor", "note", "shortage"]
