"""Every conversation, in the order in which they are asked. Built anew for each dispatcher."""

from aiogram import Router

from screens.words import Catalogue


def routers(catalogue: Catalogue) -> list[Router]:
    from handlers import calls, settings, start, team

    return [
        start.setup(),
        calls.setup(catalogue),
        team.setup(catalogue),
        settings.setup(catalogue),
        start.setup_last(),
    ]
