"""Which outcomes a company shows, under which names, and which it has of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Final

from domain.outcomes import Outcome

MOST: Final = 15
CODE: Final = r"[a-z][a-z0-9_]{1,19}"
MOST_DAYS: Final = 365
# Those that ask nothing and leave no task behind: an outcome of the company's own is one tap.
PATTERNS: Final = (
    Outcome.NO_ANSWER,
    Outcome.BUSY,
    Outcome.UNAVAILABLE,
    Outcome.NO_DECISION_MAKER,
    Outcome.PHONE_OFFER,
    Outcome.TALKED,
)
# As they stand on the card, three in a row.
ORDER: Final = (
    Outcome.NO_ANSWER,
    Outcome.BUSY,
    Outcome.UNAVAILABLE,
    Outcome.WRONG_NUMBER,
    Outcome.NO_DECISION_MAKER,
    Outcome.CALL_BACK,
    Outcome.ORDER,
    Outcome.PROMISE,
    Outcome.SEND_OFFER,
    Outcome.PHONE_OFFER,
    Outcome.THINKING,
    Outcome.REFUSAL,
    Outcome.CLAIM,
    Outcome.MEETING,
    Outcome.TALKED,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A name in both languages."""

    ru: str
    en: str


@dataclass(frozen=True, slots=True)
class OwnOutcome:
    """An outcome of the company's own: it counts as `like` does; `days` working days later the client is called again.

    Without `days` whatever follows from `like` follows.
    """

    code: str
    ru: str
    en: str
    like: Outcome
    days: int | None = None

    def __post_init__(self) -> None:
        if not re.fullmatch(CODE, self.code) or self.code in set(Outcome):
            raise ValueError(
                f"code {self.code!r}: 2 to 20 small Latin letters, digits and _, and none of ours"
            )
        if self.like not in PATTERNS:
            raise ValueError(f"{self.code}: like must be one of {', '.join(PATTERNS)}")
        if self.days is not None and not 1 <= self.days <= MOST_DAYS:
            raise ValueError(f"{self.code}: days must be from 1 to {MOST_DAYS}")


@dataclass(frozen=True)
class OutcomeSettings:
    """Raises `ValueError` where more than fifteen would be shown, or two of the company's own have one code."""

    hidden: tuple[Outcome, ...] = ()
    labels: Mapping[Outcome, Label] = field(default_factory=dict)
    extra: tuple[OwnOutcome, ...] = ()

    def __post_init__(self) -> None:
        codes = [own.code for own in self.extra]
        if len(codes) != len(set(codes)):
            raise ValueError("each extra outcome needs a code of its own")
        if len(self.shown) > MOST:
            raise ValueError(f"at most {MOST} outcomes are shown: hide {len(self.shown) - MOST} more")

    @cached_property
    def shown(self) -> tuple[str, ...]:
        """Codes in the order of the card, the company's own last."""
        usual = (outcome.value for outcome in ORDER if outcome not in self.hidden)
        return (*usual, *(own.code for own in self.extra))

    def find(self, code: str) -> OwnOutcome | None:
        return next((own for own in self.extra if own.code == code), None)

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """What stands in place of the catalogue's words: language -> key -> name."""
        named: dict[str, Label | OwnOutcome] = {
            outcome.value: label for outcome, label in self.labels.items()
        }
        named |= {own.code: own for own in self.extra}
        return MappingProxyType(
            {
                language: {f"outcome-{code}": getattr(one, language) for code, one in named.items()}
                for language in ("ru", "en")
            }
        )
