"""The hour at which a client picks up, learned from its own calls; what few calls say is held back by a prior.

Each two hours are judged by a Beta posterior around the client's own rate of being reached: with `PRIOR` calls of weight the
rate of the two hours moves away from that of the day only as far as the calls carry it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

WIDTH: Final = 2
# One call in three is answered where nothing is known; a client's own calls soon outweigh it.
PRIOR_REACHED: Final = 1.0
PRIOR: Final = 3.0
FEWEST_CALLS: Final = 8
FEWEST_THEN: Final = 3
# The two hours have to beat the day by this part of it to be worth a word, and a half of the day to be worth leaving it.
BETTER: Final = 1.15
CLEARLY: Final = 0.2

Try = tuple[int, bool]  # the local hour of a call, and whether anybody was reached


@dataclass(frozen=True, slots=True)
class BestHour:
    """From `start` to `end` o'clock, the end not included; `share` of the calls made then is reached, 0 to 1."""

    start: int
    end: int
    share: float

    @property
    def clock(self) -> time:
        return time(self.start)


def find_best_hour(tries: Iterable[Try], first: time, last: time) -> BestHour | None:
    """The best two hours between `first` and `last`; None where the history is too short or no hour stands out."""
    made = list(tries)
    if len(made) < FEWEST_CALLS:
        return None
    usual = usual_share(made)
    found = [_judged(made, start, usual) for start in _starts(first, last)]
    good = [one for one, calls in found if calls >= FEWEST_THEN and one.share >= usual * BETTER]
    return max(good, key=lambda one: (one.share, -one.start), default=None)


def usual_share(tries: Sequence[Try]) -> float:
    """How often the client is reached at any hour, 0 to 1."""
    return (sum(reached for _, reached in tries) + PRIOR_REACHED) / (len(tries) + PRIOR)


def retry_clock(tries: Sequence[Try], half: tuple[time, time], day: tuple[time, time], usual: time) -> time:
    """When to try again in a half of the day: its best hour, or that of the whole day where it is clearly better.

    `usual` is the clock of that half where nothing is known.
    """
    here, anywhere = find_best_hour(tries, *half), find_best_hour(tries, *day)
    if anywhere is None:
        return usual
    if here is None:
        return anywhere.clock if anywhere.share >= usual_share(tries) + CLEARLY else usual
    return anywhere.clock if anywhere.share >= here.share + CLEARLY else here.clock


def _starts(first: time, last: time) -> range:
    opens = first.hour + (first > time(first.hour))
    return range(opens, last.hour - WIDTH + 1)


def _judged(tries: Iterable[Try], start: int, usual: float) -> tuple[BestHour, int]:
    then = [reached for hour, reached in tries if start <= hour < start + WIDTH]
    share = (sum(then) + PRIOR * usual) / (len(then) + PRIOR)
    return BestHour(start, start + WIDTH, share), len(then)
