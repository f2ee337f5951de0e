"""The people at our clients, and contacts that are passed on."""

from collections.abc import Sequence
from typing import Any

from domain.actors import SELLING, Actor
from domain.clients import ClientField
from domain.errors import ProzvonError
from domain.first_names import Gender
from domain.greetings import Closeness
from domain.names import Case, find_gender, normalise_phone, parse_name
from domain.occasions import Birth, make_birth, told_better
from screens.clients import ClientLine
from screens.persons import People, PersonView
from storage import clients, persons, timeline
from storage.persons import Person
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.client_changes import set_field
from usecases.client_fields import DetailKind, read_detail
from usecases.clients import SEEING, find_last_opened, search, view_of
from usecases.looks import note_card
from usecases.scope import get_client, get_person, lock_client
from usecases.work import Work

MAX_NAME = 200
MAX_ROLE = 100
OFFERED = 5
SET_PHONE = persons.patch("phone", "bad_number")
SET_NAME = persons.patch("name", "gender")
SET_ROLE = persons.patch("role")
SET_FAMILIAR = persons.patch("familiar")
SET_GENDER = persons.patch("gender")
SET_BAD = persons.patch("bad_number")
SET_VIP = persons.patch("vip")
SET_CLOSENESS = persons.patch("closeness")
SET_SAID_AS = persons.patch("said_as")
SET_FORMS = persons.patch("forms")
FILL = persons.patch("role", "phone", "email", "birth_day", "birth_month", "birth_year")
FIELDS = {DetailKind.PHONE: ClientField.PHONE, DetailKind.TAX_NUMBER: ClientField.TAX_NUMBER}
SET_NEXT_PERSON = clients.patch("next_person_id")


class PersonFieldError(ProzvonError):
    """What was typed is no such fact of a person; facts: field, text."""

    code = "person-field"


@allowed(*SEEING)
async def list_people(actor: Actor, work: Work, client_id: int) -> People:
    client = await get_client(actor, work, client_id)
    await note_card(actor, work, client.id)
    found = await persons.of_client(work.tx, client.id)
    return People(client.id, client.name, tuple(view_of(person) for person in found))


@allowed(*SEEING)
async def see_person(actor: Actor, work: Work, person_id: int) -> tuple[PersonView, str]:
    """The person and the client's name."""
    person = await get_person(actor, work, person_id)
    client = await get_client(actor, work, person.client_id)
    await note_card(actor, work, client.id)
    return view_of(person), client.name


@allowed(*SELLING)
async def edit_person(actor: Actor, work: Work, person_id: int) -> tuple[PersonView, str]:
    """The same, for those who may change it."""
    return await see_person(actor, work, person_id)


@allowed(*SELLING)
async def add_person(
    actor: Actor,
    work: Work,
    client_id: int,
    name: str,
    *,
    role: str = "",
    phone: str | None = None,
    email: str | None = None,
    birth: Birth | None = None,
) -> PersonView:
    """`phone` in any writing, `birth` as (day or None, month, year or None).

    Somebody whom the client has already, by number or by name, is not doubled: what was unknown of them is filled in.
    Raises `InvalidNameError`, `PersonFieldError`, `InvalidBirthDateError`.
    """
    client = await lock_client(actor, work, client_id)
    clean, number = _read_name(name), _read_phone(phone) if phone else None
    if birth is not None:
        make_birth(birth, work.today(actor))
    known = _find_known(await persons.of_client(work.tx, client.id), clean, number)
    facts: dict[str, Any] = {"role": role[:MAX_ROLE], "phone": number, "email": email}
    if known is not None:
        await _fill_in(work, known, facts, birth)
        person_id = known.id
    else:
        person_id = await persons.add(work.tx, client.id, clean, **facts, gender=_gender(clean), birth=birth)
        await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.PERSON, name=clean)
    await clients.reindex(work.tx, client.id)
    return view_of(await get_person(actor, work, person_id))


def _find_known(people: Sequence[Person], name: str, phone: str | None) -> Person | None:
    same_number = (person for person in people if phone and person.phone == phone)
    same_name = (
        person
        for person in people
        if person.name.casefold() == name.casefold() and (not phone or not person.phone)
    )
    return next(same_number, None) or next(same_name, None)


async def _fill_in(work: Work, known: Person, new: dict[str, Any], birth: Birth | None) -> None:
    day, month, year = known.birth_day, known.birth_month, known.birth_year
    if birth is not None and month is None:
        day, month, year = birth
    elif birth is not None and birth[1] == month:
        day, month, year = told_better(birth, (day, month, year))
    kept = {name: getattr(known, name) or value for name, value in new.items()}
    await work.tx.run(FILL, id_=known.id, **kept, birth_day=day, birth_month=month, birth_year=year)


def _read_name(text: str) -> str:
    """Raises `InvalidNameError` where there is not a letter, `PersonFieldError` where there are too many."""
    name = " ".join(text.split())
    parse_name(name)
    if len(name) > MAX_NAME:
        raise PersonFieldError(field="long", text=name[:100])
    return name


def find_number(text: str) -> str | None:
    """E.164 of a number in any writing: a shared contact comes without its plus."""
    return normalise_phone(text) or normalise_phone(f"+{text.lstrip('+')}")


def _read_phone(text: str) -> str:
    phone = find_number(text)
    if phone is None:
        raise PersonFieldError(field="phone", text=text[:100])
    return phone


def _gender(name: str) -> str | None:
    found = find_gender(parse_name(name))
    return found.value if found else None


# --- changes ------------------------------------------------------------------------------------------------------


async def _change(actor: Actor, work: Work, person_id: int, statement: Any, **values: Any) -> PersonView:
    """One change of a person, the client held; noted in the timeline only where something became different."""
    client_id = (await get_person(actor, work, person_id)).client_id
    await lock_client(actor, work, client_id)
    before = await get_person(actor, work, person_id)
    await work.tx.run(statement, id_=person_id, **values)
    after = await get_person(actor, work, person_id)
    if after != before:
        await clients.reindex(work.tx, client_id)
        await timeline.add(
            work.tx, client_id, actor.hand, work.now, EventKind.CHANGED, what="person", name=after.name
        )
    return view_of(after)


@allowed(*SELLING)
async def set_phone(actor: Actor, work: Work, person_id: int, text: str) -> PersonView:
    """A new number is good until it proves bad. Raises `PersonFieldError`."""
    return await _change(actor, work, person_id, SET_PHONE, phone=_read_phone(text), bad_number=False)


@allowed(*SELLING)
async def set_name(actor: Actor, work: Work, person_id: int, text: str) -> PersonView:
    """The gender is guessed anew where the new name tells it."""
    name = _read_name(text)
    person = await get_person(actor, work, person_id)
    return await _change(actor, work, person_id, SET_NAME, name=name, gender=_gender(name) or person.gender)


@allowed(*SELLING)
async def set_role(actor: Actor, work: Work, person_id: int, role: str) -> PersonView:
    """One of `domain.roles.PERSON_ROLES`, or whatever was typed."""
    clean = " ".join(role.split())
    if not clean or len(clean) > MAX_ROLE:
        raise PersonFieldError(field="long", text=clean[:100])
    return await _change(actor, work, person_id, SET_ROLE, role=clean)


@allowed(*SELLING)
async def set_familiar(actor: Actor, work: Work, person_id: int, *, familiar: bool) -> PersonView:
    return await _change(actor, work, person_id, SET_FAMILIAR, familiar=familiar)


@allowed(*SELLING)
async def set_gender(actor: Actor, work: Work, person_id: int, gender: Gender) -> PersonView:
    return await _change(actor, work, person_id, SET_GENDER, gender=gender.value)


@allowed(*SELLING)
async def set_vip(actor: Actor, work: Work, person_id: int, vip: bool | None) -> PersonView:
    """None: as the rules have it."""
    return await _change(actor, work, person_id, SET_VIP, vip=vip)


@allowed(*SELLING)
async def set_closeness(actor: Actor, work: Work, person_id: int, closeness: Closeness | None) -> PersonView:
    return await _change(actor, work, person_id, SET_CLOSENESS, closeness=closeness)


@allowed(*SELLING)
async def set_said_as(actor: Actor, work: Work, person_id: int, text: str) -> PersonView:
    """How the person is spoken to; empty: by the name. Raises `PersonFieldError`, `InvalidNameError`."""
    said = _read_own(text)
    return await _change(actor, work, person_id, SET_SAID_AS, said_as=said or None)


@allowed(*SELLING)
async def set_form(actor: Actor, work: Work, person_id: int, case: Case, text: str) -> PersonView:
    """The whole name in a case; empty: by the rules. Raises `PersonFieldError`, `InvalidNameError`."""
    said = _read_own(text)
    person = await get_person(actor, work, person_id)
    kept = {name: form for name, form in (person.forms or {}).items() if name != case}
    forms = kept | ({case.value: said} if said else {})
    return await _change(actor, work, person_id, SET_FORMS, forms=forms or None)


def _read_own(text: str) -> str:
    clean = " ".join(text.split())
    if clean:
        parse_name(clean)
    if len(clean) > MAX_ROLE:
        raise PersonFieldError(field="long", text=clean[:100])
    return clean


@allowed(*SELLING)
async def mark_number(actor: Actor, work: Work, person_id: int, *, bad: bool) -> PersonView:
    return await _change(actor, work, person_id, SET_BAD, bad_number=bad)


@allowed(*SELLING)
async def remove(actor: Actor, work: Work, person_id: int) -> PersonView:
    """Who they were. An agreed contact stays, without them."""
    person = await get_person(actor, work, person_id)
    client = await lock_client(actor, work, person.client_id)
    await persons.delete(work.tx, person.id, work.now)
    if client.next_person_id == person.id:
        await work.tx.run(SET_NEXT_PERSON, id_=client.id, next_person_id=None)
    await clients.reindex(work.tx, client.id)
    facts = {"what": "person_removed", "name": person.name}
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.CHANGED, **facts)
    return view_of(person)


@allowed(*SELLING)
async def add_detail(actor: Actor, work: Work, client_id: int, text: str, person_id: int = 0) -> int:
    """One free message about a new client: a phone, a tax number or a person.

    A phone belongs to `person_id`, who was named last, where they have none yet. Returns whom the next phone is of, or 0.
    Raises `ClientFieldError`.
    """
    detail = read_detail(text)
    if detail.kind is DetailKind.PERSON:
        person = await add_person(actor, work, client_id, detail.text, phone=detail.phone)
        return 0 if person.phone else person.id
    if detail.kind is DetailKind.PHONE and person_id:
        await set_phone(actor, work, person_id, detail.text)
        return 0
    await set_field(actor, work, client_id, FIELDS[detail.kind], detail.text)
    return person_id


# --- contacts passed on -------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def offer_clients(actor: Actor, work: Work, phone: str) -> list[ClientLine]:
    """Whose a contact may be: clients that have the number already, then the one opened last."""
    number = find_number(phone)
    known = (await search(actor, work, number)).lines if number else ()
    last = await find_last_opened(actor, work)
    offered = {line.id: line for line in known[: OFFERED - 1]}
    if last is not None:
        offered.setdefault(last.id, last)
    return list(offered.values())
