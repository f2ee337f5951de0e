"""Every conversation, in the order in which they are asked. Built anew for each dispatcher."""

from aiogram import Router

from screens.words import Catalogue


def routers(catalogue: Catalogue) -> list[Router]:
    from handlers import (
        analysis,
        call_outcomes,
        calls,
        clients,
        drafts,
        import_doubts,
        imports,
        leads,
        next_steps,
        order_cards,
        order_terms,
        orders,
        persons,
        plan,
        reconciliation,
        settings,
        start,
        visits,
        voice,
        week,
    )

    return [
        start.setup(),
        call_outcomes.setup(),  # tapped most
        calls.setup(catalogue),
        next_steps.setup(),
        orders.setup(catalogue),
        order_terms.setup(),  # before files and photos: what comes while a draft is open belongs to it
        order_cards.setup(catalogue),
        *_of_desk(catalogue),
        *_of_order_desk(catalogue),
        *_of_errands(),  # before files and photos: what comes while one waits for its words is its own
        *_of_occasions(catalogue),
        reconciliation.setup(),  # before files and photos: a signed paper that was asked for is neither
        *_of_claims(),  # before photos: those sent while a claim is open are its own
        imports.setup(catalogue),
        *_of_catalogue(),
        import_doubts.setup(),
        leads.setup(),
        clients.setup(catalogue),
        persons.setup(),
        visits.setup(),  # before voices and photos: those of a visit under way are its own
        voice.setup(),
        *_of_debts(catalogue),
        *_of_deals(),
        plan.setup(catalogue),
        week.setup(catalogue),
        analysis.setup(),
        *_of_lead(catalogue),
        *_of_people(catalogue),
        *_of_secrecy(),
        settings.setup(catalogue),
        drafts.setup(),  # words that are no answer; asked when every feature has passed
        clients.setup_search(),
        start.setup_last(),
    ]


def _of_lead(catalogue: Catalogue) -> list[Router]:
    from handlers import absences, digest, reports, targets

    return [digest.setup(catalogue), reports.setup(), absences.setup(), targets.setup()]


def _of_occasions(catalogue: Catalogue) -> list[Router]:
    from handlers import (
        birthdays,
        company_dates,
        gifts,
        greetings,
        manners,
        missed_occasions,
        occasions,
        personal,
    )

    return [
        occasions.setup(catalogue),
        missed_occasions.setup(),
        greetings.setup(),
        gifts.setup(),
        manners.setup(),
        personal.setup(),
        company_dates.setup(),  # before birthdays: «день рождения фирмы» is no person's
        birthdays.setup(),
    ]


def _of_desk(catalogue: Catalogue) -> list[Router]:
    from handlers import desk_lines, desk_place, order_changes, support

    return [support.setup(catalogue), desk_lines.setup(), order_changes.setup(), desk_place.setup()]


def _of_order_desk(catalogue: Catalogue) -> list[Router]:
    from handlers import (
        advice,
        approvals,
        checks,
        decisions,
        discounts,
        order_export,
        shortage_requests,
        shortages,
    )

    return [
        approvals.setup(),
        decisions.setup(catalogue),
        discounts.setup(),
        order_export.setup(),
        shortages.setup(catalogue),
        shortage_requests.setup(),
        checks.setup(),
        advice.setup(),
    ]


def _of_debts(catalogue: Catalogue) -> list[Router]:
    from handlers import debts, dunning, payments, stops

    return [debts.setup(catalogue), dunning.setup(), stops.setup(), payments.setup()]


def _of_deals() -> list[Router]:
    from handlers import competitors, contracts, exhibitions, promotions

    return [contracts.setup(), promotions.setup(), exhibitions.setup(), competitors.setup()]


def _of_errands() -> list[Router]:
    from handlers import announcements, errand_steps, errands, market_sheet, proposals, reports

    return [
        errands.setup(),
        errand_steps.setup(),
        reports.setup_spoken(),
        announcements.setup(),
        proposals.setup(),
        market_sheet.setup(),
    ]


def _of_claims() -> list[Router]:
    from handlers import claim_steps, claims

    return [claims.setup(), claim_steps.setup()]


def _of_catalogue() -> list[Router]:
    from handlers import card_requests, catalogue

    return [catalogue.setup(), card_requests.setup()]


def _of_secrecy() -> list[Router]:
    from handlers import completeness, secrecy

    return [secrecy.setup(), completeness.setup()]


def _of_people(catalogue: Catalogue) -> list[Router]:
    from handlers import colleagues, team, transfers

    return [team.setup(catalogue), colleagues.setup(), transfers.setup()]
