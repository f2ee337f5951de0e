"""People at the clients from a file or from contact cards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.actors import Actor
from domain.congratulations import BIRTHDAY
from domain.errors import ProzvonError
from domain.imports import ImportKind
from domain.names import find_gender, parse_name
from domain.occasions import is_birth
from storage import clients, imports, occasions, persons, timeline
from storage.persons import Person
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.import_matching import Matched, Wanted, match_clients
from usecases.import_parts import (
    MAY,
    Counts,
    Json,
    Resolved,
    Written,
    breathe,
    differing,
    named,
    problem_at,
    problems_of,
    untouched,
)
from usecases.import_persons import find_meant, find_owners, plain
from usecases.scope import managers_for
from usecases.work import Work

FACTS = ("role", "phone", "email", "birth_day", "birth_month", "birth_year")
SET_FACTS = persons.patch(*FACTS)


@inner
@allowed(*MAY[ImportKind.PEOPLE])
async def resolve(actor: Actor, work: Work, plan: Mapping[str, Any]) -> Resolved:
    """Changes nothing; the clients it names are held until the turn ends."""
    rows: list[Json] = plan["rows"]
    managers = await managers_for(actor, work)
    wanted = [Wanted((row.get("client", ""),), row.get("tax_number")) for row in rows]
    matches = await match_clients(work, wanted, managers)
    owners = await find_owners(work, rows, managers)
    whose = [match.client.id if match.client else owner for match, owner in zip(matches, owners, strict=True)]
    ids = sorted({client for client in whose if client is not None})
    await imports.lock_clients(work.tx, ids)
    people: dict[int, list[Person]] = {id_: [] for id_ in ids}
    for person in await persons.of_clients(work.tx, ids):
        people[person.client_id].append(person)
    result = Resolved(problems=problems_of(plan), ignored=list(plan["ignored"]))
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for number, (row, match, client) in enumerate(zip(rows, matches, whose, strict=True)):
        await breathe(number)
        if client is None or not _is_name(row["name"]):
            _note_problem(plan, result, row, match, client)
            continue
        meant = find_meant(people[client], row["name"], row.get("phone"))
        if meant.several:
            result.problems.append(
                problem_at(plan, "several_people", row, "full_name", "last_name", text=row["name"])
            )
            continue
        mark = (client, plain(meant.person.name if meant.person else row["name"]))
        if mark in seen:
            result.problems.append(
                problem_at(plan, "repeated", row, "full_name", "last_name", text=row["name"])
            )
            continue
        seen.add(mark)
        _note_person(result, client, meant.person, row)
    result.unknown = named(result.unknown)
    return result


def _note_problem(
    plan: Mapping[str, Any], result: Resolved, row: Json, match: Matched, owner: int | None
) -> None:
    client = row.get("client") or row.get("tax_number", "")
    if owner is not None:
        result.problems.append(problem_at(plan, "no_name", row, "full_name", "last_name", text=row["name"]))
    elif not client:
        result.problems.append(problem_at(plan, "no_client", row, "client", "full_name", text=row["name"]))
    else:
        result.unknown.append(client)
        result.problems.append(problem_at(plan, match.why, row, "client", "tax_number", text=client))


def _note_person(result: Resolved, client_id: int, known: Person | None, row: Json) -> None:
    facts = _facts(row)
    if known is None:
        result.counts.new += 1
        result.additions.append({"client": client_id, "name": row["name"], "facts": facts})
        return
    if "birth_month" in facts:
        _keep_known(known, facts)
    changed = differing(known, facts)
    if changed:
        result.counts.changed += 1
        result.changes.append({"person": known, "facts": changed})
    else:
        result.counts.same += 1


def _keep_known(known: Person, facts: Json) -> None:
    """What the file leaves open of a birthday is not forgotten: the year where it has such a day, the day within its month."""
    if facts["birth_day"] is None and known.birth_month == facts["birth_month"]:
        del facts["birth_day"]
    day, year = facts.get("birth_day", known.birth_day), known.birth_year
    if facts["birth_year"] is None and is_birth((day, facts["birth_month"], year)):
        del facts["birth_year"]


def _facts(row: Json) -> Json:
    facts: Json = {name: row[name] for name in ("role", "phone", "email") if name in row}
    if "birth" in row:
        facts |= dict(zip(("birth_day", "birth_month", "birth_year"), row["birth"], strict=True))
    return facts


def _is_name(text: str) -> bool:
    try:
        parse_name(text)
    except ProzvonError:
        return False
    return True


@inner
@allowed(*MAY[ImportKind.PEOPLE])
async def apply(actor: Actor, work: Work, resolved: Resolved) -> Written:
    added, changed = [], []
    moved: dict[int, None] = {}
    for one in resolved.additions:
        facts, name = one["facts"], one["name"]
        gender = find_gender(parse_name(name))
        birth = (
            (facts["birth_day"], facts["birth_month"], facts["birth_year"])
            if "birth_month" in facts
            else None
        )
        person_id = await persons.add(
            work.tx, one["client"], name, role=facts.get("role", ""), phone=facts.get("phone"),
            email=facts.get("email"), gender=gender.value if gender else None, birth=birth,
        )  # fmt: skip
        await timeline.add(work.tx, one["client"], actor.hand, work.now, EventKind.PERSON, name=name)
        added.append({"id": person_id, "client": one["client"], "after": {"name": name} | facts})
        moved[one["client"]] = None
    for one in resolved.changes:
        person, facts = one["person"], one["facts"]
        await _write(work, person, facts)
        await timeline.add(
            work.tx,
            person.client_id,
            actor.hand,
            work.now,
            EventKind.CHANGED,
            what="person",
            name=person.name,
        )
        before = {name: getattr(person, name) for name in facts}
        changed.append({"id": person.id, "client": person.client_id, "before": before, "after": facts})
        moved[person.client_id] = None
    for client_id in moved:
        await clients.reindex(work.tx, client_id)
    undo = {"at": work.now.isoformat(), "added": added, "changed": changed}
    return Written(undo, Counts(len(added), len(changed), resolved.counts.same))


async def _write(work: Work, person: Person, facts: Mapping[str, Any]) -> None:
    values = {name: getattr(person, name) for name in FACTS} | dict(facts)
    await work.tx.run(SET_FACTS, id_=person.id, **values)
    if (values["birth_day"], values["birth_month"]) != (person.birth_day, person.birth_month):
        await occasions.forget_notices(work.tx, person.client_id, person.id, BIRTHDAY)


async def restore(work: Work, undo: Mapping[str, Any]) -> list[str]:
    """The names of those that stay because they were changed since."""
    everybody = (*undo["added"], *undo["changed"])
    await imports.lock_clients(work.tx, {one["client"] for one in everybody})
    held = await imports.persons_by_ids(work.tx, [one["id"] for one in everybody])
    kept: list[str] = []
    moved: dict[int, None] = {}
    for one in everybody:
        person = held.get(one["id"])
        if person is None:
            continue
        if not untouched(person, one["after"]):
            kept.append(person.name)
            continue
        if "before" in one:
            await _write(work, person, one["before"])
        else:
            await persons.delete(work.tx, person.id, work.now)
        moved[person.client_id] = None
    for client_id in moved:
        await clients.reindex(work.tx, client_id)
    if not kept:
        moment = datetime.fromisoformat(undo["at"])
        await imports.forget_events(work.tx, list(moved), moment)
    return kept
