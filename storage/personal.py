"""All that is kept of one person at a client: to be given out, and to be erased."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa

from storage import (
    capture_tables,
    catalogue_tables,
    claim_tables,
    deal_tables,
    debt_tables,
    decision_tables,
    errand_tables,
    greeting_tables,
    lead_tables,
    order_change_tables,
    reconciliation_tables,
    report_tables,
    secrecy_tables,
    stop_tables,
    tables,
    visit_tables,
)
from storage.database import Transaction, one_of


@dataclass(frozen=True, slots=True)
class Written:
    """Texts of one row of a table, by column."""

    table: str
    id: int
    texts: dict[str, Any]


# What people type about a client, and which column leads to it.
_TYPED = (
    (tables.timeline, "client_id", ("facts",)),
    (tables.calls, "client_id", ("note",)),
    (tables.clients, "id", ("note", "undunned_why")),
    (tables.orders, "client_id", ("comment",)),
    (claim_tables.claims, "client_id", ("text", "answer")),
    (visit_tables.visits, "client_id", ("place", "topic", "result")),
    (lead_tables.offers, "client_id", ("text",)),
    (greeting_tables.gifts, "client_id", ("what", "answer")),
    (errand_tables.errands, "client_id", ("text", "answer")),
    (decision_tables.decisions, "client_id", ("facts",)),
    (debt_tables.receivables, "client_id", ("dispute",)),
    (reconciliation_tables.reconciliations, "client_id", ("comment", "answer_text")),
    (stop_tables.stops, "client_id", ("why",)),
    (catalogue_tables.card_requests, "client_id", ("text", "reason")),
)
# What is said under those: the column that leads to the row above, and that row's table.
_UNDER = (
    (errand_tables.errand_words, "errand_id", errand_tables.errands, ("text",)),
    (stop_tables.stop_events, "stop_id", stop_tables.stops, ("text",)),
    (catalogue_tables.card_words, "request_id", catalogue_tables.card_requests, ("text",)),
    (tables.order_lines, "order_id", tables.orders, ("comment",)),
    (tables.order_events, "order_id", tables.orders, ("note",)),
    (tables.order_questions, "order_id", tables.orders, ("question", "answer")),
    (order_change_tables.order_changes, "order_id", tables.orders, ("why",)),
)
_errands, _reports, _steps = errand_tables.errands, report_tables.reports, report_tables.report_steps
_notes, _announced = capture_tables.competitor_notes, errand_tables.announcements
_OF_CLIENT = (
    *((table, table.c[of] == sa.bindparam("client"), names) for table, of, names in _TYPED),
    *(
        (
            table,
            table.c[of].in_(sa.select(above.c.id).where(above.c.client_id == sa.bindparam("client"))),
            names,
        )
        for table, of, above, names in _UNDER
    ),
)
# What people write of no client in particular, by whose it is.
_OF_PEOPLE = (
    (_reports, one_of(_reports.c.employee_id, "employees"), ("words", "remark")),
    (
        _steps,
        _steps.c.report_id.in_(sa.select(_reports.c.id).where(one_of(_reports.c.employee_id, "employees"))),
        ("text",),
    ),
    (secrecy_tables.alarms, one_of(secrecy_tables.alarms.c.employee_id, "employees"), ("answer",)),
    (errand_tables.proposals, one_of(errand_tables.proposals.c.author_id, "employees"), ("text", "answer")),
    (_announced, one_of(_announced.c.author_id, "employees"), ("text",)),
    (
        _errands,
        sa.and_(one_of(_errands.c.giver_id, "employees"), _errands.c.client_id.is_(None)),
        ("text", "answer"),
    ),
    (_notes, one_of(_notes.c.employee_id, "employees"), ("text",)),
)
_Texts = tuple[sa.Table, sa.ColumnElement[bool], tuple[str, ...]]


def _reading(typed: Iterable[_Texts]) -> Mapping[str, sa.Select[Any]]:
    return MappingProxyType(
        {
            table.name: sa.select(table.c.id, *(table.c[name] for name in names)).where(whose)
            for table, whose, names in typed
        }
    )


READ = _reading(_OF_CLIENT)
READ_OF_PEOPLE = _reading(_OF_PEOPLE)
WRITE: Mapping[str, sa.Update] = MappingProxyType(
    {
        table.name: sa.update(table)
        .where(table.c.id == sa.bindparam("id_"))
        .values({name: sa.bindparam(f"new_{name}", type_=table.c[name].type) for name in names})
        for table, _, names in (*_OF_CLIENT, *_OF_PEOPLE)
    }
)
_NAMES = {table.name: names for table, _, names in (*_OF_CLIENT, *_OF_PEOPLE)}

_greetings, _gifts = greeting_tables.greetings, greeting_tables.gifts
GREETINGS = sa.select(
    _greetings.c.occasion, _greetings.c.year, _greetings.c.way, _greetings.c.done_at, _greetings.c.text
).where(_greetings.c.client_id == sa.bindparam("client"), _greetings.c.person_id == sa.bindparam("person"))
ERASE_GREETINGS = (
    sa.update(_greetings)
    .where(_greetings.c.client_id == sa.bindparam("client"), _greetings.c.person_id == sa.bindparam("person"))
    .values(text="")
)
GIFTS = sa.select(
    _gifts.c.occasion, _gifts.c.year, _gifts.c.what, _gifts.c.cost, _gifts.c.state, _gifts.c.given_on
).where(_gifts.c.client_id == sa.bindparam("client"), _gifts.c.person_id == sa.bindparam("person"))
_notices = greeting_tables.occasion_notices
ERASE_NOTICES = sa.delete(_notices).where(
    _notices.c.client_id == sa.bindparam("client"), _notices.c.person_id == sa.bindparam("person")
)
CALLS = (
    sa.select(tables.calls.c.at, tables.calls.c.outcome, tables.calls.c.note)
    .where(
        tables.calls.c.client_id == sa.bindparam("client"), tables.calls.c.person_id == sa.bindparam("person")
    )
    .order_by(tables.calls.c.at)
)
_agreements = deal_tables.contracts
CONTRACTS = sa.select(_agreements.c.number, _agreements.c.signed, _agreements.c.ends).where(
    _agreements.c.client_id == sa.bindparam("client"), _agreements.c.person_id == sa.bindparam("person")
)
_EMPTY = {
    "role": "",
    **dict.fromkeys(
        (
            "phone", "email", "telegram_id", "gender", "birth_day", "birth_month", "birth_year",
            "vip", "closeness", "said_as",
        )
    ),
}  # fmt: skip
ERASE = (
    sa.update(tables.persons)
    .where(tables.persons.c.id == sa.bindparam("id_"))
    .values(
        name=sa.bindparam("instead"),
        forms=sa.null(),
        familiar=False,
        bad_number=False,
        deleted_at=sa.bindparam("at"),
        **_EMPTY,
    )
)
WRITERS = (
    sa.select(tables.timeline.c.employee_id)
    .where(tables.timeline.c.client_id == sa.bindparam("client"))
    .distinct()
)
_lines = tables.call_list
LINES = sa.select(_lines.c.id, _lines.c.reasons).where(
    one_of(_lines.c.employee_id, "employees"), _lines.c.client_id == sa.bindparam("client")
)
SET_LINE = (
    sa.update(_lines)
    .where(_lines.c.id == sa.bindparam("id_"))
    .values(reasons=sa.bindparam("new_reasons", type_=_lines.c.reasons.type))
)
_drafts = capture_tables.drafts
DRAFTS = sa.select(_drafts.c.id, _drafts.c.text, _drafts.c.acts).where(
    one_of(_drafts.c.employee_id, "employees")
)
SET_DRAFT = (
    sa.update(_drafts)
    .where(_drafts.c.id == sa.bindparam("id_"))
    .values(
        text=sa.bindparam("new_text", type_=_drafts.c.text.type),
        acts=sa.bindparam("new_acts", type_=_drafts.c.acts.type),
    )
)
FORGET_UNDO = (
    sa.update(_drafts)
    .where(one_of(_drafts.c.employee_id, "employees"), _drafts.c.undo.is_not(None))
    .values(undo=sa.null())
)
_heard = capture_tables.attachments
ATTACHMENTS = sa.select(_heard.c.id, _heard.c.kind, _heard.c.text, _heard.c.created_at).where(
    one_of(_heard.c.id, "ids")
)
SET_HEARD = (
    sa.update(_heard)
    .where(_heard.c.id == sa.bindparam("id_"))
    .values(text=sa.bindparam("new_text", type_=sa.Text()))
)
_answers = lead_tables.lead_answers
ANSWERS = sa.select(_answers.c.question, _answers.c.text).where(
    _answers.c.client_id == sa.bindparam("client")
)
SET_ANSWER = (
    sa.update(_answers)
    .where(_answers.c.client_id == sa.bindparam("client"), _answers.c.question == sa.bindparam("asked"))
    .values(text=sa.bindparam("new_text", type_=sa.Text()))
)
_talks = tables.conversations
TALKS = sa.select(_talks.c.chat_id, _talks.c.user_id, _talks.c.data).where(
    one_of(_talks.c.chat_id, "chats"), _talks.c.data.is_not(None)
)
END_TALK = (
    sa.update(_talks)
    .where(_talks.c.chat_id == sa.bindparam("chat"), _talks.c.user_id == sa.bindparam("user"))
    .values(state=None, data=sa.null())
)
_refused = tables.outbox
REFUSED = sa.select(_refused.c.id, _refused.c.parameters).where(
    one_of(_refused.c.chat_id, "chats"), _refused.c.set_aside.is_not(None)
)
DROP_REFUSED = sa.delete(_refused).where(_refused.c.id == sa.bindparam("id_"))
NOTE = sa.insert(tables.audit).values(
    {name: sa.bindparam(name) for name in ("at", "employee_id", "action", "facts")}
)


async def written(tx: Transaction, client_id: int) -> list[Written]:
    """Every row of the client that holds typed words."""
    return await _read(tx, READ, client=client_id)


async def written_by(tx: Transaction, employee_ids: list[int]) -> list[Written]:
    """What these people wrote of no client in particular: reports, answers about look-ups, proposals, announcements, errands."""
    return await _read(tx, READ_OF_PEOPLE, employees=employee_ids)


async def _read(tx: Transaction, statements: Mapping[str, sa.Select[Any]], **whose: Any) -> list[Written]:
    return [
        Written(table, row[0], dict(zip(_NAMES[table], row[1:], strict=True)))
        for table, statement in statements.items()
        for row in await tx.rows(statement, lambda *values: values, **whose)
    ]


async def rewrite(tx: Transaction, row: Written) -> None:
    await tx.run(WRITE[row.table], id_=row.id, **{f"new_{name}": value for name, value in row.texts.items()})


async def table_of(tx: Transaction, statement: sa.Select[Any], **values: Any) -> list[dict[str, Any]]:
    """The rows of one of the lists above, by the names of their columns."""
    columns = [column.name for column in statement.selected_columns]
    return await tx.rows(statement, lambda *row: dict(zip(columns, row, strict=True)), **values)


async def erase(tx: Transaction, client_id: int, person_id: int, instead: str, at: datetime) -> None:
    """Nothing but the id and `instead` of a name is left of the person's own rows."""
    await tx.run(ERASE, id_=person_id, instead=instead, at=at)
    await tx.run(ERASE_GREETINGS, client=client_id, person=person_id)
    await tx.run(ERASE_NOTICES, client=client_id, person=person_id)
