"""Buttons of the export of orders."""

from screens.callbacks.data import CallbackData
from screens.callbacks.orders import Day, Id
from screens.order_export_views import ExportForm


class OpenExports(CallbackData, prefix="export.open"):
    pass


class ChooseExport(CallbackData, prefix="export.of"):
    """Of `day`; empty: all that never went."""

    day: Day


class OpenExportDays(CallbackData, prefix="export.days"):
    pass


class Export(CallbackData, prefix="export.go"):
    day: Day
    form: ExportForm


class SendExport(CallbackData, prefix="export.again"):
    """The file of an export once more, as its orders now are."""

    export: Id
