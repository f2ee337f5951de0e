"""Voice messages and photos: the ids of files that Telegram keeps, whose they are, and the voices not yet heard."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from domain.attachments import AttachmentKind
from storage import timeline as events
from storage.capture_tables import attachments, waiting_voices
from storage.database import Transaction
from storage.tables import calls, timeline
from storage.timeline import EventKind
from storage.types import Instant

LEASE = timedelta(minutes=6)
LONGEST_ALBUM = 20
EVENT_OF = {AttachmentKind.VOICE: EventKind.VOICE, AttachmentKind.PHOTO: EventKind.PHOTO}


@dataclass(frozen=True, slots=True)
class Attachment:
    """`client_id` is None until somebody says whose it is; `event_id` is its line of that client's timeline.

    `text` is what a voice said or what stood under a photo; `seconds` is 0 for a photo.
    """

    id: int
    employee_id: int
    client_id: int | None
    event_id: int | None
    kind: AttachmentKind
    file_id: str
    seconds: int
    text: str
    album: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """A voice that is to be heard, and where the dialogue stood when it came. `tries` counts this one."""

    attachment_id: int
    chat_id: int
    state: str | None
    data: dict[str, Any] | None
    tries: int


def _attachment(id_: int, employee: int, client: int | None, event: int | None, kind: str, *rest: Any) -> Attachment:  # fmt: skip
    return Attachment(id_, employee, client, event, AttachmentKind(kind), *rest)


GIVEN = ("employee_id", "kind", "file_id", "seconds", "text", "album", "created_at")
ADD = sa.insert(attachments).values({name: sa.bindparam(name) for name in GIVEN}).returning(attachments.c.id)
GET = sa.select(*attachments.c).where(attachments.c.id == sa.bindparam("id_")).with_for_update()
OF_ALBUM = (
    sa.select(*attachments.c)
    .where(
        attachments.c.employee_id == sa.bindparam("employee"), attachments.c.album == sa.bindparam("album_")
    )
    .order_by(attachments.c.id)
    .limit(LONGEST_ALBUM)
    .with_for_update()
)
_one = sa.update(attachments).where(attachments.c.id == sa.bindparam("id_"))
SET_CLIENT = _one.values(client_id=sa.bindparam("client"), event_id=sa.bindparam("event"))
SET_TEXT = _one.values(text=sa.bindparam("said"))
ADD_EVENT = events.ADD.returning(timeline.c.id)
_event = sa.update(timeline).where(timeline.c.id == sa.bindparam("id_"))
MOVE_EVENT = _event.values(client_id=sa.bindparam("client"))
SET_FACTS = _event.values(facts=sa.bindparam("new_facts"))

WAIT = sa.insert(waiting_voices).values(
    {name: sa.bindparam(name) for name in ("attachment_id", "chat_id", "state", "data")}
)
_all = sa.select(waiting_voices.c.attachment_id).order_by(waiting_voices.c.attachment_id).limit(1)
_free = _all.where(
    sa.or_(
        waiting_voices.c.taken_until.is_(None),
        waiting_voices.c.taken_until <= sa.bindparam("now_", type_=Instant()),
    )
).with_for_update(skip_locked=True)


def _take(which: sa.Select[Any]) -> sa.Executable:
    return (
        sa.update(waiting_voices)
        .where(waiting_voices.c.attachment_id == which.scalar_subquery())
        .values(taken_until=sa.bindparam("until"), tries=waiting_voices.c.tries + 1)
        .returning(
            *(waiting_voices.c[name] for name in ("attachment_id", "chat_id", "state", "data", "tries"))
        )
    )


TAKE_FIRST, TAKE_FREE = _take(_all), _take(_free)
RELEASE = (
    sa.update(waiting_voices)
    .where(waiting_voices.c.attachment_id == sa.bindparam("id_"))
    .values(taken_until=None)
)
FORGET = sa.delete(waiting_voices).where(waiting_voices.c.attachment_id == sa.bindparam("id_"))
IS_WAITING = sa.select(waiting_voices.c.attachment_id).where(
    waiting_voices.c.attachment_id == sa.bindparam("id_")
)
CALLED_LAST = (
    sa.select(calls.c.client_id)
    .where(calls.c.employee_id == sa.bindparam("employee"), calls.c.day >= sa.bindparam("since"))
    .order_by(calls.c.day.desc(), calls.c.id.desc())
    .limit(sa.bindparam("n"))
)


async def add(
    tx: Transaction,
    employee_id: int,
    kind: AttachmentKind,
    file_id: str,
    *,
    seconds: int,
    text: str,
    album: str | None,
    at: datetime,
) -> Attachment:
    id_: int = await tx.value(
        ADD, employee_id=employee_id, kind=kind, file_id=file_id, seconds=seconds, text=text, album=album, created_at=at
    )  # fmt: skip
    return Attachment(id_, employee_id, None, None, kind, file_id, seconds, text, album, at)


async def find(tx: Transaction, attachment_id: int) -> Attachment | None:
    """Anybody's; held from other turns."""
    return await tx.row(GET, _attachment, id_=attachment_id)


async def of_album(tx: Transaction, employee_id: int, album: str) -> list[Attachment]:
    """What came together, the first one first."""
    return await tx.rows(OF_ALBUM, _attachment, employee=employee_id, album_=album)


def facts_of(one: Attachment) -> Mapping[str, str | int]:
    """What its line of the timeline tells."""
    facts: dict[str, str | int] = {"attachment": one.id}
    if one.kind is AttachmentKind.VOICE:
        facts["seconds"] = one.seconds
    if one.text:
        facts["text"] = one.text
    return facts


async def give(tx: Transaction, one: Attachment, client_id: int) -> None:
    """It belongs to this client from now on, and stands in the one timeline only."""
    event = one.event_id
    if event is None:
        event = await tx.value(
            ADD_EVENT, client_id=client_id, employee_id=one.employee_id, at=one.created_at, kind=EVENT_OF[one.kind], facts=dict(facts_of(one))
        )  # fmt: skip
    else:
        await tx.run(MOVE_EVENT, id_=event, client=client_id)
    await tx.run(SET_CLIENT, id_=one.id, client=client_id, event=event)


async def set_text(tx: Transaction, one: Attachment) -> None:
    """`one` as it is now, with its text, which its line of the timeline tells as well."""
    await tx.run(SET_TEXT, id_=one.id, said=one.text)
    if one.event_id is not None:
        await tx.run(SET_FACTS, id_=one.event_id, new_facts=dict(facts_of(one)))


# --- voices that wait to be heard ---------------------------------------------------------------------------------


async def wait(
    tx: Transaction, attachment_id: int, chat: int, state: str | None, data: dict[str, Any] | None
) -> None:
    await tx.run(WAIT, attachment_id=attachment_id, chat_id=chat, state=state, data=data)


async def is_waiting(tx: Transaction, attachment_id: int) -> bool:
    return await tx.value(IS_WAITING, id_=attachment_id) is not None


async def take_oldest(tx: Transaction, now: datetime) -> Waiting | None:
    """The row stays until it is answered. Of several processes only one is given it, for `LEASE`."""
    until = now + LEASE
    if tx.database.one_writer:
        return await tx.row(TAKE_FIRST, Waiting, until=until)
    return await tx.row(TAKE_FREE, Waiting, now_=now, until=until)


async def release(tx: Transaction, attachment_id: int) -> None:
    """It may be taken again, by any process."""
    await tx.run(RELEASE, id_=attachment_id)


async def forget(tx: Transaction, attachment_id: int) -> bool:
    """False where another process was first."""
    return await tx.run(FORGET, id_=attachment_id) == 1


async def called_last(tx: Transaction, employee_id: int, since: date, count: int) -> list[int]:
    """Ids of the clients whom the employee called last, the last one first, each once."""
    found = await tx.values(CALLED_LAST, employee=employee_id, since=since, n=count)
    return list(dict.fromkeys(found))
