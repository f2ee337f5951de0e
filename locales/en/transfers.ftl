# Handing over clients: whom, to whom, what goes along; the journal; the brief for the new manager.

btn-transfer-clients = Hand over clients
btn-transfer-client = Hand over
btn-handover = Hand-over brief
btn-transfers = Hand-overs
msg-transfer = <b>{ $name }</b>: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }
 Whom to hand over?
msg-transfer-leaving = To close access, hand over the clients. <b>{ $name }</b>: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }
 Whom first? They may go to different people.
btn-transfer-all = All ({ $count })
btn-transfer-some = Choose…
btn-transfer-class = { $grade }: { $count }
btn-transfer-place = { $place }: { $count }
msg-ticks = <b>{ $name }</b>: { $count ->
    [0] nobody chosen
    [one] { $count } client chosen
   *[other] { $count } clients chosen
 }
ask-ticks = Tick the clients. To find one, type a name.
ticks-found = Found for “{ $typed }”:
ticks-none = Nothing found: “{ $typed }”. Try other words.
tick-on = ✅ { $name } · { $grade }
tick-off = ▫️ { $name } · { $grade }
btn-ticks-all = Whole list
btn-ticked = Done ({ $count })
msg-takers = { $name }: { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } client
   *[other] { $count } clients
 }. To whom?
msg-takers-none = There is nobody to hand over to: invite a manager — /team.
btn-taker = { $name } ({ $count })
msg-transfer-one = <b>{ $client }</b>: { $giver } → { $taker }
msg-transfer-many = { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }: { $giver } → { $taker }
transfer-along = Going along:
transfer-alone = Nothing is open. The history stays.
transfer-orders = 🧾 { $count ->
    [one] { $count } order on its way
   *[other] { $count } orders on their way
 }
transfer-drafts = ✏️ { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
 }
transfer-promises = 🤝 { $count ->
    [one] { $count } promise
   *[other] { $count } promises
 }
transfer-claims = ⚠️ { $count ->
    [one] { $count } claim
   *[other] { $count } claims
 }
transfer-offers = 📨 { $count ->
    [one] { $count } offer
   *[other] { $count } offers
 }
transfer-waits = 📦 { $count ->
    [one] { $count } wait for goods
   *[other] { $count } waits for goods
 }
transfer-errands = 📌 { $count ->
    [one] { $count } errand
   *[other] { $count } errands
 }
transfer-contacts = 📅 { $count ->
    [one] { $count } next contact
   *[other] { $count } next contacts
 }
transfer-occasions = 🎂 { $count ->
    [one] { $count } birthday within a month
   *[other] { $count } birthdays within a month
 }
transfer-leaving = Then access is closed: { $name }.
btn-give = Hand over
btn-give-dismiss = Hand over, dismiss
msg-transferred = { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } client
   *[other] { $count } clients
 }: { $giver } → { $taker }. What is open went along; past figures stay.
transferred-dismissed = Access closed: { $name }.
transferred-left = { $name }: { $count ->
    [one] { $count } client left
   *[other] { $count } clients left
 }.
btn-transfer-rest = Hand over the rest
btn-transfer-undo = Undo
ntf-received = 📥 You have { $count ->
    [1] a new client, <b>{ $client }</b>
    [one] { $count } new client
   *[other] { $count } new clients
 }: { $giver } → you. Handed over by { $by }.
received-key = Begin with the key ones:
received-line = • { $name } · { $grade }
received-line-debt = • { $name } · { $grade } · overdue { $debt }
received-next = { $count ->
    [1] What is open is already yours. The button opens the brief.
   *[other] What is open is already yours. Whom to call: /calls, all of them: /clients.
 }
ntf-given-away = ↪️ { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } client
   *[other] { $count } clients
 }: you → { $taker }. Handed over by { $by }. Who is left: /clients.
ntf-taken-back = ↩️ { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } client
   *[other] { $count } clients
 }: you → { $taker }. { $by } undid the hand-over. Who is left: /clients.
ntf-clients-back = ↩️ { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } client
   *[other] { $count } clients
 }: { $giver } → you. Given back by { $by }. Whom to call: /calls.
msg-transfer-undone = Undone. { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } client
   *[other] { $count } clients
 }: { $taker } → { $giver }.
transfer-stayed = Not taken back, there was work on them: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }. Still with { $taker }.
msg-transfers = <b>Hand-overs</b>
msg-transfers-none = Nothing was handed over yet. Begin with a person: /team.
transfer-line = { $at } · { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } client
   *[other] { $count } clients
 }: { $giver } → { $taker } ({ $by }){ $undone ->
    [yes] , undone
   *[no] {""}
 }
btn-undo-line = Undo: { $count ->
    [1] { $client }, { $giver } → { $taker }
    [one] { $count } client, { $at }
   *[other] { $count } clients, { $at }
 }
ask-transfer-undo = { $at } · { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }: { $giver } → { $taker }. Undo the hand-over? Whoever was worked on stays with { $taker }.
btn-transfer-undo-yes = Yes, undo
event-transfer = client handed over: { $from } → { $to }
msg-handover = <b>{ $name }</b> · { $grade } · hand-over brief
handover-promise = 🤝 promised to pay: { $day }{ $known ->
    [yes] , { $amount }
   *[no] {""}
 }
handover-no-orders = 🧾 no orders yet
handover-last-order = 🧾 last order: { $day }
handover-rhythm = 🧾 last order: { $day }, usually every { $gap } days
handover-order = 🧾 order { $order }: { $status }, { $total }{ $dated ->
    [yes] , for { $delivery }
   *[no] {""}
 }
handover-waits = 📦 waits for: { $what }
handover-price = 🏷 { $rule }
handover-no-next = 📅 no next contact
handover-note = { $day }: { $text }
