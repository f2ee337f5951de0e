"""What is typed in answer to a question about a call, read as a line about its client would be."""

from capture.acts import CallAct
from domain.actors import SELLING, Actor
from domain.outcomes import Answer, RefusalReason
from usecases.access import allowed
from usecases.draft_world import understand_line
from usecases.scope import get_client
from usecases.work import Work

LONGEST_NAME = 200
UNSAID = {None, RefusalReason.OTHER, RefusalReason.SUPPLIER}


@allowed(*SELLING)
async def read_refusal(actor: Actor, work: Work, client_id: int, refusal: str, text: str) -> Answer:
    """Why the client refused. `refusal` is the word for a refusal: what follows it in a line is its reason.

    What is no other reason names the competitor who has the client now.
    """
    client = await get_client(actor, work, client_id)
    said = " ".join(text.split())[:LONGEST_NAME]
    found = await understand_line(actor, work, f"{refusal}, {said}", client.id)
    reason = next((act.reason for act in found.acts if isinstance(act, CallAct)), None)
    if reason in UNSAID:
        return Answer(reason=RefusalReason.SUPPLIER, competitor=said)
    return Answer(reason=reason)
