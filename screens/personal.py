"""One person's data: given out as a file, erased after two questions."""

from screens.callbacks.clients import OpenClient
from screens.callbacks.personal import EraseData, ExportData, OpenData
from screens.callbacks.persons import OpenPeople, OpenPerson
from screens.screen import Button, FileRef, Screen, tap
from screens.words import Words

LAST_QUESTION = 1


def data(words: Words, person_id: int, name: str, client: str) -> Screen:
    rows: tuple[tuple[Button, ...], ...] = (
        (tap(words.plain("btn-person-data-file"), ExportData(person=person_id)),),
        (tap(words.plain("btn-person-erase"), EraseData(person=person_id)),),
        (tap(words.plain("btn-back"), OpenPerson(person=person_id)),),
    )
    return Screen(words("msg-person-data", name=name, client=client), rows)


def data_file(person_id: int, employee: int, language: str) -> FileRef:
    return FileRef("person_data", person_id, language, {"employee": str(employee)})


def data_caption(words: Words, name: str) -> Screen:
    return Screen(words("msg-person-data-file", name=name))


def sure_to_erase(words: Words, person_id: int, name: str, sure: int) -> Screen:
    """`sure`: how many times it was said already."""
    key = "msg-person-erase-last" if sure >= LAST_QUESTION else "msg-person-erase"
    label = "btn-person-erase-yes" if sure >= LAST_QUESTION else "btn-person-erase-go"
    yes = tap(words.plain(label), EraseData(person=person_id, sure=sure + 1))
    back = tap(words.plain("btn-back"), OpenData(person=person_id))
    return Screen(words(key, name=name), ((yes,), (back,)))


def erased(words: Words, client_id: int, client: str) -> Screen:
    rows = (
        tap(words.plain("btn-client-people"), OpenPeople(client=client_id)),
        tap(words.plain("btn-to-client"), OpenClient(client=client_id)),
    )
    return Screen(words("msg-person-erased", client=client), (rows,))
