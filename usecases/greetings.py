"""The greeting of one person or company on one occasion: its texts, and that it was done."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from domain.actors import SELLING, Actor
from domain.calendar import WorkCalendar
from domain.celebrations import NOBODY, Celebration, kind_of
from domain.company_dates import years_together
from domain.congratulations import Moment, Way, late_since, moment_of
from domain.errors import ProzvonError
from domain.first_names import Gender
from domain.gifts import GiftState
from domain.greetings import (
    YEARS_REMEMBERED,
    Closeness,
    Facts,
    Greeting,
    GreetingSettings,
    Occasion,
    Tone,
    default_tone,
    pack_variants,
    page_of_greetings,
    used_keys,
)
from domain.holidays import Holiday
from domain.names import Formality, Named, PersonName
from domain.occasions import greeting_day
from screens.greeting_card import GiftLine, GreetingCard, Past
from storage import calls, clients, counters, gifts, occasions, persons, timeline
from storage.clients import Client
from storage.occasions import Done
from storage.persons import Person
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.errors import NotFoundError, StaleError
from usecases.greeted_lines import after_greeting, before_greeting
from usecases.occasion_dates import Found, dates_of, is_vip, main_person
from usecases.person_facts import named_of
from usecases.scope import get_client, get_person, lock_client
from usecases.work import Work

GREETINGS = GreetingSettings()
YEAR = timedelta(days=366)
WRITTEN = frozenset({Way.MESSAGE, Way.CARD})
LONGEST_TEXT = 1000
SET_FAMILIAR = persons.patch("familiar")
SET_GENDER = persons.patch("gender")
SET_TOUCHED = clients.patch("last_contact_day")
CONTACTS = {EventKind.CALL, EventKind.VISIT, EventKind.GREETING}
# A client has no more than a few events a day: what was done today is among the last of them.
RECENT = 50


class GreetingTooLongError(ProzvonError):
    """An own text longer than what one would send; facts: length, limit."""

    code = "greeting-too-long"


class Subject(NamedTuple):
    """Who and on what: `person` 0 is the company as such."""

    client: int
    person: int
    code: str


@allowed(*SELLING)
async def birthday_of(actor: Actor, work: Work, person_id: int) -> Subject:
    person = await get_person(actor, work, person_id)
    return Subject(person.client_id, person.id, Occasion.BIRTHDAY)


@allowed(*SELLING)
async def get_card(
    actor: Actor, work: Work, subject: Subject, tone: Tone | None = None, page: int = 0
) -> GreetingCard:
    """The coming (or just missed) day with three texts; `day` None where there is none (any more)."""
    client = await get_client(actor, work, subject.client)
    return await _card(actor, work, client, subject, tone=tone, page=page)


async def _card(
    actor: Actor, work: Work, client: Client, subject: Subject, *, tone: Tone | None, page: int
) -> GreetingCard:
    person = await _person(work, client, subject)
    found = await _coming(actor, work, client, subject)
    familiar = person.familiar if person else False
    closeness = Closeness(person.closeness) if person and person.closeness else None
    card = GreetingCard(
        client_id=client.id,
        person=subject.person,
        code=subject.code,
        kind=kind_of(subject.code),
        name=person.name if person else "",
        client=client.name,
        role=person.role if person else "",
        phone=person.phone if person and not person.bad_number else None,
        email=person.email if person else None,
        named=named_of(person) if person else Named(PersonName()),
        familiar=familiar,
        tone=tone or default_tone(closeness, familiar=familiar),
        page=page,
        today=work.today(actor),
        holiday=found.holiday.ru if found and found.holiday else "",
        vip=person is not None and is_vip(person, client.client_class, work.rules.occasions),
        mail_link=work.rules.occasions.mail_link,
    )
    return card if found is None else await _with_day(actor, work, card, client, found)


async def _person(work: Work, client: Client, subject: Subject) -> Person | None:
    """Raises `NotFoundError` for nobody of that client; of a company it is the main person, if it has one."""
    people = await persons.of_client(work.tx, client.id)
    if subject.person == NOBODY:
        return main_person(people)
    person = next((one for one in people if one.id == subject.person), None)
    if person is None:
        raise NotFoundError(what="person", id=subject.person)
    return person


async def _coming(actor: Actor, work: Work, client: Client, subject: Subject) -> Found | None:
    """The round that a greeting is about: one just past while a belated word is in place, else the next within a year."""
    today = work.today(actor)
    since = late_since(today, work.rules.calendar)
    found = [
        one
        for one in await dates_of(work, client, since, today + YEAR)
        if one.celebration.code == subject.code and one.celebration.person == subject.person
    ]
    return min(found, key=lambda one: one.celebration.day, default=None)


async def _with_day(
    actor: Actor, work: Work, card: GreetingCard, client: Client, found: Found
) -> GreetingCard:
    celebration, today, calendar = found.celebration, card.today, work.rules.calendar
    first = celebration.day.year - YEARS_REMEMBERED
    done = await occasions.done_for(work.tx, card.client_id, card.person, card.code, first)
    now = next((one for one in done if one.year == celebration.day.year), None)
    card = replace(
        card,
        day=celebration.day,
        years=celebration.years,
        jubilee=celebration.jubilee,
        greet_on=_greet_on(celebration, today, work),
        moment=_moment(celebration, today, calendar),
        done_on=actor.local(now.done_at).date() if now and now.done_at else None,
        way=Way(now.way) if now and now.way else None,
        own_text=now.text if now else "",
        past=_past(done, celebration.day.year),
        gifts=await _gifts(work, card, celebration.day.year),
    )
    return replace(card, texts=await _texts(work, card, client, found.holiday))


def _moment(celebration: Celebration, today: date, calendar: WorkCalendar) -> Moment:
    """Of a wave its own day counts. In December the new year is still to come: «с наступающим»."""
    moment = moment_of(max(celebration.day, min(today, celebration.last_day)), today, calendar)
    ahead = celebration.kind is Occasion.NEW_YEAR and moment is Moment.DAY
    return Moment.EARLY if ahead else moment


def _greet_on(celebration: Celebration, today: date, work: Work) -> date:
    """Today, or the day to wait for."""
    if celebration.kind is Occasion.NEW_YEAR:
        return max(today, celebration.day)
    return max(today, greeting_day(celebration.day, work.rules.calendar))


def _past(done: list[Done], year: int) -> tuple[Past, ...]:
    """The last time before this one; own words are quoted where they were sent."""
    before = [one for one in done if one.year < year and one.done_at]
    return tuple(
        Past(one.year, Way(one.way) if one.way else None, one.text if one.way in WRITTEN else "")
        for one in before[:1]
    )


async def _gifts(work: Work, card: GreetingCard, year: int) -> tuple[GiftLine, ...]:
    """Of this round and of the last one; what was dropped or declined is of no use."""
    hidden = {GiftState.DROPPED, GiftState.DECLINED}
    return tuple(
        GiftLine(one.id, one.year, one.what, one.cost, GiftState(one.state))
        for one in await gifts.of_client(work.tx, card.client_id, year - 1)
        if (one.person_id or NOBODY, one.occasion) == (card.person, card.code)
        and GiftState(one.state) not in hidden
        and (one.year == year or one.state == GiftState.GIVEN)
    )


async def _texts(
    work: Work, card: GreetingCard, client: Client, holiday: Holiday | None
) -> tuple[Greeting, ...]:
    assert card.day is not None
    together = years_together(client.first_order_day, card.today) if client.first_order_day else 0
    own = card.kind in {Occasion.FOUNDED, Occasion.TOGETHER}
    facts = Facts(
        occasion=card.kind,
        jubilee=card.years if card.jubilee and card.kind is Occasion.BIRTHDAY else None,
        years=(card.years or 0) if own else together,
        holiday=holiday.ru_with if holiday else "",
        holiday_en=(holiday.en or holiday.ru) if holiday else "",
        partner=not client.is_lead,
    )
    since = card.day.year - YEARS_REMEMBERED
    packed = await occasions.offered_to(work.tx, card.client_id, card.person, since)
    return page_of_greetings(
        card.named,
        facts,
        person_id=card.person or card.client_id,
        year=card.day.year,
        formality=Formality.INFORMAL if card.familiar else Formality.FORMAL,
        tone=card.tone,
        settings=GREETINGS,
        used=used_keys(packed, facts.text_set, GREETINGS),
        page=card.page,
    )


@allowed(*SELLING)
async def mark_greeted(
    actor: Actor, work: Work, subject: Subject, year: int, way: Way, *, tone: Tone, page: int = 0
) -> GreetingCard:
    """Counted once, a contact with the client. Raises `StaleError` when done before, another year's, or not yet to be done."""
    client = await lock_client(actor, work, subject.client)
    card = await _card(actor, work, client, subject, tone=tone, page=page)
    if card.day is None or card.day.year != year or card.greet_on != work.today(actor):
        raise StaleError(what="greeting")
    await record(actor, work, client, card, way)
    return card


@inner
async def record(actor: Actor, work: Work, client: Client, card: GreetingCard, way: Way) -> None:
    """Raises `StaleError` where it was done before. Spoken by phone or given by hand, none of the texts is spent."""
    assert card.day is not None
    today = work.today(actor)
    written = way in WRITTEN
    if not await occasions.mark_done(
        work.tx,
        (client.id, card.person, card.code, card.day.year),
        variant=pack_variants(card.texts) if written and not card.own_text else None,
        way=way,
        at=work.now,
        employee=actor.id,
        text=card.own_text,
    ):
        raise StaleError(what="greeting")
    await work.tx.run(SET_TOUCHED, id_=client.id, last_contact_day=today)
    await counters.add(work.tx, actor.id, today, greetings=1)
    closed = await after_greeting(work, client.manager_id, client.id, today)
    touched = client.last_contact_day
    await timeline.add(
        work.tx,
        client.id,
        actor.hand,
        work.now,
        EventKind.GREETING,
        person=card.name,
        occasion=card.kind.value,
        way=way,
        before=touched.isoformat() if touched else None,
        **({"holiday": card.holiday} if card.holiday else {}),
        **({"line": client.manager_id} if closed else {}),
    )


@allowed(*SELLING)
async def take_back(actor: Actor, work: Work, subject: Subject, year: int) -> GreetingCard:
    """A tap too many, on its own day: it has not happened, and all that followed from it is as before.

    Raises `StaleError` where nothing is done, or not today.
    """
    client = await lock_client(actor, work, subject.client)
    card = await _card(actor, work, client, subject, tone=None, page=0)
    today = work.today(actor)
    if card.done_on != today or card.day is None or card.day.year != year:
        raise StaleError(what="greeting")
    key = (client.id, card.person, card.code, year)
    done = next(one for one in await occasions.done_for(work.tx, *key) if one.year == year)
    await occasions.undo_done(work.tx, key)
    await counters.add(work.tx, done.employee_id or actor.id, today, greetings=-1)
    if done.way == Way.GIFT:
        await gifts.take_back(work.tx, key, today)
    await _unwrite(work, client, done, today)
    await before_greeting(work, client.manager_id, client.id, today)
    return await _card(actor, work, client, subject, tone=None, page=0)


async def _unwrite(work: Work, client: Client, done: Done, today: date) -> None:
    """The line of the history goes; a contact that came after it stands, and the client stays touched by that."""
    later = []
    for event in await timeline.of_client(work.tx, client.id, RECENT):
        if event.kind == EventKind.GREETING and event.at == done.done_at:
            break
        later.append(event.kind)
    else:
        return
    await timeline.remove(work.tx, event.id)
    if not CONTACTS.isdisjoint(later):
        return
    before = event.facts.get("before")
    await work.tx.run(
        SET_TOUCHED, id_=client.id, last_contact_day=date.fromisoformat(before) if before else None
    )
    if line := event.facts.get("line"):
        await work.tx.run(calls.SET_STATE, employee=int(line), day_=today, client=client.id, state="waiting")


@allowed(*SELLING)
async def set_text(actor: Actor, work: Work, subject: Subject, text: str) -> GreetingCard:
    """An own text that waits to be sent; empty, it is dropped.

    Raises `GreetingTooLongError`, and `StaleError` where all is done, or no day is near.
    """
    own = text.strip()
    if len(own) > LONGEST_TEXT:
        raise GreetingTooLongError(length=len(own), limit=LONGEST_TEXT)
    client = await lock_client(actor, work, subject.client)
    card = await _card(actor, work, client, subject, tone=None, page=0)
    if card.day is None or card.done_on is not None:
        raise StaleError(what="greeting")
    key = (client.id, card.person, card.code, card.day.year)
    await occasions.mark_done(work.tx, key, variant=None, way=None, at=None, employee=actor.id, text=own)
    return await _card(actor, work, client, subject, tone=None, page=0)


@allowed(*SELLING)
async def set_familiar(actor: Actor, work: Work, person_id: int, *, familiar: bool) -> None:
    person = await get_person(actor, work, person_id)
    await work.tx.run(SET_FAMILIAR, id_=person.id, familiar=familiar)


@allowed(*SELLING)
async def set_gender(actor: Actor, work: Work, person_id: int, gender: Gender) -> None:
    person = await get_person(actor, work, person_id)
    await work.tx.run(SET_GENDER, id_=person.id, gender=gender)
