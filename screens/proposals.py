"""Proposals upwards: the list by what waits, the card with what may be decided."""

from collections.abc import Sequence
from html import escape

from domain.errands import ProposalKind, ProposalStatus
from screens import format as written
from screens.announcement_views import ProposalView
from screens.callbacks.errands import OpenErrands
from screens.callbacks.proposals import (
    AskProposal,
    DecideProposal,
    OpenProposal,
    OpenProposals,
    ProposalsFile,
    SetProposalKind,
)
from screens.menu import leave_row
from screens.screen import Screen, clipped, in_rows, tap
from screens.words import Words

LABEL = 30


def card(words: Words, view: ProposalView, key: str = "") -> Screen:
    """`key` says first why it comes."""
    status = words.plain(f"proposal-status-{view.status}")
    lines = [words(key, author=view.author, status=status), ""] if key else []
    kind = words.plain(f"proposal-kind-{view.kind}")
    lines.append(words("msg-proposal", number=view.id, kind=kind, status=status))
    lines.append(words("proposal-author", author=view.author, day=written.short_day(words, view.at.date())))
    lines += ["", escape(view.text, quote=False)]
    if view.decided_by:
        considered = "yes" if view.status is ProposalStatus.CONSIDERED else "no"
        told = {"who": view.decided_by, "text": view.answer or "none", "considered": considered}
        lines += ["", words("proposal-decided", **told)]
    buttons = [
        tap(words.plain(f"btn-proposal-{step}"), DecideProposal(proposal=view.id, status=step))
        for step in view.steps
    ]
    kinds = []
    if view.mine and view.status is ProposalStatus.NEW:
        kinds = [
            tap(
                words.plain("btn-proposal-kind", kind=words.plain(f"proposal-kind-{kind}").lower()),
                SetProposalKind(proposal=view.id, kind=kind),
            )
            for kind in ProposalKind
            if kind is not view.kind
        ]
    back = (tap(words.plain("btn-proposals"), OpenProposals()),)
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), *in_rows(kinds, 2), back))


def listed(words: Words, views: Sequence[ProposalView], *, leads: bool) -> Screen:
    new = sum(view.status is ProposalStatus.NEW and bool(view.steps) for view in views)
    lines = [words("msg-proposals" if views else "msg-proposals-none", new=new)]
    for view in views:
        status = words.plain(f"proposal-status-{view.status}")
        lines.append(
            words(
                "proposal-line", number=view.id, author=view.author, text=_short(view.text, 80), status=status
            )
        )
    buttons = [
        tap(
            _short(words.plain("btn-proposal-one", number=view.id, text=view.text), LABEL),
            OpenProposal(proposal=view.id),
        )
        for view in views
    ]
    last = [tap(words.plain("btn-proposal-new"), AskProposal())]
    if leads and views:
        last.append(tap(words.plain("btn-proposals-file"), ProposalsFile()))
    last.append(tap(words.plain("btn-errands"), OpenErrands()))
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), *in_rows(last, 2)))


def _short(text: str, longest: int) -> str:
    one = " ".join(text.split())
    return one if len(one) <= longest else one[: longest - 1].rstrip() + "…"


def ask(words: Words) -> Screen:
    return Screen(words("ask-proposal"), (leave_row(words),))


def ask_words(words: Words, view: ProposalView) -> Screen:
    """Why it is declined."""
    back = (tap(words.plain("btn-proposal-back"), OpenProposal(proposal=view.id)),)
    text = "\n".join([words("ask-proposal-why", author=view.author), "", escape(view.text, quote=False)])
    return Screen(clipped(text), (back,))


def file_caption(words: Words) -> Screen:
    return Screen(words("msg-proposals-file"))
