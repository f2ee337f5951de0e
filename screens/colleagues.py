"""One of our people: the card, what may be changed, and how the person hears of it."""

from collections.abc import Sequence

from domain.actors import SELLING, Actor, Role
from screens.callbacks.absences import AskKind
from screens.callbacks.colleagues import OpenFormer, RenameColleague, ReturnColleague, RoleOf, ZoneOf
from screens.callbacks.errands import ErrandTopic, GiveErrand
from screens.callbacks.team import Dismiss, MoveTo, OpenColleague, OpenTeam
from screens.callbacks.transfers import OpenTransfers, TransferFrom
from screens.menu import leave_row
from screens.reports import deeds_button
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.settings import ZONES, zone_name
from screens.words import Words


def card(
    words: Words, person: Actor, *, team: str, clients: int, out: bool, may_manage: bool, may_move: bool
) -> Screen:
    role = words.plain(f"role-{person.role}")
    lines = [words("msg-colleague", name=person.name, role=role, zone=zone_name(words, person.timezone))]
    lines += [words("colleague-team", team=team)] if team else []
    lines += [words("colleague-clients", count=clients)] if clients or person.role in SELLING else []
    lines += [words("colleague-out")] if out else []
    buttons = _changes(words, person, may_move=may_move) if may_manage and not out else []
    if clients:
        buttons.insert(0, tap(words.plain("btn-transfer-clients"), TransferFrom(employee=person.id)))
    if person.role in SELLING and not out:
        buttons.append(deeds_button(words, person.id))
    if may_manage and not out:
        buttons.append(tap(words.plain("btn-errand-give"), GiveErrand(kind=ErrandTopic.WHO, ref=person.id)))
        buttons.append(tap(words.plain("btn-colleague-absence"), AskKind(employee=person.id)))
    if may_manage:
        buttons.append(_last(words, person, out=out))
    back = tap(words.plain("btn-back"), OpenFormer() if out else OpenTeam())
    return Screen("\n".join(lines), (*in_rows(buttons, 2), (back,)))


def _changes(words: Words, person: Actor, *, may_move: bool) -> list[Button]:
    buttons = [
        tap(words.plain("btn-colleague-role"), RoleOf(employee=person.id)),
        tap(words.plain("btn-zone"), ZoneOf(employee=person.id)),
        tap(words.plain("btn-colleague-name"), RenameColleague(employee=person.id)),
    ]
    return [*buttons, tap(words.plain("btn-move-team"), MoveTo(employee=person.id))] if may_move else buttons


def _last(words: Words, person: Actor, *, out: bool) -> Button:
    if out:
        return tap(words.plain("btn-colleague-return"), ReturnColleague(employee=person.id))
    return tap(words.plain("btn-dismiss"), Dismiss(employee=person.id))


def _back_to(words: Words, person: Actor) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenColleague(employee=person.id)),)


def ask_name(words: Words, person: Actor) -> Screen:
    return Screen(words("ask-colleague-name", name=person.name), (leave_row(words),))


def choose_role(words: Words, person: Actor, roles: Sequence[Role]) -> Screen:
    buttons = [tap(words.plain(f"role-{role}"), RoleOf(employee=person.id, role=role)) for role in roles]
    now = words.plain(f"role-{person.role}")
    text = words("msg-colleague-role", name=person.name, role=now)
    return Screen(text, (*in_rows(buttons, 2), _back_to(words, person)))


def choose_zone(words: Words, person: Actor) -> Screen:
    buttons = [
        tap(zone_name(words, zone), ZoneOf(employee=person.id, zone=zone))
        for zone in ZONES
        if zone != person.timezone
    ]
    text = words("msg-colleague-zone", name=person.name, zone=zone_name(words, person.timezone))
    return Screen(text, (*in_rows(buttons, 2), _back_to(words, person)))


def role_set(words: Words, person: Actor, waiting: int) -> Screen:
    """`waiting`: clients of somebody who sells no more."""
    role = words.plain(f"role-{person.role}")
    lines = [words("msg-role-set", name=person.name, role=role)]
    rows: list[tuple[Button, ...]] = []
    if waiting:
        lines.append(words("role-clients-wait", count=waiting))
        rows.append((tap(words.plain("btn-transfer-clients"), TransferFrom(employee=person.id)),))
    return Screen("\n".join(lines), (*rows, _back_to(words, person)))


def changed(words: Words, key: str, person: Actor, **facts: str) -> Screen:
    return Screen(words(key, name=person.name, **facts), (_back_to(words, person),))


def former(words: Words, people: Sequence[tuple[Actor, int]]) -> Screen:
    """Who left, with the clients that still wait."""
    back = (tap(words.plain("btn-transfers"), OpenTransfers()), tap(words.plain("btn-team"), OpenTeam()))
    if not people:
        return Screen(words("msg-former-none"), (back,))
    lines = [words("former-line", name=one.name, count=count) for one, count in people]
    buttons = [tap(one.name, OpenColleague(employee=one.id)) for one, _ in people[:20]]
    text = clipped("\n".join([words("msg-former"), "", *lines]))
    return Screen(text, (*in_rows(buttons, 2), back))


def told(words: Words, key: str, by: str, **facts: str) -> Screen:
    """What the person hears of a change."""
    return Screen(words(key, by=by, **facts))
