"""/errands: what is to be done; giving an errand or asking a department, in one line or step by step."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, time

from aiogram import Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.errands import gives_errand, read_errand, read_request
from domain.actors import Actor
from domain.choices import date_choices
from domain.errands import Pool
from handlers.client_dialogue import check_at
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import errands as screens
from screens.callbacks.errands import (
    AllDoers,
    AskRequest,
    DoersChosen,
    ErrandFile,
    ErrandTopic,
    GiveErrand,
    OpenErrand,
    OpenErrands,
    PickPool,
    SetTerm,
    ToggleDoer,
)
from screens.errand_views import ErrandView, Side, anchors_of
from usecases import errand_steps, errands
from usecases.errands import NewErrand
from usecases.errors import StaleError
from usecases.scope import get_client


class GiveDialogue(StatesGroup):
    whom = State()
    words = State()
    term = State()


class Giving(BaseModel):
    """An errand that is not given yet; with a `pool` it is a request."""

    whom: tuple[int, ...] = ()
    text: str = ""
    client: int = 0
    day: date | None = None
    clock: time | None = None
    file_kind: str = ""
    file_id: str = ""
    unknown: str = ""
    namesakes: int = 0
    pool: Pool | None = None

    def order(self) -> NewErrand:
        return NewErrand(**self.model_dump(exclude={"pool"}))


class Meant(BaseModel):
    """What somebody who gives no errands has typed as one: a request may be made of it."""

    errand: Giving


def giving_of(order: NewErrand, pool: Pool | None = None) -> Giving:
    return Giving(
        whom=order.whom,
        text=order.text,
        client=order.client,
        day=order.day,
        clock=order.clock,
        file_kind=order.file_kind,
        file_id=order.file_id,
        unknown=order.unknown,
        namesakes=order.namesakes,
        pool=pool,
    )


class ErrandLine(Filter):
    """A line of somebody who leads that gives an errand: it says so, or names their people before a colon."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        if message.chat.type != "private" or not turn.actor.leads:
            return False
        line = read_errand(message.text or "")
        if line is None or line.explicit:
            return line is not None
        return await errands.find_line(turn.actor, turn.work, line) is not None


class LeadsLine(Filter):
    """The same of somebody who leads nobody."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        private = message.chat.type == "private" and not turn.actor.leads
        return private and gives_errand(message.text or "")


class RequestLine(Filter):
    """«запрос бухгалтерии: …» of somebody who sells."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        private = message.chat.type == "private" and turn.actor.sells
        return private and read_request(message.text or "") is not None


class Carried(Filter):
    """A voice message or a photo instead of the words of an errand."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        if turn.conversation.state != GiveDialogue.words.state:
            return False
        return message.voice is not None or bool(message.photo)


# --- the list --------------------------------------------------------------------------------------------------------


async def on_list(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.listed(turn.words, await errands.list_errands(turn.actor, turn.work)))


async def on_open(_: CallbackQuery, callback_data: OpenErrand, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.card(turn.words, await errand_steps.see(turn.actor, turn.work, callback_data.errand)))


async def on_file(_: CallbackQuery, callback_data: ErrandFile, turn: Turn) -> None:
    kind, file_id, view = await errands.get_file(turn.actor, turn.work, callback_data.errand)
    if file_id:
        turn.send_again(kind, file_id, screens.file_caption(turn.words, view))
    else:
        turn.show(screens.card(turn.words, view))


# --- step by step ----------------------------------------------------------------------------------------------------


async def go_on(turn: Turn, known: Giving) -> None:
    """Asks for what is missing; gives it where nothing is."""
    missing = (
        (_ask_whom, known.pool is None and not known.whom),
        (_ask_words, not known.text and not known.file_id),
        (_ask_term, known.day is None),
        (_give, True),
    )
    step = next(step for step, wanted in missing if wanted)
    await step(turn, known)


async def _ask_term(turn: Turn, known: Giving) -> None:
    turn.conversation.enter(GiveDialogue.term, known)
    choices = date_choices(turn.today, turn.work.rules.calendar, with_today=True)
    turn.show(screens.ask_term(turn.words, choices, known.text))


async def _ask_whom(turn: Turn, known: Giving) -> None:
    people = await errands.list_people(turn.actor, turn.work, known.whom)
    turn.conversation.enter(GiveDialogue.whom, known)
    missed = (known.unknown, known.namesakes)
    turn.show(screens.ask_whom(turn.words, people, await _client(turn, known), missed))


async def _ask_words(turn: Turn, known: Giving) -> None:
    people = [] if known.pool else await errands.list_people(turn.actor, turn.work, known.whom)
    names = [one.name for one in people if one.chosen]
    turn.conversation.enter(GiveDialogue.words, known)
    client = await _client(turn, known)
    turn.show(screens.ask_words(turn.words, names, client, known.pool, (known.day, known.clock)))


async def _client(turn: Turn, known: Giving) -> str:
    return (await get_client(turn.actor, turn.work, known.client)).name if known.client else ""


async def _give(turn: Turn, known: Giving) -> None:
    if known.pool is None:
        done = await errands.give(turn.actor, turn.work, known.order())
        key = "ntf-errand-new"
    else:
        done = await errand_steps.request(turn.actor, turn.work, known.pool, known.order())
        key = "ntf-request-new"
    turn.conversation.leave()
    turn.show(screens.given(turn.words, done.views))
    tell_given(turn, done.told, key)


def tell_given(turn: Turn, told: Iterable[tuple[Actor, ErrandView]], key: str) -> None:
    """A department's cards change when somebody takes it."""
    for person, view in told:
        anchor = anchors_of(view.id)[0] if view.side is Side.POOL else None
        turn.tell([person], lambda words, view=view: screens.card(words, view, key), anchor=anchor)  # type: ignore[misc]


async def on_give(_: CallbackQuery, callback_data: GiveErrand, turn: Turn) -> None:
    """A client's errand is its manager's, unless another is chosen."""
    kind, ref = callback_data.kind, callback_data.ref
    about = ref if kind in {ErrandTopic.ABOUT, ErrandTopic.DEBT} else 0
    who = ref if kind is ErrandTopic.WHO else 0
    await go_on(turn, giving_of(await errands.begin(turn.actor, turn.work, client=about, employee=who)))


async def on_toggle(_: CallbackQuery, callback_data: ToggleDoer, turn: Turn) -> None:
    check_at(turn, GiveDialogue.whom)
    known, id_ = turn.conversation.data(Giving), callback_data.employee
    left = tuple(one for one in known.whom if one != id_)
    await _ask_whom(turn, known.model_copy(update={"whom": left if id_ in known.whom else (*left, id_)}))


async def on_all(_: CallbackQuery, turn: Turn) -> None:
    check_at(turn, GiveDialogue.whom)
    known = turn.conversation.data(Giving)
    whom = await errands.read_whom(turn.actor, turn.work, "")
    await go_on(turn, known.model_copy(update={"whom": whom}))


async def on_chosen(_: CallbackQuery, turn: Turn) -> None:
    check_at(turn, GiveDialogue.whom)
    await go_on(turn, turn.conversation.data(Giving))


async def on_whom_typed(message: Message, turn: Turn) -> None:
    whom = await errands.read_whom(turn.actor, turn.work, message.text or "")
    await go_on(turn, turn.conversation.data(Giving).model_copy(update={"whom": whom}))


async def on_words(message: Message, turn: Turn) -> None:
    known = turn.conversation.data(Giving)
    order = await errands.read_words(turn.actor, turn.work, known.order(), message.text or "")
    await go_on(turn, giving_of(order, known.pool))


async def on_carried(message: Message, turn: Turn) -> None:
    """Said aloud or pictured: what stands under a photo are its words."""
    known = turn.conversation.data(Giving)
    kind = "voice" if message.voice else "photo"
    file_id = message.voice.file_id if message.voice else (message.photo or [])[-1].file_id
    carried = known.model_copy(update={"file_kind": kind, "file_id": file_id})
    order = await errands.read_words(turn.actor, turn.work, carried.order(), message.caption or "")
    await go_on(turn, giving_of(order, known.pool))


async def on_term(_: CallbackQuery, callback_data: SetTerm, turn: Turn) -> None:
    check_at(turn, GiveDialogue.term)
    known = turn.conversation.data(Giving)
    await go_on(turn, known.model_copy(update={"day": date.fromordinal(callback_data.day), "clock": None}))


async def on_term_typed(message: Message, turn: Turn) -> None:
    known = turn.conversation.data(Giving)
    day, clock = await errands.read_term(turn.actor, turn.work, message.text or "")
    await go_on(turn, known.model_copy(update={"day": day, "clock": clock}))


# --- in one line -----------------------------------------------------------------------------------------------------


async def on_line(message: Message, turn: Turn) -> None:
    line = read_errand(message.text or "")
    assert line is not None
    order = await errands.find_line(turn.actor, turn.work, line)
    assert order is not None
    await go_on(turn, giving_of(order))


async def on_request_line(message: Message, turn: Turn) -> None:
    line = read_request(message.text or "")
    assert line is not None
    order = await errands.read_words(turn.actor, turn.work, NewErrand(), line.text)
    await go_on(turn, giving_of(order, line.pool))


async def on_ask_request(_: CallbackQuery, turn: Turn) -> None:
    turn.show(screens.ask_pool(turn.words))


async def on_leads_line(message: Message, turn: Turn) -> None:
    """What was typed is kept for the department that may be chosen."""
    line = read_errand(message.text or "")
    words = NewErrand(text=line.text) if line is not None else NewErrand()
    turn.conversation.remember(Meant(errand=giving_of(words)))
    turn.show(screens.leads_only(turn.words, asks=turn.actor.sells))


async def on_pool(_: CallbackQuery, callback_data: PickPool, turn: Turn) -> None:
    await errand_steps.check_may_request(turn.actor, turn.work)
    order = _meant(turn).order()
    if order.text:
        order = await errands.read_words(turn.actor, turn.work, order, order.text)
    await go_on(turn, giving_of(order, callback_data.pool))


def _meant(turn: Turn) -> Giving:
    if turn.conversation.state is None:
        with suppress(StaleError):
            return turn.conversation.data(Meant).errand
    return Giving()


def setup() -> Router:
    """Before voices and photos: what is said while an errand waits for its words is the errand."""
    router = Router(name="errands")
    said = router.message
    said.register(on_list, Command("errands"))
    said.register(on_carried, Carried())
    said.register(on_line, StateFilter(GiveDialogue.whom), Typed(), ErrandLine())
    for typed, state in (
        (on_whom_typed, GiveDialogue.whom),
        (on_words, GiveDialogue.words),
        (on_term_typed, GiveDialogue.term),
    ):
        said.register(typed, StateFilter(state), Typed())
    said.register(on_request_line, StateFilter(None), Typed(), RequestLine())
    said.register(on_line, StateFilter(None), Typed(), ErrandLine())
    said.register(on_leads_line, StateFilter(None), Typed(), LeadsLine())
    taps = router.callback_query
    taps.filter(Feature("errands"))
    for handler, data in (
        (on_list, OpenErrands),
        (on_open, OpenErrand),
        (on_file, ErrandFile),
        (on_give, GiveErrand),
        (on_toggle, ToggleDoer),
        (on_all, AllDoers),
        (on_chosen, DoersChosen),
        (on_term, SetTerm),
        (on_ask_request, AskRequest),
        (on_pool, PickPool),
    ):
        taps.register(handler, data.filter())
    return router
