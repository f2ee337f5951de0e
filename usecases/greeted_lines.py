"""The line of today's call list once its client is congratulated: done, or about what had to wait for the greeting."""

from datetime import date
from typing import Any

from domain.reasons import ReasonKind
from storage import calls
from storage.calls import ListLine
from usecases.access import inner
from usecases.work import Work

SHOWN = 2
BEFORE, THEN, PERSON = "greeted", "then", "then_person"


@inner
async def after_greeting(work: Work, manager: int, client: int, today: date) -> bool:
    """Whether the line is closed: nothing is left in it that asks for a call today."""
    line = await calls.own_line(work.tx, manager, today, client)
    greeting = _greeting(line)
    if line is None or line.state != "waiting":
        return False
    then = greeting.get(THEN, []) if greeting else []
    left = [reason for reason in line.reasons if reason["kind"] != ReasonKind.OCCASION]
    if not then and {reason["kind"] for reason in left} <= {ReasonKind.STAY_IN_TOUCH}:
        return (
            await work.tx.run(calls.SET_STATE, employee=manager, day_=today, client=client, state="done") == 1
        )
    if greeting is not None:
        agreed = 1 if line.pinned_at else 0
        first, *rest = [*left[:agreed], *then, *left[agreed:]][:SHOWN]
        reasons = [first | {BEFORE: {"reasons": line.reasons, "person": line.person_id}}, *rest]
        await _write(work, line, reasons, greeting.get(PERSON) if then and not agreed else line.person_id)
    return False


@inner
async def before_greeting(work: Work, manager: int, client: int, today: date) -> None:
    """The line as it stood before the greeting that is taken back."""
    line = await calls.own_line(work.tx, manager, today, client)
    kept = line.reasons[0].get(BEFORE) if line and line.state == "waiting" and line.reasons else None
    if line is not None and kept:
        await _write(work, line, kept["reasons"], kept["person"])


def _greeting(line: ListLine | None) -> dict[str, Any] | None:
    reasons = line.reasons if line else []
    return next((reason for reason in reasons if reason["kind"] == ReasonKind.OCCASION), None)


async def _write(work: Work, line: ListLine, reasons: list[dict[str, Any]], person: int | None) -> None:
    await work.tx.run(calls.SET_REASONS, id_=line.id, reasons=reasons, person=person)
