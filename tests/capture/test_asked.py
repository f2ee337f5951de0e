"""Asked about and sent back: neither is an order, and neither is silently a refusal."""

import json
from zoneinfo import ZoneInfo

import pytest

from bench.scoring import LINES
from capture.command import answer_of, world_of

CONTEXT = json.loads((LINES / "food.context.json").read_text(encoding="utf-8"))


def kinds(text: str) -> list[str]:
    """What each act is: of a claim its kind, of a call its outcome."""
    zone = ZoneInfo("Europe/Moscow")
    found = answer_of({"id": "1", "text": text}, world_of(CONTEXT), CONTEXT["now"], zone)["acts"]
    return [str(act.get("kind") or act.get("outcome") or act["act"]) for act in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ромашка спрашивала масло 82,5 30 кор", ["shortage_request"]),
        ("ромашка спрашивала сыр 30 кг и рис 5 мешков", ["shortage_request", "shortage_request"]),
        ("ромашка спрашивала цену на масло 82,5 20 кор", ["note"]),
        ("ромашка масло 82,5 20 кор, спрашивали про отсрочку", ["order", "order"]),
        ("ромашка возврат 2 кор масла мятые", ["claim", "return"]),
        ("ромашка вернула 2 кор масла 82,5", ["claim", "return"]),
        ("ромашка отказ от товара", ["claim", "refusal"]),
        ("ромашка отказалась от 3 кор кефира 1%", ["claim", "refusal"]),
        ("ромашка не приняла 2 кор масла 82,5", ["claim", "refusal"]),
        ("ромашка отказ", ["refusal"]),
        ("ромашка отказ от сотрудничества", ["refusal"]),
        ("ромашка вернет 20 тыс в пт", ["promise", "promise"]),
        ("ромашка брак масло 82,5 2 кор, возвращают", ["claim", "defect"]),
    ],
)
def test_what_was_asked_about_or_sent_back(text: str, expected: list[str]) -> None:
    found = kinds(text)
    assert found[: len(expected)] == expected or found[::-1][: len(expected)] == expected[::-1]
