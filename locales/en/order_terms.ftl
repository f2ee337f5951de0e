# Terms of an order, and what is attached to it.

btn-terms = Terms
btn-to-terms = ‹ To the terms
msg-terms = 🧾 <b>{ $client }</b>: terms of the order
terms-delivery = Delivery: { $day ->
    [none] no day yet
   *[other] { $day }
 }{ $window ->
    [none] { "" }
   *[other] , { $window }
 }
terms-address = Address: { $text ->
    [none] not known
   *[other] { $text }
 }
terms-buyer = Buyer: { $text }
terms-seller = Seller: { $text }
terms-contract = Contract: { $text }
terms-entity = { $name }{ $tax ->
    [none] { "" }
   *[other] , tax number { $tax }
 }{ $reason ->
    [none] { "" }
   *[other] , KPP { $reason }
 }
terms-contract-name = { $number ->
    [none] without a number
   *[other] No. { $number }
 }{ $day ->
    [none] { "" }
   *[other] { " " }of { $day }
 }
window-until = before { $clock }
window-since = after { $clock }
btn-chosen = ✓ { $label }
btn-window = Hours
btn-address = Address
btn-buyer = Buyer
btn-seller = Seller
btn-terms-contract = Contract
btn-any-hour = Any hour
btn-no-contract = No contract
ask-window = At what hours do they take goods in? Choose or type: “9–13”, “before 12”, “after 14:30”.
ask-address = { $address ->
    [none] No address yet.
   *[other] Now: { $address }
 }
    { $known ->
        [0] Type the address of the delivery.
       *[other] Where to? Choose or type a new address.
    }
ask-buyer = <b>{ $client }</b>: who buys?
    Choose or type another legal entity: “Lutik LLC, 7701254366”.
ask-seller = <b>{ $client }</b>: which of our companies sells?
ask-terms-contract = { $count ->
    [0] <b>{ $client }</b>: no contract in force.
   *[other] <b>{ $client }</b>: by which contract?
 }

# attached

draft-papers = 📎 Attached: { $count }
btn-papers = Attached ({ $count })
btn-load-paper = It is an import
btn-drop-paper = Remove
paper-photo = Photo
paper-file = File
msg-attached = 📎 Attached to the order: { $name }
    <b>{ $client }</b> — { $count ->
    [one] { $count } attachment
   *[other] { $count } attachments
 }. Sales support will see { $count ->
    [one] it
   *[other] them
 } with the order.
msg-papers = { $count ->
    [0] <b>{ $client }</b>: nothing is attached. Send a photo or a file while the order is open.
    [one] 📎 <b>{ $client }</b>, order { $order }: { $count } attachment
   *[other] 📎 <b>{ $client }</b>, order { $order }: { $count } attachments
 }
paper-caption = { $name }
    <b>{ $client }</b>, order { $order }
msg-paper-loads = Taken off the order: { $name }. It is read as an import.

err-order-window = “{ $text }” is not a time. Type “9–13”, “before 12” or “after 14”.
err-order-buyer = “{ $text }” is not clear. Type the name and the tax number: “Lutik LLC, 7701254366”. Check its digits.
err-order-papers = { $most } are attached already, that is the most. Remove one.
