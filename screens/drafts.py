"""A line in one's own words: its draft card, the question it leaves, what was saved, and what was taken back."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape

from capture.acts import ClaimAct
from domain.choices import DateChoice
from domain.orders import OrderStatus
from screens import format as written
from screens.callbacks.calls import NextCard
from screens.callbacks.clients import OpenClient
from screens.callbacks.debts import Dispute
from screens.callbacks.drafts import (
    WHOLE,
    Choose,
    Correct,
    DropDraft,
    EditDraft,
    NameAnother,
    OpenDraft,
    SaveDraft,
    Say,
    ShowAbout,
    Strike,
    TypeAgain,
    UndoDraft,
)
from screens.callbacks.orders import OpenDraft as OpenOrderDraft
from screens.callbacks.orders import OpenOrder
from screens.choices import day_rows
from screens.claims import claims_row
from screens.draft_lines import (
    act_lines,
    day_of,
    goods_lines,
    kind_of,
    line_name,
    without_struck,
)
from screens.draft_views import ActView, AskedView, Doubt, DoubtField, DraftState, DraftView, LeftOrder
from screens.menu import leave_row
from screens.order_parts import amount, short, unit_name
from screens.order_views import OrderView
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.support import hold_reasons
from screens.words import Words

MOST_OPTIONS = 6
QUANTITIES = (1, 2, 5, 10, 20, 50)
PACKS = (1, 2, 5, 10)
MOST_LINES = 30
MOST_ORDERS = 3
BUTTON_NAME = 40
COPIED = 256
QUOTED = 1500
NAMED = {DoubtField.CLIENT, DoubtField.PRODUCT}
CODED = {DoubtField.REASON: "refusal", DoubtField.CLAIM_KIND: "claim"}
Rows = tuple[tuple[Button, ...], ...]


def draft(words: Words, view: DraftView, days: Sequence[DateChoice] = ()) -> Screen:
    """The card in whatever state the draft is; `days` are offered where a day is asked."""
    if view.state is DraftState.OPEN:
        return _open(words, view, days)
    if view.state is DraftState.SAVED:
        return saved(words, view)
    return _not_saved(words, view)


def _open(words: Words, view: DraftView, days: Sequence[DateChoice]) -> Screen:
    lines = [_title(words, view), *_lines(words, view)]
    if all(act.is_out for act in view.acts):
        lines.append(words("captured-nothing-left"))
    lines += [words("captured-unread", text=short(text, 200)) for text in view.unread]
    asked = view.doubts
    if asked:
        lines += ["", _question(words, asked[0][1])]
        lines += [words("doubt-more", count=len(asked) - 1)] if len(asked) > 1 else []
    rows = _doubt_rows(words, view.id, *asked[0], days) if asked else ()
    # A row of its own: the thumb finds it, and three verbs in one row are cut on a narrow phone.
    save = ((tap(words.plain("btn-captured-save"), SaveDraft(draft=view.id)),),) if view.can_save else ()
    last = (
        tap(words.plain("btn-captured-edit"), EditDraft(draft=view.id)),
        tap(words.plain("btn-cancel"), DropDraft(draft=view.id)),
    )
    return Screen(clipped("\n".join(lines)), (*rows, *save, last))


def saved(words: Words, view: DraftView, handed: Sequence[OrderView] = ()) -> Screen:
    """What stands in the books now, where the orders went, and what may be done next."""
    lines = [_title(words, view), *_lines(words, view), *_quiet(words, view)]
    lines += [words("captured-unread", text=short(text, 200)) for text in view.unread]
    went = [*(_went(words, order) for order in handed), *(_stayed(words, order) for order in view.left)]
    lines += ["", *went] if went else []
    rows: list[tuple[Button, ...]] = []
    for order, client in view.orders[:MOST_ORDERS]:
        several = len(view.orders) > 1
        key = "btn-captured-order" if several else "btn-open-order"
        rows.append((tap(words.plain(key, client=short(client, BUTTON_NAME)), OpenOrder(order=order)),))
    rows += [
        (tap(words.plain("btn-to-order" if order.why else "btn-left-draft"), OpenOrderDraft(order=order.id)),)
        for order in view.left[:MOST_ORDERS]
    ]
    rows += _disputes(words, view)
    clients = view.clients
    if len(clients) == 1 and any(isinstance(one.act, ClaimAct) for one in view.acts):
        rows.append(claims_row(words, clients[0][0]))
    following = [tap(words.plain("btn-next-card"), NextCard())]
    if len(clients) == 1:
        following.append(tap(words.plain("btn-client-card"), OpenClient(client=clients[0][0])))
    rows.append(tuple(following))
    if view.undo_until is not None:
        lines += ["", words("captured-undo-until", clock=written.hour(view.undo_until))]
        rows.append((tap(words.plain("btn-captured-undo"), UndoDraft(draft=view.id)),))
    return Screen(clipped("\n".join(lines)), tuple(rows))


def _quiet(words: Words, view: DraftView) -> list[str]:
    """Who is left alone after word of a payment, and until when."""
    return [
        ("" if _alone(view) else _for(words, act))
        + words("captured-quiet", day=day_of(words, act.quiet_until, view.today))
        for act in view.acts
        if not act.struck and act.quiet_until is not None
    ]


def _disputes(words: Words, view: DraftView) -> Rows:
    """A dispute that was only noted stops no reminder: one tap takes it to the documents."""
    disputed = {
        act.client_id: act.client_name or ""
        for act in view.acts
        if not act.struck and act.disputed and act.client_id is not None
    }
    key = "btn-captured-dispute" if len(view.clients) == 1 else "btn-captured-dispute-of"
    return tuple(
        (tap(words.plain(key, client=short(name, BUTTON_NAME)), Dispute(client=client)),)
        for client, name in [*disputed.items()][:MOST_ORDERS]
    )


def _went(words: Words, order: OrderView) -> str:
    facts: dict[str, str | int] = {"order": order.id, "sum": written.money(words, order.totals.amount)}
    if order.status is OrderStatus.ON_APPROVAL:
        return words("captured-held", reasons=hold_reasons(words, order), **facts)
    return words("captured-handed", **facts)


def _stayed(words: Words, order: LeftOrder) -> str:
    """An order that still asks something, or the draft that was there before it."""
    if order.why:
        why = ", ".join(words.plain(f"captured-kept-{one}") for one in order.why)
        return words("captured-kept", why=why, client=order.client)
    amount_ = written.money(words, order.amount)
    return words("captured-left", client=order.client, lines=order.lines, sum=amount_)


def _not_saved(words: Words, view: DraftView) -> Screen:
    """What was typed stays in sight, to be copied or sent again."""
    head = words("captured-undone" if view.state is DraftState.UNDONE else "captured-dropped")
    text = f"{head}\n<code>{escape(short(' '.join(view.text.split()), QUOTED), quote=False)}</code>"
    copy = Button(words.plain("btn-captured-copy"), copy=view.text[:COPIED])
    again = tap(words.plain("btn-repeat"), TypeAgain(draft=view.id))
    return Screen(text, ((again, copy),) if len(view.text) <= COPIED else ((again,),))


# --- the card


def _alone(view: DraftView) -> bool:
    """Whether one client, named in the first line, stands for all."""
    return len({_whose(act) for act in view.acts if not act.struck and _whose(act)}) <= 1


def _whose(act: ActView) -> str:
    """Whom the act is about, as far as it is known; empty where it is about nobody."""
    asked = _client_doubt(act)
    return f"?{asked.query}" if asked is not None else act.client_name or ""


def _client_doubt(act: ActView) -> Doubt | None:
    return next((doubt for doubt in act.doubts if doubt.field is DoubtField.CLIENT), None)


def _title(words: Words, view: DraftView) -> str:
    live = [act for act in view.acts if not act.struck]
    whose = list(dict.fromkeys(_whose(act) for act in live if _whose(act)))
    state = view.state.value
    if not whose:
        return words("captured-of-nobody", state=state)
    if len(whose) > 1:
        return words("captured-of-many", state=state, count=len(whose))
    if any(_client_doubt(act) for act in live):
        return words("captured-of-somebody")
    key = "captured-of-last" if view.last_client_used else "captured-of"
    return words(key, state=state, client=whose[0])


def _lines(words: Words, view: DraftView) -> list[str]:
    """Numbered where there are several. What was struck is shown struck while it may come back."""
    shown = [*view.acts]
    if view.state is not DraftState.OPEN:
        shown = [without_struck(act) for act in view.acts if not act.is_out]
    lines: list[str] = []
    for number, act in enumerate(shown, 1):
        first, *rest = act_lines(words, act, view.today)
        whose = "" if _alone(view) else _for(words, act)
        head = f"{number}. " if len(shown) > 1 else ""
        lines += [f"{head}{whose}{written.lower_first(first) if whose else first}", *rest]
    if len(lines) > MOST_LINES:
        more = words("captured-more", count=len(lines) - MOST_LINES)
        return [*lines[:MOST_LINES], more]
    return lines


def _for(words: Words, act: ActView) -> str:
    asked = _client_doubt(act)
    if asked is not None:
        query = short(asked.query)
        said = words("captured-client-doubt", query=query) if query else words("captured-client-unsaid")
    elif act.client_name and act.remembered:
        said = words("captured-last", client=act.client_name)
    else:
        said = escape(act.client_name or "", quote=False)
    return f"<b>{said}</b> — " if said else ""


# --- the question


def _question(words: Words, doubt: Doubt) -> str:
    facts: dict[str, str | int] = {
        "text": short(doubt.query),
        "name": short(doubt.product or doubt.query),
        "unit": unit_name(words, doubt.unit) if doubt.unit else "",
        "price": written.money(words, doubt.price) if doubt.price is not None else "",
    }
    return words(f"ask-captured-{_question_kind(doubt)}", **facts)


def _question_kind(doubt: Doubt) -> str:
    if doubt.field is DoubtField.CLIENT and not doubt.query:
        return "client-unsaid"
    if doubt.field in NAMED and not doubt.options:
        return f"{doubt.field}-none"
    if doubt.field is DoubtField.QUANTITY and not doubt.unit:
        return "quantity-any"
    return doubt.field.value


def _doubt_rows(words: Words, draft_id: int, act_no: int, doubt: Doubt, days: Sequence[DateChoice]) -> Rows:
    line = WHOLE if doubt.line_no is None else doubt.line_no

    def say(text: str) -> Say:
        return Say(draft=draft_id, act=act_no, text=text, line=line)

    if doubt.field is DoubtField.QUANTITY and doubt.unit:
        numbers = [Decimal(number) for number in QUANTITIES]
        if doubt.pack and doubt.pack > 1:
            numbers += [doubt.pack * packs for packs in PACKS]
        buttons = [
            tap(amount(words, number, doubt.unit), say(f"{number.normalize():f}"))
            for number in sorted(set(numbers))
        ]
        return in_rows(buttons, 4)
    if doubt.field in {DoubtField.DUE, DoubtField.DAY}:
        return day_rows(words, days, lambda day: say(f"{day:%d.%m.%Y}"))
    options = [
        tap(
            _option(words, doubt, name),
            Choose(draft=draft_id, act=act_no, field=doubt.field, choice=choice, line=line),
        )
        for choice, name in doubt.options[:MOST_OPTIONS]
    ]
    if doubt.field not in NAMED:
        return in_rows(options, 2)
    other = tap(
        words.plain("btn-captured-other"),
        NameAnother(draft=draft_id, act=act_no, field=doubt.field, line=line),
    )
    skip = tap(words.plain("btn-doubt-skip"), Strike(draft=draft_id, act=act_no, line=line, struck=True))
    width = 2 if doubt.field is DoubtField.CLIENT else 1
    return (*in_rows(options, width), (other, skip) if options else (skip,))


def _option(words: Words, doubt: Doubt, name: str) -> str:
    if doubt.field is DoubtField.BASIS:
        return words.plain(f"btn-basis-{name}", unit=unit_name(words, doubt.unit, Decimal(1)))
    if doubt.field is DoubtField.WANTED:
        return words.plain(f"wanted-{name}")
    if doubt.field in CODED:
        return words.plain(f"{CODED[doubt.field]}-{name}")
    return short(name, BUTTON_NAME)


def unclear(words: Words, draft_id: int, text: str) -> Screen:
    """The question stays open."""
    return Screen(words("err-draft-unclear", text=short(text, QUOTED)), ((_back(words, draft_id),),))


def name_another(words: Words, view: DraftView, act: ActView, field: DoubtField) -> Screen:
    """What is typed next is the answer."""
    query = next((doubt.query for doubt in act.doubts if doubt.field is field), "")
    key = "ask-captured-name-client" if field is DoubtField.CLIENT else "ask-captured-name-product"
    return Screen(words(key, text=short(query) or "none"), ((_back(words, view.id),),))


# --- to put right


def edit(words: Words, view: DraftView) -> Screen:
    """Every line with its number, and a pencil and a cross under it."""
    lines = [words("captured-edit"), ""]
    rows: list[tuple[Button, ...]] = []
    for number, act in enumerate(view.acts, 1):
        first, *rest = act_lines(words, act, view.today)
        whose = "" if _alone(view) else _for(words, act)
        lines.append(f"{number}. {whose}{written.lower_first(first) if whose else first}")
        lines += [f"{number}.{place} {line.replace('– ', '', 1)}" for place, line in enumerate(rest, 1)]
        rows.append(_pair(words, view.id, act, WHOLE, str(number)))
        rows += [
            _pair(words, view.id, act, place, f"{number}.{place + 1}")
            for place in range(len(rest))
            if not act.struck
        ]
    rows = rows[:MOST_LINES]
    return Screen(clipped("\n".join(lines)), (*rows, (_back(words, view.id),)))


def _pair(words: Words, draft_id: int, act: ActView, line: int, number: str) -> tuple[Button, ...]:
    struck = act.struck if line == WHOLE else act.lines[line].struck
    what = words.plain("captured-kind", kind=kind_of(act.act))
    if line != WHOLE:
        what = short(line_name(act, line) or what, BUTTON_NAME)
    fix = tap(
        words.plain("btn-captured-fix", number=number, what=what),
        Correct(draft=draft_id, act=act.no, line=line),
    )
    cross = tap(
        words.plain("btn-captured-unstrike" if struck else "btn-captured-strike", number=number),
        Strike(draft=draft_id, act=act.no, line=line, struck=not struck, editing=True),
    )
    return (cross,) if struck else (fix, cross)


def ask_correct(words: Words, view: DraftView, act: ActView, line: int) -> Screen:
    """The line as it stands, and an example of what may be typed instead."""
    if line == WHOLE:
        now, kind = act_lines(words, act, view.today), kind_of(act.act)
    else:
        now, kind = goods_lines(words, act)[line : line + 1], "line"
    back = (tap(words.plain("btn-back"), EditDraft(draft=view.id)),)
    return Screen(clipped("\n".join([*now, "", words("ask-captured-correct", kind=kind)])), (back,))


def _back(words: Words, draft_id: int) -> Button:
    return tap(words.plain("btn-captured-to-draft"), OpenDraft(draft=draft_id))


# --- questions, and logistics


def asked(words: Words, view: AskedView) -> Screen:
    """Whom the question means: one tap shows it."""
    if not view.options:
        return Screen(words("msg-captured-nobody", text=short(view.query)))
    options = [
        tap(short(name, BUTTON_NAME), ShowAbout(what=view.what, client=client))
        for client, name in _some(view.options)
    ]
    text = words("msg-captured-whom", text=short(view.query))
    return Screen(text, (*in_rows(options, 1), leave_row(words)))


def _some(options: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    return [*options][:MOST_OPTIONS]
