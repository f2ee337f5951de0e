"""Every change of a client: each is a line of its timeline."""

from types import MappingProxyType

from domain.actors import LEADING, SELLING, Actor
from domain.clients import ClientField, ClientKind
from domain.reasons import ClientClass
from screens.clients import ClientCard
from storage import clients, completeness, counters, timeline
from storage.clients import Client
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.client_fields import MAX_NOTE, READERS, ClientFieldError
from usecases.clients import get_card
from usecases.company_dates import DATES, dated
from usecases.errors import AccessDeniedError, StaleError
from usecases.scope import lock_client
from usecases.work import Work

COLUMNS = MappingProxyType(
    {field: (field.value,) for field in ClientField}
    | {
        ClientField.FOUNDED: ("founded_day", "founded_month", "founded_year"),
        ClientField.TOGETHER: ("first_order_day",),
    }
)
SETTERS = MappingProxyType({field: clients.patch(*columns) for field, columns in COLUMNS.items()})
SET_CLASS = clients.patch("client_class")
SET_KIND = clients.patch("kind")
SET_EXCLUDED = clients.patch("excluded")
SEARCHED = frozenset({ClientField.NAME, ClientField.LEGAL_NAME, ClientField.TAX_NUMBER, ClientField.PHONE})


@allowed(*SELLING)
async def get_editable(
    actor: Actor, work: Work, client_id: int, field: ClientField | None = None
) -> ClientCard:
    """The card, before a change is asked for. Raises `AccessDeniedError` for a `field` that only a lead may set."""
    _check_may(actor, field)
    return await get_card(actor, work, client_id)


@allowed(*LEADING)
async def get_deletable(actor: Actor, work: Work, client_id: int) -> ClientCard:
    return await get_card(actor, work, client_id)


@allowed(*SELLING)
async def set_field(actor: Actor, work: Work, client_id: int, field: ClientField, text: str) -> None:
    """«-» clears what may be unknown. Raises `ClientFieldError`; nothing is noted where nothing changed."""
    _check_may(actor, field)
    client = await lock_client(actor, work, client_id)
    value = READERS[field](field, text.strip())
    if field in DATES:
        value = await dated(work, client.id, field, value, text=text, today=work.today(actor))
    columns = COLUMNS[field]
    values = dict(zip(columns, value if len(columns) > 1 else (value,), strict=True))
    if values == {name: getattr(client, name) for name in columns}:
        return
    await work.tx.run(SETTERS[field], id_=client.id, **values)
    if field in SEARCHED:
        await clients.reindex(work.tx, client.id)
    else:
        await completeness.refresh(work.tx, [client.id])
    await _note_change(actor, work, client, field.value)


@allowed(*SELLING)
async def set_class(actor: Actor, work: Work, client_id: int, client_class: ClientClass) -> None:
    client = await lock_client(actor, work, client_id)
    if client.client_class != client_class:
        await work.tx.run(SET_CLASS, id_=client.id, client_class=client_class.value)
        await _note_change(actor, work, client, "class")


@allowed(*SELLING)
async def make_client(actor: Actor, work: Work, client_id: int) -> None:
    """A lead becomes a client, and counts as a new one today. Raises `StaleError` for a client."""
    client = await lock_client(actor, work, client_id)
    if not client.is_lead:
        raise StaleError(what="client")
    await work.tx.run(SET_KIND, id_=client.id, kind=ClientKind.CLIENT.value)
    await counters.add(work.tx, actor.id, work.today(actor), new_clients=1)
    await _note_change(actor, work, client, "became_client")


@allowed(*SELLING)
async def set_excluded(actor: Actor, work: Work, client_id: int, *, excluded: bool) -> None:
    client = await lock_client(actor, work, client_id)
    if client.excluded != excluded:
        await work.tx.run(SET_EXCLUDED, id_=client.id, excluded=excluded)
        await _note_change(actor, work, client, "excluded" if excluded else "included")


@allowed(*SELLING)
async def add_note(actor: Actor, work: Work, client_id: int, text: str) -> Client:
    """The client it belongs to. Raises `ClientFieldError` for an empty note and one that is too long."""
    client = await lock_client(actor, work, client_id)
    note = text.strip()
    if not note or len(note) > MAX_NOTE:
        raise ClientFieldError(field="long" if note else "empty", text=note[:100])
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.NOTE, text=note)
    return client


@allowed(*LEADING)
async def delete(actor: Actor, work: Work, client_id: int) -> str:
    """The name of the client who is gone from lists and searches; the row and its history stay."""
    client = await lock_client(actor, work, client_id)
    await clients.delete(work.tx, client.id, work.now)
    await _note_change(actor, work, client, "deleted")
    return client.name


async def _note_change(actor: Actor, work: Work, client: Client, what: str) -> None:
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.CHANGED, what=what)


def _check_may(actor: Actor, field: ClientField | None) -> None:
    if field is ClientField.CREDIT_LIMIT and not actor.leads:
        raise AccessDeniedError(role=actor.role)
