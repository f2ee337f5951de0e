"""Clients: lists, what a search found, the card, a new one, changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape

from domain.actors import LEADING, SELLING, Role
from domain.clients import ClientField, ClientKind
from domain.names import display_phone
from domain.reasons import ClientClass
from domain.rhythm import Rhythm
from screens import format as written
from screens.callbacks.calls import OpenCard
from screens.callbacks.card_requests import AskClientCard
from screens.callbacks.claims import ClientClaims
from screens.callbacks.clients import (
    AskField,
    AskNote,
    DeleteClient,
    EditClient,
    MakeClient,
    NewClient,
    NewTyped,
    OpenClient,
    OpenClients,
    OpenHistory,
    SaveNew,
    SetClass,
    SetExcluded,
)
from screens.callbacks.competitors import AskRivalOf
from screens.callbacks.contracts import OfClient
from screens.callbacks.debts import AskPromise, OpenDebt
from screens.callbacks.errands import ErrandTopic
from screens.callbacks.exhibitions import ClientGuest
from screens.callbacks.leads import OpenLead, OpenLeads
from screens.callbacks.orders import NewOrder
from screens.callbacks.persons import GiveContact, GiveToNew, OpenPeople
from screens.callbacks.reliability import OpenChecks
from screens.callbacks.secrecy import OpenViewers
from screens.callbacks.stops import StopOf
from screens.callbacks.transfers import OpenHandover, TransferClient
from screens.callbacks.visits import PlanVisit
from screens.company_dates import company_date, since
from screens.completeness import Completeness, fill
from screens.completeness import line as completeness_line
from screens.errands import give_button
from screens.menu import leave_row
from screens.persons import PersonView, person_line
from screens.reconciliation_board import month_name
from screens.reliability import CheckLine, check_line
from screens.screen import Button, Screen, clipped, fits, in_rows, tap
from screens.standing import StandingView, standing_line
from screens.timeline import EventLine, event_line
from screens.words import Words

LABEL = 60
NAMED = 20
PEOPLE_SHOWN = 6
EDITED = (
    ClientField.NAME, ClientField.PHONE, ClientField.ADDRESS, ClientField.DISTRICT, ClientField.PAYMENT_DELAY,
    ClientField.TAX_NUMBER, ClientField.LEGAL_NAME, ClientField.INDUSTRY, ClientField.NOTE, ClientField.FOUNDED,
    ClientField.TOGETHER,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A client as a button: the name, and only those facts that tell it from its neighbours."""

    id: int
    name: str
    person: str = ""
    tax_number: str = ""
    phone: str = ""
    address: str = ""
    manager: str = ""
    overdue: int = 0


@dataclass(frozen=True, slots=True)
class ClientPage:
    """`start` is where the page really begins, `size` how many it has room for."""

    lines: tuple[ClientLine, ...]
    total: int
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class NextContact:
    """What was agreed. `at` is local and None where only the day is set; kind and reason as `domain` codes them."""

    day: date
    at: datetime | None
    kind: str
    reason: str
    person: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """Kopecks; `since` is the oldest overdue day, `as_of` the day that the figures are of."""

    debt: int = 0
    overdue: int = 0
    since: date | None = None
    as_of: date | None = None
    advance: int = 0
    limit: int | None = None
    delay: int | None = None
    promise_due: date | None = None
    promise_broken: date | None = None


@dataclass(frozen=True, slots=True)
class ClientCard:
    """All that the card of a client shows; what is empty is unknown and absent. Days and moments are local."""

    id: int
    name: str
    kind: ClientKind
    client_class: ClientClass
    owed: Owed = Owed()
    legal_name: str = ""
    tax_number: str = ""
    phone: str = ""
    address: str = ""
    industry: str = ""
    founded: tuple[int | None, int | None, int | None] = (None, None, None)
    together_since: date | None = None
    price_column: str = ""
    note: str = ""
    manager: str = ""
    stopped: bool = False
    excluded: bool = False
    open_claims: int = 0
    contract_ends: date | None = None
    next_contact: NextContact | None = None
    rhythm: Rhythm | None = None
    last_contact: date | None = None
    people: tuple[PersonView, ...] = ()
    events: tuple[EventLine, ...] = ()
    reliability: CheckLine | None = None
    standing: StandingView | None = None
    reconciled: date | None = None
    completeness: Completeness | None = None


# --- lists --------------------------------------------------------------------------------------------------------


def line_label(words: Words, line: ClientLine) -> str:
    """What tells clients apart; a person without the patronymic, where a phone would cut the whole."""
    label = _label(words, line, line.person)
    if not fits(label, 1):
        label = _label(words, line, " ".join(line.person.split()[:2]))
    return label if len(label) <= LABEL else label[: LABEL - 1] + "…"


def _label(words: Words, line: ClientLine, person: str) -> str:
    facts = [
        line.name,
        person,
        line.address,
        words.plain("client-label-tax-number", number=line.tax_number) if line.tax_number else "",
        display_phone(line.phone) if line.phone else "",
        line.manager,
    ]
    return " · ".join(fact for fact in facts if fact)


def _line_rows(words: Words, lines: Sequence[ClientLine]) -> tuple[tuple[Button, ...], ...]:
    return tuple((tap(line_label(words, line), OpenClient(client=line.id)),) for line in lines)


def client_list(words: Words, page: ClientPage, role: Role) -> Screen:
    new = ((tap(words.plain("btn-new-client"), NewClient()),),) if role in SELLING else ()
    if not page.total:
        return Screen(words("msg-clients-none"), new)
    turns = []
    if page.start:
        turns.append(tap(words.plain("btn-clients-back"), OpenClients(start=max(page.start - page.size, 0))))
    end = page.start + len(page.lines)
    if end < page.total:
        turns.append(tap(words.plain("btn-clients-on"), OpenClients(start=page.start + page.size)))
    pages = (tuple(turns),) if turns else ()
    shown = words("clients-page", start=page.start + 1, end=end) if turns else ""
    text = "\n".join(
        filter(None, [words("msg-clients", count=page.total), shown, words("ask-client-search")])
    )
    desks = ((tap(words.plain("btn-leads"), OpenLeads()),),) if role in SELLING else ()
    return Screen(text, (*_line_rows(words, page.lines), *pages, *new, *desks))


def hits(words: Words, typed: str, lines: Sequence[ClientLine], role: Role, *, more: bool) -> Screen:
    """What a search found, to choose from; nothing found is one line."""
    sells = role in SELLING
    new = ((tap(_named(words, typed), NewTyped()),),) if sells else ()
    if not lines:
        return Screen(words("msg-hits-none", typed=typed, sells="yes" if sells else "no"), new)
    head = words("msg-hits-more" if more else "msg-hits", count=len(lines), typed=typed)
    return Screen(head, (*_line_rows(words, lines), *new))


def _named(words: Words, name: str) -> str:
    return words.plain("btn-new-named", name=name if len(name) <= NAMED else name[: NAMED - 1] + "…")


# --- the card -----------------------------------------------------------------------------------------------------


def card(words: Words, client: ClientCard, role: Role, today: date) -> Screen:
    blocks = [
        [*_head(words, client), *_state(words, client, today)],
        _people(words, client),
        [*_facts(words, client), *_fullness(words, client)],
        [event_line(words, event, today) for event in client.events],
    ]
    text = "\n\n".join("\n".join(lines) for lines in blocks if lines)
    return Screen(clipped(text), _card_rows(words, client, role))


def _people(words: Words, client: ClientCard) -> list[str]:
    lines = [person_line(words, person) for person in client.people[:PEOPLE_SHOWN]]
    left = len(client.people) - PEOPLE_SHOWN
    return [*lines, words("client-people-more", count=left)] if left > 0 else lines


def _head(words: Words, client: ClientCard) -> list[str]:
    lines = [
        words("msg-client", name=client.name, kind=client.kind.value, grade=client.client_class.value),
    ]
    if client.stopped:
        lines.append(words("card-stopped"))
    if client.excluded:
        lines.append(words("client-excluded"))
    return lines


def _state(words: Words, client: ClientCard, today: date) -> list[str]:
    lines = _money(words, client.owed, today)
    if client.open_claims:
        lines.append(words("card-claims", count=client.open_claims))
    if client.next_contact:
        lines.append(next_line(words, client.next_contact, today))
    elif client.last_contact:
        lines.append(words("client-last-contact", day=written.day(words, client.last_contact, today)))
    if client.rhythm:
        lines.append(_rhythm(words, client.rhythm))
    if client.standing:
        lines.append(standing_line(words, client.standing))
    if client.reliability:
        lines.append(check_line(words, client.reliability))
    if client.reconciled:
        lines.append(words("client-reconciled", month=month_name(words, client.reconciled, today)))
    if client.contract_ends:
        lines.append(words("client-contract", day=written.day(words, client.contract_ends, today)))
    if client.manager:
        lines.append(words("client-manager", name=client.manager))
    return lines


def _money(words: Words, owed: Owed, today: date) -> list[str]:
    lines = []
    if owed.overdue:
        days = max((today - owed.since).days, 0) if owed.since else 0
        debt, overdue = written.money(words, owed.debt), written.money(words, owed.overdue)
        lines.append(words("card-debt-overdue", debt=debt, overdue=overdue, days=days))
    elif owed.debt:
        lines.append(words("card-debt", debt=written.money(words, owed.debt)))
    if lines and owed.as_of:
        lines[-1] += words("client-as-of", day=written.short_day(words, owed.as_of))
    if owed.advance:
        lines.append(words("client-advance", advance=written.money(words, owed.advance)))
    if owed.promise_due:
        lines.append(words("card-promise", day=written.day(words, owed.promise_due, today)))
    elif owed.promise_broken:
        lines.append(words("client-promise-broken", day=written.day(words, owed.promise_broken, today)))
    if owed.limit is not None:
        lines.append(words("client-limit", limit=written.money(words, owed.limit)))
    if owed.delay is not None:
        lines.append(words("client-delay", days=owed.delay))
    return lines


def next_line(words: Words, contact: NextContact, today: date) -> str:
    day = written.moment(words, contact.at, today) if contact.at else written.day(words, contact.day, today)
    what = words.plain("client-next-what", kind=contact.kind, reason=contact.reason)
    with_whom = f", {escape(contact.person, quote=False)}" if contact.person else ""
    return words("client-next", day=day, what=what) + with_whom


def _rhythm(words: Words, rhythm: Rhythm) -> str:
    key = "client-rhythm-late" if rhythm.overdue else "client-rhythm"
    return words(key, gap=round(rhythm.median_gap_days), since=rhythm.days_since)


def _facts(words: Words, client: ClientCard) -> list[str]:
    facts = (
        ("client-phone", display_phone(client.phone) if client.phone else ""),
        ("client-legal-name", client.legal_name if client.legal_name != client.name else ""),
        ("client-tax-number", client.tax_number),
        ("client-address", client.address),
        ("client-industry", client.industry),
        ("client-founded", company_date(words, *client.founded)),
        ("client-together", since(words, client.together_since)),
        ("client-price", client.price_column),
        ("client-note", client.note),
    )
    return [words(key, value=value) for key, value in facts if value]


def _fullness(words: Words, client: ClientCard) -> list[str]:
    if client.completeness is None or not client.completeness.missing:
        return []
    return [completeness_line(words, client.completeness)]


def _card_rows(words: Words, client: ClientCard, role: Role) -> tuple[tuple[Button, ...], ...]:
    id_ = client.id
    debt = tap(words.plain("btn-client-debt"), OpenDebt(client=id_))
    log = tap(words.plain("btn-client-history"), OpenHistory(client=id_))
    people = tap(words.plain("btn-client-people"), OpenPeople(client=id_))
    back = tap(words.plain("btn-to-clients"), OpenClients())
    if role not in SELLING:
        return ((debt, people), (log, back))
    return (
        (
            tap(words.plain("btn-client-call"), OpenCard(client=id_)),
            tap(words.plain("btn-client-order"), NewOrder(client=id_)),
        ),
        (debt, tap(words.plain("btn-client-promise"), AskPromise(client=id_))),
        (people, tap(words.plain("btn-client-note"), AskNote(client=id_))),
        *_desk_rows(words, client, role),
        (tap(words.plain("btn-client-edit"), EditClient(client=id_)), log, back),
    )


def _desk_rows(words: Words, client: ClientCard, role: Role) -> tuple[tuple[Button, ...], ...]:
    """What else is done with this client: a button for each desk that has something for it, and what to fill in."""
    buttons = [
        tap(words.plain("btn-client-visit"), PlanVisit(client=client.id)),
        tap(words.plain("btn-contract"), OfClient(client=client.id)),
    ]
    if client.kind is ClientKind.LEAD:
        buttons.append(tap(words.plain("btn-lead"), OpenLead(client=client.id)))
    else:
        buttons.append(tap(words.plain("btn-reliability"), OpenChecks(client=client.id)))
    buttons.append(tap(words.plain("btn-rival"), AskRivalOf(client=client.id)))
    buttons.append(tap(words.plain("btn-exhibition"), ClientGuest(client=client.id)))
    if client.kind is not ClientKind.LEAD:
        buttons.append(tap(words.plain("btn-client-code"), AskClientCard(client=client.id)))
        buttons.append(tap(words.plain("btn-claims"), ClientClaims(client=client.id)))
    if role in LEADING:
        buttons.append(tap(words.plain("btn-client-stop"), StopOf(client=client.id)))
        buttons.append(tap(words.plain("btn-client-viewers"), OpenViewers(client=client.id)))
        buttons.append(give_button(words, ErrandTopic.ABOUT, client.id))
        buttons.append(tap(words.plain("btn-transfer-client"), TransferClient(client=client.id)))
    buttons.append(tap(words.plain("btn-handover"), OpenHandover(client=client.id)))
    buttons += fill(words, client.id, client.completeness, client.people)
    return in_rows(buttons, 3)


# --- a new one ----------------------------------------------------------------------------------------------------


def ask_new_name(words: Words) -> Screen:
    return Screen(words("ask-client-name"), (leave_row(words),))


def confirm_new(words: Words, name: str, alike: Sequence[ClientLine]) -> Screen:
    """Saved by one tap; where somebody alike is known, that one is offered first."""
    key = "ask-client-alike" if alike else "ask-client-kind"
    same = tuple(
        (tap(words.plain("btn-client-same", name=line_label(words, line)), OpenClient(client=line.id)),)
        for line in alike
    )
    kinds = tuple(tap(words.plain(f"btn-save-{kind}"), SaveNew(kind=kind)) for kind in ClientKind)
    return Screen(words(key, name=name, count=len(alike)), (*same, kinds, leave_row(words)))


def ask_details(words: Words, client: ClientCard) -> Screen:
    """The new client as it is so far; anything more is one message each."""
    known = [person_line(words, person) for person in client.people] + _facts(words, client)
    lines = [
        words("msg-client-saved", name=client.name, kind=client.kind.value),
        *known,
        words("ask-client-details"),
    ]
    return Screen("\n".join(lines), ((tap(words.plain("btn-client-done"), OpenClient(client=client.id)),),))


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact that was passed on. `phone` in E.164, or as it came where it is no number."""

    name: str
    phone: str = ""
    organisation: str = ""
    bad_phone: bool = False


def whose_contact(
    words: Words, contact: ContactView, lines: Sequence[ClientLine], *, typed: str = ""
) -> Screen:
    """`typed` is the search that brought the lines; nothing brought by it is said."""
    head = words(
        "msg-contact", name=contact.name, phone=display_phone(contact.phone) if contact.phone else ""
    )
    bad = words("msg-contact-bad-phone") if contact.bad_phone else ""
    ask = words("ask-whose-none", typed=typed) if typed and not lines else words("ask-whose")
    rows = tuple((tap(line_label(words, line), GiveContact(client=line.id)),) for line in lines)
    name = contact.organisation
    fresh = tap(_named(words, name) if name else words.plain("btn-new-client"), GiveToNew())
    return Screen("\n".join(filter(None, [head, bad, ask])), (*rows, (fresh,), leave_row(words)))


# --- changes ------------------------------------------------------------------------------------------------------


def edit(words: Words, client: ClientCard, role: Role) -> Screen:
    """Every change is one tap, or one tap and one message."""
    id_ = client.id
    fields = [*EDITED, *([ClientField.CREDIT_LIMIT] if role in LEADING else [])]
    asks = [tap(words.plain(f"btn-field-{field}"), AskField(client=id_, field=field)) for field in fields]
    classes = tuple(
        tap(words.plain("btn-class-now" if one is client.client_class else "btn-class", grade=one.value),
            SetClass(client=id_, client_class=one))
        for one in ClientClass
    )  # fmt: skip
    quiet = "btn-calls-on" if client.excluded else "btn-calls-off"
    last = [tap(words.plain(quiet), SetExcluded(client=id_, excluded=not client.excluded))]
    if client.kind is ClientKind.LEAD:
        last.insert(0, tap(words.plain("btn-make-client"), MakeClient(client=id_)))
    if role in LEADING:
        last.append(tap(words.plain("btn-client-delete"), DeleteClient(client=id_)))
    back = (tap(words.plain("btn-to-client"), OpenClient(client=id_)),)
    return Screen(
        words("msg-client-edit", name=client.name), (classes, *in_rows(asks, 2), *in_rows(last, 2), back)
    )


def ask_field(words: Words, client: ClientCard, field: ClientField) -> Screen:
    back = (tap(words.plain("btn-back"), EditClient(client=client.id)),)
    return Screen(words("ask-client-field", field=field.value, name=client.name), (back,))


def ask_note(words: Words, client_id: int, name: str) -> Screen:
    back = (tap(words.plain("btn-back"), OpenClient(client=client_id)),)
    return Screen(words("ask-client-note", name=name), (back,))


def sure_to_delete(words: Words, client: ClientCard) -> Screen:
    yes = tap(words.plain("btn-client-delete-yes"), DeleteClient(client=client.id, sure=True))
    back = tap(words.plain("btn-back"), EditClient(client=client.id))
    debt = "yes" if client.owed.debt else "no"
    text = words("msg-delete-sure", name=client.name, owes=debt, debt=written.money(words, client.owed.debt))
    return Screen(text, ((yes, back),))


def deleted(words: Words, name: str) -> Screen:
    return Screen(
        words("msg-client-deleted", name=name), ((tap(words.plain("btn-to-clients"), OpenClients()),),)
    )
