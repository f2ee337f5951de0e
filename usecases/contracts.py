"""Contracts: written down, carried through their stages, set in force for the client."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from capture.contract_terms import read_answer, read_terms
from domain.actors import LEADING, SELLING, Actor, Role
from domain.contracts import (
    OPEN,
    ContractStage,
    ContractStageError,
    ContractTermError,
    Holder,
    TermField,
    Terms,
    TermsState,
    check_stage,
    check_terms,
    grows,
    last_end,
)
from domain.decisions import DecisionKind, Verdict
from domain.leads import Stage
from screens.contracts import ContractView, Register, RegisterLine
from storage import clients, contracts, employees, persons, timeline
from storage.clients import Client
from storage.contracts import Contract, Listed
from storage.timeline import EventKind
from usecases import decisions
from usecases.access import allowed, inner
from usecases.decision_desk import waits_for
from usecases.errors import NotFoundError, StaleError
from usecases.leads import advance
from usecases.scope import get_client, lock_client, managers_for
from usecases.work import Work

SEEING = SELLING | {Role.ACCOUNTANT}
DECIDING = LEADING | {Role.ACCOUNTANT}
AHEAD = timedelta(days=60)
MOST_UNREAD = 2
SET_TERMS = contracts.patch(
    "number",
    "signed",
    "starts",
    "ends",
    "open_ended",
    "notice_days",
    "payment_delay",
    "credit_limit",
    "price_column",
    "said",
    "lead_said",
)
SET_STAGE = contracts.patch("stage", "holder", "person_id", "held_since", "signed", "employee_id", "terms")
SET_TERMS_STATE = contracts.patch("terms")
SET_ON_CLIENT = clients.patch("payment_delay", "credit_limit", "price_column")


@dataclass(frozen=True, slots=True)
class Moved:
    """The contract after a step. `deciders` have to say whether its terms stand for the client."""

    view: ContractView
    deciders: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """`others` have the same question on their screens; `manager` answers for the client."""

    view: ContractView
    others: tuple[Actor, ...] = ()
    manager: Actor | None = None


# --- looking ------------------------------------------------------------------------------------------------------


@inner
async def find_contract(actor: Actor, work: Work, contract_id: int, *, lock: bool = False) -> Listed:
    """Raises `NotFoundError` for a foreign one too."""
    look = contracts.find_locked if lock else contracts.find
    found = await look(work.tx, contract_id, await managers_for(actor, work))
    if found is None:
        raise NotFoundError(what="contract", id=contract_id)
    return found


@allowed(*SEEING)
async def get_contract(actor: Actor, work: Work, contract_id: int) -> ContractView:
    work = await decisions.lent(actor, work, DecisionKind.CONTRACT, contract_id)
    found = await find_contract(actor, work, contract_id)
    return await view_of(actor, work, found.contract)


@allowed(*SEEING)
async def find_of_client(actor: Actor, work: Work, client_id: int) -> ContractView | str:
    """The contract that matters now: in work, else in force, else the last one; the client's name where there is none."""
    client = await get_client(actor, work, client_id)
    known = await contracts.of_client(work.tx, client.id)
    in_work = [one for one in known if one.stage in {*OPEN, ContractStage.SIGNED}]
    in_force = [one for one in known if one.stage == ContractStage.IN_FORCE]
    first = next(iter([*in_work, *in_force, *known]), None)
    return client.name if first is None else await view_of(actor, work, first)


@allowed(*SELLING)
async def find_in_work(actor: Actor, work: Work, client_id: int) -> ContractView | None:
    """The client's contract on which nothing is written yet, held from other turns; None where there is none."""
    client = await lock_client(actor, work, client_id)
    known = await contracts.of_client(work.tx, client.id)
    blank = next((one for one in known if one.stage in OPEN and one.said_terms == Terms()), None)
    return None if blank is None else await view_of(actor, work, blank)


@allowed(*SELLING)
async def get_changeable(actor: Actor, work: Work, contract_id: int) -> ContractView:
    """Raises `ContractStageError` where an agreement has to change it."""
    return await view_of(actor, work, await _lock_changeable(actor, work, contract_id))


@inner
async def view_of(actor: Actor, work: Work, contract: Contract) -> ContractView:
    client = await get_client(actor, work, contract.client_id)
    today, stage = work.today(actor), ContractStage(contract.stage)
    people = await persons.of_client(work.tx, client.id)
    following = await contracts.next_of(work.tx, contract.id)
    past = stage is ContractStage.IN_FORCE and contract.ends is not None and contract.ends < today
    return ContractView(
        id=contract.id,
        client=client.id,
        name=client.name,
        terms=contract.said_terms,
        agreement=contract.agreement,
        stage=ContractStage.EXPIRED if past else stage,
        holder=Holder(contract.holder) if contract.holder else None,
        person=next((one.name for one in people if one.id == contract.person_id), ""),
        held_days=max((today - contract.held_since).days, 0),
        state=TermsState(contract.terms),
        today=today,
        renews=contract.renews,
        people=tuple((one.id, one.name) for one in people),
        columns=await contracts.price_columns(work.tx),
        following=following.id if following else None,
        may_edit=actor.role in SELLING,
        may_decide=actor.role in DECIDING,
        delay_before=client.payment_delay,
        limit_before=client.credit_limit,
        waits=await waits_for(actor, work, DecisionKind.CONTRACT, contract.id),
    )


@allowed(*SEEING)
async def open_register(actor: Actor, work: Work) -> Register:
    """What ends within 60 days, then what is in work; what has ended meanwhile is marked so."""
    managers = await managers_for(actor, work)
    today = work.today(actor)
    await expire(actor, work)
    ending = await contracts.ending(work.tx, managers, today + AHEAD)
    in_work = await contracts.in_work(work.tx, managers)
    owners = sorted({one.manager_id for one in (*ending, *in_work)})
    names = {} if actor.role is Role.MANAGER else await clients.manager_names(work.tx, owners)
    people = {one.contract.client_id for one in in_work if one.contract.person_id}
    held = {one.id: one.name for one in await persons.of_clients(work.tx, sorted(people))}

    def line(one: Listed) -> RegisterLine:
        contract = one.contract
        return RegisterLine(
            id=contract.id,
            name=one.client,
            stage=ContractStage(contract.stage),
            holder=Holder(contract.holder) if contract.holder else None,
            person=held.get(contract.person_id or 0, ""),
            held_days=max((today - contract.held_since).days, 0),
            ends=contract.ends,
            renews=contract.renews,
            manager=names.get(one.manager_id, ""),
        )

    return Register(tuple(map(line, ending)), tuple(map(line, in_work)), today)


@inner
async def expire(actor: Actor, work: Work) -> None:
    """Contracts in force of the actor's clients whose last day is over have expired."""
    today = work.today(actor)
    managers = await managers_for(actor, work)
    for one in await contracts.ending(work.tx, managers, today - timedelta(days=1)):
        await work.tx.run(contracts.EXPIRE, client=one.contract.client_id, today=today)
        await keep_end(work, one.contract.client_id)


async def keep_end(work: Work, client_id: int) -> None:
    """The client's row says when its contract in force ends."""
    ends = last_end(await contracts.ends_in_force(work.tx, client_id))
    await work.tx.run(contracts.SET_ENDS, id_=client_id, contract_ends=ends)


# --- writing it down ----------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def add_contract(actor: Actor, work: Work, client_id: int, text: str = "") -> tuple[ContractView, str]:
    """A draft with the terms that the line names, and the words that nothing was made of.

    Without a line everything is still to be asked. Raises `ContractTermError` where the line names no term at all.
    """
    client = await lock_client(actor, work, client_id)
    columns = await contracts.price_columns(work.tx)
    read = read_terms(text, work.today(actor), work.rules.calendar, columns)
    if text and read.terms == Terms():
        raise ContractTermError(field="line", text=text[:100])
    _check(read.terms, columns)
    contract_id = await add_row(actor, work, client, read.terms)
    return await get_contract(actor, work, contract_id), read.unread


@inner
async def add_row(
    actor: Actor, work: Work, client: Client, terms: Terms, *, previous: int | None = None, agreement: int = 0
) -> int:
    contract_id: int = await work.tx.value(
        contracts.ADD,
        client_id=client.id,
        employee_id=client.manager_id,
        previous_id=previous,
        agreement=agreement,
        stage=ContractStage.DRAFT.value,
        holder=Holder.MANAGER.value,
        held_since=work.today(actor),
        created_at=work.now,
        **_columns(terms),
    )
    await note(actor, work, client.id, terms.number, ContractStage.DRAFT)
    await advance(actor, work, client.id, Stage.CONTRACT)
    return contract_id


def _columns(terms: Terms) -> dict[str, Any]:
    values = {one.name: getattr(terms, one.name) for one in fields(Terms)}
    values["payment_delay"] = values.pop("delay")
    return values


def _check(terms: Terms, columns: tuple[str, ...]) -> None:
    check_terms(terms)
    if terms.price_column and columns and terms.price_column not in columns:
        raise ContractTermError(field=TermField.PRICES, text=terms.price_column)


@inner
async def note(actor: Actor, work: Work, client_id: int, number: str, what: str) -> None:
    await timeline.add(
        work.tx, client_id, actor.hand, work.now, EventKind.CONTRACT, number=number, what=str(what)
    )


@allowed(*SEEING)
async def names_terms(actor: Actor, work: Work, text: str) -> bool:
    """Whether the line speaks of a contract: it names a term, and hardly anything besides."""
    read = read_terms(text, work.today(actor), work.rules.calendar)
    return read.terms != Terms() and len(read.unread.split()) <= MOST_UNREAD


@allowed(*SELLING)
async def amend(
    actor: Actor, work: Work, contract_id: int, text: str, field: TermField | None = None
) -> tuple[ContractView, str]:
    """What the line names takes the place of what was there; `field` is what was asked, and may be answered barely.

    Raises `ContractTermError`, and `ContractStageError` where the contract is in force: an agreement changes that one.
    """
    contract = await _lock_changeable(actor, work, contract_id)
    columns = await contracts.price_columns(work.tx)
    today, calendar, begins = work.today(actor), work.rules.calendar, contract.starts or contract.signed
    unread, terms = "", None
    if field is not None:
        terms = read_answer(field, text, today, calendar, columns, begins=begins)
    if terms is None:
        read = read_terms(text, today, calendar, columns, begins=begins)
        terms, unread = read.terms, read.unread
    if terms == Terms():
        raise ContractTermError(field=field or "line", text=text[:100])
    await _save(work, contract, _merged(contract.said_terms, terms), columns)
    return await get_contract(actor, work, contract.id), unread


def _merged(known: Terms, said: Terms) -> Terms:
    empty = Terms()
    given = {one.name: getattr(said, one.name) for one in fields(Terms)}
    merged = replace(known, **{name: value for name, value in given.items() if value != getattr(empty, name)})
    return replace(merged, open_ended=merged.open_ended and said.ends is None, ends=None if said.open_ended else merged.ends)  # fmt: skip


@allowed(*SELLING)
async def set_term(actor: Actor, work: Work, contract_id: int, field: TermField, value: int) -> ContractView:
    """A term by a button; `value` as `screens.callbacks.contracts.SetTerm` has it."""
    contract = await _lock_changeable(actor, work, contract_id)
    columns, known = await contracts.price_columns(work.tx), contract.said_terms
    match field:
        case TermField.SIGNED:
            terms = replace(known, signed=_day(field, value))
        case TermField.ENDS if value <= 0:
            terms = replace(known, open_ended=True, ends=None)
        case TermField.ENDS:
            terms = replace(known, open_ended=False, ends=_day(field, value))
        case TermField.DELAY:
            terms = replace(known, delay=value)
        case TermField.LIMIT:
            terms = replace(known, credit_limit=value)
        case _:
            if field is not TermField.PRICES or not 0 <= value < len(columns):
                raise StaleError(what="contract")
            terms = replace(known, price_column=columns[value])
    await _save(work, contract, terms, columns)
    return await get_contract(actor, work, contract.id)


def _day(field: TermField, value: int) -> date:
    if not 0 < value <= date.max.toordinal():
        raise ContractTermError(field=field, text=str(value))
    return date.fromordinal(value)


async def _save(work: Work, contract: Contract, terms: Terms, columns: tuple[str, ...]) -> None:
    """A new end is spoken of anew."""
    _check(terms, columns)
    same = terms.ends == contract.ends
    said = {"said": contract.said, "lead_said": contract.lead_said} if same else {"said": None, "lead_said": None}  # fmt: skip
    await work.tx.run(SET_TERMS, id_=contract.id, **_columns(terms), **said)


async def _lock_changeable(actor: Actor, work: Work, contract_id: int) -> Contract:
    contract = (await find_contract(actor, work, contract_id, lock=True)).contract
    if contract.stage not in {*OPEN, ContractStage.SIGNED}:
        raise ContractStageError(stage=contract.stage, wanted="change")
    return contract


# --- stages -------------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def move(actor: Actor, work: Work, contract_id: int, stage: ContractStage) -> Moved:
    """To another stage; the same stage again changes nothing. Raises `ContractStageError`."""
    contract = (await find_contract(actor, work, contract_id, lock=True)).contract
    if contract.stage == stage:
        return Moved(await view_of(actor, work, contract))
    holder = Holder.MANAGER if stage is ContractStage.AT_US else None
    return await _move(actor, work, contract, stage, holder=holder)


@allowed(*SELLING)
async def hold_by_us(actor: Actor, work: Work, contract_id: int, holder: Holder) -> Moved:
    """One of ours has it: the contract is at us."""
    contract = (await find_contract(actor, work, contract_id, lock=True)).contract
    if contract.stage == ContractStage.AT_US and contract.holder == holder:
        return Moved(await view_of(actor, work, contract))
    return await _move(actor, work, contract, ContractStage.AT_US, holder=holder)


@allowed(*SELLING)
async def hold_by_person(actor: Actor, work: Work, contract_id: int, person_id: int) -> Moved:
    """One of the client's has it. Raises `NotFoundError` for a person of somebody else."""
    contract = (await find_contract(actor, work, contract_id, lock=True)).contract
    people = await persons.of_client(work.tx, contract.client_id)
    if person_id not in {one.id for one in people}:
        raise NotFoundError(what="person", id=person_id)
    if contract.stage == ContractStage.AT_CLIENT and contract.person_id == person_id:
        return Moved(await view_of(actor, work, contract))
    return await _move(actor, work, contract, ContractStage.AT_CLIENT, person=person_id)


async def _move(
    actor: Actor,
    work: Work,
    contract: Contract,
    stage: ContractStage,
    *,
    holder: Holder | None = None,
    person: int | None = None,
) -> Moved:
    if contract.stage != stage:
        check_stage(ContractStage(contract.stage), stage, contract.said_terms)
    client = await lock_client(actor, work, contract.client_id)
    signed = contract.signed or (work.today(actor) if stage is ContractStage.SIGNED else None)
    earner = client.manager_id if contract.stage in OPEN else contract.employee_id
    state = TermsState.NONE
    if stage is ContractStage.IN_FORCE:
        state = await _set_terms(actor, work, contract, client)
    await work.tx.run(
        SET_STAGE,
        id_=contract.id,
        stage=stage.value,
        holder=holder.value if holder else None,
        person_id=person,
        held_since=work.today(actor),
        signed=signed,
        employee_id=earner,
        terms=state.value,
    )
    await keep_end(work, client.id)
    if contract.stage != stage:
        await note(actor, work, client.id, contract.number, stage)
    if state is TermsState.PROPOSED:
        await _ask(work, contract, client)
    elif contract.terms == TermsState.PROPOSED:
        await decisions.close(work, DecisionKind.CONTRACT, contract.id, Verdict.WITHDRAWN, None)
    asked = await _deciders(work, client, contract.id) if state is TermsState.PROPOSED else ()
    return Moved(await get_contract(actor, work, contract.id), asked)


async def _set_terms(actor: Actor, work: Work, contract: Contract, client: Client) -> TermsState:
    """At once where a decider acts or nothing grows; else they wait for a word."""
    terms = contract.said_terms
    if actor.role not in DECIDING and grows(terms, client.payment_delay, client.credit_limit):
        return TermsState.PROPOSED
    await _set_on_client(work, terms, client)
    return TermsState.APPLIED


async def _set_on_client(work: Work, terms: Terms, client: Client) -> None:
    """What the contract does not say stays as it is."""
    await work.tx.run(
        SET_ON_CLIENT,
        id_=client.id,
        payment_delay=client.payment_delay if terms.delay is None else terms.delay,
        credit_limit=client.credit_limit if terms.credit_limit is None else terms.credit_limit,
        price_column=terms.price_column or client.price_column,
    )


async def _ask(work: Work, contract: Contract, client: Client) -> None:
    terms = contract.said_terms
    await decisions.ask(
        work,
        DecisionKind.CONTRACT,
        contract.id,
        client.manager_id,
        client=client.id,
        amount=terms.credit_limit,
        facts={"delay": terms.delay},
    )


@inner
async def refuse_in_silence(work: Work, contract_id: int) -> bool:
    """The terms do not stand, for nobody has said a word in time; False where they are not asked about any more."""
    found = await contracts.find_locked(work.tx, contract_id, await employees.all_ids(work.tx))
    if found is None or not is_proposed(found.contract):
        return False
    await work.tx.run(SET_TERMS_STATE, id_=contract_id, terms=TermsState.DECLINED.value)
    return True


def is_proposed(contract: Contract) -> bool:
    return contract.terms == TermsState.PROPOSED and contract.stage == ContractStage.IN_FORCE


async def _deciders(work: Work, client: Client, contract_id: int) -> tuple[Actor, ...]:
    """The leads of the client's manager, who decides for them, and the accountants, each once."""
    manager = await employees.find(work.tx, client.manager_id)
    leads = await decisions.judges(work, manager) if manager else []
    people = [*leads, *await employees.with_role(work.tx, Role.ACCOUNTANT)]
    return tuple(await decisions.with_helpers(work, DecisionKind.CONTRACT, contract_id, people))


@allowed(*DECIDING)
async def decide(actor: Actor, work: Work, contract_id: int, *, yes: bool) -> Decided:
    """Whether the terms of a contract in force stand for the client. Raises `StaleError` where it was decided before."""
    work = await decisions.lent(actor, work, DecisionKind.CONTRACT, contract_id)
    contract = (await find_contract(actor, work, contract_id, lock=True)).contract
    if not is_proposed(contract):
        raise StaleError(what="contract")
    await decisions.check_not_own(actor, work, DecisionKind.CONTRACT, contract.id)
    client = await lock_client(actor, work, contract.client_id)
    view = replace(await view_of(actor, work, contract), state=TermsState.APPLIED if yes else TermsState.DECLINED)  # fmt: skip
    if yes:
        await _set_on_client(work, contract.said_terms, client)
    await work.tx.run(SET_TERMS_STATE, id_=contract.id, terms=view.state.value)
    await note(actor, work, client.id, contract.number, "terms-yes" if yes else "terms-no")
    await decisions.close(work, DecisionKind.CONTRACT, contract.id, Verdict.YES if yes else Verdict.NO, actor.hand)  # fmt: skip
    others = tuple(one for one in await _deciders(work, client, contract.id) if one.id != actor.id)
    return Decided(view, others, await employees.find(work.tx, client.manager_id))
