"""Clients of a receivables file whom nobody could recognise: asked one by one, and remembered."""

from dataclasses import dataclass, replace

from capture.naming.client_keys import full_key, keys_of
from domain.actors import Actor
from domain.imports import ImportKind, ImportState
from screens.clients import ClientLine
from screens.import_views import Candidate, DoubtQuestion, KnownName, Shown
from storage import clients, import_memory, naming
from storage.clients import Found
from storage.imports import Import
from usecases.access import allowed
from usecases.clients import search
from usecases.errors import NotFoundError, StaleError
from usecases.import_matching import Matched
from usecases.import_parts import MAY, Doubt
from usecases.import_receivables import doubts_of, match_rows
from usecases.imports import get_load, show_load
from usecases.scope import get_client, managers_for
from usecases.work import Work

BRINGING = MAY[ImportKind.RECEIVABLES]
OFFERED = 4
SAME_WORD = 80.0
ALIKE = 75.0
WORDS_APART = 2
NAMES_ON_PAGE = 8
LAST_ID = 2**62
LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class _Asked:
    """The doubts of an import: open ones, and those answered since it came, the largest first."""

    found: Import
    doubts: list[Doubt]
    matches: list[Matched]

    def get(self, place: int) -> Doubt:
        """Raises `StaleError` where the row is recognised without any answer, or is not there."""
        doubt = next((one for one in self.doubts if one.place == place), None)
        if doubt is None:
            raise StaleError(what="import")
        return doubt

    def following(self, place: int | None) -> Doubt | None:
        """The next open one after `place`, or the first."""
        order = [one.place for one in self.doubts]
        start = order.index(place) + 1 if place in order else 0
        return next((one for one in self.doubts[start:] if not one.answered), None)


async def _asked(actor: Actor, work: Work, import_id: int) -> _Asked:
    found = await get_load(actor, work, import_id, ImportState.PREVIEW)
    if found.kind is not ImportKind.RECEIVABLES:
        raise StaleError(what="import")
    rows = found.plan["rows"]
    matches = await match_rows(actor, work, rows)
    doubts = [one for one in doubts_of(rows, matches, found.created_at) if one.answered or one.is_open]
    return _Asked(found, doubts, matches)


@allowed(*BRINGING)
async def ask_doubts(
    actor: Actor, work: Work, import_id: int, after: int | None = None
) -> DoubtQuestion | Shown:
    """The next open question after the one of row `after`; the preview where none is left."""
    asked = await _asked(actor, work, import_id)
    doubt = asked.following(after)
    if doubt is None:
        return await show_load(actor, work, import_id)
    return await _question(actor, work, asked, doubt)


@allowed(*BRINGING)
async def get_doubt(actor: Actor, work: Work, import_id: int, place: int) -> DoubtQuestion:
    """Raises `StaleError`."""
    asked = await _asked(actor, work, import_id)
    return await _question(actor, work, asked, asked.get(place))


@allowed(*BRINGING)
async def answer_doubt(
    actor: Actor, work: Work, import_id: int, place: int, client_id: int | None
) -> DoubtQuestion | Shown:
    """From now on the name is this client in every file; None: nobody of ours. The next question, or the preview."""
    asked = await _asked(actor, work, import_id)
    doubt = asked.get(place)
    client = await get_client(actor, work, client_id) if client_id is not None else None
    await import_memory.remember(
        work.tx,
        key=full_key(doubt.name),
        tax_number=doubt.tax_number,
        name=doubt.name[:LONGEST_NAME],
        client_id=client.id if client else None,
        by=actor.id,
        at=work.now,
    )
    following = await ask_doubts(actor, work, import_id, place)
    said = (doubt.name, client.name if client else "")
    return replace(following, said=said) if isinstance(following, DoubtQuestion) else following


@allowed(*BRINGING)
async def pass_over_rest(actor: Actor, work: Work, import_id: int) -> DoubtQuestion | Shown:
    """Every name that is still open is nobody of ours, but those that several clients have equally: they are asked on."""
    asked = await _asked(actor, work, import_id)
    names = {
        (full_key(one.name), one.tax_number): one.name[:LONGEST_NAME]
        for one in asked.doubts
        if not one.answered and not asked.matches[one.place].among
    }
    found = [(key, number, name) for (key, number), name in names.items()]
    await import_memory.remember_nobody(work.tx, found, by=actor.id, at=work.now)
    return await ask_doubts(actor, work, import_id)


@allowed(*BRINGING)
async def search_doubt(
    actor: Actor, work: Work, import_id: int, place: int, text: str
) -> tuple[DoubtQuestion, tuple[ClientLine, ...]]:
    hits = await search(actor, work, text)
    return await get_doubt(actor, work, import_id, place), hits.lines


async def _question(actor: Actor, work: Work, asked: _Asked, doubt: Doubt) -> DoubtQuestion:
    order = [one.place for one in asked.doubts]
    return DoubtQuestion(
        id=asked.found.id,
        place=doubt.place,
        number=order.index(doubt.place) + 1,
        total=len(order),
        name=doubt.name,
        tax_number=doubt.tax_number,
        amount=doubt.amount,
        candidates=await _candidates(actor, work, doubt, asked.matches[doubt.place]),
    )


# --- who may be meant ---------------------------------------------------------------------------------------------


async def _candidates(actor: Actor, work: Work, doubt: Doubt, match: Matched) -> tuple[Candidate, ...]:
    """Those who are meant equally, then those whose names are near; never one of another tax number."""
    managers = await managers_for(actor, work)
    near, _ = await naming.named_in(work.tx, doubt.name, managers)
    ids = list(dict.fromkeys([one.id for one in match.among] + near))
    among = {one.id for one in match.among}
    found = [
        one
        for one in await clients.by_ids(work.tx, ids, managers)
        if one.id in among or not (doubt.tax_number and one.tax_number and one.tax_number != doubt.tax_number)
    ]
    points = {one.id: 101.0 if one.id in among else nearness(doubt.name, one) for one in found}
    best = sorted(
        (one for one in found if points[one.id] >= ALIKE), key=lambda one: (-points[one.id], one.name)
    )[:OFFERED]
    names = await clients.manager_names(work.tx, sorted({one.manager_id for one in best}))
    return tuple(Candidate(one.id, one.name, names.get(one.manager_id, ""), one.address) for one in best)


def nearness(name: str, client: Found) -> float:
    """0-100 by the best readings of both names; 0 where they are more than a typo and `WORDS_APART` words apart."""
    own = keys_of(client.name) | keys_of(client.legal_name)
    return max((_near(wanted, key) for wanted in keys_of(name) for key in own), default=0.0)


def _near(wanted: str, key: str) -> float:
    from rapidfuzz.fuzz import ratio, token_set_ratio

    mine, theirs = set(wanted.split()), set(key.split())
    common = mine & theirs
    left, right = sorted(mine - common), sorted(theirs - common)
    paired = 0
    for word in left:
        twin = max(right, key=lambda other: ratio(word, other), default=None)
        if twin is not None and ratio(word, twin) >= SAME_WORD:
            right.remove(twin)
            paired += 1
    apart = len(left) - paired + len(right)
    if (not common and not paired) or apart > WORDS_APART:
        return 0.0
    score: float = token_set_ratio(wanted, key)
    return score - apart if common or paired == len(left) else score / 2


# --- what was answered before -------------------------------------------------------------------------------------


@allowed(*BRINGING)
async def list_names(actor: Actor, work: Work, start: int = 0) -> tuple[list[KnownName], int | None]:
    """A page of what was answered, the newest first, and where the next one starts. A lead's: of the own team."""
    managers = await managers_for(actor, work)
    found = await import_memory.page(work.tx, managers, start or LAST_ID, NAMES_ON_PAGE + 1)
    page = found[:NAMES_ON_PAGE]
    owners = sorted({one.client.manager_id for one in page if one.client})
    names = await clients.manager_names(work.tx, owners)
    lines = [
        KnownName(one.id, one.name, one.client.name, names.get(one.client.manager_id, ""))
        if one.client
        else KnownName(one.id, one.name)
        for one in page
    ]
    return lines, page[-1].id if len(found) > NAMES_ON_PAGE else None


@allowed(*BRINGING)
async def forget_name(actor: Actor, work: Work, name_id: int) -> str:
    """The name; the next file asks about it again. Raises `NotFoundError`."""
    found = await import_memory.find(work.tx, name_id, await managers_for(actor, work))
    if found is None or not await import_memory.forget(work.tx, found.id):
        raise NotFoundError(what="name", id=name_id)
    return found.name
