"""Proposals upwards: on goods, prices, work; what the lead decides, and that the author hears of each step."""

from dataclasses import dataclass

from domain.actors import EVERYBODY, LEADING, Actor, Role
from domain.errands import NEXT_STEPS, ErrandTextError, ProposalKind, ProposalStatus, kept_words
from screens.announcement_views import ProposalView
from screens.screen import FileRef
from screens.words import Catalogue
from storage import clients, employees, proposals
from storage.proposals import Proposal
from usecases import audit
from usecases.access import allowed, inner
from usecases.errand_views import people_under
from usecases.errors import NotFoundError, StaleError
from usecases.work import Work

SHOWN, IN_FILE = 15, 1000
COLUMNS = ("at", "author", "kind", "text", "status", "answer", "decided")


@dataclass(frozen=True, slots=True)
class Moved:
    """The proposal for who acted, and whom to tell, each with the own view; nobody after a repeated tap."""

    view: ProposalView
    told: tuple[tuple[Actor, ProposalView], ...] = ()


@allowed(*EVERYBODY)
async def propose(actor: Actor, work: Work, kind: ProposalKind, text: str) -> Moved:
    """The leads are told; of who has none, the owner. Raises `ErrandTextError` for nothing said."""
    said = kept_words(text)
    if not said:
        raise ErrandTextError(text=text)
    id_ = await proposals.add(work.tx, actor.id, kind, said, work.now)
    told = [(lead, await get_proposal(lead, work, id_)) for lead in await _above(actor, work)]
    return Moved(await get_proposal(actor, work, id_), tuple(told))


@inner
async def _above(actor: Actor, work: Work) -> list[Actor]:
    """The nearest leads who decide it, else the owner."""
    leads = [one for one in await employees.leads_of(work.tx, actor) if await _decides(one, work, actor.id)]
    found = leads or await employees.with_role(work.tx, Role.OWNER)
    return [one for one in found if one.id != actor.id]


@inner
async def _decides(actor: Actor, work: Work, author: int) -> bool:
    """Whether it comes from somebody below; nobody decides their own."""
    if not actor.leads or author in actor.hands:
        return actor.role is Role.OWNER
    return author in {one.id for one in await people_under(actor, work)}


@inner
async def _read(actor: Actor, work: Work, proposal_id: int, *, lock: bool = False) -> tuple[Proposal, bool]:
    """With whether the actor decides it. Raises `NotFoundError` for any that is neither own nor from below."""
    one = await proposals.find(work.tx, proposal_id, lock=lock)
    decides = one is not None and await _decides(actor, work, one.author_id)
    if one is None or not (decides or one.author_id == actor.id):
        raise NotFoundError(what="proposal", id=proposal_id)
    return one, decides


@allowed(*EVERYBODY)
async def get_proposal(actor: Actor, work: Work, proposal_id: int) -> ProposalView:
    """Raises `NotFoundError`."""
    one, decides = await _read(actor, work, proposal_id)
    return await _view(actor, work, one, decides=decides)


@inner
async def _view(actor: Actor, work: Work, one: Proposal, *, decides: bool) -> ProposalView:
    names = await clients.manager_names(work.tx, [one.decided_by]) if one.decided_by else {}
    return ProposalView(
        one.id,
        one.author,
        one.kind,
        one.text,
        one.status,
        actor.local(one.created_at),
        one.answer,
        names.get(one.decided_by or 0, ""),
        mine=one.author_id == actor.id,
        steps=NEXT_STEPS[one.status] if decides else (),
    )


@allowed(*EVERYBODY)
async def list_proposals(actor: Actor, work: Work) -> list[ProposalView]:
    """The own ones, and for who leads those from below; the newest first, what waits for a decision before the rest."""
    found = await proposals.of_authors(work.tx, await _authors(actor, work), SHOWN)
    return [await _view(actor, work, one, decides=actor.leads and one.author_id != actor.id) for one in found]


@inner
async def _authors(actor: Actor, work: Work) -> list[int]:
    below = [one.id for one in await people_under(actor, work)] if actor.leads else []
    return [actor.id, *below]


@allowed(*EVERYBODY)
async def set_kind(actor: Actor, work: Work, proposal_id: int, kind: ProposalKind) -> ProposalView:
    """By its author, while nobody has looked at it."""
    one, _ = await _read(actor, work, proposal_id, lock=True)
    if one.author_id != actor.id:
        raise NotFoundError(what="proposal", id=proposal_id)
    if one.status is not ProposalStatus.NEW:
        raise StaleError(what="proposal")
    await proposals.set_kind(work.tx, one.id, kind)
    return await get_proposal(actor, work, one.id)


@allowed(*LEADING)
async def decide(
    actor: Actor, work: Work, proposal_id: int, status: ProposalStatus, answer: str = ""
) -> Moved:
    """The author is told. A refusal says why: raises `ErrandTextError` without words, `StaleError` where it went another way."""
    one, decides = await _read(actor, work, proposal_id, lock=True)
    if not decides:
        raise NotFoundError(what="proposal", id=proposal_id)
    if one.status is status:
        return Moved(await _view(actor, work, one, decides=True))
    if status not in NEXT_STEPS[one.status]:
        raise StaleError(what="proposal")
    said = kept_words(answer)
    if status is ProposalStatus.DECLINED and not said:
        raise ErrandTextError(text=answer)
    await proposals.move(work.tx, one.id, status=status, answer=said, by=actor.hand, at=work.now)
    author = await employees.find(work.tx, one.author_id)
    told = []
    if author is not None and author.id != actor.id:
        told.append((author, await get_proposal(author, work, one.id)))
    return Moved(await get_proposal(actor, work, one.id), tuple(told))


@allowed(*LEADING)
async def check_deciding(actor: Actor, work: Work, proposal_id: int, status: ProposalStatus) -> ProposalView:
    """Raises `NotFoundError` for one that others decide, `StaleError` where it went another way."""
    one, decides = await _read(actor, work, proposal_id)
    if not decides:
        raise NotFoundError(what="proposal", id=proposal_id)
    if status not in NEXT_STEPS[one.status]:
        raise StaleError(what="proposal")
    return await _view(actor, work, one, decides=True)


@allowed(*LEADING)
async def note_export(actor: Actor, work: Work) -> None:
    """For the audit. Raises `StaleError` for a second tap."""
    await audit.note_export(actor, work, what="proposals")


async def build_proposals(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """All that the employee of the reference may see; None where they are gone or lead nobody."""
    from exchange.xlsx_out import write_table_xlsx

    actor = await employees.find(work.tx, reference.id)
    if actor is None or not actor.leads:
        return None
    words = catalogue[reference.language]
    found = await proposals.of_authors(work.tx, await _authors(actor, work), IN_FILE)
    rows = [
        (
            actor.local(one.created_at).date(),
            one.author,
            words.plain(f"proposal-kind-{one.kind}"),
            one.text,
            words.plain(f"proposal-status-{one.status}"),
            one.answer,
            actor.local(one.moved_at).date() if one.moved_at else None,
        )
        for one in found
    ]
    heads = [words.plain(f"proposal-column-{name}") for name in COLUMNS]
    name = words.plain("proposal-file-name", day=work.today(actor).isoformat())
    return f"{name}.xlsx", write_table_xlsx(heads, rows, words.plain("proposal-sheet-name"))
