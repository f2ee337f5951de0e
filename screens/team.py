"""The team: who is in it, inviting, moving, dismissing."""

from collections.abc import Sequence
from html import escape

from domain.actors import Actor, Role
from screens.callbacks.discounts import OpenDiscounts
from screens.callbacks.team import Dismiss, InviteAs, MoveTo, NewTeam, OpenColleague, OpenTeam
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

Teams = Sequence[tuple[int | None, str, Sequence[Actor]]]


def team_list(words: Words, teams: Teams, *, owner: bool) -> Screen:
    lines: list[str] = []
    buttons: list[Button] = []
    for _, name, people in teams:
        lines.append(f"<b>{escape(name, quote=False)}</b>" if name else words("team-without"))
        lines += [
            words("team-line", name=person.name, role=words.plain(f"role-{person.role}")) for person in people
        ]
        lines += [] if people else [words("team-empty")]
        buttons += [tap(person.name, OpenColleague(employee=person.id)) for person in people]
    last = [tap(words.plain("btn-invite"), InviteAs()), tap(words.plain("btn-discounts"), OpenDiscounts())]
    if owner:
        last.append(tap(words.plain("btn-new-team"), NewTeam()))
    people_count = sum(len(people) for _, _, people in teams)
    text = clipped("\n".join([words("msg-team", count=people_count), "", *lines]))
    return Screen(text, (*in_rows(buttons[:40], 2), tuple(last)))


def colleague(words: Words, person: Actor, *, may_dismiss: bool, may_move: bool) -> Screen:
    text = words(
        "msg-colleague", name=person.name, role=words.plain(f"role-{person.role}"), zone=person.timezone
    )
    first = [tap(words.plain("btn-move-team"), MoveTo(employee=person.id))] if may_move else []
    if may_dismiss:
        first.append(tap(words.plain("btn-dismiss"), Dismiss(employee=person.id)))
    back = (tap(words.plain("btn-back"), OpenTeam()),)
    return Screen(text, (tuple(first), back) if first else (back,))


def sure_to_dismiss(words: Words, person: Actor, clients: int) -> Screen:
    text = words("msg-dismiss-sure", name=person.name, clients=clients)
    yes = tap(words.plain("btn-dismiss-yes"), Dismiss(employee=person.id, sure=True))
    return Screen(text, ((yes, tap(words.plain("btn-back"), OpenColleague(employee=person.id))),))


def dismissed(words: Words, person: Actor, clients: int) -> Screen:
    text = words("msg-dismissed", name=person.name, clients=clients)
    return Screen(text, ((tap(words.plain("btn-team"), OpenTeam()),),))


def choose_role(words: Words, roles: Sequence[Role]) -> Screen:
    buttons = [tap(words.plain(f"role-{role}"), InviteAs(role=role)) for role in roles]
    return Screen(
        words("msg-invite-role"), (*in_rows(buttons, 2), (tap(words.plain("btn-back"), OpenTeam()),))
    )


def choose_team(words: Words, teams: Sequence[tuple[int, str]], role: Role) -> Screen:
    buttons = [tap(name, InviteAs(role=role, team=id_)) for id_, name in teams]
    return Screen(
        words("msg-invite-team"), (*in_rows(buttons, 2), (tap(words.plain("btn-back"), InviteAs()),))
    )


def invitation(words: Words, role: Role, link: str, hours: int) -> Screen:
    text = words("msg-invitation", role=words.plain(f"role-{role}"), link=link, hours=hours)
    return Screen(
        text, ((Button(words.plain("btn-copy-link"), copy=link), tap(words.plain("btn-team"), OpenTeam())),)
    )


def ask_team_name(words: Words) -> Screen:
    return Screen(words("ask-team-name"))


def choose_move(words: Words, person: Actor, teams: Sequence[tuple[int, str]]) -> Screen:
    buttons = [tap(name, MoveTo(employee=person.id, team=id_)) for id_, name in teams]
    back = (tap(words.plain("btn-back"), OpenColleague(employee=person.id)),)
    return Screen(words("msg-move-team", name=person.name), (*in_rows(buttons, 2), back))


def joined(words: Words, person: Actor) -> Screen:
    return Screen(
        words("ntf-joined", name=person.name, role=words.plain(f"role-{person.role}")),
        ((tap(words.plain("btn-team"), OpenTeam()),),),
    )


def unreachable(words: Words, name: str) -> Screen:
    return Screen(words("ntf-unreachable", name=name), ((tap(words.plain("btn-team"), OpenTeam()),),))
