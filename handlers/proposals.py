"""Proposals upwards: typed in one line or by a button, decided by the lead."""

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.errands import kind_of, read_proposal
from domain.errands import ProposalStatus
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import proposals as screens
from screens.callbacks.proposals import (
    AskProposal,
    DecideProposal,
    OpenProposal,
    OpenProposals,
    ProposalsFile,
    SetProposalKind,
)
from screens.screen import FileRef
from usecases import proposals
from usecases.proposals import Moved


class ProposalDialogue(StatesGroup):
    text = State()
    why = State()


class OfProposal(BaseModel):
    proposal: int


class ProposalLine(Filter):
    """«предложение: …»."""

    async def __call__(self, message: Message) -> bool:
        return message.chat.type == "private" and read_proposal(message.text or "") is not None


def settle(turn: Turn, done: Moved, key: str) -> None:
    turn.conversation.leave()
    turn.show(screens.card(turn.words, done.view))
    for person, view in done.told:
        turn.tell([person], lambda words, view=view: screens.card(words, view, key))  # type: ignore[misc]


async def on_list(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    views = await proposals.list_proposals(turn.actor, turn.work)
    turn.show(screens.listed(turn.words, views, leads=turn.actor.leads))


async def on_open(_: CallbackQuery, callback_data: OpenProposal, turn: Turn) -> None:
    turn.conversation.leave()
    view = await proposals.get_proposal(turn.actor, turn.work, callback_data.proposal)
    turn.show(screens.card(turn.words, view))


async def on_ask(_: CallbackQuery, turn: Turn) -> None:
    turn.conversation.enter(ProposalDialogue.text)
    turn.show(screens.ask(turn.words))


async def on_text(message: Message, turn: Turn) -> None:
    text = message.text or ""
    kind, said = read_proposal(text) or (kind_of(text), text)
    settle(turn, await proposals.propose(turn.actor, turn.work, kind, said), "ntf-proposal-new")


async def on_kind(_: CallbackQuery, callback_data: SetProposalKind, turn: Turn) -> None:
    data = callback_data
    view = await proposals.set_kind(turn.actor, turn.work, data.proposal, data.kind)
    turn.show(screens.card(turn.words, view))


async def on_decide(_: CallbackQuery, callback_data: DecideProposal, turn: Turn) -> None:
    """A refusal is said with its reason: the author will ask."""
    data = callback_data
    if data.status is ProposalStatus.DECLINED:
        view = await proposals.check_deciding(turn.actor, turn.work, data.proposal, data.status)
        turn.conversation.enter(ProposalDialogue.why, OfProposal(proposal=view.id))
        turn.show(screens.ask_words(turn.words, view))
        return
    settle(
        turn, await proposals.decide(turn.actor, turn.work, data.proposal, data.status), "ntf-proposal-moved"
    )


async def on_why(message: Message, turn: Turn) -> None:
    proposal = turn.conversation.data(OfProposal).proposal
    done = await proposals.decide(
        turn.actor, turn.work, proposal, ProposalStatus.DECLINED, message.text or ""
    )
    settle(turn, done, "ntf-proposal-moved")


async def on_file(_: CallbackQuery, turn: Turn) -> None:
    await proposals.note_export(turn.actor, turn.work)
    turn.ack(turn.words.plain("ack-proposals-file"))
    turn.attach(FileRef("proposals", turn.actor.id, turn.actor.language), screens.file_caption(turn.words))


def setup() -> Router:
    router = Router(name="proposals")
    said = router.message
    said.register(on_text, StateFilter(ProposalDialogue.text), Typed())
    said.register(on_why, StateFilter(ProposalDialogue.why), Typed())
    said.register(on_text, StateFilter(None), Typed(), ProposalLine())
    taps = router.callback_query
    taps.filter(Feature("proposals"))
    for handler, data in (
        (on_list, OpenProposals),
        (on_open, OpenProposal),
        (on_ask, AskProposal),
        (on_kind, SetProposalKind),
        (on_decide, DecideProposal),
        (on_file, ProposalsFile),
    ):
        taps.register(handler, data.filter())
    return router
