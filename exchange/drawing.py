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


def _order_xlsx(asked: Asked) -> bytes:
    from exchange.order_form import form_from_json, order_form_xlsx

    return order_form_xlsx(form_from_json(asked), asked["labels"])


def _order_pdf(asked: Asked) -> bytes:
    from exchange.order_form import form_from_json
    from exchange.order_form_pdf import order_form_pdf

    return order_form_pdf(form_from_json(asked), asked["labels"])


def _claim_act(asked: Asked) -> bytes:
    from domain.claim_act import from_json
    from exchange.torg2 import torg2_pdf, torg2_xlsx

    make = torg2_xlsx if asked["kind"] == "claim_act_xlsx" else torg2_pdf
    return make(from_json(asked))


def _orders(asked: Asked) -> bytes:
    from exchange.orders_out import orders_file

    return orders_file(asked)


def _report(asked: Asked) -> bytes:
    from exchange.report_form import report_xlsx

    return report_xlsx(asked)


MAKERS: Mapping[str, Callable[[Asked], bytes]] = MappingProxyType(
    {
        **dict.fromkeys(charts.KINDS, _chart),
        "debts": _debts,
        "act": _act,
        "order_form": _order_xlsx,
        "order_pdf": _order_pdf,
        "orders": _orders,
        "report": _report,
        **dict.fromkeys(("claim_act", "claim_act_xlsx"), _claim_act),
    }
)


def draw(asked: Asked) -> bytes:
    """The file of what `asked["kind"]` names. Raises `KeyError` for a kind that nobody makes."""
    return MAKERS[asked["kind"]](asked)
