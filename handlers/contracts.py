"""/contracts: the register; a contract from its first line to its end."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.answers import read_day
from domain.actors import SELLING
from domain.contracts import ContractTermError, TermField
from handlers.decision_cards import then_next
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import contracts as screens
from screens.callbacks.contracts import (
    Approve,
    AskRenewal,
    AskTerm,
    EndWithIt,
    HeldByPerson,
    HeldByUs,
    MoveStage,
    NewContract,
    OfClient,
    OpenContract,
    OpenContracts,
    PrepareNext,
    Renew,
    SetTerm,
    WithoutTerms,
)
from screens.contracts import ContractView
from usecases import contract_ends, contracts
from usecases.access import check_role
from usecases.contracts import Moved
from usecases.scope import get_client


class ContractDialogue(StatesGroup):
    terms = State()
    card = State()
    term = State()
    renewal = State()


class OfNew(BaseModel):
    client: int


class Opened(BaseModel):
    """The contract that is open: a typed line belongs to it. `field` is what was asked."""

    contract: int
    field: TermField | None = None


def anchor(contract: int) -> str:
    """The name of the cards on which the terms of a contract are decided."""
    return f"contract-{contract}"


async def on_register(_: Message | CallbackQuery, turn: Turn) -> None:
    await show_register(turn)


async def show_register(turn: Turn) -> None:
    turn.conversation.leave()
    turn.show(screens.register(turn.words, await contracts.open_register(turn.actor, turn.work)))


async def on_client(_: CallbackQuery, callback_data: OfClient, turn: Turn) -> None:
    found = await contracts.find_of_client(turn.actor, turn.work, callback_data.client)
    if isinstance(found, ContractView):
        show(turn, found)
        return
    await _ask_new(turn, callback_data.client)


def show(turn: Turn, view: ContractView, *, unread: str = "") -> None:
    """The card; what is typed over it are its terms."""
    turn.conversation.enter(ContractDialogue.card, Opened(contract=view.id))
    turn.show(screens.card(turn.words, view, unread=unread))


async def on_contract(_: CallbackQuery, callback_data: OpenContract, turn: Turn) -> None:
    show(turn, await contracts.get_contract(turn.actor, turn.work, callback_data.contract))


async def on_new(_: CallbackQuery, callback_data: NewContract, turn: Turn) -> None:
    await _ask_new(turn, callback_data.client)


async def _ask_new(turn: Turn, client_id: int) -> None:
    check_role(turn.actor, SELLING)
    client = await get_client(turn.actor, turn.work, client_id)
    turn.conversation.enter(ContractDialogue.terms, OfNew(client=client.id))
    turn.show(screens.ask_new(turn.words, client.id, client.name))


async def on_new_typed(message: Message, turn: Turn) -> None:
    client = turn.conversation.data(OfNew).client
    view, unread = await contracts.add_contract(turn.actor, turn.work, client, message.text or "")
    show(turn, view, unread=unread)


async def on_without_terms(_: CallbackQuery, callback_data: WithoutTerms, turn: Turn) -> None:
    """The one that is in work already is shown: a second tap writes no second contract."""
    known = await contracts.find_in_work(turn.actor, turn.work, callback_data.client)
    if known is not None:
        show(turn, known)
        return
    view, _unread = await contracts.add_contract(turn.actor, turn.work, callback_data.client)
    _ask_term(turn, view, view.terms.missing[0])


async def on_amended(message: Message, turn: Turn) -> None:
    opened = turn.conversation.data(Opened)
    view, unread = await contracts.amend(
        turn.actor, turn.work, opened.contract, message.text or "", opened.field
    )
    show(turn, view, unread=unread)


async def on_over_card(message: Message, turn: Turn) -> None:
    """Terms belong to the open contract; any other line goes where it would without the card."""
    text = message.text or ""
    if await contracts.names_terms(turn.actor, turn.work, text):
        await on_amended(message, turn)
        return
    turn.conversation.leave()
    await turn.type(text)


async def on_ask_term(_: CallbackQuery, callback_data: AskTerm, turn: Turn) -> None:
    view = await contracts.get_changeable(turn.actor, turn.work, callback_data.contract)
    _ask_term(turn, view, callback_data.field)


def _ask_term(turn: Turn, view: ContractView, field: TermField) -> None:
    turn.conversation.enter(ContractDialogue.term, Opened(contract=view.id, field=field))
    turn.show(screens.ask_term(turn.words, view, field))


async def on_set_term(_: CallbackQuery, callback_data: SetTerm, turn: Turn) -> None:
    data = callback_data
    show(turn, await contracts.set_term(turn.actor, turn.work, data.contract, data.field, data.value))


async def on_stage(_: CallbackQuery, callback_data: MoveStage, turn: Turn) -> None:
    _moved(turn, await contracts.move(turn.actor, turn.work, callback_data.contract, callback_data.stage))


async def on_ours(_: CallbackQuery, callback_data: HeldByUs, turn: Turn) -> None:
    data = callback_data
    _moved(turn, await contracts.hold_by_us(turn.actor, turn.work, data.contract, data.holder))


async def on_theirs(_: CallbackQuery, callback_data: HeldByPerson, turn: Turn) -> None:
    data = callback_data
    _moved(turn, await contracts.hold_by_person(turn.actor, turn.work, data.contract, data.person))


def _moved(turn: Turn, done: Moved) -> None:
    show(turn, done.view)
    who = turn.actor.name
    turn.tell(
        done.deciders, lambda words: screens.proposed(words, done.view, who), anchor=anchor(done.view.id)
    )


@then_next
async def on_decide(_: CallbackQuery, callback_data: Approve, turn: Turn) -> None:
    done = await contracts.decide(turn.actor, turn.work, callback_data.contract, yes=callback_data.yes)
    who = turn.actor.name
    turn.show(screens.decided(turn.words, done.view, who))
    turn.retell(
        done.others, lambda words: screens.decided(words, done.view, who), anchor=anchor(done.view.id)
    )
    told = [done.manager] if done.manager is not None and done.manager.id != turn.actor.id else []
    turn.tell(told, lambda words: screens.decided(words, done.view, who))


# --- the end ------------------------------------------------------------------------------------------------------


async def on_ask_renewal(_: CallbackQuery, callback_data: AskRenewal, turn: Turn) -> None:
    view = await contract_ends.get_renewable(turn.actor, turn.work, callback_data.contract)
    turn.conversation.enter(ContractDialogue.renewal, Opened(contract=view.id))
    turn.show(screens.ask_renewal(turn.words, view))


async def on_renew(_: CallbackQuery, callback_data: Renew, turn: Turn) -> None:
    until = date.fromordinal(max(callback_data.day, 1))
    show(turn, await contract_ends.renew(turn.actor, turn.work, callback_data.contract, until))


async def on_renewal_typed(message: Message, turn: Turn) -> None:
    contract, text = turn.conversation.data(Opened).contract, message.text or ""
    until = read_day(text, turn.today, turn.work.rules.calendar)
    if until is None:
        raise ContractTermError(field=TermField.ENDS, text=text[:100])
    show(turn, await contract_ends.renew(turn.actor, turn.work, contract, until))


async def on_next(_: CallbackQuery, callback_data: PrepareNext, turn: Turn) -> None:
    show(turn, await contract_ends.prepare_next(turn.actor, turn.work, callback_data.contract))


async def on_end(_: CallbackQuery, callback_data: EndWithIt, turn: Turn) -> None:
    data = callback_data
    show(turn, await contract_ends.end_with_it(turn.actor, turn.work, data.contract, sure=data.sure))


def setup() -> Router:
    router = Router(name="contracts")
    router.message.register(on_register, Command("contracts"))
    router.message.register(on_new_typed, StateFilter(ContractDialogue.terms), Typed())
    router.message.register(on_over_card, StateFilter(ContractDialogue.card), Typed())
    router.message.register(on_amended, StateFilter(ContractDialogue.term), Typed())
    router.message.register(on_renewal_typed, StateFilter(ContractDialogue.renewal), Typed())
    taps = router.callback_query
    taps.filter(Feature("contracts"))
    for handler, data in (
        (on_register, OpenContracts),
        (on_client, OfClient),
        (on_contract, OpenContract),
        (on_new, NewContract),
        (on_without_terms, WithoutTerms),
        (on_ask_term, AskTerm),
        (on_set_term, SetTerm),
        (on_stage, MoveStage),
        (on_ours, HeldByUs),
        (on_theirs, HeldByPerson),
        (on_decide, Approve),
        (on_ask_renewal, AskRenewal),
        (on_renew, Renew),
        (on_next, PrepareNext),
        (on_end, EndWithIt),
    ):
        taps.register(handler, data.filter())
    return router
