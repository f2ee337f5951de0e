"""What sales support and the manager are told of an order: cards that change, and news that ring."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from domain.actors import Actor
from screens import desk
from screens import support as screens
from screens.order_views import OrderView
from screens.screen import Screen
from screens.words import Catalogue, Words
from storage import outbox
from storage.desk_places import Place
from usecases import desk_place
from usecases.order_flow import Passed
from usecases.post import Post
from usecases.work import Work

Make = Callable[[Words], Screen]


class Voice(Protocol):
    """A turn, or whatever else has something to say."""

    @property
    def post(self) -> Post: ...
    @property
    def catalogue(self) -> Catalogue: ...


@dataclass(frozen=True)
class Mouth:
    """For files and the clock."""

    post: Post
    catalogue: Catalogue


def anchor(order: int) -> str:
    """The card of an order, in each chat that has one."""
    return f"order:{order}"


def changes_anchor(order: int) -> str:
    """The last message to sales support of what the manager changed in an order."""
    return f"order-changes:{order}"


def tell(voice: Voice, who: Iterable[Actor], make: Make, *, name: str | None = None) -> None:
    for person in who:
        voice.post.tell(person, make, voice.catalogue, anchor=name)


def _retell(voice: Voice, who: Iterable[Actor], make: Make, name: str) -> None:
    for person in who:
        voice.post.tell(person, make, voice.catalogue, edit=0, anchor=name)


def _card(view: OrderView) -> Make:
    return lambda words: screens.desk_card(words, view)


def _live(view: OrderView) -> Make:
    return lambda words: screens.live_card(words, view)


def send_to_desk(voice: Voice, done: Passed) -> None:
    """A new order: one card in their group, or one for each; where nobody is, the leads learn that it waits."""
    if done.shared is not None:
        place, view = done.shared
        words = voice.catalogue[place.language]
        voice.post.show(
            place.chat_id, screens.desk_card(words, view), anchor=anchor(view.id), thread=place.thread_id
        )
    else:
        for person, view in done.desk:
            tell(voice, [person], _card(view), name=anchor(view.id))
    if not done.desk:
        others = [lead for lead in done.leads if done.manager is None or lead.id != done.manager.id]
        tell(voice, others, lambda words: screens.news(words, "ntf-no-support", done.mine))


def refresh_desk(voice: Voice, done: Passed) -> None:
    """Every card of this order in the hands of sales support shows how it stands now."""
    if done.shared is not None:
        place, view = done.shared
        words = voice.catalogue[place.language]
        voice.post.change(
            place.chat_id, anchor(view.id), screens.desk_card(words, view), thread=place.thread_id
        )
        return
    for person, view in done.desk:
        _retell(voice, [person], _card(view), anchor(view.id))


def call_desk(voice: Voice, done: Passed, key: str, **facts: str | int) -> None:
    """News to whoever has the order in hands, or to all where nobody has; to their group where they have one."""
    if done.shared is not None:
        place, shared = done.shared
        words = voice.catalogue[place.language]
        news = screens.desk_news(words, key, shared, **facts)
        voice.post.show(place.chat_id, news, anchor=changes_anchor(shared.id), thread=place.thread_id)
        return
    holders = [one for one in done.desk if one[0].id == done.holder] or done.desk
    for person, seen in holders:
        tell(voice, [person], _news(key, seen, **facts), name=changes_anchor(seen.id))


def _news(key: str, view: OrderView, **facts: str | int) -> Make:
    return lambda words: screens.desk_news(words, key, view, **facts)


def retell_manager(voice: Voice, done: Passed) -> None:
    """The manager's one card of the order; sent where there is none yet."""
    if done.manager is not None and done.for_manager is not None:
        _retell(voice, [done.manager], _live(done.for_manager), anchor(done.mine.id))


async def is_card(work: Work, chat: int, message: int | None, order: int) -> bool:
    """Whether this message is the card of the order in that chat, which every step changes by itself."""
    return await outbox.find_message(work.tx, anchor(order), chat) == message


async def refresh_manager(voice: Voice, work: Work, done: Passed) -> None:
    """The manager's card where there is one: what the manager did brings no message of its own."""
    if done.manager is None:
        return
    if await outbox.find_message(work.tx, anchor(done.mine.id), done.manager.chat) is not None:
        retell_manager(voice, done)


def tell_manager(voice: Voice, done: Passed, key: str, **facts: str | int) -> None:
    view = done.for_manager
    if done.manager is not None and view is not None:
        tell(voice, [done.manager], lambda words: screens.news(words, key, view, own=True, **facts))


def tell_refused(voice: Voice, done: Passed, why: str) -> None:
    view = done.for_manager
    if done.manager is not None and view is not None:
        tell(voice, [done.manager], lambda words: screens.refused(words, view, why))


def tell_undone(voice: Voice, done: Passed) -> None:
    view, mine = done.for_manager, done.mine
    if done.manager is not None and view is not None:
        key = desk.undone_key(mine)
        tell(
            voice, [done.manager], lambda words: screens.news(words, key, view, what=desk.undone(words, mine))
        )


def tell_changed(voice: Voice, done: Passed, by: Actor) -> None:
    """Lines that the manager's side has changed, to sales support; all cards show them with a mark."""
    refresh_desk(voice, done)
    call_desk(voice, done, "ntf-order-changed", who=by.name)


async def note_shut_out(work: Work, post: Post, chat: int, catalogue: Catalogue) -> None:
    """The group of the cards is gone, or the bot is no more in it."""
    people = await desk_place.note_shut_out(work, chat)
    tell(Mouth(post, catalogue), people, lambda words: desk.moved(words, "", ""))


async def clear_desk(
    voice: Voice, work: Work, order: int, client: str, *, supports: Iterable[Actor], place: Place | None
) -> None:
    """In place of the cards of an order that the manager has taken back, and of what was said of its changes."""
    if place is not None:
        chats = [(place.chat_id, voice.catalogue[place.language], place.thread_id)]
    else:
        chats = [(person.chat, voice.catalogue[person.language], None) for person in supports]
    for chat, words, thread in chats:
        screen = screens.taken_back(words, client, order)
        voice.post.change(chat, anchor(order), screen, thread=thread)
        if await outbox.find_message(work.tx, changes_anchor(order), chat) is not None:
            voice.post.change(chat, changes_anchor(order), screen, thread=thread)
