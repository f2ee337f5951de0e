# The debt desk: a table by age, the team, the picture, the file.

ageing-not-due = not overdue
ageing-days = { $start }–{ $end } d
ageing-over = > { $days } d
ageing-total = Total
debts-balance = Less the overpaid: { $sum }
debts-change = { $grew ->
    [yes] Overdue has grown by { $sum } since { $day }.
   *[no] Overdue has fallen by { $sum } since { $day }.
 }
debts-column-thousands = ₽ k
debts-column-debt = debt
debts-column-overdue = late
debts-column-since = since { $day }
btn-debts-picture = Picture
btn-debts-table = Table
chart-debts = Debts: { $sum }
chart-debts-late = { $late ->
    [0] { $debt }
   *[other] { $debt }, overdue { $overdue }
 }
chart-debts-not-due = not overdue
chart-debts-overdue = overdue
chart-debts-file = from the file of { $day }
msg-debts-file = <b>Debts as a table</b>: clients and documents.
    Commercial data inside, do not forward.
ack-debts-file = Making the table.
debts-file-name = debts-{ $day }
debts-sheet-clients = Clients
debts-sheet-documents = Documents
debts-head-client = Client
debts-head-tax-number = Tax number
debts-head-manager = Manager
debts-head-debt = Debt, ₽
debts-head-not-due = Not overdue, ₽
debts-head-days = { $start }–{ $end } days, ₽
debts-head-over = Over { $days } days, ₽
debts-head-overdue = Overdue, ₽
debts-head-late = Days overdue
debts-head-advance = Overpaid, ₽
debts-head-limit = Limit, ₽
debts-head-promise = Promised for
debts-head-promised = Promised, ₽
debts-head-broken = Promise not kept
debts-head-kept = Promises kept
debts-head-judged = Promises in all
debts-head-disputed = Disputed, ₽
debts-head-stopped = Stop
debts-head-as-of = File of
debts-head-document = Document
debts-head-contract = Contract
debts-head-day = Date
debts-head-due = Due
debts-head-amount = Sum, ₽
debts-head-dispute = Dispute
debts-head-dispute-until = Dispute until
debts-stopped = stop
