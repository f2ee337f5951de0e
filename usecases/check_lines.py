"""What was clarified about an order, as it goes along with it."""

from screens.check_views import CheckLine
from storage import checks as stored
from usecases.work import Work


async def lines_for(work: Work, order_id: int) -> tuple[CheckLine, ...]:
    """What was answered or waved through, for sales support and the order form."""
    found = await stored.of_order(work.tx, order_id)
    lines = [CheckLine(one.group, one.point, one.answer, "" if one.answer else one.employee) for one in found]
    asked = work.rules.checks.points_of(sorted({line.group for line in lines}))
    place = {
        key: at for at, key in enumerate(asked)
    }  # as they were asked; a point no longer asked comes last
    return tuple(
        sorted(
            lines,
            key=lambda line: (
                line.group,
                bool(line.waved_by),
                place.get((line.group, line.point), len(place)),
                line.point,
            ),
        )
    )
