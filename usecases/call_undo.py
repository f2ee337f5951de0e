"""A result logged from a card, gone back to and taken back: a mis-tap is the commonest fault of a thumb.

What was written is kept as a saved draft is (ADR 0010), so one rule says when it can still be undone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta

from capture.acts import CallAct, Named
from domain.actors import SELLING, Actor
from domain.outcome_settings import OwnOutcome
from domain.outcomes import Answer, FollowUp, NextKind, Outcome
from screens.draft_views import DraftState
from storage import call_cards, clients
from storage import drafts as stored
from storage.clients import Client
from storage.journal import Change, Journal
from usecases import draft_undo
from usecases.access import allowed
from usecases.calls import Recorded, record_call
from usecases.draft_acts import Drafted, to_json
from usecases.drafts import own_draft
from usecases.errors import NotFoundError, StaleError
from usecases.scope import get_client, managers_for
from usecases.work import Work

# What these write beside the call itself is noted by a journal; the rest is known beforehand, and costs no reading.
WRITES_MORE = frozenset({Outcome.PROMISE, Outcome.CLAIM, Outcome.MEETING, Outcome.WRONG_NUMBER})
FORGOTTEN_WITHIN = timedelta(days=1)
FIELDS = tuple(field.name for field in fields(Change))


@dataclass(frozen=True, slots=True)
class Worked:
    """The card that the actor worked last today. `at` is local; `next` is what now follows for the client.

    `undo` is the draft to take back, None where it is too late; `typed`: it was saved from a line, and has a card of its own.
    """

    client: Client
    outcome: Outcome
    at: datetime
    next: FollowUp
    undo: int | None = None
    typed: bool = False
    own: str = ""


@allowed(*SELLING)
async def log_call(
    actor: Actor,
    work: Work,
    client_id: int,
    outcome: Outcome,
    answer: Answer,
    *,
    person_id: int | None,
    seen: int,
    own: OwnOutcome | None = None,
) -> Recorded:
    """`record_call` from a card. Raises what that raises."""
    if outcome not in WRITES_MORE and not answer.competitor:
        done = await record_call(
            actor, work, client_id, outcome, answer, person_id=person_id, seen=seen, own=own
        )
        await _keep(actor, work, _act(done, answer, person_id), done.wrote)
        return done
    journal = Journal(work.tx)
    noted = replace(work, tx=journal)
    done = await record_call(actor, noted, client_id, outcome, answer, person_id=person_id, seen=seen)
    await _keep(actor, work, _act(done, answer, person_id), await journal.changes())
    return done


@allowed(*SELLING)
async def log_own(
    actor: Actor, work: Work, client_id: int, code: str, *, person_id: int | None, seen: int
) -> Recorded:
    """An outcome of the company's own. Raises `StaleError` where it has been taken out of the settings."""
    own = work.rules.outcomes.find(code)
    if own is None:
        raise StaleError(what="outcome")
    return await log_call(actor, work, client_id, own.like, Answer(), person_id=person_id, seen=seen, own=own)


def _act(done: Recorded, answer: Answer, person_id: int | None) -> CallAct:
    return CallAct(
        client=Named(str(done.client.id)),
        outcome=done.outcome,
        person=str(person_id) if person_id else None,
        reason=answer.reason,
    )


async def _keep(actor: Actor, work: Work, act: CallAct, changes: Sequence[Change]) -> None:
    before = work.now - timedelta(minutes=work.rules.drafts.undo_minutes)
    await work.tx.run(stored.FORGET_UNDO, employee=actor.id, before=before, since=before - FORGOTTEN_WITHIN)
    await work.tx.run(
        call_cards.KEEP,
        employee_id=actor.id,
        text="",
        acts=to_json([Drafted(act)]),
        unread=[],
        state=DraftState.SAVED.value,
        created_at=work.now,
        saved_at=work.now,
        undo=[{name: getattr(change, name) for name in FIELDS} for change in changes],
    )


@allowed(*SELLING)
async def find_worked(actor: Actor, work: Work) -> Worked | None:
    """None where the actor has called nobody today, or may not see the client any more."""
    call = await call_cards.last_worked(work.tx, actor.id, work.today(actor))
    client = await clients.find(work.tx, call.client_id, await managers_for(actor, work)) if call else None
    if call is None or client is None:
        return None
    since = work.now - timedelta(minutes=work.rules.drafts.undo_minutes)
    kept = await call_cards.last_kept(work.tx, actor.id, since)
    its = kept is not None and any(one["table"] == "calls" and one["key"] == [call.id] for one in kept.undo)
    own = call.reason if call.reason and work.rules.outcomes.find(call.reason) else ""
    worked = Worked(client, Outcome(call.outcome), actor.local(call.at), next_of(actor, client), own=own)
    return replace(worked, undo=kept.id, typed=bool(kept.text)) if kept and its else worked


def next_of(actor: Actor, client: Client) -> FollowUp:
    """What is planned for the client, as it stands on its row."""
    if client.next_kind is None:
        return FollowUp()
    at = actor.local(client.next_at) if client.next_at else None
    return FollowUp(NextKind(client.next_kind), client.next_day, at)


@allowed(*SELLING)
async def undo_call(actor: Actor, work: Work, draft_id: int) -> tuple[Client, Outcome]:
    """The client as it was before, and the outcome taken back. Raises `NotFoundError` for what was saved from a line.

    And `UndoOverError` and `DraftChangedError` where somebody has gone on: then everything stays.
    """
    draft = await own_draft(actor, work, draft_id)
    if draft.text:
        raise NotFoundError(what="call", id=draft_id)
    done = await draft_undo.undo(actor, work, draft_id)
    act = done.view.acts[0].act
    assert isinstance(act, CallAct)
    assert act.client is not None
    return await get_client(actor, work, int(act.client.id or 0)), act.outcome
