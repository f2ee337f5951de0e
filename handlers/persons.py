"""The people at our clients, and a contact that was passed on."""

from contextlib import suppress
from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Contact, Message

from domain.actors import SELLING
from handlers.client_dialogue import (
    ClientDialogue,
    Contacted,
    Draft,
    OfClient,
    OfPerson,
    PersonDialogue,
    SharedContact,
    check_at,
)
from handlers.clients import ask_kind, give
from handlers.filters import Feature, Typed
from handlers.turn import Turn
from screens import clients as client_screens
from screens import persons as screens
from screens.callbacks.persons import (
    AddPerson,
    AskName,
    AskPhone,
    AskRole,
    GiveContact,
    GiveToNew,
    MarkNumber,
    OpenPeople,
    OpenPerson,
    RemovePerson,
    SetRole,
)
from screens.clients import ContactView
from screens.persons import PersonView
from usecases import client_fields, clients, persons
from usecases.access import check_role


async def on_people(_: CallbackQuery, callback_data: OpenPeople, turn: Turn) -> None:
    turn.conversation.leave()
    await _show_people(turn, callback_data.client)


async def _show_people(turn: Turn, client_id: int) -> None:
    found = await persons.list_people(turn.actor, turn.work, client_id)
    turn.show(screens.people_list(turn.words, found, turn.actor.role))


async def show_person(turn: Turn, person_id: int) -> None:
    turn.conversation.leave()
    person, client = await persons.see_person(turn.actor, turn.work, person_id)
    turn.show(screens.person_card(turn.words, person, client, turn.actor.role))


async def on_person(_: CallbackQuery, callback_data: OpenPerson, turn: Turn) -> None:
    await show_person(turn, callback_data.person)


# --- adding -------------------------------------------------------------------------------------------------------


async def on_add(_: CallbackQuery, callback_data: AddPerson, turn: Turn) -> None:
    check_role(turn.actor, SELLING)
    found = await persons.list_people(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(PersonDialogue.name, OfClient(client=found.client_id))
    turn.show(screens.ask_name(turn.words, found.client_id, found.client))


async def on_name(message: Message, turn: Turn) -> None:
    client_id = turn.conversation.data(OfClient).client
    name, phone = client_fields.split_phone(message.text or "")
    person = await persons.add_person(turn.actor, turn.work, client_id, name, phone=phone)
    _ask_role(turn, person)


def _ask_role(turn: Turn, person: PersonView) -> None:
    turn.conversation.enter(PersonDialogue.role, OfPerson(person=person.id))
    turn.show(screens.ask_role(turn.words, person))


async def on_ask_role(_: CallbackQuery, callback_data: AskRole, turn: Turn) -> None:
    person, _client = await persons.edit_person(turn.actor, turn.work, callback_data.person)
    _ask_role(turn, person)


async def on_role_tapped(_: CallbackQuery, callback_data: SetRole, turn: Turn) -> None:
    await _take_role(turn, callback_data.person, callback_data.role)


async def on_role_typed(message: Message, turn: Turn) -> None:
    await _take_role(turn, turn.conversation.data(OfPerson).person, message.text or "")


async def _take_role(turn: Turn, person_id: int, role: str) -> None:
    """A phone is asked for next where none is known."""
    person = await persons.set_role(turn.actor, turn.work, person_id, role)
    if person.phone:
        await show_person(turn, person.id)
    else:
        _ask_phone(turn, person)


def _ask_phone(turn: Turn, person: PersonView) -> None:
    turn.conversation.enter(PersonDialogue.phone, OfPerson(person=person.id))
    turn.show(screens.ask_phone(turn.words, person))


async def on_ask_phone(_: CallbackQuery, callback_data: AskPhone, turn: Turn) -> None:
    person, _client = await persons.edit_person(turn.actor, turn.work, callback_data.person)
    _ask_phone(turn, person)


async def on_phone(message: Message, turn: Turn) -> None:
    person_id = turn.conversation.data(OfPerson).person
    await persons.set_phone(turn.actor, turn.work, person_id, message.text or "")
    await show_person(turn, person_id)


# --- changes ------------------------------------------------------------------------------------------------------


async def on_ask_name(_: CallbackQuery, callback_data: AskName, turn: Turn) -> None:
    person, _client = await persons.edit_person(turn.actor, turn.work, callback_data.person)
    turn.conversation.enter(PersonDialogue.rename, OfPerson(person=person.id))
    turn.show(screens.ask_new_name(turn.words, person))


async def on_rename(message: Message, turn: Turn) -> None:
    person_id = turn.conversation.data(OfPerson).person
    await persons.set_name(turn.actor, turn.work, person_id, message.text or "")
    await show_person(turn, person_id)


async def on_number(_: CallbackQuery, callback_data: MarkNumber, turn: Turn) -> None:
    await persons.mark_number(turn.actor, turn.work, callback_data.person, bad=callback_data.bad)
    await show_person(turn, callback_data.person)


async def on_remove(_: CallbackQuery, callback_data: RemovePerson, turn: Turn) -> None:
    if not callback_data.sure:
        person, _client = await persons.edit_person(turn.actor, turn.work, callback_data.person)
        turn.show(screens.sure_to_remove(turn.words, person))
        return
    removed = await persons.remove(turn.actor, turn.work, callback_data.person)
    turn.ack(turn.words.plain("ack-person-removed", name=removed.name))
    await _show_people(turn, removed.client_id)


# --- a contact passed on ------------------------------------------------------------------------------------------


def read_contact(contact: Contact, today: date) -> SharedContact:
    """The shared contact; its card, where Telegram sends one, knows more."""
    from domain.errors import ProzvonError
    from exchange.vcard import read_vcards

    name = " ".join(part for part in (contact.first_name, contact.last_name) if part).strip()
    shared = SharedContact(name=name or contact.phone_number, phone=contact.phone_number)
    with suppress(ProzvonError):
        for card in read_vcards((contact.vcard or "").encode(), today).rows[:1]:
            born = card.birthday
            shared.name = card.full_name or shared.name
            shared.email = next(iter(card.emails), None)
            shared.role, shared.organisation = card.title[:100], card.organisation[:200]
            shared.birth = (born.day, born.month, born.year) if born else None
    return shared


def _view(contact: SharedContact) -> ContactView:
    phone = persons.find_number(contact.phone)
    return ContactView(contact.name, phone or contact.phone, contact.organisation, bad_phone=phone is None)


async def on_contact(message: Message, turn: Turn) -> None:
    assert message.contact is not None
    contact = read_contact(message.contact, turn.today)
    turn.conversation.enter(PersonDialogue.contact, contact)
    offered = await persons.offer_clients(turn.actor, turn.work, contact.phone)
    turn.show(client_screens.whose_contact(turn.words, _view(contact), offered))


async def on_contact_of_client(message: Message, turn: Turn) -> None:
    """Somebody was being added, or a client was just saved: the contact is theirs."""
    assert message.contact is not None
    client_id = turn.conversation.data(OfClient).client
    person_id = await give(turn, client_id, read_contact(message.contact, turn.today))
    await show_person(turn, person_id)


async def on_contact_of_person(message: Message, turn: Turn) -> None:
    assert message.contact is not None
    person_id = turn.conversation.data(OfPerson).person
    await persons.set_phone(turn.actor, turn.work, person_id, message.contact.phone_number)
    await show_person(turn, person_id)


async def on_whose(message: Message, turn: Turn) -> None:
    contact = turn.conversation.data(SharedContact)
    typed = message.text or ""
    hits = await clients.search(turn.actor, turn.work, typed)
    turn.show(client_screens.whose_contact(turn.words, _view(contact), hits.lines, typed=typed))


async def on_give(_: CallbackQuery, callback_data: GiveContact, turn: Turn) -> None:
    check_at(turn, PersonDialogue.contact)
    person_id = await give(turn, callback_data.client, turn.conversation.data(SharedContact))
    await show_person(turn, person_id)


async def on_give_to_new(_: CallbackQuery, turn: Turn) -> None:
    """The card's organisation is the new client's name; without one, the name is asked for."""
    check_at(turn, PersonDialogue.contact)
    contact = turn.conversation.data(SharedContact)
    if contact.organisation:
        await ask_kind(turn, contact.organisation, contact)
        return
    turn.conversation.enter(ClientDialogue.name, Draft(contact=contact))
    turn.show(client_screens.ask_new_name(turn.words))


def setup() -> Router:
    router = Router(name="persons")
    said = router.message
    said.register(on_name, StateFilter(PersonDialogue.name), Typed())
    said.register(on_role_typed, StateFilter(PersonDialogue.role), Typed())
    said.register(on_phone, StateFilter(PersonDialogue.phone), Typed())
    said.register(on_rename, StateFilter(PersonDialogue.rename), Typed())
    said.register(on_whose, StateFilter(PersonDialogue.contact), Typed())
    of_client = StateFilter(PersonDialogue.name, ClientDialogue.details)
    said.register(on_contact_of_client, Contacted(), of_client)
    said.register(on_contact_of_person, Contacted(), StateFilter(PersonDialogue.phone))
    said.register(on_contact, Contacted())
    taps = router.callback_query
    taps.filter(Feature("persons"))
    taps.register(on_people, OpenPeople.filter())
    taps.register(on_person, OpenPerson.filter())
    taps.register(on_add, AddPerson.filter())
    taps.register(on_ask_role, AskRole.filter())
    taps.register(on_role_tapped, SetRole.filter())
    taps.register(on_ask_phone, AskPhone.filter())
    taps.register(on_ask_name, AskName.filter())
    taps.register(on_number, MarkNumber.filter())
    taps.register(on_remove, RemovePerson.filter())
    taps.register(on_give, GiveContact.filter())
    taps.register(on_give_to_new, GiveToNew.filter())
    return router
