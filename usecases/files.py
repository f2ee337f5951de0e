"""Files that go out: each is built again from what it refers to, when it is sent."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from screens.screen import FileRef
from screens.words import Catalogue
from usecases import report_files
from usecases.claim_analysis import build_claims
from usecases.claim_files import build_claim_act, build_claim_xlsx
from usecases.competitors import build_market_sheet
from usecases.debt_files import build_debts
from usecases.decision_files import build_decisions
from usecases.import_files import build_problems, build_sample
from usecases.journal import build_journal
from usecases.lost_demand import build_lost
from usecases.market_sheet import build_market_week
from usecases.occasion_files import build_occasions_ics
from usecases.order_export import build_orders
from usecases.order_files import build_order_form, build_order_pdf
from usecases.personal import build_person_data
from usecases.proposals import build_proposals
from usecases.reconciliation_files import build_act_pdf, build_act_xlsx
from usecases.week_files import build_week_ics
from usecases.work import Work

Drawing = dict[str, Any]
Build = Callable[[Work, FileRef, Catalogue], Awaitable[tuple[str, bytes | Drawing] | None]]
KINDS: Mapping[str, Build] = MappingProxyType(
    {
        "order_form": build_order_form,
        "order_pdf": build_order_pdf,
        "orders": build_orders,
        "sample": build_sample,
        "import_problems": build_problems,
        "week_ics": build_week_ics,
        "occasions_ics": build_occasions_ics,
        "market_sheet": build_market_sheet,
        "debts": build_debts,
        "decisions": build_decisions,
        "lost_demand": build_lost,
        "act_pdf": build_act_pdf,
        "act_xlsx": build_act_xlsx,
        "claim_act": build_claim_act,
        "claim_act_xlsx": build_claim_xlsx,
        "claims": build_claims,
        "journal": build_journal,
        "person_data": build_person_data,
        "report": report_files.build_report,
        "report_team": report_files.build_team,
        "report_template": report_files.build_template,
        "report_fields": report_files.build_fields,
        "attestation": report_files.build_achievements,
        "market_week": build_market_week,
        "proposals": build_proposals,
    }
)


async def build(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes | Drawing] | None:
    """The file's name, and its bytes or what the drawing process makes them of; None where what it refers to is gone."""
    kind = KINDS.get(reference.kind)
    return None if kind is None else await kind(work, reference, catalogue)
