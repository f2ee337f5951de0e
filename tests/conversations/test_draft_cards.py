"""The cards of quick capture as values: every kind of act in plain words, in whatever state the draft is."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture import acts, acts_json
from capture.acts import Act, LineOfOrder, Named
from domain.outcomes import ClaimKind, Outcome, RefusalReason
from domain.units import Unit
from screens import drafts as screens
from screens.draft_lines import KINDS, TELLERS, act_lines
from screens.draft_views import ActView, AskedView, Doubt, DoubtField, DraftState, DraftView, LineView
from screens.screen import LIMIT, Screen
from screens.words import LANGUAGES, Catalogue

TODAY = date(2026, 11, 23)
RU = Catalogue()["ru"]
THING = Named("5")
BUTTER = "Масло сливочное 82,5%"
OIL = LineOfOrder(THING, Decimal(20), Unit.BOX, 150_00)
SAID: tuple[tuple[Act, dict[str, Any], str], ...] = (
    (acts.CallAct(outcome=Outcome.NO_ANSWER), {}, "Звонок: не ответил"),
    (acts.CallAct(outcome=Outcome.NO_DECISION_MAKER), {}, "Звонок: нет ЛПР"),
    (
        acts.CallAct(outcome=Outcome.REFUSAL, reason=RefusalReason.PRICE, note="у соседей дешевле"),
        {"person_name": "Смирнова Ольга"},
        "Звонок, Смирнова Ольга: отказ (цена) — «у соседей дешевле»",
    ),
    (
        acts.OrderAct(lines=(OIL,), delivery=date(2026, 11, 27)),
        {"lines": (LineView(BUTTER, "шт"),)},
        "Заказ: Масло сливочное 82,5% — 20 кор по 150 ₽, доставка пт, 27 ноября",
    ),
    (acts.RepeatOrderAct(delivery=date(2026, 11, 24)), {}, "Заказ как в прошлый раз, доставка вт, 24 ноября"),
    (acts.NextAct(day=date(2026, 11, 30), clock=time(15)), {}, "Позвонить пн, 30 ноября в 15:00"),
    (acts.NextAct(day=date(2027, 1, 12), kind=acts.NextKind.VISIT), {}, "Заехать вт, 12 января 2027"),
    (acts.NextAct(day=TODAY, kind=acts.NextKind.MEETING), {}, "Встреча пн, 23 ноября"),
    (acts.PromiseAct(due=date(2026, 11, 27), amount=120_000_00), {}, "Обещали 120 000 ₽ до пт, 27 ноября"),
    (acts.PromiseAct(due=date(2026, 11, 27)), {}, "Обещали оплатить до пт, 27 ноября"),
    (
        acts.PaymentAct(amount=99_50, day=date(2026, 11, 20)),
        {},
        "Оплатили 99,50 ₽, со слов клиента (пт, 20 ноября)",
    ),
    (
        acts.BirthdayAct(day=12, month=3, year=1985, name="Котова"),
        {},
        "День рождения: Котова — 12 марта 1985 года",
    ),
    (
        acts.PersonAct(name="Олег", role="закупщик", phone="89161234567"),
        {},
        "Новый контакт: Олег, закупщик, +7 916 123-45-67",
    ),
    (acts.NewClientAct(name="Лютик", person="Иван"), {}, "Новый клиент: Лютик, Иван"),
    (
        acts.ClaimAct(kind=ClaimKind.SHORTAGE, product=THING, quantity=Decimal(2), unit=Unit.BOX),
        {"product_name": BUTTER},
        "Претензия: недостача, Масло сливочное 82,5% — 2 кор",
    ),
    (acts.ClaimAct(kind=ClaimKind.LATE), {}, "Претензия: опоздание"),
    (
        acts.CompetitorAct(name="опт-сервис", product=THING, price=68_00),
        {"product_name": "Гречка"},
        "Конкурент опт-сервис: Гречка — 68 ₽",
    ),
    (acts.CompetitorAct(name="Опт", change=Decimal(-5)), {}, "Конкурент Опт: на 5 % дешевле"),
    (
        acts.ShortageAct(product=THING, quantity=Decimal(5)),
        {"product_name": "Молоко", "unit": "шт"},
        "Запрос логистам: Молоко — 5 шт",
    ),
    (acts.OffersAct(channel=acts.Channel.EMAIL, count=12), {}, "Отправлено КП: 12"),
    (acts.OffersAct(channel=acts.Channel.PHONE, count=3), {}, "Предложено по телефону: 3 раза"),
    (acts.NoteAct(text="просят счёт"), {}, "Заметка: просят счёт"),
)


def seen(no: int, act: Act, **more: Any) -> ActView:
    shown: dict[str, Any] = {"client_id": 1, "client_name": "Ромашка"} | more
    return ActView(no, act, **shown)


def view_of(*shown: ActView, **more: Any) -> DraftView:
    rest: dict[str, Any] = {
        "text": "как было",
        "state": DraftState.OPEN,
        "unread": (),
        "can_save": True,
    } | more
    return DraftView(id=7, acts=shown, today=TODAY, **rest)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def labels(screen: Screen) -> list[list[str]]:
    return [[button.text for button in row] for row in screen.rows]


@pytest.mark.parametrize(("act", "more", "text"), SAID, ids=[text for _, _, text in SAID])
def test_each_act_is_one_plain_line(act: Act, more: dict[str, Any], text: str) -> None:
    assert [*map(plain, act_lines(RU, seen(1, act, **more), TODAY))] == [text]


def test_every_act_that_is_saved_has_its_words() -> None:
    kinds = {*acts_json.KINDS.values()} - {acts.ShowAct}
    assert set(TELLERS) == set(KINDS) == kinds == {type(act) for act, _, _ in SAID}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", DraftState)
def test_every_card_can_be_drawn_in_both_languages(language: str, state: DraftState) -> None:
    words = Catalogue()[language]
    view = view_of(*(seen(no, act, **more) for no, (act, more, _) in enumerate(SAID, 1)), state=state)
    assert screens.draft(words, view).text
    assert len(screens.edit(words, view).text) <= LIMIT
    for act in view.acts:
        assert screens.ask_correct(words, view, act, -1).text


def order_in_doubt() -> DraftView:
    lines = (OIL, LineOfOrder(Named(None, "масло")))
    options = ((5, BUTTER), (6, "Масло 72,5%"))
    doubts = (Doubt(DoubtField.PRODUCT, "масло", 1, options), Doubt(DoubtField.QUANTITY, "масло", 1))
    order = seen(2, acts.OrderAct(lines=lines), lines=(LineView(BUTTER, "шт"), LineView(None)), doubts=doubts)
    return view_of(seen(1, acts.CallAct(outcome=Outcome.ORDER)), order, can_save=False, unread=("тра-та",))


def test_a_doubt_is_asked_under_the_draft_and_nothing_is_saved_before() -> None:
    card = screens.draft(RU, order_in_doubt())
    assert plain(card.text) == (
        "✏️ <b>Черновик: Ромашка</b>\n1. Звонок: заказ\n2. Заказ, 2 строки:\n"
        "– Масло сливочное 82,5% — 20 кор по 150 ₽\n– «масло» ❓ — сколько ❓\n"
        "Не понял: «тра-та»\n\n❓ «масло» — какой товар?\nИ ещё 1 вопрос."
    )
    assert labels(card) == [[BUTTER], ["Масло 72,5%"], ["Другой…", "Убрать строку"], ["Исправить", "Отмена"]]


def test_the_lines_of_an_order_are_put_right_one_by_one() -> None:
    screen = screens.edit(RU, order_in_doubt())
    assert labels(screen) == [
        ["✏️ 1. Звонок", "✖ 1"],
        ["✏️ 2. Заказ", "✖ 2"],
        [f"✏️ 2.1. {BUTTER}", "✖ 2.1"],
        ["✏️ 2.2. масло", "✖ 2.2"],
        ["‹ К черновику"],
    ]


def test_several_clients_are_named_on_their_lines() -> None:
    missed = acts.CallAct(outcome=Outcome.BUSY)
    unknown = {"client_name": None, "client_id": None}
    card = screens.draft(
        RU,
        view_of(
            seen(1, missed),
            seen(2, missed, client_name="Заря", client_id=2, remembered=True),
            seen(3, missed, **unknown, doubts=(Doubt(DoubtField.CLIENT, "луч"),)),
            seen(4, acts.OffersAct(count=2), **unknown),
            can_save=False,
        ),
    )
    assert card.text.splitlines()[:5] == [
        "✏️ <b>Черновик: 3 клиента</b>",
        "1. <b>Ромашка</b> — звонок: занято",
        "2. <b>Заря (последний клиент)</b> — звонок: занято",
        "3. <b>«луч» ❓</b> — звонок: занято",
        "4. Отправлено КП: 2",
    ]
    assert card.text.endswith(
        "❓ «луч» среди ваших клиентов нет. Напишите название иначе или уберите строку."
    )


def test_the_remembered_client_is_said_to_be_the_last_one() -> None:
    card = screens.draft(RU, view_of(seen(1, acts.NoteAct(text="счёт"), remembered=True)))
    assert card.text == "✏️ <b>Черновик: Ромашка</b> (последний клиент)\nЗаметка: счёт"


def test_an_order_whose_every_line_is_struck_is_struck() -> None:
    call = seen(1, acts.CallAct(outcome=Outcome.ORDER))
    for count in (1, 2):
        lines = (LineView(BUTTER, "шт", struck=True),) * count
        order = seen(2, acts.OrderAct(lines=(OIL,) * count), lines=lines)
        first, *rest = act_lines(RU, order, TODAY)
        assert all(line.startswith("<s>") and line.endswith("</s>") for line in (first, *rest))
        assert f"2. {first}" in screens.draft(RU, view_of(call, order)).text
        assert "Все строки убраны" in screens.draft(RU, view_of(order)).text
        saved = screens.draft(RU, view_of(call, order, state=DraftState.SAVED))
        assert saved.text.endswith("\nЗвонок: заказ")


def test_what_was_saved_ends_in_the_next_step() -> None:
    until = datetime(2026, 11, 23, 8, 10, tzinfo=ZoneInfo("Europe/Moscow"))
    struck = seen(2, acts.NoteAct(text="счёт"), struck=True)
    shown = seen(1, acts.CallAct(outcome=Outcome.ORDER))
    card = screens.draft(
        RU, view_of(shown, struck, state=DraftState.SAVED, undo_until=until, orders=((3, "Ромашка"),))
    )
    assert card.text == "✅ <b>Записано: Ромашка</b>\nЗвонок: заказ\n\nОтменить можно до 08:10."
    assert labels(card) == [["Открыть заказ"], ["Следующий звонок", "Клиент"], ["Отменить"]]
    late = screens.draft(RU, view_of(shown, state=DraftState.SAVED))
    assert labels(late) == [["Следующий звонок", "Клиент"]]


def test_what_was_typed_can_be_copied_and_sent_again() -> None:
    for state, head in (
        (DraftState.UNDONE, "Отменено: ничего не записано"),
        (DraftState.DROPPED, "Не записано"),
    ):
        card = screens.draft(RU, view_of(state=state, text="5 < 6"))
        assert head in card.text
        assert "<code>5 &lt; 6</code>" in card.text
        assert labels(card) == [["Повторить", "Скопировать текст"]]
    assert labels(screens.draft(RU, view_of(state=DraftState.DROPPED, text="а" * 300))) == [["Повторить"]]


def test_a_question_about_two_offers_both() -> None:
    options = ((1, "Вектор"), (2, "Вектор Плюс"))
    card = screens.asked(RU, AskedView(acts.Topic.DEBTS, None, options, "вектор"))
    assert card.text == "«вектор» — о ком речь?"
    assert labels(card) == [["Вектор"], ["Вектор Плюс"], ["Отмена"]]


@given(name=st.text(max_size=300), note=st.text(max_size=5000), count=st.integers(1, 120))
def test_no_card_is_too_long_or_breaks_its_markup(name: str, note: str, count: int) -> None:
    lines = tuple(LineOfOrder(Named(None, name), Decimal(1)) for _ in range(count))
    order = seen(
        1, acts.OrderAct(lines=lines), client_name=name, lines=tuple(LineView(name or None) for _ in lines)
    )
    note_act = seen(2, acts.NoteAct(text=note), client_name=name)
    for state in DraftState:
        view = view_of(order, note_act, state=state, text=note, unread=(note,))
        for screen in (screens.draft(RU, view), screens.edit(RU, view)):
            assert len(screen.text) <= LIMIT
            assert screen.text.count("<b>") == screen.text.count("</b>")
            assert sum(len(row) for row in screen.rows) <= 100
