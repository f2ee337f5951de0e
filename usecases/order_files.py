"""The order form that sales support prints or keeps."""

from screens.screen import FileRef
from screens.words import Catalogue
from storage import orders, products
from usecases import order_views
from usecases.work import Work


async def build_order_form(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, bytes] | None:
    """None where the order is gone."""
    from exchange.order_form import LABELS, OrderForm, OrderFormLine, order_form_xlsx
    from screens.order_parts import unit_name

    order = await orders.find(work.tx, reference.id)
    if order is None:
        return None
    words = catalogue[reference.language]
    client = await order_views.get_any_client(work, order.client_id)
    lines, sums, _ = await order_views.read_lines(work, order.id)
    codes = await products.by_ids(work.tx, [line.product_id for line in lines])
    names = await order_views.people_names(work, [order.employee_id])
    form = OrderForm(
        number=order.entered_number or str(order.id),
        date=order.day or order.created_at.date(),
        client=client.name,
        legal_name=client.legal_name,
        tax_number=client.tax_number or "",
        delivery_date=order.delivery,
        address=client.address,
        comment=order.comment,
        lines=tuple(
            OrderFormLine(
                codes[line.product_id].code,
                line.name,
                line.quantity,
                unit_name(words, line.unit),
                line.price or 0,
                line.discount,
                line.amount,
            )
            for line in lines
        ),
        total=sums.amount,
        manager=names.get(order.employee_id, ""),
    )
    labels = {label: words.plain(f"form-{label.replace('_', '-')}") for label in LABELS}
    name = words.plain("order-file-name", number=form.number)
    return f"{name}.xlsx", order_form_xlsx(form, labels)
