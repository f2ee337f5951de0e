"""Contracts: stages, who holds one, what its end asks for and when, and which terms need a lead's word."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from domain.calendar import WorkCalendar
from domain.errors import ProzvonError
from domain.periods import add_months

MOST_DELAY: Final = 365
MOST_LIMIT: Final = 10**14
MONTHS_IN_YEAR: Final = 12


class ContractStage(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    AT_CLIENT = "at_client"
    AT_US = "at_us"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    EXPIRED = "expired"
    TERMINATED = "terminated"


class Holder(StrEnum):
    """Who of ours has the paper."""

    MANAGER = "manager"
    LAWYER = "lawyer"
    DIRECTOR = "director"
    ACCOUNTANT = "accountant"


class TermsState(StrEnum):
    """Whether delay, limit and price column of a contract in force have reached the client."""

    NONE = "none"
    PROPOSED = "proposed"
    APPLIED = "applied"
    DECLINED = "declined"


class TermField(StrEnum):
    """What may be missing in a contract, in the order in which it is asked for."""

    NUMBER = "number"
    SIGNED = "signed"
    ENDS = "ends"
    DELAY = "delay"
    LIMIT = "limit"
    PRICES = "prices"


OPEN: Final = (ContractStage.DRAFT, ContractStage.SENT, ContractStage.AT_CLIENT, ContractStage.AT_US)
SIGNED: Final = frozenset({ContractStage.SIGNED, ContractStage.IN_FORCE, ContractStage.EXPIRED, ContractStage.TERMINATED})  # fmt: skip
OURS: Final = frozenset({ContractStage.DRAFT, ContractStage.AT_US})


class ContractTermError(ProzvonError):
    """A term that no contract has; facts: field, text."""

    code = "contract-term"


class ContractStageError(ProzvonError):
    """No way from this stage to that one; facts: stage, wanted."""

    code = "contract-stage"


@dataclass(frozen=True, slots=True)
class ContractSettings:
    """Days before the end on which it is spoken of, to the manager and (fewer) to the lead too."""

    remind_days: tuple[int, ...] = (60, 30, 14, 3)
    lead_days: tuple[int, ...] = (14, 3)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a contract says. `credit_limit` in kopecks, None as everything here that was not said.

    A contract without `ends` is `open_ended` (given notice of `notice_days`), or its end was not said.
    """

    number: str = ""
    signed: date | None = None
    starts: date | None = None
    ends: date | None = None
    open_ended: bool = False
    notice_days: int | None = None
    delay: int | None = None
    credit_limit: int | None = None
    price_column: str = ""

    @property
    def has_term(self) -> bool:
        return self.open_ended or self.ends is not None

    @property
    def missing(self) -> tuple[TermField, ...]:
        known = {
            TermField.NUMBER: bool(self.number),
            TermField.SIGNED: self.signed is not None,
            TermField.ENDS: self.has_term,
            TermField.DELAY: self.delay is not None,
            TermField.LIMIT: self.credit_limit is not None,
            TermField.PRICES: bool(self.price_column),
        }
        return tuple(field for field in TermField if not known[field])


def check_terms(terms: Terms) -> None:
    """Raises `ContractTermError`: an end before the beginning, a delay or a limit out of all measure."""
    begins = terms.starts or terms.signed
    if terms.ends is not None and begins is not None and terms.ends < begins:
        raise ContractTermError(field=TermField.ENDS, text=f"{terms.ends:%d.%m.%Y}")
    if terms.delay is not None and not 0 <= terms.delay <= MOST_DELAY:
        raise ContractTermError(field=TermField.DELAY, text=str(terms.delay))
    if terms.credit_limit is not None and not 0 <= terms.credit_limit <= MOST_LIMIT:
        raise ContractTermError(field=TermField.LIMIT, text=str(terms.credit_limit // 100))


# --- stages -------------------------------------------------------------------------------------------------------


def next_stages(stage: ContractStage, terms: Terms) -> tuple[ContractStage, ...]:
    """Where one tap may lead. A paper goes to and fro until it is signed; what is in force needs a term."""
    force = (ContractStage.IN_FORCE,) if terms.has_term else ()
    if stage in OPEN:
        others = tuple(one for one in OPEN if one not in {stage, ContractStage.DRAFT})
        return (*others, ContractStage.SIGNED, *(force if terms.signed else ()))
    return {
        ContractStage.SIGNED: (*force, ContractStage.AT_CLIENT, ContractStage.AT_US),
        ContractStage.IN_FORCE: (ContractStage.TERMINATED,),
        ContractStage.EXPIRED: (),
        ContractStage.TERMINATED: force,
    }.get(stage, ())


def check_stage(stage: ContractStage, wanted: ContractStage, terms: Terms) -> None:
    """Raises `ContractStageError`."""
    if wanted not in next_stages(stage, terms):
        raise ContractStageError(stage=stage, wanted=wanted)


# --- terms on the client ------------------------------------------------------------------------------------------


def grows(terms: Terms, delay: int | None, limit: int | None) -> bool:
    """Whether the contract gives more credit than the client has: `delay` unknown is none, `limit` unknown is no limit."""
    longer = terms.delay is not None and terms.delay > (delay or 0)
    higher = terms.credit_limit is not None and limit is not None and terms.credit_limit > limit
    return longer or higher


# --- the end ------------------------------------------------------------------------------------------------------


def last_end(ends: Iterable[date | None]) -> date | None:
    """The day on which the client is left without a contract: of all in force; None for none, or where one is open-ended."""
    found = list(ends)
    days = [day for day in found if day is not None]
    return max(days) if found and len(days) == len(found) else None


def notice_day(ends: date, days: int, calendar: WorkCalendar) -> date:
    """When so many days before the end are spoken of: on the last working day before, where that is a day off."""
    return calendar.on_or_before(ends - timedelta(days=days))


def due_notice(
    ends: date, today: date, said: int | None, calendar: WorkCalendar, thresholds: Iterable[int]
) -> int | None:
    """The threshold to speak of today: the nearest to the end of those reached, unless it or a nearer one was `said`.

    Of several that an outage has kept silent only the nearest is left. Nothing once the contract has ended.
    """
    if today > ends:
        return None
    reached = [days for days in thresholds if notice_day(ends, days, calendar) <= today]
    if not reached or (said is not None and said <= min(reached)):
        return None
    return min(reached)


def year_on(ends: date) -> date:
    """The same day a year later; the last of February stays the last."""
    after = ends + timedelta(days=1)
    return add_months(after, MONTHS_IN_YEAR) - timedelta(days=1)


def renewed(terms: Terms, ends: date) -> Terms:
    """The terms that go on from these, from the day after their end until `ends`."""
    assert terms.ends is not None
    starts = terms.ends + timedelta(days=1)
    return Terms(
        number=terms.number,
        starts=starts,
        ends=ends,
        notice_days=terms.notice_days,
        delay=terms.delay,
        credit_limit=terms.credit_limit,
        price_column=terms.price_column,
    )
