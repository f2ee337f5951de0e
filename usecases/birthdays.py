"""Birthdays captured in the chat: whose, and when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from capture.birthdays import firm_splits, read_whole_birth, split_firm
from domain.actors import SELLING, Actor
from domain.congratulations import BIRTHDAY
from domain.errors import InvalidBirthDateError, ProzvonError
from domain.names import Case, inflect
from domain.occasions import (
    Birth,
    BirthDate,
    BirthMonth,
    greeting_day,
    make_birth,
    next_occurrence,
    told_better,
)
from domain.roles import is_accountant, is_buyer, is_director
from domain.search import Query, SearchSettings, best_matches, normalise, parse_query, score
from screens.birthdays import Asked, PersonFound, Saved, Seeking
from storage import birthday_asks, clients, occasions, persons
from storage.persons import Person
from usecases.access import allowed
from usecases.occasions import WATCHING
from usecases.person_facts import birth_of, gender_of, name_of
from usecases.scope import get_person, managers_for
from usecases.work import Work

SET_BIRTH = persons.patch("birth_day", "birth_month", "birth_year")
RECENT_CLIENTS = 20
OFFERED = 6
LIKE = SearchSettings(spread=3.0, limit=8)


class BirthdayUnreadableError(ProzvonError):
    """What was typed is no date of birth; facts: text."""

    code = "birthday-unreadable"


def known_birth(person: Person) -> BirthDate | BirthMonth | None:
    """The date, or the month where nobody knows the day."""
    if person.birth_day is None and person.birth_month is not None:
        return BirthMonth(person.birth_month, person.birth_year)
    return birth_of(person)


@dataclass(frozen=True, slots=True)
class _Scored:
    points: float
    person: Person


@dataclass(frozen=True, slots=True)
class _Firms:
    """Name and numbers of each that was found."""

    known: dict[int, tuple[str, tuple[str, ...]]]

    def name(self, client: int) -> str:
        return self.known[client][0]

    def called(self, text: str) -> list[int]:
        named = [(client, *facts) for client, facts in self.known.items()]
        return [client for client, _ in best_matches(parse_query(text), named, LIKE)]


@allowed(*WATCHING)
async def recent_people(actor: Actor, work: Work) -> list[PersonFound]:
    """People without a birthday at the clients last spoken with."""
    managers = await managers_for(actor, work)
    ids = await occasions.last_touched(work.tx, managers, RECENT_CLIENTS)
    names = await clients.names(work.tx, ids)
    people = [person for person in await persons.of_clients(work.tx, ids) if person.birth_month is None]
    people.sort(key=lambda person: ids.index(person.client_id))
    return [PersonFound(person.id, person.name, names[person.client_id]) for person in people[:OFFERED]]


@allowed(*WATCHING)
async def find_people(actor: Actor, work: Work, text: str) -> Seeking:
    """Whom `text` may mean: a surname or name in any case form first, else the people of a client called so.

    «директора лютика» are those of that role there, «ольги петровны из ромашки» is sought among that client's people.
    `sure` is one person called so to the letter, or the only one of the client or of the role.
    """
    words, is_role = _role_in(text)
    who, firm = split_firm(words)
    managers = await managers_for(actor, work)
    found = await clients.search(work.tx, parse_query(words), managers)
    firms = _Firms({one.client.id: (one.client.name, one.numbers) for one in found})
    people = await persons.of_clients(work.tx, list(firms.known))
    best = firms.called(firm or words)
    if firm and best:
        people = [person for person in people if person.client_id in best]
    meant, sure = ([], False) if is_role else _alike(who, people)
    if not (meant or is_role or firm):
        meant, sure = _beside_a_firm(words, firms, people)
    if not meant:
        meant, sure = [person for person in people if person.client_id in best], True
    if is_role:
        of_role = [person for person in meant if is_role(person.role)]
        meant, sure = of_role or meant, bool(of_role)
    without = [client for client in best if not any(person.client_id == client for person in people)]
    return Seeking(
        text,
        tuple(
            PersonFound(person.id, person.name, firms.name(person.client_id))
            for person in meant[: LIKE.limit]
        ),
        tuple((client, firms.name(client)) for client in without[:3]) if not meant else (),
        sure=sure and len(meant) == 1,
    )


def _role_in(text: str) -> tuple[str, Callable[[str], bool] | None]:
    """The text without the word of a role, and what that role is."""
    words = text.split()
    for is_role in (is_director, is_buyer, is_accountant):
        rest = [word for word in words if not is_role(word)]
        if rest and len(rest) < len(words):
            return " ".join(rest), is_role
    return " ".join(words), None


def _beside_a_firm(words: str, firms: "_Firms", people: Sequence[Person]) -> tuple[list[Person], bool]:
    """«смирновой ромашка», «ромашки смирновой»: a name and a firm side by side, nothing between them."""
    for who, firm in firm_splits(words):
        called = firms.called(firm)
        meant, sure = _alike(who, [person for person in people if person.client_id in called])
        if meant:
            return meant, sure
    return [], False


def _alike(who: str, people: Sequence[Person]) -> tuple[list[Person], bool]:
    """Those whose name is near enough, and whether it is theirs to the letter: a near one is never written down unasked."""
    query = parse_query(who)
    scored = [_Scored(_points(query, person), person) for person in people]
    top = max((one.points for one in scored), default=0.0)
    meant = [one.person for one in scored if one.points >= max(LIKE.minimum, top - LIKE.spread)]
    return meant, len(meant) == 1 and _is_called(query, meant[0])


def _is_called(query: Query, person: Person) -> bool:
    spoken = {word for form in _forms(person) for word in normalise(form).split()}
    return any(spoken.issuperset(variant) for variant in query.variants)


def _forms(person: Person) -> set[str]:
    """«у смирновой», «смирнову», «ольги петровны»: the name in every case that may be typed."""
    name, gender = name_of(person), gender_of(person)
    return {person.name} | {inflect(name, case, gender).full for case in (Case.GENITIVE, Case.DATIVE)}


def _points(query: Query, person: Person) -> float:
    return max(score(query, form, LIKE) for form in _forms(person))


@allowed(*WATCHING)
async def possible(actor: Actor, work: Work, birth: Birth | None) -> Birth | None:
    """None also for a day that is not in the calendar or lies ahead: it is asked for again."""
    try:
        if birth is not None:
            make_birth(birth, work.today(actor))
    except InvalidBirthDateError:
        return None
    return birth


@allowed(*SELLING)
async def get_asked(actor: Actor, work: Work, person_id: int) -> Asked:
    """The person whose date is asked, with the one that is known."""
    person = await get_person(actor, work, person_id)
    names = await clients.names(work.tx, [person.client_id])
    birth = known_birth(person)
    ours = birth is None and await birthday_asks.last_asked(work.tx, actor.id, person.id) is not None
    return Asked(person.id, person.name, names[person.client_id], birth, ours=ours)


@allowed(*SELLING)
async def read_and_save(actor: Actor, work: Work, person_id: int, text: str) -> Saved:
    """Raises `BirthdayUnreadableError` for what is no date."""
    birth = read_whole_birth(text)
    if birth is None:
        raise BirthdayUnreadableError(text=text[:60])
    return await save_birthday(actor, work, person_id, birth)


@allowed(*SELLING)
async def save_birthday(actor: Actor, work: Work, person_id: int, birth: Birth) -> Saved:
    """What was known of the same month and is not said again stays: a year, a day.

    Raises `InvalidBirthDateError` for a day that does not exist or lies ahead.
    """
    person = await get_person(actor, work, person_id)
    names = await clients.names(work.tx, [person.client_id])
    before, today = known_birth(person), work.today(actor)
    known = None if before is None else (getattr(before, "day", None), before.month, before.year)
    day, month, year = told_better(known, birth)
    after = make_birth((day, month, year), today)
    await work.tx.run(SET_BIRTH, id_=person_id, birth_day=day, birth_month=month, birth_year=year)
    near = next_occurrence(after, today, work.rules.occasions) if isinstance(after, BirthDate) else None
    if known is None or known[:2] != (day, month):
        await occasions.forget_notices(work.tx, person.client_id, person.id, BIRTHDAY)
        if near is not None:
            key = (person.client_id, person.id, BIRTHDAY, near.day.year)
            greeted_from = greeting_day(near.day, work.rules.calendar)
            await occasions.reopen(work.tx, key, datetime.combine(greeted_from, time(), tzinfo=actor.zone))
    changed = before if before != after else None
    return Saved(person_id, person.name, names[person.client_id], after, changed, near, today)


@allowed(*SELLING)
async def forget_birthday(actor: Actor, work: Work, person_id: int) -> Asked:
    """What was known of the person before."""
    asked = await get_asked(actor, work, person_id)
    await work.tx.run(SET_BIRTH, id_=person_id, birth_day=None, birth_month=None, birth_year=None)
    person = await get_person(actor, work, person_id)
    await occasions.forget_notices(work.tx, person.client_id, person.id, BIRTHDAY)
    return asked
