"""What of a line nobody has read: kept as a note, without the words that say nothing."""

from collections.abc import Sequence
from typing import Final

from capture.acts import Act, Named, NoteAct
from capture.language.morph import forms_of, is_known
from capture.language.numerals import word_set
from capture.language.tokens import Kind
from capture.reading.part import Part

EMPTY_WORDS: Final = word_set(
    "ага алло брать бы быть весь вечер взять видимо вообще вот время вроде все всё вчера вы говорить год господин госпожа готовый груз да давай "
    "дальше действительно дело день деньги директор добавить добавь добро добрый долг доставка его ее ей ему есть еще ещё же заказ заказать закупщик "
    "заметка записать запиши запомни запомнить затем заявка звонить звонок здесь здравствуйте значит им история итог итого их клиент конечно короче "
    "кстати ладно ли м-м машина меня месяц минус минута мм мм-м мне мочь мы наверное надо нам напоминание напомнить нас неделя неприятный нет номер "
    "ну нужно нужный обещать обзвон общее общий обязательно ок оказаться оказываться окей он она они оплата оплатить опять ответ ответить отметить "
    "отметь отправить перезвонить писать плюс пожалуйста позвонить пока получиться пометить понятно попросить поставить поставка поставь потом "
    "потому похоже поэтому привезти привет просить просто просьба пускай пусть раз результат рубль сам сама сделать сегодня сейчас сказать скорее "
    "слушай смотри снова согласие сожаление сообщить сотрудничество спасибо срочно стать сумма счастье так также там телефон типа товар тоже тот "
    "трубка тут ты тысяча угу уже утречко утро хорошо хотеть час часик человек число штука ща щас э э-э эм это этот ээ эээ я"
)
_STRONG: Final = frozenset({"NOUN", "VERB", "INFN", "PRTS", "ADJS", "GRND", "PRTF"})
# A name has no more words than these.
MOST_WORDS: Final = 3
_SHORTEST: Final = 3


def rest_of(part: Part) -> list[tuple[int, int]]:
    """Runs of tokens that nobody has used and that say something."""
    runs: list[tuple[int, int]] = []
    run: list[int] = []
    for at in range(part.segment.start, part.segment.end + 1):
        inside = at < part.segment.end and at not in part.used and part.is_loose(at) and not _parts(part, at)
        fresh_line = (
            inside
            and run
            and "\n" in part.board.text[part.board.tokens[at - 1].end : part.board.tokens[at].start]
        )
        if inside and not fresh_line:
            run.append(at)
            continue
        if run:
            runs += _trimmed(part, run)
        run = [at] if fresh_line else []
    return runs


def _parts(part: Part, at: int) -> bool:
    """A comma or a stop between words; «16:00» and «10.30» are not parted."""
    tokens = part.board.tokens
    if tokens[at].text not in {",", ".", ";", "!", "?", ":"}:
        return False
    return not (
        0 < at < len(tokens) - 1
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _trimmed(part: Part, run: Sequence[int]) -> list[tuple[int, int]]:
    words = [at for at in run if part.board.tokens[at].kind is not Kind.MARK]
    while words and _is_empty(part, words[0]) and not _is_preposition(part, words[0]):
        words.pop(0)
    while words and (
        (_is_empty(part, words[-1]) and not _is_noun(part, words[-1])) or _is_preposition(part, words[-1])
    ):
        words.pop()
    if not part.missed and _denies(part, run):
        return [(run[0], run[-1] + 1)]
    strong = [at for at in words if _is_strong(part, at)]
    # Beside something understood a verb alone («забирает», «говорит») adds nothing; alone with its client it is all there is.
    if part.understood and not any(
        _is_noun(part, at) or not is_known(part.board.tokens[at].text) for at in strong
    ):
        strong = []
    return [(words[0], _with_percent(part, words[-1] + 1))] if strong else []


def _with_percent(part: Part, end: int) -> int:
    """«скидку 3 %»: the sign belongs to its number."""
    tokens = part.board.tokens
    return end + 1 if end < part.segment.end and tokens[end].text == "%" else end


def _denies(part: Part, run: Sequence[int]) -> bool:
    """«просили не привозить в пятницу»: what shall not be, or is not, is kept whole, for no act says it."""
    tokens = part.board.tokens
    return any(
        tokens[at].text == "не" and at + 1 in run and forms_of(tokens[at + 1].text)[0].pos in {"VERB", "INFN"}
        for at in run
    )


def _is_preposition(part: Part, at: int) -> bool:
    return part.board.tokens[at].kind is Kind.WORD and forms_of(part.board.tokens[at].text)[0].pos in {
        "PREP",
        "CONJ",
    }


def _is_noun(part: Part, at: int) -> bool:
    return forms_of(part.board.tokens[at].text)[0].pos == "NOUN"


def _is_empty(part: Part, at: int) -> bool:
    token = part.board.tokens[at]
    if token.kind is not Kind.WORD:
        return False
    readings = forms_of(token.text)
    return (
        token.text in EMPTY_WORDS
        or readings[0].lemma in EMPTY_WORDS
        or (len(token.text) < _SHORTEST and readings[0].pos not in {"PREP", "PRCL"})
    )


def _is_strong(part: Part, at: int) -> bool:
    token = part.board.tokens[at]
    if token.kind is not Kind.WORD or _is_empty(part, at) or len(token.text) < _SHORTEST:
        return False
    return not is_known(token.text) or forms_of(token.text)[0].pos in _STRONG


def says_why(part: Part) -> bool:
    """Whether a noun is left that may be the reason of a refusal: «у них ремонт»."""
    before, part.understood = part.understood, True
    found = bool(rest_of(part))
    part.understood = before
    return found


def note_text(part: Part) -> str:
    return ", ".join(part.board.written(start, end) for start, end in rest_of(part))


def notes(part: Part, client: Named | None) -> list[Act]:
    runs = rest_of(part)
    if not runs:
        return []
    sources = tuple(("text", part.span(start, end)) for start, end in runs)
    return [NoteAct(client, note_text(part), sources=sources)]
