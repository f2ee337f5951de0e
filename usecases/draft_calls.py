"""The contacts of a draft: calls with what was agreed in them, promises, claims, and plans."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar

from capture import acts
from capture.acts import Act
from capture.language.morph import forms_of
from domain.actors import Actor
from domain.outcomes import Answer, FollowUp, NextKind, Outcome
from usecases.access import inner
from usecases.calls import agree_on, plan_contact, plan_visit, record_call
from usecases.claims import ClaimedGoods, open_claim
from usecases.draft_doubts import MET, NEXT_IS_ASKED, Known
from usecases.promises import take_promise
from usecases.work import Work

A = TypeVar("A", bound=Act)


@dataclass
class Beside:
    """What one client's acts hold besides the calls; each is taken by the call that it answers, or stands alone."""

    promises: list[acts.PromiseAct] = field(default_factory=list)
    claims: list[acts.ClaimAct] = field(default_factory=list)
    plans: list[acts.NextAct] = field(default_factory=list)


@inner
async def save_contacts(
    actor: Actor, work: Work, client_id: int, said: Sequence[Act], known: Known, *, text: str
) -> None:
    """A promise beside a call of outcome promise is that call's own, and so on; the last call takes the plan.

    `text` is the message that the acts were read from.
    """
    calls = _of(said, acts.CallAct)
    beside = Beside(_of(said, acts.PromiseAct), _of(said, acts.ClaimAct), _of(said, acts.NextAct))
    beside.plans.sort(key=lambda plan: (plan.day, plan.clock or time.max))
    for call in calls:
        answer, about = _answer(call, beside, known, text)
        agreed = _agreed(actor, work, beside.plans) if call is calls[-1] else None
        person = int(call.person) if call.person is not None else None
        await record_call(
            actor,
            work,
            client_id,
            call.outcome,
            answer,
            person_id=person,
            note=call.note,
            agreed=agreed,
            about=about,
        )
    if not calls and beside.plans:
        agreed = _agreed(actor, work, beside.plans)
        assert agreed is not None
        await plan_contact(actor, work, client_id, agreed)
    for plan in beside.plans:
        if plan.kind in MET:
            await plan_visit(actor, work, client_id, plan.day, plan.clock)
    for promise in beside.promises:
        await take_promise(actor, work, client_id, promise.amount, promise.due)
    for claim in beside.claims:
        await open_claim(actor, work, client_id, claim.kind, about_claim(claim, known, text))


def _of(said: Iterable[Act], kind: type[A]) -> list[A]:
    return [act for act in said if isinstance(act, kind)]


def _answer(
    call: acts.CallAct, beside: Beside, known: Known, text: str
) -> tuple[Answer, ClaimedGoods | None]:
    """What the menus would have asked, taken from the acts beside; and what a claim is about."""
    day: date | None = None
    clock: time | None = None
    if call.outcome is Outcome.PROMISE and beside.promises:
        promise = beside.promises.pop(0)
        return Answer(day=promise.due, amount=promise.amount), None
    if call.outcome is Outcome.CLAIM and beside.claims:
        claim = beside.claims.pop(0)
        return Answer(claim_kind=claim.kind), about_claim(claim, known, text)
    if call.outcome in NEXT_IS_ASKED or call.outcome is Outcome.NO_DECISION_MAKER:
        plan = _plan_for(call.outcome, beside.plans)
        if plan is not None:
            day, clock = plan.day, plan.clock
    return Answer(day=day, clock=clock, reason=call.reason), None


def _plan_for(outcome: Outcome, plans: list[acts.NextAct]) -> acts.NextAct | None:
    """A meeting is planned by the outcome itself; any other plan stays, to be the next contact as it was said."""
    if outcome is not Outcome.MEETING:
        return plans[0] if plans else None
    for at, plan in enumerate(plans):
        if plan.kind in MET:
            return plans.pop(at)
    return None


def _agreed(actor: Actor, work: Work, plans: Sequence[acts.NextAct]) -> FollowUp | None:
    """The earliest of them."""
    if not plans:
        return None
    first = plans[0]
    return agree_on(
        actor, work, NextKind.VISIT if first.kind in MET else NextKind.CALL, first.day, first.clock
    )


def about_claim(claim: acts.ClaimAct, known: Known, text: str) -> ClaimedGoods | None:
    if claim.product is None and claim.quantity is None:
        return None
    product = known.find_product(claim.product)
    name = product.name if product is not None else claim.product.query if claim.product is not None else ""
    unit = claim.unit.value if claim.unit is not None else product.unit if product is not None else ""
    product_id = product.id if product is not None else None
    return ClaimedGoods(name, product_id, claim.quantity, unit, _said(claim, text))


def _said(claim: acts.ClaimAct, text: str) -> str:
    """What is wrong, in the client's words: «мятые». A noun («бой», «возврат») says no more than the kind does."""
    start, end = dict(claim.sources).get("kind", (0, 0))
    said = text[start:end].strip()
    return "" if forms_of(said.casefold())[0].pos in {"", "NOUN"} and " " not in said else said
