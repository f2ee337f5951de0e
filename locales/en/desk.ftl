# An order at sales support: shipping, shortages, changed lines, the clock, the group.

order-status-picked = picked, No. { $number }
order-status-shipped-part = shipped in part, No. { $number }
order-status-shipped = shipped, No. { $number }
order-shipped-sum = Shipped for { $sum }
order-line-there = {" "}⚠️ { $there } in stock
order-line-lacks = {" "}⚠️ not in stock
order-line-shipped = {" "}· shipped { $shipped }

step-short = { $at } — not in stock: { $note }, { $who }
step-changed = { $at } — changed by { $who }
step-agreed = { $at } — changes accepted by { $who }
step-picked = { $at } — picked, { $who }
step-shipped-part = { $at } — shipped in part, { $who }
step-shipped = { $at } — shipped, { $who }
step-closed = { $at } — closed, { $who }
step-refused = { $at } — refused: { $note }, { $who }
step-undone = { $at } — undone: { $note }, { $who }
undo-accepted = accepted
undo-entered = entered
undo-picked = picked
undo-shipped-part = shipped in part
undo-shipped = shipped
undo-closed = closed
undo-refused = refused

btn-pick = Picked
btn-ship = Shipped
btn-close-order = Close
btn-short = Not in stock
btn-agree-changes = ✏️ Accept changes
btn-desk-more = More
btn-change-order = Change
btn-see-changes = Noted
btn-ship-part = Shipped in part
btn-refuse = Refuse
btn-undo-step = Undo: { $step }
btn-ship-this = Ship this
btn-short-none = None at all
btn-short-some = { $there } in stock
btn-send-changes = Send to support
btn-cards-home = To private chats

msg-desk-more = Order { $order }, { $client }. { $any ->
    [yes] What would you like to do?
   *[no] Nothing more can be done with it.
 }
desk-line = { $number }. { $name } — { $text }
ask-short-line = Order { $order }, <b>{ $client }</b>: which line is not in stock?
ask-short-there = { $name }, ordered { $quantity }. How much is there? Choose or type: “12”, “2 boxes”.
msg-short = Order { $order }: { $name } — { $there ->
    [none] not in stock
   *[other] { $there } in stock
 }. The manager decides: { $manager }.
ask-part = Order { $order }, <b>{ $client }</b>: what has been shipped? Correct the lines with less.
part-line = { $left } of { $quantity }
ask-part-line = { $name }, ordered { $quantity }. How much has been shipped? Type: “12”, “2 boxes”, “0”.
ask-order-refusal = Order { $order }: why is it refused? Choose or type.
refusal-cause-no-goods = Not in stock
refusal-cause-client = The client refused
refusal-cause-unpaid = Not paid
refusal-cause-twice = Duplicate

change-quantity = • { $name }: was { $before } → { $after }
change-gone = • { $name }: removed, was { $before }
change-new = • { $name }: added { $after }
change-instead = • { $was } → { $name } { $after }
change-price = , price { $before } → { $after }
change-same = • { $name }: { $after }
change-discount = , discount { $before }% → { $after }%
change-why = {" "}({ $why })
changes-by-manager-desk = ✏️ <b>The manager changed the order. Accept the changes:</b>
changes-by-manager-manager = ✏️ Your changes, not accepted by sales support yet:
changes-by-desk-desk = ✏️ Changed, not seen by the manager yet:
changes-by-desk-manager = ✏️ <b>The order was changed. Tell the client:</b>
ntf-order-changed = ✏️ <b>{ $client }</b>, order { $order }. { $who } changes the order:
msg-change-order = <b>{ $client }</b>, order { $order } — change
change-staged = Not sent yet:
ask-change = Choose a line or type: “butter 82.5 12”, “cheese 5 kg”.
ask-change-line = { $name }, { $quantity } now. How much is wanted? Choose or type: “12”, “2 boxes”.
msg-changes-sent = Sales support has the changes of order { $order }. It comes to { $sum } now.
msg-changes-seen = Changes noted: <b>{ $client }</b>, { $sum }
ack-agreed = Changes accepted
ack-seen = Noted
ack-in-private = Continued in the private chat with the bot
err-desk-amount = “{ $text }” is not clear. Type a quantity: “12”, “2 boxes”. From the price list with its name: “cheese 5 kg”.
err-order-undo-late = Too late to undo: more than { $minutes } min have passed or the order has gone on.
err-order-shipped-over = { $ordered } ordered, you typed { $shipped }. Check it and type again.
err-order-nothing-shipped = Nothing is shipped. Give the quantity of one line at least.
err-order-picked = { $status ->
    [picked] The order is picked already. Ask sales support.
    [draft] It is a draft again: change it there.
   *[other] This order cannot be changed any more.
 }
err-order-left = { $shipped } has left already: it cannot be less.
err-order-credit = { $reason ->
    [stopped] The client is on the stop list, the order cannot grow.
    [over_limit] The order would exceed the client's credit limit.
   *[long_overdue] The client is long overdue, the order cannot grow.
 } { $taken ->
    [no] Take it back to a draft, or make the addition an order of its own: the lead decides.
   *[yes] Make the addition an order of its own: the lead decides.
 }
err-private-shut = Open the private chat with the bot first: the question comes there.

ntf-shipped = Shipped: <b>{ $client }</b>, order { $order }, No. { $number }, for { $shipped }
ntf-shipped-part = Shipped in part: <b>{ $client }</b>, order { $order }, No. { $number }, for { $shipped } of { $sum }. Warn the client.
ntf-refused = ⛔ Refused by sales support: <b>{ $client }</b>, { $sum }, order { $order }. Reason: { $why }. { $cause ->
    [client] Ask the client why.
    [twice] Check that the first order is at work.
   *[other] Tell the client if they do not know.
 }
ntf-back-at-work = Sales support took the order up again: <b>{ $client }</b>, order { $order }
ntf-undone = Undone by sales support: { $what }. <b>{ $client }</b>, order { $order }

queue-standing = { $order }. { $client }, { $sum } — { $status }
queue-entered = <b>To ship</b>
desk-nobody = nobody
desk-group = group
ntf-wait-accept = ⏰ Not accepted for { $wait }: <b>{ $client }</b>, { $sum }, order { $order }, { $manager }
ntf-wait-enter = ⏰ Accepted and not entered for { $wait }: <b>{ $client }</b>, { $sum }, order { $order }
ntf-wait-answer = ⏰ Sales support has waited { $wait } for an answer: <b>{ $client }</b>, order { $order }. Question: { $question }
ntf-late-accept = ⏰ Sales support has not accepted an order for { $wait }: <b>{ $client }</b>, { $sum }, order { $order }, { $manager }. Hurry them up.
ntf-late-enter = ⏰ { $who }: accepted and not entered for { $wait }. <b>{ $client }</b>, { $sum }, order { $order }. Ask sales support.
ntf-late-answer = ⏰ { $manager } has not answered sales support for { $wait }: <b>{ $client }</b>, order { $order }. Question: { $question }

msg-desk-here = Order cards come here from now on.
msg-desk-here-already = Order cards come here already.
msg-desk-private = Order cards come to the private chats of sales support. To move them to a group or a topic, type /desk there.
msg-desk-group = Order cards come to the group: { $title }.
ntf-desk-moved = { $who }: order cards come to the group “{ $title }” from now on. If that is wrong, bring them back.
ntf-desk-home = { $who }: order cards come to the private chats again.
ntf-desk-shut = The bot is no longer in the group of sales support. Order cards come to the private chats again. Open the queue: /orders.
