"""What waits for a lead's word: the list, giving it to another, the history, and the asker's own list."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain.decisions import AT_ONCE, DecisionKind, Default, LendFor, Verdict
from screens import format as written
from screens.callbacks.contracts import OpenContract
from screens.callbacks.data import CallbackData
from screens.callbacks.decisions import (
    AskDelegate,
    AskLend,
    AskLendFor,
    ChooseAsker,
    ChooseDelegate,
    Delegate,
    Lend,
    NudgeLead,
    OpenDecision,
    OpenDecisions,
    OpenHistory,
    OpenQuestions,
    SayYes,
    ShownKind,
    StopLending,
    ToTable,
)
from screens.callbacks.digest import OpenDigest
from screens.callbacks.gifts import OpenGift
from screens.callbacks.orders import OpenOrder
from screens.callbacks.reports import OpenReport
from screens.callbacks.stops import OpenStop
from screens.callbacks.week import OpenWeekPlan
from screens.decision_views import (
    DecidedLine,
    DecisionLine,
    Delegation,
    History,
    Inbox,
    Person,
)
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

LABEL = 32
HOUR, DAY = 60, 1440
SOON = timedelta(hours=1)
Rows = tuple[tuple[Button, ...], ...]


# --- one line


def title_of(words: Words, line: DecisionLine) -> str:
    """«🧾 Ромашка, 53 600 ₽: скидка»."""
    about = line.facts
    return words.plain(
        f"decision-about-{line.kind.value}",
        client=line.client or "none",
        sum=written.money(words, line.amount) if line.amount is not None else "none",
        about=str(about.get("about") or "none"),
        what=str(about.get("what") or "none"),
        delay=str(about["delay"]) if about.get("delay") is not None else "none",
        word=str(about.get("word") or "none"),
        days=int(about.get("days") or 0),
        day=_week_day(words, about.get("day")),
        month=_month(words, about.get("month")),
    )


def _week_day(words: Words, value: object) -> str:
    return written.short_day(words, date.fromisoformat(str(value))) if value else "none"


def _month(words: Words, value: object) -> str:
    """Of «2026-10»."""
    if not value:
        return "none"
    first = date.fromisoformat(f"{value}-01")
    return month_of(words, first)


def month_of(words: Words, first: date) -> str:
    return words.plain(
        "decisions-month", month=words.plain(f"month-name-{first.month}"), year=str(first.year)
    )


def left(words: Words, line: DecisionLine, *, mine: bool = False) -> str:
    """«ещё 20 мин», «до 15:40», «до завтра, 12:00». `mine`: the reader is who may decide."""
    if line.due is None:
        return words("decision-no-term")
    if line.over:
        if line.silence == Default.HOLD:
            return words("decision-held", mine="yes" if mine else "no")
        return words("decision-over")
    if line.due - line.now < SOON:
        return words("decision-minutes", count=max(int((line.due - line.now).total_seconds()) // 60, 1))
    return words("decision-until", moment=_moment(words, line.due, line.now))


def _moment(words: Words, value: datetime, now: datetime) -> str:
    same = value.date() == now.date()
    return written.hour(value) if same else written.moment(words, value, now.date())


def _text(words: Words, line: DecisionLine, number: int = 0) -> str:
    return words(
        "decision-line",
        number=number,
        title=title_of(words, line),
        who=line.asker or "none",
        left=left(words, line, mine=True),
        delegate=line.delegate or "none",
    )


def _label(words: Words, line: DecisionLine, number: int) -> str:
    name = line.client or title_of(words, line)
    return words.plain("decision-label", number=number, name=name[:LABEL])


# --- the inbox


def inbox(words: Words, found: Inbox) -> Screen:
    if not found.lines:
        return Screen("\n".join([words("msg-decisions-none"), *_lent(words, found)]), _below(words, found))
    lines = [words("msg-decisions", count=found.count), *_lent(words, found), ""]
    rows: list[tuple[Button, ...]] = []
    for number, one in enumerate(found.lines, 1):
        lines.append(_text(words, one, number))
        row = [tap(_label(words, one, number), OpenDecision(decision=one.id))]
        if one.kind in AT_ONCE:
            row.append(tap(words.plain("btn-decision-yes"), SayYes(decision=one.id)))
        rows.append(tuple(row))
    if found.count > len(found.lines):
        lines.append(words("decisions-more", count=found.count - len(found.lines)))
    return Screen(clipped("\n".join(lines)), (*rows, *_below(words, found)))


def _lent(words: Words, found: Inbox) -> list[str]:
    if found.lent_until is None:
        return []
    return [words("decisions-lent", name=found.lent_to, day=_stamp(words, found.lent_until))]


def _stamp(words: Words, value: datetime) -> str:
    """«24.11, 18:00»."""
    return f"{written.short_day(words, value.date())}, {written.hour(value)}"


def _below(words: Words, found: Inbox) -> Rows:
    history = tap(words.plain("btn-decisions-history"), OpenHistory(kind=ShownKind.ALL, employee=0, back=0))
    give = tap(words.plain("btn-decisions-give"), ChooseDelegate() if found.lines else AskLend())
    rows: Rows = ((give, history),)
    if found.lent_until is not None:
        rows = (*rows, (tap(words.plain("btn-decisions-mine"), StopLending()),))
    return rows


def none_left(words: Words) -> Screen:
    """After the last one: what was decided, and the team."""
    history = tap(words.plain("btn-decisions-history"), OpenHistory(kind=ShownKind.ALL, employee=0, back=0))
    return Screen(words("msg-decisions-none"), ((history, tap(words.plain("btn-digest"), OpenDigest())),))


def to_all(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-decisions-all"), OpenDecisions()),)


# --- into other hands


def choose_question(words: Words, found: Inbox) -> Screen:
    rows = [
        (tap(_label(words, one, number), AskDelegate(decision=one.id)),)
        for number, one in enumerate(found.lines, 1)
    ]
    everything = (tap(words.plain("btn-decisions-lend"), AskLend()),)
    lines = [
        words("ask-decision-which"),
        "",
        *(_text(words, one, at) for at, one in enumerate(found.lines, 1)),
    ]
    return Screen(clipped("\n".join(lines)), (everything, *rows, to_all(words)))


def choose_delegate(words: Words, people: Sequence[Person], line: DecisionLine | None = None) -> Screen:
    """For one question, or for all of them."""
    if not people:
        return Screen(words("decision-nobody"), (to_all(words),))
    text = words("ask-decision-whom", title=title_of(words, line)) if line else words("ask-decisions-whom")
    buttons = [
        tap(one.name, Delegate(decision=line.id, employee=one.id) if line else AskLendFor(employee=one.id))
        for one in people
    ]
    return Screen(text, (*in_rows(buttons, 2), to_all(words)))


def choose_span(words: Words, person: Person) -> Screen:
    buttons = [
        tap(words.plain(f"btn-lend-{span.value}"), Lend(span=span, employee=person.id)) for span in LendFor
    ]
    return Screen(words("ask-decisions-until", name=person.name), (*in_rows(buttons, 2), to_all(words)))


def given(words: Words, done: Delegation) -> Screen:
    """To who gave."""
    if done.line is not None:
        text = words("msg-decision-given", name=done.to, title=title_of(words, done.line))
    else:
        assert done.until is not None
        text = words("msg-decisions-lent", name=done.to, day=_stamp(words, done.until), count=done.count)
    return Screen(text, (to_all(words),))


def lent(words: Words, done: Delegation) -> Screen:
    """To who takes them all for some time."""
    assert done.until is not None
    text = words("ntf-decisions-lent", who=done.by, day=_stamp(words, done.until), count=done.count)
    return Screen(text, (to_all(words),))


def handed(words: Words, done: Delegation, card: Screen) -> Screen:
    """To who gets one question: its card under the word of who gave it."""
    return Screen(clipped(f"{words('ntf-decision-given', who=done.by)}\n\n{card.text}"), card.rows)


# --- the clock


def reminder(words: Words, line: DecisionLine) -> Screen:
    text = words("ntf-decision-soon", title=title_of(words, line), who=line.asker, left=left(words, line))
    return Screen(text, (_open_row(words, line),))


def _open_row(words: Words, line: DecisionLine) -> tuple[Button, ...]:
    opened = tap(words.plain("btn-decision-open"), OpenDecision(decision=line.id))
    return (opened, tap(words.plain("btn-decisions-all"), OpenDecisions()))


def silent(words: Words, line: DecisionLine, *, mine: bool) -> Screen:
    title = title_of(words, line)
    if mine:
        opened = tap(words.plain("btn-decision-open"), card_of_asker(line.kind, line.ref))
        return Screen(words("ntf-decision-silent-mine", title=title), ((opened,),))
    text = words("ntf-decision-silent", title=title, who=line.asker)
    return Screen(text, (to_all(words),))


# --- whoever has asked


def card_of_asker(kind: DecisionKind, ref: int) -> CallbackData:
    """The thing itself, as the asker knows it."""
    match kind:
        case DecisionKind.ORDER:
            return OpenOrder(order=ref)
        case DecisionKind.STOP:
            return OpenStop(stop=ref)
        case DecisionKind.GIFT:
            return OpenGift(gift=ref)
        case DecisionKind.CONTRACT:
            return OpenContract(contract=ref)
        case DecisionKind.WEEK:
            return OpenWeekPlan(week=ref)
        case DecisionKind.REPORT:
            return OpenReport(report=ref)


def waits_line(words: Words, line: DecisionLine) -> str:
    """«Ждёт: Борис, до 15:40» for the card of what was asked."""
    return words("decision-waits", names=", ".join(line.awaited) or "none", left=left(words, line))


def questions(words: Words, found: Sequence[DecisionLine]) -> Screen:
    if not found:
        return Screen(words("msg-questions-none"))
    lines = [words("msg-questions", count=len(found)), ""]
    rows: list[tuple[Button, ...]] = []
    for number, one in enumerate(found, 1):
        lines += [words("question-line", number=number, title=title_of(words, one)), waits_line(words, one)]
        row = [tap(_label(words, one, number), card_of_asker(one.kind, one.ref))]
        if not one.nudged:
            row.append(tap(words.plain("btn-question-nudge"), NudgeLead(decision=one.id)))
        rows.append(tuple(row))
    return Screen(clipped("\n".join(lines)), tuple(rows))


def nudged(words: Words, line: DecisionLine) -> Screen:
    """To the lead, by the asker's hand."""
    text = words("ntf-decision-nudge", title=title_of(words, line), who=line.asker, left=left(words, line))
    return Screen(text, (_open_row(words, line),))


def nudge_sent(words: Words, line: DecisionLine) -> Screen:
    text = words("msg-question-nudged", names=", ".join(line.awaited) or "none", title=title_of(words, line))
    return Screen(text, ((tap(words.plain("btn-questions"), OpenQuestions()),),))


# --- what was decided


def history(words: Words, found: History) -> Screen:
    lines = [_summary(words, found)]
    if found.asker_name or found.kind:
        kinds = [words.plain(f"decision-kind-{found.kind.value}")] if found.kind else []
        names = [found.asker_name] if found.asker_name else []
        lines.append(words("decisions-only", what=" · ".join([*kinds, *names])))
    lines += ["", *(_decided(words, one) for one in found.lines)] if found.lines else []
    hidden = found.summary.asked - len(found.lines)
    if hidden > 0:
        lines.append(words("decisions-history-more", count=hidden))
    return Screen(clipped("\n".join(lines)), _history_rows(words, found))


def _summary(words: Words, found: History) -> str:
    sums, month = found.summary, month_of(words, found.month)
    if not sums.asked:
        return words("msg-decisions-history-none", month=month)
    return words(
        "msg-decisions-history",
        month=month,
        asked=sums.asked,
        yes=sums.yes,
        own=sums.own,
        no=sums.no,
        silent=sums.silent,
        usual=waited(words, sums.minutes) if sums.minutes is not None else "none",
    )


def waited(words: Words, minutes: int) -> str:
    """«25 мин», «3 ч», «2 дн.»."""
    if minutes < HOUR:
        return words.plain("waited-minutes", count=max(minutes, 1))
    return words.plain("waited-hours", count=minutes // HOUR) if minutes < DAY else words.plain("waited-days", count=minutes // DAY)  # fmt: skip


def _decided(words: Words, one: DecidedLine) -> str:
    return words(
        "decided-line",
        at=_stamp(words, one.at),
        title=title_of(words, one.line),
        asker=one.line.asker or "none",
        verdict=words.plain(f"decision-verdict-{one.verdict.value.replace('_', '-')}"),
        by=one.decider or "none",
        waited="none" if one.verdict is Verdict.WITHDRAWN else waited(words, one.minutes),
    )


def _history_rows(words: Words, found: History) -> Rows:
    shown = ShownKind(found.kind.value) if found.kind else ShownKind.ALL
    kinds = [
        tap(
            words.plain(f"decision-kind-{one.value}"),
            OpenHistory(kind=one, employee=found.asker, back=found.back),
        )
        for one in ShownKind
        if one is not shown
    ]
    earlier = OpenHistory(kind=shown, employee=found.asker, back=found.back + 1)
    months = [tap(words.plain("btn-decisions-earlier"), earlier)]
    if found.back:
        later = OpenHistory(kind=shown, employee=found.asker, back=found.back - 1)
        months.append(tap(words.plain("btn-decisions-later"), later))
    who = tap(words.plain("btn-decisions-who"), ChooseAsker(kind=shown, back=found.back))
    table = tap(words.plain("btn-decisions-file"), ToTable(kind=shown, employee=found.asker, back=found.back))
    below = (who, table) if found.summary.asked else (who,)
    return (*in_rows(kinds, 3), tuple(months), below, to_all(words))


def choose_asker(words: Words, people: Sequence[Person], kind: ShownKind, back: int) -> Screen:
    buttons = [tap(one.name, OpenHistory(kind=kind, employee=one.id, back=back)) for one in people[:40]]
    everybody = tap(words.plain("btn-decisions-everybody"), OpenHistory(kind=kind, employee=0, back=back))
    return Screen(words("ask-decisions-who"), (*in_rows(buttons, 2), (everybody,)))


def table_caption(words: Words, found: History) -> Screen:
    return Screen(
        words("decisions-file-caption", month=month_of(words, found.month), count=found.summary.asked)
    )
