"""Roles of the people at a client: four codes, or whatever was typed."""

from typing import Final

PERSON_ROLES: Final = ("buyer", "director", "accountant", "other")
_BUYER: Final = ("buyer", "закуп", "снабж", "товаровед", "category", "purchas")
_ACCOUNTANT: Final = ("accountant", "бух", "финанс", "finance")


def is_buyer(role: str) -> bool:
    return any(word.startswith(_BUYER) for word in role.lower().replace(".", " ").split())


def is_accountant(role: str) -> bool:
    """«гл. бухгалтер» too: any word of the role may say it."""
    return any(word.startswith(_ACCOUNTANT) for word in role.lower().replace(".", " ").split())
