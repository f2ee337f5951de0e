"""The company's own form of the report: taken from a file that was looked through, and given up for the standard one."""

import base64
from collections.abc import Mapping
from typing import Any

from domain.actors import Actor, Role
from domain.imports import ImportKind
from screens.import_views import ProblemLine
from screens.report_views import TemplateView
from storage import reports as stored
from usecases.access import allowed, inner
from usecases.errors import StaleError
from usecases.import_parts import MAY, Counts, Json, Resolved, Written
from usecases.work import Work


@allowed(Role.OWNER)
async def get_template(actor: Actor, work: Work) -> TemplateView:
    found = await stored.find_template(work.tx)
    if found is None:
        return TemplateView("", 0, None)
    return TemplateView(found.name, found.fields, actor.local(found.at))


@allowed(Role.OWNER)
async def check_may_reset(actor: Actor, work: Work) -> TemplateView:
    """Raises `StaleError` where the standard form is filled in already."""
    view = await get_template(actor, work)
    if not view.name:
        raise StaleError(what="template")
    return view


@allowed(Role.OWNER)
async def reset_template(actor: Actor, work: Work) -> TemplateView:
    """Back to the standard form. Raises `StaleError` where it is that already."""
    if not await work.tx.run(stored.WITHDRAW_ALL, at=work.now):
        raise StaleError(what="template")
    return await get_template(actor, work)


def plan_of(data: bytes, name: str) -> Json:
    """What `resolve` needs of the file, as JSON. Raises a `FileRefusedError`."""
    from exchange.report import read_template

    found = read_template(data)
    return {
        "rows": [],
        "problems": [[f"template_{one.code}", one.cell, _told(one.text, one.like)] for one in found.problems],
        "ignored": [],
        "columns": {},
        "fields": found.fields,
        "lists": list(found.lists),
        "name": name,
        "template": base64.b64encode(data).decode(),
    }


def _told(text: str, like: str) -> str:
    return f"{text} → {like}" if like else text


@inner
@allowed(*MAY[ImportKind.TEMPLATE])
async def resolve(_: Actor, work: Work, plan: Mapping[str, Any]) -> Resolved:
    """With a mark that nobody can fill in nothing would change; the same file again neither."""
    problems = [ProblemLine(*found) for found in plan["problems"]]
    held = await stored.find_template(work.tx)
    same = held is not None and held.data == plan["template"]
    counts = Counts(same=1) if same else Counts() if problems else Counts(new=plan["fields"])
    return Resolved(counts=counts, problems=problems, additions=[dict(plan)])


@inner
@allowed(*MAY[ImportKind.TEMPLATE])
async def apply(actor: Actor, work: Work, resolved: Resolved) -> Written:
    if resolved.idle:
        raise StaleError(what="import")
    plan = resolved.additions[0]
    new = await work.tx.value(
        stored.ADD_TEMPLATE,
        employee_id=actor.id,
        name=plan["name"],
        data=plan["template"],
        fields=plan["fields"],
        at=work.now,
    )
    return Written({"template": new}, resolved.counts)


async def restore(work: Work, undo: Mapping[str, Any]) -> list[str]:
    """The form before it is filled in again."""
    await work.tx.run(stored.WITHDRAW, id_=undo["template"], at=work.now)
    return []
