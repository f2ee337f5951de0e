"""What a lead says to a manager about one line of the day, and what comes back."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.digest import AlarmKind, WinKind
from screens.callbacks.digest import Answer, OpenDigest
from screens.callbacks.plan import OpenPlan
from screens.digest_facts import PEOPLE, fact_text, open_button
from screens.digest_views import Fact
from screens.menu import leave_row
from screens.screen import Screen, clipped, tap
from screens.words import Words


def facts_of(fact: Fact) -> dict[str, Any]:
    """What a remark keeps of the line, as JSON."""
    due = fact.due.isoformat() if fact.due else None
    return {
        "manager": fact.manager,
        "client_id": fact.client_id,
        "client": fact.client,
        "amount": fact.amount,
        "paid": fact.paid,
        "claim": fact.claim,
        "due": due,
        "count": fact.count,
        "days": fact.days,
        "norm": fact.norm,
    }


def fact_from(topic: str, ref: int, manager_id: int, kept: Mapping[str, Any]) -> Fact:
    kind = WinKind(topic) if topic in WinKind.__members__.values() else AlarmKind(topic)
    due = date.fromisoformat(kept["due"]) if kept.get("due") else None
    return Fact(kind, ref, manager_id, **{**kept, "due": due})


def question(words: Words, lead: str, fact: Fact, remark: int, today: date) -> Screen:
    lines = [
        words("ntf-lead-asks", name=lead),
        fact_text(words, fact, today),
        "",
        words("ntf-lead-asks-next"),
    ]
    key = "btn-start-calls" if fact.kind in PEOPLE else "btn-digest-open"
    open_ = open_button(fact, words.plain(key), for_lead=False)
    return Screen("\n".join(lines), ((tap(words.plain("btn-digest-answer"), Answer(remark=remark)), open_),))


def praise(words: Words, lead: str, fact: Fact, today: date) -> Screen:
    lines = [words("ntf-lead-praises", name=lead), fact_text(words, fact, today)]
    key = "btn-start-calls" if fact.kind in PEOPLE else "btn-digest-open"
    rows = (
        (
            open_button(fact, words.plain(key), for_lead=False),
            tap(words.plain("menu-plan"), OpenPlan()),
        ),
    )
    return Screen("\n".join(lines), rows)


def ask_answer(words: Words, lead: str, fact: Fact, today: date) -> Screen:
    text = "\n".join([words("ask-lead-answer", name=lead), fact_text(words, fact, today)])
    return Screen(text, (leave_row(words),))


def answer_sent(words: Words, lead: str, fact: Fact) -> Screen:
    key = "btn-start-calls" if fact.kind in PEOPLE else "btn-digest-open"
    return Screen(
        words("msg-lead-answered", name=lead),
        ((open_button(fact, words.plain(key), for_lead=False),),),
    )


def answer(words: Words, manager: str, text: str, fact: Fact, today: date) -> Screen:
    """For the lead: what the manager says."""
    lines = [
        words("ntf-manager-answers", name=manager),
        fact_text(words, fact, today),
        "",
        words("digest-quote", text=text),
    ]
    first = open_button(fact, words.plain("btn-digest-open"), for_lead=True)
    return Screen(clipped("\n".join(lines)), ((first, tap(words.plain("btn-digest"), OpenDigest())),))
