"""What a client is and what may be said of one."""

from enum import StrEnum


class ClientKind(StrEnum):
    LEAD = "lead"
    CLIENT = "client"


class ClientField(StrEnum):
    """Facts of a client that are typed as one message."""

    NAME = "name"
    LEGAL_NAME = "legal_name"
    TAX_NUMBER = "tax_number"
    PHONE = "phone"
    ADDRESS = "address"
    DISTRICT = "district"
    INDUSTRY = "industry"
    CREDIT_LIMIT = "credit_limit"
    PAYMENT_DELAY = "payment_delay"
    FOUNDED = "founded"
    TOGETHER = "together"
    NOTE = "note"
