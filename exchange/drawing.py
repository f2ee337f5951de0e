"""What the drawing process makes of plain JSON: each kind is imported by the first one that is asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from domain import charts

Asked = Mapping[str, Any]


def _chart(asked: Asked) -> bytes:
    from exchange.charts import draw as draw_chart

    return draw_chart(charts.from_json(asked))


def _debts(asked: Asked) -> bytes:
    from exchange.debts_out import debts_xlsx

    return debts_xlsx(asked)


def _act(asked: Asked) -> bytes:
    from domain.reconciliation import act_from_json
    from exchange.reconciliation_act import act_pdf

    return act_pdf(act_from_json(asked))


MAKERS: Mapping[str, Callable[[Asked], bytes]] = MappingProxyType(
    {**dict.fromkeys(charts.KINDS, _chart), "debts": _debts, "act": _act}
)


def draw(asked: Asked) -> bytes:
    """The file of what `asked["kind"]` names. Raises `KeyError` for a kind that nobody makes."""
    return MAKERS[asked["kind"]](asked)
