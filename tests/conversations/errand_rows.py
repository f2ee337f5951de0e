"""An errand, an announcement and a proposal, so that buttons can point at them."""

from datetime import timedelta

from domain.actors import Actor
from domain.errands import Aim, ErrandStatus, ProposalKind
from storage import announcements, errands, proposals
from usecases.work import Work


async def lay_errands(work: Work, manager: Actor, lead: Actor, client: int) -> dict[str, int]:
    """Given by the lead to the manager; announced to the manager; proposed by the manager."""
    errand = await errands.add(
        work.tx,
        giver_id=lead.id,
        doer_id=manager.id,
        pool=None,
        client_id=client,
        text="позвонить по возврату",
        file_kind=None,
        file_id=None,
        due=work.now + timedelta(days=2),
        status=ErrandStatus.GIVEN,
        created_at=work.now,
    )
    said = await announcements.add(
        work.tx,
        author_id=lead.id,
        aim=Aim.TEAM,
        text="склад закрыт",
        file_kind=None,
        file_id=None,
        created_at=work.now,
    )
    await announcements.add_readers(work.tx, said, [(manager.id, work.now)])
    proposal = await proposals.add(work.tx, manager.id, ProposalKind.GOODS, "завести кефир", work.now)
    return {"errand": errand, "announcement": said, "proposal": proposal}
