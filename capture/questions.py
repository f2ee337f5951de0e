"""Questions: «сколько должен вектор», «кому звонить», «что брала ромашка»."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from capture.acts import Named, ShowAct, Topic
from capture.language.board import Board
from capture.language.morph import forms_of, is_known
from capture.language.numerals import word_set
from capture.language.phrases import Hit, Phrases
from capture.language.tokens import Kind
from capture.reading.part import find_hits
from capture.reading.rest import EMPTY_WORDS

_ASK: Final = "показать/покажи/=покажи/открыть/=открой/дать/=дай/вывести/посмотреть/глянуть/=скинь/напомнить/=напомни/узнать/=выведи/=найди/найти/=гляну/подсказать/=подскажи"
_DEBT: Final = "долг/задолженность/дебиторка/долги/просрочка/должник"
_WHAT: Final = "что/чего/=что/какой/сколько/когда"
_TAKE: Final = "брать/взять/заказывать/заказать/покупать/купить/забирать/набрать/закупать"
QUESTIONS: Final = {
    Topic.DEBTS: f"{_DEBT} | сколько .. должный/=должен/=должна/=должны/=должно/задолжать/висеть/долг/задолженность | кто .. должный/=должен/=должна/=должны/задолжать | {_ASK} .. (весь/мой) .. {_DEBT} | какой .. (у) .. {_DEBT} | какая .. {_DEBT} | есть .. {_DEBT} | (весь/мой) {_DEBT} .. (у) | что .. по .. {_DEBT} | по .. {_DEBT} .. что | что .. с .. {_DEBT} | что .. по .. оплата/деньги | сколько .. (он/она/они) .. должный/=должны/=должен/=должна | сколько .. на .. {_DEBT} | {_DEBT} .. сколько/какой | кто .. не .. платить/оплатить/заплатить | кто .. просрочить/просрочка",
    Topic.CALLS: "(а) .. кто/=кому .. (еще) .. (сегодня/завтра) .. (надо/нужно) .. звонить/позвонить/набрать/перезвонить/обзванивать/набирать/прозвонить | =кого .. (сегодня) .. (надо/нужно/еще) .. набрать/обзвонить/обзванивать/прозвонить/набирать | (список/план) .. (сегодня) .. звонок/обзвон/прозвон | "
    f"{_ASK} .. (список) .. обзвон/звонок | {_ASK} .. список | =кто .. следующий | следующий .. звонок/клиент | с .. кто .. начать | с =кого начать | обзвон .. (на) .. сегодня | сколько .. звонок .. осталось/остаться/сделать | кто .. (на) .. обзвон",
    Topic.ORDERS: f"{_WHAT} .. (мы) .. (он/они) .. {_TAKE}/привезти/отгружать/отгружать | {_ASK} .. (прошлый/последний/крайний) .. заказ | (=какой/какой/покажи) .. последний/крайний .. заказ | какой .. (у) .. (последний/прошлый/крайний) .. заказ | когда .. (последний/прошлый/крайний) .. раз .. {_TAKE} | когда .. (последний/прошлый) .. заказ | история .. заказ | что .. обычно .. {_TAKE} | что .. {_TAKE} | что .. в .. (прошлый/последний) .. раз/заказ | что .. заказ | {_ASK} .. заказ/история",
    Topic.PLAN: f"сколько .. (я) .. продать/заработать/выполнить/отгрузить .. (за/в) .. (месяц/неделя/день/сегодня) | сколько .. (мне) .. (до/по) .. план/норма/цель | (как/что) .. (у) .. (я) .. (с/по) .. план | (сколько) .. до .. план .. (остаться) | как .. план | {_ASK} .. (мой/дневной/месячный) .. план/норма/выполнение/прогресс | план .. (на) .. (месяц/день/сегодня) | какой .. (у) .. (я/мой) .. план/норма | выполнение .. план | по .. план .. (что/сколько) | сколько .. (до) .. норма | какой .. процент .. (план)",
    Topic.OCCASIONS: f"у кто .. (скоро) .. др/рождение/день/днюха/праздник/=день/именины | =кого .. (надо) .. (сегодня/завтра) .. поздравить/поздравлять | {_ASK} .. (ближайший/весь) .. др/день/днюха/праздник/именинник | кто .. именинник/именинница/праздновать | у =кого .. (скоро) .. др/день/днюха/праздник | =кого .. поздравлять | когда .. день .. рождение | когда .. (у) .. др/днюха | какой .. (сегодня/скоро/завтра) .. праздник | ближайший .. праздник/др/день/днюха | =чей .. др/день | кто .. (сегодня) .. поздравить/поздравлять | есть .. именинник/=именинники/др",
    Topic.WEEK: f"что .. (у) .. (я) .. (на) .. (этот/следующий) .. неделя | {_ASK} .. (план) .. неделя | (мой) план .. (на) .. (этот/следующий) .. неделя | какой .. (у) .. (я) .. (план) .. (на) .. неделя | расписание | (мой) неделя | {_ASK} .. расписание/встреча/визит | какой .. встреча/визит | что .. (по) .. встреча | когда .. (у) .. (я) .. встреча | на неделя .. что",
    Topic.CLIENT: f"{_ASK} .. (карточка/карточку/информация/инфа/контакт/телефон/клиент/данные/карта) | карточка | {_ASK} .. (все) .. про/по | что .. (по/за/про/с) .. | какой .. (у) .. телефон/номер/контакт | телефон/контакт/номер | информация/инфа .. (по/о) | расскажи/рассказать .. (про/о) | кто .. (там) .. (лпр/директор/закупщик)",
}  # fmt: skip
# These are questions whatever else is said; the rest only at the beginning of a line or with a question mark.
_OPENING: Final = 6
_WHOLE: Final = 2
_BEFORE: Final = word_set(
    "а и ну так слушай слушайте подскажи подскажите скажи скажите напомни пожалуйста привет здравствуйте добрый день вечер утро у по с про на для к в"
    " мне нам короче вот там , . ! - ? э ээ сегодня там у нас какой какая какие"
)


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
    if (
        len(found.used) < _WHOLE
        and not asked
        and topic is not Topic.CLIENT
        and not _says_nothing_else(board, found)
    ):
        return None
    if topic is Topic.CLIENT and not (clients and (len(found.used) > 1 or _opens_with_request(board, found))):
        return None
    source = (("what", board.span(found.start, found.end)),)
    stranger = None if clients else _stranger(board, found)
    needs_client = topic in {Topic.DEBTS, Topic.CLIENT, Topic.ORDERS, Topic.OCCASIONS}
    who = (clients[0] if clients else stranger) if needs_client else None
    return ShowAct(who, topic, sources=source)


def _opens_with_request(board: Board, hit: Hit) -> bool:
    return hit.start <= 1 and any(
        form in board.forms[hit.start]
        for form in ("показать", "открыть", "карточка", "найти", "=найди", "=покажи", "=открой")
    )


def _first(board: Board) -> Hit | None:
    """The first question that opens the line (a greeting or a name may stand before it), or any where the line ends in «?»."""
    asked = board.text.rstrip().endswith("?")
    hits = sorted(find_hits(board, _phrases()), key=lambda hit: (hit.start, -len(hit.used)))
    return next((hit for hit in hits if (asked or _opens(board, hit)) and _is_asked(board, hit)), None)


def _opens(board: Board, hit: Hit) -> bool:
    before = range(hit.start)
    return hit.start <= _OPENING and all(
        not board.free[at] or board.tokens[at].text in _BEFORE for at in before
    )


def _is_asked(board: Board, hit: Hit) -> bool:
    return board.tokens[hit.start].text != "у" or len(hit.used) > 1


def _says_nothing_else(board: Board, hit: Hit) -> bool:
    """«долг тепличного»: the word and the name are the whole line."""
    return all(
        at in hit.used or not board.free[at] or board.tokens[at].text in _BEFORE for at in range(len(board))
    )


def _stranger(board: Board, hit: Hit) -> Named | None:
    """A noun behind the question that is nobody of ours: «сколько должен лютик»."""
    rest = [at for at in range(hit.end, len(board)) if board.free[at] and board.tokens[at].kind is Kind.WORD]
    nouns = [at for at in rest if board.tokens[at].text not in _BEFORE and at not in hit.used]
    if not nouns or len(nouns) > _WHOLE or not all(_is_name_like(board.tokens[at].text) for at in nouns):
        return None
    return Named(None, board.written(nouns[0], nouns[-1] + 1))


def _is_name_like(word: str) -> bool:
    return word not in EMPTY_WORDS and (not is_known(word) or forms_of(word)[0].pos == "NOUN")
