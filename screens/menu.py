"""The main keyboard, help, refusals: what every conversation returns to."""

from domain.actors import Actor, Role
from screens.callbacks.menu import Leave
from screens.screen import Button, Menu, Screen, tap
from screens.words import Words

PLACES: dict[Role, tuple[tuple[str, ...], ...]] = {
    Role.MANAGER: (("calls", "order", "clients"), ("debts", "occasions", "plan"), ("week", "settings")),
    Role.LEAD: (("digest", "plan", "debts"), ("clients", "week", "team"), ("approvals", "settings")),
    Role.OWNER: (("digest", "plan", "debts"), ("clients", "week", "team"), ("approvals", "settings")),
    Role.SUPPORT: (("orders", "settings"),),
    Role.ACCOUNTANT: (("debts", "import"), ("orders", "settings")),
    Role.LOGISTICS: (("shortages", "settings"),),
}
# What Telegram offers after a slash: the same that /help tells of, and in its order.
COMMON = ("settings", "help", "cancel")
OF_US = ("errands", "absences")
_PLANS = ("plan", "week")
_SOLD = ("leads", "contracts", "promotions", "exhibitions", "competitors", "analysis", "report")
_LED = (
    "digest", "approvals", "orders", "shortages", "claims", "clients", "debts", "stops", "occasions", *_PLANS, *_SOLD,
)  # fmt: skip
_SELLS = ("calls", "order", "orders", "questions", "shortages", "claims", "clients", "debts", "stops")
COMMANDS: dict[Role, tuple[str, ...]] = {
    Role.MANAGER: (*_SELLS, "occasions", *_PLANS, *_SOLD, "import"),
    Role.LEAD: (*_LED, "team", "desk", "import"),
    Role.OWNER: (*_LED, "team", "desk", "import"),
    Role.SUPPORT: ("orders", "claims", "desk", "import"),
    Role.ACCOUNTANT: ("import", "orders", "debts", "stops", "claims"),
    Role.LOGISTICS: ("shortages", "claims"),
}


def commands(words: Words, role: Role | None) -> tuple[tuple[str, str], ...]:
    """(name, what it opens); of nobody known, what everybody has."""
    names = (*COMMANDS.get(role, ()), *OF_US, *COMMON) if role is not None else COMMON
    return tuple((name, words.plain(f"command-{name}")) for name in names)


def menu(words: Words, role: Role) -> Menu:
    rows = tuple(tuple(words.plain(f"menu-{place}") for place in row) for row in PLACES[role])
    return Menu(rows, words.plain(f"menu-hint-{role}"))


def welcome(words: Words, actor: Actor, company: str, invited_by: Actor | None) -> Screen:
    text = words(f"msg-welcome-{actor.role}", name=actor.name, company=company)
    if invited_by is not None:
        text = f"{words('msg-invited', name=invited_by.name)}\n\n{text}"
    return Screen(text, menu=menu(words, actor.role))


def home(words: Words, role: Role) -> Screen:
    return Screen(words("msg-home"), menu=menu(words, role))


def left(words: Words, role: Role, *, was_open: bool, draft: bool = False) -> Screen:
    """`draft`: what was left is an order's draft, which stays."""
    key = "msg-left-draft" if draft else "msg-left" if was_open else "msg-nothing-open"
    return Screen(words(key), menu=menu(words, role))


def help_for(words: Words, role: Role) -> Screen:
    return Screen(words(f"msg-help-{role}"), menu=menu(words, role))


def not_understood(words: Words, role: Role) -> Screen:
    return Screen(words("msg-not-understood"), menu=menu(words, role))


def refusal(text: str, rows: tuple[tuple[Button, ...], ...] = ()) -> Screen:
    return Screen(text, rows, passed_on=True)


def gone(words: Words, role: Role) -> Screen:
    """An old button whose thing is no more: one line, and the places to go on from."""
    return Screen(words("msg-button-old"), menu=menu(words, role))


def leave_row(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-cancel"), Leave()),)
