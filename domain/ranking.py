"""The morning list: whom to call, in which order, and why.

Scores are whole points: each reason adds its own, the two largest are shown. All weights are in RankingSettings.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from domain.reasons import (
    MONEY,
    Candidate,
    PersonRole,
    RankingSettings,
    Reason,
    ReasonKind,
    after_greeting,
    reasons_for,
)

SHOWN_REASONS: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list.

    `person_id` is the contact that the first reason calls for, in `role`. `pinned_at` is an aware moment promised for today (or missed
    earlier). `also` holds the other clients for whom the same number answers, best first: none of them has a line of its own.
    `since` is the day from which it lies unworked, the earliest of its clients; None for one that is new today. `then` is the debt
    that stands in it once the greeting is done, for `then_person`: the two are never said together.
    """

    client_id: int
    person_id: int | None
    role: PersonRole
    score: int
    reasons: tuple[Reason, ...]
    pinned_at: datetime | None = None
    also: tuple[int, ...] = ()
    is_lead: bool = False
    since: date | None = None
    then: tuple[Reason, ...] = ()
    then_person: int | None = None


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    line: Line


def rank(
    candidates: Iterable[Candidate],
    *,
    now: datetime,
    settings: RankingSettings,
    norm: int,
    size: int | None = None,
) -> list[Line]:
    """The list of a manager at `now` (aware, in the manager's zone), for a norm of `norm` calls a day.

    Pinned lines come first by time, and all of them: a promised call-back is never cut off. The rest fills `size` (norm + 20 %
    unless given) by score, at least a fifth of it leads while there are any, then is ordered by the clients' local mornings. A word
    just broken goes before both.
    The result depends on the set of candidates only, not on their order.
    """
    scored = [found for found in (_score(candidate, now, settings) for candidate in candidates) if found]
    lines = _group(_once(scored), settings)
    room = list_size(norm, settings) if size is None else size
    pinned = sorted((s for s in lines if s.line.pinned_at), key=_pinned_key)
    free = sorted((s for s in lines if not s.line.pinned_at), key=_score_key)
    chosen = _fill(pinned, free, room, settings)
    chosen.sort(key=lambda s: _morning_key(s, now, settings))
    return [s.line for s in pinned + chosen]


def list_size(norm: int, settings: RankingSettings) -> int:
    return math.ceil(norm * (100 + settings.spare_percent) / 100)


def lead_quota(size: int, settings: RankingSettings) -> int:
    return math.ceil(size * settings.lead_percent / 100)


def priority(candidate: Candidate, *, now: datetime, settings: RankingSettings) -> int:
    """A client's score at `now`, 0 for one who must not be called: the number storage may keep beside the client."""
    found = _score(candidate, now, settings)
    return found.line.score if found else 0


def next_line(lines: Iterable[Line], now: datetime, *, lead_minutes: int = 5) -> Line | None:
    """The card to open next.

    A pinned line whose time has come, or comes in `lead_minutes`; else the best unpinned one; else the earliest still ahead.
    """
    waiting: Line | None = None
    best: Line | None = None
    soon = now + timedelta(minutes=lead_minutes)
    for line in lines:
        if line.pinned_at is None:
            best = best or line
        elif line.pinned_at <= soon:
            return line
        else:
            waiting = waiting or line
    return best or waiting


def _score(candidate: Candidate, now: datetime, settings: RankingSettings) -> _Scored | None:
    if candidate.excluded or not candidate.has_number:
        return None
    today = now.date()
    pinned_at = _pinned_at(candidate, now)
    hidden = candidate.hidden_until is not None and candidate.hidden_until > today
    if pinned_at is None and (hidden or candidate.last_contact == today):
        return None
    found = reasons_for(candidate, now=now, settings=settings)
    if not found:
        return None
    then = after_greeting(candidate, now=now, settings=settings)
    # What was agreed stands first on a pinned line, whatever else weighs more; the age of a line is told by `since`.
    agreed = 1 if pinned_at else 0
    others = [reason for reason in found[agreed:] if reason.kind is not ReasonKind.CARRIED]
    greets = bool(then) or (candidate.birthday_today and not candidate.holiday)
    reasons = found[:agreed] + sorted(others, key=lambda reason: _reason_key(reason, greets=greets))
    role = PersonRole.CALLER if pinned_at else reasons[0].role
    line = Line(
        client_id=candidate.client_id,
        person_id=candidate.person_for(role),
        role=role,
        score=sum(reason.weight for reason in (*found, *then)),
        reasons=tuple(reasons[:SHOWN_REASONS]),
        pinned_at=pinned_at,
        is_lead=candidate.is_lead,
        since=candidate.carried_since,
        then=tuple(then[:SHOWN_REASONS]),
        then_person=candidate.person_for(then[0].role) if then else None,
    )
    return _Scored(candidate, line)


def _reason_key(reason: Reason, *, greets: bool) -> tuple[bool, int, str]:
    """On a birthday, and where a debt waits for the greeting, that comes first."""
    return not (greets and reason.kind is ReasonKind.OCCASION), -reason.weight, reason.kind


def _pinned_at(candidate: Candidate, now: datetime) -> datetime | None:
    at = candidate.next_at
    if at is None or at.astimezone(now.tzinfo).date() > now.date():
        return None
    return at


def _once(scored: Iterable[_Scored]) -> list[_Scored]:
    """Each client once, in its strongest form, whatever the order of the input."""
    best: dict[int, _Scored] = {}
    for found in scored:
        known = best.get(found.line.client_id)
        if known is None or _full_key(found) < _full_key(known):
            best[found.line.client_id] = found
    return list(best.values())


def _group(scored: Iterable[_Scored], settings: RankingSettings) -> list[_Scored]:
    """One line for all clients that one number answers for: the strongest leads, the others are named in it."""
    groups: defaultdict[tuple[str, object], list[_Scored]] = defaultdict(list)
    for found in scored:
        groups[_answerer(found)].append(found)
    return [
        line
        for group in groups.values()
        for line in (_merged(group) if len(group) <= settings.shared_most else group)
    ]


def _answerer(found: _Scored) -> tuple[str, object]:
    number = found.candidate.number_of(found.line.person_id)
    if number is not None:
        return "number", number
    person = found.line.person_id
    return ("client", found.line.client_id) if person is None else ("person", person)


def _merged(group: list[_Scored]) -> list[_Scored]:
    """Each promised time keeps a line of its own; all other clients of the number join the first one."""
    if len(group) == 1:
        return group
    first, *rest = sorted(_polite(group), key=_pinned_key)
    pinned = [found for found in rest if found.line.pinned_at]
    joined = [found for found in rest if not found.line.pinned_at]
    since = min((found.line.since for found in (first, *joined) if found.line.since), default=None)
    also = tuple(found.line.client_id for found in joined)
    return [_Scored(first.candidate, replace(first.line, also=also, since=since)), *pinned]


def _polite(group: list[_Scored]) -> list[_Scored]:
    """Whoever has a day of their own today is not asked for another client's money: that waits for tomorrow."""
    if not any(_is_greeted(found) for found in group):
        return group
    return [found for found in group if found.line.pinned_at or found.line.reasons[0].kind not in MONEY]


def _is_greeted(found: _Scored) -> bool:
    return found.line.reasons[0].kind is ReasonKind.OCCASION and not found.candidate.holiday


def _fill(pinned: list[_Scored], free: list[_Scored], room: int, settings: RankingSettings) -> list[_Scored]:
    left = max(room - len(pinned), 0)
    wanted = lead_quota(room, settings) - sum(found.line.is_lead for found in pinned)
    leads = [found for found in free if found.line.is_lead][: min(max(wanted, 0), left)]
    taken = {found.line.client_id for found in leads}
    others = [found for found in free if found.line.client_id not in taken]
    return leads + others[: left - len(leads)]


def _score_key(found: _Scored) -> tuple[bool, int, int]:
    return not _word_broken(found.candidate), -found.line.score, found.line.client_id


def _word_broken(candidate: Candidate) -> bool:
    """A word that was not kept, and nobody has spoken with them since: that comes before whatever else weighs more."""
    broken, last = candidate.broken_promise_due, candidate.last_contact
    return broken is not None and (last is None or last <= broken)


def _pinned_key(found: _Scored) -> tuple[datetime, bool, int, int]:
    at = found.line.pinned_at
    return (datetime.max.replace(tzinfo=UTC) if at is None else at, *_score_key(found))


def _full_key(found: _Scored) -> tuple[datetime, bool, int, int, str]:
    return *_pinned_key(found), repr(found.candidate)


def _morning_key(
    found: _Scored, now: datetime, settings: RankingSettings
) -> tuple[bool, bool, int, bool, int, int]:
    """Those whose working day is over come last; then broken words, then the farther east the earlier, then by score."""
    offset = found.candidate.utc_offset_minutes
    local = now.astimezone(UTC) + timedelta(minutes=offset)
    is_over = local.time() >= settings.client_day_end
    return is_over, not _word_broken(found.candidate), -offset, *_score_key(found)
