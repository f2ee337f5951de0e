"""Buttons of the team."""

from domain.actors import Role
from screens.callbacks.data import CallbackData


class OpenTeam(CallbackData, prefix="team.all"):
    pass


class OpenColleague(CallbackData, prefix="team.who"):
    employee: int


class Dismiss(CallbackData, prefix="team.out"):
    employee: int
    sure: bool = False


class InviteAs(CallbackData, prefix="team.in"):
    """Without a role: ask for it; without a team (0): ask for it where there are several."""

    role: Role | None = None
    team: int = 0


class NewTeam(CallbackData, prefix="team.new"):
    pass


class MoveTo(CallbackData, prefix="team.move"):
    employee: int
    team: int = 0
