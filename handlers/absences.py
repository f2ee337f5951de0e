"""/absences: who is away and who stands in, by buttons or by one typed line."""

from dataclasses import asdict, replace
from datetime import date

from aiogram import Router
from aiogram.filters import Command, Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.absences import is_absence
from capture.day_spans import read_days_off
from domain.absences import AbsenceError, AbsenceKind, AbsencePlan, AbsenceState
from domain.actors import Actor
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import absences as screens
from screens.callbacks.absences import (
    AgreeAbsence,
    AskDeputy,
    AskKind,
    AskWhose,
    CancelAbsence,
    OpenAbsence,
    OpenAbsences,
    OpenPlace,
    PickDays,
    PickDeputy,
    PickKind,
    SetDeputy,
    TakeAbsence,
)
from usecases import absences
from usecases.absences import Changed, anchor


class AbsenceDialogue(StatesGroup):
    days = State()
    deputy = State()
    check = State()


class Planned(BaseModel):
    """What was said so far of an absence that is being made."""

    employee: int = 0
    kind: AbsenceKind = AbsenceKind.OTHER
    first: date | None = None
    last: date | None = None
    deputy: int | None = None
    deputy_said: bool = False

    @property
    def plan(self) -> AbsencePlan:
        return AbsencePlan(self.employee, self.kind, self.first, self.last, self.deputy, self.deputy_said)


class AbsenceLine(Filter):
    """«отпуск …», «больничный …»: a line about one of us."""

    async def __call__(self, message: Message) -> bool:
        return is_absence(message.text or "")


async def on_absences(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.board(turn.words, await absences.list_absences(turn.actor, turn.work)))


async def on_absence(_: CallbackQuery, callback_data: OpenAbsence, turn: Turn) -> None:
    view = await absences.get_absence(turn.actor, turn.work, callback_data.absence)
    turn.show(screens.card(turn.words, view))


async def on_place(_: CallbackQuery, callback_data: OpenPlace, turn: Turn) -> None:
    view, absent = await absences.open_place(turn.actor, turn.work, callback_data.absence)
    turn.show(screens.place(turn.words, view, absent))


# --- making one ----------------------------------------------------------------------------------------------------


async def on_whose(_: CallbackQuery, callback_data: AskWhose, turn: Turn) -> None:
    people = await absences.list_led(turn.actor, turn.work)
    turn.show(screens.whose(turn.words, people, callback_data.page))


async def on_new(_: CallbackQuery, callback_data: AskKind, turn: Turn) -> None:
    plan = await absences.begin(turn.actor, turn.work, callback_data.employee, AbsenceKind.OTHER)
    checked = await absences.check_plan(turn.actor, turn.work, plan)
    turn.show(screens.kinds(turn.words, checked[1].name, checked[1].id))


async def on_kind(_: CallbackQuery, callback_data: PickKind, turn: Turn) -> None:
    plan = await absences.begin(turn.actor, turn.work, callback_data.employee, callback_data.kind)
    await _go_on(turn, plan)


async def _go_on(turn: Turn, plan: AbsencePlan) -> None:
    """Asks what is still unsaid: the days, then who stands in, then the word itself."""
    plan, absent, may = await absences.check_plan(turn.actor, turn.work, plan)
    data = Planned(**asdict(plan))
    if plan.first is None:
        turn.conversation.enter(AbsenceDialogue.days, data)
        turn.show(screens.ask_days(turn.words, absent.name, plan.kind, turn.today))
    elif may and (not plan.deputy_said or _is_away(plan, may)):
        turn.conversation.enter(AbsenceDialogue.deputy, data)
        turn.show(screens.ask_deputy(turn.words, plan, absent.name, may, turn.today))
    else:
        turn.conversation.enter(AbsenceDialogue.check, data)
        asks = not turn.actor.leads
        turn.show(screens.check(turn.words, plan, absent.name, may, turn.today, asks=asks))


def _is_away(plan: AbsencePlan, may: list[screens.Candidate]) -> bool:
    """Whoever was named as the deputy is absent in those days too."""
    return any(one.until is not None and one.person.id == plan.deputy for one in may)


async def on_line(message: Message, turn: Turn) -> None:
    plan = await absences.read_line(turn.actor, turn.work, message.text or "")
    assert plan is not None
    await _go_on(turn, plan)


async def on_days_typed(message: Message, turn: Turn) -> None:
    found = read_days_off(message.text or "", turn.today, turn.work.rules.calendar)
    if found is None:
        raise AbsenceError(why="days")
    await _with_days(turn, *found)


async def on_days(_: CallbackQuery, callback_data: PickDays, turn: Turn) -> None:
    await _with_days(turn, date.fromordinal(callback_data.first), date.fromordinal(callback_data.last))


async def _with_days(turn: Turn, first: date, last: date) -> None:
    await _go_on(turn, replace(turn.conversation.data(Planned).plan, first=first, last=last))


async def on_deputy_typed(message: Message, turn: Turn) -> None:
    """A name; days are said anew."""
    days = read_days_off(message.text or "", turn.today, turn.work.rules.calendar)
    if days is not None:
        await _with_days(turn, *days)
        return
    plan = turn.conversation.data(Planned).plan
    await _go_on(turn, await absences.name_deputy(turn.actor, turn.work, plan, message.text or ""))


async def on_deputy(_: CallbackQuery, callback_data: PickDeputy, turn: Turn) -> None:
    plan = turn.conversation.data(Planned).plan
    await _go_on(turn, replace(plan, deputy=callback_data.employee or None, deputy_said=True))


async def on_take(_: CallbackQuery, turn: Turn) -> None:
    done = await absences.take(turn.actor, turn.work, turn.conversation.data(Planned).plan)
    turn.conversation.leave()
    turn.show(screens.card(turn.words, done.view))
    if done.view.absence.state is AbsenceState.ASKED:
        await _tell_deciders(turn, done)
    else:
        await _tell(turn, done, "set")


async def _tell_deciders(turn: Turn, done: Changed) -> None:
    for lead in done.deciders:
        view = await absences.get_absence(lead, turn.work, done.view.absence.id)
        name = anchor(view.absence.id)
        turn.tell([lead], lambda words, view=view: screens.told(words, view, "asked"), anchor=name)  # type: ignore[misc]


async def _tell(turn: Turn, done: Changed, key: str) -> None:
    """The absent person in person, whoever stands in, whoever stood in, and the leads who were asked."""
    heard: list[tuple[Actor | None, str]] = [(done.absent, key), (done.former_deputy, "former")]
    heard.append((done.deputy, "deputy" if key == "set" else key))
    heard += [(lead, key) for lead in done.leads]
    for person, what in heard:
        if person is None or person.id == turn.actor.hand:
            continue
        view = await absences.view_for(person, turn.work, done.view.absence.id)
        turn.post.personally(person.chat, screens.told(turn.catalogue[person.language], view, what))
    for lead in done.deciders:
        if lead.id != turn.actor.hand:
            view = await absences.get_absence(lead, turn.work, done.view.absence.id)
            name = anchor(view.absence.id)
            turn.retell([lead], lambda words, view=view: screens.card(words, view), anchor=name)  # type: ignore[misc]


# --- a lead's word -------------------------------------------------------------------------------------------------


async def on_agree(_: CallbackQuery, callback_data: AgreeAbsence, turn: Turn) -> None:
    done = await absences.agree(turn.actor, turn.work, callback_data.absence)
    turn.show(screens.card(turn.words, done.view))
    await _tell(turn, done, "set")


async def on_cancel(_: CallbackQuery, callback_data: CancelAbsence, turn: Turn) -> None:
    if not callback_data.sure:
        view = await absences.get_absence(turn.actor, turn.work, callback_data.absence)
        turn.show(screens.sure(turn.words, view))
        return
    done = await absences.cancel(turn.actor, turn.work, callback_data.absence)
    turn.show(screens.card(turn.words, done.view))
    declined = done.view.absence.state is AbsenceState.DECLINED
    await _tell(turn, done, "declined" if declined else "over" if done.view.over else "cancelled")


async def on_other_deputy(_: CallbackQuery, callback_data: AskDeputy, turn: Turn) -> None:
    view, may = await absences.deputies_of(turn.actor, turn.work, callback_data.absence)
    turn.show(screens.other_deputy(turn.words, view, may))


async def on_set_deputy(_: CallbackQuery, callback_data: SetDeputy, turn: Turn) -> None:
    data = callback_data
    done = await absences.set_deputy(turn.actor, turn.work, data.absence, data.employee)
    turn.show(screens.card(turn.words, done.view))
    await _tell(turn, done, "set")


async def free_places(turn: Turn, person: Actor) -> None:
    """Somebody is out who was to stand in: the leads of the absent choose another one."""
    for freed in await absences.leave_places(turn.actor, turn.work, person.id):
        for lead in freed.leads:
            view = await absences.get_absence(lead, turn.work, freed.view.absence.id)
            turn.tell([lead], lambda words, view=view: screens.told(words, view, "freed"))  # type: ignore[misc]


def setup() -> Router:
    router = Router(name="absences")
    router.message.register(on_absences, Command("absences"))
    router.message.register(on_days_typed, StateFilter(AbsenceDialogue.days), Typed())
    router.message.register(on_line, StateFilter(AbsenceDialogue.deputy), Typed(), AbsenceLine())
    router.message.register(on_deputy_typed, StateFilter(AbsenceDialogue.deputy), Typed())
    router.message.register(on_line, StateFilter(AbsenceDialogue.check), Typed(), AbsenceLine())
    router.message.register(on_line, StateFilter(None), Typed(), AbsenceLine())
    taps = router.callback_query
    taps.filter(Feature("absences"))
    taps.register(on_absences, OpenAbsences.filter())
    taps.register(on_absence, OpenAbsence.filter())
    taps.register(on_place, OpenPlace.filter())
    taps.register(on_whose, AskWhose.filter())
    taps.register(on_new, AskKind.filter())
    taps.register(on_kind, PickKind.filter())
    taps.register(on_days, PickDays.filter())
    taps.register(on_deputy, PickDeputy.filter())
    taps.register(on_take, TakeAbsence.filter())
    taps.register(on_agree, AgreeAbsence.filter())
    taps.register(on_cancel, CancelAbsence.filter())
    taps.register(on_other_deputy, AskDeputy.filter())
    taps.register(on_set_deputy, SetDeputy.filter())
    return router
