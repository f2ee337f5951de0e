"""Every conversation, in the order in which they are asked. Built anew for each dispatcher."""

from aiogram import Router

from screens.words import Catalogue


def routers(catalogue: Catalogue) -> list[Router]:
    from handlers import (
        calls,
        clients,
        debts,
        digest,
        drafts,
        imports,
        occasions,
        order_cards,
        orders,
        persons,
        plan,
        settings,
        start,
        support,
        team,
        voice,
    )

    return [
        start.setup(),
        calls.setup(catalogue),
        orders.setup(catalogue),
        order_cards.setup(catalogue),
        support.setup(catalogue),
        occasions.setup(catalogue),
        imports.setup(catalogue),
        clients.setup(catalogue),
        persons.setup(),
        voice.setup(),
        debts.setup(catalogue),
        digest.setup(catalogue),
        plan.setup(catalogue),
        team.setup(catalogue),
        settings.setup(catalogue),
        drafts.setup(),  # words that are no answer; asked when every feature has passed
        clients.setup_search(),
        start.setup_last(),
    ]
