"""/import, a file dropped into the chat, its preview, loading and taking back."""

from aiogram import Router
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from handlers import payments, targets
from handlers.client_dialogue import PersonDialogue, SharedContact
from handlers.filters import Feature, MenuButton
from handlers.persons import show_person
from handlers.turn import Turn
from screens import clients as client_screens
from screens import format as written
from screens import import_columns
from screens import imports as screens
from screens.callbacks.imports import (
    Apply,
    AssignTo,
    ChooseKind,
    Discard,
    FindWhose,
    GiveTo,
    OpenImports,
    SendProblems,
    SendSample,
    ShowLoad,
    Undo,
)
from screens.clients import ContactView
from screens.screen import FileRef
from screens.words import Catalogue
from usecases import card_requests, import_history, import_loading, imports, order_news, persons, substitution
from usecases.import_columns import Chosen

ANCHOR = "file:"
LOADING = f"{ANCHOR}load:"


class Dropped(Filter):
    """A document in a private chat."""

    async def __call__(self, message: Message) -> bool:
        return message.document is not None and message.chat.type == "private"


async def on_imports(_: Message | CallbackQuery, turn: Turn) -> None:
    turn.conversation.leave()
    choice = await import_history.list_imports(turn.actor, turn.work)
    last = [
        (past, written.moment(turn.words, turn.actor.local(past.created_at), turn.today), may)
        for past, may in choice.last
    ]
    cards = await card_requests.count_waiting(turn.actor, turn.work)
    turn.show(screens.imports(turn.words, choice.kinds, last, choice.waiting, cards))


async def on_file(message: Message, turn: Turn) -> None:
    """Read outside of the turn; the answer will stand in place of this one. Whoever sends it does so in their own right."""
    assert message.document is not None
    turn.actor, turn.post.behalf = await substitution.step_back(turn.work, turn.actor), None
    document = message.document
    name = document.file_name or ""
    waiting = await imports.drop_file(
        turn.actor,
        turn.work,
        turn.chat,
        document.file_id,
        name=name,
        caption=message.caption or "",
        size=document.file_size or 0,
    )
    turn.conversation.leave()
    turn.tell([turn.actor], lambda words: screens.reading(words, name), anchor=f"{ANCHOR}{waiting}")


def read_again(turn: Turn, chosen: Chosen) -> None:
    """The file waits to be read with the columns that were named just now."""
    turn.show(import_columns.remembered(turn.words, chosen.file_name, chosen.columns))
    anchor = f"{ANCHOR}{chosen.waiting}"
    turn.tell([turn.actor], lambda words: screens.reading(words, chosen.file_name), anchor=anchor)


async def on_sample(_: CallbackQuery, callback_data: SendSample, turn: Turn) -> None:
    await imports.check_sample(turn.actor, turn.work, callback_data.kind)
    extra = {"kind": callback_data.kind.value}
    turn.attach(FileRef("sample", 0, turn.words.language, extra))


async def on_kind(_: CallbackQuery, callback_data: ChooseKind, turn: Turn) -> None:
    found = await imports.choose_kind(turn.actor, turn.work, callback_data.load, callback_data.kind)
    turn.show(screens.shown(turn.words, found, turn.today))


async def on_assign(_: CallbackQuery, callback_data: AssignTo, turn: Turn) -> None:
    found = await imports.assign(turn.actor, turn.work, callback_data.load, callback_data.employee)
    turn.show(screens.shown(turn.words, found, turn.today))


async def on_load(_: CallbackQuery, callback_data: Apply, turn: Turn) -> None:
    long = await import_loading.put_off(turn.actor, turn.work, callback_data.load, callback_data.seen)
    if long is not None:
        turn.show(screens.loading(turn.words, long), anchor=f"{LOADING}{callback_data.load}")
        return
    done = await imports.load(turn.actor, turn.work, callback_data.load, callback_data.seen)
    turn.show(screens.shown(turn.words, done, turn.today))
    payments.tell(turn, done.told)
    await order_news.tell_news(turn.actor, turn.work, turn, done.moved)
    targets.tell_loaded(turn, done)


async def on_preview(_: CallbackQuery, callback_data: ShowLoad, turn: Turn) -> None:
    turn.conversation.leave()
    found = await imports.show_load(turn.actor, turn.work, callback_data.load)
    turn.show(screens.shown(turn.words, found, turn.today))


async def on_problems(_: CallbackQuery, callback_data: SendProblems, turn: Turn) -> None:
    await imports.check_preview(turn.actor, turn.work, callback_data.load)
    extra = {"employee": str(turn.actor.id)}
    turn.attach(FileRef("import_problems", callback_data.load, turn.words.language, extra))


async def on_discard(_: CallbackQuery, callback_data: Discard, turn: Turn) -> None:
    name = await imports.discard(turn.actor, turn.work, callback_data.load)
    turn.show(screens.discarded(turn.words, name))


async def on_undo(_: CallbackQuery, callback_data: Undo, turn: Turn) -> None:
    undone = await import_history.undo(turn.actor, turn.work, callback_data.load)
    turn.show(screens.undone(turn.words, undone.file_name, undone.kept))
    payments.tell_back(turn, undone.told)
    await order_news.tell_back(turn.actor, turn.work, turn, undone.moved, undone.file_name)
    order_news.tell_arrivals_back(turn.actor, turn, undone.arrivals)
    targets.tell_news(turn, undone.targets)


# --- one contact, whose? ------------------------------------------------------------------------------------------


async def on_give(_: CallbackQuery, callback_data: GiveTo, turn: Turn) -> None:
    person = await imports.give_contact(turn.actor, turn.work, callback_data.load, callback_data.client)
    await show_person(turn, person)


async def on_whose(_: CallbackQuery, callback_data: FindWhose, turn: Turn) -> None:
    """From here on it is a contact that was passed on."""
    row = await imports.get_contact(turn.actor, turn.work, callback_data.load)
    contact = SharedContact(
        name=row["name"],
        phone=row.get("phone", ""),
        email=row.get("email"),
        role=row.get("role", ""),
        organisation=row.get("client", ""),
        birth=row.get("birth"),
    )
    await imports.discard(turn.actor, turn.work, callback_data.load)
    turn.conversation.enter(PersonDialogue.contact, contact)
    offered = await persons.offer_clients(turn.actor, turn.work, contact.phone)
    view = ContactView(contact.name, contact.phone, contact.organisation)
    turn.show(client_screens.whose_contact(turn.words, view, offered))


def setup(catalogue: Catalogue) -> Router:
    router = Router(name="imports")
    router.message.register(on_imports, Command("import"))
    router.message.register(on_imports, MenuButton(catalogue, "import"))
    router.message.register(on_file, Dropped())
    taps = router.callback_query
    taps.filter(Feature("imports"))
    taps.register(on_imports, OpenImports.filter())
    taps.register(on_sample, SendSample.filter())
    taps.register(on_kind, ChooseKind.filter())
    taps.register(on_assign, AssignTo.filter())
    taps.register(on_load, Apply.filter())
    taps.register(on_preview, ShowLoad.filter())
    taps.register(on_problems, SendProblems.filter())
    taps.register(on_discard, Discard.filter())
    taps.register(on_undo, Undo.filter())
    taps.register(on_give, GiveTo.filter())
    taps.register(on_whose, FindWhose.filter())
    return router
