"""How a person is treated and spoken of: VIP, closeness, ты or Вы, gender, address, cases of the name."""

from domain.errors import InvalidNameError
from domain.first_names import Gender
from domain.greetings import Closeness
from domain.names import Case, Formality, Named, PersonName, parse_name
from screens.callbacks.manners import (
    AskForm,
    AskSaidAs,
    DropForm,
    DropSaidAs,
    Form,
    OpenManner,
    SetCloseness,
    SetVip,
    Told,
)
from screens.callbacks.persons import OpenPerson, SetFamiliar, SetGender
from screens.persons import PersonView
from screens.screen import Button, Screen, tap
from screens.words import Words


def named(person: PersonView) -> Named:
    try:
        name = parse_name(person.name)
    except InvalidNameError:
        name = PersonName(last=person.name)
    gender = Gender(person.gender) if person.gender else None
    return Named(name, gender, person.said_as, person.forms)


def manner(words: Words, person: PersonView) -> Screen:
    known = named(person)
    said = known.address(Formality.INFORMAL if person.familiar else Formality.FORMAL)
    lines = [
        words("msg-manner", name=person.name),
        words("manner-vip", vip=_told(person.vip).value),
        words("manner-closeness", closeness=person.closeness or "none"),
        words("manner-said", said=said, own="yes" if person.said_as else "no"),
        words("person-line-address", familiar=str(person.familiar).lower(), gender=person.gender or "none"),
        *(words(f"manner-{case}", form=known.case(Case(case))) for case in Form),
    ]
    return Screen("\n".join(lines), (*_rows(words, person), _back(words, person)))


def _told(vip: bool | None) -> Told:
    return Told.RULE if vip is None else Told.YES if vip else Told.NO


def _rows(words: Words, person: PersonView) -> list[tuple[Button, ...]]:
    id_ = person.id
    you = words.plain("btn-say-you" if person.familiar else "btn-say-thou")
    genders = [one for one in Gender if one != person.gender]
    return [
        tuple(
            tap(words.plain(f"btn-vip-{told}"), SetVip(person=id_, vip=told))
            for told in Told
            if told is not _told(person.vip)
        ),
        tuple(
            tap(words.plain(f"btn-closeness-{one}"), SetCloseness(person=id_, closeness=one))
            for one in Closeness
            if one != person.closeness
        ),
        (
            tap(you, SetFamiliar(person=id_, familiar=not person.familiar)),
            *(tap(words.plain(f"btn-gender-{one}"), SetGender(person=id_, gender=one)) for one in genders),
        ),
        (tap(words.plain("btn-said-as"), AskSaidAs(person=id_)),),
        tuple(tap(words.plain(f"btn-form-{case}"), AskForm(person=id_, case=case)) for case in Form),
    ]


def _back(words: Words, person: PersonView) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenPerson(person=person.id)),)


def ask_said_as(words: Words, person: PersonView) -> Screen:
    drop = (tap(words.plain("btn-by-name"), DropSaidAs(person=person.id)),)
    rows = ((drop,) if person.said_as else ()) + (_to_manner(words, person),)
    return Screen(words("ask-said-as", name=person.name), rows)


def ask_form(words: Words, person: PersonView, case: Form) -> Screen:
    drop = (tap(words.plain("btn-by-rules"), DropForm(person=person.id, case=case)),)
    rows = ((drop,) if case in (person.forms or {}) else ()) + (_to_manner(words, person),)
    return Screen(words(f"ask-form-{case}", form=named(person).case(Case(case))), rows)


def _to_manner(words: Words, person: PersonView) -> tuple[Button, ...]:
    return (tap(words.plain("btn-back"), OpenManner(person=person.id)),)
