"""Contracts: the register, one contract, what it asks, its end."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.contracts import (
    OPEN,
    ContractStage,
    Holder,
    TermField,
    Terms,
    TermsState,
    next_stages,
    year_on,
)
from domain.periods import add_months, month_end
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.contracts import (
    OPEN_ENDED,
    Approve,
    AskRenewal,
    AskTerm,
    EndWithIt,
    HeldByPerson,
    HeldByUs,
    MoveStage,
    NewContract,
    OfClient,
    OpenContract,
    OpenContracts,
    PrepareNext,
    Renew,
    SetTerm,
    WithoutTerms,
)
from screens.decision_views import DecisionLine
from screens.decisions import waits_line
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

DELAYS = (0, 7, 14, 21, 30, 45)
LIMITS = (10_000_000, 30_000_000, 50_000_000, 100_000_000, 300_000_000)
SOON = 60
PEOPLE, COLUMNS, LINES = 4, 8, 25


@dataclass(frozen=True, slots=True)
class ContractView:
    """One contract as it now is. `delay_before` and `limit_before` (kopecks) stand for the client now.

    `people` and `columns` are whom and what may be chosen; `following` is the contract that goes on from this one.
    """

    id: int
    client: int
    name: str
    terms: Terms
    agreement: int
    stage: ContractStage
    holder: Holder | None
    person: str
    held_days: int
    state: TermsState
    today: date
    renews: bool = True
    people: tuple[tuple[int, str], ...] = ()
    columns: tuple[str, ...] = ()
    following: int | None = None
    may_edit: bool = True
    may_decide: bool = False
    delay_before: int | None = None
    limit_before: int | None = None
    waits: DecisionLine | None = None


@dataclass(frozen=True, slots=True)
class RegisterLine:
    id: int
    name: str
    stage: ContractStage
    holder: Holder | None
    person: str
    held_days: int
    ends: date | None
    renews: bool
    manager: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """`ending` within 60 days, the first end first; `in_work` the longest held first."""

    ending: tuple[RegisterLine, ...]
    in_work: tuple[RegisterLine, ...]
    today: date


@dataclass(frozen=True, slots=True)
class EndLine:
    """A contract that ends in so many `days`."""

    id: int
    client: int
    name: str
    number: str
    ends: date
    days: int
    manager: str = ""
    following: int | None = None
    following_stage: ContractStage | None = None


# --- the register -------------------------------------------------------------------------------------------------


def register(words: Words, shown: Register) -> Screen:
    if not shown.ending and not shown.in_work:
        return Screen(words("msg-contracts-none"))
    lines = [words("msg-contracts", ending=len(shown.ending), work=len(shown.in_work))]
    if shown.ending:
        lines += ["", words("contracts-ending")]
        lines += [_ending_line(words, one, shown.today) for one in shown.ending[:LINES]]
    for stage in (*OPEN, ContractStage.SIGNED):
        held = [one for one in shown.in_work if one.stage is stage]
        if held:
            lines += ["", words("contracts-stage", stage=stage.value, count=len(held))]
            lines += [_held_line(words, one) for one in held[:LINES]]
    known = (*shown.ending[:LINES], *shown.in_work[:LINES])
    return Screen(
        clipped("\n".join(lines)), in_rows([tap(one.name, OpenContract(contract=one.id)) for one in known], 2)
    )


def _ending_line(words: Words, one: RegisterLine, today: date) -> str:
    assert one.ends is not None
    key = "contracts-ending-line" if one.renews else "contracts-ends-line"
    text = words(key, name=one.name, day=written.full_day(words, one.ends), days=(one.ends - today).days)
    return text + _of_manager(words, one.manager)


def _held_line(words: Words, one: RegisterLine) -> str:
    said = one.stage is ContractStage.AT_CLIENT and one.holder is None and not one.person
    who = "none" if said else _holder(words, one.holder, one.person)
    text = words("contracts-held-line", name=one.name, who=who, days=one.held_days)
    return text + _of_manager(words, one.manager)


def _of_manager(words: Words, manager: str) -> str:
    return words("contracts-of-manager", name=manager) if manager else ""


def _holder(words: Words, holder: Holder | None, person: str) -> str:
    if holder is not None:
        return words.plain(f"contract-holder-{holder}")
    return person or words.plain("contract-holder-client")


# --- one contract -------------------------------------------------------------------------------------------------


def ask_new(words: Words, client: int, name: str) -> Screen:
    """Nothing is known yet: one line is the quickest, buttons do it too."""
    rows = (
        (tap(words.plain("btn-contract-steps"), WithoutTerms(client=client)),),
        (tap(words.plain("btn-to-client"), OpenClient(client=client)),),
    )
    return Screen(words("ask-contract", name=name), rows)


def card(words: Words, shown: ContractView, *, unread: str = "") -> Screen:
    """`unread`: the words of the last line that nothing was made of."""
    lines = [_head(words, shown), *_terms_lines(words, shown.terms)]
    if shown.state in {TermsState.PROPOSED, TermsState.DECLINED}:
        lines.append(words(f"contract-terms-{shown.state}"))
    if shown.waits is not None:
        lines.append(waits_line(words, shown.waits))
    if shown.stage is ContractStage.IN_FORCE and shown.terms.ends:
        days = (shown.terms.ends - shown.today).days
        lines.append(words("contract-left" if shown.renews else "contract-left-ends", days=days))
    if unread:
        lines.append(words("contract-unread", text=unread[:100]))
    missing = shown.terms.missing
    if _is_open(shown) and missing:
        names = ", ".join(words.plain(f"contract-field-{field}") for field in missing)
        lines += ["", words("contract-missing", fields=names, may="yes" if shown.may_edit else "no")]
    return Screen(clipped("\n".join(lines)), _card_rows(words, shown))


def _is_open(shown: ContractView) -> bool:
    return shown.stage in {*OPEN, ContractStage.SIGNED}


def title(words: Words, shown: ContractView) -> str:
    """«Ромашка: договор № 45/26, доп. соглашение 1»."""
    text = words("contract-title", name=shown.name, number=shown.terms.number or "no")
    return text + (words("contract-agreement", count=shown.agreement) if shown.agreement else "")


def _head(words: Words, shown: ContractView) -> str:
    stage = words.plain(f"contract-stage-{shown.stage}")
    held = ""
    if shown.stage in OPEN:
        who = _holder(words, shown.holder, shown.person)
        at_client = shown.holder is None and not shown.person
        held = words("contract-held-days" if at_client else "contract-held", who=who, days=shown.held_days)
    return f"{title(words, shown)} — {stage}{held}"


def _terms_lines(words: Words, terms: Terms) -> list[str]:
    dates = [
        words("contract-signed", day=written.full_day(words, terms.signed)) if terms.signed else "",
        words("contract-starts", day=written.full_day(words, terms.starts)) if terms.starts else "",
        words("contract-ends", day=written.full_day(words, terms.ends)) if terms.ends else "",
        words("contract-open-ended") if terms.open_ended else "",
        words("contract-notice", days=terms.notice_days) if terms.notice_days else "",
    ]
    money = [
        words("contract-delay", days=terms.delay) if terms.delay is not None else "",
        words("contract-limit", limit=written.money(words, terms.credit_limit)) if terms.credit_limit is not None else "",
        words("contract-prices", column=terms.price_column) if terms.price_column else "",
    ]  # fmt: skip
    return [" · ".join(filter(None, line)) for line in (dates, money) if any(line)]


def _card_rows(words: Words, shown: ContractView) -> tuple[tuple[Button, ...], ...]:
    back = (
        tap(words.plain("btn-to-client"), OpenClient(client=shown.client)),
        tap(words.plain("btn-contracts"), OpenContracts()),
    )
    decide = _decide_row(words, shown) if shown.may_decide and shown.state is TermsState.PROPOSED else ()
    if not shown.may_edit:
        return (*((decide,) if decide else ()), back)
    rows = _open_rows(words, shown) if _is_open(shown) else _ended_rows(words, shown)
    return (*((decide,) if decide else ()), *rows, back)


def _open_rows(words: Words, shown: ContractView) -> list[tuple[Button, ...]]:
    id_ = shown.id
    missing = [
        tap(words.plain(f"btn-contract-add-{field}"), AskTerm(contract=id_, field=field))
        for field in shown.terms.missing
    ]
    moves = [
        tap(words.plain(f"btn-contract-{stage}"), MoveStage(contract=id_, stage=stage))
        for stage in next_stages(shown.stage, shown.terms)
        if stage is not ContractStage.AT_US
    ]
    ours = [
        tap(words.plain(f"btn-contract-holder-{holder}"), HeldByUs(contract=id_, holder=holder))
        for holder in Holder
        if holder is not shown.holder and holder is not Holder.MANAGER
    ]
    theirs = [
        tap(f"👤 {name}", HeldByPerson(contract=id_, person=person))
        for person, name in shown.people[:PEOPLE]
        if shown.stage is ContractStage.AT_CLIENT and name != shown.person
    ]
    return [
        *in_rows(missing, 3),
        *in_rows(moves, 2 if len(moves) % 3 else 3),
        *in_rows(theirs, 2),
        *in_rows(ours, 3),
    ]


def _ended_rows(words: Words, shown: ContractView) -> list[tuple[Button, ...]]:
    moves = [
        tap(words.plain(f"btn-contract-{stage}"), MoveStage(contract=shown.id, stage=stage))
        for stage in next_stages(shown.stage, shown.terms)
    ]
    if shown.stage is ContractStage.TERMINATED:
        new = tap(words.plain("btn-contract-new"), NewContract(client=shown.client))
        return [(*moves, new)]
    if shown.following:
        return [(tap(words.plain("btn-contract-following"), OpenContract(contract=shown.following)),), tuple(moves)]  # fmt: skip
    return [*end_rows(words, shown.id, renews=shown.renews, ends=shown.terms.ends), *((tuple(moves),) if moves else ())]  # fmt: skip


def end_rows(words: Words, id_: int, *, renews: bool, ends: date | None) -> list[tuple[Button, ...]]:
    """«Продлить», «Готовим новый», «Не продлеваем»; an open-ended contract has no end to go on from."""
    new = tap(words.plain("btn-contract-next"), PrepareNext(contract=id_))
    if ends is None:
        return [(new,)]
    longer = tap(words.plain("btn-contract-renew"), AskRenewal(contract=id_))
    key = "btn-contract-end" if renews else "btn-contract-renews"
    return [(longer, new), (tap(words.plain(key), EndWithIt(contract=id_, sure=renews)),)]


# --- questions ----------------------------------------------------------------------------------------------------


def ask_term(words: Words, shown: ContractView, field: TermField) -> Screen:
    """Each has its usual answers as buttons; anything else is typed."""
    back = (tap(words.plain("btn-back"), OpenContract(contract=shown.id)),)
    rows = in_rows(_answers(words, shown, field), 3)
    return Screen(words("ask-contract-term", field=field.value, name=shown.name), (*rows, back))


def _answers(words: Words, shown: ContractView, field: TermField) -> list[Button]:
    """The usual answers, each with its value; a number has none."""
    today = shown.today
    offered = {
        TermField.SIGNED: [
            (written.full_day(words, day), day.toordinal()) for day in (today, today - timedelta(days=1))
        ],
        TermField.ENDS: [
            *((written.full_day(words, end), end.toordinal()) for end in _ends(shown)),
            (words.plain("btn-contract-open-ended"), OPEN_ENDED),
        ],
        TermField.DELAY: [(words.plain("btn-contract-days", days=days), days) for days in DELAYS],
        TermField.LIMIT: [(written.money(words, limit), limit) for limit in LIMITS],
        TermField.PRICES: [(name, place) for place, name in enumerate(shown.columns[:COLUMNS])],
    }
    return [
        tap(label, SetTerm(contract=shown.id, field=field, value=value))
        for label, value in offered.get(field, [])
    ]


def _ends(shown: ContractView) -> list[date]:
    """A year and two from the beginning, and the ends of this year and the next."""
    begins = shown.terms.starts or shown.terms.signed or shown.today
    years = [add_months(begins, months) - timedelta(days=1) for months in (12, 24)]
    ends = [month_end(date(shown.today.year + step, 12, 1)) for step in (0, 1)]
    return sorted({day for day in (*years, *ends) if day > shown.today})


def ask_renewal(words: Words, shown: ContractView) -> Screen:
    """A year on is the usual answer."""
    assert shown.terms.ends is not None
    longer = year_on(shown.terms.ends)
    half = add_months(shown.terms.ends, 6)
    days = [longer, *(day for day in (half, year_on(longer)) if day != longer)]
    buttons = [
        tap(
            words.plain("btn-contract-until", day=written.full_day(words, day)),
            Renew(contract=shown.id, day=day.toordinal()),
        )
        for day in days
    ]
    back = (tap(words.plain("btn-back"), OpenContract(contract=shown.id)),)
    text = words("ask-contract-renewal", name=shown.name, day=written.full_day(words, shown.terms.ends))
    return Screen(text, (*((button,) for button in buttons), back))


# --- what others are told -----------------------------------------------------------------------------------------


def _decide_row(words: Words, shown: ContractView) -> tuple[Button, ...]:
    return (
        tap(words.plain("btn-contract-approve"), Approve(contract=shown.id, yes=True)),
        tap(words.plain("btn-contract-decline"), Approve(contract=shown.id, yes=False)),
    )


def proposed(words: Words, shown: ContractView, who: str) -> Screen:
    """To those who decide: what there is, what there would be."""
    lines = [words("ntf-contract-terms", title=title_plain(words, shown), who=who), *_growth(words, shown)]
    open_card = (tap(words.plain("btn-contract-open"), OpenContract(contract=shown.id)),)
    return Screen("\n".join(lines), (_decide_row(words, shown), open_card))


def title_plain(words: Words, shown: ContractView) -> str:
    text = words.plain("contract-named", name=shown.name, number=shown.terms.number or "no")
    return text + (words.plain("contract-agreement", count=shown.agreement) if shown.agreement else "")


def _growth(words: Words, shown: ContractView) -> list[str]:
    lines = []
    terms = shown.terms
    if terms.delay is not None and terms.delay != (shown.delay_before or 0):
        lines.append(words("contract-delay-change", before=shown.delay_before or 0, after=terms.delay))
    if terms.credit_limit is not None and terms.credit_limit != shown.limit_before:
        limit = shown.limit_before
        before = written.money(words, limit) if limit is not None else words.plain("contract-no-limit")
        after = written.money(words, terms.credit_limit)
        lines.append(words("contract-limit-change", before=before, after=after))
    if terms.price_column:
        lines.append(words("contract-prices", column=terms.price_column))
    return lines


def decided(words: Words, shown: ContractView, who: str) -> Screen:
    key = "msg-contract-approved" if shown.state is TermsState.APPLIED else "msg-contract-declined"
    rows = ((tap(words.plain("btn-contract-open"), OpenContract(contract=shown.id)),),)
    return Screen(words(key, title=title_plain(words, shown), who=who), rows)


def ends(words: Words, lines: tuple[EndLine, ...], *, late: bool, team: bool) -> Screen:
    """The morning's notice: each contract with what can be done about it; a lead looks, the manager acts."""
    text = [words("ntf-contracts", count=len(lines))]
    if late:
        text.append(words("ntf-contracts-late"))
    rows: list[tuple[Button, ...]] = []
    for one in lines:
        text += ["", _end_text(words, one)]
        rows.append((tap(_end_label(words, one), OpenContract(contract=one.following or one.id)),))
        if not team and one.following is None:
            rows += end_rows(words, one.id, renews=True, ends=one.ends)
    text += ["", words("ntf-contracts-next-team" if team else "ntf-contracts-next")]
    rows.append((tap(words.plain("btn-contracts-all"), OpenContracts()),))
    return Screen(clipped("\n".join(text)), tuple(rows))


def _end_label(words: Words, one: EndLine) -> str:
    return words.plain("btn-contract-ending", name=one.name, days=one.days)


def _end_text(words: Words, one: EndLine) -> str:
    text = words("contract-ends-in", name=one.name, number=one.number or "no", day=written.full_day(words, one.ends), days=one.days)  # fmt: skip
    if one.following_stage is not None:
        text += "\n" + words("contract-following", stage=words.plain(f"contract-stage-{one.following_stage}"))
    return text + _of_manager(words, one.manager)


def client_button(words: Words, client: int) -> Button:
    """For the client's card."""
    return tap(words.plain("btn-contract"), OfClient(client=client))
