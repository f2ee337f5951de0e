"""A turn as a handler sees it: who acts, where the dialogue stands, and how to answer."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from aiogram.fsm.state import State
from pydantic import BaseModel

from domain.actors import Actor
from domain.charts import Chart
from screens.screen import FileRef, Screen
from screens.words import Catalogue, Words
from storage.conversations import Stored
from usecases.errors import StaleError
from usecases.post import Post
from usecases.work import Work

Data = TypeVar("Data", bound=BaseModel)


class Conversation:
    """The dialogue of one person in one chat. Written once, when the turn ends, and only if it moved."""

    def __init__(self, stored: Stored) -> None:
        self._before = stored
        self.now = stored

    @property
    def state(self) -> str | None:
        return self.now.state

    @property
    def moved(self) -> bool:
        return self.now != self._before

    def enter(self, state: State, data: BaseModel | None = None) -> None:
        self.now = Stored(
            state.state, data.model_dump(mode="json") if data is not None else None, self.now.behalf
        )

    def remember(self, data: BaseModel) -> None:
        """Outside of any dialogue: what was typed last, for the button that may follow."""
        self.now = Stored(None, data.model_dump(mode="json"), self.now.behalf)

    def leave(self) -> None:
        self.now = Stored(None, None, self.now.behalf)

    def data(self, model: type[Data]) -> Data:
        """Raises `StaleError` where the dialogue holds something else, as after an update of the bot."""
        try:
            return model.model_validate(self.now.data or {})
        except ValueError as error:
            raise StaleError(what="dialogue") from error


@dataclass
class Turn:
    """One update being answered. `message` is the tapped message, None when something was typed; `thread` a group's topic."""

    actor: Actor
    work: Work
    conversation: Conversation
    words: Words
    catalogue: Catalogue
    post: Post
    chat: int
    message: int | None = None
    callback: str | None = None
    dispatch: Callable[["Turn", str], Awaitable[Actor]] | None = None
    thread: int | None = None
    guarded: bool = True

    @property
    def today(self) -> date:
        return self.work.today(self.actor)

    @property
    def private(self) -> bool:
        """The actor's own chat, not a group."""
        return self.chat == self.actor.chat

    def show(self, screen: Screen, *, anchor: str | None = None) -> None:
        """In place of the tapped message; a new message where something was typed. `anchor` names it for later."""
        edit = None if screen.menu or self._would_bare(screen) else self.message
        self.post.show(self.chat, screen, edit=edit, anchor=anchor, thread=self.thread)

    def _would_bare(self, screen: Screen) -> bool:
        """An edit cannot protect a message that was sent bare: what is secret goes into one of its own."""
        return not self.guarded and self.post.guards(screen)

    def say(self, screen: Screen) -> None:
        """Always a new message."""
        self.post.show(self.chat, screen, thread=self.thread)

    def ack(self, text: str = "", *, alert: bool = False) -> None:
        """A notice over the chat; once a turn, and only after a tap."""
        if self.callback is not None:
            self.post.ack(self.chat, self.callback, text, alert=alert)
            self.callback = None

    def attach(self, file: FileRef, caption: Screen | None = None) -> None:
        self.post.attach(self.chat, file, caption)

    def picture(self, chart: Chart | None, caption: Screen) -> None:
        """Always a new message: the chart over its words, or the words alone."""
        self.post.picture(self.chat, chart, caption)

    def send_again(self, kind: str, file_id: str, caption: Screen) -> None:
        """A voice message or a photo that Telegram has already."""
        self.post.again(self.chat, kind, file_id, caption)

    async def type(self, text: str) -> Actor:
        """As if it had been typed, in the dialogue as it now stands; a refusal is answered and undoes nothing else.

        In whose place it was read: a line may name somebody absent's client.
        """
        assert self.dispatch is not None
        return await self.dispatch(self, text)

    def tell(
        self, who: Iterable[Actor], make: Callable[[Words], Screen], *, anchor: str | None = None
    ) -> None:
        """A new message to each of `who`, in their language."""
        for person in who:
            self.post.tell(person, make, self.catalogue, anchor=anchor)

    def retell(self, who: Iterable[Actor], make: Callable[[Words], Screen], *, anchor: str) -> None:
        """Changes the message that each of `who` was sent under `anchor`."""
        for person in who:
            self.post.tell(person, make, self.catalogue, edit=0, anchor=anchor)
