"""Column types that mean the same on SQLite and on PostgreSQL."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

E = TypeVar("E", bound=StrEnum)
THOUSAND = Decimal(1000)


class Instant(TypeDecorator[datetime]):
    """A moment, stored in UTC: `timestamptz` on PostgreSQL, ISO text on SQLite; aware both ways."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any]:
        as_text = dialect.name == "sqlite"

        def bind(value: datetime | None) -> Any:
            if value is None:
                return None
            moment = value if value.tzinfo is UTC else value.astimezone(UTC)
            return moment.isoformat(" ", "microseconds")[:26] if as_text else moment

        return bind

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        as_text = dialect.name == "sqlite"

        def read(value: Any) -> datetime | None:
            if value is None:
                return None
            return datetime.fromisoformat(value).replace(tzinfo=UTC) if as_text else value.astimezone(UTC)

        return read


class Quantity(TypeDecorator[Decimal]):
    """A quantity to three decimals, stored as a whole number of thousandths: exact on both engines."""

    impl = sa.BigInteger
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Decimal | None], int | None]:
        return lambda value: None if value is None else int((value * THOUSAND).to_integral_value())

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[int | None], Decimal | None]:
        def read(value: int | None) -> Decimal | None:
            if value is None:
                return None
            exact = Decimal(value) / THOUSAND
            return exact.to_integral_value() if exact == exact.to_integral_value() else exact.normalize()

        return read


class Figure(TypeDecorator[float]):
    """A float of double precision, as both engines give it: nothing has to be made of it."""

    impl = sa.Float
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> None:
        return None

    def result_processor(self, dialect: Dialect, coltype: object) -> None:
        return None


class Json(TypeDecorator[Any]):
    """A small value as JSON text; both engines keep it as text, no index reads into it."""

    impl = sa.Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], str | None]:
        encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        return lambda value: None if value is None else encode(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], Any]:
        return lambda value: None if value is None else json.loads(value)


class Code(TypeDecorator[E]):
    """A member of a `StrEnum`, stored as its value; rows give the member back."""

    impl = sa.String(32)
    cache_ok = True

    def __init__(self, codes: type[E]) -> None:
        super().__init__()
        self.codes = codes

    def bind_processor(self, dialect: Dialect) -> Callable[[E | None], str | None]:
        return lambda value: None if value is None else str(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], E | None]:
        members = {member.value: member for member in self.codes}
        return lambda value: None if value is None else members[value]
