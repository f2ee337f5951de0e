"""A day's way by district, and the list of trainings."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote

from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.visits import OpenVisit
from screens.callbacks.week import OpenDayPlan, OpenWeek
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

WAY = "https://yandex.ru/maps/?rtt=auto&rtext="
LABEL = 28
MOST_POINTS = 15


@dataclass(frozen=True, slots=True)
class Leg:
    """A visit on the way; `at` local, `address` where one drives to."""

    visit: int
    client: int
    name: str
    at: datetime | None = None
    address: str = ""
    district: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """The legs of one district stand together."""

    day: date
    today: date
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class Trained:
    """A training held: who led it, about what, for how many."""

    day: date
    client: int
    name: str
    who: str
    topic: str
    people: int | None


@dataclass(frozen=True, slots=True)
class TrainingLog:
    """Newest first. Of one client where `client` is set, else of the month of `today`."""

    held: tuple[Trained, ...]
    today: date
    client: int = 0
    name: str = ""


def route(words: Words, shown: Route) -> Screen:
    lines = [words("msg-route", day=written.day(words, shown.day, shown.today), count=len(shown.legs))]
    district = None
    for number, leg in enumerate(shown.legs, 1):
        if leg.district != district:
            district = leg.district
            name = district or words.plain("route-nowhere")
            lines += ["", words("route-district", name=name)]
        at = f"{written.hour(leg.at)} " if leg.at else ""
        done = "✓ " if leg.done else ""
        lines.append(
            f"{number}. {done}{at}" + words("route-leg", name=leg.name, address=leg.address or "none")
        )
    return Screen(clipped("\n".join(lines)), _route_rows(words, shown))


def _route_rows(words: Words, shown: Route) -> tuple[tuple[Button, ...], ...]:
    ahead = [leg.address for leg in shown.legs if leg.address and not leg.done][:MOST_POINTS]
    way = ((Button(words.plain("btn-route-map"), url=WAY + "~".join(map(quote, ahead))),),) if ahead else ()
    buttons = [
        tap(_cut(f"{number} · {leg.name}"), OpenVisit(visit=leg.visit))
        for number, leg in enumerate(shown.legs, 1)
    ]
    back = (tap(words.plain("btn-back"), OpenDayPlan(day=shown.day.toordinal())),)
    return (*way, *in_rows(buttons, 2), back)


def _cut(label: str) -> str:
    return label if len(label) <= LABEL else label[: LABEL - 1] + "…"


def trainings(words: Words, shown: TrainingLog) -> Screen:
    people = sum(one.people or 0 for one in shown.held)
    if shown.client:
        head = words("msg-trainings-client", name=shown.name, count=len(shown.held), people=people)
        back = tap(words.plain("btn-client-card"), OpenClient(client=shown.client))
    else:
        head = words("msg-trainings", count=len(shown.held), people=people)
        back = tap(words.plain("btn-to-week"), OpenWeek())
    lines = [
        words(
            "training-line",
            day=written.short_day(words, one.day),
            name="none" if shown.client else one.name,
            topic=one.topic or "none",
            people=one.people or 0,
            who=one.who,
        )
        for one in shown.held
    ]
    return Screen(clipped("\n".join([head, "", *lines] if lines else [head])), ((back,),))
