"""Roles of the people at a client: four codes, or whatever was typed."""

from functools import lru_cache
from typing import Final

PERSON_ROLES: Final = ("buyer", "director", "accountant", "other")
# A list asks of hundreds of people what the same few words mean.
ROLES_KNOWN: Final = 256
_BUYER: Final = ("buyer", "закуп", "снабж", "товаровед", "category", "purchas")
_DIRECTOR: Final = ("director", "директ", "руковод", "owner", "собственник")
_ACCOUNTANT: Final = ("accountant", "бух", "финанс", "finance")


@lru_cache(maxsize=ROLES_KNOWN)
def is_buyer(role: str) -> bool:
    return any(word.startswith(_BUYER) for word in role.lower().replace(".", " ").split())


@lru_cache(maxsize=ROLES_KNOWN)
def is_director(role: str) -> bool:
    return any(word.startswith(_DIRECTOR) for word in role.lower().replace(".", " ").split())


@lru_cache(maxsize=ROLES_KNOWN)
def is_accountant(role: str) -> bool:
    """«гл. бухгалтер» too: any word of the role may say it."""
    return any(word.startswith(_ACCOUNTANT) for word in role.lower().replace(".", " ").split())
