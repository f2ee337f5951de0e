"""Acts as JSON values and back: what a draft keeps between two messages."""

from dataclasses import fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from capture import acts
from capture.acts import Act

KINDS: Final = MappingProxyType(
    {
        "call": acts.CallAct,
        "order": acts.OrderAct,
        "repeat_order": acts.RepeatOrderAct,
        "next": acts.NextAct,
        "promise": acts.PromiseAct,
        "payment": acts.PaymentAct,
        "birthday": acts.BirthdayAct,
        "person": acts.PersonAct,
        "new_client": acts.NewClientAct,
        "claim": acts.ClaimAct,
        "competitor": acts.CompetitorAct,
        "shortage_request": acts.ShortageAct,
        "offers": acts.OffersAct,
        "note": acts.NoteAct,
        "show": acts.ShowAct,
    }
)
_TAGS: Final = MappingProxyType({kind: tag for tag, kind in KINDS.items()})
_TAG: Final = "act"


def tag_of(act: Act) -> str:
    """What the specification calls an act of this kind."""
    return _TAGS[type(act)]


def act_to_json(act: Act) -> dict[str, Any]:
    """Days and hours as ISO text, exact numbers as text; the kind under "act"."""
    written: dict[str, Any] = _written(act)
    return {_TAG: tag_of(act)} | written


def act_from_json(kept: dict[str, Any]) -> Act:
    """Raises `KeyError`, `ValueError` or `TypeError` for what `act_to_json` never wrote."""
    read: Act = _read(KINDS[kept[_TAG]], kept)
    return read


def _written(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _written(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_written(one) for one in value]
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _read(kind: Any, kept: Any) -> Any:
    if kept is None:
        return None
    origin = get_origin(kind)
    if origin in {Union, UnionType}:
        return _read(next(one for one in get_args(kind) if one is not type(None)), kept)
    if origin is tuple:
        return _read_tuple(get_args(kind), kept)
    if is_dataclass(kind):
        types = _types(kind)  # type: ignore[arg-type]
        return kind(**{name: _read(of, kept[name]) for name, of in types.items() if name in kept})  # type: ignore[operator]
    if kind in {date, time}:
        return kind.fromisoformat(kept)
    return kind(kept)


def _read_tuple(parts: tuple[Any, ...], kept: Any) -> tuple[Any, ...]:
    if len(parts) == 2 and parts[1] is Ellipsis:  # noqa: PLR2004
        return tuple(_read(parts[0], one) for one in kept)
    return tuple(_read(part, one) for part, one in zip(parts, kept, strict=True))
