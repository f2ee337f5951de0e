"""The terms of a draft: each on one line, each with its question; and what is attached to an order."""

from datetime import date

from screens import format as written
from screens.callbacks.order_terms import (
    AskAddress,
    AskBuyer,
    AskContract,
    AskSeller,
    AskWindow,
    DropPaper,
    LoadPaper,
    OpenPapers,
    OpenTerms,
    SendPaper,
    SetAddress,
    SetBuyer,
    SetContract,
    SetSeller,
    SetWindow,
)
from screens.callbacks.orders import AskComment, AskDelivery, OpenDraft, OpenOrder
from screens.order_parts import short
from screens.order_terms_views import (
    AddressesView,
    BuyersView,
    ContractsView,
    ContractView,
    EntityView,
    PapersView,
    PaperView,
    SellersView,
    TermsCard,
    TermsView,
)
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

HOUR = 60
WINDOWS = ((9, 13), (13, 18), (9, 12), (12, 15), (15, 18), (0, 12), (14, 0))
TEXT, LABEL = 200, 40


def window_text(words: Words, since: int | None, until: int | None) -> str:
    """«9–13», «9:30–13», «до 12», «после 14»; empty for any hour."""
    if since is not None and until is not None:
        return f"{_clock(since)}–{_clock(until)}"
    if until is not None:
        return words.plain("window-until", clock=_clock(until))
    return words.plain("window-since", clock=_clock(since)) if since is not None else ""


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, HOUR)
    return f"{hour}:{minute:02}" if minute else str(hour)


def terms_lines(words: Words, terms: TermsView, today: date, *, all_lines: bool = False) -> list[str]:
    """A line each; on the draft only what was agreed, or what there is to choose between."""
    window = window_text(words, *terms.window)
    day = written.day(words, terms.delivery, today) if terms.delivery else ""
    lines = [words("terms-delivery", day=day or "none", window=window or "none")]
    if terms.address or all_lines:
        lines.append(words("terms-address", text=short(terms.address, TEXT) or "none"))
    if terms.buyer is not None and (terms.several_buyers or all_lines):
        lines.append(words("terms-buyer", text=_entity(words, terms.buyer)))
    if terms.seller is not None:
        lines.append(words("terms-seller", text=terms.seller.name))
    if terms.contract is not None:
        lines.append(words("terms-contract", text=_contract(words, terms.contract)))
    if terms.comment:
        lines.append(words("order-comment", text=terms.comment))
    return lines


def _entity(words: Words, one: EntityView) -> str:
    return words.plain(
        "terms-entity",
        name=short(one.name, TEXT),
        tax=one.tax_number or "none",
        reason=one.reason_code or "none",
    )


def _contract(words: Words, one: ContractView) -> str:
    day = f"{one.signed:%d.%m.%Y}" if one.signed else "none"
    return words.plain("terms-contract-name", number=one.number or "none", day=day)


def card(words: Words, view: TermsCard) -> Screen:
    terms, order = view.terms, view.order
    parts = [words("msg-terms", client=view.client)]
    parts += terms_lines(words, terms, view.today, all_lines=True)
    choices: list[Button] = [
        tap(words.plain("btn-delivery"), AskDelivery(order=order)),
        tap(words.plain("btn-window"), AskWindow(order=order)),
        tap(words.plain("btn-address"), AskAddress(order=order)),
        tap(words.plain("btn-buyer"), AskBuyer(order=order)),
    ]
    if terms.seller is not None:
        choices.append(tap(words.plain("btn-seller"), AskSeller(order=order)))
    if terms.several_contracts:
        choices.append(tap(words.plain("btn-terms-contract"), AskContract(order=order)))
    choices.append(tap(words.plain("btn-comment"), AskComment(order=order)))
    back = (tap(words.plain("btn-to-draft"), OpenDraft(order=order)),)
    return Screen(clipped("\n".join(parts)), (*in_rows(choices, 2), back))


def _to_terms(words: Words, order: int) -> tuple[Button, ...]:
    return (tap(words.plain("btn-to-terms"), OpenTerms(order=order)),)


def ask_window(words: Words, order: int) -> Screen:
    buttons = [
        tap(
            window_text(words, since * HOUR or None, until * HOUR or None),
            SetWindow(order=order, since=since * HOUR, until=until * HOUR),
        )
        for since, until in WINDOWS
    ]
    any_hour = tap(words.plain("btn-any-hour"), SetWindow(order=order))
    return Screen(words("ask-window"), (*in_rows([*buttons, any_hour], 4), _to_terms(words, order)))


def _mark(words: Words, label: str, *, chosen: bool) -> str:
    return words.plain("btn-chosen", label=label) if chosen else label


def ask_address(words: Words, view: AddressesView) -> Screen:
    rows = [
        (
            tap(
                _mark(words, short(address, LABEL), chosen=address == view.address),
                SetAddress(order=view.order, like=like),
            ),
        )
        for like, address in view.known
    ]
    text = words("ask-address", known=len(view.known), address=short(view.address, TEXT) or "none")
    return Screen(text, (*rows, _to_terms(words, view.order)))


def ask_buyer(words: Words, view: BuyersView) -> Screen:
    rows = [
        (
            tap(
                _mark(words, short(_entity(words, one), LABEL), chosen=one.id == view.chosen),
                SetBuyer(order=view.order, entity=one.id),
            ),
        )
        for one in view.entities
    ]
    return Screen(words("ask-buyer", client=view.client), (*rows, _to_terms(words, view.order)))


def ask_seller(words: Words, view: SellersView) -> Screen:
    rows = [
        (
            tap(
                _mark(words, short(one.name, LABEL), chosen=one.id == view.chosen),
                SetSeller(order=view.order, place=one.id),
            ),
        )
        for one in view.entities
    ]
    return Screen(words("ask-seller", client=view.client), (*rows, _to_terms(words, view.order)))


def ask_contract(words: Words, view: ContractsView) -> Screen:
    rows = [
        (
            tap(
                _mark(words, short(_contract(words, one), LABEL), chosen=one.id == view.chosen),
                SetContract(order=view.order, contract=one.id),
            ),
        )
        for one in view.contracts
    ]
    without = tap(words.plain("btn-no-contract"), SetContract(order=view.order))
    text = words("ask-terms-contract", count=len(view.contracts), client=view.client)
    return Screen(text, (*rows, (without,), _to_terms(words, view.order)))


# --- what is attached ---------------------------------------------------------------------------------------------


def attached(words: Words, view: PapersView) -> Screen:
    """The last of them has just come."""
    last = view.papers[-1]
    row = [tap(words.plain("btn-papers", count=len(view.papers)), OpenPapers(order=view.order))]
    if last.kind == "document":
        row.append(tap(words.plain("btn-load-paper"), LoadPaper(paper=last.id)))
    back = (tap(words.plain("btn-to-draft"), OpenDraft(order=view.order)),)
    text = words("msg-attached", client=view.client, count=len(view.papers), name=_paper(words, last))
    return Screen(text, (tuple(row), back))


def papers(words: Words, view: PapersView) -> Screen:
    def row(one: PaperView) -> tuple[Button, ...]:
        show = tap(short(_paper(words, one), LABEL), SendPaper(paper=one.id))
        return (show, tap(words.plain("btn-drop-paper"), DropPaper(paper=one.id))) if view.mine else (show,)

    back = OpenDraft(order=view.order) if view.mine else OpenOrder(order=view.order)
    text = words("msg-papers", client=view.client, order=view.order, count=len(view.papers))
    return Screen(text, (*map(row, view.papers), (tap(words.plain("btn-to-draft"), back),)))


def _paper(words: Words, one: PaperView) -> str:
    return one.name or words.plain("paper-photo" if one.kind == "photo" else "paper-file")


def caption(words: Words, view: PapersView, kind: str, name: str) -> Screen:
    """Under the file itself."""
    said = name or words.plain("paper-photo" if kind == "photo" else "paper-file")
    text = words("paper-caption", client=view.client, order=view.order, name=short(said, TEXT))
    back = OpenDraft(order=view.order) if view.mine else OpenOrder(order=view.order)
    return Screen(text, ((tap(words.plain("btn-to-draft"), back),),))


def loading(words: Words, name: str) -> Screen:
    return Screen(words("msg-paper-loads", name=name))
