"""Nobody is asked for money on the birthday of one of the client's people: the word about it moves by a working day."""

from collections.abc import Iterable, Mapping
from datetime import date

from domain.occasions import debt_call_day, occurrence_in
from screens.debt_moves import Moved
from storage import persons
from storage.persons import Person
from usecases.access import inner
from usecases.person_facts import birth_of
from usecases.work import Work

Born = Mapping[int, list[Person]]


@inner
async def born_at(work: Work, client_ids: Iterable[int]) -> Born:
    """The people of each client whose birthday is known."""
    found: dict[int, list[Person]] = {}
    for person in await persons.of_clients(work.tx, sorted(client_ids)):
        if birth_of(person) is not None:
            found.setdefault(person.client_id, []).append(person)
    return found


def moved_day(work: Work, day: date, people: Iterable[Person]) -> date:
    """The working day on which money may be spoken of, where it was meant to be on `day`."""
    births = [birth for person in people if (birth := birth_of(person)) is not None]
    return debt_call_day(day, births, work.rules.calendar, work.rules.occasions)


def find_moved(work: Work, today: date, client: str, people: Iterable[Person]) -> Moved | None:
    """None where nobody has a birthday today."""
    known = list(people)
    for person in known:
        birth = birth_of(person)
        if birth is not None and occurrence_in(birth, today.year, work.rules.occasions).day == today:
            return Moved(client, person.name, moved_day(work, today, known))
    return None
