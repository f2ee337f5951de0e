"""What a lead announces to a team, to everybody or to a role; who has read it, and who is reminded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.actors import EVERYBODY, LEADING, Actor, Role
from domain.errands import Aim, ErrandTextError, NoReadersError, kept_words
from domain.reminders import ReminderKind
from screens.announcement_views import AnnouncementView
from storage import absences, announcements, clients, employees, reminders
from storage.announcements import Announcement
from usecases.access import allowed, inner
from usecases.errand_clock import hours_of
from usecases.errand_views import people_under
from usecases.errors import NotFoundError
from usecases.scope import managers_for
from usecases.work import Work

SHOWN = 12
NOT_AGAIN = timedelta(hours=1)
AIMS_OF = {
    Role.LEAD: (Aim.TEAM, Aim.MANAGER, Aim.EVERYBODY, Aim.SUPPORT, Aim.ACCOUNTANT, Aim.LOGISTICS),
    Role.OWNER: (Aim.EVERYBODY, Aim.MANAGER, Aim.SUPPORT, Aim.ACCOUNTANT, Aim.LOGISTICS),
}


@dataclass(frozen=True, slots=True)
class Message:
    """What is announced: words, and a photo, a document or a voice message with them."""

    aim: Aim
    text: str
    file_kind: str = ""
    file_id: str = ""


@dataclass(frozen=True, slots=True)
class Announced:
    """The announcement as its author sees it, and who is told now; the others hear of it when they are at work.

    `lately`: whoever has not read it has heard of it less than an hour ago.
    """

    view: AnnouncementView
    told: tuple[Actor, ...] = ()
    lately: bool = False


@allowed(*LEADING)
async def aims_of(actor: Actor, work: Work) -> Sequence[Aim]:
    del work
    return AIMS_OF[actor.role]


@allowed(*LEADING)
async def count_readers(actor: Actor, work: Work, aim: Aim) -> int:
    """Raises `NoReadersError` where there would be none."""
    found = await _aimed(actor, work, aim)
    if not found:
        raise NoReadersError(aim=aim)
    return len(found)


@inner
async def _aimed(actor: Actor, work: Work, aim: Aim) -> list[Actor]:
    if aim is Aim.EVERYBODY:
        found = await employees.everybody(work.tx)
    elif aim is Aim.TEAM:
        found = await people_under(actor, work)
    elif aim is Aim.MANAGER:
        found = await employees.managers_of(work.tx, actor)
    else:
        found = await employees.with_role(work.tx, Role(aim.value))
    return [one for one in found if one.id != actor.id]


@allowed(*LEADING)
async def announce(actor: Actor, work: Work, message: Message) -> Announced:
    """Who is away is told on return, who is not at work now in the morning. Raises `ErrandTextError` for nothing at all."""
    text = kept_words(message.text)
    if not text and not message.file_id:
        raise ErrandTextError(text=message.text)
    people = await _aimed(actor, work, message.aim)
    if not people:
        raise NoReadersError(aim=message.aim)
    id_ = await announcements.add(
        work.tx,
        author_id=actor.id,
        aim=message.aim,
        text=text,
        file_kind=message.file_kind or None,
        file_id=message.file_id or None,
        created_at=work.now,
    )
    told = await _told_now(work, id_, people)
    now = {one.id for one in told}
    await announcements.add_readers(
        work.tx, id_, [(one.id, work.now if one.id in now else None) for one in people]
    )
    return Announced(await get_announcement(actor, work, id_), tuple(told))


@inner
async def _told_now(work: Work, announcement_id: int, people: Sequence[Actor]) -> list[Actor]:
    """Of the others a reminder is set: for the end of an absence, or for the morning."""
    away = {one.employee_id: one for one in await absences.active(work.tx, [p.id for p in people], work.now)}
    told = []
    for person in people:
        hours, since = hours_of(work, person), work.now
        if person.id in away:
            since = away[person.id].ends_at
        elif hours.is_open(work.now):
            told.append(person)
            continue
        await reminders.put(
            work.tx, person.id, ReminderKind.ANNOUNCEMENT, announcement_id, hours.opening(since)
        )
    return told


@inner
async def _get(actor: Actor, work: Work, announcement_id: int) -> tuple[Announcement, bool]:
    """With whether the actor sees who has read it. Raises `NotFoundError` for one that is neither to nor from the actor's people."""
    one = await announcements.find(work.tx, announcement_id)
    if one is None:
        raise NotFoundError(what="announcement", id=announcement_id)
    if one.author_id == actor.id or (actor.leads and one.author_id in await managers_for(actor, work)):
        return one, True
    if all(reader.employee_id != actor.id for reader in await announcements.readers_of(work.tx, one.id)):
        raise NotFoundError(what="announcement", id=announcement_id)
    return one, False


@allowed(*EVERYBODY)
async def get_announcement(actor: Actor, work: Work, announcement_id: int) -> AnnouncementView:
    """Raises `NotFoundError`."""
    one, watches = await _get(actor, work, announcement_id)
    return await _view(actor, work, one, watches=watches)


@inner
async def _view(actor: Actor, work: Work, one: Announcement, *, watches: bool) -> AnnouncementView:
    found = [reader for reader in await announcements.readers_of(work.tx, one.id) if not reader.gone]
    names = await clients.manager_names(work.tx, [one.author_id])
    own = next((reader for reader in found if reader.employee_id == actor.hand), None)
    unread = [reader for reader in found if reader.read_at is None] if watches else []
    gone = await absences.active(work.tx, [reader.employee_id for reader in unread], work.now)
    away = {absence.employee_id for absence in gone}
    return AnnouncementView(
        one.id,
        names.get(one.author_id, ""),
        one.aim,
        one.text,
        actor.local(one.created_at),
        one.file_kind or "",
        mine=watches,
        is_read=own is None or own.read_at is not None,
        read=tuple(reader.name for reader in found if reader.read_at is not None) if watches else (),
        unread=tuple(reader.name for reader in unread if reader.employee_id not in away),
        away=tuple(reader.name for reader in unread if reader.employee_id in away),
    )


@allowed(*EVERYBODY)
async def list_announcements(actor: Actor, work: Work) -> list[AnnouncementView]:
    """To the actor, unread first; for who leads the own ones too, and those of the leads below, the newest first."""
    found = await announcements.to_reader(work.tx, actor.id, SHOWN)
    if actor.leads:
        unread = await announcements.count_unread(work.tx, actor.id)
        authors = list({actor.id, *(await managers_for(actor, work))})
        known = [*await announcements.of_authors(work.tx, authors, SHOWN), *found[unread:]]
        found = [*found[:unread], *sorted(known, key=lambda one: one.id, reverse=True)]
    unique = {one.id: one for one in found}
    return [await get_announcement(actor, work, id_) for id_ in list(unique)[:SHOWN]]


@allowed(*EVERYBODY)
async def read(actor: Actor, work: Work, announcement_id: int) -> AnnouncementView:
    """Marked once; a second time it stays as it was. Nobody has read it for somebody else. Raises `NotFoundError`."""
    one, watches = await _get(actor, work, announcement_id)
    if all(reader.employee_id != actor.hand for reader in await announcements.readers_of(work.tx, one.id)):
        raise NotFoundError(what="announcement", id=announcement_id)
    await announcements.mark_read(work.tx, one.id, actor.hand, work.now)
    return await _view(actor, work, one, watches=watches)


@allowed(*EVERYBODY)
async def get_file(actor: Actor, work: Work, announcement_id: int) -> tuple[str, str, AnnouncementView]:
    """(kind, Telegram's id) of what came with it, empty where nothing did."""
    one, watches = await _get(actor, work, announcement_id)
    return one.file_kind or "", one.file_id or "", await _view(actor, work, one, watches=watches)


@allowed(*LEADING)
async def nudge(actor: Actor, work: Work, announcement_id: int) -> Announced:
    """Who has not read it is told again, in working hours and at work, once an hour at most.

    Raises `NotFoundError` for somebody else's.
    """
    one, watches = await _get(actor, work, announcement_id)
    if not watches:
        raise NotFoundError(what="announcement", id=announcement_id)
    everybody = await announcements.readers_of(work.tx, one.id)
    unread = [reader for reader in everybody if reader.read_at is None and not reader.gone]
    since = work.now - NOT_AGAIN
    waiting = [it.employee_id for it in unread if it.told_at is None or it.told_at <= since]
    found = [await employees.find(work.tx, id_) for id_ in waiting]
    people = [person for person in found if person is not None]
    told = await _told_now(work, one.id, people)
    for person in told:
        await announcements.mark_told(work.tx, one.id, person.id, work.now)
    lately = len(waiting) < len(unread) and not told
    return Announced(await _view(actor, work, one, watches=True), tuple(told), lately)


@inner
async def find_to_tell(person: Actor, work: Work, announcement_id: int) -> AnnouncementView | None:
    """None where it was read; who is still away waits for the end of that."""
    found = await announcements.readers_of(work.tx, announcement_id)
    own = next((reader for reader in found if reader.employee_id == person.id), None)
    if own is None or own.read_at is not None:
        return None
    if not await _told_now(work, announcement_id, [person]):
        return None
    await announcements.mark_told(work.tx, announcement_id, person.id, work.now)
    return await get_announcement(person, work, announcement_id)
