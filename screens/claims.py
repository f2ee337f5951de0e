"""Claims: the card with everything that was collected, its questions, and the lists."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape

from domain.actors import Actor
from domain.choices import DateChoice
from domain.claims import COUNTED, GIVEN_BACK, UNDECIDED, WITH_ACT, ClaimStatus, Decision, Service
from domain.outcomes import ClaimKind
from screens import format as written
from screens.callbacks.claims import (
    AskAnswer,
    AskClaimOrder,
    AskClaimOwner,
    AskClaimSum,
    AskClaimText,
    AskDecision,
    AskDue,
    AskFault,
    AskGoods,
    AskKind,
    AskNewClaim,
    ClaimAct,
    ClaimActTable,
    ClaimPhotos,
    ClearFault,
    ClientClaims,
    DropGoods,
    FinishClaim,
    GiveClaim,
    MoreOfClaim,
    NewClaim,
    OpenClaimAnalysis,
    OpenClaimCard,
    OpenClaims,
    OpenPrevention,
    PickGoods,
    PutGoods,
    ReopenClaim,
    SaidInCall,
    SetClaimKind,
    SetClaimOrder,
    SetDecision,
    SetDue,
    SetFault,
    SetPartly,
    TakeClaim,
    ToldClient,
)
from screens.callbacks.clients import OpenClient
from screens.callbacks.orders import OpenOrder
from screens.choices import day_rows
from screens.claim_views import (
    ClaimList,
    ClaimRow,
    ClaimView,
    GoodsLine,
    GoodsOffer,
    OrderFact,
    PreventionRow,
)
from screens.order_parts import amount, short, thousandths
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

LINES, DROPS, TEXT = 12, 12, 600
ONE = Decimal(1)
FEW = (1, 2, 3, 5, 10)
Rows = tuple[tuple[Button, ...], ...]


def kind_name(words: Words, kind: ClaimKind) -> str:
    return words.plain(f"claim-{kind}")


def fault_name(words: Words, fault: Service | None) -> str:
    return words.plain(f"fault-{fault}") if fault is not None else words.plain("fault-unknown")


# --- the card --------------------------------------------------------------------------------------------------------


def _title(words: Words, view: ClaimView) -> str:
    """⚠️ while it is open."""
    return words(
        "msg-claim-card",
        number=view.id,
        kind=kind_name(words, view.kind),
        client=view.client,
        closed="yes" if view.status is ClaimStatus.CLOSED else "no",
    )


def card(words: Words, view: ClaimView, *, key: str = "") -> Screen:
    """`key` says over it why it comes, where nobody asked for it."""
    parts = [words(key)] if key else []
    parts += [_title(words, view), _state(words, view)]
    parts += _facts(words, view)
    parts += _line_texts(words, view.lines)
    if view.text:
        parts.append(words("claim-words", text=short(view.text, TEXT)))
    if view.status in UNDECIDED:
        parts.append(words("claim-hint"))
    elif view.status is ClaimStatus.DECIDED:
        parts.append(words("claim-tell" if view.sells else "claim-tell-manager", name=view.manager))
    return Screen(clipped("\n".join(parts)), _card_rows(words, view))


def anchor(claim: int) -> str:
    """The notice of a photo: those of one album change it instead of following one another."""
    return f"claim:{claim}"


def _state(words: Words, view: ClaimView) -> str:
    due = written.day(words, view.due, view.today)
    if view.status in UNDECIDED:
        late = "yes" if view.due < view.today else "no"
        return words(f"claim-state-{view.status}", owner=view.owner, due=due, late=late)
    decision = decision_text(words, view)
    return words(f"claim-state-{view.status}", decision=decision)


def decision_text(words: Words, view: ClaimView) -> str:
    if view.decision is None:
        return ""
    said = words.plain(f"decision-{view.decision}", partly="yes" if view.partly else "no")
    return f"{said}: {short(view.answer, TEXT)}" if view.answer else said


def _facts(words: Words, view: ClaimView) -> list[str]:
    facts = []
    if view.fault is not None or view.status not in UNDECIDED:
        facts.append(words("claim-fault", name=fault_name(words, view.fault) if view.fault else "none"))
    if view.order is not None:
        facts.append(words("claim-order", order=order_name(words, view.order)))
        if view.kind in GIVEN_BACK:
            facts.append(words("claim-order-stays"))
    if view.amount:
        facts.append(words("claim-sum", sum=written.money(words, view.amount)))
    if view.photos:
        facts.append(words("claim-photos", count=view.photos))
    return facts


def order_name(words: Words, order: OrderFact) -> str:
    """«№ 5 от 12.11, 12 345 ₽»."""
    day = written.short_day(words, order.day) if order.day is not None else "none"
    return words.plain(
        "claim-order-name", number=order.number, day=day, sum=written.money(words, order.total)
    )


def _line_texts(words: Words, lines: Sequence[GoodsLine]) -> list[str]:
    shown = [f"{place}. {line_text(words, line)}" for place, line in enumerate(lines[:LINES], 1)]
    more = len(lines) - LINES
    return [*shown, words("claim-more-lines", count=more)] if more > 0 else shown


def line_text(words: Words, goods: GoodsLine) -> str:
    """«Масло — недостача 3 кор (по документам 20, пришло 17), 450 ₽», HTML."""
    line, unit = goods.line, goods.unit
    name = escape(short(goods.name), quote=False)
    if line.quantity is None:
        return name
    said = amount(words, abs(line.quantity), unit)
    text = words("claim-line-extra" if line.quantity < 0 else "claim-line", name=goods.name, quantity=said)
    if line.documents and line.kind in COUNTED and line.fact is not None:
        papers, fact = (written.quantity(words, one) for one in (line.documents, line.fact))
        text += words("claim-line-papers", documents=papers, fact=fact)
    elif line.documents and line.quantity > 0:
        text += words("claim-line-of", documents=written.quantity(words, line.documents))
    return f"{text}, {written.money(words, line.amount)}" if line.amount else text


def _card_rows(words: Words, view: ClaimView) -> Rows:
    id_ = view.id
    rows: list[tuple[Button, ...]] = []
    if view.status in UNDECIDED:
        rows += _collecting_rows(words, view)
        own = [] if view.mine else [tap(words.plain("btn-claim-take"), TakeClaim(claim=id_))]
        rows.append((*own, tap(words.plain("btn-claim-give"), AskClaimOwner(claim=id_))))
        rows.append((tap(words.plain("btn-claim-decide"), AskDecision(claim=id_)),))
    elif view.status is ClaimStatus.DECIDED:
        rows += _decided_rows(words, view)
    elif view.status is ClaimStatus.TOLD:
        change = tap(words.plain("btn-claim-redecide"), AskDecision(claim=id_))
        rows.append((tap(words.plain("btn-claim-close"), FinishClaim(claim=id_)), change))
    elif view.reopens:
        rows.append((tap(words.plain("btn-claim-reopen"), ReopenClaim(claim=id_)),))
    rows.append(_paper_row(words, view))
    return (*[row for row in rows if row], _back_row(words, view))


def _collecting_rows(words: Words, view: ClaimView) -> list[tuple[Button, ...]]:
    id_ = view.id
    goods = [tap(words.plain("btn-claim-goods"), AskGoods(claim=id_))]
    if view.kind is ClaimKind.MIS_SORT:
        goods.append(tap(words.plain("btn-claim-extra"), AskGoods(claim=id_, extra=True)))
    order = [tap(words.plain("btn-claim-order"), AskClaimOrder(claim=id_))] if view.sells else []
    return [
        (*goods, tap(words.plain("btn-claim-fault"), AskFault(claim=id_))),
        (*order, tap(words.plain("btn-claim-words"), AskClaimText(claim=id_))),
    ]


def _decided_rows(words: Words, view: ClaimView) -> list[tuple[Button, ...]]:
    id_ = view.id
    rows: list[tuple[Button, ...]] = []
    if view.sells:
        rows.append((tap(words.plain("btn-claim-told"), ToldClient(claim=id_)),))
    change = tap(words.plain("btn-claim-redecide"), AskDecision(claim=id_))
    said = tap(words.plain("btn-claim-reply"), AskAnswer(claim=id_))
    if view.decision is Decision.DECLINED:
        return [*rows, (said, change)]
    key = "btn-claim-whole" if view.partly else "btn-claim-partly"
    return [*rows, (tap(words.plain(key), SetPartly(claim=id_, partly=not view.partly)), said), (change,)]


def _paper_row(words: Words, view: ClaimView) -> tuple[Button, ...]:
    row = []
    if view.photos:
        row.append(tap(words.plain("btn-claim-photos", count=view.photos), ClaimPhotos(claim=view.id)))
    if view.kind in WITH_ACT and view.lines:
        row.append(tap(words.plain("btn-claim-act"), ClaimAct(claim=view.id)))
    if view.status is not ClaimStatus.CLOSED:
        row.append(tap(words.plain("btn-claim-more"), MoreOfClaim(claim=view.id)))
    return tuple(row)


def _back_row(words: Words, view: ClaimView) -> tuple[Button, ...]:
    claims = tap(words.plain("btn-to-claims"), OpenClaims())
    return (
        (tap(words.plain("btn-to-client"), OpenClient(client=view.client_id)), claims)
        if view.sells
        else (claims,)
    )


def _back(words: Words, view: ClaimView) -> tuple[Button, ...]:
    return (tap(words.plain("btn-to-claim"), OpenClaimCard(claim=view.id)),)


def more(words: Words, view: ClaimView) -> Screen:
    """What is needed now and then: another kind, a sum, a term, a table of the act, a line out."""
    id_ = view.id
    buttons: list[Button] = []
    if view.status not in {ClaimStatus.TOLD, ClaimStatus.CLOSED}:
        buttons += [
            tap(words.plain("btn-claim-kind"), AskKind(claim=id_)),
            tap(words.plain("btn-claim-sum"), AskClaimSum(claim=id_)),
            tap(words.plain("btn-claim-due"), AskDue(claim=id_)),
        ]
    if view.kind in WITH_ACT and view.lines:
        buttons.append(tap(words.plain("btn-claim-act-xlsx"), ClaimActTable(claim=id_)))
    if view.sells and view.order is not None:
        buttons.append(tap(words.plain("btn-claim-open-order"), OpenOrder(order=view.order.id)))
    drops = []
    if view.status not in {ClaimStatus.TOLD, ClaimStatus.CLOSED}:
        drops = [
            (tap(words.plain("btn-claim-drop", name=short(one.name, 40)), DropGoods(claim=id_, row=one.id)),)
            for one in view.lines[:DROPS]
        ]
    text = "\n".join([_title(words, view), *_line_texts(words, view.lines)])
    return Screen(clipped(text), (*in_rows(buttons, 2), *drops, _back(words, view)))


# --- its questions ---------------------------------------------------------------------------------------------------


def ask_new(words: Words, client_id: int, name: str, order: int) -> Screen:
    buttons = [
        tap(kind_name(words, kind), NewClaim(client=client_id, order=order, kind=kind)) for kind in ClaimKind
    ]
    back = (tap(words.plain("btn-to-client"), OpenClient(client=client_id)),)
    return Screen(words("ask-claim", name=name), (*in_rows(buttons, 2), back))


def ask_kind(words: Words, view: ClaimView) -> Screen:
    buttons = [tap(kind_name(words, kind), SetClaimKind(claim=view.id, kind=kind)) for kind in ClaimKind]
    return Screen(words("ask-claim", name=view.client), (*in_rows(buttons, 2), _back(words, view)))


def ask_fault(words: Words, view: ClaimView) -> Screen:
    buttons = [tap(fault_name(words, one), SetFault(claim=view.id, service=one)) for one in Service]
    if view.fault is not None:
        buttons.append(tap(fault_name(words, None), ClearFault(claim=view.id)))
    return Screen(words("ask-claim-fault", name=view.client), (*in_rows(buttons, 2), _back(words, view)))


def ask_order(words: Words, view: ClaimView, orders: Sequence[OrderFact]) -> Screen:
    rows = tuple((tap(order_name(words, one), SetClaimOrder(claim=view.id, order=one.id)),) for one in orders)
    key = "ask-claim-order" if orders else "ask-claim-order-none"
    return Screen(words(key, name=view.client), (*rows, _back(words, view)))


def ask_goods(words: Words, view: ClaimView, offers: Sequence[GoodsOffer], *, extra: bool) -> Screen:
    rows = tuple(
        (tap(_offer(words, one), PickGoods(claim=view.id, product=one.id, extra=extra)),) for one in offers
    )
    text = words("ask-claim-extra" if extra else "ask-claim-goods", offers=len(offers))
    return Screen(text, (*rows, _back(words, view)))


def _offer(words: Words, one: GoodsOffer) -> str:
    if one.ordered is None:
        return short(one.name, 56)
    return words.plain("claim-offer", name=short(one.name, 44), quantity=amount(words, one.ordered, one.unit))


def ask_quantity(words: Words, view: ClaimView, offer: GoodsOffer, *, extra: bool) -> Screen:
    """A few numbers, the whole line, or typed."""
    sign = -1 if extra else 1
    numbers = [Decimal(one) for one in FEW if extra or offer.ordered is None or one < offer.ordered]
    buttons = [
        tap(
            amount(words, one, offer.unit),
            PutGoods(claim=view.id, product=offer.id, amount=sign * thousandths(one)),
        )
        for one in numbers
    ]
    if offer.ordered is not None and not extra:
        whole = words.plain("btn-claim-all", quantity=amount(words, offer.ordered, offer.unit))
        buttons.append(
            tap(whole, PutGoods(claim=view.id, product=offer.id, amount=thousandths(offer.ordered)))
        )
    uncounted = (
        tap(words.plain("btn-claim-uncounted"), PutGoods(claim=view.id, product=offer.id, amount=0)),
    )
    key = "ask-claim-quantity-extra" if extra else "ask-claim-quantity"
    return Screen(words(key, name=offer.name), (*in_rows(buttons, 3), uncounted, _back(words, view)))


def ask_typed(words: Words, view: ClaimView, key: str) -> Screen:
    """A question answered in words: `key` is what to say."""
    return Screen(words(key, number=view.id, client=view.client), (_back(words, view),))


def ask_due(words: Words, view: ClaimView, choices: Sequence[DateChoice]) -> Screen:
    rows = day_rows(words, choices, lambda day: SetDue(claim=view.id, day=day.toordinal()))
    return Screen(words("ask-claim-due", client=view.client), (*rows, _back(words, view)))


def ask_owner(words: Words, view: ClaimView, people: Sequence[Actor]) -> Screen:
    buttons = [tap(person_name(words, one), GiveClaim(claim=view.id, employee=one.id)) for one in people[:20]]
    key = "ask-claim-owner" if people else "ask-claim-owner-none"
    return Screen(words(key), (*in_rows(buttons, 2), _back(words, view)))


def person_name(words: Words, one: Actor) -> str:
    return words.plain("claim-person", name=one.name, role=words.plain(f"role-{one.role}"))


def ask_decision(words: Words, view: ClaimView) -> Screen:
    buttons = [
        tap(words.plain(f"btn-decision-{one}"), SetDecision(claim=view.id, decision=one)) for one in Decision
    ]
    return Screen(words("ask-claim-decision", client=view.client), (*in_rows(buttons, 2), _back(words, view)))


def photo_caption(words: Words, view: ClaimView) -> Screen:
    return Screen(words("claim-photo", number=view.id, client=view.client), (_back(words, view),))


def attached(words: Words, view: ClaimView) -> Screen:
    """After a photo: how many there are, and the way on."""
    said = words("claim-attached", number=view.id, client=view.client, count=view.photos)
    return Screen(said, (_back(words, view),))


# --- lists -----------------------------------------------------------------------------------------------------------


def listed(words: Words, view: ClaimList) -> Screen:
    """Open claims by term, what is to be prevented first."""
    late = sum(row.due < view.today and row.status in UNDECIDED for row in view.rows)
    key = "msg-claims-owned" if view.owned else "msg-claims"
    parts = [words(key, count=len(view.rows), late=late)]
    rows: list[tuple[Button, ...]] = [
        (
            tap(
                words.plain("btn-prevention", reason=_repeated(words, one), due=written.short_day(words, one.due)),
                OpenPrevention(prevention=one.id),
            ),
        )
        for one in view.preventions
    ]  # fmt: skip
    parts += [row_text(words, row, view) for row in view.rows]
    if view.preventions:
        parts += ["", words("claims-preventions", count=len(view.preventions))]
    rows += in_rows([_row_button(words, row) for row in view.rows], 2)
    analysis = (tap(words.plain("btn-claim-analysis"), OpenClaimAnalysis()),)
    return Screen(clipped("\n".join(parts)), (*rows, analysis))


def _repeated(words: Words, one: PreventionRow) -> str:
    """«Масло 82,5», «бой, порча · склад» or «бой, порча»."""
    kind = kind_name(words, one.kind).lower()
    return one.product or (f"{kind} · {fault_name(words, one.fault).lower()}" if one.fault else kind)


def row_text(words: Words, row: ClaimRow, view: ClaimList) -> str:
    late = "yes" if row.due < view.today and row.status in UNDECIDED else "no"
    return words(
        "claim-row",
        number=row.id,
        client=row.client,
        kind=kind_name(words, row.kind).lower(),
        status=words.plain(f"claim-status-{row.status}", owner=row.owner or "none"),
        due=written.short_day(words, row.due),
        late=late,
    )


def _row_button(words: Words, row: ClaimRow) -> Button:
    return tap(
        words.plain("btn-claim-row", number=row.id, client=short(row.client, 20)), OpenClaimCard(claim=row.id)
    )


def of_client(words: Words, client: int, name: str, views: Sequence[ClaimView]) -> Screen:
    parts = [words("msg-client-claims", name=name, count=len(views))]
    rows = [
        (
            tap(
                words.plain("btn-claim-of-client", number=one.id, kind=kind_name(words, one.kind)),
                OpenClaimCard(claim=one.id),
            ),
        )
        for one in views
    ]
    parts += [f"{words('claim-number', number=one.id)} · {_state(words, one)}" for one in views]
    new = tap(words.plain("btn-claim-new"), AskNewClaim(client=client))
    back = tap(words.plain("btn-to-client"), OpenClient(client=client))
    return Screen(clipped("\n".join(parts)), (*rows, (new, back)))


def claims_row(words: Words, client: int) -> tuple[Button, ...]:
    """On another screen: to the client's claims."""
    return (tap(words.plain("btn-claim-add"), ClientClaims(client=client)),)


def told_row(words: Words, name: str, client: int, untold: Sequence[int]) -> tuple[Button, ...]:
    """After a call: what was decided has been said in it, one tap; of several claims the list."""
    if not untold:
        return ()
    label = words.plain("btn-claim-said", name=short(name, 20))
    return (tap(label, SaidInCall(claim=untold[0]) if len(untold) == 1 else ClientClaims(client=client)),)
