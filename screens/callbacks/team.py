"""Buttons of the team."""

from typing import Annotated

from pydantic import Field

from domain.actors import Role
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

MaybeTeam = Annotated[int, Field(ge=0, lt=2**63)]  # 0 is none, or not chosen yet


class OpenTeam(CallbackData, prefix="team.all"):
    pass


class OpenColleague(CallbackData, prefix="team.who"):
    employee: RowId


class Dismiss(CallbackData, prefix="team.out"):
    employee: RowId
    sure: bool = False


class InviteAs(CallbackData, prefix="team.in"):
    """Without a role: ask for it; without a team (0): ask for it where there are several. `alone`: with a team of their own."""

    role: Role | None = None
    team: MaybeTeam = 0
    alone: bool = False


class NewTeam(CallbackData, prefix="team.new"):
    pass


class MoveTo(CallbackData, prefix="team.move"):
    employee: RowId
    team: MaybeTeam = 0


class OpenOneTeam(CallbackData, prefix="team.one"):
    team: RowId


class RenameTeam(CallbackData, prefix="team.name"):
    team: RowId


class PutTeam(CallbackData, prefix="team.under"):
    """Under the team `number`; 0 is not chosen yet. `top`: under nobody but the owner."""

    team: RowId
    number: MaybeTeam = 0
    top: bool = False
