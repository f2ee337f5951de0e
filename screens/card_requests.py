"""Cards asked of accounting: for who asks, and for who answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from domain.actors import Role
from domain.card_requests import CardKind, CardStatus
from screens.callbacks.card_requests import (
    AskAboutCard,
    GiveCode,
    OpenCard,
    OpenCards,
    RefuseCard,
    ReplyAboutCard,
    SendClientCard,
    WithdrawCard,
)
from screens.callbacks.clients import OpenClient
from screens.callbacks.imports import OpenImports
from screens.callbacks.orders import NewOrder, OpenDraft, OpenOrder, StartOrder
from screens.order_parts import short, unit_name
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

BUTTON_NAME = 40
SHOWN_TEXT = 500


@dataclass(frozen=True, slots=True)
class CardView:
    """As its reader may see it: `answers` may give the code, `own` has asked for it.

    `draft` is the reader's own draft that waits for the goods, 0 where there is none any more; `order` one that was
    handed over and may still be changed, or somebody else's; `product` names the goods that the
    code turned out to mean. `talk`: (who, text), the oldest first.
    """

    id: int
    kind: CardKind
    status: CardStatus
    name: str
    unit: str
    text: str
    client: str
    client_id: int
    tax_number: str
    reason_code: str
    address: str
    code: str
    reason: str
    asker: str
    answered_by: str
    product: str = ""
    draft: int = 0
    answers: bool = False
    own: bool = False
    talk: tuple[tuple[str, str], ...] = ()
    order: int = 0


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """What accounting needs for a client's card; "" what nobody has said yet. `code`: it has one already."""

    client_id: int
    name: str
    legal_name: str = ""
    tax_number: str = ""
    reason_code: str = ""
    address: str = ""
    code: str = ""
    request: int = 0


def card(words: Words, view: CardView) -> Screen:
    lines = [
        words(
            "msg-card", kind=view.kind.value, status=view.status.value, who=view.answered_by, code=view.code
        )
    ]
    lines += _facts(words, view)
    if view.status is CardStatus.ANSWERED and view.product and view.product != view.name:
        lines.append(words("card-product", name=view.product))
    if view.reason:
        lines.append(words("card-reason", text=view.reason))
    lines += [words("card-said", who=who, text=short(text, SHOWN_TEXT)) for who, text in view.talk]
    return Screen(clipped("\n".join(lines)), _card_rows(words, view))


def _facts(words: Words, view: CardView) -> list[str]:
    lines = [words("card-name", name=view.name)]
    if view.unit:
        lines.append(words("card-unit", unit=unit_name(words, view.unit, Decimal(1))))
    if view.text and view.text != view.name:
        lines.append(words("card-text", text=short(view.text, SHOWN_TEXT)))
    if view.kind is CardKind.CLIENT:
        lines += _legal(words, view.tax_number, view.reason_code, view.address)
    if view.client and view.client != view.name:
        lines.append(words("card-client", name=view.client))
    return [*lines, words("card-asker", who=view.asker)]


def _legal(words: Words, tax_number: str, reason_code: str, address: str) -> list[str]:
    known = (("card-tax-number", tax_number), ("card-reason-code", reason_code), ("card-address", address))
    return [words(key, text=text) for key, text in known if text]


def _card_rows(words: Words, view: CardView) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if view.answers and view.status.waits:
        rows += [
            (tap(words.plain("btn-card-code"), GiveCode(card=view.id)),),
            (
                tap(words.plain("btn-card-refuse"), RefuseCard(card=view.id)),
                tap(words.plain("btn-card-ask"), AskAboutCard(card=view.id)),
            ),
        ]
    if view.own and view.status.waits:
        back = tap(words.plain("btn-card-withdraw"), WithdrawCard(card=view.id))
        reply = tap(words.plain("btn-card-reply"), ReplyAboutCard(card=view.id))
        rows.append((reply, back) if view.status is CardStatus.QUESTION else (back,))
    if view.own and view.draft:
        rows.append((tap(words.plain("btn-card-draft"), OpenDraft(order=view.draft)),))
    elif view.own and view.order:
        rows.append((_to_order(words, view.order),))
    elif view.own and view.client_id:
        rows.append((tap(words.plain("btn-card-client"), OpenClient(client=view.client_id)),))
    if view.answers:
        rows.append((tap(words.plain("btn-cards"), OpenCards()),))
    return tuple(rows)


def _to_order(words: Words, order: int) -> Button:
    return tap(words.plain("btn-open-order"), OpenOrder(order=order))


def news(words: Words, view: CardView, *, line: str = "") -> Screen:
    """To who asked: what accounting has said. `line`: taken (the draft has it), asked (it waits for a quantity), late, "" none."""
    if view.status is CardStatus.REFUSED:
        text = words("ntf-card-refused", name=view.name, who=view.answered_by, reason=view.reason)
    else:
        text = words(
            "ntf-card-answered", kind=view.kind.value, name=view.product or view.name, code=view.code
        )
    if line:
        state = "change" if line == "late" and view.order else line
        text = f"{text}\n{words('ntf-card-line', state=state, client=view.client, name=view.product or view.name)}"
    return Screen(text, _news_rows(words, view))


def _news_rows(words: Words, view: CardView) -> tuple[tuple[Button, ...], ...]:
    if view.draft:
        return ((tap(words.plain("btn-card-draft"), OpenDraft(order=view.draft)),),)
    if view.order:
        return ((_to_order(words, view.order),),)
    if view.client_id:
        client = tap(words.plain("btn-card-client"), OpenClient(client=view.client_id))
        order = tap(words.plain("btn-card-order"), NewOrder(client=view.client_id))
        return ((client, order),)
    return ((tap(words.plain("btn-card-new-order"), StartOrder()),),)


def waiting(words: Words, view: CardView, wait: str, *, mine: bool) -> Screen:
    """The clock's word: `mine` to who has to act, else to who waits for it."""
    asked = view.status is CardStatus.QUESTION
    key = f"ntf-card-{'wait' if mine else 'late'}-{'answer' if asked else 'code'}"
    text = words(
        key,
        kind=view.kind.value,
        name=short(view.name),
        wait=wait,
        who=view.asker,
        client=_whose(view),
        own="yes" if view.own else "no",
    )
    if asked and view.talk:
        text = f"{text}\n{words('card-said', who=view.talk[-1][0], text=short(view.talk[-1][1], SHOWN_TEXT))}"
    return Screen(text, _card_rows(words, view))


def _whose(view: CardView) -> str:
    return view.client if view.client and view.client != view.name else "none"


def question(words: Words, view: CardView, who: str, text: str) -> Screen:
    """To who asked for the card, or back to accounting."""
    key = "ntf-card-reply" if view.answers else "ntf-card-question"
    rows = _card_rows(words, view)
    return Screen(words(key, name=view.name, who=who, text=text), rows)


def sent(words: Words, view: CardView, *, heard: int) -> Screen:
    """`heard` counts those who were told."""
    text = words("msg-card-sent", kind=view.kind.value, name=view.name, heard="some" if heard else "none")
    return Screen(text, _card_rows(words, view))


def ask_goods(words: Words, order: int, role: Role) -> Screen:
    """Sales support has no drafts: its orders were handed over."""
    if order and role is Role.SUPPORT:
        return Screen(words("ask-card-goods"), ((_to_order(words, order),),))
    back = tap(words.plain("btn-card-draft"), OpenDraft(order=order)) if order else tap(words.plain("btn-card-new-order"), StartOrder())  # fmt: skip
    return Screen(words("ask-card-goods"), ((back,),))


def client_facts(words: Words, facts: ClientFacts) -> Screen:
    """What will be sent; what is typed adds to it."""
    back = tap(words.plain("btn-card-client"), OpenClient(client=facts.client_id))
    if facts.code:
        return Screen(words("msg-client-code", name=facts.name, code=facts.code), ((back,),))
    if facts.request:
        waiting = tap(words.plain("btn-card-show"), OpenCard(card=facts.request))
        return Screen(words("msg-client-card-waits", name=facts.name), ((waiting, back),))
    lines = [words("msg-client-card", name=facts.name)]
    if facts.legal_name:
        lines.append(words("card-legal-name", name=facts.legal_name))
    lines += _legal(words, facts.tax_number, facts.reason_code, facts.address)
    company = len(facts.tax_number) != len("781012345678")
    lacks = [
        words.plain(f"card-lacks-{name}")
        for name, text in (("tax", facts.tax_number), ("reason", facts.reason_code or not company), ("address", facts.address))
        if not text
    ]  # fmt: skip
    lines.append(words("ask-client-card", what=", ".join(lacks) or "none"))
    send = tap(words.plain("btn-card-send"), SendClientCard(client=facts.client_id))
    return Screen("\n".join(lines), ((send, back),))


def ask_typed(words: Words, key: str, view: CardView) -> Screen:
    back = tap(words.plain("btn-card-back"), OpenCard(card=view.id))
    return Screen(words(key, name=view.name, kind=view.kind.value), ((back,),))


def told(words: Words, view: CardView) -> Screen:
    """The question has gone."""
    rows = ((tap(words.plain("btn-card-show"), OpenCard(card=view.id)),),)
    return Screen(words("msg-card-told", name=view.name), rows)


def cards(words: Words, views: Sequence[CardView], *, answers: bool) -> Screen:
    key = "msg-cards" if views else "msg-cards-none"
    rows = tuple(
        (
            tap(
                words.plain(
                    "btn-card-line", kind=view.kind.value, name=short(view.name, BUTTON_NAME), who=view.asker
                ),
                OpenCard(card=view.id),
            ),
        )
        for view in views
    )
    back = tap(words.plain("btn-imports"), OpenImports()) if answers else tap(words.plain("btn-card-new-order"), StartOrder())  # fmt: skip
    return Screen(words(key, count=len(views), answers="yes" if answers else "no"), (*rows, (back,)))


def waiting_row(words: Words, count: int) -> tuple[tuple[Button, ...], ...]:
    return ((tap(words.plain("btn-cards-waiting", count=count), OpenCards()),),) if count else ()
