"""Every conversation, in the order in which they are asked. Built anew for each dispatcher."""

from aiogram import Router

from screens.words import Catalogue


def routers(catalogue: Catalogue) -> list[Router]:
    from handlers import (
        analysis,
        call_outcomes,
        calls,
        clients,
        competitors,
        contracts,
        debts,
        digest,
        drafts,
        exhibitions,
        imports,
        leads,
        next_steps,
        occasions,
        order_cards,
        orders,
        persons,
        plan,
        promotions,
        settings,
        start,
        support,
        team,
        visits,
        voice,
        week,
    )

    return [
        start.setup(),
        calls.setup(catalogue),
        call_outcomes.setup(),
        next_steps.setup(),
        orders.setup(catalogue),
        order_cards.setup(catalogue),
        support.setup(catalogue),
        occasions.setup(catalogue),
        imports.setup(catalogue),
        leads.setup(),
        clients.setup(catalogue),
        persons.setup(),
        visits.setup(),  # before voices and photos: those of a visit under way are its own
        voice.setup(),
        debts.setup(catalogue),
        contracts.setup(),
        promotions.setup(),
        exhibitions.setup(),
        competitors.setup(),
        digest.setup(catalogue),
        plan.setup(catalogue),
        week.setup(catalogue),
        analysis.setup(),
        team.setup(catalogue),
        settings.setup(catalogue),
        drafts.setup(),  # words that are no answer; asked when every feature has passed
        clients.setup_search(),
        start.setup_last(),
    ]
