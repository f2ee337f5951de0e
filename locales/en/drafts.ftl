# A line in one's own words: the draft, its questions, what was saved and what was taken back.

captured-of = { $state ->
    [saved] ✅ <b>Saved: { $client }</b>
   *[open] ✏️ <b>Draft: { $client }</b>
 }
captured-of-last = { $state ->
    [saved] ✅ <b>Saved: { $client }</b> (the last client)
   *[open] ✏️ <b>Draft: { $client }</b> (the last client)
 }
captured-of-many = { $state ->
    [saved] ✅ <b>Saved: { $count } clients</b>
   *[open] ✏️ <b>Draft: { $count } clients</b>
 }
captured-of-somebody = ✏️ <b>Draft: which client?</b>
captured-of-nobody = { $state ->
    [saved] ✅ <b>Saved</b>
   *[open] ✏️ <b>Draft</b>
 }
captured-nothing-left = Every line is removed. Bring one back: “Edit”.
captured-undo-until = It can be undone until { $clock }.
captured-handed = 🧾 Order { $order } is with sales support: { $sum }.
captured-held = 📨 Order { $order } waits for the team lead: { $sum }. Reason: { $reasons }.
captured-kept = ⚠️ { $client }: the order has not gone yet. Open it: { $why }.
captured-kept-checks = there are questions about the goods
captured-kept-step = the quantity is not in whole packs
captured-kept-stock = the stock has less
captured-left = 🧾 { $client }: the draft is as it was, { $lines ->
    [0] with its questions
    [one] { $lines } line for { $sum }
   *[other] { $lines } lines for { $sum }
 }.
btn-to-order = To the order
btn-left-draft = To the draft
captured-dropped = ✖ <b>Not saved</b>
captured-undone = ↩ <b>Undone: nothing is saved</b>

captured-last = { $client } (the last client)
captured-client-doubt = “{ $query }” ❓
captured-client-unsaid = who? ❓
captured-more = …and { $count } more
captured-unread = Not understood: “{ $text }”

captured-call = Call: { $outcome }
captured-call-with = Call, { $person }: { $outcome }
captured-reason = {" "}({ $reason })
captured-words = {" "}— “{ $text }”
captured-order = Order:
captured-order-many = Order, { $count ->
    [one] { $count } line
   *[other] { $count } lines
 }
captured-repeat = The same order as last time
captured-delivery = , delivery { $day }
captured-goods = { $name } — { $quantity }
captured-goods-doubt = “{ $name }” ❓ — { $quantity }
captured-name-doubt = “{ $name }” ❓
captured-quantity-doubt = how many ❓
captured-price = {" "}at { $price }
captured-listed = {" "}at { $price } per { $unit } (list)
captured-discount = , { $discount }% off
captured-next = { $kind ->
    [visit] Visit
    [meeting] Meeting
   *[call] Call
 } { $day }
captured-next-at = { $kind ->
    [visit] Visit
    [meeting] Meeting
   *[call] Call
 } { $day } at { $clock }
captured-promise = Promised to pay by { $day }
captured-promise-sum = Promised { $sum } by { $day }
captured-payment = Paid, by the client's word
captured-payment-sum = Paid { $sum }, by the client's word
captured-quiet = No reminders until { $day } or a new file
captured-on-day = {" "}({ $day })
captured-birthday = Birthday: { $name } — { $day }
captured-birthday-year = {" "}{ $year }
captured-person = New contact: { $name }
captured-new-client = New client: { $name }
captured-claim = Claim: { $kind }
captured-competitor = Competitor { $name }
captured-cheaper = { $percent }% cheaper
captured-dearer = { $percent }% dearer
captured-shortage = Request to logistics: { $goods }
captured-offers = { $channel ->
    [phone] Offered by phone: { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
   *[email] Offers sent by e-mail: { $count }
 }
captured-note = Note: { $text }

ask-captured-client = ❓ “{ $text }”: which client?
ask-captured-client-none = ❓ “{ $text }” is none of your clients. Type the name otherwise or drop the line.
ask-captured-client-unsaid = ❓ No client is named. Who is it? Type the name.
ask-captured-product = ❓ “{ $text }”: which product?
ask-captured-product-none = ❓ “{ $text }” is not in the price list. Type the goods otherwise or drop the line.
ask-captured-quantity = ❓ { $name }: how many { $unit }? Choose or type “20”, “5 boxes”.
ask-captured-quantity-any = ❓ { $name }: how many? Type “20” or “5 boxes”.
ask-captured-basis = ❓ { $name }: is { $price } per pack or per { $unit }?
ask-captured-due = ❓ When will they pay? A button or words: “Fri”, “120k on Friday”.
ask-captured-day = ❓ When? A button or words: “tomorrow”, “thu at 15”.
ask-captured-reason = ❓ Why refused?
ask-captured-claim_kind = ❓ What is the claim about?
ask-captured-wanted = ❓ { $name }: did the client order it, or do we have none?
wanted-order = 🧾 Ordered
wanted-lack = 📦 We have none
ask-captured-name-client = { $text ->
    [none] Who is it? Type the client's name or a part of it.
   *[other] “{ $text }”: who is it? Type the client's name or a part of it.
 }
ask-captured-name-product = “{ $text }”: what is it? Type the goods as in the price list, or their code.
captured-edit = ✏️ <b>Edit</b>. ✏️ retypes a line, ✖ removes it.
ask-captured-correct = Type it as it should be. For example: { $kind ->
    [call] “no answer”.
    [order] the goods and how many.
    [line] “25”, “2 boxes”.
    [repeat] the day of delivery.
    [next] “thu at 15”.
    [promise] “120k on Friday”.
    [payment] the sum and the day.
    [birthday] “12 March”.
    [person] the name, what they do and the phone.
    [new-client] the name and the phone.
    [claim] what is wrong, with what, how many.
    [competitor] the name, the goods and the price.
    [shortage] the goods and how many.
    [offers] how many.
   *[note] any words.
 }
msg-captured-whom = “{ $text }”: who is meant?
msg-captured-nobody = Nobody found: “{ $text }”. Type the name, phone or tax number otherwise.

msg-last-orders = { $count ->
    [0] 🧾 <b>{ $client }</b>: no orders in the bot yet.
    [one] 🧾 <b>{ $client }</b>: the last order
   *[other] 🧾 <b>{ $client }</b>: the last orders
 }
last-order = <b>{ $day }</b> — { $sum }

btn-captured-save = Save
btn-captured-edit = Edit
btn-captured-other = Other…
btn-captured-undo = Undo
btn-captured-copy = Copy the text
btn-captured-fix = ✏️ { $number }. { $what }
btn-captured-strike = ✖ { $number }
btn-captured-unstrike = ↩ { $number }
ack-captured-saved = Saved already
btn-captured-to-draft = ‹ To the draft
btn-captured-dispute = Dispute the debt
btn-captured-dispute-of = Dispute the debt: { $client }
btn-captured-order = Order: { $client }
captured-kind = { $kind ->
    [call] Call
    [order] Order
    [repeat] Order
    [next] Next
    [promise] Promise
    [payment] Payment
    [birthday] Birthday
    [person] Contact
    [new-client] New client
    [claim] Claim
    [competitor] Competitor
    [shortage] Logistics
    [offers] Offers
   *[note] Note
 }

err-draft-unclear = “{ $text }” is not clear. Type it another way: the draft is kept.
err-draft-doubt = { $field ->
    [client] Choose the client first. The draft is here.
    [product] Choose the goods first: “{ $query }”.
    [quantity] Type how many first: “{ $query }”.
   *[other] Answer the question under the draft first.
 }
err-draft-closed = { $state ->
    [saved] This is saved and does not change. “Undo” is under it.
    [undone] This was undone, nothing of it is saved. “Repeat” reads the text again.
   *[dropped] This draft was cancelled. “Repeat” reads the text again.
 }
err-draft-old = The draft is of { $day }: its days were counted from then. Type the line again.
err-draft-empty = Nothing to save: every line is removed. Bring one back: “Edit”.
err-draft-undo-over = The ten minutes are over: what was saved stays. Change it on the client's card.
err-draft-changed = { $what ->
    [order] It cannot be undone: order { $number } is being worked on ({ $name }). Everything stays saved.
    [client] It cannot be undone: { $client } has been changed since ({ $name }). Everything stays saved.
   *[other] It cannot be undone: what was saved has been changed since. Everything stays.
 }
err-order-moved = The client is now with { $name }: this draft is closed.
err-order-which-line = Which line is “{ $text }” about? Tap ✏️ with its number, or type it with the goods: “butter 20”.
