# Orders out to the accounting system and back; the order form.

btn-export = Export
btn-exports = To the exports
btn-export-fresh = New: { $count }
btn-export-today = Today
btn-export-days = Another day
btn-export-again = File No. { $number }
btn-export-form = { $form ->
    [xlsx] Excel
   *[commerceml] For 1C (CommerceML)
 }
msg-exports = { $count ->
    [0] <b>No new orders to export</b>
    [one] <b>{ $count } order not exported</b>, { $sum }
   *[other] <b>{ $count } orders not exported</b>, { $sum }
 }
exports-asked = Waiting for their manager’s answer, left out for now: { $count }
exports-last = Last exports:
exports-first = Export a file, load it into 1C and send back the file with numbers and statuses: the orders mark themselves.
exports-line = No. { $number }: { $when } — { $what ->
    [day] of { $day }
   *[fresh] new ones
 }, { $count ->
    [one] { $count } order
   *[other] { $count } orders
 }, { $sum }, { $who }
ask-export-day = Orders of which day?
msg-export-chosen = { $what ->
    [day] <b>Orders of { $day }</b>
   *[fresh] <b>New orders</b>
 }: { $count }, { $sum }
export-gone = { $all ->
    [yes] All of them were exported before: make sure that 1C does not get them twice.
   *[no] { $count ->
        [one] { $count } of them was exported before
       *[other] { $count } of them were exported before
     }: make sure that 1C does not get them twice.
 }
export-more = One file holds { $count }. Export the rest in the next file.
ask-export-form = In which form?
msg-exported = <b>{ $count ->
    [one] { $count } order exported
   *[other] { $count } orders exported
 }</b>, { $sum }
    File No. { $number } comes here. { $form ->
        [commerceml] Load it into 1C, then send back the file with statuses.
       *[xlsx] Fill in the numbers of 1C and statuses and send the file back.
     }
export-caption = Export No. { $number }: { $count ->
    [one] { $count } order
   *[other] { $count } orders
 }
ack-export = The file comes here
export-file-name = Orders { $day } No. { $number }
export-sheet = Orders
export-yes = yes
export-column = { $column ->
    [order] Order
    [entered] Number in 1C
    [status] Status
    [day] Date
    [client] Client
    [tax_number] Tax number
    [legal_name] Legal name
    [code] Product code
    [name] Product
    [quantity] Quantity
    [shipped] Shipped
    [unit] Unit
    [price] Price
    [discount] Discount, %
    [sum] Sum
    [vat] VAT, %
    [vat_sum] VAT sum
    [delivery] Delivery
    [address] Address
    [manager] Manager
    [prepaid] Prepaid
    [line_comment] Line comment
   *[comment] Comment
 }
err-export-nothing = { $day ->
    [none] No new orders: all are exported.
   *[other] No orders on that day. Choose another.
 }

form-prepaid = PREPAID: ship after payment
form-entered = Accounting No.
form-reason-code = Reason code
form-seller = Seller
form-contract = Contract
form-contract-of = { $number ->
    [no] {""}
   *[other] No. { $number }
 }{ $day ->
    [no] {""}
   *[other] { " " }of { $day }
 }
form-papers = Attachments
form-vat = VAT
form-no-vat = No VAT
form-vat-inside = incl. VAT
form-vat-on-top = VAT on top
form-net = Without VAT
form-changes = Changed after hand-over
form-checks = Clarified
form-page = page

# statuses from the accounting system

statuses-count = { $kind ->
    [entered] Entered: { $count }
    [picked] Picked: { $count }
    [shipped-part] Shipped in part: { $count }
    [shipped] Shipped: { $count }
    [closed] Closed: { $count }
    [refused] Refused: { $count }
    [lines] With changed lines: { $count }
   *[same] Unchanged: { $count }
 }
statuses-order = No. { $order } { $client } — { $said }
statuses-lines-only = lines changed
statuses-number = entered as No. { $number }
statuses-is = { $kind ->
    [entered] entered
    [picked] picked
    [shipped-part] shipped in part, { $left } of { $all } lines
    [shipped] shipped
    [closed] closed
   *[refused] refused
 }
statuses-line = • { $name }: { $before ->
    [none] was not there
   *[other] { $before } { $unit }
 } → { $after ->
    [none] taken out
   *[other] { $after } { $unit }
 }
statuses-more-lines = • more lines: { $count }
statuses-more = and more orders: { $count }
statuses-unknown = Orders not found, { $count }: No. { $names }
msg-statuses-loaded = <b>Statuses loaded</b> from “{ $name }”: { $count ->
    [one] { $count } order changed
   *[other] { $count } orders changed
 }. The managers know.
    Can be undone within { $hours } h.
ntf-statuses = <b>Accounting system: { $count } of your orders</b> (loaded by { $who })
ntf-statuses-back = <b>The file “{ $name }” was taken back</b> by { $who }: { $count ->
    [one] { $count } of your orders is as before it
   *[other] { $count } of your orders are as before it
 }
ntf-statuses-back-next = If you have told the client, correct that.
ntf-statuses-next = Open the order and tell the client if something changed.
