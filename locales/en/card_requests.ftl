# Cards asked of accounting: goods and clients without a code.

msg-card = { $status ->
    [open] <b>{ $kind ->
        [product] Product
       *[client] Client
     } card needed</b>
    [question] <b>{ $kind ->
        [product] Product
       *[client] Client
     } card: waiting for a reply</b>
    [answered] <b>Card made</b>: code { $code }, { $who }
    [refused] <b>No card</b>: { $who }
   *[withdrawn] <b>Request withdrawn</b>: { $who }
 }
card-name = { $name }
card-legal-name = Legal name: { $name }
card-unit = Unit: { $unit }
card-text = The client’s words: “{ $text }”
card-client = Client: { $name }
card-asker = Asked by { $who }
card-tax-number = Tax number { $text }
card-reason-code = Reason code { $text }
card-address = Address: { $text }
card-product = In the catalogue: { $name }
card-reason = Reason: { $text }
card-said = { $who }: { $text }
btn-card-code = Code…
btn-card-refuse = Refuse
btn-card-ask = Question
btn-card-reply = Reply
btn-card-withdraw = Withdraw
btn-card-draft = ‹ To the order
btn-card-client = To the client
btn-card-order = New order
btn-card-new-order = To orders
btn-card-show = Show request
btn-card-back = ‹ To the request
btn-card-send = Request
btn-cards = All requests
btn-ask-card = Request a card
btn-not-in-catalogue = Not in the catalogue
btn-client-code = Ask for code
btn-cards-waiting = Cards waiting: { $count }
btn-card-line = { $kind ->
    [product] 📦
   *[client] 👤
 } { $name } — { $who }

ntf-card-answered = <b>{ $kind ->
    [product] Product
   *[client] Client
 } card made</b>: { $name }, code { $code }.
ntf-card-refused = <b>No card</b>: { $name }.
    { $who }: { $reason }
ntf-card-line = { $state ->
    [taken] The line is in the order: { $client }.
    [asked] In the order of “{ $client }” it waits for a quantity.
    [change] The order of “{ $client }” was handed over: open it, tap Change and type “{ $name }” with a quantity.
   *[late] The order of “{ $client }” has gone: put it into a new one.
 }
ntf-card-question = { $who } asks about the card “{ $name }”:
    { $text }
ntf-card-reply = { $who } replies about the card “{ $name }”:
    { $text }
ntf-card-wait-code = ⏰ A { $kind ->
    [product] product
   *[client] client
 } card has waited { $wait } for its code: <b>{ $name }</b>. Asked by { $who }{ $client ->
    [none] .
   *[other] , for { $client }.
 }
ntf-card-wait-answer = ⏰ Accounting has waited { $wait } for your reply about the card <b>{ $name }</b>
ntf-card-late-code = ⏰ Accounting has given no code for { $wait }: <b>{ $name }</b>. { $own ->
    [yes] Hurry them up.
   *[no] Asked by { $who }. Hurry them up or give the code.
 }
ntf-card-late-answer = ⏰ { $who } has not replied to accounting for { $wait }: the card <b>{ $name }</b>. Hurry them up or give the code.

msg-card-sent = { $heard ->
    [none] <b>Request kept</b>: “{ $name }”. Nobody can answer yet: there is no accountant.
   *[some] <b>{ $kind ->
        [product] Product
       *[client] Client
     } card requested</b>: “{ $name }”. The code will come here.
 }
msg-card-told = <b>Sent</b>: “{ $name }”.
msg-client-code = <b>{ $name }</b>: accounting code { $code }.
msg-client-card = <b>Card for accounting</b>: { $name }
msg-client-card-waits = <b>{ $name }</b>: the card was requested, no code yet.
ask-client-card = { $what ->
    [none] All is there. To correct it, send the tax number, the KPP or the address.
   *[other] Missing: { $what }. Send it in one message, or request as it is.
 }
card-lacks-tax = tax number
card-lacks-reason = KPP
card-lacks-address = address
ask-card-goods = Which goods are missing? Type as the client said: “Lambert cheese 50% 10 kg”.
ask-card-code = Type the code of “{ $name }” from the accounting system. { $kind ->
    [product] On a second line, the correct name if it differs.
   *[client] { "" }
 }
ask-card-reason = Why no card for “{ $name }”?
ask-card-question = What is your question about “{ $name }”?
ask-card-reply = Your reply about “{ $name }”:
msg-cards = { $answers ->
    [yes] <b>Cards to make</b>: { $count }
   *[no] <b>Requested cards</b>: { $count }
 }
msg-cards-none = { $answers ->
    [yes] No cards are asked for.
   *[no] You have asked for no cards.
 }

draft-cards = ⏳ { $count ->
    [one] { $count } product waits for its code from accounting: it joins the order itself unless you hand it over first
   *[other] { $count } products wait for their codes from accounting: they join the order themselves unless you hand it over first
 }

err-card-answered = { $status ->
    [answered] { $name } has answered: code { $code }.
    [refused] { $name } has refused.
   *[withdrawn] The request was withdrawn.
 }
err-card-code = { $why ->
    [taken] “{ $name }” has this code. Check it and send another.
    [known] There is a code: { $name }.
    [tax] { $name } is no tax number. Check its digits and send it again.
   *[shape] Send a code of up to 50 characters, its name in a second line.
 }
