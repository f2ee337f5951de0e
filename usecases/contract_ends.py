"""What the end of a contract asks for: going on, a new one, or letting it end; and who is told of it when."""

from dataclasses import replace
from datetime import date, timedelta

from domain.actors import LEADING, SELLING, Actor, Role
from domain.contracts import (
    ContractStage,
    ContractStageError,
    ContractTermError,
    TermField,
    Terms,
    due_notice,
    renewed,
    year_on,
)
from screens.contracts import ContractView, EndLine
from storage import clients, contracts, employees
from storage.contracts import Contract, Listed
from usecases.access import allowed
from usecases.contracts import add_row, expire, find_contract, get_contract, note
from usecases.scope import lock_client, managers_for
from usecases.work import Work

ENDING_STAGES = frozenset({ContractStage.IN_FORCE, ContractStage.EXPIRED})
MOST_LINES = 10
SPARE_DAYS = 14  # holidays in a row, before which an end is spoken of ahead of its day
SET_SAID = contracts.patch("said")
SET_LEAD_SAID = contracts.patch("lead_said", "lead_said_on")
SET_RENEWS = contracts.patch("renews")


@allowed(*SELLING)
async def get_renewable(actor: Actor, work: Work, contract_id: int) -> ContractView:
    """Raises `ContractStageError` for one that is not in force, or that ends on no day."""
    contract = await _lock_ending(actor, work, contract_id)
    if contract.ends is None:
        raise ContractStageError(stage=contract.stage, wanted="renew")
    return await get_contract(actor, work, contract.id)


@allowed(*SELLING)
async def renew(actor: Actor, work: Work, contract_id: int, ends: date) -> ContractView:
    """An additional agreement until `ends`, as a draft: the contract itself stays as it was.

    The one that is being prepared already is given back. Raises `ContractTermError` for an end that is not later.
    """
    contract = await _lock_ending(actor, work, contract_id)
    if contract.ends is None or ends <= contract.ends:
        raise ContractTermError(field=TermField.ENDS, text=f"{ends:%d.%m.%Y}")
    terms = renewed(contract.said_terms, ends)
    return await _go_on(actor, work, contract, terms, agreement=contract.agreement + 1)


@allowed(*SELLING)
async def prepare_next(actor: Actor, work: Work, contract_id: int) -> ContractView:
    """A new contract on the same terms, for the year after this one; its number comes later."""
    contract = await _lock_ending(actor, work, contract_id)
    known = contract.said_terms
    terms = replace(known, number="", signed=None, starts=None)
    if known.ends is not None:
        terms = replace(renewed(known, year_on(known.ends)), number="")
    return await _go_on(actor, work, contract, terms, agreement=0)


async def _go_on(
    actor: Actor, work: Work, contract: Contract, terms: Terms, *, agreement: int
) -> ContractView:
    known = await contracts.next_of(work.tx, contract.id)
    if known is not None:
        return await get_contract(actor, work, known.id)
    client = await lock_client(actor, work, contract.client_id)
    await work.tx.run(SET_RENEWS, id_=contract.id, renews=True)
    added = await add_row(actor, work, client, terms, previous=contract.id, agreement=agreement)
    return await get_contract(actor, work, added)


@allowed(*SELLING)
async def end_with_it(actor: Actor, work: Work, contract_id: int, *, sure: bool) -> ContractView:
    """Not gone on from: nothing more is said of its end. Not `sure`: it is after all."""
    contract = await _lock_ending(actor, work, contract_id)
    if contract.renews == sure:
        await work.tx.run(SET_RENEWS, id_=contract.id, renews=not sure)
        await note(actor, work, contract.client_id, contract.number, "ends" if sure else "renews")
    return await get_contract(actor, work, contract.id)


async def _lock_ending(actor: Actor, work: Work, contract_id: int) -> Contract:
    contract = (await find_contract(actor, work, contract_id, lock=True)).contract
    if contract.stage not in ENDING_STAGES:
        raise ContractStageError(stage=contract.stage, wanted="renew")
    return contract


# --- notices ------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def due_ends(actor: Actor, work: Work) -> tuple[EndLine, ...]:
    """Contracts whose end is to be spoken of today, the nearest first; marked as said. What is too much for a morning waits."""
    await expire(actor, work)
    today, settings = work.today(actor), work.rules.contracts
    until = today + timedelta(days=max(settings.remind_days, default=0) + SPARE_DAYS)
    lines: list[EndLine] = []
    for one in await contracts.ending(work.tx, await _listeners(actor, work), until):
        if len(lines) == MOST_LINES:
            break
        if one.contract.renews and await _say(actor, work, one.contract, today):
            lines.append(await _line(actor, work, one, today))
    return tuple(lines)


async def _listeners(actor: Actor, work: Work) -> list[int]:
    """Whose contracts are told to the actor: an owner stands in for the leads of teams that have none."""
    if actor.role is not Role.OWNER:
        return await managers_for(actor, work)
    everybody = await employees.everybody(work.tx)
    led = {one.team_id for one in everybody if one.role is Role.LEAD}
    return [actor.id, *(one.id for one in everybody if one.role is Role.MANAGER and one.team_id not in led)]


async def _say(actor: Actor, work: Work, contract: Contract, today: date) -> bool:
    """Whether there is something to say, and that it is said. Several leads of a team hear it on the same morning."""
    assert contract.ends is not None
    settings, calendar = work.rules.contracts, work.rules.calendar
    if actor.role in LEADING:
        due = due_notice(contract.ends, today, contract.lead_said, calendar, settings.lead_days)
        if due is not None:
            await work.tx.run(SET_LEAD_SAID, id_=contract.id, lead_said=due, lead_said_on=today)
        return due is not None or contract.lead_said_on == today
    due = due_notice(contract.ends, today, contract.said, calendar, settings.remind_days)
    if due is not None:
        await work.tx.run(SET_SAID, id_=contract.id, said=due)
    return due is not None


async def _line(actor: Actor, work: Work, one: Listed, today: date) -> EndLine:
    following = await contracts.next_of(work.tx, one.contract.id)
    names = {} if actor.role is Role.MANAGER else await clients.manager_names(work.tx, [one.manager_id])
    assert one.contract.ends is not None
    return EndLine(
        id=one.contract.id,
        client=one.contract.client_id,
        name=one.client,
        number=one.contract.number,
        ends=one.contract.ends,
        days=(one.contract.ends - today).days,
        manager=names.get(one.manager_id, ""),
        following=following.id if following else None,
        following_stage=ContractStage(following.stage) if following else None,
    )
