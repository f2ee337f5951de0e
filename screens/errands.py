"""Errands and requests: the card for each side of it, lists by term, and the few questions on the way."""

from collections.abc import Sequence
from datetime import date, datetime, time
from html import escape

from domain.choices import DateChoice
from domain.errands import ErrandStatus, Pool
from screens import format as written
from screens.callbacks.announcements import OpenAnnouncements
from screens.callbacks.clients import OpenClient
from screens.callbacks.errands import (
    AcceptErrand,
    AgreeMove,
    AllDoers,
    AskAgain,
    AskElsewhere,
    AskMoveErrand,
    AskOtherDoer,
    AskRequest,
    DeclineRequest,
    DoersChosen,
    ErrandFile,
    ErrandTopic,
    FinishErrand,
    FreeRequest,
    GiveErrand,
    MoveErrand,
    OpenErrand,
    OpenErrands,
    PassErrand,
    PickPool,
    QuestionErrand,
    ReplyErrand,
    ReturnErrand,
    SendElsewhere,
    SetTerm,
    TakeRequest,
    ToggleDoer,
    WithdrawErrand,
)
from screens.callbacks.proposals import OpenProposals
from screens.choices import day_rows
from screens.errand_views import ErrandLists, ErrandNews, ErrandRow, ErrandView, PersonChoice, Side, WordView
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

Rows = tuple[tuple[Button, ...], ...]
SHOWN, LABEL, LINE = 8, 26, 90


def title(words: Words, row: ErrandRow) -> str:
    return words("errand-title", number=row.id, pool=row.pool.value if row.pool else "no")


def state(words: Words, row: ErrandRow, *, mine: bool = False) -> str:
    """In two words; a request that nobody has taken waits for that. `mine`: said to who is to do it."""
    if row.status is ErrandStatus.GIVEN and row.pool is not None and not row.doer:
        return words("errand-status-pool")
    if mine and row.status is ErrandStatus.GIVEN and not row.late:
        return words("errand-status-new")
    return words(f"errand-status-{'late' if row.late else row.status}")


def term(words: Words, due: datetime, today: date) -> str:
    return written.moment(words, due, today)


def card(words: Words, view: ErrandView, key: str = "", by: str = "") -> Screen:
    """`key` says first why it comes; `by`: whose step it is."""
    row = view.row
    lines = [words(key, giver=row.giver, doer=row.doer or "none", by=by), ""] if key else []
    lines.append(
        words("msg-errand", title=title(words, row), state=state(words, row, mine=view.side is Side.DOER))
    )
    lines.append(words("errand-due", due=term(words, row.due, view.today)))
    lines.append(
        words(
            "errand-people",
            giver=row.giver,
            doer=row.doer or "none",
            pool=row.pool.value if row.pool else "no",
        )
    )
    if row.client:
        lines.append(words("errand-client", client=row.client))
    lines += ["", said(words, row, view.file)]
    lines += [_word(words, one) for one in view.words]
    if view.wanted is not None:
        lines += ["", words("errand-wanted", due=term(words, view.wanted, view.today))]
    return Screen(clipped("\n".join(lines)), _card_rows(words, view))


def said(words: Words, row: ErrandRow, file: str) -> str:
    """Its words, HTML; of one that was only spoken or pictured, that."""
    return escape(row.text, quote=False) if row.text else words("errand-file", kind=file or "none")


def _word(words: Words, one: WordView) -> str:
    return words(f"errand-said-{one.kind}", who=one.who, text=one.text)


def _card_rows(words: Words, view: ErrandView) -> Rows:
    buttons = {Side.DOER: _doer, Side.POOL: _pool, Side.GIVER: _giver}[view.side](words, view)
    last = [tap(words.plain("btn-errands"), OpenErrands())]
    if view.file:
        last.insert(0, tap(words.plain("btn-errand-file", kind=view.file), ErrandFile(errand=view.id)))
    if view.row.client_id:
        last.insert(0, tap(words.plain("btn-to-client"), OpenClient(client=view.row.client_id)))
    return (*in_rows(buttons, 2), *in_rows(last, 2))


def _doer(words: Words, view: ErrandView) -> list[Button]:
    id_ = view.id
    if not view.row.status.is_open:
        return []
    seen = [tap(words.plain("btn-errand-see"), OpenErrand(errand=id_))]
    return [
        *(seen if view.row.status is ErrandStatus.GIVEN else []),
        tap(words.plain("btn-errand-done"), FinishErrand(errand=id_)),
        tap(words.plain("btn-errand-question"), QuestionErrand(errand=id_)),
        tap(words.plain("btn-errand-move"), AskMoveErrand(errand=id_)),
        *(_not_mine(words, id_) if view.row.pool is not None else []),
    ]


def _not_mine(words: Words, errand: int) -> list[Button]:
    """Whoever of a department has a request may not be the one for it."""
    return [
        tap(words.plain("btn-request-free"), FreeRequest(errand=errand)),
        tap(words.plain("btn-request-decline"), DeclineRequest(errand=errand)),
    ]


def _pool(words: Words, view: ErrandView) -> list[Button]:
    if not view.row.status.is_open or view.row.doer:
        return []
    return [
        tap(words.plain("btn-request-take"), TakeRequest(errand=view.id)),
        tap(words.plain("btn-errand-question"), QuestionErrand(errand=view.id)),
        tap(words.plain("btn-request-decline"), DeclineRequest(errand=view.id)),
    ]


def _giver(words: Words, view: ErrandView) -> list[Button]:
    id_, row = view.id, view.row
    if row.status is ErrandStatus.DONE:
        return [
            tap(words.plain("btn-errand-accept"), AcceptErrand(errand=id_)),
            tap(words.plain("btn-errand-return"), ReturnErrand(errand=id_)),
        ]
    if row.status is ErrandStatus.DECLINED:
        return [
            tap(words.plain("btn-request-again"), AskAgain(errand=id_)),
            tap(words.plain("btn-request-elsewhere"), AskElsewhere(errand=id_)),
            tap(words.plain("btn-request-close"), AcceptErrand(errand=id_)),
        ]
    if not row.status.is_open:
        return []
    buttons = [tap(words.plain("btn-errand-reply"), ReplyErrand(errand=id_))] if row.asked else []
    if view.wanted is not None:
        yes = words.plain("btn-errand-agree", due=written.short_day(words, view.wanted.date()))
        buttons.append(tap(yes, AgreeMove(errand=id_)))
        buttons.append(tap(words.plain("btn-errand-keep"), AgreeMove(errand=id_, yes=False)))
    else:
        buttons.append(tap(words.plain("btn-errand-due"), AskMoveErrand(errand=id_)))
    if row.pool is None:
        buttons.append(tap(words.plain("btn-errand-other"), AskOtherDoer(errand=id_)))
    buttons.append(tap(words.plain("btn-errand-withdraw"), WithdrawErrand(errand=id_)))
    return buttons


# --- lists -----------------------------------------------------------------------------------------------------------


def listed(words: Words, lists: ErrandLists) -> Screen:
    """What is to be done first, then what is to be taken, then who owes what; all by term."""
    waiting = len(lists.own) + len(lists.pool)
    lines = [words("msg-errands", count=waiting, late=sum(row.late for row in lists.own))]
    buttons: list[Button] = []
    for key, rows in (("own", lists.own), ("pool", lists.pool), ("given", lists.given)):
        if not rows:
            continue
        lines += ["", words(f"errands-{key}", count=len(rows))]
        lines += [line(words, row, lists.today, given=key == "given") for row in rows[:SHOWN]]
        if len(rows) > SHOWN:
            lines.append(words("errands-more", count=len(rows) - SHOWN))
        buttons += [tap(_label(words, row), OpenErrand(errand=row.id)) for row in rows[:SHOWN]]
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), *in_rows(_places(words, lists), 2)))


def _places(words: Words, lists: ErrandLists) -> list[Button]:
    buttons = [tap(words.plain("btn-errand-give"), GiveErrand())] if lists.gives else []
    if lists.asks:
        buttons.append(tap(words.plain("btn-request"), AskRequest()))
    buttons.append(tap(words.plain("btn-announcements", count=lists.unread), OpenAnnouncements()))
    return [*buttons, tap(words.plain("btn-proposals"), OpenProposals())]


def line(words: Words, row: ErrandRow, today: date, *, given: bool) -> str:
    """«⚠️ № 5 пт, 27 ноября, 15:00 — Анна: позвонить в Ромашку · вопрос»."""
    marks = [
        words(f"errand-mark-{name}") for name, on in (("asked", row.asked), ("moving", row.moving)) if on
    ]
    if given:
        marks.insert(0, state(words, row))
    text = short(row.text, LINE) or words("errand-file", kind="none")
    who = row.doer or (words.plain(f"pool-{row.pool}") if row.pool else "")
    found = words(
        "errand-line",
        number=row.id,
        late="yes" if row.late else "no",
        due=term(words, row.due, today),
        who=who if given else row.giver,
        text=text,
    )
    return " · ".join([found, *marks])


def _label(words: Words, row: ErrandRow) -> str:
    return words.plain(
        "btn-errand-row", number=row.id, text=short(row.text, LABEL) or row.client or row.giver
    )


def short(text: str, longest: int) -> str:
    one = " ".join(text.split())
    return one if len(one) <= longest else one[: longest - 1].rstrip() + "…"


def morning(words: Words, news: ErrandNews, today: date) -> str:
    """The line over the morning list."""
    return words(
        "calls-errands",
        count=news.count,
        late=news.late,
        due=term(words, news.nearest.due, today),
        text=short(news.nearest.text, LINE) or news.nearest.client or news.nearest.giver,
    )


def morning_row(words: Words, news: ErrandNews) -> tuple[Button, ...]:
    return (tap(words.plain("btn-errands-count", count=news.count), OpenErrands()),)


def given(words: Words, views: Sequence[ErrandView]) -> Screen:
    """One as its card; of several, who has it and until when."""
    if len(views) == 1:
        return card(words, views[0])
    first = views[0]
    text = words(
        "msg-errands-given",
        count=len(views),
        names=", ".join(view.row.doer for view in views[:SHOWN]) + ("…" if len(views) > SHOWN else ""),
        due=term(words, first.row.due, first.today),
    )
    body = said(words, first.row, first.file)
    return Screen(clipped(f"{text}\n\n{body}"), ((tap(words.plain("btn-errands"), OpenErrands()),),))


# --- questions -------------------------------------------------------------------------------------------------------


def ask_whom(
    words: Words, people: Sequence[PersonChoice], client: str = "", missed: tuple[str, int] = ("", 0)
) -> Screen:
    """Each tap is one more or one less. `missed`: a name that was typed, and how many are called so."""
    if not people:
        return Screen(words("ask-errand-nobody"), ((tap(words.plain("btn-errands"), OpenErrands()),),))
    buttons = [
        tap(
            words.plain("choice-person", name=one.name, chosen="yes" if one.chosen else "no"),
            ToggleDoer(employee=one.id),
        )
        for one in people
    ]
    chosen = sum(one.chosen for one in people)
    rows: list[tuple[Button, ...]] = [*in_rows(buttons, 2)]
    rows.append((tap(words.plain("btn-errand-all"), AllDoers()),))
    if chosen:
        rows.append((tap(words.plain("btn-errand-on", count=chosen), DoersChosen()),))
    asked = words("ask-errand-whom", client=client or "none")
    name, count = missed
    text = f"{words('errand-whom-missed', text=name, count=count)}\n{asked}" if name and not chosen else asked
    return Screen(text, (*rows, leave_row(words)))


def ask_words(
    words: Words,
    whom: Sequence[str],
    client: str = "",
    pool: Pool | None = None,
    due: tuple[date | None, time | None] = (None, None),
) -> Screen:
    """`due`: the term where it was said first."""
    day, clock = due
    said_day = written.day(words, day) if day is not None else "none"
    text = words(
        "ask-errand-words",
        whom=", ".join(whom) or "none",
        client=client or "none",
        pool=pool.value if pool else "no",
        due=f"{said_day}, {clock:%H:%M}" if clock is not None else said_day,
    )
    return Screen(text, (leave_row(words),))


def ask_term(words: Words, choices: Sequence[DateChoice], text: str) -> Screen:
    rows = day_rows(words, choices, lambda day: SetTerm(day=day.toordinal()))
    return Screen(words("ask-errand-term", text=short(text, LINE) or "none"), (*rows, leave_row(words)))


def ask_pool(words: Words) -> Screen:
    return Screen(words("ask-request-pool"), _pools(words))


def ask_elsewhere(words: Words, view: ErrandView) -> Screen:
    """Every department but the one that declined."""
    buttons = [
        tap(words.plain(f"pool-{pool}"), SendElsewhere(pool=pool, errand=view.id))
        for pool in Pool
        if pool is not view.row.pool
    ]
    back = (tap(words.plain("btn-errand-back"), OpenErrand(errand=view.id)),)
    text = "\n".join([words("ask-request-elsewhere", number=view.id), "", said(words, view.row, view.file)])
    return Screen(clipped(text), (*in_rows(buttons, 2), back))


def leads_only(words: Words, *, asks: bool) -> Screen:
    """An errand of somebody who leads nobody; `asks`: a request may be made of it."""
    text = words("msg-errand-leads-only", asks="yes" if asks else "no")
    return Screen(text, _pools(words) if asks else ((tap(words.plain("btn-errands"), OpenErrands()),),))


def _pools(words: Words) -> tuple[tuple[Button, ...], ...]:
    buttons = [tap(words.plain(f"pool-{pool}"), PickPool(pool=pool)) for pool in Pool]
    return (*in_rows(buttons, 2), (tap(words.plain("btn-errands"), OpenErrands()),))


def ask_typed(words: Words, view: ErrandView, key: str) -> Screen:
    """A question answered in words; `key` is what to say. «Done» needs none."""
    rows: list[tuple[Button, ...]] = []
    if key == "ask-errand-answer":
        rows.append((tap(words.plain("btn-errand-silent"), FinishErrand(errand=view.id, silent=True)),))
    text = "\n".join([words(key, number=view.id), "", said(words, view.row, view.file)])
    return Screen(clipped(text), (*rows, (tap(words.plain("btn-errand-back"), OpenErrand(errand=view.id)),)))


def ask_move(words: Words, view: ErrandView, choices: Sequence[DateChoice]) -> Screen:
    rows = day_rows(words, choices, lambda day: MoveErrand(errand=view.id, day=day.toordinal()))
    back = (tap(words.plain("btn-errand-back"), OpenErrand(errand=view.id)),)
    now = term(words, view.row.due, view.today)
    return Screen(words("ask-errand-move", number=view.id, due=now), (*rows, back))


def ask_other(words: Words, view: ErrandView, people: Sequence[PersonChoice]) -> Screen:
    buttons = [tap(one.name, PassErrand(errand=view.id, employee=one.id)) for one in people]
    back = (tap(words.plain("btn-errand-back"), OpenErrand(errand=view.id)),)
    return Screen(words("ask-errand-other", number=view.id), (*in_rows(buttons, 2), back))


def passed_on(words: Words, row: ErrandRow, by: str) -> Screen:
    """To who had it: another does it now."""
    head = words("ntf-errand-passed", title=title(words, row), by=by)
    back = (tap(words.plain("btn-errands"), OpenErrands()),)
    return Screen(clipped(f"{head}\n\n{said(words, row, '')}"), (back,))


def file_caption(words: Words, view: ErrandView) -> Screen:
    back = (tap(words.plain("btn-errand-back"), OpenErrand(errand=view.id)),)
    return Screen(words("errand-file-of", title=title(words, view.row)), (back,))


def give_button(words: Words, kind: ErrandTopic, ref: int) -> Button:
    """On another screen of a lead: «Поручить»."""
    return tap(words.plain("btn-errand-give"), GiveErrand(kind=kind, ref=ref))
