# An order: the draft, the lead's word, sales support, answers.

unit-pcs = { $count ->
    [one] pc
   *[other] pcs
 }
unit-box = { $count ->
    [one] box
   *[other] boxes
 }
unit-pack = pk
unit-bag = { $count ->
    [one] bag
   *[other] bags
 }
unit-pallet = { $count ->
    [one] pallet
   *[other] pallets
 }
unit-roll = { $count ->
    [one] roll
   *[other] rolls
 }
unit-set = { $count ->
    [one] set
   *[other] sets
 }
unit-kg = kg
unit-g = g
unit-t = t
unit-l = l
unit-ml = ml
unit-m = m
unit-m2 = m²
unit-m3 = m³
price-none = no price
price-column-none = unnamed
shelf-none = No group

# choosing a client

msg-order-start = <b>New order</b>{ $drafts ->
    [0] {""}
    [one] . { $drafts } open draft
   *[other] . { $drafts } open drafts
 }
    Choose a client or type a part of the name.
msg-order-client = { $count ->
    [0] Nobody is like “{ $text }”. Type the name, tax number or phone another way.
    [one] { $count } client found. Is the order theirs?
   *[other] { $count } clients found. Whose order?
 }
btn-draft = ✏️ { $client } · { $sum ->
    [none] empty
   *[other] { $sum }
 } · { $age }
draft-today = today
draft-yesterday = yesterday
btn-all-drafts = All drafts ({ $count })
btn-drafts = Drafts
msg-drafts = { $count ->
    [0] No drafts.
   *[other] <b>Drafts</b>, the newest first
 }
btn-my-orders = Orders handed over
btn-new-order = New order
btn-other-client = Another client

# the draft

msg-draft = 🧾 <b>{ $client }</b> — draft order
draft-carried = The draft { $age ->
    [today] already has
    [yesterday] has since yesterday
   *[earlier] has since { $day }
 }: { $lines ->
    [0] questions
    [one] { $lines } line for { $sum }
   *[other] { $lines } lines for { $sum }
 }.
draft-empty = Empty so far. Type lines, separated by commas: “butter 82.5 20 boxes, milk 3.2 10”.
draft-fallback = Some prices are not of the client's column “{ $column }” but of “{ $other }”: it has none there.
draft-no-column = The client has no price column; “{ $other }” is taken.
order-line = { $number }. { $name } — { $quantity } × { $price } = { $sum }
order-line-discount = { $number }. { $name } — { $quantity } × { $price } − { $discount }% = { $sum }
order-line-unpriced = { $number }. { $name } — { $quantity }, no price
order-line-list = {" "}(list { $price })
order-line-comment = {" "}<i>({ $text })</i>
order-line-gone = {" "}— <b>off the price list</b>
order-packs = { $quantity } ({ $packs })
order-total = <b>Total: { $sum }</b>, { $count ->
    [one] { $count } line
   *[other] { $count } lines
 }
order-discount = Discount: { $sum }
order-unpriced = Without a price: { $count ->
    [one] { $count } line. Sales support will price it.
   *[other] { $count } lines. Sales support will price them.
 }
order-comment = Comment: { $text }

note-set = ✓ { $name }: { $after }
note-changed = ✓ { $name }: was { $before }, now { $after }
note-removed = Removed: { $name }
note-usual = { $count ->
    [0] The usual goods are in the order already
    [one] ✓ Usual basket: { $count } line
   *[other] ✓ Usual basket: { $count } lines
 }
note-gone = Off the price list, not added: { $name }

doubt-which = ❓ “{ $text }” — which product?
doubt-quantity = ❓ “{ $text }”: { $name } — how many { $unit }? Choose or type a number.
doubt-basis = ❓ “{ $text }”: { $price } — for a pack or for one { $unit }?
doubt-unknown = ❓ “{ $text }” was not found. Type it another way, use the catalogue, or tap “Into the comment”.
doubt-more = { $count ->
    [one] And { $count } more question.
   *[other] And { $count } more questions.
 }
btn-doubt-skip = Drop the line
btn-doubt-comment = Into the comment
btn-basis-unit = per { $unit }
btn-basis-pack = per pack

credit-stopped = ⛔ The client is on the stop list
credit-over-limit = ⛔ Debt with this order { $debt }, limit { $limit }: { $over } over
credit-long-overdue = ⛔ Overdue { $sum }, { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
credit-excepted = ⚠️ Overdue { $sum }, shipping allowed until { $day }
credit-overdue = ⚠️ Overdue { $sum }, { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
credit-near-limit = ⚠️ Debt with this order { $debt } of the limit { $limit }
credit-hold-both = The order will go to the lead: credit and discount.
credit-hold = The order will go to the lead for approval. Prepaid, it goes to sales support at once.
hold-stopped = stop list
hold-over-limit = over the limit
hold-long-overdue = long overdue
hold-excepted = an exception
hold-overdue = overdue
hold-near-limit = limit nearly used up

btn-lacking = ⚠️ Lacking: { $count ->
    [one] { $count } item
   *[other] { $count } items
 }
msg-lacking = <b>{ $client }</b>: { $count ->
    [0] everything is in stock.
    [one] the stock lacks { $count } item. Choose it.
   *[other] the stock lacks { $count } items. Choose where to begin.
 }
btn-line = ✏️ { $number }
btn-lines-before = ‹ Earlier
btn-lines-after = Further ›
btn-catalogue = Catalogue
btn-like-last = As last time
btn-delivery = Delivery
btn-comment = Comment
btn-hand-over = ✅ Hand over
btn-to-lead = 📨 Ask the lead
btn-usual = Usual basket
btn-draft-more = More
btn-another-draft = Separate draft
btn-line-comment = Comment
msg-draft-more = 🧾 <b>{ $client }</b>{ $drafts ->
    [0] { "" }
    [1] { "" }
   *[other] : { $drafts } drafts of the client
 }
    A photo or a file for sales support: just send it here.
draft-step = ⚠️ { $name }: { $rule ->
    [both] at least { $least }, in steps of { $multiple }
    [least] at least { $least }
   *[multiple] in steps of { $multiple }
 }. Now { $now }.
btn-drop-draft = Delete draft
btn-prepay = 💳 Prepaid
btn-to-draft = ‹ To the order

msg-drop-draft = Delete the draft: <b>{ $client }</b>? { $count ->
    [0] It is empty.
    [one] It has { $count } line.
   *[other] It has { $count } lines.
 }
btn-drop-yes = Yes, delete
msg-dropped = Draft deleted: { $client }

# catalogue and line

msg-catalogue = { $favourites ->
    [0] <b>Catalogue</b>. Choose a group.
   *[other] <b>Catalogue</b>. What the client takes most is on top; groups below.
 }
    Type “butter” to find it, or “butter 5” at once.
msg-catalogue-empty = The catalogue is empty. Price lists come as a file: /import.
msg-shelf = <b>{ $group }</b>
btn-goods = { $name } · { $price }
btn-goods-taken = ✓ { $name } · { $quantity }
msg-goods-found = { $count ->
    [0] Nothing for “{ $text }”. Type it another way or choose a group.
    [one] “{ $text }”: { $count } product. Tap it.
   *[other] “{ $text }”: { $count } products. Tap one.
 }
btn-shelves = ‹ Groups
btn-shelf-back = ‹ To the group
msg-goods = <b>{ $name }</b>
    { $price } per { $unit }
goods-pack = 1 { $unit } — { $quantity }
goods-stock = In stock { $quantity }
ask-quantity = How many? Choose or type: “30”, “2 boxes”.
ask-line-comment = What should sales support know about this line? Type it, at most 200 characters.
ask-line = Change it by the buttons or type: “30”, “2 boxes”, “discount 5%”.
btn-remove-line = Remove the line

ask-delivery = When to deliver? Choose or type: “Fri”, “28.11”.
btn-no-delivery = Not known yet
ask-comment = Type a comment for sales support: up to 500 characters.
ask-comment-instead = Now: { $text }
    Type a new comment: up to 500 characters.

# handed over

msg-handed-over = ✅ Handed over: <b>{ $client }</b>, { $sum }. Order { $order }.
    { $supports ->
        [0] There is no sales support in the bot yet. The order waits, the lead sees it.
       *[other] The answer of sales support will come here.
    }
msg-held = 📨 Waiting for the lead: <b>{ $client }</b>, { $sum }. Order { $order }.
    Why: { $reasons }. The lead's answer will come here.
msg-prepaid = 💳 Handed over, prepaid: <b>{ $client }</b>, { $sum }. Order { $order }.
    { $supports ->
        [0] There is nobody of sales support in the bot yet. The order waits, the lead sees it.
       *[other] It is shipped after the payment. Send to the client:
    }
    “{ $text }”
text-prepay = Order { $order } is accepted. To pay: { $sum }. We ship as soon as the money comes.
btn-copy-prepay = Text to the client
order-prepaid = 💳 <b>PREPAYMENT: ship after { $sum } is paid</b>
order-paid = 💳 Prepayment of { $sum } came: { $day }. It may be shipped
ntf-prepaid = 💳 The prepayment came: <b>{ $client }</b>, { $sum }, order { $order }. { $full ->
    [yes] It may be shipped.
   *[no] Sales support knows, shipping is open.
 }
ntf-unpaid = ⚠️ The prepayment was withdrawn: <b>{ $client }</b>, { $sum }, order { $order }. { $full ->
    [yes] Do not ship before it is paid.
   *[no] The statement was undone, shipping waits for the payment.
 }
ntf-outgrown = ⚠️ The order grew, the prepayment is short: <b>{ $client }</b>, order { $order }, now { $sum }. { $full ->
    [yes] Do not ship before the rest is paid.
   *[no] Ask the client for the rest: shipping waits.
 }
err-order-no-sum = The sum is unknown: the order has no prices. Send it to the lead for approval.
msg-withdrawn = Taken back: <b>{ $client }</b>, { $sum }. It is a draft again.
msg-order-withdrawn = Taken back by the manager: { $client }, order { $order }. Do not enter it.
btn-open-order = Open order
btn-withdraw = Take back
btn-repeat = Repeat
btn-order-file = File
btn-order-client = Client
btn-orders = To the orders
ack-order-file = The form will come as a file

msg-order = 🧾 <b>{ $client }</b>, order { $order } — { $status }
order-status-draft = draft
order-status-on-approval = waiting for the lead
order-status-handed-over = handed over
order-status-accepted = accepted
order-status-accepted-by = accepted, { $who }
order-status-entered = entered as No. { $number }
order-status-question = a question is open
order-status-closed = closed
order-status-refused = refused
order-buyer = { $legal }
order-tax = Tax number { $tax }
order-manager = Manager: { $name }
order-hold = Needs approval: { $reasons }
order-hold-approved = { $what ->
    [price] Discount
    [both] Shipping and discount
   *[credit] Shipping
 } allowed by { $who }{ $reasons ->
    [none] {""}
   *[other] : { $reasons }
 }
order-hold-agreed = Discount agreed on with { $who }
order-question = ❓ { $who }: { $text }
order-answer = ↳ { $who }: { $text }
step-held = { $at } — sent to the lead
step-approved = { $at } — allowed by { $who }
step-prepaid = { $at } — prepaid, { $who }
step-declined = { $at } — declined by { $who }
step-handed-over = { $at } — handed over
step-accepted = { $at } — accepted by { $who }
step-entered = { $at } — entered as No. { $note }, { $who }
step-withdrawn = { $at } — taken back

msg-my-orders = { $count ->
    [0] No orders handed over in two weeks.
    [one] <b>{ $count } order</b> in two weeks
   *[other] <b>{ $count } orders</b> in two weeks
 }
my-order = { $day } { $client }, { $sum } — { $status }
my-order-team = { $day } { $client }, { $sum } — { $status } ({ $who })
btn-order-row = { $order } · { $client }

# the lead

msg-approval = 📨 <b>{ $client }</b>, { $sum } — { $what ->
    [countered] another discount is offered
    [price] allow the discount?
    [both] allow shipping and the discount?
   *[credit] allow shipping?
 }
    Manager: { $manager }
approval-client = Class { $grade }, price column: { $column }
approval-more = … and { $count } more
approval-stopped = On the stop list: { $day }{ $why ->
    [none] { "" }
   *[other] , reason: { $why }
 }
approval-overdue = Overdue { $sum }
approval-debt = Debt with this order { $debt }{ $limit ->
    [none] , no limit
   *[other] , limit { $limit }
 }
approval-turnover = Orders in 90 days: { $sum }
btn-prepaid-only = 💳 Prepaid only
msg-prepaid-only = 💳 Prepaid only, decided by { $who }: <b>{ $client }</b>, { $sum }. Sales support has the order: shipped after the payment.
ntf-prepaid-only = 💳 { $who } allows it prepaid only: <b>{ $client }</b>, { $sum }. { $supports ->
    [0] There is nobody of sales support in the bot yet, the order waits.
   *[other] Sales support has it, shipped after the payment. The text for the client is in the order.
 }
btn-decide = Decide
btn-approve = ✅ Allow
btn-decline = ❌ Decline
msg-approved = ✅ Allowed by { $who }: <b>{ $client }</b>, { $sum }. Sales support has the order.
msg-declined = ❌ Declined by { $who }: <b>{ $client }</b>, { $sum }. The order is back with the manager: { $manager }.
ntf-approved = ✅ { $who } allows { $what ->
    [price] the discount
    [both] shipping and the discount
   *[credit] shipping
 }: <b>{ $client }</b>, { $sum }. { $supports ->
    [0] There is no sales support in the bot yet; the order waits.
   *[other] Sales support has the order.
 }
ntf-no-support = An order waits: <b>{ $client }</b>, { $sum }, manager { $manager }. There is no sales support in the bot — invite: /team.

# sales support

msg-queue = { $count ->
    [0] { $taken ->
        [0] No orders in progress. New ones will come here as cards.
       *[other] No new orders.
     }
    [one] <b>{ $count } order waits</b>
   *[other] <b>{ $count } orders wait</b>
 }
queue-taken = <b>Accepted, not entered</b>
queue-line = { $order }. { $client }, { $sum }, { $who } — waits { $wait }
queue-question = { $order }. { $client }, { $sum }, { $who } — question to the manager, waits { $wait }
wait-minutes = { $count ->
    [0] less than a minute
   *[other] { $count } min
 }
wait-hours = { $count } h
wait-days = { $count } d
btn-accept = Accept
btn-entered = Entered No.
btn-fix-number = Correct No.
btn-ask-manager = Question
btn-reply = Answer
ask-order-number = Order { $order }: its number in the accounting system? Type it, up to 40 characters.
ask-order-number-instead = Order { $order }: now No. { $was }. Type the right number, up to 40 characters.
ask-order-question = Order { $order }: what to ask the manager? Type it in one message.
ask-order-answer = Order { $order }, question: { $text }
    Type the answer in one message.
msg-entered = Order { $order } is entered as No. { $number }. The manager knows.
msg-asked = The question about order { $order } is with the manager: { $manager }. The answer will come here.
msg-answered = The answer about order { $order } is sent: { $who }.
ntf-entered = Entered as No. { $number }: <b>{ $client }</b>, { $sum }
ntf-number-fixed = Number corrected: <b>{ $client }</b>, { $sum } — entered as No. { $number } instead of { $was }
ntf-question = ❓ <b>{ $client }</b>, order { $order }. { $who } asks:
    { $text }
ntf-answer = ↳ <b>{ $client }</b>, order { $order }. { $who } answers:
    { $text }
    The question was: { $asked }

# the order form

form-title = Order
form-number = No.
form-date = Date
form-client = Client
form-legal-name = Legal name
form-tax-number = Tax number
form-delivery-date = Delivery
form-address = Address
form-manager = Manager
form-comment = Comment
form-position = No.
form-code = Code
form-name = Product
form-quantity = Quantity
form-unit = Unit
form-price = Price
form-discount = Discount
form-sum = Sum
form-total = Total
order-file-name = Order { $number }

# refusals

err-order-empty = The order has no lines. Type at least one.
err-order-doubt = First settle “{ $text }”: choose the product or drop the line.
err-order-gone = “{ $name }” is off the price list. Remove the line and hand the order over.
err-order-sent = The order is no longer a draft. Handed over: /orders.
err-order-taken = { $name } has accepted it already.
err-order-entered = Entered already as No. { $number }, { $name }.
err-order-decided = { $status ->
    [draft] The order is back with the manager already{ $name ->
        [none] .
       *[other] : { $name }.
    }
   *[other] Decided already{ $name ->
        [none] .
       *[other] : { $name }.
    }
 }
err-order-no-lead = Nobody can allow it: there is no lead in the bot. The order is still a draft.
err-order-answered = This question was answered already.
err-order-text = A text is needed: 1 to { $most } characters. Type it again.
err-order-amount = “{ $text }” is not clear. Type “30”, “2 boxes” or “discount 5%”.
err-order-delivery = “{ $text }” is no delivery day. Type a day from today on: “tomorrow”, “28.11”.
err-order-no-last = No earlier orders of this client in the bot. Type lines or open the catalogue.
err-order-transition = { $status ->
    [draft] The manager has the order: it was taken back.
    [accepted] Sales support is working on the order. Ask there.
    [entered] The order is entered already.
   *[other] This cannot be done with the order any more. Open it anew.
 }
err-order-line-invalid = { $field ->
    [quantity] Quantities are from 0.001 to 1,000,000. Type it again.
    [price] A price cannot be below zero. Type it again.
   *[other] Discounts are from 0 to 100%. Type it again.
 }
