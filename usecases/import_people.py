"""People at the clients from a file or from contact cards."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.actors import Actor
from domain.errors import ProzvonError
from domain.imports import ImportKind
from domain.names import find_gender, parse_name
from domain.search import normalise
from storage import clients, imports, persons, timeline
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
from usecases.scope import managers_for
from usecases.work import Work

FACTS = ("role", "phone", "email", "birth_day", "birth_month", "birth_year")
SET_FACTS = persons.patch(*FACTS)


@inner
@allowed(*MAY[ImportKind.PEOPLE])
async def resolve(actor: Actor, work: Work, plan: Mapping[str, Any]) -> Resolved:
    """Changes nothing; the clients it names are held until the turn ends."""
    rows: list[Json] = plan["rows"]
    matches = await match_clients(
        work,
        [Wanted((row.get("client", ""),), row.get("tax_number")) for row in rows],
        await managers_for(actor, work),
    )
    ids = sorted({found.client.id for found in matches if found.client})
    await imports.lock_clients(work.tx, ids)
    people: dict[int, list[Person]] = {id_: [] for id_ in ids}
    for person in await persons.of_clients(work.tx, ids):
        people[person.client_id].append(person)
    result = Resolved(problems=problems_of(plan), ignored=list(plan["ignored"]))
    seen: set[tuple[int, str]] = set()
    for number, (row, match) in enumerate(zip(rows, matches, strict=True)):
        await breathe(number)
        if match.client is None or not _is_name(row["name"]):
            _note_problem(plan, result, row, match)
            continue
        mark = (match.client.id, _plain(row["name"]))
        if mark in seen:
            result.problems.append(
                problem_at(plan, "repeated", row, "full_name", "last_name", text=row["name"])
            )
            continue
        seen.add(mark)
        _note_person(result, match.client.id, people[match.client.id], row)
    result.unknown = named(result.unknown)
    return result


def _note_problem(plan: Mapping[str, Any], result: Resolved, row: Json, match: Matched) -> None:
    client = row.get("client") or row.get("tax_number", "")
    if match.client is not None:
        result.problems.append(problem_at(plan, "no_name", row, "full_name", "last_name", text=row["name"]))
    elif not client:
        result.problems.append(problem_at(plan, "no_client", row, "client", "full_name", text=row["name"]))
    else:
        result.unknown.append(client)
        result.problems.append(problem_at(plan, match.why, row, "client", "tax_number", text=client))


def _note_person(result: Resolved, client_id: int, people: list[Person], row: Json) -> None:
    facts = _facts(row)
    known = _find(people, row)
    if known is None:
        result.counts.new += 1
        result.additions.append({"client": client_id, "name": row["name"], "facts": facts})
        return
    if facts.get("birth_year", 0) is None and (known.birth_day, known.birth_month) == (facts["birth_day"], facts["birth_month"]):  # fmt: skip
        del facts["birth_year"]
    changed = differing(known, facts)
    if changed:
        result.counts.changed += 1
        result.changes.append({"person": known, "facts": changed})
    else:
        result.counts.same += 1


def _facts(row: Json) -> Json:
    facts: Json = {name: row[name] for name in ("role", "phone", "email") if name in row}
    if "birth" in row:
        facts |= dict(zip(("birth_day", "birth_month", "birth_year"), row["birth"], strict=True))
    return facts


def _find(people: list[Person], row: Json) -> Person | None:
    same_name = (person for person in people if _plain(person.name) == _plain(row["name"]))
    same_phone = (person for person in people if row.get("phone") and person.phone == row["phone"])
    return next(same_name, None) or next(same_phone, None)


def _plain(name: str) -> str:
    return " ".join(sorted(normalise(name).split()))


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
            (facts["birth_day"], facts["birth_month"], facts["birth_year"]) if "birth_day" in facts else None
        )
        person_id = await persons.add(
            work.tx, one["client"], name, role=facts.get("role", ""), phone=facts.get("phone"),
            email=facts.get("email"), gender=gender.value if gender else None, birth=birth,
        )  # fmt: skip
        await timeline.add(work.tx, one["client"], actor.id, work.now, EventKind.PERSON, name=name)
        added.append({"id": person_id, "client": one["client"], "after": {"name": name} | facts})
        moved[one["client"]] = None
    for one in resolved.changes:
        person, facts = one["person"], one["facts"]
        await _write(work, person, facts)
        await timeline.add(
            work.tx, person.client_id, actor.id, work.now, EventKind.CHANGED, what="person", name=person.name
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
