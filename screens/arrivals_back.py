"""To a manager who had heard that goods have come: they have not."""

from collections.abc import Sequence
from dataclasses import dataclass

from screens.callbacks.shortages import OpenShortage
from screens.order_parts import short
from screens.screen import Screen, clipped, in_rows, tap
from screens.words import Words

SHOWN, SHOWN_BUTTONS = 15, 6
NARROW = 24


@dataclass(frozen=True, slots=True)
class GoneArrival:
    """`wish` is the shortage; `client` is "" where it was nobody's."""

    wish: int
    name: str
    client: str


def back(words: Words, goods: Sequence[GoneArrival], who: str) -> Screen:
    lines = [words("ntf-arrivals-back", who=who)]
    lines += [
        words("arrivals-back-line", name=short(one.name), client=one.client or "none")
        for one in goods[:SHOWN]
    ]
    if len(goods) > SHOWN:
        lines.append(words("arrivals-back-more", count=len(goods) - SHOWN))
    lines.append(words("arrivals-back-next"))
    buttons = [
        tap(words.plain("btn-arrival-back", name=short(one.client or one.name, NARROW)), OpenShortage(shortage=one.wish))
        for one in goods[:SHOWN_BUTTONS]
    ]  # fmt: skip
    return Screen(clipped("\n".join(lines)), in_rows(buttons, 2))
