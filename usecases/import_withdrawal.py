"""Goods that a whole price list does not name: off sale with its loading, where somebody says so."""

from domain.actors import Actor
from domain.imports import ImportKind, ImportState
from screens.import_views import Shown
from storage import imports
from usecases.access import allowed
from usecases.errors import StaleError
from usecases.import_packing import kept
from usecases.import_parts import MAY
from usecases.imports import get_load, show_load
from usecases.work import Work


@allowed(*MAY[ImportKind.PRODUCTS])
async def set_withdraw(actor: Actor, work: Work, import_id: int, *, withdraw: bool) -> Shown:
    """The preview as it then is; nothing is changed before it is loaded. Raises `StaleError` once it was loaded or left."""
    found = await get_load(actor, work, import_id, ImportState.PREVIEW)
    if found.kind is not ImportKind.PRODUCTS:
        raise StaleError(what="import")
    await work.tx.run(
        imports.CLEAR,
        id_=found.id,
        was=ImportState.PREVIEW,
        state=ImportState.PREVIEW,
        plan=await kept(found.plan | {"withdraw": withdraw}),
    )
    return await show_load(actor, work, import_id)
