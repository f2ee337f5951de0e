"""One client's debt: documents, disputes, what to do next. The desk is in `screens.debt_desk`, the alert in `screens.debt_alert`."""

from dataclasses import dataclass, replace
from datetime import date
from html import escape

from domain.digest import AlarmKind
from domain.disputes import Dispute
from domain.dunning import PRESET
from domain.ladder import DunningLevel
from domain.names import display_phone
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.debts import (
    AskPromise,
    EndDispute,
    OpenDebt,
    OpenDebts,
    ToldPaid,
    ToLead,
)
from screens.callbacks.debts import Dispute as RaiseDispute
from screens.callbacks.digest import Ask
from screens.callbacks.dunning import (
    AskSilence,
    CallDebtor,
    EndSilence,
    NextDebtor,
    OpenAlert,
    OpenWords,
    TakeOver,
    TeamDebts,
    WalkDispute,
    WalkLead,
    WalkPaid,
    WalkPromise,
)
from screens.callbacks.errands import ErrandTopic
from screens.errands import give_button
from screens.reconciliation_board import client_button
from screens.screen import Button, Screen, clipped, tap
from screens.standing import StandingView, standing_lines
from screens.words import Words

Rows = tuple[tuple[Button, ...], ...]
NAME_ON_BUTTON = 24


@dataclass(frozen=True, slots=True)
class FileAge:
    """Which file the figures come from: `as_of` the newest date, `oldest` that of the clients it did not name."""

    as_of: date | None
    oldest: date | None
    today: date


@dataclass(frozen=True, slots=True)
class Document:
    """`days` past the term today; `due` None where no term is known. `owner` settles the dispute by the day `until`."""

    id: int
    name: str
    amount: int
    due: date | None
    days: int
    dispute: str
    owner: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """`left` in kopecks is what is not yet seen of it; None where no sum was named."""

    id: int
    due: date
    left: int | None


@dataclass(frozen=True, slots=True)
class Card:
    """What one client owes; `overdue` is as of today, `overdue_then` as of the file. `broken_due` is the day of the last word not kept.

    `told_lead`: it was passed to the lead today. `place` is (which, of how many) where the card is one of the alert's. `undunned_why` says who asked for silence, too.
    `pays_on` is a weekday, 0 for Monday. `who` is whom to ask for money, with a number in E.164.
    """

    client_id: int
    name: str
    file: FileAge
    debt: int
    overdue: int
    advance: int
    documents: tuple[Document, ...]
    more: int
    promises: tuple[OpenPromise, ...]
    broken_due: date | None
    quiet_until: date | None
    level: DunningLevel | None
    may_act: bool
    may_tell_lead: bool
    overdue_then: int = 0
    who: str = ""
    phone: str | None = None
    pays_on: int | None = None
    undunned_until: date | None = None
    undunned_why: str = ""
    manager_id: int = 0
    may_lead: bool = False
    told_lead: bool = False
    place: tuple[int, int] | None = None
    standing: StandingView | None = None

    @property
    def silent_until(self) -> date | None:
        return max(filter(None, (self.quiet_until, self.undunned_until)), default=None)

    @property
    def escalated(self) -> bool:
        """The lead's business by now."""
        return self.level is not None and self.level.step >= DunningLevel.LEAD.step

    @property
    def for_lead(self) -> bool:
        """Whether the reader leads, and the debt has climbed or was passed on."""
        return self.may_lead and (self.escalated or self.told_lead)

    @property
    def disputed(self) -> bool:
        return any(document.dispute for document in self.documents)


# --- what every screen of debts says


def short_name(name: str) -> str:
    return name if len(name) <= NAME_ON_BUTTON else name[: NAME_ON_BUTTON - 1] + "…"


def file_age(words: Words, file: FileAge) -> str:
    """«По файлу от 20.11, 3 дня назад.»"""
    if file.as_of is None:
        return words("debts-no-file")
    day = written.short_day(words, file.as_of)
    days = max((file.today - file.as_of).days, 0)
    if file.oldest is not None and file.oldest < file.as_of:
        oldest = written.short_day(words, file.oldest)
        return words("debts-files", day=day, days=days, oldest=oldest)
    return words("debts-file", day=day, days=days)


# --- one client


def card(words: Words, shown: Card, *, before: str = "") -> Screen:
    """`before` is the line that says what the last tap recorded."""
    money = {"debt": written.money(words, shown.debt), "overdue": written.money(words, shown.overdue)}
    head = "msg-debt" if shown.debt else "msg-debt-none"
    lines = [
        *([before, ""] if before else []),
        words(head, name=shown.name, late=int(shown.overdue > 0), **money),
        _file_line(words, shown),
        *_standing(words, shown),
    ]
    if shown.phone or shown.who:
        lines.append(_whom(words, shown))
    if shown.documents or shown.advance:
        lines.append("")
    lines += [_document(words, document, shown.file.today) for document in shown.documents]
    if shown.more:
        lines.append(words("debt-more", count=shown.more))
    if shown.advance:
        lines.append(words("debts-advances", sum=written.money(words, shown.advance)))
    if shown.place is not None:
        lines += ["", words("debt-place", at=shown.place[0], total=shown.place[1])]
    return Screen(clipped("\n".join(lines)), card_rows(words, shown))


def _file_line(words: Words, shown: Card) -> str:
    """The days beside documents are today's; what the file itself said is told where it differs."""
    line = file_age(words, shown.file)
    if shown.file.as_of is None or shown.file.as_of >= shown.file.today or not shown.overdue:
        return line
    if shown.overdue != shown.overdue_then:
        return f"{line} {words('debt-then', sum=written.money(words, shown.overdue_then))}"
    return f"{line} {words('debt-days-today')}"


def _whom(words: Words, shown: Card) -> str:
    number = display_phone(shown.phone) if shown.phone else words.plain("debt-no-phone")
    return " · ".join(escape(part, quote=False) for part in (f"📞 {number}", shown.who) if part)


def _standing(words: Words, shown: Card) -> list[str]:
    today = shown.file.today
    lines = [_promise(words, one, today) for one in shown.promises]
    if shown.broken_due is not None:
        lines.append(words("debt-broken", day=written.day(words, shown.broken_due)))
    lines += standing_lines(words, shown.standing)
    if shown.pays_on is not None:
        lines.append(words("debt-pays-on", weekday=words.plain(f"weekdays-{shown.pays_on + 1}")))
    lines += _silence(words, shown)
    if shown.told_lead and not shown.may_lead:
        lines.append(words("debt-told-lead"))
    if shown.level is not None and not shown.promises and shown.silent_until is None:
        mine = shown.may_lead and shown.level is DunningLevel.LEAD
        step = "dunning-lead-mine" if mine else f"dunning-{shown.level}"
        lines.append(words("debt-next", step=words.plain(step)))
    return lines


def _silence(words: Words, shown: Card) -> list[str]:
    """Until the later of the two days."""
    if shown.silent_until is None:
        return []
    until = written.day(words, shown.silent_until, shown.file.today)
    if shown.silent_until != shown.undunned_until:
        return [words("debt-quiet", day=until)]
    said = [words("note-told-paid")] if shown.quiet_until else []
    return [*said, words("debt-undunned", day=until, why=silence_reason(words, shown.undunned_why))]


def silence_reason(words: Words, why: str) -> str:
    """«договорились — Анна», inside a sentence: a preset reason in the reader's words, a typed one as it was written."""
    code, dash, who = why.partition(" — ")
    if code not in PRESET:
        return why
    said = words.plain(code)
    return f"{said[:1].lower()}{said[1:]}{dash}{who}"


def _promise(words: Words, one: OpenPromise, today: date) -> str:
    day = written.day(words, one.due, today)
    if one.left is None:
        return words("debt-promise", day=day)
    return words("debt-promise-sum", day=day, sum=written.money(words, one.left))


def _document(words: Words, document: Document, today: date) -> str:
    amount = written.money(words, document.amount)
    facts = {"name": document.name or words.plain("debt-balance"), "sum": amount}
    if document.due is None:
        line = words("debt-document-no-term", **facts)
    else:
        due = written.short_day(words, document.due)
        line = words("debt-document", due=due, days=document.days, **facts)
    return f"{line} {_dispute(words, document, today)}" if document.dispute else line


def _dispute(words: Words, document: Document, today: date) -> str:
    if document.until is None:
        return words("debt-disputed", reason=document.dispute)
    return words(
        "debt-disputed-until",
        reason=document.dispute,
        owner=document.owner,
        day=written.short_day(words, document.until),
        late=int(document.until < today),
    )


def card_rows(words: Words, shown: Card) -> Rows:
    id_ = shown.client_id
    back = (tap(words.plain("btn-debts"), OpenDebts()), tap(words.plain("btn-debt-client"), OpenClient(client=id_)))  # fmt: skip
    if not shown.may_act:
        return ((back[0], client_button(words, id_)),)
    rows = [*_action_rows(words, shown), *_other_rows(words, shown)]
    if shown.for_lead:
        back = (tap(words.plain("btn-debt-list"), TeamDebts()), back[1])
    if shown.place is None:
        return (*rows, (*back, client_button(words, id_)))
    on = tap(words.plain("btn-debt-on"), NextDebtor(client=id_))
    return (*rows, (tap(words.plain("btn-debt-list"), OpenAlert()), on))


def _action_rows(words: Words, shown: Card) -> list[tuple[Button, ...]]:
    """The five: call, promised, paid, dispute, to the lead. Those of the alert lead on to the next client."""
    id_, walk = shown.client_id, shown.place is not None
    promise = WalkPromise(client=id_) if walk else AskPromise(client=id_)
    rows: list[tuple[Button, ...]] = [
        (
            tap(words.plain("btn-debt-call"), CallDebtor(client=id_)),
            tap(words.plain("btn-debt-promise"), promise),
        )
    ]
    if shown.debt:
        paid = WalkPaid(client=id_) if walk else ToldPaid(client=id_)
        dispute = WalkDispute(client=id_) if walk else RaiseDispute(client=id_)
        rows.append(
            (
                tap(words.plain("btn-debt-paid"), paid),
                tap(words.plain("btn-debt-agreed"), EndDispute(client=id_))
                if shown.disputed
                else tap(words.plain("btn-debt-dispute"), dispute),
            )
        )
    return rows


def _other_rows(words: Words, shown: Card) -> list[tuple[Button, ...]]:
    id_ = shown.client_id
    row = []
    if shown.debt and shown.may_tell_lead and not shown.told_lead:
        to_lead_now = WalkLead(client=id_) if shown.place is not None else ToLead(client=id_)
        row.append(tap(words.plain("btn-debt-lead"), to_lead_now))
    if shown.level is not None:
        row.append(tap(words.plain("btn-debt-words"), OpenWords(client=id_)))
    rows = [tuple(row)] if row else []
    if shown.for_lead:
        day = shown.file.today.toordinal()
        ask = tap(words.plain("btn-debt-ask"), Ask(kind=AlarmKind.DEBT, ref=id_, day=day))
        take = tap(words.plain("btn-debt-take"), TakeOver(client=id_))
        rows.append((ask, take) if shown.undunned_until is None else (ask,))
        rows.append((give_button(words, ErrandTopic.DEBT, id_),))
    if shown.silent_until is not None:
        rows.append((tap(words.plain("btn-debt-remind"), EndSilence(client=id_)),))
    elif shown.debt:
        rows.append((tap(words.plain("btn-debt-hush"), AskSilence(client=id_)),))
    return rows


def to_lead(words: Words, manager: str, shown: Card, *, dispute: Dispute | None = None) -> Screen:
    """What the lead is sent: who asks, the facts of the debt, a dispute with its reason where there is one, what to do."""
    key, reason = ("ntf-debt-dispute", dispute.reason) if dispute else ("ntf-debt-lead", "")
    lines = [words(key, manager=manager, name=shown.name, reason=reason)]
    lines.append(
        words(
            "debt-facts",
            debt=written.money(words, shown.debt),
            overdue=written.money(words, shown.overdue),
            days=max((document.days for document in shown.documents), default=0),
        )
    )
    lines += [file_age(words, shown.file), *_standing(words, replace(shown, told_lead=False))]
    open_ = tap(words.plain("btn-debt-open"), OpenDebt(client=shown.client_id))
    if dispute is not None and dispute.until is not None:
        day = written.day(words, dispute.until, shown.file.today)
        lines.append(words("ntf-debt-dispute-next", owner=dispute.owner, day=day))
        return Screen("\n".join(lines), ((open_,),))
    lines.append(words("ntf-debt-lead-next"))
    take = tap(words.plain("btn-debt-take"), TakeOver(client=shown.client_id))
    return Screen("\n".join(lines), ((open_, take),))


def taken_over(words: Words, lead: str, shown: Card) -> Screen:
    """For the manager: the lead speaks with the client now."""
    text = words("ntf-taken-over", name=shown.name, lead=lead)
    return Screen(text, ((tap(words.plain("btn-debt-open"), OpenDebt(client=shown.client_id)),),))
