"""What may be brought in as a file, and how far an import has come."""

from enum import StrEnum


class ImportKind(StrEnum):
    CLIENTS = "clients"
    PEOPLE = "people"
    PRODUCTS = "products"
    RECEIVABLES = "receivables"
    CONTACTS = "contacts"


class ImportState(StrEnum):
    """ASKING waits for its kind, PREVIEW for a yes or a no."""

    ASKING = "asking"
    PREVIEW = "preview"
    APPLIED = "applied"
    UNDONE = "undone"
    CANCELLED = "cancelled"
