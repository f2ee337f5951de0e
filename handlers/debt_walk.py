"""From one client of the debt alert to the next, as the call cards go."""

from handlers.turn import Turn
from screens import debt_alert as alert_screens
from screens import debts as screens
from usecases import debt_alert


async def show_list(turn: Turn, *, before: str = "") -> None:
    turn.conversation.leave()
    shown = await debt_alert.open_alert(turn.actor, turn.work)
    turn.show(alert_screens.worked(turn.words, shown, before=before))


async def show_card(turn: Turn, client_id: int, *, before: str = "") -> None:
    card = await debt_alert.get_alert_card(turn.actor, turn.work, client_id)
    turn.conversation.leave()
    turn.show(screens.card(turn.words, card, before=before))


async def show_next(turn: Turn, client_id: int, *, before: str = "") -> None:
    """Whoever comes after the client, with `before` over the card; the list where nobody does."""
    shown = await debt_alert.open_alert(turn.actor, turn.work)
    await show_following(turn, shown.after(client_id), before=before)


async def find_following(turn: Turn, client_id: int) -> tuple[bool, int | None]:
    """Whether the alert names the client, and who comes after."""
    if not await debt_alert.is_named(turn.actor, turn.work, client_id):
        return False, None
    return True, (await debt_alert.open_alert(turn.actor, turn.work)).after(client_id)


async def show_following(turn: Turn, following: int | None, *, before: str = "") -> None:
    if following is None:
        await show_list(turn, before=before)
    else:
        await show_card(turn, following, before=before)
