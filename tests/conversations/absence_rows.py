"""An absence for the buttons that point at one."""

from datetime import timedelta
from typing import Any

from domain.absences import AbsenceKind, AbsenceState, moments_of
from domain.actors import Actor
from storage import absences
from usecases.work import Work


async def lay_absence(work: Work, manager: Actor, deputy: int | None, **other: Any) -> int:
    """Ten days ahead, asked for by the manager; `other` columns instead."""
    first = work.today(manager) + timedelta(days=10)
    starts, ends = moments_of(first, first, manager.zone)
    facts: dict[str, Any] = {
        "employee_id": manager.id,
        "deputy_id": deputy,
        "kind": AbsenceKind.VACATION,
        "first_day": first,
        "last_day": first,
        "starts_at": starts,
        "ends_at": ends,
        "created_by": manager.id,
        "created_at": work.now,
        "state": AbsenceState.ASKED,
        "decided_by": None,
        "decided_at": None,
    }
    return await absences.add(work.tx, **facts | other)
