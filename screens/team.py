"""The team: who is in it, inviting, moving, dismissing."""

from collections.abc import Sequence
from html import escape

from domain.actors import Actor, Role
from domain.secrecy import JournalKind
from screens.callbacks.absences import OpenAbsences
from screens.callbacks.announcements import AskAim
from screens.callbacks.colleagues import OpenFormer
from screens.callbacks.completeness import OpenCards
from screens.callbacks.decisions import OpenDecisions
from screens.callbacks.discounts import OpenDiscounts
from screens.callbacks.errands import GiveErrand
from screens.callbacks.market_sheet import OpenMarketWeek
from screens.callbacks.secrecy import TODAY, OpenJournal
from screens.callbacks.targets import OpenTargets
from screens.callbacks.team import (
    Dismiss,
    InviteAs,
    MoveTo,
    NewTeam,
    OpenColleague,
    OpenOneTeam,
    OpenTeam,
    PutTeam,
    RenameTeam,
)
from screens.callbacks.transfers import OpenTransfers, TransferFrom
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

# (id, name, people, how many teams stand above it here)
Teams = Sequence[tuple[int | None, str, Sequence[Actor], int]]
INDENT = "    "
MOST_TEAMS, MOST_BUTTONS = 12, 52


def team_list(words: Words, teams: Teams, *, owner: bool) -> Screen:
    """The tree of teams; each team is a button where there are several."""
    lines: list[str] = []
    buttons: list[Button] = []
    for _, name, people, depth in teams:
        head = f"<b>{escape(name, quote=False)}</b>" if name else words("team-without")
        said = [
            words("team-line", name=person.name, role=words.plain(f"role-{person.role}")) for person in people
        ]
        lines += [INDENT * depth + line for line in (head, *(said or [words("team-empty")]))]
        buttons += [tap(person.name, OpenColleague(employee=person.id)) for person in people]
    people_count = sum(len(people) for _, _, people, _ in teams)
    text = clipped("\n".join([words("msg-team", count=people_count), "", *lines]))
    named = [tap(f"👥 {name}", OpenOneTeam(team=id_)) for id_, name, _, _ in teams if id_ is not None]
    named = named[:MOST_TEAMS] if len(teams) > 1 or owner else []
    people_rows = in_rows(buttons[: MOST_BUTTONS - len(named)], 3)
    return Screen(text, (*in_rows(named, 2), *people_rows, *in_rows(_desk(words, owner=owner), 3)))


def _desk(words: Words, *, owner: bool) -> list[Button]:
    """What the lead does besides looking at people; each feature has its button here."""
    desk = [tap(words.plain("btn-team-absences"), OpenAbsences())]
    desk += [tap(words.plain("btn-invite"), InviteAs()), tap(words.plain("btn-discounts"), OpenDiscounts())]
    desk += [tap(words.plain("btn-targets"), OpenTargets())]
    desk += [tap(words.plain("btn-decisions-all"), OpenDecisions())]
    desk += [tap(words.plain("btn-transfers"), OpenTransfers()), tap(words.plain("btn-former"), OpenFormer())]
    desk += [tap(words.plain("btn-errand-give"), GiveErrand()), tap(words.plain("btn-announce"), AskAim())]
    desk += [tap(words.plain("btn-market-week"), OpenMarketWeek())]
    journal = OpenJournal(kind=JournalKind.LOOKS, day=TODAY)
    desk += [tap(words.plain("btn-journal-open"), journal), tap(words.plain("btn-fullness"), OpenCards())]
    return [*desk, tap(words.plain("btn-new-team"), NewTeam())] if owner else desk


def sure_to_dismiss(words: Words, person: Actor, clients: int) -> Screen:
    """First to whom the clients go; to leave them without a manager is possible too."""
    text = words("msg-dismiss-sure", name=person.name, clients=clients)
    back = tap(words.plain("btn-back"), OpenColleague(employee=person.id))
    if not clients:
        yes = tap(words.plain("btn-dismiss-yes"), Dismiss(employee=person.id, sure=True))
        return Screen(text, ((yes, back),))
    give = tap(words.plain("btn-transfer-clients"), TransferFrom(employee=person.id, leaving=True))
    leave = tap(words.plain("btn-dismiss-leave"), Dismiss(employee=person.id, sure=True))
    return Screen(text, ((give, leave), (back,)))


def dismissed(words: Words, person: Actor, clients: int) -> Screen:
    text = words("msg-dismissed", name=person.name, clients=clients)
    team = (tap(words.plain("btn-team"), OpenTeam()),)
    if not clients:
        return Screen(text, (team,))
    return Screen(text, ((tap(words.plain("btn-transfer-clients"), TransferFrom(employee=person.id)),), team))


def choose_role(words: Words, roles: Sequence[Role], team: int = 0) -> Screen:
    """`team`: to which, where it is known."""
    buttons = [tap(words.plain(f"role-{role}"), InviteAs(role=role, team=team)) for role in roles]
    back = tap(words.plain("btn-back"), OpenOneTeam(team=team) if team else OpenTeam())
    return Screen(words("msg-invite-role"), (*in_rows(buttons, 2), (back,)))


def choose_team(words: Words, teams: Sequence[tuple[int, str]], role: Role, *, alone: bool) -> Screen:
    """`alone`: a new lead may bring a team along."""
    buttons = [tap(name, InviteAs(role=role, team=id_)) for id_, name in teams]
    buttons += [tap(words.plain("btn-invite-alone"), InviteAs(role=role, alone=True))] if alone else []
    return Screen(
        words("msg-invite-team"), (*in_rows(buttons, 2), (tap(words.plain("btn-back"), InviteAs()),))
    )


def invitation(words: Words, role: Role, link: str, hours: int) -> Screen:
    text = words("msg-invitation", role=words.plain(f"role-{role}"), link=link, hours=hours)
    rows = ((Button(words.plain("btn-copy-link"), copy=link), tap(words.plain("btn-team"), OpenTeam())),)
    return Screen(text, rows, passed_on=True)


def ask_team_name(words: Words) -> Screen:
    return Screen(words("ask-team-name"), (leave_row(words),))


def one_team(
    words: Words, team: int, name: str, above: str, people: Sequence[Actor], *, may_put: bool
) -> Screen:
    lines = [words("msg-one-team", name=name, count=len(people))]
    lines += [words("one-team-above", name=above)] if above else []
    lines += [
        words("team-line", name=person.name, role=words.plain(f"role-{person.role}")) for person in people
    ]
    buttons = [tap(person.name, OpenColleague(employee=person.id)) for person in people[:40]]
    change = [
        tap(words.plain("btn-invite"), InviteAs(team=team)),
        tap(words.plain("btn-team-rename"), RenameTeam(team=team)),
    ]
    change += [tap(words.plain("btn-team-under"), PutTeam(team=team))] if may_put else []
    back = (tap(words.plain("btn-team"), OpenTeam()),)
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 3), *in_rows(change, 2), back))


def choose_above(
    words: Words, team: int, name: str, teams: Sequence[tuple[int, str]], *, top: bool
) -> Screen:
    """`top`: it stands under another one now, and may come out."""
    buttons = [tap(one, PutTeam(team=team, number=id_)) for id_, one in teams]
    buttons += [tap(words.plain("btn-team-top"), PutTeam(team=team, top=True))] if top else []
    key = "msg-team-under" if buttons else "msg-team-under-none"
    back = (tap(words.plain("btn-back"), OpenOneTeam(team=team)),)
    return Screen(words(key, name=name), (*in_rows(buttons, 2), back))


def choose_move(words: Words, person: Actor, teams: Sequence[tuple[int, str]]) -> Screen:
    buttons = [tap(name, MoveTo(employee=person.id, team=id_)) for id_, name in teams]
    back = (tap(words.plain("btn-back"), OpenColleague(employee=person.id)),)
    key = "msg-move-team" if buttons else "msg-move-team-none"
    return Screen(words(key, name=person.name), (*in_rows(buttons, 2), back))


def joined(words: Words, person: Actor, team: str) -> Screen:
    role = words.plain(f"role-{person.role}")
    text = words("ntf-joined", name=person.name, role=role, team=team or "none")
    return Screen(text, ((tap(words.plain("btn-team"), OpenTeam()),),))


def unreachable(words: Words, name: str) -> Screen:
    return Screen(words("ntf-unreachable", name=name), ((tap(words.plain("btn-team"), OpenTeam()),),))
