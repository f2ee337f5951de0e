"""«ромашка основана 12.03.2005», «работаем с ромашкой с 2015», typed while nothing else is asked."""

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from pydantic import BaseModel

from capture.company_dates import CompanyDate, read_company_line
from domain.clients import ClientField
from handlers.client_dialogue import check_at
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import company_dates as screens
from screens.callbacks.company_dates import ChooseCompany
from screens.clients import ClientCard
from usecases import client_changes, company_dates
from usecases.clients import get_card

FIELDS = {CompanyDate.FOUNDED: ClientField.FOUNDED, CompanyDate.TOGETHER: ClientField.TOGETHER}


class CompanyDialogue(StatesGroup):
    client = State()


class Dated(BaseModel):
    """What was typed of a company that several may be."""

    what: CompanyDate
    when: str


class CompanyLine(Filter):
    """A line that tells a date of a company."""

    async def __call__(self, message: Message) -> bool:
        text = message.text or ""
        return "\n" not in text and read_company_line(text) is not None


async def on_line(message: Message, turn: Turn) -> None:
    line = read_company_line(message.text or "")
    assert line is not None
    await _seek(turn, line.whose, Dated(what=line.what, when=line.said))


async def on_whose(message: Message, turn: Turn) -> None:
    """A name, or the whole line again."""
    line = read_company_line(message.text or "")
    known = turn.conversation.data(Dated)
    dated = Dated(what=line.what, when=line.said) if line else known
    await _seek(turn, line.whose if line else message.text or "", dated)


async def _seek(turn: Turn, whose: str, dated: Dated) -> None:
    """One company found is the one; otherwise it is asked which, and the date waits."""
    found = await company_dates.find_companies(turn.actor, turn.work, whose)
    if len(found) == 1:
        await _save(turn, found[0][0], dated)
        return
    turn.conversation.enter(CompanyDialogue.client, dated)
    turn.show(screens.choose_company(turn.words, whose, found))


async def on_company(_: CallbackQuery, callback_data: ChooseCompany, turn: Turn) -> None:
    check_at(turn, CompanyDialogue.client)
    await _save(turn, callback_data.client, turn.conversation.data(Dated))


async def _save(turn: Turn, client: int, dated: Dated) -> None:
    before = await get_card(turn.actor, turn.work, client)
    await client_changes.set_field(turn.actor, turn.work, client, FIELDS[dated.what], dated.when)
    after = await get_card(turn.actor, turn.work, client)
    turn.conversation.leave()
    was, known = _date(before, dated.what), _date(after, dated.what)
    turn.show(screens.saved(turn.words, screens.Dated(after.id, after.name, dated.what, known, was)))


def _date(card: ClientCard, what: CompanyDate) -> screens.Known:
    return card.founded if what is CompanyDate.FOUNDED else screens.started(card.together_since)


def setup() -> Router:
    router = Router(name="company_dates")
    router.message.register(on_whose, StateFilter(CompanyDialogue.client), Typed())
    router.message.register(on_line, StateFilter(None), Typed(), CompanyLine())
    router.callback_query.filter(Feature("company_dates"))
    router.callback_query.register(on_company, ChooseCompany.filter())
    return router
