"""Whom to congratulate, with which words, and that it was done."""

from datetime import date, timedelta

from domain.actors import LEADING, SELLING, Actor, Role
from domain.congratulations import (
    BIRTHDAY,
    MONTH,
    YEARS_REMEMBERED,
    Section,
    Way,
    current_occurrence,
    due_notice,
    late_since,
    missed_occurrence,
    moment_of,
    pack_variants,
    page_of_texts,
    section_of,
    used_keys,
)
from domain.errors import InvalidNameError
from domain.first_names import Gender
from domain.greetings import Greeting, GreetingSettings, Tone
from domain.names import Formality, PersonName, find_gender, parse_name
from domain.occasions import (
    BirthDate,
    Occurrence,
    greeting_day,
    month_days,
    next_occurrence,
)
from domain.pushes import PushKind
from domain.reasons import ReasonKind
from screens.occasions import Celebrant, GreetingCard
from storage import calls, clients, counters, occasions, persons, timeline
from storage.occasions import Born, Done
from storage.persons import Person
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.errors import StaleError
from usecases.scope import get_person, lock_client, managers_for
from usecases.work import Work

WATCHING = (Role.MANAGER, Role.LEAD)
GREETINGS = GreetingSettings()
SET_FAMILIAR = persons.patch("familiar")
SET_GENDER = persons.patch("gender")
SET_TOUCHED = clients.patch("last_contact_day")
LIGHT = {ReasonKind.OCCASION, ReasonKind.STAY_IN_TOUCH}


def birth_of(person: Person | Born) -> BirthDate | None:
    if person.birth_day is None or person.birth_month is None:
        return None
    return BirthDate(person.birth_month, person.birth_day, person.birth_year)


def name_of(person: Person | Born) -> PersonName:
    """A name without letters stays as it was typed."""
    try:
        return parse_name(person.name)
    except InvalidNameError:
        return PersonName(last=person.name)


def gender_of(person: Person | Born) -> Gender | None:
    """What was told about the person before what the name tells."""
    return Gender(person.gender) if person.gender else find_gender(name_of(person))


async def _born(actor: Actor, work: Work, start: date, days: int) -> list[Born]:
    window = month_days(start, days, work.rules.occasions)
    return await occasions.born_on(work.tx, await managers_for(actor, work), window)


async def _done(work: Work, people: list[Born], today: date) -> dict[tuple[int, int], Done]:
    return await occasions.done_since(work.tx, [person.id for person in people], today.year - 1)


async def _managers(actor: Actor, work: Work, people: list[Born]) -> dict[int, str]:
    """Names to show beside the lines: only a lead sees other people's clients."""
    if actor.role not in LEADING:
        return {}
    return await clients.manager_names(work.tx, sorted({person.manager_id for person in people} - {actor.id}))


def _celebrant(
    person: Born, occurrence: Occurrence, today: date, work: Work, *, done: bool, manager: str
) -> Celebrant:
    return Celebrant(
        person=person.id,
        name=person.name,
        client=person.client,
        gender=gender_of(person),
        day=occurrence.day,
        age=occurrence.age,
        jubilee=occurrence.jubilee,
        done=done,
        section=section_of(occurrence.day, today, work.rules.calendar),
        manager=manager,
    )


@allowed(*WATCHING)
async def list_occasions(actor: Actor, work: Work) -> list[Celebrant]:
    """Belated ones, those to congratulate now, and 30 days ahead; by day. A belated one that was congratulated is over."""
    today, calendar = work.today(actor), work.rules.calendar
    start = late_since(today, calendar)
    people = await _born(actor, work, start, (today - start).days + MONTH)
    done = await _done(work, people, today)
    managers = await _managers(actor, work, people)
    found = []
    for person in people:
        birth = birth_of(person)
        assert birth is not None
        occurrence = current_occurrence(birth, today, calendar, work.rules.occasions)
        greeted = (person.id, occurrence.day.year) in done
        if occurrence.day > today + timedelta(days=MONTH) or (greeted and occurrence.day < today):
            continue
        manager = managers.get(person.manager_id, "")
        found.append(_celebrant(person, occurrence, today, work, done=greeted, manager=manager))
    return sorted(found, key=lambda one: (one.day, one.name, one.person))


@allowed(*SELLING)
async def list_notices(actor: Actor, work: Work) -> list[Celebrant]:
    """What today's push tells: notices due since the last push, and what passed since then without a word, once."""
    today, calendar = work.today(actor), work.rules.calendar
    since = await occasions.last_push(work.tx, actor.id, PushKind.OCCASIONS, today)
    since = since or calendar.previous_working(today)
    start = late_since(today, calendar)
    people = await _born(actor, work, start, (today - start).days + MONTH)
    done = await _done(work, people, today)
    found = []
    for person in people:
        birth = birth_of(person)
        assert birth is not None
        notice = due_notice(birth, since, today, calendar, work.rules.occasions)
        missed = missed_occurrence(birth, since, today, calendar, work.rules.occasions)
        occurrence = notice.occurrence if notice else missed
        if occurrence is not None and (person.id, occurrence.day.year) not in done:
            found.append(_celebrant(person, occurrence, today, work, done=False, manager=""))
    return sorted(found, key=lambda one: (one.section is not Section.LATE, one.day, one.name, one.person))


@allowed(*SELLING)
async def get_greeting(
    actor: Actor, work: Work, person_id: int, tone: Tone | None = None, page: int = 0
) -> GreetingCard:
    """The person's coming (or just missed) birthday with three texts. `birth` None where it is not known (any more)."""
    person = await get_person(actor, work, person_id)
    names = await clients.names(work.tx, [person.client_id])
    return await _card(actor, work, person, names[person.client_id], tone=tone, page=page)


async def _card(
    actor: Actor, work: Work, person: Person, client: str, *, tone: Tone | None, page: int
) -> GreetingCard:
    today, calendar = work.today(actor), work.rules.calendar
    name, gender, birth = name_of(person), gender_of(person), birth_of(person)
    tone = tone or (Tone.WARM if person.familiar else Tone.BUSINESS)
    card = GreetingCard(
        person=person.id,
        client_id=person.client_id,
        name=person.name,
        client=client,
        role=person.role,
        phone=None if person.bad_number else person.phone,
        spoken=name,
        gender=gender,
        familiar=person.familiar,
        tone=tone,
        page=page,
        today=today,
    )
    if birth is None:
        return card
    occurrence = current_occurrence(birth, today, calendar, work.rules.occasions)
    done = await occasions.done_for(work.tx, person.id, occurrence.day.year - YEARS_REMEMBERED)
    this_year = next((one for one in done if one.year == occurrence.day.year), None)
    return card.with_occasion(
        occurrence,
        greet_on=max(today, greeting_day(occurrence.day, calendar)),
        moment=moment_of(occurrence.day, today, calendar),
        done_on=actor.local(this_year.done_at).date() if this_year else None,
        way=Way(this_year.way) if this_year and this_year.way else None,
        texts=_texts(person, occurrence, done, tone=tone, page=page),
    )


def _texts(
    person: Person, occurrence: Occurrence, done: list[Done], *, tone: Tone, page: int
) -> tuple[Greeting, ...]:
    year = occurrence.day.year
    packed = [one.variant for one in done if one.year < year and one.variant]
    return page_of_texts(
        name_of(person),
        person_id=person.id,
        year=year,
        gender=gender_of(person),
        formality=Formality.INFORMAL if person.familiar else Formality.FORMAL,
        tone=tone,
        page=page,
        jubilee=occurrence.age if occurrence.jubilee else None,
        used=used_keys(packed, tone, GREETINGS),
        settings=GREETINGS,
    )


@allowed(*SELLING)
async def mark_greeted(
    actor: Actor, work: Work, person_id: int, year: int, way: Way, *, tone: Tone, page: int = 0
) -> GreetingCard:
    """Counted once, a contact with the client. Raises `StaleError` when done before, another year's, or not yet to be done."""
    person = await get_person(actor, work, person_id)
    client = await lock_client(actor, work, person.client_id)
    card = await _card(actor, work, person, client.name, tone=tone, page=page)
    if card.day is None or card.day.year != year or card.greet_on != work.today(actor):
        raise StaleError(what="greeting")
    # Spoken by phone, none of the written texts is spent.
    variant = pack_variants(tone, card.texts) if way is Way.MESSAGE else None
    if not await occasions.mark_done(
        work.tx, person.id, year, variant=variant, way=way, at=work.now, employee=actor.id
    ):
        raise StaleError(what="greeting")
    today = work.today(actor)
    await work.tx.run(SET_TOUCHED, id_=client.id, last_contact_day=today)
    await counters.add(work.tx, actor.id, today, greetings=1)
    await timeline.add(
        work.tx,
        client.id,
        actor.id,
        work.now,
        EventKind.GREETING,
        person=person.name,
        occasion=BIRTHDAY,
        way=way,
    )
    await _close_line(work, client.manager_id, client.id, today)
    return card


async def _close_line(work: Work, manager: int, client: int, today: date) -> None:
    """A client who was in today's list for the birthday alone need not be called any more."""
    line = await calls.line_of(work.tx, manager, today, client)
    if line and line.state == "waiting" and {reason["kind"] for reason in line.reasons} <= LIGHT:
        await work.tx.run(calls.SET_STATE, employee=manager, day_=today, client=client, state="done")


@allowed(*SELLING)
async def set_familiar(actor: Actor, work: Work, person_id: int, *, familiar: bool) -> None:
    person = await get_person(actor, work, person_id)
    await work.tx.run(SET_FAMILIAR, id_=person.id, familiar=familiar)


@allowed(*SELLING)
async def set_gender(actor: Actor, work: Work, person_id: int, gender: Gender) -> None:
    person = await get_person(actor, work, person_id)
    await work.tx.run(SET_GENDER, id_=person.id, gender=gender)


def coming(work: Work, birth: BirthDate, today: date) -> Occurrence:
    return next_occurrence(birth, today, work.rules.occasions)
