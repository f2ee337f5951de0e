"""How people come in, and how they are out."""

import re

import pytest

from domain.actors import Role
from sandbox.phone import Phone
from screens import menu
from screens.words import LANGUAGES, Catalogue
from tests.office import Office


def offered(office: Office, phone: Phone) -> set[str]:
    """What Telegram offers after a slash in this chat of its own."""
    return {one["command"] for one in office.telegram.commands[f"chat:{phone.user.id}", ""]}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_and_the_list_of_commands_say_the_same(role: Role, language: str) -> None:
    words = Catalogue()[language]
    told = set(re.findall(r"(?m)(?:^|, )/(\w+)", words(f"msg-help-{role}")))
    assert told == {name for name, _ in menu.commands(words, role)} - {"help"}


async def test_the_owner_comes_in_and_a_stranger_learns_nothing(office: Office) -> None:
    owner = office.phone("Олег", 1)
    await owner.starts()
    owner.sees("вы — владелец")
    stranger = office.phone("Кто-то")
    await stranger.starts()
    stranger.sees("Это рабочий бот. Чтобы войти, откройте ссылку-приглашение.")
    await stranger.says("/team")
    stranger.sees("Это рабочий бот")
    stranger.does_not_see("Олег")


async def test_an_invitation_opens_the_door_once(office: Office) -> None:
    owner = await office.owner()
    await owner.says("/team")
    owner.sees("В команде 1 человек")
    await owner.taps("Пригласить")
    await owner.taps("руководитель")
    link = owner.copied("Скопировать ссылку")
    boris = office.phone("Борис")
    await boris.starts(link.partition("start=")[2])
    boris.sees("Вас приглашает Олег", "как руководитель")
    owner.sees("Борис — теперь руководитель в команде «Борис».")
    assert {"team", "desk", "orders"} < offered(office, boris)
    assert "calls" not in offered(office, boris)
    await boris.says("/settings")
    await boris.taps("Часовой пояс")
    assert {"● Москва", "Самара +1"} <= {*boris.buttons}
    await boris.taps("‹ Назад")
    await boris.taps("Язык")
    assert boris.buttons[:2] == ["● Русский", "English"]
    await boris.taps("English")
    assert office.telegram.commands[f"chat:{boris.user.id}", ""][0]["description"] == "📋 The team's day"
    late = office.phone("Опоздавший")
    await late.starts(link.partition("start=")[2])
    late.sees("Приглашение не действует. Попросите новое.")


async def test_the_first_time_of_a_push_can_be_chosen_again(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    for push, first in (("отставание", "15:00"), ("долги команды", "10:30"), ("итог месяца", "09:05")):
        await boris.says("/settings")
        await boris.taps(f"⏰ {push}")
        boris.sees(f"{push.capitalize()}: во сколько присылать?")
        assert f"● {first}" in boris.buttons
        await boris.taps("12:00")
        boris.sees("Рассылки", f"{push}: 12:00")
        await boris.taps(f"⏰ {push}")
        assert {"● 12:00", first} <= {*boris.buttons}
        await boris.taps(first)
        boris.sees(f"{push}: {first}")


async def test_where_there_is_one_team_nobody_is_moved(office: Office) -> None:
    olga = await office.owner()
    await office.hires("Борис", Role.LEAD)
    await olga.says("/team")
    await olga.taps("Борис")
    await olga.taps("В другую команду")
    olga.sees("Борис: переводить некуда, других команд нет.")
    olga.does_not_see("Куда перевести")


async def test_a_dismissed_manager_is_out_at_the_next_tap(office: Office) -> None:
    boris = await office.hires("Борис", Role.LEAD)
    anna = await office.hires("Анна")
    await anna.says("/settings")
    anna.sees("Пояс: Москва")
    await boris.says("/team")
    await boris.taps("Анна")
    await boris.taps("Уволить")
    boris.sees("Закрыть доступ: Анна")
    await boris.taps("Да, закрыть доступ")
    assert offered(office, anna) == {"settings", "help", "cancel"}
    boris.sees("Доступ закрыт: Анна")
    await anna.taps("Язык")
    assert anna.alert == "Это рабочий бот. Чтобы войти, откройте ссылку-приглашение."
    await anna.says("/settings")
    anna.sees("Это рабочий бот")
