"""All that is kept of one person: given out on request, and erased."""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from capture.erasure import names, not_bare, traces_of, without, without_all
from domain.actors import SELLING, Actor
from screens.screen import FileRef
from screens.words import Catalogue
from storage import clients, employees, personal, persons, timeline
from storage.clients import Client
from storage.personal import Written
from storage.persons import Person
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.errors import NotFoundError
from usecases.person_facts import named_of
from usecases.persons import SET_NEXT_PERSON
from usecases.scope import get_client, get_person, lock_client
from usecases.work import Work

EXPORTED, ERASED = "person_exported", "person_erased"


@allowed(*SELLING)
async def note_export(actor: Actor, work: Work, person_id: int) -> Person:
    """Who is given out; that it was done stands in the audit and, without the name, in the client's history."""
    person = await get_person(actor, work, person_id)
    await _note(actor, work, person, EXPORTED)
    return person


async def _note(actor: Actor, work: Work, person: Person, action: str) -> None:
    facts = {"client": person.client_id, "person": person.id}
    await work.tx.run(personal.NOTE, at=work.now, employee_id=actor.hand, action=action, facts=facts)
    await timeline.add(work.tx, person.client_id, actor.hand, work.now, EventKind.CHANGED, what=action)


async def build_person_data(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """JSON: the columns as they are called, days and moments (UTC) as ISO texts, sums in kopecks. None where nobody is there.

    The employee is asked for again: a client may have been given to another meanwhile.
    """
    actor = await employees.find(work.tx, int(reference.extra["employee"]))
    if actor is None:
        return None
    try:
        person = await get_person(actor, work, reference.id)
    except NotFoundError:
        return None
    found = await collect(actor, work, person)
    name = catalogue[reference.language].plain("person-data-file", id=str(person.id))
    return f"{name}.json", json.dumps(found, ensure_ascii=False, indent=2, default=_plain).encode()


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


@inner
async def collect(actor: Actor, work: Work, person: Person) -> dict[str, Any]:
    """Everything that is kept of the person, by kind."""
    client = await get_client(actor, work, person.client_id)
    of = {"client": client.id, "person": person.id}
    traces = await _traces(work, person)
    told = [row for row in await personal.written(work.tx, client.id) if names(row.texts, traces)]
    told += await _told_elsewhere(actor, work, client, not_bare(named_of(person), traces))
    history = [
        one
        for one in await timeline.of_client(work.tx, client.id, 10**6)
        if _tells(one.facts, person, traces)
    ]
    heard = sorted({int(one.facts["attachment"]) for one in history if one.facts.get("attachment")})
    return {
        "person": {name: getattr(person, name) for name in Person.__slots__},
        "client": client.name,
        "greetings": await personal.table_of(work.tx, personal.GREETINGS, **of),
        "gifts": await personal.table_of(work.tx, personal.GIFTS, **of),
        "calls": await personal.table_of(work.tx, personal.CALLS, **of),
        "contracts": await personal.table_of(work.tx, personal.CONTRACTS, **of),
        "history": [{"at": one.at, "kind": one.kind, "by": one.employee, **one.facts} for one in history],
        "named_in": [
            {"table": row.table, "id": row.id, **row.texts} for row in told if row.table != "timeline"
        ],
        "attachments": await personal.table_of(work.tx, personal.ATTACHMENTS, ids=heard) if heard else [],
    }


async def _told_elsewhere(actor: Actor, work: Work, client: Client, traces: frozenset[str]) -> list[Written]:
    """Of no client in particular: only the texts that name the person, since the others may be about anybody."""
    found = []
    for row in await personal.written_by(work.tx, await _writers(actor, work, client)):
        texts = {name: said for name, said in _leaves(row.texts) if names(said, traces)}
        found += [Written(row.table, row.id, texts)] if texts else []
    return found


def _leaves(said: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(said, str):
        yield name, said
    elif isinstance(said, dict):
        for key, one in said.items():
            yield from _leaves(one, f"{name}.{key}" if name else key)
    elif isinstance(said, list):
        for at, one in enumerate(said):
            yield from _leaves(one, f"{name}.{at}")


async def _writers(actor: Actor, work: Work, client: Client) -> list[int]:
    """Who has worked with the client."""
    known = await work.tx.values(personal.WRITERS, client=client.id)
    return sorted({actor.id, client.manager_id, *known})


def _tells(facts: dict[str, Any] | None, person: Person, traces: frozenset[str]) -> bool:
    return facts is not None and (facts.get("person") == person.id or names(facts, traces))


async def _traces(work: Work, person: Person) -> frozenset[str]:
    """What tells about the person and about nobody else of that client: a shared surname is left to the other."""
    people = await persons.of_client(work.tx, person.client_id)
    others = [
        traces_of(named_of(one), phone=one.phone, email=one.email) for one in people if one.id != person.id
    ]
    return traces_of(named_of(person), phone=person.phone, email=person.email).difference(*others)


@allowed(*SELLING)
async def erase_person(actor: Actor, work: Work, person_id: int, instead: str) -> Client:
    """Whose person it was. What the books need stays, with `instead` of the name; nothing brings the rest back."""
    person = await get_person(actor, work, person_id)
    client = await lock_client(actor, work, person.client_id)
    traces = await _traces(work, person)
    await _clean_history(work, client, traces, instead)
    await personal.erase(work.tx, client.id, person.id, instead, work.now)
    if client.next_person_id == person.id:
        await work.tx.run(SET_NEXT_PERSON, id_=client.id, next_person_id=None)
    writers = await _writers(actor, work, client)
    await _clean_drafts(work, writers, client, traces, instead)
    await _clean_chats(work, writers, traces)
    await _clean_reports(work, writers, not_bare(named_of(person), traces), instead)
    await clients.reindex(work.tx, client.id)
    await _note(actor, work, person, ERASED)
    return client


async def _clean_history(work: Work, client: Client, traces: frozenset[str], instead: str) -> None:
    """Texts of the client's own rows, and what was heard in the voices of its history."""
    for row in await personal.written(work.tx, client.id):
        clean = without_all(row.texts, traces, instead)
        if clean != row.texts:
            await personal.rewrite(work.tx, Written(row.table, row.id, clean))
        facts = row.texts.get("facts") or {}
        if facts.get("attachment"):
            for heard in await personal.table_of(
                work.tx, personal.ATTACHMENTS, ids=[int(facts["attachment"])]
            ):
                said = without(heard["text"], traces, instead)
                await work.tx.run(personal.SET_HEARD, id_=heard["id"], new_text=said)
    for answer in await personal.table_of(work.tx, personal.ANSWERS, client=client.id):
        said = without(answer["text"], traces, instead)
        if said != answer["text"]:
            await work.tx.run(personal.SET_ANSWER, client=client.id, asked=answer["question"], new_text=said)


async def _clean_drafts(
    work: Work, writers: list[int], client: Client, traces: frozenset[str], instead: str
) -> None:
    """What was typed, the lines of call lists, and the images of rows that an undo would bring back."""
    await work.tx.run(personal.FORGET_UNDO, employees=writers)
    for draft in await personal.table_of(work.tx, personal.DRAFTS, employees=writers):
        if names([draft["text"], draft["acts"]], traces):
            text, acts = without_all([draft["text"], draft["acts"]], traces, instead)
            await work.tx.run(personal.SET_DRAFT, id_=draft["id"], new_text=text, new_acts=acts)
    for line in await personal.table_of(work.tx, personal.LINES, employees=writers, client=client.id):
        reasons = without_all(line["reasons"], traces, instead)
        if reasons != line["reasons"]:
            await work.tx.run(personal.SET_LINE, id_=line["id"], new_reasons=reasons)


async def _clean_reports(work: Work, writers: list[int], traces: frozenset[str], instead: str) -> None:
    """Words of reports, answers about look-ups, proposals, announcements, errands without a client, the market's news."""
    for row in await personal.written_by(work.tx, writers):
        clean = without_all(row.texts, traces, instead)
        if clean != row.texts:
            await personal.rewrite(work.tx, Written(row.table, row.id, clean))


async def _clean_chats(work: Work, writers: list[int], traces: frozenset[str]) -> None:
    """Open dialogues that hold the person, and messages that Telegram has refused; what is on its way arrives."""
    people = [await employees.find(work.tx, one) for one in writers]
    chats = [one.chat for one in people if one is not None]
    for talk in await personal.table_of(work.tx, personal.TALKS, chats=chats):
        if names(talk["data"], traces):
            await work.tx.run(personal.END_TALK, chat=talk["chat_id"], user=talk["user_id"])
    for refused in await personal.table_of(work.tx, personal.REFUSED, chats=chats):
        if names(refused["parameters"], traces):
            await work.tx.run(personal.DROP_REFUSED, id_=refused["id"])
