"""What may be brought in as a file, and how far an import has come."""

from enum import StrEnum


class ImportKind(StrEnum):
    CLIENTS = "clients"
    PEOPLE = "people"
    PRODUCTS = "products"
    RECEIVABLES = "receivables"
    CONTACTS = "contacts"
    BANK = "bank"
    STATUSES = "statuses"
    TEMPLATE = "template"
    TARGETS = "targets"


class ColumnRole(StrEnum):
    """What is asked of a table that was not understood: of debts, or of what became of orders."""

    CLIENT = "client"
    AMOUNT = "amount"
    DUE = "due"
    DOCUMENT = "document"
    ORDER = "order"
    STATUS = "status"
    ENTERED = "entered"

    @property
    def required(self) -> bool:
        return self in {ColumnRole.CLIENT, ColumnRole.AMOUNT, ColumnRole.ORDER}


def roles_of(kind: ImportKind) -> tuple[ColumnRole, ...]:
    """In the order of asking."""
    if kind is ImportKind.STATUSES:
        return ColumnRole.ORDER, ColumnRole.STATUS, ColumnRole.ENTERED
    return ColumnRole.CLIENT, ColumnRole.AMOUNT, ColumnRole.DUE, ColumnRole.DOCUMENT


class ImportState(StrEnum):
    """ASKING waits for its kind or its columns, PREVIEW for a yes or a no, LOADING for being laid after a yes."""

    ASKING = "asking"
    PREVIEW = "preview"
    LOADING = "loading"
    APPLIED = "applied"
    UNDONE = "undone"
    CANCELLED = "cancelled"
