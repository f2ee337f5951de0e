"""How many leads each stage still needs for the month's contracts, by the manager's own conversions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from domain.leads import ON_THE_WAY, RANKS, LeadSettings, Stage

HAIR = 1e-9  # a quotient of floats may stand a hair above a whole number


@dataclass(frozen=True, slots=True)
class Need:
    """A stage on the way to the goal: `needed` leads in all pass it, `standing` are there, `missing` are still to come into it."""

    stage: Stage
    rate: float
    needed: int
    standing: int
    missing: int


def conversion(stage: Stage, came: Mapping[Stage, int], settings: LeadSettings) -> float:
    """Of those who came to `stage` in the months looked at, the share that went on, drawn to the prior while there are few.

    Who still stands in the stage counts as not gone on: the needs are rather too large than too small.
    """
    entered = came.get(stage, 0)
    went = min(came.get(ON_THE_WAY[RANKS[stage] + 1], 0), entered)
    prior = settings.priors.of(stage)
    return (went + prior * settings.prior_leads) / (entered + settings.prior_leads)


def needs(
    left: int,
    stages: Sequence[Stage],
    rates: Mapping[Stage, float],
    standing: Mapping[Stage, int],
) -> tuple[Need, ...]:
    """What `left` more contracts take, stage by stage in the order of `stages`, whole leads rounded up.

    Never less for a larger goal; never more in a later stage than in an earlier one.
    """
    found: list[Need] = []
    needed = missing = max(left, 0)
    for stage in reversed(stages):
        rate, here = rates[stage], standing.get(stage, 0)
        needed = ceil(needed / rate - HAIR)
        missing = max(ceil(missing / rate - HAIR) - here, 0)
        found.append(Need(stage, rate, needed, here, missing))
    return tuple(reversed(found))
