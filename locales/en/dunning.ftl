# Words for a debt: what to say and to write at each step, a claim, a folder for the lawyer, silence, disputes.

letter-hello = { $named ->
    [yes] Hello, { $name }!
   *[no] Hello!
 }
letter-subject = { $count ->
    [1] { $document }, { $sum }
    [one] { $count } document, { $sum }
   *[other] { $count } documents, { $sum }
 }
letter-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
letter-document = { $document } — { $sum }, due { $due }
letter-documents-more = { $count ->
    [one] and { $count } more document
   *[other] and { $count } more documents
 }, { $sum }
letter-total = Total: { $sum }
letter-sign = Kind regards, { $manager }

dunning-say-remind-1 = { letter-hello } A word ahead of time: { $due } is the due date — { letter-subject }. Are the papers in order?
dunning-say-remind-2 = { letter-hello } { $due } is coming up: { letter-subject }. Do you have the invoice, or shall I send it again?
dunning-write-remind-1 = { letter-hello } A reminder of the due date:
    { $documents }
    If you need any papers, I will send them at once.
    { letter-sign }
dunning-write-remind-2 = { letter-hello } The due date is near, just in case:
    { $documents }
    If it is paid already, thank you, no answer needed.
    { letter-sign }
dunning-say-check-1 = { letter-hello } { $due } is the due date: { letter-subject }. Has the payment gone, or will it go today?
dunning-say-check-2 = { letter-hello } I am checking today's payments: { letter-subject }. Shall I expect it before noon or after?
dunning-write-check-1 = { letter-hello } The payment is due on { $due }:
    { $documents }
    Please send the payment order when it goes.
    { letter-sign }
dunning-write-check-2 = { letter-hello } The due date has come:
    { $documents }
    If the payment is with the bank, one word will do.
    { letter-sign }
dunning-say-promise-1 = { letter-hello } It was due on { $due }: { letter-subject }. I see no payment yet. On which day will it come?
dunning-say-promise-2 = { letter-hello } I see no payment: { letter-subject }, due { $due }. Which day shall I write down?
dunning-write-promise-1 = { letter-hello } I see no payment yet:
    { $documents }
    Please name the day of payment.
    { letter-sign }
dunning-write-promise-2 = { letter-hello } The due date has passed and nothing has come:
    { $documents }
    On which day shall I expect it?
    { letter-sign }
dunning-say-again-1 = { letter-hello } The payment is { letter-days } late: { letter-subject }. What is in the way, and on which day will it go?
dunning-say-again-2 = { letter-hello } Back to the payment: { letter-subject }, due { $due }. If the whole sum is hard, which part can go today?
dunning-write-again-1 = { letter-hello } The payment is { letter-days } late:
    { $documents }
    I need an exact date. If parts suit you better, write the sums and the days.
    { letter-sign }
dunning-write-again-2 = { letter-hello } The payment is late:
    { $documents }
    Please give me the date today.
    { letter-sign }
dunning-say-lead-1 = { letter-hello } It is { letter-days } overdue: { letter-subject }. My head of sales waits for a date and a sum. What shall I pass on?
dunning-say-lead-2 = { letter-hello } It was due on { $due }: { letter-subject }. My head of sales has it now: we need a payment or a schedule.
dunning-write-lead-1 = { letter-hello } It is { letter-days } overdue:
    { $documents }
    My head of sales asks for a date or a schedule. Please answer today.
    { letter-sign }
dunning-write-lead-2 = { letter-hello } The debt is still open:
    { $documents }
    My head of sales has it now. Please confirm the day of payment.
    { letter-sign }
dunning-say-stop_candidate-1 = { letter-hello } It is { letter-days } overdue: { letter-subject }. Without payment the next shipment will stop. On which day will you pay?
dunning-say-stop_candidate-2 = { letter-hello } A warning ahead of time: without payment the next shipment will not be approved. Open: { letter-subject }. What can go today?
dunning-write-stop_candidate-1 = { letter-hello } It is { letter-days } overdue:
    { $documents }
    Without payment the next shipment will be stopped. Please send the date today.
    { letter-sign }
dunning-write-stop_candidate-2 = { letter-hello } Shipments are in question because of what is overdue:
    { $documents }
    To keep orders moving we need a payment. On which day?
    { letter-sign }
dunning-say-stop-1 = { letter-hello } Shipments on credit are stopped: { letter-subject }, { letter-days } overdue. We ship as soon as it is paid. When will that be?
dunning-say-stop-2 = { letter-hello } We ship only after payment now. Overdue: { letter-subject }. The whole sum, or a part this week?
dunning-write-stop-1 = { letter-hello } Shipments on credit are stopped, { letter-days } overdue:
    { $documents }
    They go on as soon as it is paid. Please name the date.
    { letter-sign }
dunning-write-stop-2 = { letter-hello } Until this is paid we ship against prepayment only:
    { $documents }
    Please name the day of payment.
    { letter-sign }
dunning-say-claim-1 = { letter-hello } It is { letter-days } overdue: { letter-subject }. We are preparing a written claim. A payment or a signed schedule makes it needless. Who decides?
dunning-say-claim-2 = { letter-hello } It was due on { $due }: { letter-subject }. Without payment we will send a formal claim. Which date do you confirm?
dunning-write-claim-1 = { letter-hello } This is to inform you of an overdue debt, { letter-days }:
    { $documents }
    Without payment we will send a written claim. Please confirm the date of payment.
    { letter-sign }
dunning-write-claim-2 = { letter-hello } The debt remains unpaid:
    { $documents }
    Please pay it or send a signed schedule. Otherwise we will send a claim.
    { letter-sign }
dunning-say-lawyer-1 = { letter-hello } It is { letter-days } overdue: { letter-subject }. The papers go to our lawyer. Until then a payment still settles it. On which day will you pay?
dunning-say-lawyer-2 = { letter-hello } This is the last call before the case goes to our lawyer: { letter-subject }, due { $due }. Will you pay, or do we settle it in court?
dunning-write-lawyer-1 = { letter-hello } It is { letter-days } overdue:
    { $documents }
    The papers go to our lawyer to be collected through court. Please pay before that.
    { letter-sign }
dunning-write-lawyer-2 = { letter-hello } We are preparing an action for this debt:
    { $documents }
    Please pay it of your own accord and name the date.
    { letter-sign }

step-remind = 3 days before the due date
step-check = the due date
step-promise = a date is needed
step-again = a date is needed, again
step-lead = to the lead
step-lead-mine = your turn
step-stop_candidate = before the stop list
step-stop = ship after payment
step-claim = claim
step-lawyer = to the lawyer

msg-speech = <b>{ $name }</b>: { $step }
speech-call = 📞 { $phone }{ $known ->
    [yes] , ask for { $whom }
   *[no] {""}
 }
speech-say = <b>Say this</b>
speech-write = <b>Write this</b>
btn-copy-letter = 📋 Copy
btn-speech-other = Another wording
btn-claim = Claim
btn-folder = Lawyer's folder
btn-to-debt = ‹ To the debt

msg-claim = <b>{ $name }</b>: the claim is ready. Tap the text to copy it.
claim-own-name = (our company)
claim-text = CLAIM
    for payment of a debt

    To: { $client }{ $named ->
        [yes] , { $to }
       *[no] {""}
     }
    From: { $own }
    Date: { $today } { $year }

    As of { $today } { $year } you owe us { $sum } past due:
    { $documents }
    The oldest document is { letter-days } overdue.

    Please pay within 30 calendar days of the day on which this claim was sent. Failing that we will go to court and claim interest and costs as well.

    Enclosed: copies of the documents, act of reconciliation.

    Signature: ____________ / { $manager }

msg-folder = <b>{ $name }</b>: lawyer's folder, { $sum }, { $days ->
    [one] { $days } day overdue
   *[other] { $days } days overdue
 }
folder-debtor = { $known ->
    [yes] Tax number { $number }
   *[no] No tax number
 }{ $address ->
    [x] {""}
   *[other] {" "}{ $address }
 }
folder-debt = The whole debt { $debt } as of the file of { $day }
folder-documents = <b>Documents</b>
folder-promises = <b>Promises not kept</b>
folder-promise = { $due }: promised { $sum }, paid { $paid }
folder-promise-any = { $due }: promised to pay, paid { $paid }
folder-calls = <b>Calls</b>
folder-people = <b>Contacts</b>
folder-next = Forward this message to the lawyer and add the claim.

ask-silence = <b>{ $name }</b>: why no reminders? Choose or type.
silence-agreed = Agreed
silence-papers = Waiting for papers
silence-lead = The lead decides
silence-taken = the lead is on it
ask-silence-till = <b>{ $name }</b>: no reminders, { $why }. Up to which day? Choose or type.
btn-silence-week = A week, to { $day }
btn-silence-month = A month, to { $day }
note-silence = No reminders of the debt until { $day }: { $why }
note-silence-over = Reminders of the debt again
note-taken-over = { $name } takes the debt over
msg-silence = <b>{ $name }</b>: no reminders until { $day }, { $why }.
ack-silence-over = Reminders are on again
ack-taken-over = The debt is yours. The manager knows.
ntf-taken-over = <b>{ $name }</b>: { $lead } takes the debt over. No reminders for a week.
err-silence-too-long = Too far ahead. Type a day up to { $day }.
err-silence-reason = Type the reason in one line, up to { $most } characters.
err-birthday-today = { $name } has a birthday today. About money: { $day }.

msg-dispute = <b>{ $name }</b>: dispute noted — “{ $reason }”.
    { $document }, { $owner } settles it by { $day }.
dispute-documents = { $document } and { $count ->
    [one] { $count } more document
   *[other] { $count } more documents
 }
ask-dispute-owner = Who settles it?
ask-dispute-until = <b>{ $name }</b>: { $owner } settles the dispute. By which day? Currently { $day }. Choose or type.
btn-dispute-me = I settle it
btn-dispute-until = Another day
btn-dispute-settled = Settled
btn-dispute-longer = { $count ->
    [one] { $count } day more
   *[other] { $count } days more
 }
ntf-dispute-given = <b>{ $name }</b>: the dispute is yours now, to be settled by { $day }.
    { $document }, { $sum }: “{ $reason }”
    From { $who }. Mark it when it is settled.
ntf-dispute-due = <b>{ $name }</b>: is the dispute settled?
    { $document }, { $sum }: “{ $reason }”
    To be settled by { $day }.
msg-dispute-moved = <b>{ $name }</b>: { $owner } settles the dispute by { $day }.
    { $document }, { $sum }: “{ $reason }”
msg-dispute-settled = <b>{ $name }</b>: dispute settled.
    { $document }, { $sum } is an ordinary debt again.
ntf-dispute-settled = <b>{ $name }</b>: { $who } marks the dispute settled.
    { $document }, { $sum }. Agree on the payment.

msg-alert-worked = <b>Debts for today: { $done } of { $total } done</b>
msg-alert-empty = <b>No debts to work on today</b>
alert-dispute = dispute of { $sum } not settled by { $day } — ask
alert-pays-on = pays { $weekday }
alert-paid-said = <b>{ $name }</b>: says it has been paid. The next file will show.
alert-lead-said = <b>{ $name }</b>: the lead has the card.
ntf-lead-debts = <b>Team debts: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 } overdue for a week or more</b>, { $overdue }
ntf-lead-debts-next = Open a client: ask the manager or take it over.
msg-lead-debts-none = <b>No debts have climbed to the lead</b>
lead-debt = <b>{ $name }</b>: { $sum }, { $days ->
    [one] { $days } day
   *[other] { $days } days
 } — { $step }
lead-promised = promised: { $day }
lead-silent = no reminders until { $day }
lead-paid = says it has been paid, checked by { $day }
lead-broken = promise not kept: { $day }
lead-contact = last contact: { $day }
lead-nothing = no contacts

weekdays-1 = on Mondays
weekdays-2 = on Tuesdays
weekdays-3 = on Wednesdays
weekdays-4 = on Thursdays
weekdays-5 = on Fridays
weekdays-6 = on Saturdays
weekdays-7 = on Sundays

# The card of a debt.
debt-disputed-until = (dispute: { $reason }; { $late ->
    [0] { $owner } settles it by { $day }
   *[other] not settled by { $day }, with { $owner }
 })
debt-then = On the day of the file { $sum } was overdue.
debt-days-today = Days overdue are as of today.
debt-no-phone = no phone number
debt-pays-on = Usually pays { $weekday }
debt-undunned = No reminders until { $day }: { $why }
debt-place = { $at } of { $total } for today
btn-debt-words = What to say
btn-debt-hush = No reminders
btn-debt-remind = Resume reminders
btn-debt-list = ‹ To the list
btn-debt-on = Next ›
btn-debt-ask = Ask the manager
btn-debt-take = Take over
