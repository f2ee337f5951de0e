"""Clients: finding them, the card, a new one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.actors import LEADING, SELLING, Actor, Role
from domain.clients import ClientKind
from domain.reasons import ClientClass
from domain.search import Query, SearchSettings, best_matches, number_score, parse_query, score, terms
from screens.clients import ClientCard, ClientLine, ClientPage, NextContact, Owed
from screens.persons import PersonView
from screens.timeline import EventLine, HistoryPage
from storage import clients, counters, employees, persons, timeline
from storage.clients import Client, Found, Searchable
from storage.persons import Person
from storage.timeline import Event, EventKind
from usecases import completeness
from usecases.access import allowed
from usecases.client_fields import read_name
from usecases.last_client import LAST_CLIENT, remember_client
from usecases.looks import note_card, note_search
from usecases.reconciliation import last_signed
from usecases.reliability import find_check
from usecases.rhythm import find_rhythm_on
from usecases.scope import get_client, managers_for
from usecases.standing import find_standing
from usecases.work import Work

SEEING = frozenset({*SELLING, Role.ACCOUNTANT})
SERVING_ALL = frozenset({Role.OWNER, Role.ACCOUNTANT})
PAGE = 10
HITS = 10
ALIKE = 3
ALIKE_FROM = 85.0
NUMBER_BEGUN = 4
LONGEST_NAMING = 4
CLEAR_FROM = 90.0
CLEAR_LEAD = 10.0
EVENTS_ON_CARD = 3
EVENTS_ON_PAGE = 12


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, the best first. `clear`: the first is meant beyond doubt. `more`: there were others."""

    lines: tuple[ClientLine, ...] = ()
    clear: bool = False
    more: bool = False


@allowed(*LEADING)
async def count_of(_: Actor, work: Work, employee_id: int) -> int:
    """How many clients a colleague answers for."""
    return await clients.count_of(work.tx, employee_id)


# --- finding ------------------------------------------------------------------------------------------------------


@allowed(*SEEING)
async def list_clients(actor: Actor, work: Work, start: int = 0) -> ClientPage:
    """By name. A page past the end is the first one."""
    if actor.role in SERVING_ALL:
        total = await clients.count_all(work.tx)
        begin = start if start < total else 0
        found = await clients.page_of_all(work.tx, begin, PAGE)
    else:
        managers = await managers_for(actor, work)
        total = await clients.count_among(work.tx, managers)
        begin = start if start < total else 0
        found = await clients.page(work.tx, managers, begin, PAGE)
    names = await _manager_names(actor, work, found)
    lines = tuple(ClientLine(one.id, one.name, manager=names.get(one.manager_id, "")) for one in found)
    return ClientPage(lines, total, begin, PAGE)


@allowed(*SEEING)
async def search(actor: Actor, work: Work, text: str) -> Hits:
    """By part of a name or person, phone or tax number; typos, the other layout, any case. Never a foreign client."""
    await note_search(actor, work)
    for query in _readings(text):
        best = await _matches(actor, work, query)
        if best:
            lines = await _lines(actor, work, query, [known for known, _ in best[:HITS]])
            points = [each for _, each in best]
            alone = len(best) == 1 or (points[0] >= CLEAR_FROM and points[0] - points[1] >= CLEAR_LEAD)
            return Hits(tuple(lines), alone, len(best) > HITS)
    return Hits()


@allowed(*SEEING)
async def find_alike(actor: Actor, work: Work, name: str) -> list[ClientLine]:
    """The actor's clients who may be the one that is being named anew."""
    query = parse_query(name)
    best = await _matches(actor, work, query)
    return await _lines(actor, work, query, [known for known, points in best if points >= ALIKE_FROM][:ALIKE])


@allowed(*SEEING)
async def find_named(actor: Actor, work: Work, text: str) -> int | None:
    """The one client of the actor's whose name the whole text is, or is wholly part of: «вектор» for «ООО Вектор Юг».

    None where more than one has all its words: such a text may as well be a remark.
    """
    wanted = set(terms(text))
    if not 0 < len(wanted) <= LONGEST_NAMING:
        return None
    found = await _matches(actor, work, parse_query(text))
    having = [known.client for known, _ in found if wanted <= set(terms(known.client.name))]
    whole = [client for client in having if wanted == set(terms(client.name))]
    best = whole or having
    return best[0].id if len(best) == 1 else None


def _readings(text: str) -> list[Query]:
    """As typed; then its digits alone («тел. 345-67-89»); then without a trunk prefix that is only begun («8 912 3»)."""
    digits = re.sub(r"\D", "", text)
    readings = [parse_query(text)]
    if len(digits) >= NUMBER_BEGUN:
        readings.append(parse_query(digits))
    if len(digits) >= NUMBER_BEGUN and digits[0] in "78":
        readings.append(parse_query(digits[1:]))
    return [query for query in readings if not query.is_empty]


async def _matches(actor: Actor, work: Work, query: Query) -> list[tuple[Searchable, float]]:
    if query.is_empty:
        return []
    found = await clients.search(work.tx, query, await managers_for(actor, work))
    candidates = [(known, known.words, known.numbers) for known in found]
    return best_matches(query, candidates, SearchSettings())


async def _lines(actor: Actor, work: Work, query: Query, found: Sequence[Searchable]) -> list[ClientLine]:
    managers = await _manager_names(actor, work, [known.client for known in found])
    named = [known.client.name.casefold() for known in found]
    return [
        _line(
            query,
            known,
            managers.get(known.client.manager_id, ""),
            named.count(known.client.name.casefold()) > 1,
        )
        for known in found
    ]


def _line(query: Query, known: Searchable, manager: str, namesake: bool) -> ClientLine:
    """Why it was found, where the name does not show it; of namesakes, the first fact that tells them apart."""
    client = known.client
    line = ClientLine(client.id, client.name, manager=manager, overdue=client.overdue)
    numbers = [("", client.phone or ""), *((name, phone or "") for name, phone in known.people)]
    if query.digits and client.tax_number and number_score(query.digits, [client.tax_number]):
        return replace(line, tax_number=client.tax_number)
    if query.digits:
        owner = next(
            ((name, phone) for name, phone in numbers if number_score(query.digits, [phone])), ("", "")
        )
        return replace(line, person=owner[0], phone=owner[1])
    person = _person_meant(query, known)
    if person or not namesake:
        return replace(line, person=person)
    if client.address:
        return replace(line, address=client.address)
    return replace(
        line, tax_number=client.tax_number or "", phone="" if client.tax_number else client.phone or ""
    )


def _person_meant(query: Query, known: Searchable) -> str:
    settings = SearchSettings()
    by_name = score(query, f"{known.client.name} {known.client.legal_name}", settings)
    least = max(by_name, settings.minimum)
    return next((name for name, _ in known.people if score(query, name, settings) > least), "")


async def _manager_names(actor: Actor, work: Work, found: Sequence[Found]) -> dict[int, str]:
    """Whose each client is, for those who look at several managers' clients."""
    if actor.role is Role.MANAGER:
        return {}
    return await clients.manager_names(work.tx, sorted({one.manager_id for one in found}))


# --- the card -----------------------------------------------------------------------------------------------------


@allowed(*SEEING)
async def get_card(actor: Actor, work: Work, client_id: int) -> ClientCard:
    """Everything that the card shows. Raises `NotFoundError`."""
    client = await get_client(actor, work, client_id)
    people = await persons.of_client(work.tx, client.id)
    events = await timeline.of_client(work.tx, client.id, EVENTS_ON_CARD)
    names = {} if actor.role is Role.MANAGER else await clients.manager_names(work.tx, [client.manager_id])
    return replace(
        _card(actor, work, client, people),
        events=tuple(_event(actor, event, people) for event in events),
        manager=names.get(client.manager_id, ""),
        reliability=await find_check(actor, work, client.id),
        standing=await find_standing(actor, work, client),
        reconciled=(await last_signed(work, [client.id])).get(client.id),
    )


@allowed(*SEEING)
async def open_card(actor: Actor, work: Work, client_id: int) -> ClientCard:
    """The card; a contact that is passed on next is offered to this client first."""
    card = await get_card(actor, work, client_id)
    await remember_client(actor, work, client_id)
    await note_card(actor, work, client_id)
    return replace(card, completeness=await completeness.count(work, client_id))


@allowed(*SEEING)
async def find_last_opened(actor: Actor, work: Work) -> ClientLine | None:
    settings: dict[str, Any] = await work.tx.value(employees.SETTINGS, id_=actor.id) or {}
    managers = await managers_for(actor, work)
    found = await clients.find(work.tx, int(settings.get(LAST_CLIENT) or 0), managers)
    return ClientLine(found.id, found.name) if found else None


@allowed(*SEEING)
async def get_history(actor: Actor, work: Work, client_id: int, start: int) -> HistoryPage:
    client = await get_client(actor, work, client_id)
    events = await timeline.of_client(work.tx, client.id, EVENTS_ON_PAGE + 1, start)
    more = len(events) > EVENTS_ON_PAGE
    people = await persons.of_client(work.tx, client.id)
    lines = tuple(_event(actor, event, people) for event in events[:EVENTS_ON_PAGE])
    return HistoryPage(client.id, client.name, lines, start + EVENTS_ON_PAGE if more else None)


def view_of(person: Person) -> PersonView:
    birth = None
    if person.birth_month is not None:
        birth = (person.birth_day, person.birth_month, person.birth_year)
    return PersonView(
        person.id,
        person.client_id,
        person.name,
        person.role,
        person.phone,
        person.email,
        person.gender,
        person.familiar,
        birth,
        person.bad_number,
        person.vip,
        person.closeness,
        person.said_as,
        person.forms,
    )


def _event(actor: Actor, event: Event, people: Sequence[Person]) -> EventLine:
    """A person named by id in the facts is named by name, as long as they are there."""
    facts = dict(event.facts or {})
    if isinstance(facts.get("person"), int):
        facts["person"] = next((one.name for one in people if one.id == facts["person"]), "")
    who = "" if event.employee == actor.name else event.employee
    return EventLine(actor.local(event.at), event.kind, facts, who)


def _card(actor: Actor, work: Work, client: Client, people: Sequence[Person]) -> ClientCard:
    return ClientCard(
        id=client.id,
        name=client.name,
        kind=ClientKind(client.kind),
        client_class=ClientClass(client.client_class),
        owed=_owed(client),
        legal_name=client.legal_name,
        tax_number=client.tax_number or "",
        phone=client.phone or "",
        address=client.address,
        industry=client.industry,
        founded=(client.founded_day, client.founded_month, client.founded_year),
        together_since=client.first_order_day,
        price_column=client.price_column,
        note=client.note,
        stopped=client.stopped,
        excluded=client.excluded,
        open_claims=client.open_claims,
        contract_ends=client.contract_ends,
        next_contact=next_contact(actor, client, people),
        rhythm=find_rhythm_on(client, work.today(actor), work.rules),
        last_contact=client.last_contact_day,
        people=tuple(view_of(person) for person in people),
    )


def _owed(client: Client) -> Owed:
    return Owed(
        debt=client.debt,
        overdue=client.overdue,
        since=client.overdue_since,
        as_of=client.debt_as_of,
        advance=client.advance,
        limit=client.credit_limit,
        delay=client.payment_delay,
        promise_due=client.promise_due,
        promise_broken=client.promise_broken_day,
    )


def next_contact(actor: Actor, client: Client, people: Sequence[Person]) -> NextContact | None:
    if client.next_day is None:
        return None
    person = next((one.name for one in people if one.id == client.next_person_id), "")
    at = actor.local(client.next_at) if client.next_at else None
    return NextContact(
        client.next_day, at, client.next_kind or "call", client.next_reason or "planned", person
    )


# --- a new one ----------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def add_client(actor: Actor, work: Work, name: str, kind: ClientKind) -> int:
    """The new client is the actor's own. Raises `ClientFieldError`."""
    new = clients.NewClient(actor.id, read_name(name), work.now, kind=kind.value)
    client_id = await clients.add(work.tx, new)
    await timeline.add(work.tx, client_id, actor.hand, work.now, EventKind.CREATED)
    if kind is ClientKind.CLIENT:
        await counters.add(work.tx, actor.id, work.today(actor), new_clients=1)
    return client_id
