# Reconciliation: the board of a month, a client's act, differences

month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December

btn-reconciliation = Reconcile

# --- the board

msg-reconciliation-board = <b>Reconciliation for { $month }</b>: { $signed } of { $total } signed
msg-reconciliation-none = <b>Reconciliation for { $month }</b>: nobody to reconcile with. Clients come with the file of debts.
reconciliation-of = { $name }
reconciliation-count-differs = differ { $count }
reconciliation-count-not_sent = not sent { $count }
reconciliation-count-sent = to be signed { $count }
reconciliation-count-not_needed = not needed { $count }
reconciliation-only-differs = Shown: those that differ, { $count }
reconciliation-only-not_sent = Shown: not sent, { $count }
reconciliation-only-sent = Shown: sent, { $count }
reconciliation-only-signed = Shown: signed, { $count }
reconciliation-only-not_needed = Shown: not needed, { $count }
reconciliation-mark-differs = ⚠ { $name } · { $sum }
reconciliation-mark-not_sent = ○ { $name } · { $sum }
reconciliation-mark-sent = ➤ { $name } · { $sum }
reconciliation-mark-signed = ✓ { $name } · { $sum }
reconciliation-mark-not_needed = – { $name } · { $sum }
reconciliation-months-short = { " " }· { $months } mo.
btn-reconciliation-differs = Differ { $count }
btn-reconciliation-not_sent = Not sent { $count }
btn-reconciliation-sent = To be signed { $count }
btn-reconciliation-signed = Signed { $count }
btn-reconciliation-not_needed = Not needed { $count }
btn-reconciliation-every = Show all
btn-reconciliation-before = ‹ Before
btn-reconciliation-more = { $left } more ›
reconciliation-manager = { $name }: { $signed } of { $total } signed{ $differs ->
    [0] { "" }
   *[other] , differ { $differs }
 }

# --- Monday

ntf-reconciliation = <b>Reconciliation for { $month }</b>: not sent { $count }
ntf-reconciliation-sent = <b>Reconciliation for { $month }</b>: sent and not signed { $count }
ntf-reconciliation-late = This message is late: the bot was down.
ntf-reconciliation-next = Begin with these:
reconciliation-nudge-line = — { $name }, { $sum }
reconciliation-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
 } not reconciled
btn-reconciliation-all = All clients

# --- one client's act

msg-reconciliation-not_sent = <b>{ $name }</b>: reconciliation for { $month } not sent
msg-reconciliation-sent = <b>{ $name }</b>: reconciliation for { $month } sent, { $day }
msg-reconciliation-differs = <b>{ $name }</b>: reconciliation for { $month } { $answer ->
    [fixed] fixed on our side, a new act is needed
    [right] differs by { $sum }, our figures are right
   *[none] differs by { $sum }
 }
msg-reconciliation-signed = <b>{ $name }</b>: reconciliation for { $month } signed, { $day }
msg-reconciliation-not_needed = <b>{ $name }</b>: reconciliation for { $month } not needed
reconciliation-balance = On { $day } { $side ->
    [ours] they owe us { $sum }
    [theirs] we owe them { $sum }
   *[none] nothing is owed
 }
reconciliation-turnover = Before { $opening }, shipped { $debit }, paid { $credit }
reconciliation-changed = The balance has changed: the act that was sent says { $sum }. Send a new one.
reconciliation-known-since = Movements are known since { $day }; all before is one sum.
reconciliation-old-file = The file of debts is of { $day }, before the month ended. Ask for a fresh one.
reconciliation-line = { $document }: ours { $ours }, theirs { $theirs }, difference { $difference }
reconciliation-comment = Comment: { $text }
reconciliation-answer-text = “{ $text }”
reconciliation-owner = { $answered ->
    [yes] Answered by: { $name }
   *[no] Handled by: { $name }
 }
reconciliation-months-line = { $months ->
    [one] { $months } month
   *[other] { $months } months
 } in a row not signed
reconciliation-last = Signed last: { $month }
reconciliation-older = Open from before: { $months }
reconciliation-unset = The act lacks our legal name: { $who ->
    [owner] set company.legal_name and company.tax_number in config.yaml.
   *[other] ask the owner to set it.
 }
client-reconciled = Reconciled for { $month }
btn-act-pdf = Act PDF
btn-act-xlsx = Act Excel
btn-reconciliation-mark-sent = Sent it
btn-reconciliation-mark-signed = Signed
btn-reconciliation-difference = Differs
btn-reconciliation-unneeded = Not needed
btn-reconciliation-needed = Needed after all
btn-reconciliation-unsigned = Not signed
btn-reconciliation-unsent = Not sent
btn-reconciliation-scan = Show scan
btn-reconciliation-add-scan = Add scan
btn-reconciliation-board = ‹ Board
btn-reconciliation-debt = Client's debt
btn-reconciliation-open = Open the reconciliation
ack-act = Making the act
act-file-name = Act { $client } { $month }
act-caption = { $name }: act of reconciliation for { $month }. Send it to the client and tap “Sent it”.
act-caption-unset = { $name }: act of reconciliation for { $month }. Write our legal name in and send it to the client. To have it printed, { $who ->
    [owner] set company.legal_name in config.yaml.
   *[other] ask the owner to set it.
 }
ask-reconciliation-scan = Send a photo or a scan in the next message, if you have one.
reconciliation-scan-caption = { $name }: signed act for { $month }

# --- differences

ask-difference = <b>{ $name }</b>, { $month }: what differs? A line for each document, other words stay as a comment:
    1203: theirs 90 000
    1250 missing
ask-difference-ours = Ours of the month:
ask-difference-document = { $document } — { $sum }
ask-unneeded = <b>{ $name }</b>, { $month }: why is it not needed? Type it in a few words.
reconciliation-told = { $count ->
    [one] Passed on to the one who handles it. The answer comes here.
   *[other] Passed on to the accountants. The answer comes here.
 }
reconciliation-not-told = There is no accountant in the bot: settle it yourself, a reminder comes in two working days.
ntf-difference = { $who }: <b>{ $name }</b>, reconciliation for { $month } differs by { $sum }
ntf-difference-again = A difference waits for an answer: <b>{ $name }</b>, reconciliation for { $month }, { $sum }
ntf-difference-next = Check the documents and answer with a button.
ntf-difference-look = Check it with the client and send a new act.
btn-difference-fixed = Fixed
btn-difference-right = Ours is right
ask-answer-words = You may add a comment, in one message.
ntf-answer-fixed = { $who }: <b>{ $name }</b>, reconciliation for { $month } — fixed on our side. Send the client a new act.
ntf-answer-right = { $who }: <b>{ $name }</b>, reconciliation for { $month } — our figures are right. Show the client the documents.
err-difference = No document and sum in “{ $text }”. Type “1203: theirs 90 000”, each document on a line of its own.
err-reconciliation-reason = The reason: 1 to { $most } characters. Type it again or /cancel.

# --- in the client's history

event-reconciliation = reconciliation for { $month }: { $what ->
    [sent] act sent
    [signed] signed
    [differs] differs by { $sum }
    [not_needed] not needed
    [fixed] accountant mended it on our side
    [right] accountant: our figures are right
   *[other] opened again
 }
