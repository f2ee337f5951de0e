"""What was unusual: the message to a lead, the question to the person, the answer."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.secrecy import AlarmKind, AlarmState, JournalKind
from screens import format as written
from screens.callbacks.secrecy import AnswerWhy, AskWhy, CloseExports, LetBe, OpenExports, OpenJournal
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

OF_FILES = frozenset({AlarmKind.FILES.value, AlarmKind.NIGHT.value})


@dataclass(frozen=True, slots=True)
class AlarmView:
    """Moments are local; `usual` 0: nothing is known of the person's own days; `may_open` the journal, and what was closed."""

    id: int
    kind: str
    employee_id: int
    name: str
    day: date
    at: datetime
    count: int
    usual: int = 0
    since: datetime | None = None
    until: datetime | None = None
    state: str = AlarmState.OPEN
    asked: bool = False
    answer: str = ""
    exports_closed: bool = False
    may_open: bool = True


def fact_line(words: Words, alarm: AlarmView) -> str:
    """What, when and how many."""
    return words(
        "alarm-fact",
        kind=alarm.kind,
        count=alarm.count,
        usual=alarm.usual,
        since=f"{alarm.since:%H:%M}" if alarm.since else "",
        until=f"{alarm.until or alarm.at:%H:%M}",
    )


def alarm(words: Words, view: AlarmView, today: date) -> Screen:
    lines = [
        words("msg-alarm", kind=view.kind, name=view.name),
        f"{written.day(words, view.day, today)}, {fact_line(words, view)}",
    ]
    if view.answer:
        lines.append(words("alarm-answered", text=view.answer))
    elif view.asked:
        lines.append(words("alarm-asked"))
    if view.exports_closed:
        lines.append(words("alarm-exports-closed"))
    if view.state == AlarmState.FINE:
        lines.append(words("alarm-fine"))
    elif view.state == AlarmState.OPEN and not view.asked:
        lines.append(words("alarm-next"))
    return Screen(clipped("\n".join(lines)), _rows(words, view))


def _rows(words: Words, view: AlarmView) -> tuple[tuple[Button, ...], ...]:
    first, second = [], []
    if view.may_open:
        kind = JournalKind.EXPORTS if view.kind in OF_FILES else JournalKind.LOOKS
        to = OpenJournal(kind=kind, day=view.day.toordinal(), whose=view.employee_id)
        first.append(tap(words.plain("btn-journal-open"), to))
    if not view.asked:
        first.append(tap(words.plain("btn-alarm-ask"), AskWhy(alarm=view.id)))
    if not view.exports_closed:
        second.append(tap(words.plain("btn-exports-close"), CloseExports(alarm=view.id)))
    elif view.may_open:
        second.append(tap(words.plain("btn-exports-open"), OpenExports(employee=view.employee_id)))
    if view.state != AlarmState.FINE:
        second.append(tap(words.plain("btn-alarm-fine"), LetBe(alarm=view.id)))
    return tuple(tuple(row) for row in (first, second) if row)


def question(words: Words, lead: str, view: AlarmView) -> Screen:
    text = "\n".join(
        [words("ntf-alarm-asks", name=lead), fact_line(words, view), words("ntf-alarm-asks-next")]
    )
    return Screen(text, ((tap(words.plain("btn-alarm-answer"), AnswerWhy(alarm=view.id)),),))


def ask_answer(words: Words, lead: str) -> Screen:
    return Screen(words("ask-alarm-answer", name=lead), (leave_row(words),))


def answer_sent(words: Words, lead: str) -> Screen:
    return Screen(words("msg-alarm-answered", name=lead))


def answered(words: Words, name: str, text: str, view: AlarmView | None) -> Screen:
    """For the lead, with what to do next; `view` is None where it is decided or another's to decide."""
    said = words("ntf-alarm-answered", name=name, text=text)
    return Screen(clipped(said), _rows(words, view) if view is not None else ())
