"""One line of a digest: what it says, and the buttons that open its thing, ask about it or praise for it."""

from datetime import date
from html import escape

from domain.digest import ASKED_ABOUT, AlarmKind, Span, WinKind
from screens import format as written
from screens.callbacks.absences import OpenAbsence
from screens.callbacks.calls import StartCalls
from screens.callbacks.clients import OpenClient
from screens.callbacks.data import CallbackData
from screens.callbacks.debts import OpenDebt
from screens.callbacks.decisions import OpenDecisions
from screens.callbacks.digest import Ask, OpenCarried, OpenDay, OpenTimes, Praise
from screens.callbacks.errands import ErrandTopic, GiveErrand, OpenErrand
from screens.callbacks.occasions import OpenOccasions
from screens.callbacks.orders import OpenApproval, OpenOrder
from screens.digest_views import Fact
from screens.screen import FITS, Button, tap
from screens.words import Words

LABEL, ERRAND = 18, 60
ASKED = 9  # beside a picture, where three stand in a row
HOUR = 60
ORDERS = frozenset({AlarmKind.HELD, AlarmKind.NOT_ACCEPTED, WinKind.ORDER})
DEBTS = frozenset({AlarmKind.BROKEN, AlarmKind.PARTLY_KEPT, AlarmKind.DEBT, WinKind.KEPT})
PEOPLE = frozenset(
    {
        AlarmKind.OFF_PACE,
        AlarmKind.WEEK_BEHIND,
        AlarmKind.MONTH_BEHIND,
        AlarmKind.UNCOVERED,
        AlarmKind.UNREACHABLE,
        AlarmKind.CARRIED,
        WinKind.NEW_CLIENTS,
        WinKind.WEEK_BEST,
        WinKind.MONTH_BEST,
    }
)
WEEKLY = frozenset({AlarmKind.WEEK_BEHIND, WinKind.WEEK_BEST})
MONTHLY = frozenset({AlarmKind.MONTH_BEHIND, WinKind.MONTH_BEST})
# Nobody's in particular: the line names nobody, and nobody is asked about it.
OF_LEAD = frozenset({AlarmKind.DECISIONS})


def fact_text(words: Words, fact: Fact, today: date) -> str:
    """«Ромашка: обещание на 120 т.р. сорвано», HTML."""
    amount = written.thousands(words, fact.amount or 0)
    return words(
        f"digest-{fact.kind}",
        client=fact.client,
        named="yes" if fact.client else "no",
        manager=fact.manager,
        sum=amount,
        priced="yes" if fact.amount else "no",
        paid=written.thousands(words, fact.paid),
        claim=_claim(words, fact),
        due=written.day(words, fact.due, today) if fact.due else "",
        today="yes" if fact.due == today else "no",
        count=fact.count,
        days=fact.days,
        norm=fact.norm,
        order=str(fact.ref),
        hours=fact.count // HOUR,
        minutes=fact.count % HOUR,
        away=fact.away or "",
    )


def _claim(words: Words, fact: Fact) -> str:
    """The kind of a claim; what an errand says as it was typed."""
    if fact.kind is AlarmKind.ERRAND:
        return short(fact.claim, ERRAND)
    return words.plain(f"claim-{fact.claim}") if fact.claim else ""


def numbered(words: Words, number: int, fact: Fact, today: date) -> str:
    whose = "" if fact.kind in PEOPLE | OF_LEAD else f" ({escape(fact.manager, quote=False)})"
    return f"{number}. {fact_text(words, fact, today)}{whose}"


def open_button(fact: Fact, label: str, *, for_lead: bool) -> Button:
    """The thing itself: the order, the debt, the client, the manager's day."""
    if fact.kind in ORDERS:
        held = fact.kind is AlarmKind.HELD and for_lead
        return tap(label, OpenApproval(order=fact.ref) if held else OpenOrder(order=fact.ref))
    if fact.kind in DEBTS:
        return tap(label, OpenDebt(client=fact.client_id))
    if fact.kind is AlarmKind.ERRAND:
        return tap(label, OpenErrand(errand=fact.ref))
    if for_lead and fact.kind in PEOPLE | OF_LEAD:
        return tap(label, _of_person(fact))
    if fact.kind in PEOPLE or (fact.kind is AlarmKind.MISSED and not for_lead):
        return tap(label, OpenOccasions() if fact.kind is AlarmKind.MISSED else StartCalls())
    return tap(label, OpenClient(client=fact.client_id))


def _of_person(fact: Fact) -> CallbackData:
    """What the lead looks at where the line is about somebody, or waits for the lead."""
    if fact.kind is AlarmKind.UNCOVERED:
        return OpenAbsence(absence=fact.ref)
    if fact.kind is AlarmKind.DECISIONS:
        return OpenDecisions()
    day = fact.day.toordinal() if fact.day else 0
    if fact.kind in WEEKLY:
        return OpenTimes(employee=fact.manager_id, span=Span.WEEK, day=day)
    if fact.kind in MONTHLY:
        return OpenTimes(employee=fact.manager_id, span=Span.MONTH, day=day)
    opens = OpenCarried if fact.kind is AlarmKind.CARRIED else OpenDay
    return opens(employee=fact.manager_id)


def alarm_row(words: Words, number: int, fact: Fact, day: date) -> tuple[Button, ...]:
    """Open it, ask about it, have something done about it."""
    about = words.plain("btn-digest-decide") if fact.kind in OF_LEAD else fact.manager
    about = about if fact.kind in PEOPLE | OF_LEAD else fact.client or fact.manager
    if fact.kind not in ASKED_ABOUT or not fact.hears:
        return (open_button(fact, f"{number} · {short(about)}", for_lead=True),)
    label = short(f"{number} · {about}", FITS[2])
    row = (open_button(fact, label, for_lead=True),)
    ask = Ask(kind=AlarmKind(fact.kind), ref=fact.ref, day=(fact.day or day).toordinal())
    return (
        *row,
        tap(ask_label(words, fact, ASKED), ask),
        tap(words.plain("btn-errand-give"), errand_of(fact)),
    )


def ask_label(words: Words, fact: Fact, size: int = LABEL) -> str:
    key = "btn-digest-answered" if fact.answered else "btn-digest-asked" if fact.said else "btn-digest-ask"
    return words.plain(key, name=short(fact.manager, size))


def errand_of(fact: Fact) -> GiveErrand:
    """About the debt, the client or the person that the line is about."""
    if fact.kind in DEBTS:
        return GiveErrand(kind=ErrandTopic.DEBT, ref=fact.client_id)
    if fact.kind in PEOPLE or not fact.client_id:
        return GiveErrand(kind=ErrandTopic.WHO, ref=fact.manager_id)
    return GiveErrand(kind=ErrandTopic.ABOUT, ref=fact.client_id)


def win_button(words: Words, number: int, fact: Fact, day: date) -> Button:
    if not fact.hears:
        return open_button(fact, f"{number} · {short(fact.client or fact.manager)}", for_lead=True)
    key = "btn-digest-praised" if fact.said else "btn-digest-praise"
    praise = Praise(kind=WinKind(fact.kind), ref=fact.ref, day=(fact.day or day).toordinal())
    return tap(words.plain(key, number=number, name=short(fact.manager)), praise)


def short(text: str, size: int = LABEL) -> str:
    return text if len(text) <= size else text[: size - 1].rstrip() + "…"
