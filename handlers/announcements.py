"""Announcements: to whom, what, a look before it goes; «read»; who has not read it."""

from aiogram import Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.errands import read_announcement
from domain.errands import Aim
from handlers.client_dialogue import check_at
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import announcements as screens
from screens.callbacks.announcements import (
    AnnouncementFile,
    AskAim,
    NudgeReaders,
    OpenAnnouncement,
    OpenAnnouncements,
    PickAim,
    ReadAnnouncement,
    SendAnnouncement,
)
from usecases import announcements
from usecases.announcements import Announced


class AnnounceDialogue(StatesGroup):
    aim = State()
    text = State()
    sure = State()


class Announcing(BaseModel):
    """What is not sent yet."""

    aim: Aim | None = None
    text: str = ""
    file_kind: str = ""
    file_id: str = ""


class Carried(Filter):
    """A photo, a document or a voice message to be announced."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        return turn.conversation.state == AnnounceDialogue.text.state and bool(
            message.photo or message.document or message.voice
        )


class AnnouncementLine(Filter):
    """«объявление всем: …» of somebody who leads."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        private = message.chat.type == "private" and turn.actor.leads
        return private and read_announcement(message.text or "") is not None


async def on_list(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    views = await announcements.list_announcements(turn.actor, turn.work)
    turn.show(screens.listed(turn.words, views, announces=turn.actor.leads))


async def on_open(_: CallbackQuery, callback_data: OpenAnnouncement, turn: Turn) -> None:
    view = await announcements.get_announcement(turn.actor, turn.work, callback_data.announcement)
    turn.show(screens.card(turn.words, view))


async def on_read(_: CallbackQuery, callback_data: ReadAnnouncement, turn: Turn) -> None:
    view = await announcements.read(turn.actor, turn.work, callback_data.announcement)
    turn.ack(turn.words.plain("ack-announcement-read"))
    turn.show(screens.card(turn.words, view))


async def on_nudge(_: CallbackQuery, callback_data: NudgeReaders, turn: Turn) -> None:
    done = await announcements.nudge(turn.actor, turn.work, callback_data.announcement)
    key = "ack-announcement-lately" if done.lately else "ack-announcement-nudged"
    turn.ack(turn.words.plain(key, count=len(done.told)))
    turn.show(screens.card(turn.words, done.view))
    await _tell(turn, done, "ntf-announcement-again")


async def on_file(_: CallbackQuery, callback_data: AnnouncementFile, turn: Turn) -> None:
    kind, file_id, view = await announcements.get_file(turn.actor, turn.work, callback_data.announcement)
    if file_id:
        turn.send_again(kind, file_id, screens.file_caption(turn.words, view))
    else:
        turn.show(screens.card(turn.words, view))


async def _tell(turn: Turn, done: Announced, key: str) -> None:
    """Each with the own view, and the file under it."""
    for person in done.told:
        kind, file_id, view = await announcements.get_file(person, turn.work, done.view.id)
        turn.tell([person], lambda words, view=view: screens.card(words, view, key))  # type: ignore[misc]
        if file_id:
            caption = screens.file_caption(turn.catalogue[person.language], view)
            turn.post.again(person.chat, kind, file_id, caption)


# --- a new one -------------------------------------------------------------------------------------------------------


async def on_ask_aim(_: CallbackQuery, turn: Turn) -> None:
    await _ask_aim(turn, Announcing())


async def _ask_aim(turn: Turn, known: Announcing) -> None:
    aims = await announcements.aims_of(turn.actor, turn.work)
    turn.conversation.enter(AnnounceDialogue.aim, known)
    turn.show(screens.ask_aim(turn.words, aims))


async def on_aim(_: CallbackQuery, callback_data: PickAim, turn: Turn) -> None:
    check_at(turn, AnnounceDialogue.aim)
    await _go_on(turn, turn.conversation.data(Announcing).model_copy(update={"aim": callback_data.aim}))


async def on_aim_typed(message: Message, turn: Turn) -> None:
    """Words before the choice are the announcement; to whom is still asked."""
    known = turn.conversation.data(Announcing)
    await _ask_aim(turn, known.model_copy(update={"text": message.text or ""}))


async def _go_on(turn: Turn, known: Announcing) -> None:
    assert known.aim is not None
    count = await announcements.count_readers(turn.actor, turn.work, known.aim)
    if not known.text and not known.file_id:
        turn.conversation.enter(AnnounceDialogue.text, known)
        turn.show(screens.ask_text(turn.words, known.aim))
        return
    turn.conversation.enter(AnnounceDialogue.sure, known)
    turn.show(screens.preview(turn.words, known.aim, known.text, count, known.file_kind))


async def on_text(message: Message, turn: Turn) -> None:
    """Typed once more, it takes the place of what was to be sent; a whole line («объявление всем: …») begins anew."""
    if read_announcement(message.text or "") is not None:
        await on_line(message, turn)
        return
    known = turn.conversation.data(Announcing)
    await _go_on(turn, known.model_copy(update={"text": message.text or ""}))


async def on_carried(message: Message, turn: Turn) -> None:
    known = turn.conversation.data(Announcing)
    kind = "voice" if message.voice else "document" if message.document else "photo"
    file = message.voice or message.document or (message.photo or [])[-1]
    carried = {"file_kind": kind, "file_id": file.file_id, "text": message.caption or known.text}
    await _go_on(turn, known.model_copy(update=carried))


async def on_line(message: Message, turn: Turn) -> None:
    said = read_announcement(message.text or "")
    assert said is not None
    known = Announcing(aim=said[0], text=said[1])
    if known.aim in await announcements.aims_of(turn.actor, turn.work):
        await _go_on(turn, known)
    else:
        await _ask_aim(turn, known)


async def on_send(_: CallbackQuery, turn: Turn) -> None:
    check_at(turn, AnnounceDialogue.sure)
    known = turn.conversation.data(Announcing)
    assert known.aim is not None
    message = announcements.Message(known.aim, known.text, known.file_kind, known.file_id)
    done = await announcements.announce(turn.actor, turn.work, message)
    turn.conversation.leave()
    turn.show(screens.card(turn.words, done.view))
    await _tell(turn, done, "ntf-announcement")


def setup() -> Router:
    """Before files and photos: what comes while an announcement waits for its words is announced."""
    router = Router(name="announcements")
    said = router.message
    said.register(on_list, Command("announcements"))
    said.register(on_carried, Carried())
    for typed, state in (
        (on_aim_typed, AnnounceDialogue.aim),
        (on_text, AnnounceDialogue.text),
        (on_text, AnnounceDialogue.sure),
    ):
        said.register(typed, StateFilter(state), Typed())
    said.register(on_line, StateFilter(None), Typed(), AnnouncementLine())
    taps = router.callback_query
    taps.filter(Feature("announcements"))
    for handler, data in (
        (on_list, OpenAnnouncements),
        (on_open, OpenAnnouncement),
        (on_read, ReadAnnouncement),
        (on_nudge, NudgeReaders),
        (on_file, AnnouncementFile),
        (on_ask_aim, AskAim),
        (on_aim, PickAim),
        (on_send, SendAnnouncement),
    ):
        taps.register(handler, data.filter())
    return router
