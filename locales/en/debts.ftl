# Debts, promises, the daily alert.

msg-debts = <b>Debts: { $debt }</b>{ $late ->
    [0] , nothing overdue
   *[other] , overdue on { $day } { $overdue }
 }
msg-debts-none = <b>No debts</b>
debts-of = { $name }
debts-no-file = Nothing from a debts file yet. The accountant sends it: /import.
debts-file = From the file of { $day }, { $days ->
    [0] today.
    [1] yesterday.
   *[other] { $days } days ago.
 }
debts-files = From the file of { $day }, { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
 }; some clients from { $oldest }.
debts-no-term = of it without a due date: { $sum }
debts-disputed = of it disputed: { $sum }
debts-promised = Promised: { $sum }
debts-advances = Overpaid, not netted: { $sum }
debts-whom = Start with:
debts-send-file = Send a new debts file right here.
btn-debtor = { $name } · { $sum } · { $days } d
btn-debtor-disputed = { $name } · { $sum } · dispute
btn-debtor-hushed = { $name } · { $sum } · hushed
btn-debtor-paid = { $name } · { $sum } · paid?
btn-debts-back = ‹ Earlier
btn-debts-on = { $left } more ›

msg-debt = <b>{ $name }: owes { $debt }</b>{ $late ->
    [0] , nothing overdue
   *[other] , overdue { $overdue }
 }
msg-debt-none = <b>{ $name }: owes nothing</b>
debt-document = { $name } — { $sum }, due { $due }{ $days ->
    [0] , not due yet
    [one] , { $days } day overdue
   *[other] , { $days } days overdue
 }
debt-document-no-term = { $name } — { $sum }, no due date
debt-balance = Balance
debt-disputed = (dispute: { $reason })
debt-more = { $count ->
    [one] and { $count } more document
   *[other] and { $count } more documents
 }
debt-promise = 🤝 Promises to pay: { $day }
debt-promise-sum = 🤝 Promises { $sum }: { $day }
debt-broken = Promise not kept: { $day }
debt-quiet = Says it has been paid. No reminders until { $day } or a new file
debt-next = Next: { $step }
debt-told-lead = Passed to the lead today
debt-facts = Owes { $debt }, overdue { $overdue }{ $days ->
    [0] .
    [one] , { $days } day.
   *[other] , { $days } days.
 }
btn-debts = ‹ Debts
btn-debt-client = Client
btn-debt-call = 📞 Call
btn-debt-promise = 🤝 Promised
btn-debt-paid = Paid
btn-debt-dispute = Dispute
btn-debt-agreed = Settled
btn-debt-lead = To the lead
btn-debt-open = Open debt
btn-all-debts = All debts
ack-told-paid = Noted: says it has been paid. The next file will show.
ack-dispute-over = Dispute closed
ack-told-lead = The lead has the card of this debt.
note-told-paid = Says it has been paid
note-dispute = Debt disputed: { $reason }
note-dispute-over = Debt dispute settled
note-told-lead = Debt passed to the lead

ask-dispute-document = <b>{ $name }</b>: which document is disputed?
btn-dispute-document = { $name } · { $sum }
btn-dispute-all = The whole debt
ask-dispute = <b>{ $name }</b>: what is the dispute about? Type one line.
ntf-debt-lead = <b>{ $name }</b>: { $manager } asks for help with the debt.
ntf-debt-lead-next = Answer the manager or take the debt over.
ntf-debt-dispute = <b>{ $name }</b>: a debt dispute, from { $manager }.
    “{ $reason }”
ntf-debt-dispute-next = { $owner } settles it by { $day }.

dunning-remind = due soon, remind them
dunning-check = due today, check the payment
dunning-promise = ask when they will pay
dunning-again = call again and get a date
dunning-lead = time to bring in the lead
dunning-lead-mine = ask the manager or take it over
dunning-stop_candidate = warn them that the next shipment is in question
dunning-stop = ship only after payment
dunning-claim = warn of a written claim
dunning-lawyer = hand the case to the lawyer

ntf-debts = { $count ->
    [one] <b>Debts: { $count } client for today</b>
   *[other] <b>Debts: { $count } clients for today</b>
 }{ $late ->
    [0] { "" }
   *[other] , overdue today { $overdue }
 }
ntf-debts-late = This message is late: the bot was down.
ntf-debts-more = { $count ->
    [one] and { $count } more client
   *[other] and { $count } more clients
 }
ntf-debts-next = Open a client: the documents and what to do are there.
alert-promised = promised { $sum } today — check the payment
alert-promised-any = promised to pay today — check
alert-broken = promise not kept, { $sum } — call them first
alert-overdue = { $sum }, { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
alert-due = { $sum }
alert-waits = (promised: { $day })

ask-promise = <b>{ $name }</b>: how much do they promise? One line will do: “120k on Friday”.
ask-promise-other = <b>{ $name }</b>: what sum? Type “120 000”, or with the day: “120k on Friday”.
ask-promise-when = <b>{ $name }</b>: { $sum } — when? Choose or type a day.
ask-promise-when-any = <b>{ $name }</b>: when will they pay? Choose or type a day.
ask-promise-move = <b>{ $name }</b>: promised for { $day }. Move to which day?
promise-open = Already promised { $sum }: { $day }
promise-open-any = Already promised to pay: { $day }
btn-promise-overdue = All overdue { $sum }
btn-promise-whole = All debt { $sum }
btn-promise-half = Half { $sum }
btn-promise-other = Another sum
btn-promise-any = No sum
btn-promise-move = Move { $day }
btn-promise-cancel = Cancel the promise
msg-promise = <b>{ $name } promised { $sum }</b>, { $day }.
    Will be checked against the file: { $check }.
msg-promise-any = <b>{ $name } promised to pay</b>, { $day }.
    Will be checked against the file: { $check }.
promise-above-debt = That is more than the debt: { $debt }.
promise-replaced = The earlier promise of { $day } is replaced.
msg-promise-cancelled = <b>{ $name }</b>: the promise of { $day } is cancelled.

err-moment-past = { $day } has passed. Type today or a later day.
err-amount-invalid = The sum must be above zero. Write, for example, “120 000”.
err-dispute-reason = Type what the dispute is about in one line, up to { $most } characters.
