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


class ColumnRole(StrEnum):
    """What is asked of a table that was not understood, in this order; the first two must be there."""

    CLIENT = "client"
    AMOUNT = "amount"
    DUE = "due"
    DOCUMENT = "document"

    @property
    def required(self) -> bool:
        return self in {ColumnRole.CLIENT, ColumnRole.AMOUNT}


class ImportState(StrEnum):
    """ASKING waits for its kind or its columns, PREVIEW for a yes or a no, LOADING for being laid after a yes."""

    ASKING = "asking"
    PREVIEW = "preview"
    LOADING = "loading"
    APPLIED = "applied"
    UNDONE = "undone"
    CANCELLED = "cancelled"
