"""A dispute: who settles it, by which day, and the question on that day."""

from collections.abc import Sequence
from datetime import date

from domain.actors import Actor
from domain.choices import DateChoice
from domain.disputes import Dispute
from screens import format as written
from screens.callbacks.debts import ALL_DOCUMENTS, DisputeMore
from screens.callbacks.debts import Dispute as RaiseDispute
from screens.callbacks.dunning import (
    DisputeLonger,
    DisputeOwner,
    DisputeSettled,
    DisputeUntil,
    NextDebtor,
    OpenAlertCard,
)
from screens.choices import day_rows
from screens.debts import NAME_ON_BUTTON, Document, short_name
from screens.menu import leave_row
from screens.screen import Button, Screen, in_rows, tap
from screens.words import Words

LONGER = (3, 10)
TO_CHOOSE = 8


def choose_document(
    words: Words, client_id: int, name: str, documents: Sequence[Document], today: date, *, start: int = 0
) -> Screen:
    """Eight of the documents from `start` on; past their end, the first again."""
    start = start if start < len(documents) else 0
    rows = [
        (
            tap(_document(words, one, today), RaiseDispute(client=client_id, document=one.id)),
        )
        for one in documents[start : start + TO_CHOOSE]
    ]  # fmt: skip
    turn = []
    if start:
        before = DisputeMore(client=client_id, start=max(start - TO_CHOOSE, 0))
        turn.append(tap(words.plain("btn-debts-back"), before))
    left = len(documents) - start - TO_CHOOSE
    if left > 0:
        after = DisputeMore(client=client_id, start=start + TO_CHOOSE)
        turn.append(tap(words.plain("btn-debts-on", left=left), after))
    every = (tap(words.plain("btn-dispute-all"), RaiseDispute(client=client_id, document=ALL_DOCUMENTS)),)
    back = (tap(words.plain("btn-back"), OpenAlertCard(client=client_id)),)
    turned = (tuple(turn),) if turn else ()
    return Screen(words("ask-dispute-document", name=name), (*rows, *turned, every, back))


def _document(words: Words, one: Document, today: date) -> str:
    name = written.short_document(one.name, today, NAME_ON_BUTTON) or words.plain("debt-balance")
    return words.plain("btn-dispute-document", name=name, sum=written.thousands(words, one.amount))


def ask_reason(words: Words, name: str) -> Screen:
    return Screen(words("ask-dispute", name=name), (leave_row(words),))


def raised(words: Words, found: Dispute, owners: Sequence[Actor], today: date, *, walking: bool) -> Screen:
    """It stands already; who else may settle it is one tap more. `walking`: it came from the alert of the day."""
    alone = all(person.id == found.owner_id for person in owners)
    lines = [_facts(words, "msg-dispute", found, today)]
    lines += [] if alone else ["", words("ask-dispute-owner")]
    buttons = [
        tap(_owner(words, person, found), DisputeOwner(document=found.id, employee=person.id))
        for person in (() if alone else owners)
    ]
    return Screen("\n".join(lines), (*in_rows(buttons, 2), *_after(words, found, walking=walking)))


def _owner(words: Words, person: Actor, found: Dispute) -> str:
    return words.plain("btn-dispute-me") if person.id == found.owner_id else short_name(person.name)


def _after(words: Words, found: Dispute, *, walking: bool) -> tuple[tuple[Button, ...], ...]:
    other = tap(words.plain("btn-dispute-until"), DisputeUntil(document=found.id))
    row = (other, tap(words.plain("btn-to-debt"), OpenAlertCard(client=found.client_id)))
    on = (tap(words.plain("btn-debt-on"), NextDebtor(client=found.client_id)),)
    return (row, on) if walking else (row,)


def ask_until(words: Words, found: Dispute, choices: Sequence[DateChoice], today: date) -> Screen:
    def make(day: date) -> DisputeUntil:
        return DisputeUntil(document=found.id, day=day.toordinal())

    text = _facts(words, "ask-dispute-until", found, today)
    return Screen(text, (*day_rows(words, choices, make), leave_row(words)))


def moved(words: Words, found: Dispute, today: date, *, opens: bool, walking: bool) -> Screen:
    """With another owner, or another day. `opens`: whether the reader may see the debt itself."""
    rows = _after(words, found, walking=walking) if opens else _rows(words, found, opens=False)
    return Screen(_facts(words, "msg-dispute-moved", found, today), rows)


def given(words: Words, found: Dispute, who: str, today: date, *, opens: bool) -> Screen:
    """For the new owner."""
    text = _facts(words, "ntf-dispute-given", found, today, who=who)
    return Screen(text, _rows(words, found, opens=opens))


def due(words: Words, found: Dispute, *, opens: bool) -> Screen:
    """The question on the day by which it was to be settled."""
    return Screen(_facts(words, "ntf-dispute-due", found, None), _rows(words, found, opens=opens))


def settled(words: Words, found: Dispute, *, opens: bool) -> Screen:
    row = (tap(words.plain("btn-to-debt"), OpenAlertCard(client=found.client_id)),)
    return Screen(_facts(words, "msg-dispute-settled", found, None), (row,) if opens else ())


def told_settled(words: Words, found: Dispute, who: str) -> Screen:
    """For the manager: somebody else has settled it."""
    row = (tap(words.plain("btn-debt-open"), OpenAlertCard(client=found.client_id)),)
    return Screen(_facts(words, "ntf-dispute-settled", found, None, who=who), (row,))


def _rows(words: Words, found: Dispute, *, opens: bool) -> tuple[tuple[Button, ...], ...]:
    settle = tap(words.plain("btn-dispute-settled"), DisputeSettled(document=found.id))
    longer = [
        tap(words.plain("btn-dispute-longer", count=count), DisputeLonger(document=found.id, count=count))
        for count in LONGER
    ]
    open_ = (tap(words.plain("btn-debt-open"), OpenAlertCard(client=found.client_id)),)
    return ((settle, *longer), open_) if opens else ((settle, *longer),)


def _facts(words: Words, key: str, found: Dispute, today: date | None, *, who: str = "") -> str:
    document = found.document or words.plain("debt-balance")
    if found.others:
        document = words.plain("dispute-documents", document=document, count=found.others)
    return words(
        key,
        name=found.client,
        document=document,
        sum=written.money(words, found.amount),
        reason=found.reason,
        owner=found.owner,
        day=written.day(words, found.until, today) if found.until else "",
        who=who,
    )
