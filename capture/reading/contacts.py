"""Next contacts: calls, visits and meetings to come."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from capture.acts import Named, NextAct, NextKind
from capture.language.phrases import Hit
from capture.reading.outcome import NOT_REACHED
from capture.reading.part import Findings, Part
from capture.when.moments import Moment

_RESULTS: Final = {
    "asked_call": ("call_back", NextKind.CALL),
    "agreed_meeting": ("meeting", NextKind.MEETING),
    "agreed_visit": ("meeting", NextKind.VISIT),
}


def read_next(part: Part, client: Named | None, said: Findings) -> None:
    """Calls, visits and meetings to come; «просили перезвонить» and «договорились о встрече» are outcomes too."""
    planned: list[tuple[Hit, NextKind]] = []
    for hit in part.of("asked_call", "ring", "agreed_meeting", "agreed_visit", "meet", "visit"):
        kind = _kind_of(part, hit, said)
        if kind is not None:
            planned.append((hit, kind))
    planned.sort(key=lambda one: one[0].start)
    rivals_all = [hit for hit, _ in planned]
    for hit, kind in planned:
        moment = part.moment_for(hit, [one for one in rivals_all if one is not hit])
        if moment is None:
            continue
        part.use(hit)
        _add_next(part, said, hit, moment, NextAct(client, kind=kind))
    if not any(isinstance(act, NextAct) for act in said.acts):
        _without_day(part, client, said, planned)


def _add_next(part: Part, said: Findings, hit: Hit, moment: Moment, act: NextAct) -> None:
    day = part.day_of(moment)
    if day is None:
        return
    sources = (("kind", part.span(hit.start, hit.end)), ("at", part.span(moment.start, moment.end)))
    said.acts.append(replace(act, day=day, clock=moment.clock, sources=sources))
    if act.kind is NextKind.MEETING and (part.has("talked") or hit.name == "agreed_meeting"):
        said.results.add("meeting")


def _kind_of(part: Part, hit: Hit, said: Findings) -> NextKind | None:
    if hit.name in _RESULTS:
        part.use(hit)
        result, kind = _RESULTS[hit.name]
        said.results.add(result)
        return kind
    if hit.name == "ring":
        if not part.is_past(hit):
            return NextKind.CALL
        part.use(hit)
        said.results.add("rang")
        return None
    if hit.name == "meet":
        return None if part.is_past(hit) else NextKind.MEETING
    tags = part.tags(hit)
    own = tags & {"1per", "INFN", "NOUN", "impr"} or not tags & {"3per", "past", "2per"}
    return NextKind.VISIT if own else None


def _without_day(
    part: Part, client: Named | None, said: Findings, planned: Sequence[tuple[Hit, NextKind]]
) -> None:
    """«перезвонить вектору» without a time is a call to be made again; a thought with a day is thought of by then."""
    thinking = part.of("thinking")
    for hit in thinking:
        moment = part.moment_for(hit, part.of("pay", "vow", "delivery", "wants"))
        if moment is not None and part.day_of(moment) is not None:
            _add_next(part, said, hit, moment, NextAct(client))
            return
    for hit, kind in planned:
        if (
            hit.name == "ring"
            and kind is NextKind.CALL
            and not said.results - {"rang"}
            and not part.has(*NOT_REACHED, "no_pick", "away")
        ):
            part.use(hit)
            said.results.add("call_back")
            return
        if hit.name == "ring":
            part.use(hit)
