"""What a client may take on credit, from its row and what was ordered since its debts were last known."""

from datetime import date, timedelta

from domain.credit import CreditVerdict, Standing, check_credit
from domain.orders import AT_DESK, OrderStatus
from domain.stop_list import StopState
from storage import orders, stops
from storage.clients import Client
from usecases.work import Work

NOT_IN_DEBT = sorted({*AT_DESK, OrderStatus.SHIPPED})
UNKNOWN_DEBT_DAYS = 30


async def credit_of(work: Work, client: Client, total: int, today: date) -> CreditVerdict:
    """May an order of `total` kopecks go on credit, with what was handed over since the debts were last known."""
    after = client.debt_as_of or today - timedelta(days=UNKNOWN_DEBT_DAYS)
    pending = await orders.pending_sum(work.tx, client.id, [str(status) for status in NOT_IN_DEBT], after)
    standing = Standing(
        limit=client.credit_limit,
        debt=client.debt,
        overdue=client.overdue,
        days_overdue=max((today - client.overdue_since).days, 0) if client.overdue_since else 0,
        advances=client.advance,
        pending=pending,
        stopped=client.stopped,
        excepted_until=await _excepted_until(work, client),
    )
    return check_credit(total, standing, work.rules.credit)


async def _excepted_until(work: Work, client: Client) -> date | None:
    """The day until which the lead lets an overdue debt pass."""
    if not client.overdue:
        return None
    stop = (await stops.open_of(work.tx, [client.id])).get(client.id)
    return stop.until if stop is not None and stop.state == StopState.EXCEPTION else None
