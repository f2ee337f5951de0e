"""Targets from a file: what would change, what was changed, and back again."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from domain.actors import Actor
from domain.imports import ImportKind
from domain.periods import add_months, month_start
from domain.targets import TargetKind
from screens.import_views import TargetNews
from screens.targets import Change
from storage import employees, targets
from usecases.access import allowed, inner
from usecases.import_clients import find_manager
from usecases.import_parts import (
    MAY,
    Json,
    Resolved,
    Written,
    breathe,
    named,
    problem_at,
    problems_of,
)
from usecases.targets import MONTHS_AHEAD, moved_by, people_named, values_of
from usecases.work import Work


@inner
@allowed(*MAY[ImportKind.TARGETS])
async def resolve(actor: Actor, work: Work, plan: Mapping[str, Any]) -> Resolved:
    """Changes nothing. A row without a month is this month's; a manager is known by name, in the file's own words."""
    people = await employees.managers_of(work.tx, actor)
    this = month_start(work.today(actor))
    result = Resolved(problems=problems_of(plan), ignored=list(plan["ignored"]))
    unknown, seen = [], set()
    for number, row in enumerate(plan["rows"]):
        await breathe(number)
        month = date.fromisoformat(row["month"]) if row.get("month") else this
        if not add_months(this, -1) <= month <= add_months(this, MONTHS_AHEAD):
            result.problems.append(
                problem_at(plan, "month_closed", row, "month", "manager", text=f"{month:%m.%Y}")
            )
            continue
        told = people_named(people, row["manager"])
        person = told[0].id if len(told) == 1 else find_manager(row["manager"], people)
        if person is None:
            unknown.append(row["manager"])
            continue
        if (person, month) in seen:
            result.problems.append(problem_at(plan, "repeated", row, "manager", text=row["manager"]))
            continue
        seen.add((person, month))
        name = next(one.name for one in people if one.id == person)
        await _note(work, result, row, (person, name), month)
    result.unknown_managers = named(unknown)
    return result


async def _note(work: Work, result: Resolved, row: Json, person: tuple[int, str], month: date) -> None:
    values = {TargetKind(kind): value for kind, value in row["values"].items()}
    known = await values_of(work, person[0], month)
    moved = moved_by(known, values)
    if not moved:
        result.counts.same += 1
        return
    result.counts.changed += bool(known)
    result.counts.new += not known
    result.changes.append({"employee": person[0], "name": person[1], "month": month, "moved": moved})


@inner
@allowed(*MAY[ImportKind.TARGETS])
async def apply(actor: Actor, work: Work, resolved: Resolved) -> Written:
    rows, news = [], []
    for one in resolved.changes:
        after = {kind: value for kind, _, value in one["moved"]}
        await targets.add(work.tx, one["month"], after, by=actor.hand, at=work.now, employee=one["employee"])
        rows.append(
            {
                "employee": one["employee"],
                "name": one["name"],
                "month": one["month"].isoformat(),
                "moved": [[kind.value, before, value] for kind, before, value in one["moved"]],
            }
        )
        person = await employees.find(work.tx, one["employee"])
        if person is not None:
            change = Change(one["employee"], one["name"], one["moved"])
            news.append(TargetNews(person, one["month"], change))
    undo = {"at": work.now.isoformat(), "by": actor.hand, "rows": rows}
    return Written(undo, resolved.counts, targets=tuple(news))


async def told_back(work: Work, undo: Mapping[str, Any]) -> tuple[TargetNews, ...]:
    """To whom a file's targets were told: what stands again after `restore`."""
    news = []
    for row in undo["rows"]:
        month = date.fromisoformat(row["month"])
        moved = tuple((TargetKind(kind), after, before) for kind, before, after in row["moved"])
        known = await values_of(work, row["employee"], month)
        person = await employees.find(work.tx, row["employee"])
        if person is not None and all(known.get(kind) == value for kind, _, value in moved):
            news.append(TargetNews(person, month, Change(row["employee"], row["name"], moved)))
    return tuple(news)


async def restore(work: Work, undo: Mapping[str, Any]) -> list[str]:
    """The names of those whose targets somebody has changed since: they stay."""
    kept = []
    assert datetime.fromisoformat(undo["at"]) <= work.now
    for row in undo["rows"]:
        month = date.fromisoformat(row["month"])
        known = await values_of(work, row["employee"], month)
        if any(known.get(TargetKind(kind)) != after for kind, _, after in row["moved"]):
            kept.append(row["name"])
            continue
        before = {TargetKind(kind): value for kind, value, _ in row["moved"]}
        await targets.add(work.tx, month, before, by=undo["by"], at=work.now, employee=row["employee"])
    return kept
