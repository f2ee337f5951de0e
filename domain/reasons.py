"""Why a client is called today: the facts of one client, and the weighed reasons that follow from them."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.rhythm import Rhythm

KOPECKS: Final = 100


class ReasonKind(StrEnum):
    CALL_BACK = "call_back"
    RETRY = "retry"
    PLANNED = "planned"
    BROKEN_PROMISE = "broken_promise"
    PROMISE_TODAY = "promise_today"
    OVERDUE = "overdue"
    ORDER_RHYTHM = "order_rhythm"
    CLAIM = "claim"
    CLAIM_DECIDED = "claim_decided"
    LEAD_UNTOUCHED = "lead_untouched"
    OFFER_FOLLOW_UP = "offer_follow_up"
    OCCASION = "occasion"
    STAY_IN_TOUCH = "stay_in_touch"
    CONTRACT_ENDS = "contract_ends"
    PROMOTION = "promotion"
    WEEK_PLAN = "week_plan"
    INVITATION = "invitation"
    ARRIVED = "arrived"
    ERRAND = "errand"
    CARRIED = "carried"
    TARGET = "target"


class PersonRole(StrEnum):
    """Whom a reason calls for; CALLER is the one a call-back was agreed with."""

    MAIN = "main"
    DIRECTOR = "director"
    BUYER = "buyer"
    ACCOUNTANT = "accountant"
    CELEBRANT = "celebrant"
    CALLER = "caller"


class ClientClass(StrEnum):
    A = "A"
    B = "B"
    C = "C"


class NextReason(StrEnum):
    """What the agreed next contact is for."""

    CALL_BACK = "call_back"
    RETRY = "retry"
    OFFER = "offer"
    PLANNED = "planned"


ROLES: Final[Mapping[ReasonKind, PersonRole]] = MappingProxyType(
    {
        ReasonKind.CALL_BACK: PersonRole.CALLER,
        ReasonKind.RETRY: PersonRole.CALLER,
        ReasonKind.PLANNED: PersonRole.CALLER,
        ReasonKind.BROKEN_PROMISE: PersonRole.ACCOUNTANT,
        ReasonKind.PROMISE_TODAY: PersonRole.ACCOUNTANT,
        ReasonKind.OVERDUE: PersonRole.ACCOUNTANT,
        ReasonKind.ORDER_RHYTHM: PersonRole.BUYER,
        ReasonKind.CLAIM: PersonRole.BUYER,
        ReasonKind.CLAIM_DECIDED: PersonRole.BUYER,
        ReasonKind.LEAD_UNTOUCHED: PersonRole.MAIN,
        ReasonKind.OFFER_FOLLOW_UP: PersonRole.BUYER,
        ReasonKind.OCCASION: PersonRole.CELEBRANT,
        ReasonKind.STAY_IN_TOUCH: PersonRole.MAIN,
        ReasonKind.CONTRACT_ENDS: PersonRole.DIRECTOR,
        ReasonKind.PROMOTION: PersonRole.BUYER,
        ReasonKind.WEEK_PLAN: PersonRole.MAIN,
        ReasonKind.INVITATION: PersonRole.MAIN,
        ReasonKind.ARRIVED: PersonRole.BUYER,
        ReasonKind.ERRAND: PersonRole.MAIN,
        ReasonKind.CARRIED: PersonRole.MAIN,
        ReasonKind.TARGET: PersonRole.BUYER,
    }
)
MONEY: Final = frozenset({ReasonKind.BROKEN_PROMISE, ReasonKind.PROMISE_TODAY, ReasonKind.OVERDUE})


@dataclass(frozen=True, slots=True)
class Reason:
    """`weight` in points; `facts` are what the line prints: sums in kopecks, days as numbers, dates, moments."""

    kind: ReasonKind
    weight: int
    facts: Mapping[str, object]

    @property
    def role(self) -> PersonRole:
        return ROLES[self.kind]


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """One number for each class of client."""

    a: float
    b: float
    c: float

    def of(self, client_class: ClientClass) -> float:
        figure: float = getattr(self, client_class.value.lower())
        return figure


@dataclass(frozen=True, slots=True)
class RankingSettings:
    """Points of each reason, and the shape of the list.

    `occasion` is what is one person's or company's own day, `holiday` everybody's: it must not bury the rest of the list.
    Debt: `overdue_step` points for each tenfold of rouble-days above `overdue_floor` (tens: 2 = 100 rouble-days).
    Rhythm: `order_chance` is the share by which the points grow for a client sure to order within a week.
    `carry_days` are the working days after which a line that nobody works is the lead's business; `shared_most` the clients
    that one number may answer for: a number of more is a placeholder, and tells nothing of who answers.
    """

    spare_percent: int = 20
    lead_percent: int = 20
    client_day_end: time = time(18)
    call_back: int = 100
    retry: int = 40
    planned: int = 45
    broken_promise: int = 60
    broken_promise_per_day: int = 2
    promise_today: int = 45
    overdue_step: int = 12
    overdue_floor: int = 2
    order_rhythm: int = 30
    rhythm_ratio: float = 1.5
    rhythm_cap: float = 3.0
    order_chance: float = 0.3
    claim: int = 50
    claim_per_day: int = 5
    lead_untouched: int = 25
    lead_per_day: int = 5
    lead_days: int = 1
    offer_follow_up: int = 35
    occasion: int = 40
    holiday: int = 20
    stay_in_touch: int = 15
    contract_ends: int = 20
    contract_per_day: int = 1
    contract_days: int = 30
    promotion: int = 25
    week_plan: int = 40
    invitation: int = 25
    arrived: int = 55
    errand: int = 60
    repeat_days: int = 3
    carried_per_day: int = 5
    carried_cap: int = 5
    carry_days: int = 3
    shared_most: int = 10
    touch_from: float = 0.5
    touch_cap: float = 2.0
    per_day_cap: int = 10
    touch_days: ClassFigures = ClassFigures(7, 14, 30)
    class_factor: ClassFigures = ClassFigures(1.5, 1.0, 0.7)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the list has to know of one client; sums in kopecks, `next_at` aware, days local to the manager.

    `next_at` or `next_day` is the agreed next call, `visit_on` the day of an agreed visit; while it lies ahead, only money, claims
    and greetings may come before it. `last_contact` is the last logged contact of any kind, `since` the day on which the client or
    lead came to the manager. `rhythm` is that of today, None where the history is too short or no order is late; `order_chance` is
    from 0 to 1. `greet_on` is the working day on which an occasion at `occasion_on` is shown; without it the occasion is shown on
    its own day. `occasion` are the facts that name it, `holiday` says that it is everybody's. `birthday_today`: somebody of the
    client has a birthday today, so nobody there is asked for money.

    `numbers` are the phones (E.164) of the people by id, `phone` is the client's own: who answers is told by the number.
    `contract_ends` is the last day of the contract in force; `promotion` one that the client was not told of, to `promotion_ends`;
    `week_planned` says that a call of the week plan stands undone for today or earlier; `invited_to` an exhibition to which the
    client was invited on `invited_on` and has not replied; `arrived` names goods that it waited for and that have
    come on `arrived_on`; `errand` is what the lead has asked to do with it. `carried_days` are the working days for which the client lies in the
    list unworked, from `carried_since` on.
    """

    client_id: int
    is_lead: bool = False
    excluded: bool = False
    has_number: bool = True
    client_class: ClientClass = ClientClass.C
    utc_offset_minutes: int = 180
    phone: str | None = None
    numbers: Mapping[int, str] = field(default_factory=dict)
    main_person: int | None = None
    director: int | None = None
    buyer: int | None = None
    accountant: int | None = None
    celebrant: int | None = None
    caller: int | None = None
    next_at: datetime | None = None
    next_day: date | None = None
    next_reason: NextReason = NextReason.PLANNED
    visit_on: date | None = None
    hidden_until: date | None = None
    last_contact: date | None = None
    since: date | None = None
    broken_promise_due: date | None = None
    broken_promise_sum: int = 0
    promise_due: date | None = None
    promise_sum: int = 0
    overdue_sum: int = 0
    overdue_since: date | None = None
    rhythm: Rhythm | None = None
    order_chance: float = 0.0
    claim_since: date | None = None
    claim_decided: bool = False
    occasion_on: date | None = None
    greet_on: date | None = None
    occasion: Mapping[str, object] = field(default_factory=dict)
    holiday: bool = False
    birthday_today: bool = False
    contract_ends: date | None = None
    promotion: str = ""
    promotion_ends: date | None = None
    week_planned: bool = False
    invited_to: str = ""
    invited_on: date | None = None
    arrived: str = ""
    arrived_on: date | None = None
    errand: str = ""
    carried_since: date | None = None
    carried_days: int = 0

    def person_for(self, role: PersonRole) -> int | None:
        """The person of that role, or whoever else of the client can answer: the main one first."""
        wanted = {
            PersonRole.DIRECTOR: self.director,
            PersonRole.BUYER: self.buyer,
            PersonRole.ACCOUNTANT: self.accountant,
            PersonRole.CELEBRANT: self.celebrant,
            PersonRole.CALLER: self.caller,
        }.get(role)
        order = (wanted, self.main_person, self.buyer, self.accountant)
        return next((person for person in order if person is not None), None)

    def number_of(self, person: int | None) -> str | None:
        """The number on which that person is called: the client's own where they have none."""
        return self.phone if person is None else self.numbers.get(person, self.phone)


def reasons_for(candidate: Candidate, *, now: datetime, settings: RankingSettings) -> list[Reason]:
    """All reasons to call the client on the local day of `now` (aware, in the manager's zone): what was agreed first, the rest unsorted.

    When there is somebody to congratulate, money is not spoken of: the greeting stands alone, the debt waits (`after_greeting`).
    Lying unworked is no reason of its own: it adds to those that there are.
    """
    today = now.date()
    agreed = list(_agreed(candidate, now, settings))
    found: list[Reason] = []
    waits = _is_ahead(candidate, now)
    if _greets(candidate, today):
        weight = settings.holiday if candidate.holiday else settings.occasion
        found.append(
            _reason(ReasonKind.OCCASION, weight, day=candidate.occasion_on or today, **candidate.occasion)
        )
    elif not candidate.birthday_today:
        found.extend(_money(candidate, today, settings))
    if candidate.claim_since is not None:
        days = max((today - candidate.claim_since).days, 0)
        weight = settings.claim + settings.claim_per_day * min(days, settings.per_day_cap)
        kind = ReasonKind.CLAIM_DECIDED if candidate.claim_decided else ReasonKind.CLAIM
        found.append(_reason(kind, weight, days=days))
    if candidate.arrived and not (waits and _spoken_since(candidate)):
        found.append(_reason(ReasonKind.ARRIVED, settings.arrived, name=candidate.arrived))
    if candidate.errand:
        found.append(_reason(ReasonKind.ERRAND, settings.errand, name=candidate.errand))
    if not waits:
        found.extend(_desk(candidate, today, settings))
        found.extend(_care(candidate, today, settings))
    found = agreed + [reason for reason in found if reason.weight > 0]
    if found and candidate.carried_days > 0:
        days = min(candidate.carried_days, settings.carried_cap)
        found.append(
            _reason(ReasonKind.CARRIED, settings.carried_per_day * days, days=candidate.carried_days)
        )
    return found


def after_greeting(candidate: Candidate, *, now: datetime, settings: RankingSettings) -> list[Reason]:
    """The debt that waits in the same line until the greeting is done, the weightiest first; on a birthday it waits for another day."""
    if candidate.birthday_today or not _greets(candidate, now.date()):
        return []
    money = [reason for reason in _money(candidate, now.date(), settings) if reason.weight > 0]
    return sorted(money, key=lambda reason: (-reason.weight, reason.kind))


def _greets(candidate: Candidate, today: date) -> bool:
    return today in (candidate.occasion_on, candidate.greet_on)


def _reason(kind: ReasonKind, weight: float, **facts: object) -> Reason:
    return Reason(kind, round(weight), facts)


def _local_next(candidate: Candidate, now: datetime) -> date | None:
    if candidate.next_at is not None:
        return candidate.next_at.astimezone(now.tzinfo).date()
    return candidate.next_day


def _is_ahead(candidate: Candidate, now: datetime) -> bool:
    day = _local_next(candidate, now)
    if day is not None and day > now.date():
        return True
    return candidate.visit_on is not None and candidate.visit_on >= now.date()


def _spoken_since(candidate: Candidate) -> bool:
    """A contact after the goods came: what was agreed in it holds."""
    last, arrived = candidate.last_contact, candidate.arrived_on
    return last is not None and arrived is not None and last > arrived


def _agreed(candidate: Candidate, now: datetime, settings: RankingSettings) -> Iterator[Reason]:
    day = _local_next(candidate, now)
    if day is None or day > now.date():
        return
    kind, weight = {
        NextReason.CALL_BACK: (ReasonKind.CALL_BACK, settings.call_back),
        NextReason.RETRY: (ReasonKind.RETRY, settings.retry),
        NextReason.OFFER: (ReasonKind.OFFER_FOLLOW_UP, settings.offer_follow_up),
        NextReason.PLANNED: (ReasonKind.PLANNED, settings.planned),
    }[candidate.next_reason]
    late = (now.date() - day).days
    yield _reason(
        kind, weight + min(late, settings.per_day_cap), day=day, at=candidate.next_at, days_late=late
    )


def _money(candidate: Candidate, today: date, settings: RankingSettings) -> Iterator[Reason]:
    if candidate.broken_promise_due is not None:
        days = max((today - candidate.broken_promise_due).days, 0)
        weight = settings.broken_promise + settings.broken_promise_per_day * min(days, settings.per_day_cap)
        yield _reason(ReasonKind.BROKEN_PROMISE, weight, amount=candidate.broken_promise_sum, days=days)
    if candidate.promise_due == today:
        yield _reason(
            ReasonKind.PROMISE_TODAY, settings.promise_today, amount=candidate.promise_sum, day=today
        )
    if candidate.overdue_since is not None and candidate.overdue_sum > 0:
        days = max((today - candidate.overdue_since).days, 0)
        rouble_days = candidate.overdue_sum * days / KOPECKS
        points = settings.overdue_step * (math.log10(1 + rouble_days) - settings.overdue_floor)
        yield _reason(ReasonKind.OVERDUE, points, amount=candidate.overdue_sum, days=days)


def _desk(candidate: Candidate, today: date, settings: RankingSettings) -> Iterator[Reason]:
    """What the week plan, promotions, exhibitions and contracts ask for."""
    if candidate.week_planned:
        yield _reason(ReasonKind.WEEK_PLAN, settings.week_plan)
    if candidate.promotion and candidate.promotion_ends is not None and candidate.promotion_ends >= today:
        yield _reason(
            ReasonKind.PROMOTION, settings.promotion, name=candidate.promotion, on=candidate.promotion_ends
        )
    last = candidate.last_contact
    if last is not None and (today - last).days < settings.repeat_days:
        return  # spoken of a moment ago: nobody is asked about paper every morning
    if candidate.invited_to and candidate.invited_on is not None and candidate.invited_on < today:
        days = (today - candidate.invited_on).days
        yield _reason(ReasonKind.INVITATION, settings.invitation, name=candidate.invited_to, days=days)
    if candidate.contract_ends is not None:
        yield from _contract(candidate.contract_ends, today, settings)


def _contract(ends: date, today: date, settings: RankingSettings) -> Iterator[Reason]:
    """The nearer the end the weightier, and so on past it."""
    left = (ends - today).days
    if left > settings.contract_days:
        return
    nearer = settings.contract_days + min(-left, settings.per_day_cap)
    weight = settings.contract_ends + settings.contract_per_day * nearer
    yield _reason(ReasonKind.CONTRACT_ENDS, weight, on=ends, days_late=max(-left, 0))


def _care(candidate: Candidate, today: date, settings: RankingSettings) -> Iterator[Reason]:
    factor = settings.class_factor.of(candidate.client_class)
    if candidate.rhythm is not None:
        yield from _order_due(candidate.rhythm, candidate.order_chance, factor, settings)
    if candidate.last_contact is None and candidate.is_lead:
        yield from _untouched(candidate, today, settings)
        return
    norm = settings.touch_days.of(candidate.client_class)
    last = candidate.last_contact or candidate.since
    silent = None if last is None else max((today - last).days, 0)
    # A client never touched and of unknown age counts as one whose norm has just run out.
    ratio = 1.0 if silent is None else silent / norm
    if ratio >= settings.touch_from:
        weight = settings.stay_in_touch * min(ratio, settings.touch_cap) * factor
        yield _reason(ReasonKind.STAY_IN_TOUCH, weight, days=silent, norm=round(norm))


def _order_due(rhythm: Rhythm, chance: float, factor: float, settings: RankingSettings) -> Iterator[Reason]:
    """Nothing while the same silence a year ago excuses this one. Of two equally late, the likelier buyer stands first."""
    if rhythm.quiet_until is not None or rhythm.overdue_ratio < settings.rhythm_ratio:
        return
    late = min(rhythm.overdue_ratio, settings.rhythm_cap) / settings.rhythm_ratio
    weight = settings.order_rhythm * late * (1 + settings.order_chance * chance) * factor
    yield _reason(
        ReasonKind.ORDER_RHYTHM,
        weight,
        days=rhythm.days_since,
        gap=rhythm.median_gap_days,
        last=rhythm.last_order,
    )


def _untouched(candidate: Candidate, today: date, settings: RankingSettings) -> Iterator[Reason]:
    days = settings.lead_days if candidate.since is None else (today - candidate.since).days
    if days >= settings.lead_days:
        weight = settings.lead_untouched + settings.lead_per_day * min(days, settings.per_day_cap)
        yield _reason(ReasonKind.LEAD_UNTOUCHED, weight, days=days)
