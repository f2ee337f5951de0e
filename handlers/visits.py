"""Visits: planned in taps or words, begun, photographed, told of, ended."""

from datetime import date, time

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture import answers
from domain.attachments import AttachmentKind
from domain.choices import date_choices, time_choices
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from handlers.voice import subject
from screens import format as written
from screens import visit_log as logs
from screens import visits as screens
from screens.callbacks.visits import (
    ANY_TIME,
    CancelVisit,
    Check,
    FinishVisit,
    MoveVisit,
    OpenRoute,
    OpenVisit,
    PhotosOf,
    PlanVisit,
    SetKind,
    SetNext,
    SetOutcome,
    SetStage,
    StartVisit,
    Trainings,
    TrainingsOf,
    Visited,
)
from screens.visits import VisitView
from usecases import visit_log, visits
from usecases.attachments import Sent
from usecases.errors import UnreadableError
from usecases.scope import get_client

ANCHOR = "visit:"


class VisitDialogue(StatesGroup):
    """`when`: a day of a new visit; `move`: another day; `under_way`: what is typed is its result; `next`: the next contact."""

    when = State()
    move = State()
    under_way = State()
    next = State()


class OfVisit(BaseModel):
    """`client` is what photos and voices that come now are about."""

    visit: int
    client: int


class OfPlanned(BaseModel):
    """The question «when» as its button carries it."""

    client: int
    data: str


class AtVisit(Filter):
    """A photo or a place in the private chat, while a visit is under way and nothing else is being talked of."""

    def __init__(self, what: str) -> None:
        self._what = what

    async def __call__(self, message: Message, turn: Turn) -> bool:
        if not getattr(message, self._what) or message.chat.type != "private" or not turn.actor.sells:
            return False
        found = await visits.find_open(turn.actor, turn.work)
        about = subject(turn)
        elsewhere = (
            about.person or about.order or (about.client and found and about.client != found.client_id)
        )
        return found is not None and not elsewhere


def show(turn: Turn, view: VisitView, before: str = "") -> None:
    """What is typed over a visit under way belongs to it."""
    if view.is_open:
        turn.conversation.enter(VisitDialogue.under_way, OfVisit(visit=view.id, client=view.client))
    else:
        turn.conversation.leave()
    turn.show(screens.visit(turn.words, view, before=before))


# --- planned ------------------------------------------------------------------------------------------------------


async def on_plan(_: CallbackQuery, callback_data: PlanVisit, turn: Turn) -> None:
    client = await get_client(turn.actor, turn.work, callback_data.client)
    if not _chosen(turn, client.name, callback_data):
        turn.conversation.enter(VisitDialogue.when, OfPlanned(client=client.id, data=callback_data.pack()))
        return
    await _plan(turn, client.id, date.fromordinal(callback_data.day), _clock(callback_data.clock))


async def on_move(_: CallbackQuery, callback_data: MoveVisit, turn: Turn) -> None:
    view = await visits.get_visit(turn.actor, turn.work, callback_data.visit)
    if not _chosen(turn, view.name, callback_data):
        turn.conversation.enter(VisitDialogue.move, OfVisit(visit=view.id, client=view.client))
        return
    await _move(turn, view.id, date.fromordinal(callback_data.day), _clock(callback_data.clock))


def _chosen(turn: Turn, name: str, data: PlanVisit | MoveVisit) -> bool:
    """Whether day and hour are there; shows the next question where not."""
    if not data.day:
        choices = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
        turn.show(screens.ask_day(turn.words, name, data, choices))
        return False
    if data.clock < 0:
        clocks = time_choices(date.fromordinal(data.day), turn.actor.local(turn.work.now))
        turn.show(screens.ask_clock(turn.words, name, data, clocks))
        return False
    return True


def _clock(minutes: int) -> time | None:
    return None if minutes == ANY_TIME else time(*divmod(minutes, 60))


async def _plan(turn: Turn, client_id: int, day: date, clock: time | None) -> None:
    view = await visits.plan(turn.actor, turn.work, client_id, day, clock)
    told = clock is not None or day > turn.today
    show(turn, view, turn.words("visit-planned", told="yes" if told else "no"))


async def _move(turn: Turn, visit_id: int, day: date, clock: time | None) -> None:
    view = await visits.move(turn.actor, turn.work, visit_id, day, clock)
    show(turn, view, turn.words("visit-moved"))


def _moment(turn: Turn, text: str) -> tuple[date, time | None]:
    found = answers.read_moment(text, turn.actor.local(turn.work.now), turn.work.rules.calendar)
    if found is None:
        raise UnreadableError("day", text=text)
    return found


async def on_when_typed(message: Message, turn: Turn) -> None:
    """«пт в 11»: the day and the hour at once."""
    asked = turn.conversation.data(OfPlanned)
    await _plan(turn, asked.client, *_moment(turn, message.text or ""))


async def on_move_typed(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfVisit)
    await _move(turn, asked.visit, *_moment(turn, message.text or ""))


async def on_visit(_: CallbackQuery, callback_data: OpenVisit, turn: Turn) -> None:
    show(turn, await visits.get_visit(turn.actor, turn.work, callback_data.visit))


async def on_kind(_: CallbackQuery, callback_data: SetKind, turn: Turn) -> None:
    show(turn, await visits.set_kind(turn.actor, turn.work, callback_data.visit, callback_data.kind))


async def on_cancel(_: CallbackQuery, callback_data: CancelVisit, turn: Turn) -> None:
    if not callback_data.sure:
        view = await visits.get_visit(turn.actor, turn.work, callback_data.visit)
        turn.show(screens.sure_to_cancel(turn.words, view))
        return
    show(turn, await visits.cancel(turn.actor, turn.work, callback_data.visit))


# --- under way ----------------------------------------------------------------------------------------------------


async def on_start(_: CallbackQuery, callback_data: StartVisit, turn: Turn) -> None:
    show(turn, await visits.start(turn.actor, turn.work, callback_data.visit))


async def on_stage(_: CallbackQuery, callback_data: SetStage, turn: Turn) -> None:
    data = callback_data
    show(turn, await visits.set_stage(turn.actor, turn.work, data.visit, after=data.after))


async def on_check(_: CallbackQuery, callback_data: Check, turn: Turn) -> None:
    data = callback_data
    show(turn, await visits.check(turn.actor, turn.work, data.visit, data.number, done=data.done))


async def on_place(message: Message, turn: Turn) -> None:
    assert message.location is not None
    at = message.location
    view = await visits.set_place(turn.actor, turn.work, at.latitude, at.longitude)
    show(turn, view, turn.words("visit-located"))


async def on_photo(message: Message, turn: Turn) -> None:
    """Words under it are words of the visit."""
    assert message.photo
    caption = message.caption or ""
    album = message.media_group_id
    sent = Sent(AttachmentKind.PHOTO, message.photo[-1].file_id, text=caption, album=album)
    view, kept = await visits.add_photo(turn.actor, turn.work, sent)
    if caption:
        view = await visits.add_words(turn.actor, turn.work, view.id, caption)
    turn.conversation.enter(VisitDialogue.under_way, OfVisit(visit=view.id, client=view.client))
    send = turn.tell if kept.count == 1 else turn.retell
    shown = view.after
    send(
        [turn.actor],
        lambda words: screens.photo_kept(words, view, after=shown),
        anchor=f"{ANCHOR}{view.id}:{kept.id}",
    )


async def on_words(message: Message, turn: Turn) -> None:
    """Typed or heard while the visit is under way."""
    asked = turn.conversation.data(OfVisit)
    view = await visits.add_words(turn.actor, turn.work, asked.visit, message.text or "")
    show(turn, view, turn.words("visit-noted"))


# --- over ---------------------------------------------------------------------------------------------------------


async def on_finish(_: CallbackQuery, callback_data: FinishVisit, turn: Turn) -> None:
    view = await visits.get_unsaid(turn.actor, turn.work, callback_data.visit)
    turn.show(screens.ask_outcome(turn.words, view))


async def on_outcome(_: CallbackQuery, callback_data: SetOutcome, turn: Turn) -> None:
    _ask_next(turn, await visits.finish(turn.actor, turn.work, callback_data.visit, callback_data.outcome))


def _ask_next(turn: Turn, view: VisitView) -> None:
    turn.conversation.enter(VisitDialogue.next, OfVisit(visit=view.id, client=view.client))
    choices = date_choices(turn.today, turn.work.rules.calendar)
    turn.show(screens.finished(turn.words, view, choices))


async def on_next(_: CallbackQuery, callback_data: SetNext, turn: Turn) -> None:
    await _next(turn, callback_data.visit, date.fromordinal(callback_data.day))


async def on_next_typed(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(OfVisit)
    await _next(turn, asked.visit, _moment(turn, message.text or "")[0])


async def _next(turn: Turn, visit_id: int, day: date) -> None:
    view, day = await visits.set_next(turn.actor, turn.work, visit_id, day)
    show(turn, view, turn.words("visit-next-set", day=written.day(turn.words, day, turn.today)))


async def on_visited(_: CallbackQuery, callback_data: Visited, turn: Turn) -> None:
    view = await visits.mark_visited(turn.actor, turn.work, callback_data.visit)
    turn.ack(turn.words.plain("ack-visited"))
    _ask_next(turn, view)


async def on_photos(_: CallbackQuery, callback_data: PhotosOf, turn: Turn) -> None:
    view, shown = await visits.list_photos(turn.actor, turn.work, callback_data.visit)
    turn.show(screens.photos(turn.words, view, shown))


async def on_route(_: CallbackQuery, callback_data: OpenRoute, turn: Turn) -> None:
    day = date.fromordinal(callback_data.day)
    turn.show(logs.route(turn.words, await visit_log.get_route(turn.actor, turn.work, day)))


async def on_trainings_of(_: CallbackQuery, callback_data: TrainingsOf, turn: Turn) -> None:
    found = await visit_log.trainings_of_client(turn.actor, turn.work, callback_data.client)
    turn.show(logs.trainings(turn.words, found))


async def on_trainings(_: CallbackQuery, turn: Turn) -> None:
    turn.show(logs.trainings(turn.words, await visit_log.trainings_of_month(turn.actor, turn.work)))


def setup() -> Router:
    """Before voice messages and photos: those of a visit under way are its own."""
    router = Router(name="visits")
    said = router.message
    said.register(on_photo, AtVisit("photo"))
    said.register(on_place, AtVisit("location"))
    said.register(on_when_typed, StateFilter(VisitDialogue.when), Typed())
    said.register(on_move_typed, StateFilter(VisitDialogue.move), Typed())
    said.register(on_words, StateFilter(VisitDialogue.under_way), Typed())
    said.register(on_next_typed, StateFilter(VisitDialogue.next), Typed())
    taps = router.callback_query
    taps.filter(Feature("visits"))
    for handler, data in (
        (on_plan, PlanVisit),
        (on_visit, OpenVisit),
        (on_move, MoveVisit),
        (on_cancel, CancelVisit),
        (on_kind, SetKind),
        (on_start, StartVisit),
        (on_stage, SetStage),
        (on_check, Check),
        (on_finish, FinishVisit),
        (on_outcome, SetOutcome),
        (on_next, SetNext),
        (on_visited, Visited),
        (on_photos, PhotosOf),
        (on_route, OpenRoute),
        (on_trainings_of, TrainingsOf),
        (on_trainings, Trainings),
    ):
        taps.register(handler, data.filter())
    return router
