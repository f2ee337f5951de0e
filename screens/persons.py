"""The people at our clients: lists, cards, questions, and a contact that was passed on."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.actors import SELLING, Role
from domain.names import display_phone
from domain.occasions import Birth
from domain.roles import PERSON_ROLES
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.manners import OpenManner
from screens.callbacks.occasions import AskBirthday, OpenGreeting
from screens.callbacks.personal import OpenData
from screens.callbacks.persons import (
    AddPerson,
    AskName,
    AskPhone,
    AskRole,
    MarkNumber,
    OpenPeople,
    OpenPerson,
    RemovePerson,
    SetRole,
)
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

TAPPED_ROLES = ("buyer", "director", "accountant")
ROOM = 40


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody at a client. `phone` in E.164; `birth` is (day or None, month, year or None).

    `vip` and `closeness` are None where the rules decide; `forms` are own cases of the name by the codes of `Case`.
    """

    id: int
    client_id: int
    name: str
    role: str = ""
    phone: str | None = None
    email: str | None = None
    gender: str | None = None
    familiar: bool = False
    birth: Birth | None = None
    bad_number: bool = False
    vip: bool | None = None
    closeness: str | None = None
    said_as: str | None = None
    forms: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class People:
    """Everybody of a client."""

    client_id: int
    client: str
    people: tuple[PersonView, ...]


def role_name(words: Words, role: str) -> str:
    """The role in words; one that was typed is shown as it was. Not HTML."""
    return words.plain(f"person-role-{role}") if role in PERSON_ROLES else role


def person_line(words: Words, person: PersonView) -> str:
    """«Мария Иванова, закупщик · +7 916 123-45-67»: HTML."""
    who = words("person-who", name=person.name, role=role_name(words, person.role)) if person.role else ""
    text = who or words("person-name", name=person.name)
    if not person.phone:
        return text
    key = "person-phone-bad" if person.bad_number else "person-phone"
    return text + words(key, phone=display_phone(person.phone))


def people_list(words: Words, of: People, role: Role) -> Screen:
    lines = [person_line(words, person) for person in of.people]
    buttons = [tap(person.name, OpenPerson(person=person.id)) for person in of.people[:ROOM]]
    add = ((tap(words.plain("btn-person-add"), AddPerson(client=of.client_id)),),) if role in SELLING else ()
    back = (tap(words.plain("btn-to-client"), OpenClient(client=of.client_id)),)
    head = words("msg-people", client=of.client, count=len(of.people))
    return Screen(
        clipped("\n".join([head, "", *lines] if lines else [head])), (*in_rows(buttons, 2), *add, back)
    )


def person_card(words: Words, person: PersonView, client: str, role: Role) -> Screen:
    """Buttons of changes only for those who sell."""
    lines = [words("msg-person", name=person.name, client=client)]
    if person.role:
        lines.append(words("person-line-role", role=role_name(words, person.role)))
    if person.phone:
        key = "person-line-phone-bad" if person.bad_number else "person-line-phone"
        lines.append(words(key, phone=display_phone(person.phone)))
    if person.email:
        lines.append(words("person-line-email", email=person.email))
    if person.birth:
        day, month, year = person.birth
        when = written.month_day(words, day, month) if day else words.plain(f"in-month-{month}")
        lines.append(
            words("person-line-birth", day=when, year=str(year or "none"), known=str(bool(day)).lower())
        )
    lines.append(
        words("person-line-address", familiar=str(person.familiar).lower(), gender=person.gender or "none")
    )
    copy = ((Button(words.plain("btn-person-copy"), copy=person.phone),),) if person.phone else ()
    back = (
        tap(words.plain("btn-client-people"), OpenPeople(client=person.client_id)),
        tap(words.plain("btn-to-client"), OpenClient(client=person.client_id)),
    )
    return Screen("\n".join(lines), (*copy, *(_person_rows(words, person) if role in SELLING else ()), back))


def _person_rows(words: Words, person: PersonView) -> tuple[tuple[Button, ...], ...]:
    id_ = person.id
    number: tuple[Button, ...] = (tap(words.plain("btn-person-phone"), AskPhone(person=id_)),)
    if person.phone:
        key = "btn-person-number-good" if person.bad_number else "btn-person-number-bad"
        number += (tap(words.plain(key), MarkNumber(person=id_, bad=not person.bad_number)),)
    born: tuple[Button, ...] = (tap(words.plain("btn-person-birthday"), AskBirthday(person=id_)),)
    if person.birth and person.birth[0]:
        born = (tap(words.plain("btn-person-greet"), OpenGreeting(person=id_)), *born)
    return (
        number,
        (
            tap(words.plain("btn-person-name"), AskName(person=id_)),
            tap(words.plain("btn-person-role"), AskRole(person=id_)),
        ),
        (tap(words.plain("btn-person-manner"), OpenManner(person=id_)),),
        born,
        (
            tap(words.plain("btn-person-data"), OpenData(person=id_)),
            tap(words.plain("btn-person-remove"), RemovePerson(person=id_)),
        ),
    )


def sure_to_remove(words: Words, person: PersonView) -> Screen:
    yes = tap(words.plain("btn-person-remove-yes"), RemovePerson(person=person.id, sure=True))
    back = tap(words.plain("btn-back"), OpenPerson(person=person.id))
    return Screen(words("msg-person-remove-sure", name=person.name), ((yes, back),))


def ask_name(words: Words, client_id: int, client: str) -> Screen:
    back = (tap(words.plain("btn-back"), OpenPeople(client=client_id)),)
    return Screen(words("ask-person-name", client=client), (back,))


def ask_new_name(words: Words, person: PersonView) -> Screen:
    return Screen(words("ask-person-rename", name=person.name), (_back_to(words, person),))


def ask_role(words: Words, person: PersonView) -> Screen:
    buttons = [tap(role_name(words, role), SetRole(person=person.id, role=role)) for role in TAPPED_ROLES]
    skip = (tap(words.plain("btn-person-skip"), AskPhone(person=person.id)),)
    last = _back_to(words, person) if person.phone else skip
    return Screen(words("ask-person-role", name=person.name), (*in_rows(buttons, 3), last))


def ask_phone(words: Words, person: PersonView) -> Screen:
    skip = (tap(words.plain("btn-person-skip"), OpenPerson(person=person.id)),)
    last = _back_to(words, person) if person.phone else skip
    return Screen(words("ask-person-phone", name=person.name), (last,))


def _back_to(words: Words, person: PersonView) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenPerson(person=person.id)),)
