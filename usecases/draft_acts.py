"""A draft's acts with what was tapped about them, as they are kept on its row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from capture import acts
from capture.acts import Act, Named
from capture.acts_json import act_from_json, act_to_json

ABOUT_CLIENT = (
    acts.CallAct,
    acts.OrderAct,
    acts.RepeatOrderAct,
    acts.NextAct,
    acts.PromiseAct,
    acts.PaymentAct,
    acts.PersonAct,
    acts.ClaimAct,
    acts.NoteAct,
)
WITH_GOODS = (acts.ClaimAct, acts.CompetitorAct, acts.ShortageAct)


@dataclass(frozen=True, slots=True)
class Drafted:
    """`lines_struck` are places in the act's lines; `per_pack` answers, by line, whether its price is of a pack.

    `remembered`: the client was not said, the last one is meant. `gone`: another act stands in its place, its number stays.
    """

    act: Act
    struck: bool = False
    lines_struck: frozenset[int] = frozenset()
    per_pack: tuple[tuple[int, bool], ...] = ()
    remembered: bool = False
    gone: bool = False

    @property
    def live(self) -> bool:
        """Whether there is something to save; of an order, at least a line."""
        lines = self.act.lines if isinstance(self.act, acts.OrderAct) else None
        emptied = lines is not None and self.lines_struck >= set(range(len(lines)))
        return not self.struck and not self.gone and not emptied

    @property
    def client_id(self) -> int | None:
        return id_of(self.act.client)


def id_of(named: Named | None) -> int | None:
    return int(named.id) if named is not None and named.id is not None else None


def whose(act: Act) -> int | str | None:
    """The same for two acts about one client: its id, in doubt the words for it."""
    known = id_of(act.client)
    return known if known is not None else act.client.query if act.client is not None else None


def wants_client(act: Act) -> bool:
    """Whether the act says nothing without a client."""
    if isinstance(act, acts.BirthdayAct):
        return act.person is None
    return isinstance(act, ABOUT_CLIENT)


def to_json(drafted: Iterable[Drafted]) -> list[dict[str, Any]]:
    return [
        {
            "act": act_to_json(one.act),
            "struck": one.struck,
            "lines": sorted(one.lines_struck),
            "packs": [list(pair) for pair in one.per_pack],
            "remembered": one.remembered,
            "gone": one.gone,
        }
        for one in drafted
    ]


def from_json(kept: Sequence[dict[str, Any]]) -> list[Drafted]:
    return [
        Drafted(
            act_from_json(one["act"]),
            one["struck"],
            frozenset(one["lines"]),
            tuple((line, per_pack) for line, per_pack in one["packs"]),
            one["remembered"],
            one["gone"],
        )
        for one in kept
    ]


def first_drafted(found: Iterable[Act], last_client: int | None) -> list[Drafted]:
    """Acts as they were understood. A client that nothing in the line names is the remembered one."""
    return [
        Drafted(
            act,
            remembered=last_client is not None
            and id_of(act.client) == last_client
            and all(name != "client" for name, _ in act.sources),
        )
        for act in found
        if not isinstance(act, acts.ShowAct)
    ]


def goods_of(act: Act) -> tuple[Named, ...]:
    """Every product that the act names, known or not."""
    if isinstance(act, acts.OrderAct):
        return tuple(line.product for line in act.lines)
    named = act.product if isinstance(act, WITH_GOODS) else None
    return (named,) if named is not None else ()


def person_of(act: Act) -> int | None:
    if isinstance(act, acts.CallAct | acts.BirthdayAct) and act.person is not None:
        return int(act.person)
    return None


def with_client(one: Drafted, client: Named) -> Drafted:
    """Whoever was spoken with belonged to the client that was meant before."""
    act = replace(one.act, client=client)
    if isinstance(act, acts.CallAct) and id_of(one.act.client) is not None:
        act = replace(act, person=None)
    return replace(one, act=act, remembered=False)


def with_line(one: Drafted, line_no: int, line: acts.LineOfOrder) -> Drafted:
    assert isinstance(one.act, acts.OrderAct)
    lines = tuple(line if at == line_no else known for at, known in enumerate(one.act.lines))
    return replace(one, act=replace(one.act, lines=lines))
