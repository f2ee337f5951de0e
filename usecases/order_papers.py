"""What is attached to a draft for sales support: a photo of the client's list, a file. It goes with the order."""

from domain.actors import SELLING, Actor, Role
from domain.orders import OrderStatus
from screens.order_terms_views import PapersView, PaperView
from storage import order_papers
from storage.order_papers import Paper
from usecases.access import allowed, inner
from usecases.errors import NotFoundError
from usecases.order_errors import TooManyPapersError
from usecases.work import Work


async def count_papers(work: Work, order_id: int) -> int:
    return await order_papers.count(work.tx, order_id)


@allowed(*SELLING)
async def attach(
    actor: Actor, work: Work, order_id: int, kind: str, file_id: str, *, name: str
) -> PapersView:
    """`kind` photo or document. Raises `TooManyPapersError`."""
    from usecases.orders import own_draft

    order, client = await own_draft(work, actor, order_id)
    if await order_papers.count(work.tx, order.id) >= order_papers.MOST:
        raise TooManyPapersError(most=order_papers.MOST)
    await order_papers.add(
        work.tx, order.id, actor.id, kind=kind, file_id=file_id, name=name.strip(), at=work.now
    )
    return await _view(work, order.id, client.name, mine=True)


@allowed(*SELLING, Role.SUPPORT)
async def list_papers(actor: Actor, work: Work, order_id: int) -> PapersView:
    """Of an order that the actor may see."""
    from usecases.order_views import find_order, get_any_client

    order = await find_order(work, actor, order_id)
    client = await get_any_client(work, order.client_id)
    mine = order.status == OrderStatus.DRAFT and order.employee_id == actor.id
    return await _view(work, order.id, client.name, mine=mine)


@allowed(*SELLING, Role.SUPPORT)
async def get_paper(actor: Actor, work: Work, paper_id: int) -> tuple[Paper, PapersView]:
    """To be sent once more."""
    paper = await _get(work, paper_id)
    return paper, await list_papers(actor, work, paper.order_id)


@allowed(*SELLING)
async def drop_paper(actor: Actor, work: Work, paper_id: int) -> PapersView:
    paper = await _get(work, paper_id)
    await _own(work, actor, paper)
    await work.tx.run(order_papers.FORGET, id_=paper.id)
    return await list_papers(actor, work, paper.order_id)


@allowed(*SELLING)
async def take_paper(actor: Actor, work: Work, paper_id: int) -> Paper:
    """Off the draft, for it was a file to be loaded."""
    paper = await _get(work, paper_id)
    await _own(work, actor, paper)
    await work.tx.run(order_papers.FORGET, id_=paper.id)
    return paper


@inner
async def forget_papers(work: Work, order_id: int) -> None:
    """Of a draft that is thrown away."""
    await work.tx.run(order_papers.FORGET_OF, order_id_=order_id)


async def _get(work: Work, paper_id: int) -> Paper:
    found = await order_papers.find(work.tx, paper_id)
    if found is None:
        raise NotFoundError(what="paper", id=paper_id)
    return found


async def _own(work: Work, actor: Actor, paper: Paper) -> None:
    from usecases.orders import own_draft

    await own_draft(work, actor, paper.order_id)


async def _view(work: Work, order_id: int, client: str, *, mine: bool) -> PapersView:
    found = await order_papers.of_order(work.tx, order_id)
    return PapersView(order_id, client, tuple(PaperView(one.id, one.kind, one.name) for one in found), mine)
