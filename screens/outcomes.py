"""The outcome of a call by its name."""

from screens.words import Words


def outcome_name(words: Words, outcome: str, own: str = "") -> str:
    """`own` is the code of one of the company's own; where it is no longer in the settings, what it counted as."""
    if own and words.has_own(f"outcome-{own}"):
        return words.plain(f"outcome-{own}")
    return words.plain(f"outcome-{outcome}")
