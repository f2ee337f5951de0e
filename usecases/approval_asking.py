"""A question about an order to its lead: put, watched by the clock, closed."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.actors import Actor
from domain.approvals import Answer, ApprovalState, term_of
from domain.credit import CreditReason, CreditVerdict
from domain.decisions import DecisionKind, Verdict
from domain.prices import Asked
from domain.reminders import ReminderKind
from storage import approvals, employees, reminders
from storage.approvals import Approval
from storage.orders import Order
from usecases import decisions
from usecases.access import inner
from usecases.approval_views import approvers, silence_of
from usecases.stop_news import working_hours
from usecases.work import Work


def hold_codes(reasons: Iterable[CreditReason], asked: Sequence[Asked]) -> str:
    """As the order's row keeps them."""
    return ",".join([*reasons, *([CreditReason.DISCOUNT] if asked else [])])


@inner
async def put_question(
    actor: Actor,
    work: Work,
    order: Order,
    verdict: CreditVerdict | None,
    asked: Sequence[Asked],
    *,
    prepaid: bool,
) -> None:
    """`verdict` where credit holds the order; whoever may answer is woken before the time is over, and the manager then."""
    term = term_of(actor.local(work.now), work.rules.calendar, working_hours(work), work.rules.prices)
    approval_id = await approvals.add(
        work.tx,
        order.id,
        order.employee_id,
        on_credit=verdict is not None,
        prepaid=prepaid,
        asked=asked,
        at=work.now,
        nudge_at=term.nudge_at,
        due_at=term.due_at,
    )
    approval = await approvals.find(work.tx, approval_id)
    assert approval is not None
    await open_question(work, order, approval)
    await watch(work, approval)


@inner
async def open_question(work: Work, order: Order, approval: Approval) -> None:
    """It waits for the lead, and stands among the decisions."""
    credit = approval.on_credit and approval.credit is None
    price = bool(approval.asked) and approval.price not in {Answer.YES, Answer.AGREED}
    await decisions.ask(
        work,
        DecisionKind.ORDER,
        order.id,
        order.employee_id,
        client=order.client_id,
        amount=order.total,
        facts={"about": "both" if credit and price else "price" if price else "credit"},
        due=approval.due_at,
        silence=silence_of(work, approval).value,
    )


async def watch(work: Work, approval: Approval) -> None:
    """The manager's row is the clock, should every lead leave meanwhile."""
    manager = await employees.find(work.tx, approval.employee_id)
    at = approval.nudge_at if approval.nudge_at > work.now else approval.due_at
    people = {person.id for person in await approvers(work, manager)} | {approval.employee_id}
    people |= {one.id for one in await decisions.helpers(work, DecisionKind.ORDER, approval.order_id)}
    for id_ in sorted(people):
        await reminders.put(work.tx, id_, ReminderKind.APPROVAL, approval.id, at)


async def again(work: Work, approval: Approval, manager: Actor | None) -> Approval:
    """The clock begins anew: something else is asked, or somebody else."""
    local = manager.local(work.now) if manager else work.now
    term = term_of(local, work.rules.calendar, working_hours(work), work.rules.prices)
    return replace(approval, nudge_at=term.nudge_at, due_at=term.due_at)


_VERDICTS = {
    ApprovalState.COUNTERED: Verdict.COUNTER,
    ApprovalState.APPROVED: Verdict.YES,
    ApprovalState.DECLINED: Verdict.NO,
    ApprovalState.SILENT: Verdict.SILENT_NO,
}


async def note_word(work: Work, approval: Approval, state: ApprovalState, by: int | None) -> None:
    """Among the decisions: what has become of the question, and by whose word."""
    verdict = _VERDICTS.get(state, Verdict.WITHDRAWN)
    if approval.price is Answer.LIMITED:
        verdict = Verdict.SILENT_YES
    spoken = verdict in {Verdict.YES, Verdict.NO, Verdict.COUNTER}
    who = (by or approval.decided_by) if spoken else None
    await decisions.close(work, DecisionKind.ORDER, approval.order_id, verdict, who)


async def close(work: Work, approval: Approval, state: ApprovalState, by: int | None = None) -> None:
    """Nothing more is asked. `by` where it is another than has answered in the approval's own row."""
    await note_word(work, approval, state, by)
    await reminders.forget(work.tx, ReminderKind.APPROVAL, approval.id)
    await approvals.write(work.tx, replace(approval, state=state, closed_at=work.now))


async def close_of(work: Work, order_id: int, state: ApprovalState) -> int | None:
    """That of the order, where it waits for an answer; who had given a word on it."""
    approval = await approvals.last_of(work.tx, order_id)
    if approval is None or approval.closed_at is not None:
        return None
    await close(work, approval, state)
    return approval.decided_by
