"""With which words money is asked for at each step; and clients that are left alone for a while."""

from collections.abc import Iterable
from datetime import date

from domain.actors import SELLING, Actor, Role
from domain.ageing import Receivable, days_overdue
from domain.dunning import STRICT, Way, check_silence, is_silent, variant
from domain.errors import ProzvonError
from domain.ladder import DunningLevel, client_debts, find_level
from domain.names import Case, Formality, Named, PersonName
from domain.promises import PromiseState
from screens.debts import Card
from screens.dunning import Folder, Owed, PastPromise, Speech, Touch
from storage import call_cards, persons, promises, receivables, timeline
from storage.clients import Client
from storage.persons import Person
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.debt_moves import find_moved
from usecases.debts import QUIET, SILENCE, get_card, leads_of, whom_to_ask
from usecases.errors import StaleError
from usecases.person_facts import named_of
from usecases.promises import judge_due
from usecases.scope import get_client, lock_client
from usecases.stop_list import hush
from usecases.work import Work

LONGEST_REASON = 200
PROMISES_SHOWN = 6
TOUCHES_SHOWN = 5
BROKEN = frozenset({PromiseState.BROKEN, PromiseState.PARTLY_KEPT})


class SilenceReasonError(ProzvonError):
    """The reason is empty or too long; facts: most (characters)."""

    code = "silence-reason"


class BirthdayTodayError(ProzvonError):
    """Nobody is dunned on a birthday; facts: name, day (the next working one)."""

    code = "birthday-today"


# --- the words


@allowed(*SELLING)
async def get_speech(actor: Actor, work: Work, client_id: int, page: int = 0) -> Speech:
    """What to say and to write at the step reached, of what is undisputed and near or past its term.

    Raises `StaleError` where there is nothing to ask for, `BirthdayTodayError`.
    """
    await judge_due(actor, work)
    client = await get_client(actor, work, client_id)
    people = await persons.of_client(work.tx, client.id)
    _check_birthdays(work, people, work.today(actor))
    owed, level = await _owed(actor, work, client)
    if level is None:
        raise StaleError(what="debt")
    whom = whom_to_ask(people)
    familiar = whom is not None and whom.familiar and level not in STRICT
    formality = Formality.INFORMAL if familiar else Formality.FORMAL
    named = named_of(whom) if whom else Named(PersonName())
    return Speech(
        client_id=client.id,
        client=client.legal_name or client.name,
        level=level,
        page=page,
        say=variant(Way.SAY, level, page).key,
        write=variant(Way.WRITE, level, page).key,
        name=named.address(formality) if named.is_addressed else "",
        whom=_asked_for(actor, named) if whom else "",
        to=named.case(Case.DATIVE) if whom else "",
        formality=formality.value,
        phone=whom.phone if whom and whom.phone else client.phone,
        owed=owed,
        manager=actor.name,
        today=work.today(actor),
        own_name=work.rules.company.legal_name,
    )


def _asked_for(actor: Actor, named: Named) -> str:
    """«попросите Смирнову Ольгу»; only Russian has a case for it."""
    return named.case(Case.ACCUSATIVE) if actor.language == "ru" else named.name.full


def _check_birthdays(work: Work, people: Iterable[Person], today: date) -> None:
    moved = find_moved(work, today, "", people)
    if moved is not None:
        raise BirthdayTodayError(name=moved.person, day=moved.day)


async def _owed(actor: Actor, work: Work, client: Client) -> tuple[tuple[Owed, ...], DunningLevel | None]:
    """The documents to ask for, the oldest term first, and the step reached. What is disputed is not named."""
    rules, today = work.rules, work.today(actor)
    rows = (await receivables.of_clients(work.tx, [client.id])).get(client.id, [])
    terms = [(row, row.due_on(client.payment_delay)) for row in rows if row.amount > 0]
    owing = [
        Receivable(client.id, row.amount, due, row.document, disputed=bool(row.dispute)) for row, due in terms
    ]
    debts = client_debts(owing, today, rules.calendar, rules.ladder)
    level = debts[0].level if debts else None
    owed = [
        Owed(row.document or row.contract, row.amount, due, days_overdue(due, today))
        for row, due in terms
        if due is not None and not row.dispute and find_level(due, today, rules.calendar, rules.ladder)
    ]
    # Where money is late, what is merely near its term would only weaken the words.
    late = [one for one in owed if one.days]
    return tuple(sorted(late or owed, key=lambda one: (one.due, one.document))), level


@allowed(*SELLING)
async def get_folder(actor: Actor, work: Work, client_id: int) -> Folder:
    """All that a lawyer asks for: whose debt it is, the documents, words not kept, who was spoken with and when."""
    speech = await get_speech(actor, work, client_id)
    client = await get_client(actor, work, client_id)
    given = await promises.last_of(work.tx, client.id, PROMISES_SHOWN)
    calls = await call_cards.recent_calls(work.tx, client.id)
    people = await persons.of_client(work.tx, client.id)
    return Folder(
        speech=speech,
        tax_number=client.tax_number or "",
        address=client.address,
        debt=client.debt,
        as_of=client.debt_as_of,
        broken=tuple(PastPromise(one.due, one.amount, one.paid) for one in given if one.state in BROKEN),
        touches=tuple(
            Touch(actor.local(one.at).date(), one.outcome, one.note) for one in calls[:TOUCHES_SHOWN]
        ),
        people=tuple((person.name, person.role, person.phone or "") for person in people),
    )


# --- left alone for a while


@allowed(*SELLING)
async def silence(actor: Actor, work: Work, client_id: int, *, why: str, until: date, note: str) -> Card:
    """No alert up to `until`, that day included; it ends by itself. `why`: one of `PRESET`, or words. Raises `SilenceReasonError` and as `check_silence` does."""
    client = await lock_client(actor, work, client_id)
    said = read_reason(why)
    check_silence(until, work.today(actor))
    kept = f"{said} — {actor.name}"
    if (client.undunned_until, client.undunned_why) != (until, kept):
        await work.tx.run(SILENCE, id_=client.id, undunned_until=until, undunned_why=kept)
        await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.NOTE, text=note)
        await hush(actor, work, client.id)
    return await get_card(actor, work, client_id)


@inner
async def told_of_silence(actor: Actor, work: Work, card: Card) -> list[Actor]:
    """The leads, where a manager leaves alone what is their business by now."""
    return await leads_of(actor, work) if actor.role is Role.MANAGER and card.escalated else []


def read_reason(text: str) -> str:
    said = " ".join(text.split())
    if not said or len(said) > LONGEST_REASON:
        raise SilenceReasonError(most=LONGEST_REASON)
    return said


@allowed(*SELLING)
async def end_silence(actor: Actor, work: Work, client_id: int, note: str) -> Card:
    """Whatever the client is silent for: left alone, or said to have paid. Raises `StaleError` where it has ended already."""
    client = await lock_client(actor, work, client_id)
    today = work.today(actor)
    if not (is_silent(client.undunned_until, today) or is_silent(client.debt_quiet_until, today)):
        raise StaleError(what="silence")
    await work.tx.run(SILENCE, id_=client.id, undunned_until=None, undunned_why="")
    await work.tx.run(QUIET, id_=client.id, debt_quiet_until=None)
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.NOTE, text=note)
    return await get_card(actor, work, client_id)
