"""The check of a client's reliability: ticks, and until when a whole list holds."""

from collections.abc import Collection

from domain.actors import SELLING, Actor
from domain.reliability import Check, CheckState, is_whole, state_of, valid_until
from screens.reliability import CheckLine, ChecksView
from storage import leads as stored
from storage import timeline
from storage.clients import Client
from storage.leads import Checked
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.errors import StaleError
from usecases.scope import lock_client
from usecases.work import Work


@inner
async def find_check(actor: Actor, work: Work, client_id: int) -> CheckLine | None:
    """How a client stands today, for its card; None where nobody has begun."""
    found = await stored.find_checked(work.tx, client_id)
    if found is None:
        return None
    return CheckLine(_state(actor, work, found), found.valid_until, found.name)


def _state(actor: Actor, work: Work, found: Checked) -> CheckState:
    return state_of(found.done, found.valid_until, work.today(actor))


@inner
async def is_unchecked(actor: Actor, work: Work, client_id: int, *, known: bool) -> bool:
    """Whether an order should say so: a check has run out or was not finished, or of a new client none was begun."""
    check = await find_check(actor, work, client_id)
    return not known if check is None else check.state is not CheckState.VALID


@inner
async def check_line(actor: Actor, work: Work, client_id: int) -> CheckLine:
    return await find_check(actor, work, client_id) or CheckLine(CheckState.NONE)


@allowed(*SELLING)
async def get_checks(actor: Actor, work: Work, client_id: int) -> ChecksView:
    """The list. Where the tax number came last, from elsewhere, the list is whole from now on."""
    client = await lock_client(actor, work, client_id)
    found = await stored.find_checked(work.tx, client.id)
    done = _done(actor, work, client, found)
    if found is not None and found.valid_until is None and is_whole(done, work.rules.reliability):
        await _save(actor, work, client, done)
    return await _view(actor, work, client)


async def _view(actor: Actor, work: Work, client: Client) -> ChecksView:
    found = await stored.find_checked(work.tx, client.id)
    done = _done(actor, work, client, found)
    return ChecksView(
        client=client.id,
        name=client.name,
        is_lead=client.is_lead,
        tax_number=client.tax_number or "",
        items=tuple((item, item in done) for item in work.rules.reliability.items),
        line=await check_line(actor, work, client.id),
    )


def _done(actor: Actor, work: Work, client: Client, found: Checked | None) -> set[Check]:
    """What was ticked and has not run out; the tax number as it stands now: its own digits say whether it is one."""
    from exchange.values import is_tax_number

    known = {item.value for item in Check}
    done: set[Check] = set()
    if found is not None and _state(actor, work, found) is not CheckState.EXPIRED:
        done = {Check(item) for item in found.done if item in known}
    right = bool(client.tax_number and is_tax_number(client.tax_number))
    return done | {Check.TAX_NUMBER} if right else done - {Check.TAX_NUMBER}


@allowed(*SELLING)
async def set_check(actor: Actor, work: Work, client_id: int, item: Check, *, done: bool) -> ChecksView:
    """Ticks an item or takes the tick away; the last tick sets until when the list holds. Done before: nothing is done again.

    Raises `StaleError` for the tax number and for an item that the company has taken off its list.
    """
    if item is Check.TAX_NUMBER or item not in work.rules.reliability.items:
        raise StaleError(what="check")
    client = await lock_client(actor, work, client_id)
    ticked = _done(actor, work, client, await stored.find_checked(work.tx, client.id))
    if (item in ticked) != done:
        await _save(actor, work, client, ticked | {item} if done else ticked - {item})
    return await _view(actor, work, client)


@allowed(*SELLING)
async def start_again(actor: Actor, work: Work, client_id: int) -> ChecksView:
    """The list anew, with nothing ticked but what checks itself."""
    client = await lock_client(actor, work, client_id)
    await _save(actor, work, client, set())
    return await _view(actor, work, client)


async def _save(actor: Actor, work: Work, client: Client, done: Collection[Check]) -> None:
    until = valid_until(done, work.today(actor), work.rules.reliability)
    await stored.set_checked(
        work.tx,
        client.id,
        done=sorted(item.value for item in done),
        valid_until=until,
        employee_id=actor.id,
        at=work.now,
    )
    if until is not None:
        await timeline.add(
            work.tx, client.id, actor.hand, work.now, EventKind.RELIABILITY, until=until.isoformat()
        )
