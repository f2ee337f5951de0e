"""How complete the cards are: a line on each, a screen for whoever leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from domain.clients import ClientField
from domain.completeness import OF_CLIENTS, CardPart
from domain.roles import is_buyer, is_director
from screens.callbacks.clients import AskField, OpenClient
from screens.callbacks.completeness import AskEmail
from screens.callbacks.contracts import OfClient
from screens.callbacks.data import CallbackData
from screens.callbacks.occasions import AskBirthday
from screens.callbacks.persons import AddPerson
from screens.callbacks.team import OpenTeam
from screens.menu import leave_row
from screens.persons import PersonView
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

NAMED = 3
LONGEST_NAME = 30
FIELDS: Mapping[CardPart, ClientField] = MappingProxyType(
    {
        CardPart.PHONE: ClientField.PHONE,
        CardPart.TAX_NUMBER: ClientField.TAX_NUMBER,
        CardPart.ADDRESS: ClientField.ADDRESS,
        CardPart.INDUSTRY: ClientField.INDUSTRY,
        CardPart.NEEDS: ClientField.NOTE,
    }
)


@dataclass(frozen=True, slots=True)
class Completeness:
    """Per cent, and what is missing, what is asked first coming first."""

    percent: int
    missing: tuple[CardPart, ...]


@dataclass(frozen=True, slots=True)
class ManagerCards:
    name: str
    clients: int
    percent: int


@dataclass(frozen=True, slots=True)
class PoorCard:
    """`manager` is empty where the reader answers for it."""

    client: int
    name: str
    manager: str
    percent: int


@dataclass(frozen=True, slots=True)
class TeamCards:
    """The least complete first."""

    managers: tuple[ManagerCards, ...]
    poorest: tuple[PoorCard, ...]


def line(words: Words, card: Completeness) -> str:
    """«Карточка 70 %: не хватает ИНН, ЛПР»."""
    missing = [words.plain("card-part", part=part.value) for part in card.missing]
    named = ", ".join(missing[:NAMED])
    left = len(missing) - NAMED
    known = "yes" if missing else "no"
    return words("card-completeness", percent=card.percent, missing=named, left=max(left, 0), known=known)


def fill(
    words: Words, client: int, card: Completeness | None, people: Sequence[PersonView]
) -> tuple[Button, ...]:
    """One button, one step: what is asked first of what is missing; none where nothing is."""
    if card is None or not card.missing:
        return ()
    part = card.missing[0]
    label = words.plain("btn-card-part", part=part.value)
    return (tap(label, _step(client, part, people)),)


def _step(client: int, part: CardPart, people: Sequence[PersonView]) -> CallbackData:
    if part in FIELDS:
        return AskField(client=client, field=FIELDS[part])
    if part in OF_CLIENTS:
        return OfClient(client=client)
    key = next((one for one in people if is_director(one.role) or is_buyer(one.role)), None)
    person = key or next(iter(people), None)
    if person is None or part is CardPart.DECIDER:
        return AddPerson(client=client)
    return AskEmail(person=person.id) if part is CardPart.EMAIL else AskBirthday(person=person.id)


def team(words: Words, view: TeamCards) -> Screen:
    back = (tap(words.plain("btn-team"), OpenTeam()),)
    if not view.managers:
        return Screen(words("msg-fullness-none"), (back,))
    total = sum(one.clients for one in view.managers)
    whole = sum(one.clients * one.percent for one in view.managers) // total
    lines = [words("msg-fullness", percent=whole, count=total), ""]
    lines += [
        words("fullness-manager", name=one.name, percent=one.percent, count=one.clients)
        for one in view.managers
    ]
    if view.poorest:
        lines += ["", words("fullness-poorest")]
    rows = tuple((tap(_label(words, one), OpenClient(client=one.client)),) for one in view.poorest)
    return Screen(clipped("\n".join(lines)), (*rows, back))


def _label(words: Words, one: PoorCard) -> str:
    name = one.name if len(one.name) <= LONGEST_NAME else one.name[: LONGEST_NAME - 1] + "…"
    return words.plain("btn-fullness-poor", name=name, manager=one.manager, percent=one.percent)


def ask_email(words: Words, name: str) -> Screen:
    return Screen(words("ask-card-email", name=name), (leave_row(words),))
