"""Questions: «сколько должен вектор», «кому звонить», «что брала ромашка»."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from capture.acts import Named, ShowAct, Topic
from capture.board import Board
from capture.phrases import Hit, Phrases
from capture.reading import find_hits

_ASK: Final = "показать/покажи/=покажи/открыть/=открой/дать/=дай/вывести/посмотреть/глянуть/=скинь/напомнить/=напомни/узнать/=выведи/=найди/найти/=гляну/подсказать/=подскажи"
_DEBT: Final = "долг/задолженность/дебиторка/долги/просрочка/должник"
_WHAT: Final = "что/чего/=что/какой/сколько/когда"
_TAKE: Final = "брать/взять/заказывать/заказать/покупать/купить/забирать/набрать/закупать"
QUESTIONS: Final = {
    Topic.DEBTS: f"сколько .. должный/=должен/=должна/=должны/=должно/задолжать/висеть/долг/задолженность | кто .. должный/=должен/=должна/=должны/задолжать | {_ASK} .. (весь/мой) .. {_DEBT} | какой .. (у) .. {_DEBT} | какая .. {_DEBT} | есть .. {_DEBT} | (весь/мой) {_DEBT} .. (у) | что .. по .. {_DEBT} | по .. {_DEBT} .. что | что .. с .. {_DEBT} | что .. по .. оплата/деньги | сколько .. (он/она/они) .. должный/=должны/=должен/=должна | сколько .. на .. {_DEBT} | {_DEBT} .. сколько/какой | кто .. не .. платить/оплатить/заплатить | кто .. просрочить/просрочка",
    Topic.CALLS: "(а) .. кто/=кому .. (еще) .. (сегодня/завтра) .. (надо/нужно) .. звонить/позвонить/набрать/перезвонить/обзванивать/набирать/прозвонить | =кого .. (сегодня) .. (надо/нужно/еще) .. набрать/обзвонить/обзванивать/прозвонить/набирать | (список/план) .. (на сегодня) .. звонок/обзвон/прозвон | "
    f"{_ASK} .. (список) .. обзвон/звонок | {_ASK} .. список | =кто .. следующий | следующий .. звонок/клиент | с .. кто .. начать | с =кого начать | обзвон .. (на) .. сегодня | сколько .. звонок .. осталось/остаться/сделать | кто .. (на) .. обзвон",
    Topic.ORDERS: f"{_WHAT} .. (мы) .. (он/они) .. {_TAKE}/привезти/отгружать/отгружать | {_ASK} .. (прошлый/последний/крайний) .. заказ | (=какой/какой/покажи) .. последний/крайний .. заказ | какой .. (у) .. (последний/прошлый/крайний) .. заказ | когда .. (последний/прошлый/крайний) .. раз .. {_TAKE} | когда .. (последний/прошлый) .. заказ | история .. заказ | что .. обычно .. {_TAKE} | что .. {_TAKE} | что .. в .. (прошлый/последний) .. раз/заказ | что .. заказ | {_ASK} .. заказ/история",
    Topic.PLAN: f"сколько .. (мне) .. (до/по) .. план/норма/цель | (как/что) .. (у) .. (я) .. (с/по) .. план | (сколько) .. до .. план .. (остаться) | как .. план | {_ASK} .. (мой/дневной/месячный) .. план/норма/выполнение/прогресс | план .. (на) .. (месяц/день/сегодня) | какой .. (у) .. (я/мой) .. план/норма | выполнение .. план | по .. план .. (что/сколько) | сколько .. (до) .. норма | какой .. процент .. (план)",
    Topic.OCCASIONS: f"у кто .. (скоро) .. др/рождение/день/днюха/праздник/=день/именины | =кого .. (надо) .. (сегодня/завтра) .. поздравить/поздравлять | {_ASK} .. (ближайший/весь) .. др/день/днюха/праздник/именинник | кто .. именинник/именинница/праздновать | у =кого .. (скоро) .. др/день/днюха/праздник | =кого .. поздравлять | когда .. день .. рождение | когда .. (у) .. др/днюха | какой .. (сегодня/скоро/завтра) .. праздник | ближайший .. праздник/др/день/днюха | =чей .. др/день | кто .. (сегодня) .. поздравить/поздравлять | есть .. именинник/=именинники/др",
    Topic.WEEK: f"что .. (у) .. (я) .. (на) .. (этот/следующий) .. неделя | {_ASK} .. (план) .. неделя | (мой) план .. (на) .. (этот/следующий) .. неделя | какой .. (у) .. (я) .. (план) .. (на) .. неделя | расписание | (мой) неделя | {_ASK} .. расписание/встреча/визит | какой .. встреча/визит | что .. (по) .. встреча | когда .. (у) .. (я) .. встреча | на неделя .. что",
    Topic.CLIENT: f"{_ASK} .. (карточка/карточку/информация/инфа/контакт/телефон/клиент/данные/карта) | карточка | {_ASK} .. (все) .. про/по | что .. (по/за/про/с) .. | какой .. (у) .. телефон/номер/контакт | телефон/контакт/номер | информация/инфа .. (по/о) | расскажи/рассказать .. (про/о) | кто .. (там) .. (лпр/директор/закупщик)",
}  # fmt: skip
# These are questions whatever else is said; the rest only at the beginning of a line or with a question mark.
_OPENING: Final = 3


@cache
def _phrases() -> Phrases:
    return Phrases(
        {topic.value: text.replace(" .. |", " |").rstrip(". ") for topic, text in QUESTIONS.items()}
    )


def read_question(board: Board, clients: Sequence[Named]) -> ShowAct | None:
    """The question that the line is, if it is one: it opens with the question, or ends in «?»."""
    asked = board.text.rstrip().endswith("?")
    found = _first(board)
    if found is None:
        return None
    topic = Topic(found.name)
    if len(found.used) < 2 and not asked and topic is not Topic.CLIENT:  # noqa: PLR2004
        return None
    if topic is Topic.CLIENT and not (clients and (len(found.used) > 1 or _opens_with_request(board, found))):
        return None
    source = (("what", board.span(found.start, found.end)),)
    needs_client = topic in {Topic.DEBTS, Topic.CLIENT, Topic.ORDERS, Topic.OCCASIONS}
    return ShowAct(clients[0] if clients and needs_client else None, topic, sources=source)


def _opens_with_request(board: Board, hit: Hit) -> bool:
    return hit.start <= 1 and any(
        form in board.forms[hit.start]
        for form in ("показать", "открыть", "карточка", "найти", "=найди", "=покажи", "=открой")
    )


def _first(board: Board) -> Hit | None:
    asked = board.text.rstrip().endswith("?")
    hits = [hit for hit in find_hits(board, _phrases()) if asked or hit.start <= _OPENING]
    return next(
        (hit for hit in sorted(hits, key=lambda hit: (hit.start, -len(hit.used))) if _is_asked(board, hit)),
        None,
    )


def _is_asked(board: Board, hit: Hit) -> bool:
    return board.tokens[hit.start].text != "у" or len(hit.used) > 1
