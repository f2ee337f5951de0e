"""How columns are written: names of constraints, and the few kinds of column that every table is made of."""

from datetime import datetime

import sqlalchemy as sa

from storage.types import Instant

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Kopecks = sa.BigInteger
FALSE, ZERO = sa.text("false"), sa.text("0")


def id_column() -> sa.Column[int]:
    return sa.Column("id", Id, primary_key=True, autoincrement=True)


def ref_column(name: str, target: str, *, null: bool = False, index: bool = False) -> sa.Column[int]:
    return sa.Column(name, Id, sa.ForeignKey(f"{target}.id"), nullable=null, index=index)


def code_column(name: str, *, null: bool = False, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=null, server_default=default)


def text_column(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null, server_default=None if null else "")


def moment_column(name: str, *, null: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, Instant(), nullable=null)


def money_column(name: str) -> sa.Column[int]:
    return sa.Column(name, Kopecks, nullable=False, server_default=ZERO)


def count_column(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default=ZERO)


def names_table(name: str, key: sa.Column[str], of: str) -> sa.Table:
    """Which clients or products (`of`) have a piece of a name: clients are looked for among those of a manager."""
    owner = f"{of}_id"
    manager = [sa.Column("manager_id", Id, primary_key=True, autoincrement=False)] if of == "client" else []
    return sa.Table(
        name,
        metadata,
        key,
        *manager,
        sa.Column(owner, Id, sa.ForeignKey(f"{of}s.id"), primary_key=True, autoincrement=False),
        sa.Index(f"ix_{name}_{of}", owner),
    )
