"""What is clarified before an order goes to sales support: points by group of goods."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

# Points that both languages have words for; a company may name its own.
BUILT_IN: Final = ("lot", "term", "packing", "labels", "documents", "temperature")
EVERY_GROUP: Final = "*"
MOST_POINTS: Final = 8
LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """`groups`: group of goods as on the price list (`*` for any other) -> points: built in, or «по-русски | in English»."""

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, points in self.groups.items():
            if len(points) > MOST_POINTS or any(len(point) > LONGEST for point in points):
                raise ValueError(f"checks: {name}: at most {MOST_POINTS} points of {LONGEST} characters")

    def points_of(self, groups: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """(group, point) of everything to be asked about goods of these groups, each once."""
        known = {name.casefold(): points for name, points in self.groups.items()}
        every = known.get(EVERY_GROUP, ())
        return tuple(
            (group, point)
            for group in dict.fromkeys(groups)
            for point in dict.fromkeys(known.get(group.casefold(), every))
        )
