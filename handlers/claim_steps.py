"""Who settles a claim, what is decided, that the client is told; its act; what is to prevent the next; the analysis."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from domain.claims import Decision
from handlers import calls
from handlers.claims import OfClaim, show
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import claim_analysis as analysis_screens
from screens import claims as screens
from screens import preventions as prevention_screens
from screens.callbacks.claims import (
    AnswerPrevention,
    AskAnswer,
    AskClaimOwner,
    AskDecision,
    AskPreventionOwner,
    ClaimAct,
    ClaimActTable,
    ClaimAnalysisFile,
    ClaimAnalysisPicture,
    FinishClaim,
    GiveClaim,
    GivePrevention,
    OpenClaimAnalysis,
    OpenPrevention,
    ReopenClaim,
    SaidInCall,
    SetDecision,
    SetPartly,
    TakeClaim,
    ToldClient,
)
from screens.screen import FileRef
from usecases import claim_analysis, claim_steps, claims, preventions
from usecases.claim_steps import Done


class SettleDialogue(StatesGroup):
    why = State()
    answer = State()
    prevention = State()


class OfPrevention(BaseModel):
    prevention: int


def settle(turn: Turn, done: Done, key: str) -> None:
    """The claim as it stands; whoever has to go on with it gets it too, said why by `key`."""
    show(turn, done.view)
    view, other = done.other_view, done.other
    if other is not None and view is not None:
        turn.tell([other], lambda words: screens.card(words, view, key=key))


async def on_take(_: CallbackQuery, callback_data: TakeClaim, turn: Turn) -> None:
    settle(turn, await claim_steps.give(turn.actor, turn.work, callback_data.claim, turn.actor.id), "")


async def on_ask_owner(_: CallbackQuery, callback_data: AskClaimOwner, turn: Turn) -> None:
    view, people = await claim_steps.list_owners(turn.actor, turn.work, callback_data.claim)
    turn.show(screens.ask_owner(turn.words, view, people))


async def on_give(_: CallbackQuery, callback_data: GiveClaim, turn: Turn) -> None:
    """Who gave it away may not see it any more: then the list."""
    data = callback_data
    done = await claim_steps.give(turn.actor, turn.work, data.claim, data.employee)
    settle(turn, done, "ntf-claim-given")


async def on_ask_decision(_: CallbackQuery, callback_data: AskDecision, turn: Turn) -> None:
    view = await claims.get_claim(turn.actor, turn.work, callback_data.claim)
    turn.show(screens.ask_decision(turn.words, view))


async def on_decision(_: CallbackQuery, callback_data: SetDecision, turn: Turn) -> None:
    """A refusal is said with its reason: the client will ask."""
    data = callback_data
    if data.decision is Decision.DECLINED:
        view = await claims.get_claim(turn.actor, turn.work, data.claim)
        turn.conversation.enter(SettleDialogue.why, OfClaim(claim=view.id, client=view.client_id))
        turn.show(screens.ask_typed(turn.words, view, "ask-claim-why"))
        return
    settle(
        turn, await claim_steps.decide(turn.actor, turn.work, data.claim, data.decision), "ntf-claim-decided"
    )


async def on_why_typed(message: Message, turn: Turn) -> None:
    claim = turn.conversation.data(OfClaim).claim
    done = await claim_steps.decide(turn.actor, turn.work, claim, Decision.DECLINED, message.text or "")
    settle(turn, done, "ntf-claim-decided")


async def on_partly(_: CallbackQuery, callback_data: SetPartly, turn: Turn) -> None:
    data = callback_data
    done = await claim_steps.set_partly(turn.actor, turn.work, data.claim, partly=data.partly)
    settle(turn, done, "ntf-claim-decided")


async def on_ask_answer(_: CallbackQuery, callback_data: AskAnswer, turn: Turn) -> None:
    view = await claims.get_claim(turn.actor, turn.work, callback_data.claim)
    turn.conversation.enter(SettleDialogue.answer, OfClaim(claim=view.id, client=view.client_id))
    turn.show(screens.ask_typed(turn.words, view, "ask-claim-answer"))


async def on_answer_typed(message: Message, turn: Turn) -> None:
    claim = turn.conversation.data(OfClaim).claim
    done = await claim_steps.set_answer(turn.actor, turn.work, claim, message.text or "")
    settle(turn, done, "ntf-claim-decided")


async def on_told(_: CallbackQuery, callback_data: ToldClient, turn: Turn) -> None:
    show(turn, await claim_steps.tell_client(turn.actor, turn.work, callback_data.claim))


async def on_said(_: CallbackQuery, callback_data: SaidInCall, turn: Turn) -> None:
    """From a call: the card that was open stays open, with what was said over it."""
    view = await claim_steps.tell_client(turn.actor, turn.work, callback_data.claim)
    said = turn.words("claim-said", client=view.client)
    shown = calls.open_client(turn)
    if shown is None:
        await calls.show_next(turn, said)
    else:
        await calls.show_card(turn, shown, before=said)


async def on_reopen(_: CallbackQuery, callback_data: ReopenClaim, turn: Turn) -> None:
    show(turn, await claim_steps.reopen_claim(turn.actor, turn.work, callback_data.claim))


async def on_close(_: CallbackQuery, callback_data: FinishClaim, turn: Turn) -> None:
    show(turn, await claim_steps.close_claim(turn.actor, turn.work, callback_data.claim))


# --- the act ---------------------------------------------------------------------------------------------------------


async def on_act(_: CallbackQuery, callback_data: ClaimAct, turn: Turn) -> None:
    await _attach(turn, callback_data.claim, "claim_act")


async def on_table(_: CallbackQuery, callback_data: ClaimActTable, turn: Turn) -> None:
    await _attach(turn, callback_data.claim, "claim_act_xlsx")


async def _attach(turn: Turn, claim: int, kind: str) -> None:
    view = await claims.get_claim(turn.actor, turn.work, claim)
    turn.ack(turn.words.plain("ack-claim-act"))
    turn.attach(FileRef(kind, view.id, turn.actor.language))


# --- prevention ------------------------------------------------------------------------------------------------------


async def on_prevention(_: CallbackQuery, callback_data: OpenPrevention, turn: Turn) -> None:
    view = await preventions.get_prevention(turn.actor, turn.work, callback_data.prevention)
    turn.conversation.leave()
    turn.show(prevention_screens.card(turn.words, view))


async def on_ask_whom(_: CallbackQuery, callback_data: AskPreventionOwner, turn: Turn) -> None:
    view, people = await preventions.list_owners(turn.actor, turn.work, callback_data.prevention)
    turn.show(prevention_screens.ask_owner(turn.words, view, people))


async def on_whom(_: CallbackQuery, callback_data: GivePrevention, turn: Turn) -> None:
    data = callback_data
    done = await preventions.give(turn.actor, turn.work, data.prevention, data.employee)
    turn.show(prevention_screens.card(turn.words, done.view))
    other, view = done.other, done.other_view
    if other is not None and view is not None:
        turn.tell([other], lambda words: prevention_screens.card(words, view, key="ntf-prevention-given"))


async def on_ask_done(_: CallbackQuery, callback_data: AnswerPrevention, turn: Turn) -> None:
    view = await preventions.get_prevention(turn.actor, turn.work, callback_data.prevention)
    turn.conversation.enter(SettleDialogue.prevention, OfPrevention(prevention=view.id))
    turn.show(prevention_screens.ask_answer(turn.words, view))


async def on_done_typed(message: Message, turn: Turn) -> None:
    id_ = turn.conversation.data(OfPrevention).prevention
    view, leads = await preventions.answer(turn.actor, turn.work, id_, message.text or "")
    turn.conversation.leave()
    turn.show(prevention_screens.card(turn.words, view))
    key = "ntf-prevention-done"
    for lead in leads:
        seen = await preventions.get_prevention(lead, turn.work, id_)
        turn.tell([lead], lambda words, seen=seen: prevention_screens.card(words, seen, key=key))  # type: ignore[misc]


# --- the analysis ----------------------------------------------------------------------------------------------------


async def on_analysis(_: CallbackQuery, callback_data: OpenClaimAnalysis, turn: Turn) -> None:
    data = callback_data
    view = await claim_analysis.get_analysis(turn.actor, turn.work, data.cut, data.back)
    turn.show(analysis_screens.analysis(turn.words, view, data.back))


async def on_picture(_: CallbackQuery, callback_data: ClaimAnalysisPicture, turn: Turn) -> None:
    data = callback_data
    view = await claim_analysis.get_analysis(turn.actor, turn.work, data.cut, data.back)
    turn.picture(*analysis_screens.picture(turn.words, view, data.back))


async def on_file(_: CallbackQuery, callback_data: ClaimAnalysisFile, turn: Turn) -> None:
    back = callback_data.back
    turn.ack(turn.words.plain("ack-claim-file"))
    turn.attach(FileRef("claims", turn.actor.id, turn.actor.language, {"back": str(back)}))


def setup() -> Router:
    router = Router(name="claim_steps")
    said = router.message
    said.register(on_why_typed, StateFilter(SettleDialogue.why), Typed())
    said.register(on_answer_typed, StateFilter(SettleDialogue.answer), Typed())
    said.register(on_done_typed, StateFilter(SettleDialogue.prevention), Typed())
    taps = router.callback_query
    taps.filter(Feature("claims"))
    for handler, data in (
        (on_take, TakeClaim),
        (on_ask_owner, AskClaimOwner),
        (on_give, GiveClaim),
        (on_ask_decision, AskDecision),
        (on_decision, SetDecision),
        (on_partly, SetPartly),
        (on_ask_answer, AskAnswer),
        (on_told, ToldClient),
        (on_said, SaidInCall),
        (on_reopen, ReopenClaim),
        (on_close, FinishClaim),
        (on_act, ClaimAct),
        (on_table, ClaimActTable),
        (on_prevention, OpenPrevention),
        (on_ask_whom, AskPreventionOwner),
        (on_whom, GivePrevention),
        (on_ask_done, AnswerPrevention),
        (on_analysis, OpenClaimAnalysis),
        (on_picture, ClaimAnalysisPicture),
        (on_file, ClaimAnalysisFile),
    ):
        taps.register(handler, data.filter())
    return router
