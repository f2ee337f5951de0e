"""The client whom an employee's last card or captured line was about: what «им», «туда», «ещё» refer to."""

from datetime import datetime, timedelta
from typing import Any

from domain.actors import SELLING, Actor, Role
from storage import clients, employees
from usecases.access import allowed
from usecases.scope import managers_for
from usecases.work import Work

LAST_CLIENT = "last_client"
LAST_CLIENT_AT = "last_client_at"
FRESH = timedelta(minutes=15)


@allowed(*SELLING, Role.ACCOUNTANT)
async def remember_client(actor: Actor, work: Work, client_id: int) -> None:
    """Of the same client the hour is written anew only now and then."""
    settings: dict[str, Any] = await work.tx.value(employees.SETTINGS, id_=actor.id) or {}
    at = _moment(settings)
    if settings.get(LAST_CLIENT) == client_id and at is not None and work.now - at < FRESH:
        return
    changed = {**settings, LAST_CLIENT: client_id, LAST_CLIENT_AT: work.now.isoformat()}
    await work.tx.run(employees.SET_SETTINGS, id_=actor.id, settings=changed)


@allowed(*SELLING)
async def find_last_client(actor: Actor, work: Work) -> tuple[int, str] | None:
    """(id, name); None where it was too long ago, or the client is not the actor's any more."""
    settings: dict[str, Any] = await work.tx.value(employees.SETTINGS, id_=actor.id) or {}
    at = _moment(settings)
    if at is None or work.now - at > timedelta(hours=work.rules.drafts.last_client_hours):
        return None
    found = await clients.find(work.tx, int(settings.get(LAST_CLIENT) or 0), await managers_for(actor, work))
    return (found.id, found.name) if found else None


def _moment(settings: dict[str, Any]) -> datetime | None:
    written = settings.get(LAST_CLIENT_AT)
    return datetime.fromisoformat(written) if written else None
