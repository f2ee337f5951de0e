"""Buttons of the market sheet of the week."""

from screens.callbacks.data import CallbackData


class OpenMarketWeek(CallbackData, prefix="market_sheet.week"):
    """Competitor by competitor, with who noted it and what changed."""


class MarketWeekFile(CallbackData, prefix="market_sheet.file"):
    """The sheet as a file."""
