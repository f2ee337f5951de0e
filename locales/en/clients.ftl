# Clients: the list, search, the card, a new one, changes; history.

msg-clients = { $count ->
    [one] <b>{ $count } client</b>
   *[other] <b>{ $count } clients</b>
 }
clients-page = Shown: { $start }–{ $end }
ask-client-search = To find one, type a name, a phone or a tax number.
msg-clients-none = No clients yet. Add the first one or send a file: /import.
client-label-tax-number = tax no. { $number }
msg-hits = Found by “{ $typed }”: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }
msg-hits-more = Many found by “{ $typed }”; the nearest { $count } are shown. Type more or choose.
msg-hits-none = Not found: “{ $typed }”.
 A client is found by name, phone, tax number or person.{ $sells ->
    [yes] {" "}To record what happened, type one line, in Russian for now.
   *[no] { "" }
 }

btn-clients-back = ‹ Earlier
btn-clients-on = Further ›
btn-new-client = ➕ New client
btn-new-named = ➕ New client “{ $name }”
btn-to-clients = ‹ Clients
btn-to-client = ‹ To the client
btn-client-done = Done

msg-client = <b>{ $name }</b> · { $kind ->
    [lead] lead
   *[client] client
 } · { $grade }
client-excluded = 🔕 not called: left out of the call lists
client-as-of = {" "}as of { $day }
client-advance = advance { $advance }
client-promise-broken = 🤝 promise not kept: { $day }
client-limit = 💳 limit { $limit }
client-delay = ⏳ { $days ->
    [0] no payment delay
    [one] payment delay { $days } day
   *[other] payment delay { $days } days
 }
client-next = 📅 { $day } — { $what }
client-next-what = { $kind ->
    [visit] meeting
    [task] { $reason ->
        [offer] send the offer
        [retry] find a number
       *[other] to do
     }
   *[other] { $reason ->
        [call_back] call back
        [retry] try again
        [offer] ask about the offer
       *[other] call
     }
 }
client-last-contact = 💬 last talk: { $day }
client-contract = 📄 contract until { $day }
client-rhythm = 🧾 orders every { $gap } days, { $since } since the last
client-rhythm-late = 🧾 an order is due: every { $gap } days, { $since } since the last
client-manager = 👤 { $name }
client-people-more = …and { $count } more
client-phone = ☎️ { $value }
client-legal-name = { $value }
client-tax-number = Tax no. { $value }
client-address = 📍 { $value }
client-industry = Industry: { $value }
client-price = Prices: { $value }
client-note = 📌 { $value }

btn-client-call = 📞 Call
btn-client-order = 🧾 Order
btn-client-debt = 💰 Debt
btn-client-promise = 🤝 Promised
btn-client-note = 📝 Note
btn-client-edit = ✏️ Change
btn-client-history = 🕘 History
btn-client-people = 👥 People

ask-client-name = What is the client called? Type the name.
ask-client-alike = “{ $name }”: there seems to be one already. Open it or save a new one.
ask-client-kind = “{ $name }” — a lead or a client?
btn-client-same = This one: { $name }
btn-save-lead = ➕ New lead
btn-save-client = ➕ New client
msg-client-saved = <b>{ $name }</b>: { $kind ->
    [lead] lead saved
   *[client] client saved
 }
ask-client-details = You may add a phone, a person's name, a tax number — a message each.

msg-client-edit = <b>{ $name }</b>: what to change? The class is one tap.
btn-class = { $grade }
btn-class-now = ● { $grade }
btn-field-name = Name
btn-field-legal_name = Legal name
btn-field-tax_number = Tax number
btn-field-phone = Phone
btn-field-address = Address
btn-field-district = District
btn-field-industry = Industry
btn-field-credit_limit = Limit
btn-field-payment_delay = Payment delay
btn-field-note = Pinned note
btn-make-client = Became a client
btn-calls-off = 🔕 Do not call
btn-calls-on = 🔔 Call again
btn-client-delete = Delete
btn-client-delete-yes = Yes, delete
ask-client-field = <b>{ $name }</b>. { $field ->
    [name] Type the new name.
    [legal_name] Type the legal name. A minus “-” clears it.
    [tax_number] Type the tax number: 10 or 12 digits. A minus “-” clears it.
    [phone] Type the phone: +7 916 123-45-67. A minus “-” clears it.
    [address] Type the address. A minus “-” clears it.
    [district] Type the district: visits of a day are grouped by it. A minus “-” clears it.
    [industry] Type the industry: “café”, “building”. A minus “-” clears it.
    [founded] Type when it was founded: “12.03.2005”, “March 2005” or “2005”. A minus “-” clears it.
    [together] Type since when you have worked together: “12.03.2015”, “March 2015” or “2015”. A minus “-” goes by the first order.
    [credit_limit] Type the credit limit: “500 000”. A minus “-” means no limit.
    [payment_delay] Type the payment delay in days: “14”. A minus “-” clears it.
   *[note] Type the pinned note: it always stands on the card. A minus “-” clears it.
 }
ask-client-note = <b>{ $name }</b>. Type the note: it goes into the history.
msg-delete-sure = Delete <b>{ $name }</b>? It disappears from lists and searches. { $owes ->
    [yes] It owes { $debt }.
   *[no] It owes nothing.
 }
msg-client-deleted = Deleted: <b>{ $name }</b>.

ack-class = Class { $grade }
ack-became-client = Now a client
ack-calls-off = Off the call lists
ack-calls-on = Back on the call lists

err-client-field = { $field ->
    [name] A name has 1 to 200 characters, with a letter or a digit at least. Type it again.
    [tax_number] The tax number “{ $text }” does not add up: it has 10 or 12 digits with a right check digit. Check it and type it again.
    [phone] “{ $text }” is not a phone number. Type, for example, +7 916 123-45-67.
    [credit_limit] “{ $text }” is not a sum. Type “500 000”.
    [payment_delay] A payment delay is 0 to 365 days. Type, for example, 14.
    [detail] “{ $text }” is not clear. Type a phone, a person's name or a tax number.
    [founded] “{ $text }” is no date. Type “12.03.2005”, “March 2005” or “2005”.
    [together] “{ $text }” is no date. Type “12.03.2015”, “March 2015” or “2015”.
    [empty] Nothing there. Type the text again.
   *[other] Too long. Type it shorter.
 }

msg-history = <b>{ $name }</b>: history
history-empty = Nothing yet.
btn-history-more = More
event-quote = {" "}— “{ $text }”
event-created = card made
event-call = call, { $outcome }
event-reason = : { $reason }
event-note = note
event-skipped = not called: { $reason }
event-order = order no. { $order }{ $priced ->
    [yes] {" "}for { $total }
   *[no] {""}
 }{ $status ->
    [draft] , draft
    [handed_over] , handed over
    [accepted] , accepted
    [entered] , entered
    [question] , question
    [closed] , closed
    [picked] , picked
    [shipped_part] , shipped in part
    [shipped] , shipped
    [refused] , refused
   *[none] {""}
 }
event-promise = promised to pay: { $due }
event-promise-sum = promised { $amount }: { $due }
event-promise-judged = { $state ->
    [kept] promise kept
    [partly_kept] promise partly kept
    [cancelled] promise cancelled
   *[broken] promise not kept
 } ({ $due })
event-payment = { $said ->
    [yes] reported: { $known ->
        [yes] paid { $amount }
       *[no] paid
     }
   *[no] paid { $amount }
 }
event-competitor = competitor { $name }{ $goods ->
    [yes] : { $product }
   *[no] {""}
 }{ $priced ->
    [yes] {" "}at { $price }
   *[no] {""}
 }{ $changed ->
    [yes] {" "}({ $change }%)
   *[no] {""}
 }
event-shortage = { $what ->
    [dropped] did without: { $product }
    [replaced] took an analogue: { $product }
   *[other] asked for, out of stock: { $product }
 }
event-claim = claim: { $kind }
event-meeting = meeting: { $day }
event-greeting = { $occasion ->
    [birthday] congratulated on the birthday: { $person }
    [newyear] wished a happy New Year: { $person }
    [march8] congratulated on 8 March: { $person }
    [february23] congratulated on 23 February: { $person }
    [founded] congratulated on the company's birthday: { $person }
    [together] congratulated on the years together: { $person }
   *[holiday] { $holiday }, congratulated: { $person }
 }
event-person = person added: { $name }
event-file = file: { $name }
event-changed = { $what ->
    [name] name changed
    [legal_name] legal name changed
    [tax_number] tax number changed
    [phone] phone changed
    [address] address changed
    [district] district changed
    [industry] industry changed
    [founded] date of foundation changed
    [together] start of work together changed
    [credit_limit] credit limit changed
    [payment_delay] payment delay changed
    [note] pinned note changed
    [class] class changed
    [became_client] became a client
    [excluded] left out of the call lists
    [included] back on the call lists
    [deleted] deleted
    [person] details changed: { $name }
    [person_removed] removed: { $name }
    [person_exported] a person's data exported
    [person_erased] a person's data erased
    [offer-sent] offer sent
    [offer-made] offer made
   *[other] details changed
 }
