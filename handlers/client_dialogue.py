"""What the dialogues about clients and their people hold between messages."""

from aiogram.filters import Filter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from pydantic import BaseModel, Field

from domain.actors import SELLING
from domain.clients import ClientField
from domain.occasions import Birth
from handlers.turn import Turn
from usecases.clients import SEEING
from usecases.errors import StaleError


class ClientDialogue(StatesGroup):
    name = State()
    kind = State()
    details = State()
    field = State()
    note = State()


class PersonDialogue(StatesGroup):
    name = State()
    role = State()
    phone = State()
    rename = State()
    contact = State()


class SearchedName(BaseModel):
    """What was searched for outside any dialogue: «новый клиент» takes it from here."""

    searched: str = Field(min_length=1)


class SharedContact(BaseModel):
    """A contact that waits for its client: `phone` as it came, `birth` as (day or None, month, year or None)."""

    name: str
    phone: str
    email: str | None = None
    role: str = ""
    organisation: str = ""
    birth: Birth | None = None


class Draft(BaseModel):
    """A client who is not saved yet, and whose contact it began with."""

    name: str = ""
    contact: SharedContact | None = None


class NewDetails(BaseModel):
    """`person` was named last and has no phone; 0 for nobody."""

    client: int
    person: int = 0


class OfClient(BaseModel):
    client: int


class FieldOf(BaseModel):
    client: int
    field: ClientField


class OfPerson(BaseModel):
    person: int


class Seeking(Filter):
    """Words in the private chat of somebody who may look at clients."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        return message.chat.type == "private" and turn.actor.role in SEEING


class Contacted(Filter):
    """A contact in the private chat of somebody who may add people to clients."""

    async def __call__(self, message: Message, turn: Turn) -> bool:
        known = message.contact is not None and message.chat.type == "private"
        return known and turn.actor.role in SELLING


def keep(turn: Turn, data: BaseModel) -> None:
    """No dialogue is open, and yet a button of the next screen finds this."""
    turn.conversation.remember(data)


def check_at(turn: Turn, state: State) -> None:
    """Raises `StaleError` where the dialogue has moved on: the button was tapped twice, or late."""
    if turn.conversation.state != state.state:
        raise StaleError(what="dialogue")
