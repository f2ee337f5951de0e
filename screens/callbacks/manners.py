"""Buttons of how a person is treated and spoken of."""

from enum import StrEnum

from domain.greetings import Closeness
from screens.callbacks.clients import RowId
from screens.callbacks.data import CallbackData


class Told(StrEnum):
    YES = "yes"
    NO = "no"
    RULE = "rule"


class Form(StrEnum):
    """The cases in which texts and lists name people; values of `domain.names.Case`."""

    ACCUSATIVE = "accusative"
    DATIVE = "dative"
    GENITIVE = "genitive"


class OpenManner(CallbackData, prefix="manners.open"):
    person: RowId


class SetVip(CallbackData, prefix="manners.vip"):
    person: RowId
    vip: Told


class SetCloseness(CallbackData, prefix="manners.close"):
    person: RowId
    closeness: Closeness


class AskSaidAs(CallbackData, prefix="manners.said"):
    """How the person is spoken to is typed."""

    person: RowId


class DropSaidAs(CallbackData, prefix="manners.name"):
    """By the name again."""

    person: RowId


class AskForm(CallbackData, prefix="manners.form"):
    """The name in a case is typed."""

    person: RowId
    case: Form


class DropForm(CallbackData, prefix="manners.rule"):
    """By the rules again."""

    person: RowId
    case: Form
