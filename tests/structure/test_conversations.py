"""Dialogues can be left, buttons are answered, use cases say who may call them."""

import importlib
import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.fsm.state import State, StatesGroup

import handlers
import screens.callbacks
import usecases
from handlers import routers
from handlers.client_dialogue import Contacted
from handlers.filters import Typed, Unheard
from screens.words import Catalogue

GUARDS = (Typed, Contacted, Unheard)


def loaded(package: Any) -> Iterator[Any]:
    for found in pkgutil.iter_modules(package.__path__):
        yield importlib.import_module(f"{package.__name__}.{found.name}")


def all_routers() -> list[Router]:
    return [router for top in routers(Catalogue()) for router in top.chain_tail]


def filters_of(router: Router) -> Iterator[tuple[Callable[..., Any], list[Any]]]:
    for observer in (router.message, router.callback_query):
        for handler in observer.handlers:
            yield handler.callback, [found.callback for found in handler.filters or []]


def states() -> list[State]:
    found = []
    for module in loaded(handlers):
        for _, group in inspect.getmembers(module, inspect.isclass):
            if issubclass(group, StatesGroup) and group.__module__ == module.__name__:
                found += list(group.__states__)
    return found


def test_every_state_has_a_handler() -> None:
    answered: set[str] = set()
    for router in all_routers():
        for _, found in filters_of(router):
            for one in found:
                if isinstance(one, StateFilter):
                    answered |= {
                        state.state for state in one.states if isinstance(state, State) and state.state
                    }
    assert [state.state for state in states() if state.state not in answered] == []


def test_every_state_can_be_left() -> None:
    """/cancel and the menu come before every dialogue, and no dialogue takes a command or a menu label for an answer."""
    first = routers(Catalogue())[0]
    assert first.name == "start"
    for router in all_routers():
        for handler, found in filters_of(router):
            in_state = any(
                isinstance(one, StateFilter) and any(isinstance(s, State) for s in one.states)
                for one in found
            )
            is_message = handler in {one.callback for one in router.message.handlers}
            if in_state and is_message and not any(isinstance(one, GUARDS) for one in found):
                pytest.fail(f"{router.name}: {handler.__name__} takes anything typed")


def test_filters_are_asynchronous() -> None:
    wrong = []
    for router in all_routers():
        for handler, found in filters_of(router):
            for one in found:
                if not isinstance(one, Filter):
                    wrong.append(f"{router.name}: {handler.__name__}: {one!r}")
    assert not wrong, "\n".join(wrong)


def callback_classes() -> list[type[CallbackData]]:
    found = []
    for module in loaded(screens.callbacks):
        for _, one in inspect.getmembers(module, inspect.isclass):
            if issubclass(one, CallbackData) and one.__module__ == module.__name__ and one.__prefix__ != "-":
                found.append(one)
    return found


def test_callback_prefixes_are_unique_and_name_their_module() -> None:
    prefixes = Counter(one.__prefix__ for one in callback_classes())
    assert [prefix for prefix, times in prefixes.items() if times > 1] == []
    assert [prefix for prefix in prefixes if "." not in prefix] == []


def test_every_button_has_a_handler() -> None:
    answered = {
        one.callback_data
        for router in all_routers()
        for _, found in filters_of(router)
        for one in found
        if isinstance(one, CallbackQueryFilter)
    }
    assert [one.__name__ for one in callback_classes() if one not in answered] == []


NO_ACTOR = {"access", "errors", "post", "pushes", "rules", "scope", "work", "files"}


def test_every_use_case_says_who_may_call_it() -> None:
    wrong = []
    for module in loaded(usecases):
        if module.__name__.partition(".")[2] in NO_ACTOR:
            continue
        for name, one in inspect.getmembers(module, inspect.isfunction):
            if (
                one.__module__ != module.__name__
                or name.startswith("_")
                or not inspect.iscoroutinefunction(one)
            ):
                continue
            first = next(iter(inspect.signature(one).parameters.values()), None)
            if (
                first is not None
                and first.annotation.__class__ is type
                and first.annotation.__name__ == "Actor"
                and not hasattr(one, "allowed")
            ):
                wrong.append(f"{module.__name__}.{name}")
    assert not wrong, "\n".join(wrong)
