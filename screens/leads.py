"""Leads: the pipeline with the counter of contracts, the leads of a stage, one lead, the questions after a call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.funnel import Need
from domain.leads import ON_THE_WAY, Decider, Question, Stage
from domain.outcomes import RefusalReason
from screens import format as written
from screens.callbacks.calls import OpenCard
from screens.callbacks.clients import NewClient, OpenClient
from screens.callbacks.leads import (
    AnswerLead,
    AskLead,
    AskLost,
    EndQuestions,
    Lose,
    OpenLead,
    OpenLeads,
    OpenStage,
    PassQuestion,
    SetStage,
)
from screens.callbacks.plan import OpenPlan
from screens.clients import NextContact, next_line
from screens.offers import OfferView, board_button, new_button, offer_line
from screens.reliability import CheckLine, check_button, check_line
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

LABEL = 60
PEOPLE = 30


@dataclass(frozen=True, slots=True)
class Counter:
    """Contracts of the month of `day` against the goal; `needs` of what is left, from the first stage on."""

    done: int
    goal: int
    day: date
    needs: tuple[Need, ...] = ()

    @property
    def left(self) -> int:
        return max(self.goal - self.done, 0)

    @property
    def step(self) -> Need | None:
        """Where leads are missing nearest to the contract: what to work on first."""
        return next((need for need in reversed(self.needs) if need.missing), None)


@dataclass(frozen=True, slots=True)
class StageLine:
    """`days`: how long the one lies who came first; 0 where nobody stands."""

    stage: Stage
    count: int
    days: int


@dataclass(frozen=True, slots=True)
class Board:
    """The pipeline of one manager; `name` is empty in one's own. `ordered`: leads with their first order this month."""

    employee: int
    name: str
    lines: tuple[StageLine, ...]
    counter: Counter
    lost: int = 0
    ordered: int = 0
    offers: int = 0
    offers_due: int = 0


@dataclass(frozen=True, slots=True)
class TeamBoard:
    """The same of a team, a line for each manager; offers are those of all."""

    boards: tuple[Board, ...]
    day: date
    goal: int
    offers: int = 0
    offers_due: int = 0


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead as a button: `days` in its stage; `overdue` is marked."""

    id: int
    name: str
    client_class: str
    days: int
    overdue: bool


@dataclass(frozen=True, slots=True)
class StagePage:
    """`next_start` is where the next page begins; None on the last one."""

    employee: int
    stage: Stage
    leads: tuple[LeadLine, ...]
    next_start: int | None


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What is known: typed, or chosen by its code."""

    question: Question
    text: str
    choice: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`groups`: (name of a product group, one of its products). `ranges` in thousands of roubles a month."""

    client: int
    name: str
    question: Question
    groups: tuple[tuple[str, int], ...] = ()
    ranges: tuple[tuple[int, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class LeadView:
    """All that is known of a lead. `days` in the stage; `open_questions` could be asked. Not `is_lead`: a client by now."""

    id: int
    name: str
    client_class: str
    is_lead: bool
    stage: Stage
    since: date
    days: int
    overdue: bool
    reason: str = ""
    next_contact: NextContact | None = None
    answers: tuple[AnswerView, ...] = ()
    open_questions: int = 0
    offers: tuple[OfferView, ...] = ()
    reliability: CheckLine | None = None


# --- the pipeline -----------------------------------------------------------------------------------------------------


def counter_line(words: Words, counter: Counter) -> str:
    """«🎯 Договоры, ноябрь: 1 из 4», with where leads are missing first."""
    line = words("leads-counter", month=counter.day.month, done=counter.done, goal=counter.goal)
    if not counter.left:
        return line + words("leads-goal-met")
    if counter.step is None:
        return line + words("leads-enough")
    return line + words("leads-missing", stage=counter.step.stage.value, count=counter.step.missing)


def pipeline(words: Words, shown: Board | TeamBoard) -> Screen:
    return _team_board(words, shown) if isinstance(shown, TeamBoard) else _board(words, shown)


def _board(words: Words, shown: Board) -> Screen:
    lines = [words("msg-leads", name=shown.name, own="no" if shown.name else "yes")]
    lines += [counter_line(words, shown.counter), ""]
    missing = {need.stage: need.missing for need in shown.counter.needs}
    lines += [_stage_line(words, line, missing.get(line.stage, 0)) for line in shown.lines]
    if shown.ordered:
        lines.append(words("leads-ordered", count=shown.ordered))
    if not any(line.count for line in shown.lines):
        lines.append(words("leads-none"))
    elif shown.counter.step is not None:
        lines += ["", words("leads-legend")]
    return Screen("\n".join(lines), _board_rows(words, shown))


def _stage_line(words: Words, line: StageLine, missing: int) -> str:
    name = words.plain(f"stage-{line.stage}")
    return words("leads-stage", stage=name, count=line.count, days=line.days, missing=missing)


def _board_rows(words: Words, shown: Board) -> tuple[tuple[Button, ...], ...]:
    stages = [
        tap(
            words.plain("btn-stage", stage=words.plain(f"stage-{line.stage}"), count=line.count),
            OpenStage(stage=line.stage, employee=shown.employee),
        )
        for line in shown.lines
        if line.count
    ]
    if shown.lost:
        lost = OpenStage(stage=Stage.LOST, employee=shown.employee)
        stages.append(tap(words.plain("btn-stage", stage=words.plain("stage-lost"), count=shown.lost), lost))
    rows = list(in_rows(stages, 2))
    if shown.employee:
        return (*rows, (tap(words.plain("btn-to-leads"), OpenLeads()),))
    if shown.offers:
        rows.append((board_button(words, shown.offers, shown.offers_due),))
    last = (tap(words.plain("btn-new-client"), NewClient()), tap(words.plain("btn-to-plan"), OpenPlan()))
    return (*rows, last)


def _team_board(words: Words, shown: TeamBoard) -> Screen:
    done, goal = sum(one.counter.done for one in shown.boards), shown.goal * len(shown.boards)
    counted = words("leads-counter", month=shown.day.month, done=done, goal=goal)
    lines = [words("msg-leads-team"), counted, ""]
    people = shown.boards[:PEOPLE]
    lines += [_team_line(words, one) for one in people] or [words("digest-nobody")]
    buttons = [tap(one.name, OpenLeads(employee=one.employee)) for one in people]
    rows = list(in_rows(buttons, 3))
    if shown.offers:
        rows.append((board_button(words, shown.offers, shown.offers_due),))
    return Screen(clipped("\n".join(lines)), (*rows, (tap(words.plain("btn-to-plan"), OpenPlan()),)))


def _team_line(words: Words, one: Board) -> str:
    line = words(
        "leads-team-line",
        name=one.name,
        done=one.counter.done,
        goal=one.counter.goal,
        count=sum(stage.count for stage in one.lines),
    )
    if one.counter.step is not None:
        step = one.counter.step
        line += words("leads-missing", stage=step.stage.value, count=step.missing)
    return line + (words("leads-team-due", count=one.offers_due) if one.offers_due else "")


def stage_page(words: Words, page: StagePage) -> Screen:
    back = (tap(words.plain("btn-to-leads"), OpenLeads(employee=page.employee)),)
    stage = words.plain(f"stage-{page.stage}")
    if not page.leads:
        return Screen(words("msg-stage-empty", stage=stage), (back,))
    late = sum(line.overdue for line in page.leads)
    rows = [(tap(_label(words, line), OpenLead(client=line.id)),) for line in page.leads]
    if page.next_start is not None:
        more = OpenStage(stage=page.stage, employee=page.employee, start=page.next_start)
        rows.append((tap(words.plain("btn-clients-on"), more),))
    return Screen(words("msg-stage", stage=stage, late=late), (*rows, back))


def _label(words: Words, line: LeadLine) -> str:
    label = words.plain(
        "lead-label",
        late="yes" if line.overdue else "no",
        name=line.name if len(line.name) <= LABEL // 2 else line.name[: LABEL // 2] + "…",
        grade=line.client_class,
        days=line.days,
    )
    return label if len(label) <= LABEL else label[: LABEL - 1] + "…"


# --- one lead ---------------------------------------------------------------------------------------------------------


def lead(words: Words, shown: LeadView, today: date) -> Screen:
    lead = "yes" if shown.is_lead else "no"
    lines = [words("msg-lead", name=shown.name, grade=shown.client_class, lead=lead), _stage_of(words, shown)]
    if shown.next_contact:
        lines.append(next_line(words, shown.next_contact, today))
    elif shown.is_lead and shown.stage is not Stage.LOST:
        lines.append(words("lead-no-next"))
    known = [answer_line(words, one) for one in shown.answers]
    lines += ["", *known] if known else []
    lines += [offer_line(words, one, today) for one in shown.offers]
    if shown.reliability:
        lines.append(check_line(words, shown.reliability))
    return Screen(clipped("\n".join(lines)), _lead_rows(words, shown))


def _stage_of(words: Words, shown: LeadView) -> str:
    if not shown.is_lead:
        return words("lead-is-client")
    why = words.plain(f"refusal-{shown.reason}") if shown.reason else ""
    return words(
        "lead-stage",
        stage=words.plain(f"stage-{shown.stage}"),
        since=written.short_day(words, shown.since),
        days=shown.days,
        late="yes" if shown.overdue else "no",
        why=why,
        said="yes" if why else "no",
    )


def answer_line(words: Words, one: AnswerView) -> str:
    text = one.text
    if one.question is Question.VOLUME and one.choice:
        low, _, high = one.choice.partition("-")
        text = volume(words, int(low), int(high) if high else None)
    elif one.choice:
        text = words.plain(f"lead-choice-{one.choice}")
    return words(f"lead-known-{one.question}", text=text)


def volume(words: Words, low: int, high: int | None) -> str:
    """«50–200 т.р.»: thousands of roubles a month."""
    way = "above" if high is None else "below" if not low else "between"
    return words.plain("lead-volume", way=way, low=written.grouped(low), high=written.grouped(high or 0))


def _lead_rows(words: Words, shown: LeadView) -> tuple[tuple[Button, ...], ...]:
    id_ = shown.id
    rows: list[tuple[Button, ...]] = [
        (tap(words.plain("btn-client-call"), OpenCard(client=id_)), new_button(words, id_))
    ]
    more = [check_button(words, id_)]
    if shown.is_lead and shown.open_questions:
        ask = AskLead(client=id_, by_hand=True)
        more.insert(0, tap(words.plain("btn-lead-questions", count=shown.open_questions), ask))
    rows.append(tuple(more))
    if shown.is_lead:
        rows += in_rows([_stage_button(words, shown, stage) for stage in (*ON_THE_WAY, Stage.LOST)], 3)
    last = [
        tap(words.plain("btn-to-client"), OpenClient(client=id_)),
        tap(words.plain("btn-to-leads"), OpenLeads()),
    ]
    return (*rows, tuple(last))


def _stage_button(words: Words, shown: LeadView, stage: Stage) -> Button:
    name = words.plain(f"stage-{stage}")
    if stage is shown.stage:
        return tap(words.plain("btn-stage-now", stage=name), OpenLead(client=shown.id))
    if stage is Stage.LOST:
        return tap(name, AskLost(client=shown.id))
    return tap(name, SetStage(client=shown.id, stage=stage))


def ask_lost(words: Words, client: int, name: str) -> Screen:
    buttons = [
        tap(words.plain(f"refusal-{reason}"), Lose(client=client, reason=reason)) for reason in RefusalReason
    ]
    back = (tap(words.plain("btn-back"), OpenLead(client=client)),)
    return Screen(words("ask-lead-lost", name=name), (*in_rows(buttons, 2), back))


# --- questions --------------------------------------------------------------------------------------------------------


def questions_row(words: Words, name: str, client: int, count: int) -> tuple[Button, ...]:
    """One row under the next card; empty where nothing is to be asked."""
    if not count:
        return ()
    label = name if len(name) <= LABEL // 2 else name[: LABEL // 2] + "…"
    ask = AskLead(client=client, by_hand=False)
    return (tap(words.plain("btn-questions-after", count=count, name=label), ask),)


def question(words: Words, shown: QuestionView, left: int) -> Screen:
    """`left` counts this question too."""
    client, asked = shown.client, shown.question
    buttons = [
        tap(label, AnswerLead(client=client, question=asked, choice=choice))
        for label, choice in _options(words, shown)
    ]
    ends = [tap(words.plain("btn-enough"), EndQuestions(client=client))]
    if left > 1:
        ends.insert(0, tap(words.plain("btn-not-known"), PassQuestion(client=client, question=asked)))
    text = words("ask-lead", name=shown.name, question=asked.value)
    return Screen(text, (*in_rows(buttons, 2), tuple(ends)))


def _options(words: Words, shown: QuestionView) -> Sequence[tuple[str, int]]:
    match shown.question:
        case Question.NEED:
            return [
                (name if len(name) <= LABEL // 2 else name[: LABEL // 2] + "…", at)
                for name, at in shown.groups
            ]
        case Question.VOLUME:
            return [(volume(words, low, high), low) for low, high in shown.ranges]
        case Question.SUPPLIER:
            return [(words.plain("lead-choice-nobody"), 0)]
        case Question.DECIDER:
            return [(words.plain(f"lead-choice-{one}"), place) for place, one in enumerate(Decider)]


def leads_button(words: Words) -> Button:
    return tap(words.plain("btn-leads"), OpenLeads())


def known(words: Words, shown: LeadView) -> str:
    """«Ромашка · потребность · нужно: масло»: what stands over the next card when the questions are over."""
    facts = [words(f"stage-{shown.stage}"), *(answer_line(words, one) for one in shown.answers)]
    return words("lead-known", name=shown.name) + " · ".join(facts)
