"""What waited for a lead before there was one list of it waits in the list after the upgrade."""

from pathlib import Path

import pytest
from alembic import command

from storage.migrate import alembic_config
from tests.bases import ENGINES, fresh_database
from tests.structure.test_migrations import run

AT = "'2026-11-20 06:00:00+00:00'"
WAITING = [
    (
        "INSERT INTO employees (id, telegram_id, name, role, language, timezone, created_at) "
        f"VALUES (1, 5, 'Анна', 'manager', 'ru', 'Europe/Moscow', {AT})"
    ),
    f"INSERT INTO clients (id, manager_id, name, created_at) VALUES (1, 1, 'Ромашка', {AT})",
    (
        "INSERT INTO orders (id, client_id, employee_id, status, total, created_at) "
        f"VALUES (1, 1, 1, 'on_approval', 5000, {AT}), (2, 1, 1, 'draft', 7000, {AT})"
    ),
    (
        "INSERT INTO approvals (order_id, employee_id, state, on_credit, prepaid, asked, asked_at, nudge_at, due_at) "
        f"VALUES (1, 1, 'open', true, false, '[]', {AT}, {AT}, {AT}), (2, 1, 'declined', true, false, '[]', {AT}, {AT}, {AT})"
    ),
    (
        "INSERT INTO gifts (id, client_id, occasion, year, what, cost, state, employee_id, created_at, asked_at) "
        f"VALUES (1, 1, 'birthday', 2026, 'часы', 900000, 'asked', 1, {AT}, {AT}), "
        f"(2, 1, 'birthday', 2026, 'книга', 90000, 'planned', 1, {AT}, NULL)"
    ),
    (
        "INSERT INTO contracts (id, client_id, employee_id, stage, terms, held_since, created_at, credit_limit) "
        f"VALUES (1, 1, 1, 'in_force', 'proposed', '2026-11-20', {AT}, 300), (2, 1, 1, 'in_force', 'applied', '2026-11-20', {AT}, 1)"
    ),
    (
        "INSERT INTO stops (id, client_id, state, held, why, overdue, days, asked_at, created_at) "
        f"VALUES (1, 1, 'at_lead', false, '', 777, 12, {AT}, {AT})"
    ),
    (
        "INSERT INTO week_plans (id, employee_id, start, shown_at, comment) "
        f"VALUES (1, 1, '2999-01-04', {AT}, ''), (2, 1, '2020-01-06', {AT}, '')"
    ),
]
FOUND = "SELECT kind, ref_id, employee_id, amount FROM decisions WHERE decided_at IS NULL ORDER BY kind"


@pytest.mark.parametrize("engine", ENGINES)
def test_open_questions_are_carried_over(engine: str, tmp_path: Path) -> None:
    with fresh_database(engine, tmp_path) as url:
        config = alembic_config(url)
        command.downgrade(config, "0029")
        run(url, WAITING)
        command.upgrade(config, "head")
        (found,) = run(url, [FOUND])
    assert found == [
        ("contract", 1, 1, 300),
        ("gift", 1, 1, 900_000),
        ("order", 1, 1, 5000),
        ("stop", 1, 1, 777),
        ("week", 1, 1, None),
    ]
