"""What is known of a person, as values."""

from domain.errors import InvalidNameError
from domain.first_names import Gender
from domain.names import Named, PersonName, parse_name
from domain.occasions import BirthDate
from storage.occasions import Born
from storage.persons import Person


def birth_of(person: Person | Born) -> BirthDate | None:
    if person.birth_day is None or person.birth_month is None:
        return None
    return BirthDate(person.birth_month, person.birth_day, person.birth_year)


def name_of(person: Person | Born) -> PersonName:
    """A name without letters stays as it was typed."""
    try:
        return parse_name(person.name)
    except InvalidNameError:
        return PersonName(last=person.name)


def gender_of(person: Person | Born) -> Gender | None:
    """What was told about the person before what the name tells."""
    return Gender(person.gender) if person.gender else named_of(person).known_gender


def named_of(person: Person | Born) -> Named:
    gender = Gender(person.gender) if person.gender else None
    own = (person.said_as, person.forms) if isinstance(person, Person) else (None, None)
    return Named(name_of(person), gender, *own)
