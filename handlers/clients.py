"""/clients: the list, search by plain text, the card, a new client, changes."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.types import CallbackQuery, Message

from domain.actors import SELLING
from handlers.client_dialogue import (
    ClientDialogue,
    Draft,
    FieldOf,
    NewDetails,
    OfClient,
    SearchedName,
    Seeking,
    SharedContact,
    check_at,
    keep,
)
from handlers.filters import Feature, MenuButton, Typed
from handlers.turn import Turn
from screens import clients as screens
from screens import timeline
from screens.callbacks.clients import (
    AskField,
    AskNote,
    DeleteClient,
    EditClient,
    MakeClient,
    NewClient,
    NewTyped,
    OpenClient,
    OpenClients,
    OpenHistory,
    SaveNew,
    SetClass,
    SetExcluded,
)
from screens.words import Catalogue
from usecases import client_changes as changes
from usecases import client_fields, clients, persons
from usecases.access import check_role


async def on_clients(
    _: Message | CallbackQuery, turn: Turn, callback_data: OpenClients | None = None
) -> None:
    await show_list(turn, callback_data.start if callback_data else 0)


async def show_list(turn: Turn, start: int = 0) -> None:
    turn.conversation.leave()
    page = await clients.list_clients(turn.actor, turn.work, start)
    turn.show(screens.client_list(turn.words, page, turn.actor.role))


async def on_search(message: Message, turn: Turn) -> None:
    await search_for(turn, message.text or "")


async def search_for(turn: Turn, text: str) -> None:
    typed = text.strip()
    hits = await clients.search(turn.actor, turn.work, typed)
    if hits.clear:
        await show_card(turn, hits.lines[0].id)
        return
    keep(turn, SearchedName(searched=typed[:200]))
    turn.show(screens.hits(turn.words, typed, hits.lines, turn.actor.role, more=hits.more))


async def show_card(turn: Turn, client_id: int) -> None:
    turn.conversation.leave()
    card = await clients.open_card(turn.actor, turn.work, client_id)
    turn.show(screens.card(turn.words, card, turn.actor.role, turn.today))


async def on_client(_: CallbackQuery, callback_data: OpenClient, turn: Turn) -> None:
    await show_card(turn, callback_data.client)


async def on_history(_: CallbackQuery, callback_data: OpenHistory, turn: Turn) -> None:
    page = await clients.get_history(turn.actor, turn.work, callback_data.client, callback_data.start)
    turn.show(timeline.history(turn.words, page, turn.today))


# --- a new one ----------------------------------------------------------------------------------------------------


async def on_new(_: CallbackQuery, turn: Turn) -> None:
    check_role(turn.actor, SELLING)
    turn.conversation.enter(ClientDialogue.name, Draft())
    turn.show(screens.ask_new_name(turn.words))


async def on_new_typed(_: CallbackQuery, turn: Turn) -> None:
    await ask_kind(turn, turn.conversation.data(SearchedName).searched)


async def on_new_name(message: Message, turn: Turn) -> None:
    await ask_kind(turn, message.text or "", turn.conversation.data(Draft).contact)


async def ask_kind(turn: Turn, typed: str, contact: SharedContact | None = None) -> None:
    name = client_fields.read_name(typed)
    alike = await clients.find_alike(turn.actor, turn.work, name)
    turn.conversation.enter(ClientDialogue.kind, Draft(name=name, contact=contact))
    turn.show(screens.confirm_new(turn.words, name, alike))


async def on_save(_: CallbackQuery, callback_data: SaveNew, turn: Turn) -> None:
    check_at(turn, ClientDialogue.kind)
    draft = turn.conversation.data(Draft)
    client_id = await clients.add_client(turn.actor, turn.work, draft.name, callback_data.kind)
    if draft.contact is not None:
        await give(turn, client_id, draft.contact)
    await _ask_details(turn, NewDetails(client=client_id))


async def give(turn: Turn, client_id: int, contact: SharedContact) -> int:
    person = await persons.add_person(
        turn.actor,
        turn.work,
        client_id,
        contact.name,
        role=contact.role,
        phone=persons.find_number(contact.phone),
        email=contact.email,
        birth=contact.birth,
    )
    return person.id


async def on_detail(message: Message, turn: Turn) -> None:
    known = turn.conversation.data(NewDetails)
    text = message.text or ""
    person = await persons.add_detail(turn.actor, turn.work, known.client, text, known.person)
    await _ask_details(turn, NewDetails(client=known.client, person=person))


async def _ask_details(turn: Turn, known: NewDetails) -> None:
    turn.conversation.enter(ClientDialogue.details, known)
    card = await clients.open_card(turn.actor, turn.work, known.client)
    turn.show(screens.ask_details(turn.words, card))


# --- changes ------------------------------------------------------------------------------------------------------


async def on_edit(_: CallbackQuery, callback_data: EditClient, turn: Turn) -> None:
    turn.conversation.leave()
    await _show_edit(turn, callback_data.client)


async def _show_edit(turn: Turn, client_id: int) -> None:
    card = await changes.get_editable(turn.actor, turn.work, client_id)
    turn.show(screens.edit(turn.words, card, turn.actor.role))


async def on_ask_field(_: CallbackQuery, callback_data: AskField, turn: Turn) -> None:
    client_id, field = callback_data.client, callback_data.field
    card = await changes.get_editable(turn.actor, turn.work, client_id, field)
    turn.conversation.enter(ClientDialogue.field, FieldOf(client=client_id, field=field))
    turn.show(screens.ask_field(turn.words, card, field))


async def on_field(message: Message, turn: Turn) -> None:
    asked = turn.conversation.data(FieldOf)
    await changes.set_field(turn.actor, turn.work, asked.client, asked.field, message.text or "")
    await show_card(turn, asked.client)


async def on_class(_: CallbackQuery, callback_data: SetClass, turn: Turn) -> None:
    client_class = callback_data.client_class
    await changes.set_class(turn.actor, turn.work, callback_data.client, client_class)
    turn.ack(turn.words.plain("ack-class", grade=client_class.value))
    await _show_edit(turn, callback_data.client)


async def on_make_client(_: CallbackQuery, callback_data: MakeClient, turn: Turn) -> None:
    await changes.make_client(turn.actor, turn.work, callback_data.client)
    turn.ack(turn.words.plain("ack-became-client"))
    await show_card(turn, callback_data.client)


async def on_excluded(_: CallbackQuery, callback_data: SetExcluded, turn: Turn) -> None:
    excluded = callback_data.excluded
    await changes.set_excluded(turn.actor, turn.work, callback_data.client, excluded=excluded)
    turn.ack(turn.words.plain("ack-calls-off" if excluded else "ack-calls-on"))
    await _show_edit(turn, callback_data.client)


async def on_delete(_: CallbackQuery, callback_data: DeleteClient, turn: Turn) -> None:
    card = await changes.get_deletable(turn.actor, turn.work, callback_data.client)
    if not callback_data.sure:
        turn.show(screens.sure_to_delete(turn.words, card))
        return
    await changes.delete(turn.actor, turn.work, callback_data.client)
    turn.conversation.leave()
    turn.show(screens.deleted(turn.words, card.name))


async def on_ask_note(_: CallbackQuery, callback_data: AskNote, turn: Turn) -> None:
    card = await changes.get_editable(turn.actor, turn.work, callback_data.client)
    turn.conversation.enter(ClientDialogue.note, OfClient(client=card.id))
    turn.show(screens.ask_note(turn.words, card.id, card.name))


async def on_note(message: Message, turn: Turn) -> None:
    client_id = turn.conversation.data(OfClient).client
    await changes.add_note(turn.actor, turn.work, client_id, message.text or "")
    await show_card(turn, client_id)


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="clients")
    router.message.register(on_clients, Command("clients"))
    router.message.register(on_clients, MenuButton(catalogue, "clients"))
    router.message.register(on_new_name, StateFilter(ClientDialogue.name, ClientDialogue.kind), Typed())
    router.message.register(on_detail, StateFilter(ClientDialogue.details), Typed())
    router.message.register(on_field, StateFilter(ClientDialogue.field), Typed())
    router.message.register(on_note, StateFilter(ClientDialogue.note), Typed())
    taps = router.callback_query
    taps.filter(Feature("clients"))
    taps.register(on_clients, OpenClients.filter())
    taps.register(on_client, OpenClient.filter())
    taps.register(on_history, OpenHistory.filter())
    taps.register(on_new, NewClient.filter())
    taps.register(on_new_typed, NewTyped.filter())
    taps.register(on_save, SaveNew.filter())
    taps.register(on_edit, EditClient.filter())
    taps.register(on_ask_field, AskField.filter())
    taps.register(on_class, SetClass.filter())
    taps.register(on_make_client, MakeClient.filter())
    taps.register(on_excluded, SetExcluded.filter())
    taps.register(on_delete, DeleteClient.filter())
    taps.register(on_ask_note, AskNote.filter())
    return router


def setup_search() -> Router:
    """Asked when every feature has passed: a line typed outside a dialogue is a search."""
    router = Router(name="search")
    router.message.register(on_search, StateFilter(None), Typed(), Seeking())
    return router
