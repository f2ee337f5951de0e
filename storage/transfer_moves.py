"""What goes along when a client changes hands, column by column, and what stays and why.

Open work moves, history stays with who made it, and figures stay with who earned them. Every column that names one of our
people is here in `MOVES`, or a test that goes over all tables says why it stays.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import sqlalchemy as sa

from domain.approvals import ApprovalState
from domain.card_requests import CardStatus
from domain.contracts import OPEN as UNSIGNED
from domain.errands import ErrandStatus
from domain.gifts import GiftState
from domain.orders import OrderStatus
from domain.periods import week_start
from domain.promises import PromiseState
from domain.reconciliation import WAITING
from domain.reminders import ReminderKind as Kind
from storage.capture_tables import client_terms
from storage.catalogue_tables import card_requests
from storage.claim_tables import claims
from storage.database import Transaction, one_of
from storage.deal_tables import contracts, guests
from storage.debt_tables import promises, receivables
from storage.decision_tables import decisions
from storage.errand_tables import errands
from storage.greeting_tables import gifts
from storage.lead_tables import offers
from storage.people_tables import earners
from storage.price_tables import approvals
from storage.reconciliation_tables import reconciliations
from storage.shortage_tables import shortages
from storage.stop_tables import stops
from storage.tables import call_list, client_grams, clients, order_questions, orders
from storage.visit_tables import plan_items, reminders, visits, week_plans

GIVER: sa.BindParameter[int] = sa.bindparam("from_")
TAKER: sa.BindParameter[int] = sa.bindparam("to_")
ORDER, PROMISE = "order", "promise"
DONE_ORDERS = (OrderStatus.SHIPPED, OrderStatus.CLOSED, OrderStatus.REFUSED)


def _among(column: sa.ColumnElement[Any], codes: Sequence[str]) -> sa.ColumnElement[bool]:
    return sa.or_(*(column == str(code) for code in codes))


def _moved(table: sa.Table, *where: sa.ColumnElement[bool], column: str = "employee_id") -> sa.Update:
    key = table.c.id if table is clients else table.c.client_id
    return (
        sa.update(table).where(one_of(key, "ids"), table.c[column] == GIVER, *where).values({column: TAKER})
    )


OPEN_ORDER = sa.not_(_among(orders.c.status, DONE_ORDERS))
OPEN_PROMISE = promises.c.state == PromiseState.OPEN.value
OPEN_GIFT = _among(gifts.c.state, (GiftState.PLANNED, GiftState.ASKED, GiftState.APPROVED))
OPEN_CARD = _among(card_requests.c.status, (CardStatus.OPEN, CardStatus.QUESTION))
OPEN_CLAIM = claims.c.closed_at.is_(None)
OPEN_OFFER = offers.c.state == "open"
# What is done keeps who did it, though it may wait for a word.
OPEN_ERRAND = _among(errands.c.status, [one for one in ErrandStatus if one.is_open])
OPEN_SHORTAGE = shortages.c.ended_at.is_(None)
UNSETTLED = _among(reconciliations.c.state, sorted(WAITING))
AHEAD = (
    visits.c.day >= sa.bindparam("today"),
    visits.c.started_at.is_(None),
    visits.c.done_at.is_(None),
    visits.c.cancelled_at.is_(None),
)


def _of(table: sa.Table) -> sa.Select[Any]:
    return sa.select(table.c.id).where(one_of(table.c.client_id, "ids"))


_orders = _of(orders)
_approvals = sa.select(approvals.c.id).where(approvals.c.order_id.in_(_orders))

# --- whose figures: noted before the work moves --------------------------------------------------------------------


def _earned(kind: str, table: sa.Table, *where: sa.ColumnElement[bool]) -> sa.Insert:
    """The first who held it stays its earner, however often it moves on."""
    known = sa.exists().where(earners.c.kind == kind, earners.c.ref_id == table.c.id)
    held = sa.select(sa.literal(kind), table.c.id, table.c.employee_id).where(
        one_of(table.c.client_id, "ids"), table.c.employee_id == GIVER, *where, ~known
    )
    return sa.insert(earners).from_select(["kind", "ref_id", "employee_id"], held)


EARNED: Final = (
    _earned(ORDER, orders, OPEN_ORDER, orders.c.day.is_not(None)),
    _earned(PROMISE, promises, OPEN_PROMISE),
)

# --- the day's list and the week plan: into those of the new manager where there are any, else out of the old ones ----

_line = call_list.alias("line")
_waits = (
    call_list.c.employee_id == GIVER,
    call_list.c.day == sa.bindparam("today"),
    call_list.c.state == "waiting",
    one_of(call_list.c.client_id, "ids"),
)
_has_list = sa.exists().where(_line.c.employee_id == TAKER, _line.c.day == sa.bindparam("today"))
_listed = sa.exists().where(
    _line.c.employee_id == TAKER,
    _line.c.day == sa.bindparam("today"),
    _line.c.client_id == call_list.c.client_id,
)
LINES = sa.update(call_list).where(*_waits, _has_list, ~_listed).values(employee_id=TAKER)
LINES_OUT = sa.delete(call_list).where(*_waits)

_theirs, _other = week_plans.alias("theirs"), plan_items.alias("other")
_own_plans = sa.select(week_plans.c.id).where(
    week_plans.c.employee_id == GIVER, week_plans.c.start >= sa.bindparam("week")
)
_same_week = (
    sa.select(_theirs.c.id)
    .join(week_plans, week_plans.c.start == _theirs.c.start)
    .where(week_plans.c.id == plan_items.c.plan_id, _theirs.c.employee_id == TAKER)
    .correlate(plan_items)
    .scalar_subquery()
)
_ahead = (
    plan_items.c.plan_id.in_(_own_plans),
    one_of(plan_items.c.client_id, "ids"),
    plan_items.c.day >= sa.bindparam("today"),
)
_planned = sa.exists().where(
    _other.c.plan_id == _same_week,
    _other.c.client_id == plan_items.c.client_id,
    _other.c.day == plan_items.c.day,
)
ITEMS = sa.update(plan_items).where(*_ahead, _same_week.is_not(None), ~_planned).values(plan_id=_same_week)
ITEMS_OUT = sa.delete(plan_items).where(*_ahead)

# --- what is said at an hour of its own ------------------------------------------------------------------------------

SAID_OF: Final[tuple[tuple[tuple[Kind, ...], sa.Select[Any]], ...]] = (
    ((Kind.VISIT_BRIEF,), _of(visits)),
    (
        (
            Kind.PREPAID,
            Kind.PREPAID_GREW,
            Kind.ORDER_ACCEPT,
            Kind.ORDER_ENTER,
            Kind.ADVICE,
        ),
        _orders,
    ),
    ((Kind.ORDER_ANSWER,), sa.select(order_questions.c.id).where(order_questions.c.order_id.in_(_orders))),
    ((Kind.APPROVAL,), _approvals),
    ((Kind.DIFFERENCE,), _of(reconciliations)),
    ((Kind.STOP,), _of(stops)),
    ((Kind.DISPUTE,), _of(receivables)),
    ((Kind.CARD,), _of(card_requests)),
    ((Kind.CLAIM,), _of(claims)),
    ((Kind.ERRAND, Kind.ERRAND_NEW), _of(errands)),
    ((Kind.DECISION,), _of(decisions)),
)
_said = reminders.alias("said")


def _reminded(kinds: Sequence[Kind], refs: sa.Select[Any]) -> tuple[sa.Update, sa.Delete]:
    """To the new manager; where that one is told of it anyway, the old one is only spared."""
    whose = (reminders.c.employee_id == GIVER, _among(reminders.c.kind, kinds), reminders.c.ref_id.in_(refs))
    told = sa.exists().where(
        _said.c.kind == reminders.c.kind, _said.c.ref_id == reminders.c.ref_id, _said.c.employee_id == TAKER
    )
    return sa.update(reminders).where(*whose, ~told).values(employee_id=TAKER), sa.delete(reminders).where(
        *whose
    )


REMINDERS: Final = tuple(one for kinds, refs in SAID_OF for one in _reminded(kinds, refs))
# An arrival is said of one request to each who waits: both may have clients who do.
_asked = sa.select(shortages.c.request_id).where(
    one_of(shortages.c.client_id, "ids"), OPEN_SHORTAGE, shortages.c.request_id.is_not(None)
)
_told_too = sa.exists().where(
    _said.c.kind == Kind.ARRIVAL.value, _said.c.ref_id == reminders.c.ref_id, _said.c.employee_id == TAKER
)
ARRIVALS = sa.insert(reminders).from_select(
    ["employee_id", "kind", "ref_id", "due", "at"],
    sa.select(
        sa.cast(TAKER, sa.BigInteger), reminders.c.kind, reminders.c.ref_id, reminders.c.due, reminders.c.at
    ).where(
        reminders.c.kind == Kind.ARRIVAL.value,
        reminders.c.ref_id.in_(_asked),
        reminders.c.employee_id == GIVER,
        ~_told_too,
    ),
)

# --- the whole of it ---------------------------------------------------------------------------------------------------


def _names(table: sa.Table) -> sa.Update:
    return _moved(table, column="manager_id")


MOVES: Final[Mapping[str, sa.Update | sa.Delete]] = MappingProxyType(
    {
        "clients.manager_id": _moved(clients, column="manager_id"),
        "client_grams.manager_id": _names(client_grams),
        "client_terms.manager_id": _names(client_terms),
        "approvals.employee_id": sa.update(approvals)
        .where(
            approvals.c.order_id.in_(_orders),
            approvals.c.employee_id == GIVER,
            _among(approvals.c.state, (ApprovalState.OPEN, ApprovalState.COUNTERED)),
        )
        .values(employee_id=TAKER),
        "orders.employee_id": _moved(orders, OPEN_ORDER),
        "promises.employee_id": _moved(promises, OPEN_PROMISE),
        "offers.employee_id": _moved(offers, OPEN_OFFER),
        "claims.employee_id": _moved(claims, OPEN_CLAIM),
        "claims.owner_id": _moved(claims, OPEN_CLAIM, column="owner_id"),
        "shortages.employee_id": _moved(shortages, OPEN_SHORTAGE),
        "card_requests.employee_id": _moved(card_requests, OPEN_CARD),
        "contracts.employee_id": _moved(contracts, _among(contracts.c.stage, UNSIGNED)),
        "gifts.employee_id": _moved(gifts, OPEN_GIFT),
        "exhibition_guests.employee_id": _moved(guests, guests.c.reply.is_(None)),
        "receivables.dispute_owner_id": _moved(receivables, column="dispute_owner_id"),
        "reconciliations.employee_id": _moved(reconciliations, UNSETTLED),
        "reconciliations.owner_id": _moved(reconciliations, UNSETTLED, column="owner_id"),
        "errands.doer_id": _moved(errands, OPEN_ERRAND, column="doer_id"),
        "errands.giver_id": _moved(
            errands, errands.c.pool.is_not(None), errands.c.closed_at.is_(None), column="giver_id"
        ),
        "decisions.employee_id": _moved(decisions, decisions.c.decided_at.is_(None)),
        "visits.employee_id": _moved(visits, *AHEAD),
        "call_list.employee_id": LINES,
        "reminders.employee_id": REMINDERS[0],
    }
)
# What is found by the old manager's work comes before that work moves, and the client last.
STATEMENTS: Final = (
    *EARNED,
    ARRIVALS,
    *REMINDERS,
    LINES,
    LINES_OUT,
    ITEMS,
    ITEMS_OUT,
    *(
        one
        for key, one in MOVES.items()
        if key not in {"call_list.employee_id", "reminders.employee_id", "clients.manager_id"}
    ),
    MOVES["clients.manager_id"],
)


async def move(tx: Transaction, client_ids: Sequence[int], giver: int, taker: int, today: date) -> None:
    """A portion of one manager's clients with all that is open about them. `today` is the giver's."""
    week = week_start(today - timedelta(days=7))
    values = {"ids": [*client_ids], "from_": giver, "to_": taker, "today": today, "week": week}
    plans = [tx.database.plan(one) for one in STATEMENTS]
    await tx.write([(plan, [plan.arguments(values)]) for plan in plans])
