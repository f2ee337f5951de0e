"""What each push contains."""

from collections.abc import Awaitable, Callable, Mapping

from domain.pushes import PushKind
from scheduler import (
    calls,
    contracts,
    debts,
    digest,
    errands,
    exhibitions,
    occasions,
    pace,
    promises,
    reconciliation,
    reports,
    stops,
    week,
)

CONTENTS: Mapping[PushKind, Callable[..., Awaitable[None]]] = {
    PushKind.CALL_LIST: calls.build,
    PushKind.OCCASIONS: occasions.build,
    PushKind.DEBTS: debts.build,
    PushKind.LEAD_DEBTS: debts.build_for_lead,
    PushKind.STOPS: stops.build,
    PushKind.PROMISES: promises.build,
    PushKind.CONTRACTS: contracts.build,
    PushKind.EXHIBITIONS: exhibitions.build,
    PushKind.PACE: pace.build,
    PushKind.PLAN: digest.build_plan,
    PushKind.OFF_PACE: digest.build_off_pace,
    PushKind.DIGEST: digest.build_result,
    PushKind.MONTH: digest.build_month,
    PushKind.WEEK_PLAN: week.build,
    PushKind.RECONCILIATION: reconciliation.build,
    PushKind.REPORT: reports.build,
    PushKind.REPORTS_LATE: reports.build_late,
    PushKind.MARKET: errands.build_market,
}
