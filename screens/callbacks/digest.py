"""Buttons of digest. Days are ordinals of `date`: a digest of an evening is still answered the next morning."""

from typing import Annotated

from pydantic import Field

from domain.digest import AlarmKind, Detail, DigestKind, PictureView, Span, WinKind
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData

Day = Annotated[int, Field(ge=1, le=3_652_058)]


Team = Annotated[int, Field(ge=0, lt=2**63)]


class OpenDigest(CallbackData, prefix="digest.all"):
    pass


class OpenKind(CallbackData, prefix="digest.kind"):
    """The plan of the day, or how it stands, of one team (0: of all that the actor leads)."""

    kind: DigestKind
    team: Team = 0


class OpenAlarms(CallbackData, prefix="digest.more"):
    """Everything that calls for attention."""

    team: Team = 0


class OpenDay(CallbackData, prefix="digest.day"):
    """A manager's day."""

    employee: RowId


class OpenCarried(CallbackData, prefix="digest.carried"):
    """What lies for long in a manager's list."""

    employee: RowId


class Ask(CallbackData, prefix="digest.ask"):
    """The manager is asked about it; `ref` is the promise, claim, client or employee."""

    kind: AlarmKind
    ref: RowId
    day: Day


class Praise(CallbackData, prefix="digest.praise"):
    """The manager hears a good word; `ref` is the order, promise or employee."""

    kind: WinKind
    ref: RowId
    day: Day


class Answer(CallbackData, prefix="digest.answer"):
    """The manager answers what the lead asked."""

    remark: RowId


class OpenPeriod(CallbackData, prefix="digest.period"):
    """The week or the month that holds `day`, of one team (0: of all that the actor leads)."""

    span: Span
    day: Day
    team: Team = 0


class OpenPeriodAlarms(CallbackData, prefix="digest.alarms"):
    """All that a week or a month calls attention to."""

    span: Span
    day: Day
    team: Team = 0


class OpenDetail(CallbackData, prefix="digest.detail"):
    """Money, outcomes or debts of that week or month."""

    detail: Detail
    span: Span
    day: Day
    team: Team = 0


class OpenTimes(CallbackData, prefix="digest.times"):
    """A manager's week or month."""

    employee: RowId
    span: Span
    day: Day


class OpenPicture(CallbackData, prefix="digest.picture"):
    """Plan against fact of the month that holds `day`, or what is owed by age, by manager."""

    view: PictureView
    day: Day
    team: Team = 0


class OpenPlace(CallbackData, prefix="digest.place"):
    """In which group the digest comes too."""


class ShowSums(CallbackData, prefix="digest.sums"):
    """Whether money is shown there."""

    sums: bool


class LeaveGroup(CallbackData, prefix="digest.leave"):
    """The digest goes to the lead alone again."""
