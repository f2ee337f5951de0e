"""Whoever is nobody here: an invitation opens, anything else gets the same neutral line."""

from typing import Protocol

from screens import menu, team
from screens.words import LANGUAGES, Catalogue
from usecases import people
from usecases.errors import InvitationError
from usecases.people import Newcomer
from usecases.post import Post
from usecases.work import Work


class Stranger(Protocol):
    """Where the update came from."""

    @property
    def chat(self) -> int: ...
    @property
    def user(self) -> int: ...
    @property
    def name(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def private(self) -> bool: ...
    @property
    def callback(self) -> str | None: ...
    @property
    def text(self) -> str: ...


async def answer_stranger(work: Work, post: Post, origin: Stranger, catalogue: Catalogue) -> None:
    words = catalogue[origin.language]
    command, _, code = origin.text.partition(" ")
    invited = command == "/start" and bool(code.strip())
    if origin.callback is not None:
        post.ack(origin.chat, origin.callback, words.plain("msg-stranger"))
    elif origin.private and not (
        command == "/start" and await _let_in(work, post, origin, catalogue, code.strip())
    ):
        post.show(origin.chat, menu.refusal(words("err-invitation" if invited else "msg-stranger")))


async def _let_in(work: Work, post: Post, origin: Stranger, catalogue: Catalogue, code: str) -> bool:
    language = origin.language if origin.language in LANGUAGES else "ru"
    newcomer = Newcomer(origin.user, origin.name, language)
    try:
        actor, invited_by = await people.enter(work, newcomer, code)
    except InvitationError:
        return False
    words = catalogue[actor.language]
    post.show(origin.chat, menu.welcome(words, actor, work.rules.company.name, invited_by))
    post.offer(origin.chat, menu.commands(words, actor.role))
    where = await people.team_name(work, actor)
    for person in await people.list_glad(work, actor, invited_by):
        post.show(person.chat, team.joined(catalogue[person.language], actor, where))
    return True
