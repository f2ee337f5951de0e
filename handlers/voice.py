"""A voice message or a photo: kept at once, attached to a client, heard, seen again."""

from contextlib import suppress

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.attachments import AttachmentKind
from handlers.calls import Asked
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import format as written
from screens import voice as screens
from screens.callbacks.calls import Log
from screens.callbacks.voice import AskWhose, GiveAttachment, ReadHeard, SendAgain
from screens.voice import Kept
from usecases import attachments, clients
from usecases.attachments import About, Place, Sent
from usecases.errors import StaleError

ANCHOR = "voice:"


class VoiceDialogue(StatesGroup):
    whose = State()


class OfAttachment(BaseModel):
    attachment: int


class Subject(BaseModel):
    """What most dialogues hold: what they are about."""

    client: int = 0
    person: int = 0
    order: int = 0


class Spoken(Filter):
    """A voice message in the private chat of somebody who sells."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        return message.voice is not None and message.chat.type == "private" and turn.actor.sells


class Pictured(Filter):
    """A photo in the private chat of somebody who sells."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        return bool(message.photo) and message.chat.type == "private" and turn.actor.sells


def subject(turn: Turn) -> About:
    """What the open dialogue is about, as far as it says; a question about a call says it in its button."""
    with suppress(StaleError, ValueError, TypeError):
        return About(client=Log.unpack(turn.conversation.data(Asked).data).client)
    with suppress(StaleError):
        return About(**turn.conversation.data(Subject).model_dump())
    return About()


def may_type(turn: Turn) -> bool:
    """Whether a name typed now can be the answer: no other question is open."""
    return turn.conversation.state in {None, VoiceDialogue.whose.state}


def ask_if_needed(turn: Turn, kept: Kept) -> None:
    if kept.asks and may_type(turn):
        turn.conversation.enter(VoiceDialogue.whose, OfAttachment(attachment=kept.id))


async def on_voice(message: Message, turn: Turn) -> None:
    assert message.voice is not None
    voice = message.voice
    kept = await attachments.keep_voice(
        turn.actor,
        turn.work,
        Sent(AttachmentKind.VOICE, voice.file_id, seconds=voice.duration),
        subject(turn),
        Place(turn.chat, turn.conversation.state, turn.conversation.now.data),
    )
    typing = may_type(turn)
    ask_if_needed(turn, kept)
    turn.tell(
        [turn.actor], lambda words: screens.kept(words, kept, may_type=typing), anchor=f"{ANCHOR}{kept.id}"
    )


async def on_photo(message: Message, turn: Turn) -> None:
    """With words under it a name is not asked for: they may open a dialogue of their own, and say whose it is."""
    assert message.photo
    caption = message.caption or ""
    photo = Sent(AttachmentKind.PHOTO, message.photo[-1].file_id, text=caption, album=message.media_group_id)
    kept = await attachments.keep_photo(turn.actor, turn.work, photo, subject(turn))
    typing = may_type(turn) and not caption
    if typing:
        ask_if_needed(turn, kept)
    send = turn.tell if kept.count == 1 else turn.retell
    send([turn.actor], lambda words: screens.kept(words, kept, may_type=typing), anchor=f"{ANCHOR}{kept.id}")
    if caption:
        leave_question(turn)
        await read(turn, kept, caption)


async def read(turn: Turn, kept: Kept, said: str) -> None:
    """What was said with it goes the way of typed words; where they name another client, it is that client's."""
    reader = await turn.type(said)
    given = await attachments.follow(turn.actor, turn.work, kept, reader)
    if given.client != kept.client:
        turn.retell([turn.actor], lambda words: screens.kept(words, given), anchor=f"{ANCHOR}{kept.id}")


def leave_question(turn: Turn) -> None:
    if turn.conversation.state == VoiceDialogue.whose.state:
        turn.conversation.leave()


# --- whose it is --------------------------------------------------------------------------------------------------


async def on_ask_whose(_: CallbackQuery, callback_data: AskWhose, turn: Turn) -> None:
    kept = await attachments.ask_whose(turn.actor, turn.work, callback_data.attachment)
    turn.conversation.enter(VoiceDialogue.whose, OfAttachment(attachment=kept.id))
    turn.show(screens.whose(turn.words, kept, kept.offered))


async def on_whose_typed(message: Message, turn: Turn) -> None:
    """A client's name; what names none of them was no answer, and is read as any other line."""
    asked = turn.conversation.data(OfAttachment)
    typed = message.text or ""
    hits = await clients.search(turn.actor, turn.work, typed)
    if not hits.lines:
        turn.conversation.leave()
        await turn.type(typed)
        return
    kept = await attachments.ask_whose(turn.actor, turn.work, asked.attachment)
    turn.show(screens.whose(turn.words, kept, hits.lines, typed=typed))


async def on_give(_: CallbackQuery, callback_data: GiveAttachment, turn: Turn) -> None:
    kept = await attachments.give(turn.actor, turn.work, callback_data.attachment, callback_data.client)
    leave_question(turn)
    turn.show(screens.kept(turn.words, kept))


# --- heard, found again -------------------------------------------------------------------------------------------


async def on_read(_: CallbackQuery, callback_data: ReadHeard, turn: Turn) -> None:
    """Outside of any dialogue: what was heard answered another question than the one that is open now."""
    kept = await attachments.take_heard(turn.actor, turn.work, callback_data.attachment)
    turn.conversation.leave()
    turn.show(screens.heard(turn.words, kept))
    await turn.type(kept.text)


async def on_again(_: CallbackQuery, callback_data: SendAgain, turn: Turn) -> None:
    found = await attachments.get_attachment(turn.actor, turn.work, callback_data.attachment)
    one = found.attachment
    day = written.short_day(turn.words, turn.actor.local(one.created_at).date())
    shown = screens.Again(one.client_id, found.client_name, day, found.sender, one.text)
    turn.send_again(one.kind, one.file_id, screens.again(turn.words, shown))


def setup() -> Router:
    router = Router(name="voice")
    said = router.message
    said.register(on_voice, Spoken())
    said.register(on_photo, Pictured())
    said.register(on_whose_typed, StateFilter(VoiceDialogue.whose), Typed())
    taps = router.callback_query
    taps.filter(Feature("voice"))
    taps.register(on_ask_whose, AskWhose.filter())
    taps.register(on_give, GiveAttachment.filter())
    taps.register(on_read, ReadHeard.filter())
    taps.register(on_again, SendAgain.filter())
    return router
