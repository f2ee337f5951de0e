"""Voice messages and photos: kept the moment they come, attached to a client, heard, found again. None is ever lost."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from domain.actors import SELLING, Actor
from domain.attachments import AttachmentKind, Hearing
from screens.clients import ClientLine
from screens.voice import Kept
from storage import attachments as stored
from storage import clients, employees
from storage.attachments import Attachment
from usecases.access import allowed, inner
from usecases.clients import SEEING, find_last_opened
from usecases.errors import NotFoundError, StaleError
from usecases.last_client import find_last_client, remember_client
from usecases.order_errors import NotDraftError
from usecases.orders import own_draft
from usecases.scope import get_client, get_person, lock_client, managers_for
from usecases.work import Work

OFFERED = 6
CALLS_LOOKED_AT = 30
CALLED_WITHIN = timedelta(days=7)
LONGEST_TEXT = 4000


@dataclass(frozen=True, slots=True)
class Sent:
    """What came: the id by which Telegram knows the file, seconds of a voice, the words under it, its album."""

    kind: AttachmentKind
    file_id: str
    seconds: int = 0
    text: str = ""
    album: str | None = None


@dataclass(frozen=True, slots=True)
class About:
    """What the open dialogue is about, as ids; 0 where it is about nothing of the kind."""

    client: int = 0
    person: int = 0
    order: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, and where its dialogue stands."""

    chat: int
    state: str | None
    data: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Found:
    """An attachment to be shown again, with whose it is and who sent it."""

    attachment: Attachment
    client_name: str
    sender: str


# --- it comes -----------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def keep_photo(actor: Actor, work: Work, sent: Sent, about: About) -> Kept:
    """Photos of one album go where the first of them went."""
    album = await stored.of_album(work.tx, actor.id, sent.album) if sent.album else []
    one = await _add(actor, work, sent)
    if album:
        if album[0].client_id is not None:
            await stored.give(work.tx, one, album[0].client_id)
        return await _kept(actor, work, album[0], count=len(album) + 1)
    return await _attach(actor, work, one, about)


@allowed(*SELLING)
async def keep_voice(actor: Actor, work: Work, sent: Sent, about: About, place: Place) -> Kept:
    """Attached to whom the dialogue is about, else to the client seen last; where somebody listens, it waits to be heard.

    What is heard belongs to `place`.
    """
    kept = await _attach(actor, work, await _add(actor, work, sent), about)
    limit = work.rules.voice_seconds
    if not limit:
        return replace(kept, hearing=Hearing.OFF)
    if sent.seconds > limit:
        return replace(kept, hearing=Hearing.LONG, limit=limit)
    await stored.wait(work.tx, kept.id, place.chat, place.state, place.data)
    return replace(kept, hearing=Hearing.WAITING)


@inner
async def _add(actor: Actor, work: Work, sent: Sent) -> Attachment:
    return await stored.add(
        work.tx,
        actor.id,
        sent.kind,
        sent.file_id,
        seconds=sent.seconds,
        text=sent.text[:LONGEST_TEXT],
        album=sent.album,
        at=work.now,
    )


@inner
async def _attach(actor: Actor, work: Work, one: Attachment, about: About) -> Kept:
    client_id = await _client_of(actor, work, about)
    if client_id is None:
        last = await find_last_client(actor, work)
        client_id = last[0] if last else None
    if client_id is not None:
        await stored.give(work.tx, one, client_id)
        await remember_client(actor, work, client_id)
        one = replace(one, client_id=client_id)
    return await _kept(actor, work, one)


@inner
async def _client_of(actor: Actor, work: Work, about: About) -> int | None:
    """None where the dialogue is about nobody, or about somebody who is gone."""
    with suppress(NotFoundError, NotDraftError):
        if about.client:
            return (await get_client(actor, work, about.client)).id
        if about.person:
            return (await get_person(actor, work, about.person)).client_id
        if about.order:
            return (await own_draft(work, actor, about.order))[1].id
    return None


@inner
async def _kept(actor: Actor, work: Work, one: Attachment, count: int = 1) -> Kept:
    names = await clients.names(work.tx, [one.client_id]) if one.client_id is not None else {}
    offered = () if one.client_id is not None else await offer_clients(actor, work)
    return Kept(
        one.id,
        one.kind,
        one.seconds,
        count,
        one.client_id,
        names.get(one.client_id or 0, ""),
        one.text,
        Hearing.HEARD if one.kind is AttachmentKind.VOICE and one.text else None,
        offered=offered,
    )


# --- whose it is --------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def offer_clients(actor: Actor, work: Work) -> tuple[ClientLine, ...]:
    """Whom it may be about: the client seen last, however long ago, then those called last."""
    last = await find_last_opened(actor, work)
    since = work.today(actor) - CALLED_WITHIN
    called = await stored.called_last(work.tx, actor.id, since, CALLS_LOOKED_AT)
    ids = list(dict.fromkeys([*([last.id] if last else []), *called]))
    mine = await _own(actor, work, ids)
    return tuple(ClientLine(id_, mine[id_]) for id_ in ids if id_ in mine)[:OFFERED]


@inner
async def _own(actor: Actor, work: Work, ids: Sequence[int]) -> dict[int, str]:
    """Names of those whom the actor may see still."""
    managers = await managers_for(actor, work)
    found = [await clients.find(work.tx, id_, managers) for id_ in ids[: OFFERED + 2]]
    return {client.id: client.name for client in found if client is not None}


@allowed(*SELLING)
async def ask_whose(actor: Actor, work: Work, attachment_id: int) -> Kept:
    """It as it stands, with clients to choose from. Raises `NotFoundError`."""
    one = await _get(actor, work, attachment_id)
    count = len(await _together(work, one))
    kept = await _kept(actor, work, one, count)
    return replace(kept, hearing=None, offered=await offer_clients(actor, work))


@allowed(*SELLING)
async def give(actor: Actor, work: Work, attachment_id: int, client_id: int) -> Kept:
    """It, and all that came with it, belong to this client from now on. Raises `NotFoundError`."""
    return await _give(actor, work, await _get(actor, work, attachment_id), client_id)


@inner
async def _give(actor: Actor, work: Work, one: Attachment, client_id: int) -> Kept:
    client = await lock_client(actor, work, client_id)
    together = await _together(work, one)
    for each in together:
        if each.client_id != client.id:
            await stored.give(work.tx, each, client.id)
    await remember_client(actor, work, client.id)
    kept = await _kept(actor, work, replace(one, client_id=client.id), len(together))
    waiting = await stored.is_waiting(work.tx, one.id)
    return replace(kept, hearing=Hearing.WAITING) if waiting else kept


@allowed(*SELLING)
async def follow(actor: Actor, work: Work, kept: Kept, reader: Actor) -> Kept:
    """After its words were read, in the place of `reader`: where they named another client, it is that client's. Else as it was."""
    last = await find_last_client(reader, work)
    if last is None or last[0] == kept.client:
        return kept
    given = await _give(reader, work, await _get(actor, work, kept.id), last[0])
    return replace(given, hearing=kept.hearing, limit=kept.limit, count=kept.count)


@inner
async def _together(work: Work, one: Attachment) -> list[Attachment]:
    return await stored.of_album(work.tx, one.employee_id, one.album) if one.album else [one]


@inner
async def _get(actor: Actor, work: Work, attachment_id: int) -> Attachment:
    """Raises `NotFoundError` for somebody else's, and for one whose client is gone."""
    one = await stored.find(work.tx, attachment_id)
    if one is None:
        raise NotFoundError(what="attachment", id=attachment_id)
    if one.client_id is None:
        mine = one.employee_id == actor.id
    else:
        mine = await clients.find(work.tx, one.client_id, await managers_for(actor, work)) is not None
    if not mine:
        raise NotFoundError(what="attachment", id=attachment_id)
    return one


# --- heard, found again -------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def note_heard(actor: Actor, work: Work, attachment_id: int, text: str, why_not: Hearing) -> Kept:
    """What was heard, or why nothing was (`why_not`, where `text` is empty)."""
    one = await stored.find(work.tx, attachment_id)
    if one is None:
        raise NotFoundError(what="attachment", id=attachment_id)
    if text:
        one = replace(one, text=text[:LONGEST_TEXT])
        await stored.set_text(work.tx, one)
    kept = await _kept(actor, work, one)
    return kept if text else replace(kept, hearing=why_not)


@allowed(*SELLING)
async def take_heard(actor: Actor, work: Work, attachment_id: int) -> Kept:
    """To be read now: its client is the one that it means. Raises `NotFoundError`, and `StaleError` for what has no text."""
    one = await _get(actor, work, attachment_id)
    if not one.text:
        raise StaleError(what="attachment")
    if one.client_id is not None:
        await remember_client(actor, work, one.client_id)
    return await _kept(actor, work, one)


@allowed(*SEEING)
async def get_attachment(actor: Actor, work: Work, attachment_id: int) -> Found:
    """To be sent once more. Raises `NotFoundError`."""
    one = await _get(actor, work, attachment_id)
    names = await clients.names(work.tx, [one.client_id]) if one.client_id is not None else {}
    sender = await employees.find(work.tx, one.employee_id) if one.employee_id != actor.id else None
    return Found(one, names.get(one.client_id or 0, ""), sender.name if sender else "")
