"""Offers: who waits for an answer, one offer with its answers by one tap."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from domain.choices import DateChoice
from domain.leads import FOLLOW_UPS, OfferChannel, OfferState, Stage
from domain.outcomes import RefusalReason
from screens import format as written
from screens.callbacks.calls import OpenCard
from screens.callbacks.clients import OpenClient
from screens.callbacks.leads import OpenLead, OpenLeads, SetStage
from screens.callbacks.offers import (
    AcceptOffer,
    AskDecline,
    CloseOffer,
    DeclineOffer,
    MakeOffer,
    NewOffer,
    OpenOffer,
    OpenOffers,
    ThinkOffer,
)
from screens.callbacks.orders import NewOrder
from screens.choices import day_rows
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

LABEL = 60


@dataclass(frozen=True, slots=True)
class OfferView:
    """`amount` in kopecks; `reason` of a refusal by its code; `follow_day` None once it is closed."""

    id: int
    client: int
    name: str
    is_lead: bool
    day: date
    channel: OfferChannel
    text: str
    amount: int | None
    state: OfferState
    reason: str
    follow_day: date | None
    follow_ups: int

    def is_due(self, today: date) -> bool:
        return self.follow_day is not None and self.follow_day <= today

    def is_to_close(self, today: date) -> bool:
        """Asked about often enough."""
        return self.is_due(today) and self.follow_ups >= FOLLOW_UPS


@dataclass(frozen=True, slots=True)
class OfferPage:
    """`start` is where the page really begins, `size` how many it has room for; `due` of `total` are to be asked about."""

    offers: tuple[OfferView, ...]
    total: int
    due: int
    start: int
    size: int


def what(words: Words, offer: OfferView) -> str:
    """«по почте: масло, 120 000 ₽», not escaped."""
    said = words.plain(f"offer-by-{offer.channel}")
    facts = [offer.text, written.money(words, offer.amount) if offer.amount else ""]
    told = ", ".join(fact for fact in facts if fact)
    return f"{said}: {told}" if told else said


def offer_line(words: Words, offer: OfferView, today: date) -> str:
    """«✉️ 12.11, по почте: масло — спросить 17.11»: HTML, a line of a lead's screen."""
    line = f"✉️ {written.short_day(words, offer.day)}, {escape(what(words, offer), quote=False)}"
    return f"{line} — {_state(words, offer, today)}"


def _state(words: Words, offer: OfferView, today: date) -> str:
    if offer.state is not OfferState.OPEN:
        why = written.lower_first(words.plain(f"refusal-{offer.reason}")) if offer.reason else ""
        return words("offer-state", state=offer.state.value, why=why, said="yes" if why else "no")
    if offer.is_to_close(today):
        return words("offer-to-close", count=offer.follow_ups)
    assert offer.follow_day is not None
    day = written.day(words, max(offer.follow_day, today), today)
    return words("offer-ask", day=day)


def board_button(words: Words, waiting: int, due: int) -> Button:
    return tap(words.plain("btn-offers-waiting", waiting=waiting, due=due), OpenOffers())


# --- the list ---------------------------------------------------------------------------------------------------------


def offers(words: Words, page: OfferPage, today: date, *, before: str = "") -> Screen:
    """`before` says what the last answer changed."""
    over = f"{before}\n\n" if before else ""
    back = (tap(words.plain("btn-to-leads"), OpenLeads()),)
    if not page.total:
        return Screen(over + words("msg-offers-none"), (back,))
    rows = tuple((tap(_label(words, one, today), OpenOffer(offer=one.id)),) for one in page.offers)
    turns = []
    if page.start:
        turns.append(tap(words.plain("btn-clients-back"), OpenOffers(start=max(page.start - page.size, 0))))
    if page.start + len(page.offers) < page.total:
        turns.append(tap(words.plain("btn-clients-on"), OpenOffers(start=page.start + page.size)))
    pages = (tuple(turns),) if turns else ()
    text = over + words("msg-offers-waiting", waiting=page.total, due=page.due)
    return Screen(text, (*rows, *pages, back))


def _label(words: Words, offer: OfferView, today: date) -> str:
    """«❗ Ромашка · масло · 12.11»: a mark where it is time to ask, another where it is time to close."""
    mark = "✖️ " if offer.is_to_close(today) else "❗ " if offer.is_due(today) else ""
    facts = [offer.name, offer.text, written.short_day(words, offer.day)]
    label = mark + " · ".join(fact for fact in facts if fact)
    return label if len(label) <= LABEL else label[: LABEL - 1] + "…"


# --- one offer --------------------------------------------------------------------------------------------------------


def offer(words: Words, shown: OfferView, today: date, *, ask_text: bool = False) -> Screen:
    """`ask_text`: it was made just now, and what was offered may be typed."""
    lines = [
        words("msg-offer", name=shown.name),
        words("offer-made", day=written.day(words, shown.day, today), what=what(words, shown)),
        _state(words, shown, today),
    ]
    if ask_text:
        lines += ["", words("ask-offer-text")]
    return Screen(clipped("\n".join(lines)), (*_answers(words, shown), *_ways(words, shown)))


def _answers(words: Words, shown: OfferView) -> tuple[tuple[Button, ...], ...]:
    if shown.state is not OfferState.OPEN:
        return ()
    return (
        (
            tap(words.plain("btn-offer-accept"), AcceptOffer(offer=shown.id)),
            tap(words.plain("outcome-thinking"), ThinkOffer(offer=shown.id)),
        ),
        (
            tap(words.plain("outcome-refusal"), AskDecline(offer=shown.id)),
            tap(words.plain("btn-offer-close"), CloseOffer(offer=shown.id)),
        ),
    )


def _ways(words: Words, shown: OfferView) -> tuple[tuple[Button, ...], ...]:
    go = [tap(words.plain("btn-client-call"), OpenCard(client=shown.client))]
    if shown.state is OfferState.ACCEPTED:
        go.append(tap(words.plain("btn-client-order"), NewOrder(client=shown.client)))
    if shown.state is OfferState.ACCEPTED and shown.is_lead:
        go.append(tap(words.plain("btn-stage-contract"), SetStage(client=shown.client, stage=Stage.CONTRACT)))
    whose = (
        tap(words.plain("btn-lead-back"), OpenLead(client=shown.client))
        if shown.is_lead
        else tap(words.plain("btn-to-client"), OpenClient(client=shown.client))
    )
    return (tuple(go), (whose, tap(words.plain("btn-to-offers"), OpenOffers())))


def ask_channel(words: Words, name: str, client: int) -> Screen:
    ways = tuple(
        tap(words.plain(f"btn-offer-{channel}"), MakeOffer(client=client, channel=channel))
        for channel in OfferChannel
    )
    back = (tap(words.plain("btn-back"), OpenClient(client=client)),)
    return Screen(words("ask-offer-channel", name=name), (ways, back))


def ask_when(words: Words, shown: OfferView, choices: Sequence[DateChoice]) -> Screen:
    days = day_rows(words, choices, lambda day: ThinkOffer(offer=shown.id, day=day.toordinal()))
    return Screen(words("ask-day-thinking", name=shown.name), (*days, _back(words, shown)))


def ask_reason(words: Words, shown: OfferView) -> Screen:
    buttons = [
        tap(words.plain(f"refusal-{reason}"), DeclineOffer(offer=shown.id, reason=reason))
        for reason in RefusalReason
    ]
    return Screen(words("ask-refusal", name=shown.name), (*in_rows(buttons, 2), _back(words, shown)))


def _back(words: Words, shown: OfferView) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenOffer(offer=shown.id)),)


def answered(words: Words, shown: OfferView, today: date) -> str:
    """«Ромашка: отказ, цена»: the new state, HTML."""
    return f"{escape(shown.name, quote=False)}: {_state(words, shown, today)}"


def new_button(words: Words, client: int) -> Button:
    return tap(words.plain("btn-new-offer"), NewOffer(client=client))
