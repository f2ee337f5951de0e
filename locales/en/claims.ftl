# Claims: the card, whose fault, the decision, the act, prevention, analysis.

fault-warehouse = Warehouse
fault-transport = Transport
fault-purchasing = Purchasing
fault-manager = Manager
fault-support = Sales support
fault-supplier = Supplier
fault-client = Client
fault-unknown = Not known

claim-status-open = open
claim-status-in_work = { $owner ->
    [none] in work
   *[other] with { $owner }
 }
claim-status-decided = decided, client not told
claim-status-told = decided, client told
claim-status-closed = closed

decision-replace = { $partly ->
    [yes] replacement of a part
   *[no] replacement
 }
decision-credit_note = { $partly ->
    [yes] credit note for a part
   *[no] credit note
 }
decision-discount = { $partly ->
    [yes] discount for a part
   *[no] discount
 }
decision-take_back = { $partly ->
    [yes] return of a part
   *[no] return of the goods
 }
decision-declined = declined
decision-told = the client was told

msg-claim-card = { $closed ->
    [yes] {""}
   *[no] ⚠️{" "}
 }<b>{ $client }</b>: { $kind }, claim No. { $number }
claim-state-open = Open, nobody settles it · { $late ->
    [yes] <b>was due { $due }</b>
   *[no] due { $due }
 }
claim-state-in_work = With { $owner } · { $late ->
    [yes] <b>was due { $due }</b>
   *[no] due { $due }
 }
claim-state-decided = Decided: { $decision }
claim-state-told = The client knows: { $decision }
claim-state-closed = ✅ Closed: { $decision }
claim-fault = { $name ->
    [none] Fault: not known
   *[other] Fault: { $name }
 }
claim-order = Order { $order }
claim-order-name = No. { $number }{ $day ->
    [none] { "" }
   *[other] { " " }of { $day }
 }, { $sum }
claim-order-stays = The order's total stays: accounting enters the return.
claim-sum = Sum: { $sum }
claim-photos = { $count ->
    [one] 📎 { $count } photo
   *[other] 📎 { $count } photos
 }
claim-line = { $name } — { $quantity }
claim-words = “{ $text }”
claim-line-extra = { $name } — { $quantity } too many
claim-line-papers = { " " }(by documents { $documents }, came { $fact })
claim-line-of = { " " }of { $documents }
claim-more-lines = …and { $count } more
claim-hint = Send photos right here.
claim-tell = <b>Tell the client</b>: the claim does not close before that.
claim-tell-manager = { $name } tells the client.
claim-offer = { $name } · { $quantity }
claim-person = { $name } · { $role }
claim-photo = Claim No. { $number }, { $client }
claim-attached = { $client }, claim No. { $number }: { $count ->
    [one] { $count } photo attached
   *[other] { $count } photos attached
 }

msg-claims = { $count ->
    [0] No open claims.
    [one] ⚠️ { $count } open claim
   *[other] ⚠️ { $count } open claims
 }{ $late ->
    [0] { "" }
   *[other] , undecided past the term: { $late }
 }
msg-claims-owned = { $count ->
    [0] No claims with you.
    [one] ⚠️ { $count } claim with you
   *[other] ⚠️ { $count } claims with you
 }{ $late ->
    [0] { "" }
   *[other] , undecided past the term: { $late }
 }
claim-row = No. { $number } <b>{ $client }</b>: { $kind } · { $status } · { $late ->
    [yes] <b>was due { $due }</b>
   *[no] by { $due }
 }
msg-client-claims = <b>{ $name }</b>: { $count ->
    [0] no open claims
    [one] { $count } open claim
   *[other] { $count } open claims
 }

ask-claim-fault = { $name }: whose fault?
ask-claim-order = { $name }: which order?
ask-claim-order-none = { $name }: no orders handed over.
ask-claim-goods = Which goods? { $offers ->
    [0] Type
   *[other] Tap or type
 }: “butter 82.5 3 boxes”, “butter 82.5 20/17” — on paper and received.
ask-claim-extra = What came that was not ordered? { $offers ->
    [0] Type
   *[other] Tap or type
 }: “butter 72.5 3 boxes”.
ask-claim-quantity = { $name }: how much is wrong? Tap or type “3” or “20/17” — on paper and received.
ask-claim-quantity-extra = { $name }: how much more than ordered? Tap or type.
ask-claim-text = { $client }, claim No. { $number }: what happened? Type one message.
ask-claim-sum = { $client }, claim No. { $number }: what sum? Type “12 500”, or “0” to count it from the goods.
ask-claim-due = { $client }: answer by which day? Tap or type.
ask-claim-owner = Who settles it? The card goes there.
ask-claim-owner-none = Nobody to give it to: invite people in /team.
ask-claim-decision = { $client }: what was decided?
ask-claim-why = { $client }, claim No. { $number }: why is it declined? The client hears these words.
ask-claim-answer = { $client }, claim No. { $number }: what to tell the client?

ntf-claim-given = The claim is yours now.
ntf-claim-decided = The claim is decided.
ntf-claim-due = A claim awaits a decision.
ntf-claim-tell = A claim is decided, the client does not know yet.

btn-claims = Claims
btn-claim-of-order = Claim
btn-claim-add = Add to the claim
btn-claim-said = ✅ { $name }: knows the decision
btn-claim-reopen = Reopen
claim-said = { $client }: the client knows what was decided on the claim
btn-claim-goods = Goods
btn-claim-extra = Surplus
btn-claim-fault = Whose fault
btn-claim-order = Order
btn-claim-words = Description
btn-claim-take = I settle it
btn-claim-give = Hand over
btn-claim-decide = ✅ Decided
btn-claim-told = ✅ Client told
btn-claim-redecide = Another decision
btn-claim-reply = Words for the client
btn-claim-partly = Accepted in part
btn-claim-whole = Accepted whole
btn-claim-close = ✅ Close
btn-claim-photos = Photos ({ $count })
btn-claim-act = Act PDF
btn-claim-act-xlsx = Act xlsx
btn-claim-more = More
btn-claim-kind = What is wrong
btn-claim-sum = Sum
btn-claim-due = Term
btn-claim-open-order = Open order
btn-claim-drop = ✖ { $name }
btn-claim-all = All: { $quantity }
btn-claim-uncounted = Not counted
btn-claim-new = New
btn-claim-row = No. { $number } { $client }
claim-number = No. { $number }
btn-claim-of-client = No. { $number } · { $kind }
btn-claim-analysis = Analysis
btn-to-claims = ‹ Claims
btn-to-claim = ‹ To the claim
btn-to-claim-analysis = ‹ To the analysis
btn-decision-replace = Replace
btn-decision-credit_note = Credit note
btn-decision-discount = Discount
btn-decision-take_back = Take back
btn-decision-declined = Decline

ack-claim-act = Making the act
ack-claim-file = Making the file
err-claim-untold = Decide first, then tell the client: then it closes.
err-claim-goods = “{ $text }” is not clear. Type goods and how much: “butter 82.5 3 boxes”.
err-claim-goods-many = The claim has { $most } lines already. Open another one.

msg-prevention = 🔁 <b>{ $reason }</b>: { $count ->
    [one] { $count } claim
   *[other] { $count } claims
 } in { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
prevention-claim = No. { $number } { $client }{ $sum ->
    [none] { "" }
   *[other] , { $sum }
 }
prevention-open = Find the cause by { $due }{ $owner ->
    [none] { "" }
   *[other] , with { $owner }
 }.
prevention-closed = ✅ Done: { $answer }
ask-prevention-owner = Who finds the cause? The card goes there.
ask-prevention-answer = { $reason }: what was done to keep it from coming again?
ntf-prevention = The same claim again and again.
ntf-prevention-due = Due today: what was done?
ntf-prevention-given = Find the cause, answer what was done.
ntf-prevention-done = The cause was dealt with.
claims-preventions = 🔁 Keeps coming, find the cause: { $count }
btn-prevention = 🔁 { $reason }, by { $due }
btn-prevention-answer = ✅ What was done

msg-claim-analysis = 📊 <b>Claims, { $month }</b>{ $owned ->
    [yes] { " " }(with you)
   *[no] { "" }
 }
claims-whole = { $count ->
    [0] No claims
    [one] { $count } claim
   *[other] { $count } claims
 }{ $sum ->
    [none] { "" }
   *[other] { " " }for { $sum }
 } · a month earlier { $before }
claims-share = Returns and refusals: { $share } of sales{ $before ->
    [none] { "" }
   *[other] , a month earlier { $before }
 }
claims-cut-head = { $cut ->
    [kind] <b>What was wrong</b>
    [fault] <b>Whose fault</b>
    [product] <b>Goods</b>
   *[client] <b>Clients</b>
 } (in brackets a month earlier)
claims-cut-row = { $name }: { $count } ({ $before }){ $sum ->
    [none] { "" }
   *[other] , { $sum }
 }
claims-unnamed = Unnamed
claims-picture = <b>Claims, { $month }</b>
claims-picture-title = { $cut ->
    [kind] Claims: what was wrong
    [fault] Claims: whose fault
    [product] Claims by goods
   *[client] Claims by clients
 }
claims-picture-series = claims
btn-cut = { $cut ->
    [kind] What is wrong
    [fault] Whose fault
    [product] Goods
   *[client] Clients
 }
btn-cut-now = • { $cut ->
    [kind] What is wrong
    [fault] Whose fault
    [product] Goods
   *[client] Clients
 }
btn-month-before = ‹ Month before
btn-month-after = Month after ›
btn-claims-picture = Picture
btn-claims-file = Excel
claims-file-name = Claims { $month }
claims-sheet-name = Claims
claims-column-number = No.
claims-column-day = Date
claims-column-client = Client
claims-column-kind = What was wrong
claims-column-fault = Whose fault
claims-column-status = Status
claims-column-decision = Decision
claims-column-due = Term
claims-column-closed = Closed
claims-column-sum = Sum
claims-column-manager = Manager
claims-column-text = Description
claims-column-answer = Answer
claim-act-file-name = TORG-2 { $number } { $client }
command-claims = ⚠️ Claims: by term, decision, analysis
