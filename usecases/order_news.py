"""Managers hear of what a file has done to their orders: once each; cards in the chats are told anew."""

from collections.abc import Sequence

from domain.actors import Actor
from screens import arrivals_back
from screens import order_statuses as screens
from screens.order_status_views import BackNews, ManagerNews
from usecases.access import inner
from usecases.arrivals_back import BackArrivals
from usecases.desk_post import Make, Voice, refresh_desk, refresh_manager, tell
from usecases.order_flow import passed
from usecases.work import Work

RETOLD = 20


@inner
async def tell_news(actor: Actor, work: Work, voice: Voice, news: Sequence[ManagerNews]) -> None:
    """Cards of many orders are left as they are: each change of one is a message to Telegram, and they open as they now stand."""
    for one in news:
        tell(voice, [one.manager], _make(one, actor.name))
    await _retell(actor, work, voice, [order.id for one in news for order in one.orders])


@inner
async def tell_back(actor: Actor, work: Work, voice: Voice, news: Sequence[BackNews], name: str) -> None:
    """The file `name` was taken back: who had heard of it hears of that too."""
    for one in news:
        tell(voice, [one.manager], _make_back(one, name, actor.name))
    await _retell(actor, work, voice, [order.id for one in news for order in one.orders])


async def _retell(actor: Actor, work: Work, voice: Voice, moved: Sequence[int]) -> None:
    for order_id in moved if len(moved) <= RETOLD else ():
        done = await passed(work, actor, order_id)
        refresh_desk(voice, done)
        await refresh_manager(voice, work, done)


def _make_back(one: BackNews, name: str, who: str) -> Make:
    return lambda words: screens.back(words, one.orders, name, who)


def _make(one: ManagerNews, who: str) -> Make:
    return lambda words: screens.news(words, one.orders, who)


def tell_arrivals_back(actor: Actor, voice: Voice, news: Sequence[BackArrivals]) -> None:
    """To who had heard that goods have come, and may have told a client."""
    for one in news:
        tell(voice, [one.manager], _make_arrivals(one, actor.name))


def _make_arrivals(one: BackArrivals, who: str) -> Make:
    return lambda words: arrivals_back.back(words, one.goods, who)
