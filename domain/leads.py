"""A lead on its way to the first order: stages, what moves them, what is asked after a call."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from types import MappingProxyType

from domain.calendar import WorkCalendar
from domain.outcomes import Outcome, is_reached


class Stage(StrEnum):
    FOUND = "found"
    CONTACT = "contact"
    NEED = "need"
    OFFER = "offer"
    CONTRACT = "contract"
    FIRST_ORDER = "first_order"
    LOST = "lost"


PIPELINE = (Stage.FOUND, Stage.CONTACT, Stage.NEED, Stage.OFFER, Stage.CONTRACT)
ON_THE_WAY = (*PIPELINE, Stage.FIRST_ORDER)
FOLLOW_UPS = 2  # talks without an answer after which an offer is to be closed
RANKS: Mapping[Stage, int] = MappingProxyType({stage: rank for rank, stage in enumerate(ON_THE_WAY)})


class Question(StrEnum):
    """What is asked of a lead, in this order."""

    NEED = "need"
    VOLUME = "volume"
    SUPPLIER = "supplier"
    DECIDER = "decider"


class OfferState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    NO_REPLY = "no_reply"


class OfferChannel(StrEnum):
    PHONE = "phone"
    EMAIL = "email"


class Decider(StrEnum):
    """Who decides, as a button says it; anybody else is typed."""

    OWNER = "owner"
    DIRECTOR = "director"
    BUYER = "buyer"


@dataclass(frozen=True, slots=True)
class StageDays:
    """Days that a lead may lie in a stage with nothing agreed; more is overdue."""

    found: int = 3
    contact: int = 7
    need: int = 7
    offer: int = 10
    contract: int = 14

    def of(self, stage: Stage) -> int | None:
        days: int | None = getattr(self, stage.value, None)
        return days


@dataclass(frozen=True, slots=True)
class Conversions:
    """The share of leads in a stage that go on to the next one, above 0 and up to 1."""

    found: float = 0.5
    contact: float = 0.5
    need: float = 0.6
    offer: float = 0.35
    contract: float = 0.85

    def __post_init__(self) -> None:
        for stage in PIPELINE:
            if not 0 < self.of(stage) <= 1:
                raise ValueError(f"conversion of {stage} must be above 0 and up to 1: {self.of(stage)}")

    def of(self, stage: Stage) -> float:
        share: float = getattr(self, stage.value)
        return share


@dataclass(frozen=True, slots=True)
class LeadSettings:
    """The goal of a month, and how far own history is believed: `priors` weigh as much as `prior_leads` leads of one's own.

    `questions` at most after one call; `volumes` in thousands of roubles a month, ascending: bounds of the buttons.
    """

    contracts_a_month: int = 4
    history_months: int = 6
    prior_leads: int = 20
    priors: Conversions = field(default_factory=Conversions)
    stage_days: StageDays = field(default_factory=StageDays)
    questions: int = 3
    volumes: tuple[int, ...] = (50, 200, 500)

    def __post_init__(self) -> None:
        if self.contracts_a_month < 0 or self.history_months < 1 or self.prior_leads < 1:
            raise ValueError("contracts_a_month from 0, history_months and prior_leads from 1")
        if any(left >= right for left, right in pairwise((0, *self.volumes))):
            raise ValueError(f"volumes of leads must ascend from 1: {self.volumes}")


@dataclass(frozen=True, slots=True)
class OfferSettings:
    """`second_days`: working days from a follow-up without an answer to the second one, after which the offer is to be closed."""

    second_days: int = 5


def stage_of(stored: str | None) -> Stage:
    """A lead that has no stage yet was just found."""
    return Stage(stored) if stored else Stage.FOUND


def stage_after(outcome: Outcome) -> Stage | None:
    """The stage that a logged call speaks of; None where nobody was reached. An offer to be sent is one when it is sent."""
    if outcome is Outcome.PHONE_OFFER:
        return Stage.OFFER
    return Stage.CONTACT if is_reached(outcome) else None


def moved(now: Stage, to: Stage) -> Stage | None:
    """The stage that what was logged moves a lead to, forward only; None where it stays.

    A lost lead is not brought back by a talk, but by an offer and all that comes after it.
    """
    if now is Stage.LOST:
        return to if RANKS[to] >= RANKS[Stage.OFFER] else None
    return to if RANKS[to] > RANKS[now] else None


def is_overdue(stage: Stage, since: date, next_day: date | None, today: date, settings: LeadSettings) -> bool:
    """The agreed day has passed, or nothing is agreed and the lead lies too long."""
    days = settings.stage_days.of(stage)
    if days is None:
        return False
    if next_day is not None:
        return next_day < today
    return (today - since).days > days


def questions_to_ask(
    answered: Collection[Question],
    asked_today: Collection[Question],
    settings: LeadSettings,
) -> tuple[Question, ...]:
    """What is still unknown and was not asked today: nothing once a call of today has asked as many as one call may."""
    if len(asked_today) >= settings.questions:
        return ()
    open_ones = [one for one in Question if one not in answered and one not in asked_today]
    return tuple(open_ones[: settings.questions - len(asked_today)])


def volume_ranges(settings: LeadSettings) -> tuple[tuple[int, int | None], ...]:
    """(from, to) in thousands of roubles a month; the last is open."""
    bounds = (0, *settings.volumes)
    closed: Iterable[tuple[int, int | None]] = pairwise(bounds)
    return (*closed, (bounds[-1], None))


def next_follow_up(follow_ups: int, today: date, calendar: WorkCalendar, settings: OfferSettings) -> date:
    """When to ask again after `follow_ups` talks without an answer; today once there were two: the offer is to be closed."""
    return calendar.add(today, settings.second_days) if follow_ups < FOLLOW_UPS else today
