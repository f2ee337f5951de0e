"""Leads: what moves them from stage to stage, and the questions after a call."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.actors import SELLING, Actor
from domain.clients import ClientKind
from domain.errors import ProzvonError
from domain.leads import (
    PIPELINE,
    RANKS,
    Decider,
    OfferState,
    Question,
    Stage,
    moved,
    questions_to_ask,
    stage_after,
    stage_of,
    volume_ranges,
)
from domain.outcomes import NextKind, Outcome, RefusalReason, is_reached
from domain.reasons import NextReason
from screens.leads import AnswerView, QuestionView
from storage import calls, clients, leads, offers, products, timeline
from storage.clients import Client
from storage.leads import Known
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.client_changes import make_client
from usecases.errors import NotFoundError, StaleError
from usecases.scope import get_client, lock_client
from usecases.work import Work

SET_STAGE = clients.patch("stage", "stage_day")
TOUCH_AGAIN = clients.patch("next_at", "next_day", "next_kind", "next_reason", "hidden_until")
UNHIDE = clients.patch("hidden_until")
LONGEST_ANSWER = 200
GROUPS = 6


class LeadFactError(ProzvonError):
    """What was typed is no answer to a question of a lead; facts: most (characters)."""

    code = "lead-fact"


@dataclass(frozen=True, slots=True)
class ToAsk:
    """What is to be asked of a lead after a call; nothing where `count` is 0."""

    client: int
    name: str
    count: int


# --- stages: what is logged moves a lead forward ------------------------------------------------------------------------


@inner
async def advance(actor: Actor, work: Work, client_id: int, stage: Stage) -> None:
    """A lead comes to `stage` by what was logged; nothing for a client, and never backwards. The first order makes a client."""
    found = await leads.find_stage(work.tx, client_id)
    if found is None or found.kind != ClientKind.LEAD:
        return
    to = moved(stage_of(found.stage), stage)
    if to is not None:
        await _move(actor, work, client_id, to)
    if stage is Stage.FIRST_ORDER:
        await make_client(actor, work, client_id)


@inner
async def note_call(actor: Actor, work: Work, client: Client, outcome: Outcome) -> None:
    """What a logged call says of a lead; `client` as it was before the call. Costs nothing for a client.

    The first attempt is kept too: conversions are counted of those whom somebody has tried.
    """
    if not client.is_lead:
        return
    stage = stage_after(outcome)
    if stage is not None:
        to = moved(stage_of(client.stage), stage)
        if to is not None:
            await _move(actor, work, client.id, to)
    elif client.stage is None and client.attempts == 0:
        await _step(actor, work, client.id, Stage.FOUND)


async def _move(
    actor: Actor, work: Work, client_id: int, to: Stage, reason: RefusalReason | None = None
) -> None:
    """The stage on the client's row is none while a lead is only found."""
    stored = None if to is Stage.FOUND else to.value
    await work.tx.run(SET_STAGE, id_=client_id, stage=stored, stage_day=work.today(actor))
    await _step(actor, work, client_id, to, reason)


async def _step(
    actor: Actor, work: Work, client_id: int, stage: Stage, reason: RefusalReason | None = None
) -> None:
    await leads.add_step(
        work.tx,
        client_id,
        actor.id,
        stage,
        day=work.today(actor),
        at=work.now,
        reason=reason.value if reason else None,
    )


@allowed(*SELLING)
async def set_stage(actor: Actor, work: Work, client_id: int, stage: Stage) -> None:
    """By hand, any way. Steps of today beyond the stage were a slip of the thumb: they are forgotten.

    Raises `StaleError` for a client, and for a loss, which needs its reason.
    """
    client = await _lock_lead(actor, work, client_id)
    if stage is Stage.LOST:
        raise StaleError(what="lead")
    now = stage_of(client.stage)
    if stage is now:
        return
    beyond = [one.value for one in PIPELINE if RANKS[one] > RANKS[stage]]
    forgotten = [*beyond, Stage.LOST.value]
    await work.tx.run(leads.FORGET_STEPS, client=client.id, day_=work.today(actor), stages=forgotten)
    await _move(actor, work, client.id, stage)
    if now is Stage.LOST:
        await work.tx.run(UNHIDE, id_=client.id, hidden_until=None)
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.STAGE, stage=stage.value)
    if stage is Stage.FIRST_ORDER:
        await make_client(actor, work, client.id)


@allowed(*SELLING)
async def lose(actor: Actor, work: Work, client_id: int, reason: RefusalReason) -> None:
    """A lost lead has no open offers, and no call list has it until a refused client would be called again.

    Lost before: nothing is done again. Raises `StaleError` for a client.
    """
    client = await _lock_lead(actor, work, client_id)
    if stage_of(client.stage) is Stage.LOST:
        return
    await _move(actor, work, client.id, Stage.LOST, reason)
    after = timedelta(days=work.rules.calls.refusal_days.of(reason))
    again = work.rules.calendar.on_or_after(work.today(actor) + after)
    await work.tx.run(
        TOUCH_AGAIN,
        id_=client.id,
        next_at=None,
        next_day=again,
        next_kind=NextKind.CALL.value,
        next_reason=NextReason.PLANNED.value,
        hidden_until=again,
    )
    await work.tx.run(
        calls.SET_STATE, employee=client.manager_id, day_=work.today(actor), client=client.id, state="done"
    )
    await offers.close_all(work.tx, client.id, OfferState.DECLINED.value, work.today(actor), reason.value)
    await timeline.add(
        work.tx, client.id, actor.hand, work.now, EventKind.STAGE, stage=Stage.LOST.value, reason=reason.value
    )


async def _lock_lead(actor: Actor, work: Work, client_id: int) -> Client:
    client = await lock_client(actor, work, client_id)
    if not client.is_lead:
        raise StaleError(what="lead")
    return client


# --- questions after a call ------------------------------------------------------------------------------------------


@inner
async def questions_after(actor: Actor, work: Work, client: Client, outcome: Outcome) -> ToAsk:
    """How many short questions a call leaves to ask; none for a client, and where nobody was reached or all was asked today."""
    if not client.is_lead or not is_reached(outcome):
        return ToAsk(client.id, client.name, 0)
    known = await leads.answers(work.tx, client.id)
    return ToAsk(client.id, client.name, len(_to_ask(work, known, work.today(actor))))


def _to_ask(work: Work, known: list[Known], today: date) -> tuple[Question, ...]:
    """A question that is asked and answered on the same day counts as asked today."""
    answered = {Question(one.question) for one in known if one.text or one.choice}
    asked = {Question(one.question) for one in known if one.asked_day == today}
    return questions_to_ask(answered, asked, work.rules.leads)


@allowed(*SELLING)
async def start_questions(actor: Actor, work: Work, client_id: int, *, by_hand: bool) -> tuple[Question, ...]:
    """What to ask now, marked as asked today; `by_hand`, all that is unknown. Raises `StaleError` for a client."""
    client = await _lock_lead(actor, work, client_id)
    known = await leads.answers(work.tx, client.id)
    today = work.today(actor)
    if by_hand:
        given = {Question(one.question) for one in known if one.text or one.choice}
        return tuple(one for one in Question if one not in given)
    asked = _to_ask(work, known, today)
    for question in asked:
        await leads.set_answer(
            work.tx,
            leads.ASKED,
            client.id,
            question=question.value,
            asked_day=today,
            employee_id=actor.id,
            at=work.now,
        )
    return asked


@allowed(*SELLING)
async def get_question(actor: Actor, work: Work, client_id: int, question: Question) -> QuestionView:
    """The question with what its buttons offer."""
    client = await get_client(actor, work, client_id)
    groups: tuple[tuple[str, int], ...] = ()
    if question is Question.NEED:
        groups = tuple((name, at) for name, at in await products.shelves(work.tx, GROUPS + 1) if name)[
            :GROUPS
        ]
    ranges = volume_ranges(work.rules.leads) if question is Question.VOLUME else ()
    return QuestionView(client.id, client.name, question, groups, ranges)


@allowed(*SELLING)
async def answer_typed(actor: Actor, work: Work, client_id: int, question: Question, typed: str) -> None:
    """Raises `LeadFactError` for nothing and for what is too long."""
    text = " ".join(typed.split())
    if not text or len(text) > LONGEST_ANSWER:
        raise LeadFactError(most=LONGEST_ANSWER)
    await _answer(actor, work, client_id, question, text=text)


@allowed(*SELLING)
async def answer(actor: Actor, work: Work, client_id: int, question: Question, choice: int) -> None:
    """By button: `choice` is a product of the group meant, the lower bound of a volume, 0 for nobody, or who decides."""
    if question is Question.NEED:
        product = await products.find(work.tx, choice)
        if product is None:
            raise NotFoundError(what="product", id=choice)
        await _answer(actor, work, client_id, question, text=product.group_name)
        return
    await _answer(actor, work, client_id, question, choice=_chosen(work, question, choice))


def _chosen(work: Work, question: Question, choice: int) -> str:
    """Raises `StaleError` where the button is older than the company's settings."""
    known = {
        Question.VOLUME: {low: f"{low}-{high or ''}" for low, high in volume_ranges(work.rules.leads)},
        Question.SUPPLIER: {0: "nobody"},
        Question.DECIDER: {place: one.value for place, one in enumerate(Decider)},
    }[question]
    if choice not in known:
        raise StaleError(what="question")
    return known[choice]


async def _answer(
    actor: Actor, work: Work, client_id: int, question: Question, *, text: str = "", choice: str | None = None
) -> None:
    """Told before: nothing changes. The need makes the stage of the same name."""
    client = await _lock_lead(actor, work, client_id)
    known = {one.question: one for one in await leads.answers(work.tx, client.id)}
    told = known.get(question.value)
    if told is not None and (told.text, told.choice) == (text, choice):
        return
    await leads.set_answer(
        work.tx,
        leads.SET_ANSWER,
        client.id,
        question=question.value,
        text=text,
        choice=choice,
        asked_day=work.today(actor),
        employee_id=actor.id,
        at=work.now,
    )
    if question is Question.NEED:
        await advance(actor, work, client.id, Stage.NEED)


@inner
async def answers_of(_: Actor, work: Work, client_id: int) -> tuple[AnswerView, ...]:
    """What is known, in the order of the questions."""
    known = {one.question: one for one in await leads.answers(work.tx, client_id)}
    found = [(question, known[question.value]) for question in Question if question.value in known]
    return tuple(
        AnswerView(question, one.text, one.choice or "") for question, one in found if one.text or one.choice
    )
