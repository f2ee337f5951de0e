"""Buttons of captured drafts.

`act` and `line` are numbers that stay with an act and an order's line while the draft lives; `line` -1 is the act itself.
"""

from typing import Annotated

from pydantic import Field

from capture.acts import Topic
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData
from screens.draft_views import DoubtField

Act = Annotated[int, Field(ge=0, le=1000)]
Line = Annotated[int, Field(ge=-1, le=1000)]
Figures = Annotated[str, Field(pattern=r"^[0-9.]{1,12}$")]
Choice = Annotated[int, Field(ge=0, lt=2**63)]
WHOLE = -1


class OpenDraft(CallbackData, prefix="drafts.open"):
    draft: RowId


class SaveDraft(CallbackData, prefix="drafts.save"):
    draft: RowId


class DropDraft(CallbackData, prefix="drafts.drop"):
    draft: RowId


class EditDraft(CallbackData, prefix="drafts.edit"):
    """The lines with what can be done with each."""

    draft: RowId


class Strike(CallbackData, prefix="drafts.cut"):
    """The line is struck, or back: as it shall be, so that a second tap changes nothing. `editing`: among all lines."""

    draft: RowId
    act: Act
    line: Line = WHOLE
    struck: bool
    editing: bool = False


class Correct(CallbackData, prefix="drafts.ask"):
    """Ask for the line anew, in words."""

    draft: RowId
    act: Act
    line: Line = WHOLE


class Choose(CallbackData, prefix="drafts.pick"):
    """The answer to a doubt; a client chosen is that of all acts that share the doubt."""

    draft: RowId
    act: Act
    field: DoubtField
    choice: Choice
    line: Line = WHOLE


class Say(CallbackData, prefix="drafts.say"):
    """An answer as if it had been typed: a number or a day."""

    draft: RowId
    act: Act
    text: Figures
    line: Line = WHOLE


class NameAnother(CallbackData, prefix="drafts.other"):
    """None of those offered: what is meant will be typed."""

    draft: RowId
    act: Act
    field: DoubtField
    line: Line = WHOLE


class UndoDraft(CallbackData, prefix="drafts.undo"):
    draft: RowId


class TypeAgain(CallbackData, prefix="drafts.again"):
    """The same text once more, read as of now."""

    draft: RowId


class ShowAbout(CallbackData, prefix="drafts.show"):
    """What a question asked, about this one of those it may have meant."""

    what: Topic
    client: RowId
