"""Buttons of handing over clients."""

from domain.reasons import ClientClass
from screens.callbacks.clients import RowId, Start
from screens.callbacks.data import CallbackData


class TransferFrom(CallbackData, prefix="transfers.from"):
    """`leaving`: to be dismissed when the last client is handed over."""

    employee: RowId
    leaving: bool = False


class TransferClient(CallbackData, prefix="transfers.client"):
    client: RowId


class TakeAll(CallbackData, prefix="transfers.all"):
    pass


class TakeClass(CallbackData, prefix="transfers.class"):
    grade: ClientClass


class TakeDistrict(CallbackData, prefix="transfers.place"):
    number: Start = 0


class OpenTicks(CallbackData, prefix="transfers.ticks"):
    start: Start = 0


class Tick(CallbackData, prefix="transfers.tick"):
    client: RowId
    start: Start = 0


class Ticked(CallbackData, prefix="transfers.ticked"):
    pass


class GiveTo(CallbackData, prefix="transfers.to"):
    employee: RowId


class GiveNow(CallbackData, prefix="transfers.go"):
    pass


class OpenTransfers(CallbackData, prefix="transfers.journal"):
    pass


class AskUndoTransfer(CallbackData, prefix="transfers.sure"):
    transfer: RowId


class UndoTransfer(CallbackData, prefix="transfers.undo"):
    transfer: RowId


class OpenHandover(CallbackData, prefix="transfers.brief"):
    client: RowId
