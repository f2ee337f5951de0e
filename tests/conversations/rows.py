"""A row of every kind, so that a button of any class can point at one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from itertools import count
from typing import Any

import sqlalchemy as sa

from capture.acts import CallAct, Named, NextAct
from domain.actors import Actor, Role
from domain.attachments import AttachmentKind
from domain.decisions import DecisionKind
from domain.digest import AlarmKind
from domain.exhibitions import Exhibition, ExhibitionKind
from domain.gifts import GiftState
from domain.orders import OrderStatus
from domain.outcomes import Outcome
from domain.periods import add_months, month_start, week_start
from domain.prices import DiscountRule
from domain.promotions import Aim, Promotion
from domain.reconciliation import month_code
from domain.reports import reported_month
from domain.secrecy import AlarmKind as UnusualKind
from sandbox.files import Upload
from screens.digest_views import Fact
from screens.remarks import facts_of
from storage import (
    alarms,
    attachments,
    clients,
    completeness,
    contracts,
    debt_tables,
    discounts,
    drafts,
    employees,
    exhibitions,
    gifts,
    import_memory,
    next_steps,
    offers,
    persons,
    promises,
    promotions,
    remarks,
    reports,
    stops,
    transfers,
    visits,
    week_plan,
)
from storage import tables as t
from storage.clients import NewClient
from storage.columns import metadata
from storage.database import Transaction
from storage.receivables import NewReceivable
from storage.visit_tables import plan_items
from tests.conversations.absence_rows import lay_absence
from tests.conversations.errand_rows import lay_errands
from tests.conversations.order_rows import (
    lay_abroad,
    lay_claim,
    lay_lacking,
    lay_order,
    lay_question,
    lay_terms,
)
from tests.office import Office
from usecases import decisions, reconciliation_differences
from usecases.draft_acts import first_drafted, to_json
from usecases.receivables import replace_receivables
from usecases.work import Work

MISSING = 999_999
_numbers = count(1)
SET_LIMIT = clients.patch("credit_limit", "debt_as_of")
LAST_ITEM = sa.select(sa.func.max(plan_items.c.id))
DOCUMENT = sa.select(debt_tables.receivables.c.id).where(
    debt_tables.receivables.c.client_id == sa.bindparam("client")
)
DISMISS = (
    sa.update(t.employees)
    .where(t.employees.c.id == sa.bindparam("id_"))
    .values(dismissed_at=sa.bindparam("at"))
)
DELETED = {
    table: sa.update(table).where(table.c.id == sa.bindparam("id_")).values(deleted_at=sa.bindparam("at"))
    for table in (t.clients, t.persons, t.products)
}
KEPT = ("seen_updates", "outbox", "conversations", "card_looks", "list_looks")
EVERYTHING = {
    table.name: sa.select(*(column for column in table.c if column.name != "settings")).order_by(
        *table.primary_key
    )
    for table in metadata.sorted_tables
    if table.name not in KEPT
}


@dataclass(frozen=True, slots=True)
class Rows:
    """Ids of one client and of all that belongs to it and to its manager."""

    client: int
    person: int
    order: int
    product: int
    promise: int
    claim: int
    visit: int
    document: int
    question: int
    remark: int
    employee: int
    team: int
    draft: int = MISSING
    attachment: int = MISSING
    load: int = MISSING
    payment: int = MISSING
    known: int = MISSING
    filling: int = MISSING
    offer: int = MISSING
    week: int = MISSING
    item: int = MISSING
    contract: int = MISSING
    promotion: int = MISSING
    exhibition: int = MISSING
    reconciliation: int = MISSING
    stop: int = MISSING
    shortage: int = MISSING
    request: int = MISSING
    query: int = MISSING
    entity: int = MISSING
    paper: int = MISSING
    card: int = MISSING
    export: int = MISSING
    approval: int = MISSING
    discount: int = MISSING
    prevention: int = MISSING
    decision: int = MISSING
    gift: int = MISSING
    report: int = MISSING
    absence: int = MISSING
    transfer: int = MISSING
    alarm: int = MISSING
    errand: int = MISSING
    announcement: int = MISSING
    proposal: int = MISSING
    doubt: int = 1


NOWHERE = Rows(**dict.fromkeys(Rows.__slots__, MISSING))


async def lay_rows(
    office: Office,
    manager: Actor,
    lead: Actor,
    *,
    status: OrderStatus = OrderStatus.DRAFT,
    held: bool = False,
) -> Rows:
    """A client that owes, has promised and complained, with a birthday today and an order in this state."""
    async with office.work() as work:
        client = await _client(work, manager)
        today = office.today
        person = await persons.add(
            work.tx,
            client,
            "Смирнова Ольга Петровна",
            phone="+79161112233",
            birth=(today.day, today.month, None),
        )
        await clients.reindex(work.tx, client)
        product, order = await lay_order(work, manager, client, status, held=held)
        promise = await work.tx.value(
            promises.ADD, client_id=client, employee_id=manager.id, due=today, amount=5_000_00, debt_before=10_000_00, created_at=work.now
        )  # fmt: skip
        visit = await visits.add(work.tx, client, manager.id, day=today, at=None, place="Склад")
        question = MISSING if status is OrderStatus.DRAFT else await lay_question(work, order, lead)
        silent = Fact(AlarmKind.SILENT, client, manager.id, manager.name, client, "Клиент", count=20)
        remark = await remarks.add(
            work.tx, lead.id, manager.id, kind="ask", topic="silent", ref_id=client, day=today, facts=facts_of(silent), at=work.now
        )  # fmt: skip
        assert remark is not None
        week, item = await _week(work, manager, client)
        return Rows(
            client=client,
            person=person,
            order=order,
            product=product,
            promise=promise,
            visit=visit,
            document=await work.tx.value(DOCUMENT, client=client),
            question=question,
            remark=remark,
            **await _people(office, work, manager),
            attachment=await _attachment(office, work, manager, client),
            known=await _known_name(work, lead, client),
            draft=await _draft(work, manager, client),
            **await _gift(work, manager, client, person),
            absence=await lay_absence(work, manager, None),
            report=(await reports.draft(work.tx, manager.id, reported_month(today), work.now)).id,
            alarm=await _alarm(work, manager, lead),
            week=week,
            item=item,
            **await lay_lacking(work, manager, client, product, order),
            **await lay_claim(work, manager, client),
            **await lay_terms(office, work, manager, client, order),
            **await lay_abroad(work, manager, order),
            **await _deals(work, manager, lead, client),
        )


async def _people(office: Office, work: Work, manager: Actor) -> dict[str, int]:
    assert manager.team_id is not None
    return {"employee": await _colleague(office, work, manager.team_id), "team": manager.team_id}


async def _stop(work: Work, client: int) -> int:
    """Since an hour it waits for the lead."""
    hour = work.now - timedelta(hours=1)
    given: dict[str, Any] = dict.fromkeys(stops.GIVEN) | {
        "client_id": client,
        "state": "at_lead",
        "held": False,
        "why": "",
        "overdue": 10_000_00,
        "days": 5,
        "asked_at": hour,
        "created_at": hour,
        "due_at": work.now + timedelta(days=1),
    }
    found: int = await work.tx.value(stops.ADD, **given)
    await stops.note(work.tx, found, None, hour, "named")
    return found


async def _known_name(work: Work, lead: Actor, client: int) -> int:
    """What the lead answered once: how the client is called in files."""
    key = f"имя {client}"
    await import_memory.remember(
        work.tx, key=key, tax_number="", name=f"Имя {client}", client_id=client, by=lead.id, at=work.now
    )
    return (await import_memory.answered(work.tx, [key]))[key, ""].id


async def _week(work: Work, manager: Actor, client: int) -> tuple[int, int]:
    """The plan of this week with a call to the client today."""
    today = work.today(manager)
    await week_plan.add(work.tx, manager.id, week_start(today))
    plan = await week_plan.find(work.tx, manager.id, week_start(today))
    assert plan is not None
    line = {
        "plan_id": plan.id,
        "client_id": client,
        "day": today,
        "at": None,
        "kind": "call",
        "visit_id": None,
    }
    await work.tx.run(week_plan.ADD_ITEM, **line, reason=[{"kind": "touch", "days": 20}])
    return plan.id, await work.tx.value(LAST_ITEM)


async def _deals(work: Work, manager: Actor, lead: Actor, client: int) -> dict[str, int]:
    found = {
        "stop": await _stop(work, client),
        "discount": await discounts.add(work.tx, _rule(lead), lead.id, work.now),
        "offer": await _offer(work, manager, client),
        "transfer": await transfers.note(
            work.tx, [client], giver=manager.id, taker=lead.id, by=lead.id, at=work.now
        ),
        "filling": (await next_steps.fill(work.tx, manager.id, [], work.now, mark=0)).id,
        "contract": await _contract(work, manager, client),
        "promotion": await _promotion(work, lead),
        "exhibition": await _exhibition(work, lead),
        "reconciliation": await _reconciliation(work, manager, client),
        **await lay_errands(work, manager, lead, client),
    }
    await completeness.refresh(work.tx, [client])
    return found


async def _contract(work: Work, manager: Actor, client: int) -> int:
    """A signed paper that waits at the client's."""
    today = work.today(manager)
    kept = dict.fromkeys(contracts.FIELDS) | {
        "client_id": client,
        "employee_id": manager.id,
        "agreement": 0,
        "number": "45/26",
        "signed": today - timedelta(days=300),
        "ends": today + timedelta(days=65),
        "open_ended": False,
        "price_column": "опт",
        "stage": "at_client",
        "held_since": today,
        "created_at": work.now,
    }
    found: int = await work.tx.value(contracts.ADD, **kept)
    return found


async def _reconciliation(work: Work, manager: Actor, client: int) -> int:
    """A month with a line that differs."""
    month = add_months(month_start(work.today(manager)), -1)
    text = "1: 90 000"
    done = await reconciliation_differences.record(manager, work, client, month_code(month), text)
    return done.card.id


async def _promotion(work: Work, lead: Actor) -> int:
    """Each of its own name: the same again would be the same row."""
    today = work.today(lead)
    made = Promotion(0, f"Акция {next(_numbers)}", "Скидка 5%", today, today + timedelta(days=14), Aim())
    return await promotions.add(work.tx, lead.id, lead.team_id, made, work.now)


async def _exhibition(work: Work, lead: Actor) -> int:
    day = work.today(lead) + timedelta(days=20)
    made = Exhibition(0, ExhibitionKind.EXHIBITION, f"Выставка {next(_numbers)}", "Крокус", day, day)
    return await exhibitions.add(work.tx, lead.id, lead.team_id, made, work.now)


async def _draft(work: Work, manager: Actor, client: int) -> int:
    """A captured line that asks nothing more: the client did not answer, to be called tomorrow."""
    whom = Named(str(client))
    acts = [
        CallAct(client=whom, outcome=Outcome.NO_ANSWER),
        NextAct(client=whom, day=work.today(manager) + timedelta(days=1)),
    ]
    written = to_json(first_drafted(acts, None))
    text = "не ответил, набрать завтра"
    return await drafts.add(work.tx, manager.id, work.now, text=text, acts=written, unread=[])


async def _offer(work: Work, manager: Actor, client: int) -> int:
    """One that is to be asked about today."""
    today = work.today(manager)
    return await offers.add(
        work.tx, client_id=client, employee_id=manager.id, day=today, channel="phone", text="", amount=None, follow_day=today, at=work.now
    )  # fmt: skip


async def _alarm(work: Work, manager: Actor, lead: Actor) -> int:
    """Of a day before: another may be noted today; the manager was asked about it."""
    day = work.today(manager) - timedelta(days=1 + next(_numbers))
    facts = {"count": 40, "usual": 6}
    found = await alarms.add(work.tx, manager.id, day, UnusualKind.CARDS, at=work.now, facts=facts)
    assert found is not None
    await alarms.ask(work.tx, found, lead.id)
    return found


async def _gift(work: Work, manager: Actor, client: int, person: int) -> dict[str, int]:
    """A dear present that waits for the lead, in the lead's list too."""
    gift = await gifts.add(
        work.tx,
        client_id=client,
        person_id=person,
        occasion="birthday",
        year=work.today(manager).year,
        what="коньяк",
        cost=5_000_00,
        state=GiftState.ASKED,
        employee_id=manager.id,
        created_at=work.now,
        asked_at=work.now,
    )
    asked = await decisions.ask(work, DecisionKind.GIFT, gift, manager.id, client=client, amount=5_000_00)
    return {"gift": gift, "decision": asked}


async def _attachment(office: Office, work: Work, manager: Actor, client: int) -> int:
    """A voice message of the client that was heard."""
    file_id = office.telegram.files.store("voice", Upload("voice.oga", b"voice")).file_id
    one = await attachments.add(
        work.tx, manager.id, AttachmentKind.VOICE, file_id, seconds=5, text="перезвонить", album=None, at=work.now
    )  # fmt: skip
    await attachments.give(work.tx, one, client)
    return one.id


async def _client(work: Work, manager: Actor) -> int:
    number = next(_numbers)
    new = NewClient(
        manager.id,
        f"Клиент {number}",
        work.now - timedelta(days=90),
        phone="+79161234567",
        price_column="опт",
    )
    client = await clients.add(work.tx, new)
    due = work.today(manager) - timedelta(days=5)
    await replace_receivables(
        work, work.today(manager), {client: [NewReceivable("Реализация 1", "", due, due, 10_000_00)]}
    )
    return client


def _rule(lead: Actor) -> DiscountRule:
    return DiscountRule(0, Decimal(3), group="Сыры", team_id=lead.team_id)


async def _colleague(office: Office, work: Work, team: int) -> int:
    """Somebody with a phone, to whom the bot may write."""
    number = 50_000 + next(_numbers)
    office.phone("Коллега", number)
    office.telegram.people[number].started = True
    found: int = await work.tx.value(
        employees.ADD,
        telegram_id=number,
        name=f"Коллега {number}",
        role=Role.MANAGER,
        team_id=team,
        language="ru",
        timezone="Europe/Moscow",
        created_at=work.now,
    )
    return found


async def delete_rows(office: Office, rows: Rows) -> Rows:
    """The same rows when somebody has just deleted them: they stay, marked. A team or a plan cannot be deleted: there is none."""
    async with office.work() as work:
        for table, id_ in ((t.clients, rows.client), (t.persons, rows.person), (t.products, rows.product)):
            await work.tx.run(DELETED[table], id_=id_, at=work.now)
        await work.tx.run(DISMISS, id_=rows.employee, at=work.now)
    return replace(rows, team=MISSING, week=MISSING, promotion=MISSING, exhibition=MISSING)


async def snapshot(tx: Transaction) -> Mapping[str, list[Any]]:
    """All that the company knows: every row of every table but those that any answer touches."""
    return {name: await tx.rows(statement, lambda *row: row) for name, statement in EVERYTHING.items()}


async def with_load(office: Office, rows: Rows) -> Rows:
    """The same rows with the newest import."""
    async with office.work() as work:
        load = await work.tx.value(sa.select(sa.func.max(debt_tables.imports.c.id)))
    return replace(rows, load=load)
