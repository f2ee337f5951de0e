"""What happened with a client, a line for each event: every kind in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from html import escape
from types import MappingProxyType
from typing import Any

from screens import format as written
from screens.callbacks.clients import OpenClient, OpenHistory
from screens.callbacks.visits import PhotosOf
from screens.callbacks.voice import SendAgain
from screens.order_parts import amount
from screens.outcomes import outcome_name
from screens.reconciliation_board import month_name
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

Facts = Mapping[str, Any]
NOTE_LENGTH = 300


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event. `at` is local, `who` empty where it is the reader's own doing."""

    at: datetime
    kind: str
    facts: Facts
    who: str = ""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """`next_start` is where the next page begins; None on the last one."""

    client: int
    name: str
    events: tuple[EventLine, ...]
    next_start: int | None


def event_line(words: Words, event: EventLine, today: date) -> str:
    """«23.11, Анна: звонок — перезвонить»: HTML; an unknown kind is a plain change."""
    text = event_text(words, event, today)
    day = written.short_day(words, event.at.date())
    if event.at.year != today.year:
        day = f"{day}.{event.at.year}" if words.language == "ru" else f"{day} {event.at.year}"
    head = f"{day}, {escape(event.who, quote=False)}" if event.who else day
    return f"{head}: {text}"


def event_text(words: Words, event: EventLine, today: date) -> str:
    """What happened, without when and who: HTML."""
    return EVENTS.get(event.kind, _Story.changed)(_Story(words, event.facts, today))


@dataclass(frozen=True, slots=True)
class _Story:
    """One event's facts on the way to words. What an older version did not note is left out, never an error."""

    words: Words
    facts: Facts
    today: date

    def _text(self, name: str) -> str:
        return str(self.facts.get(name) or "")

    def _day(self, name: str) -> str:
        value = self._text(name)
        return written.day(self.words, date.fromisoformat(value[:10]), self.today) if value else ""

    def _sum(self, name: str) -> str:
        value = self.facts.get(name)
        return written.money(self.words, int(value)) if value else ""

    def _amount(self) -> str:
        quantity = self._text("qty")
        return f", {amount(self.words, Decimal(quantity), self._text('unit'))}" if quantity else ""

    def _quoted(self, name: str) -> str:
        plain = " ".join(self._text(name).split())
        cut = plain if len(plain) <= NOTE_LENGTH else plain[:NOTE_LENGTH] + "…"
        return self.words("event-quote", text=cut) if cut else ""

    def created(self) -> str:
        return self.words("event-created")

    def call(self) -> str:
        outcome = outcome_name(self.words, self._text("outcome"), self._text("own"))
        text = self.words("event-call", outcome=outcome)
        if reason := self._text("reason"):
            text += self.words("event-reason", reason=self.words.plain(f"refusal-{reason}"))
        return text + self._quoted("note")

    def note(self) -> str:
        return self.words("event-note") + self._quoted("text")

    def order(self) -> str:
        total = self._sum("total")
        return self.words(
            "event-order",
            order=self._text("order"),
            total=total,
            priced="yes" if total else "no",
            status=self._text("status"),
        )

    def promise(self) -> str:
        amount, due = self._sum("amount"), self._day("due")
        if amount:
            return self.words("event-promise-sum", amount=amount, due=due)
        return self.words("event-promise", due=due)

    def promise_judged(self) -> str:
        return self.words("event-promise-judged", state=self._text("state"), due=self._day("due"))

    def payment(self) -> str:
        paid = self._sum("amount")
        return self.words(
            "event-payment",
            amount=paid,
            known="yes" if paid else "no",
            said=self._text("said") or "no",
        )

    def claim(self) -> str:
        kind = self.words.plain(f"claim-{self._text('kind') or 'other'}")
        product = f", {escape(self._text('product'), quote=False)}" if self._text("product") else ""
        decided = self._text("decision")
        said = f" — {self.words.plain(f'decision-{decided}', partly='no')}" if decided else ""
        return self.words("event-claim", kind=kind) + product + self._amount() + said + self._quoted("text")

    def meeting(self) -> str:
        return self.words("event-meeting", day=self._day("day")) + self._quoted("place")

    def visit(self) -> str:
        """«визит, 40 мин — договорились · фото 3 · чек-лист 4/5»."""
        parts = [
            self.words(
                "event-visit", kind=self._text("kind") or "visit", outcome=self._text("outcome") or "held"
            )
        ]
        if minutes := self.facts.get("minutes"):
            parts.append(self.words("event-visit-minutes", minutes=int(minutes)))
        if shot := int(self.facts.get("before") or 0) + int(self.facts.get("after") or 0):
            parts.append(self.words("event-visit-photos", count=shot))
        if total := self.facts.get("total"):
            parts.append(
                self.words("event-visit-checked", done=int(self.facts.get("done") or 0), total=int(total))
            )
        if topic := self._text("topic"):
            parts.append(self.words("visit-training", topic=topic, people=int(self.facts.get("people") or 0)))
        return " · ".join(parts) + self._quoted("text")

    def greeting(self) -> str:
        holiday = self._text("holiday")
        return self.words(
            "event-greeting",
            person=self._text("person"),
            occasion=self._text("occasion"),
            holiday=holiday,
        )

    def person(self) -> str:
        return self.words("event-person", name=self._text("name"))

    def file(self) -> str:
        return self.words("event-file", name=self._text("name"))

    def voice(self) -> str:
        return self.words(
            "event-voice", length=written.span(int(self.facts.get("seconds") or 0))
        ) + self._quoted("text")

    def photo(self) -> str:
        return self.words("event-photo") + self._quoted("text")

    def competitor(self) -> str:
        price = self._sum("price")
        return self.words(
            "event-competitor",
            name=self._text("name"),
            product=self._text("product"),
            goods="yes" if self._text("product") else "no",
            price=price,
            priced="yes" if price else "no",
            change=self._text("change").replace("-", "−"),
            changed="yes" if self._text("change") else "no",
        )

    def shortage(self) -> str:
        what = self._text("what") or "asked"
        return self.words("event-shortage", what=what, product=self._text("product")) + self._amount()

    def skipped(self) -> str:
        return self.words("event-skipped", reason=self.words.plain(f"skip-{self._text('reason') or 'other'}"))

    def contract(self) -> str:
        return self.words("event-contract", number=self._text("number") or "no", what=self._text("what"))

    def stage(self) -> str:
        why = self.words.plain(f"refusal-{self._text('reason')}") if self._text("reason") else "none"
        return self.words(
            "event-stage", stage=self.words.plain(f"stage-{self._text('stage') or 'found'}"), why=why
        )

    def offer(self) -> str:
        text = self.words("event-offer", state=self._text("state"))
        if reason := self._text("reason"):
            text += self.words("event-reason", reason=self.words.plain(f"refusal-{reason}"))
        return text

    def reliability(self) -> str:
        return self.words("event-reliability", until=self._day("until"))

    def stop(self) -> str:
        return self.words("event-stop", step=self._text("step"), day=self._day("until")) + self._quoted(
            "text"
        )

    def reconciliation(self) -> str:
        month = date.fromisoformat(self._text("month")) if self._text("month") else self.today
        named = month_name(self.words, month, self.today)
        return self.words(
            "event-reconciliation", month=named, what=self._text("what"), sum=self._sum("amount")
        )

    def promotion(self) -> str:
        return self.words("event-promotion", name=self._text("name"), reply=self._text("reply"))

    def exhibition(self) -> str:
        return self.words("event-exhibition", name=self._text("name"), reply=self._text("reply"))

    def transfer(self) -> str:
        return self.words("event-transfer", **{"from": self._text("from"), "to": self._text("to")})

    def errand(self) -> str:
        return self.words(
            "event-errand",
            text=self._text("text"),
            answer=self._text("answer") or "none",
            done=int(self.facts.get("done") or 0),
        )

    def changed(self) -> str:
        return self.words("event-changed", what=self._text("what"), name=self._text("name"))


EVENTS: Mapping[str, Callable[[_Story], str]] = MappingProxyType(
    {
        "created": _Story.created,
        "call": _Story.call,
        "note": _Story.note,
        "order": _Story.order,
        "promise": _Story.promise,
        "promise_judged": _Story.promise_judged,
        "payment": _Story.payment,
        "claim": _Story.claim,
        "meeting": _Story.meeting,
        "visit": _Story.visit,
        "greeting": _Story.greeting,
        "person": _Story.person,
        "file": _Story.file,
        "voice": _Story.voice,
        "photo": _Story.photo,
        "competitor": _Story.competitor,
        "shortage": _Story.shortage,
        "contract": _Story.contract,
        "promotion": _Story.promotion,
        "exhibition": _Story.exhibition,
        "skipped": _Story.skipped,
        "stage": _Story.stage,
        "offer": _Story.offer,
        "reliability": _Story.reliability,
        "reconciliation": _Story.reconciliation,
        "stop": _Story.stop,
        "changed": _Story.changed,
        "transfer": _Story.transfer,
        "errand": _Story.errand,
    }
)


def history(words: Words, page: HistoryPage, today: date) -> Screen:
    """Newest first; «Ещё» on all pages but the last."""
    lines = [event_line(words, event, today) for event in page.events] or [words("history-empty")]
    more: tuple[Button, ...] = ()
    if page.next_start is not None:
        more = (tap(words.plain("btn-history-more"), OpenHistory(client=page.client, start=page.next_start)),)
    back = (tap(words.plain("btn-to-client"), OpenClient(client=page.client)),)
    text = clipped("\n".join([words("msg-history", name=page.name), "", *lines]))
    again = in_rows(
        [
            _again(words, event)
            for event in page.events
            if event.facts.get("attachment") or _has_photos(event.facts)
        ],
        2,
    )
    return Screen(text, (*again, more, back) if more else (*again, back))


def _has_photos(facts: Facts) -> bool:
    """Of a visit, before and after."""
    return bool(facts.get("visit") and (facts.get("before") or facts.get("after")))


def _again(words: Words, event: EventLine) -> Button:
    """Hears a voice message again, or shows a photo again."""
    day = written.short_day(words, event.at.date())
    if _has_photos(event.facts):
        return tap(words.plain("btn-photos-of", day=day), PhotosOf(visit=int(event.facts["visit"])))
    length = written.span(int(event.facts.get("seconds") or 0))
    label = words.plain(f"btn-again-{event.kind}", length=length, day=day)
    return tap(label, SendAgain(attachment=int(event.facts["attachment"])))
