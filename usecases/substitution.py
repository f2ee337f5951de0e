"""Acting on behalf of somebody who is absent: whose place a person takes, and where their messages go meanwhile.

The turn of a deputy runs as the absent person (`Actor.by` says who it is), so that ownership and figures need no second rule;
what others write to the absent person goes to the deputy when the turn ends (ADR 0016).
"""

from dataclasses import replace
from datetime import datetime

from domain.actors import Actor
from screens.words import Catalogue
from storage import absences, employees, outbox
from storage.absences import Readdressed
from storage.outbox import Outgoing, next_id
from usecases.errors import SubstitutionOverError
from usecases.post import Behalf, Post, is_message, on_behalf
from usecases.work import Work

# A deputy may be absent in turn; longer chains are nobody's intention.
STEPS = 3


def as_absent(absent: Actor, deputy: Actor) -> Actor:
    """The absent person in the deputy's chat, language and zone."""
    return replace(
        absent,
        chat=deputy.chat,
        language=deputy.language,
        timezone=deputy.timezone,
        reachable=deputy.reachable,
        by=deputy.id,
        by_name=deputy.name,
    )


async def stand_in(work: Work, deputy: Actor, employee_id: int) -> Actor:
    """Raises `SubstitutionOverError` where the deputy takes that place no more, or not yet."""
    absent = await employees.find(work.tx, employee_id)
    if absent is None or employee_id not in await _places(work, [deputy.id]):
        known = await employees.find_anybody(work.tx, employee_id)
        raise SubstitutionOverError(name=known.name if known else "")
    return as_absent(absent, deputy)


async def step_back(work: Work, actor: Actor) -> Actor:
    """Who acts, in their own place again."""
    own = await employees.find(work.tx, actor.by) if actor.by else actor
    return own or actor


async def places_of(work: Work, telegram_id: int) -> list[int]:
    """Whose places the owner of this chat takes now."""
    own = await work.tx.values(absences.PLACES, chat=telegram_id, now=work.now)
    return [*own, *await _places(work, own)] if own else []


async def places_now(work: Work, employee_id: int) -> list[int]:
    """Whose places this person takes at this moment."""
    return await _places(work, [employee_id])


async def _places(work: Work, deputies: list[int]) -> list[int]:
    """Whose places these people take: also of whom an absent one among those was to stand in for."""
    found: list[int] = []
    for _ in range(STEPS):
        taken = await work.tx.values(absences.TAKEN, deputies=deputies, now=work.now) if deputies else []
        deputies = [one for one in taken if one not in found]
        found += deputies
    return found


async def apart_from(work: Work, asker: Actor | None, people: list[Actor]) -> list[Actor]:
    """Who may judge what `asker` asks: neither they nor anybody whose place they take just now."""
    if asker is None:
        return people
    taken = await _places(work, [asker.hand]) if people else []
    return [one for one in people if one.id not in asker.hands and one.id not in taken]


async def acting_at(work: Work, person: Actor, moment: datetime) -> Actor | None:
    """Who answers for `person` at `moment`: they themselves, the deputy in their place, nobody (None) where they are just away."""
    there = person
    for _ in range(STEPS):
        if not await absences.active(work.tx, [there.id], moment):
            return person if there.id == person.id else as_absent(person, there)
        deputy = await absences.acting_for(work.tx, there.id, moment)
        if deputy is None:
            return None
        there = deputy
    return None


def behalf_of(actor: Actor, catalogue: Catalogue) -> Behalf | None:
    if not actor.by:
        return None
    label = catalogue[actor.language]("behalf-label", name=actor.name)
    return Behalf(actor.id, actor.chat, label)


async def readdress(work: Work, post: Post, catalogue: Catalogue, speaker: int) -> None:
    """What is for somebody absent goes to who stands in; answers to the `speaker`'s own taps stay where they are."""
    for _ in range(STEPS):
        chats = {row.chat_id for row in post.rows if _may_move(row, post, speaker)}
        moved = await absences.readdressed(work.tx, chats, work.now) if chats else []
        if not moved:
            return
        to = {one.chat: one for one in reversed(moved)}
        rows: list[Outgoing] = []
        for row in post.rows:
            one = to.get(row.chat_id) if _may_move(row, post, speaker) else None
            if one is None:
                rows.append(row)
            else:
                rows += await _moved(work, row, one, post, catalogue)
        post.rows[:] = rows


def _is_twin(other: Outgoing, row: Outgoing, chat: int) -> bool:
    """The deputy is told the same in their own right, as one of several who are asked."""
    if other.chat_id != chat or other.method != row.method:
        return False
    if row.anchor:
        return other.anchor == row.anchor
    return "text" in row.parameters and other.parameters.get("text") == row.parameters["text"]


def _may_move(row: Outgoing, post: Post, speaker: int) -> bool:
    return (
        row.chat_id > 0 and row.chat_id != speaker and is_message(row.method) and row.id not in post.personal
    )


async def _moved(
    work: Work, row: Outgoing, to: Readdressed, post: Post, catalogue: Catalogue
) -> list[Outgoing]:
    """In the deputy's language. A card that the absent person has already is kept up to date there as well."""
    words = catalogue[to.language]
    said = post.retold(row, words)
    if any(_is_twin(other, said, to.to) for other in post.rows):
        return []
    behalf = Behalf(to.employee_id, to.to, words("behalf-label", name=to.name))
    sent = replace(said, id=next_id(), chat_id=to.to, parameters=on_behalf(said.parameters, behalf))
    if row.anchor is None or not row.method.startswith("edit"):
        return [sent]
    kept = [row] if await absences.has_anchor(work.tx, row.anchor, row.chat_id) else []
    post.personal.update(one.id for one in kept)
    return kept if await _is_answered(work, post, row.anchor, to.to) else [*kept, sent]


async def _is_answered(work: Work, post: Post, anchor: str, chat: int) -> bool:
    """The deputy's own card stands there and shows already what their tap has come to."""
    message = await outbox.find_message(work.tx, anchor, chat)
    return message is not None and any(
        one.chat_id == chat and one.parameters.get("message_id") == message for one in post.rows
    )
