"""What is to keep claims from coming again: a reason that repeats, its claims, what was done."""

from collections.abc import Sequence

from domain.actors import Actor
from screens import format as written
from screens.callbacks.claims import (
    AnswerPrevention,
    AskPreventionOwner,
    GivePrevention,
    OpenClaimCard,
    OpenClaims,
    OpenPrevention,
)
from screens.claim_views import PreventionView
from screens.claims import fault_name, kind_name, person_name
from screens.order_parts import short
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

TEXT = 800


def reason(words: Words, view: PreventionView) -> str:
    """«бой, порча · Масло 82,5» or «бой, порча · склад»."""
    kind = kind_name(words, view.kind)
    if view.product:
        return f"{kind} · {short(view.product)}"
    return f"{kind} · {fault_name(words, view.fault)}" if view.fault is not None else kind


def card(words: Words, view: PreventionView, *, key: str = "") -> Screen:
    """`key` says over it why it comes. Who leads may give it to another; whoever has it answers what was done."""
    parts = [words(key)] if key else []
    parts.append(words("msg-prevention", reason=reason(words, view), count=len(view.claims), days=view.days))
    parts += [
        words(
            "prevention-claim",
            number=one.id,
            client=one.client,
            sum=written.money(words, one.amount) if one.amount else "none",
        )
        for one in view.claims
    ]
    if view.closed:
        parts.append(words("prevention-closed", answer=short(view.answer, TEXT)))
    else:
        due = written.day(words, view.due, view.today)
        parts.append(words("prevention-open", due=due, owner=view.owner or "none"))
    return Screen(clipped("\n".join(parts)), _rows(words, view))


def _rows(words: Words, view: PreventionView) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if view.leads:
        claims = [
            tap(
                words.plain("btn-claim-row", number=one.id, client=short(one.client, 20)),
                OpenClaimCard(claim=one.id),
            )
            for one in view.claims
        ]
        rows += in_rows(claims, 2)
    if not view.closed:
        done = tap(words.plain("btn-prevention-answer"), AnswerPrevention(prevention=view.id))
        who = tap(words.plain("btn-claim-give"), AskPreventionOwner(prevention=view.id))
        rows.append((done, who) if view.leads else (done,))
    return (*rows, (tap(words.plain("btn-to-claims"), OpenClaims()),))


def ask_owner(words: Words, view: PreventionView, people: Sequence[Actor]) -> Screen:
    buttons = [
        tap(person_name(words, one), GivePrevention(prevention=view.id, employee=one.id))
        for one in people[:40]
    ]
    key = "ask-prevention-owner" if people else "ask-claim-owner-none"
    return Screen(words(key), (*in_rows(buttons, 2), _back(words, view)))


def ask_answer(words: Words, view: PreventionView) -> Screen:
    return Screen(words("ask-prevention-answer", reason=reason(words, view)), (_back(words, view),))


def _back(words: Words, view: PreventionView) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenPrevention(prevention=view.id)),)
