"""Birthdays captured in the chat: whose, and when."""

from dataclasses import dataclass

from capture.answers import read_birth
from domain.actors import SELLING, Actor
from domain.errors import ProzvonError
from domain.names import Case, inflect
from domain.occasions import BirthDate, check_birth_date
from domain.search import Query, SearchSettings, best_matches, parse_query, score
from screens.occasions import Asked, PersonFound, Saved, Seeking
from storage import clients, occasions, persons
from storage.persons import Person
from usecases.access import allowed
from usecases.occasions import WATCHING, birth_of, coming, gender_of, name_of
from usecases.scope import get_person, managers_for
from usecases.work import Work

SET_BIRTH = persons.patch("birth_day", "birth_month", "birth_year")
RECENT_CLIENTS = 20
OFFERED = 6
LIKE = SearchSettings(spread=3.0, limit=8)
Birth = tuple[int, int, int | None]


class BirthdayUnreadableError(ProzvonError):
    """What was typed is no date of birth; facts: text."""

    code = "birthday-unreadable"


@dataclass(frozen=True, slots=True)
class _Scored:
    points: float
    person: Person


@allowed(*WATCHING)
async def recent_people(actor: Actor, work: Work) -> list[PersonFound]:
    """People without a birthday at the clients last spoken with."""
    managers = await managers_for(actor, work)
    ids = await occasions.last_touched(work.tx, managers, RECENT_CLIENTS)
    names = await clients.names(work.tx, ids)
    people = [person for person in await persons.of_clients(work.tx, ids) if person.birth_day is None]
    people.sort(key=lambda person: ids.index(person.client_id))
    return [PersonFound(person.id, person.name, names[person.client_id]) for person in people[:OFFERED]]


@allowed(*WATCHING)
async def find_people(actor: Actor, work: Work, text: str) -> Seeking:
    """Whom `text` may mean: a surname or name in any case form first, else the people of a client called so."""
    query = parse_query(text)
    managers = await managers_for(actor, work)
    found = await clients.search(work.tx, query, managers)
    names = {one.client.id: one.client.name for one in found}
    people = await persons.of_clients(work.tx, list(names))
    scored = [_Scored(_points(query, person), person) for person in people]
    top = max((one.points for one in scored), default=0.0)
    meant = [one.person for one in scored if one.points >= max(LIKE.minimum, top - LIKE.spread)]
    best = [
        client_id
        for client_id, _ in best_matches(
            query, [(one.client.id, one.client.name, one.numbers) for one in found], LIKE
        )
    ]
    if not meant:
        meant = [person for person in people if person.client_id in best]
    without = [client for client in best if not any(person.client_id == client for person in people)]
    return Seeking(
        text,
        tuple(PersonFound(person.id, person.name, names[person.client_id]) for person in meant[: LIKE.limit]),
        tuple((client, names[client]) for client in without[:3]) if not meant else (),
    )


def _points(query: Query, person: Person) -> float:
    """«у смирновой», «смирнову», «ольги петровны»: the name is held against the words in every case that may be typed."""
    name = name_of(person)
    gender = gender_of(person)
    forms = {person.name} | {inflect(name, case, gender).full for case in (Case.GENITIVE, Case.DATIVE)}
    return max(score(query, form, LIKE) for form in forms)


@allowed(*SELLING)
async def get_asked(actor: Actor, work: Work, person_id: int) -> Asked:
    """The person whose date is asked, with the one that is known."""
    person = await get_person(actor, work, person_id)
    names = await clients.names(work.tx, [person.client_id])
    return Asked(person.id, person.name, names[person.client_id], birth_of(person))


@allowed(*SELLING)
async def read_and_save(actor: Actor, work: Work, person_id: int, text: str) -> Saved:
    """Raises `BirthdayUnreadableError` for what is no date."""
    birth = read_birth(text)
    if birth is None:
        raise BirthdayUnreadableError(text=text[:60])
    return await save_birthday(actor, work, person_id, birth)


@allowed(*SELLING)
async def save_birthday(actor: Actor, work: Work, person_id: int, birth: Birth) -> Saved:
    """`birth` is (day, month, year or None); the year stays known where only day and month are said again.

    Raises `InvalidBirthDateError` for a day that does not exist or lies ahead.
    """
    asked = await get_asked(actor, work, person_id)
    day, month, year = birth
    before = asked.birth
    if year is None and before is not None and (before.day, before.month) == (day, month):
        year = before.year
    after = BirthDate(month, day, year)
    today = work.today(actor)
    check_birth_date(after, today)
    await work.tx.run(SET_BIRTH, id_=person_id, birth_day=day, birth_month=month, birth_year=year)
    changed = before if before != after else None
    return Saved(person_id, asked.name, asked.client, after, changed, coming(work, after, today), today)


@allowed(*SELLING)
async def forget_birthday(actor: Actor, work: Work, person_id: int) -> Asked:
    """What was known of the person before."""
    asked = await get_asked(actor, work, person_id)
    await work.tx.run(SET_BIRTH, id_=person_id, birth_day=None, birth_month=None, birth_year=None)
    return asked
