# Not in stock: the manager's decision, requests to logistics, lost demand.

reason-arrived = arrived: { $name }
order-line-short = {" "}— ⚠️ { $missing } of { $whole } lacking
btn-lack-lines = ⚠️ Lacking: { $name }

# all lines of one order

msg-lacks = 📦 <b>{ $client }</b>, order { $order }. Not in stock: { $count ->
    [one] { $count } line
   *[other] { $count } lines
 }
lack-line = • { $goods }

# one client, one product

lack-goods = { $name }, { $quantity }
msg-shortage = 📦 <b>Not in stock: { $goods }</b>
lack-whose = { $client ->
    [none] No client was named.
   *[other] { $order ->
        [0] Client: { $client }
       *[other] Client: { $client }, order { $order }
     }
 }
lack-open = Decide what to offer the client.
lack-asked = { $alone ->
    [yes] The bot has no logistics: find out the day and name it.
   *[other] Logistics was asked, the answer comes here.
 }
lack-waiting = The client waits until { $day }. When the goods come, the client returns to the call list.
lack-arrived = The goods have come. Call the client.
lack-ordered = The goods have come and are ordered.
lack-replaced = An analogue was taken: { $goods }{ $same ->
    [yes] {""}
   *[no] . Its unit differs: check the quantity.
 }
lack-taken = { $order ->
    [0] { $quantity } left the order.
   *[other] { $quantity } left order { $order }, support knows.
 }
lack-dropped = { $never ->
    [yes] Logistics: it will not come. Noted as lost demand, { $sum }.
   *[other] The client does without. Noted as lost demand, { $sum }.
 }
lack-stock = { $quantity } are there and stay in the order.
lack-arrives = { $quantity ->
    [none] On its way: { $day }
   *[other] On its way: { $day }, { $quantity }
 }
lack-analogues = Replace it with one tap:
lack-analogues-named = Logistics offers the first of these:
lack-wish = • { $client ->
    [none] no client
   *[other] { $client }
 }{ $quantity ->
    [none] {""}
   *[other] {" "}— { $quantity }
 }{ $manager ->
    [none] {""}
   *[other] {" "}({ $manager })
 }
lack-card = 📦 <b>Arrived: { $goods }</b>{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
 }
btn-lack-wait = Wait until { $day }
btn-lack-analogue = { $name } · { $price }
btn-lack-taken = ★ { $name } · { $price }
btn-lack-else = Another product
btn-lack-term = Name the day
btn-lack-others = { $count ->
    [one] { $count } more line lacking
   *[other] { $count } more lines lacking
 }
btn-lack-ask = Ask logistics
btn-lack-drop = Can do without
btn-lack-refused = No longer needed
btn-lack-order = 🧾 To the order
btn-lack-list = Waiting for goods

# what the manager learns

ntf-lack-promised = 📦 <b>Coming { $day }: { $product }</b>{ $quantity ->
    [none] {""}
   *[other] , { $quantity }
 }
    Answered by { $who }. Waiting:
ntf-lack-analogue = 📦 <b>Not in stock: { $product }</b>
    { $who } offers { $analogue }. Waiting:
ntf-lack-never = 📦 <b>Will not come: { $product }</b>
    Answered by { $who }. Were waiting:
ntf-lack-arrived = 📦 <b>Arrived: { $product }</b>{ $quantity ->
    [none] {""}
   *[other] , { $quantity }
 }
    Were waiting:
ntf-lack-late = 📦 <b>Has not come: { $product }</b>
    It was promised for { $day }.{ $alone ->
    [yes] {""}
   *[no] {" "}Logistics was asked.
 } Waiting:
ntf-lack-question = ❓ <b>{ $product }</b>{ $client ->
    [none] {""}
   *[other] , { $client }
 }
    { $who }: { $text }
lack-next = { $what ->
    [promised] Tell the client the day: will they wait?
    [analogue] Offer it to the client and put it in the order.
    [never] Offer an analogue before the client is gone.
    [arrived] The clients stand in the call list, the line is ready.
   *[late] Warn the client or offer an analogue.
 }
lack-apart = This is a new draft: other orders of the client are as they were.
note-arrived = ✓ In stock again, the line is in the draft: { $name }, { $after }
note-arrived-apart = ✓ In stock again, the line is in a new draft: { $name }, { $after }
btn-lack-put = 🧾 { $name } { $quantity }
btn-lack-take = Take: { $name }
btn-lack-other = Something else
btn-lack-decide = { $name }: decide
msg-lack-found = { $count ->
    [0] Nothing is like “{ $text }”. Type it another way.
   *[other] What to put in the order?
 }
ask-lack-reply = <b>{ $product }</b>
    { $text }
    Type the answer.
msg-lack-replied = The answer is sent: { $who }

msg-lack-own = { $count ->
    [0] Nobody waits for goods.{ $own ->
        [yes] {" "}If goods are lacking, tap “⚠️ Lacking” in the draft.
       *[no] {""}
     }
    [one] <b>{ $count } client waits for goods</b>
   *[other] <b>{ $count } clients wait for goods</b>
 }
lack-own = • { $client ->
    [none] { $goods }
   *[other] { $client } — { $goods }
 }{ $manager ->
    [none] { "" }
   *[other] { " " }({ $manager })
 }: { $state ->
    [open] to decide
    [asked] logistics was asked
    [alone] find out the day
    [waiting] waits until { $day }
   *[arrived] <b>arrived</b>
 }
btn-lack-row = { $client }

# the card of logistics

msg-request = { $state ->
    [arrived] ✅ <b>Arrived: { $product }</b>
    [never] 📦 <b>Will not come: { $product }</b>
   *[other] 📦 <b>Not in stock: { $product }</b>
 }
request-open = Asked { $at }{ $day ->
    [none] .
   *[other] . The price list says { $day }.
 }
request-promised = Promised for { $day }{ $quantity ->
    [none] {""}
   *[other] , { $quantity }
 }{ $who ->
    [none] {" "}(by the price list)
   *[other] {" "}({ $who })
 }
request-analogue = Offered instead: { $name } ({ $who })
request-never = Answered by { $who }
request-arrived = { $count ->
    [0] Nobody waited.
   *[other] The managers know, their clients are in the call list.
 }
request-waits = { $count ->
    [0] Nobody waits.
    [one] { $count } client waits{ $priced ->
        [0] :
       *[other] , { $sum }:
     }
   *[other] { $count } clients wait{ $priced ->
        [0] :
       *[other] , { $sum }:
     }
 }
request-decide = The managers decide: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }{ $priced ->
    [0] :
   *[other] , { $sum }:
 }
request-more = …and { $count } more
request-stock = Stock on record: { $quantity }
request-unanswered = ⏰ Not answered. Managers wait.
request-late = ⏰ Promised for { $day }. Has it come?
btn-arrival = Coming…
btn-arrival-other = Another day
btn-offer-analogue = Analogue
btn-never = Will not come
btn-never-sure = Yes, it will not
ask-never = <b>{ $product }</b>: sure that it will not come? { $count ->
    [one] { $count } client waits
   *[other] { $count } clients wait
 }{ $priced ->
    [0] { "" }
   *[other] , { $sum }
 }: the managers hear of it at once, the demand is written down as lost.
btn-came = ✅ Arrived
btn-wanted = ‹ Requests
ask-arrival = <b>{ $product }</b>: when does it come? Choose or type: “28.11”, “Friday, 400”.
ask-analogue = <b>{ $product }</b>: what to offer instead? Type a part of the name.
msg-analogue-found = { $count ->
    [0] Nothing is like “{ $text }”. Type it another way.
   *[other] What to offer the managers?
 }
ask-who-waits = <b>{ $product }</b>: type a question to the managers whose clients wait.
msg-who-waits-asked = The question is sent: { $names }
ntf-lack-reply = 💬 { $who }: { $text }
msg-requests = { $count ->
    [0] No requests. New ones come here by themselves.
    [one] <b>Clients wait for { $count } product</b>
   *[other] <b>Clients wait for { $count } products</b>
 }{ $fresh ->
    [0] { "" }
   *[other] , { $fresh } without an answer
 }
request-row = { $number }. { $product } — { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }{ $sum ->
    [none] {""}
   *[other] , { $sum }
 }: { $state ->
    [promised] promised { $day }
   *[open] waits { $wait }
 }
menu-shortages = 📦 Not in stock

# lost demand

btn-lost = Lost demand
msg-lost-none = { $weeks ->
    [1] <b>No demand lost this week</b>
   *[other] <b>No demand lost in { $weeks } weeks</b>
 }
msg-lost = { $weeks ->
    [1] <b>Lost this week: { $sum }</b>
   *[other] <b>Lost in { $weeks } weeks: { $sum }</b>
 }, { $count ->
    [one] { $count } refusal
   *[other] { $count } refusals
 }
lost-line = • { $goods }{ $sum ->
    [none] {""}
   *[other] {" "}— { $sum }
 }: { $clients } ({ $managers })
btn-lost-weeks = { $count ->
    [1] This week
   *[other] { $count } weeks
 }
btn-lost-file = As a file
ack-lost-file = Making the table
lost-file-name = Lost demand { $day }
lost-sheet-name = Lost demand
lost-column-week = Week of
lost-column-product = Product
lost-column-quantity = Quantity
lost-column-unit = Unit
lost-column-sum = Sum at list price, ₽
lost-column-clients = Clients
lost-column-managers = Managers

command-shortages = 📦 Not in stock: who waits, the day, an analogue

err-arrival = “{ $text }” is not clear. Type a day that has not passed, and how much: “28.11, 400”.
