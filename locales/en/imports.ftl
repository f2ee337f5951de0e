# Bringing files in: what may be sent, what was read, what will change.

# Beginnings of words in a file's caption that tell what is in it.
import-caption = { $kind ->
    [clients] client customer
    [people] people person contact
    [products] price product catalog
    [receivables] debt receivable
    [statuses] status
    [template] template form
    [bank] bank statement payment
    [targets] target plan
   *[other] {""}
 }

msg-imports = <b>Import</b>: send a file right here.
    You will see first what changes.
import-may-clients = • Clients: name, tax number, phone, class, manager
import-may-people = • People at clients: client, full name, phone, birthday
import-may-products = • Price list: code, name, prices, stock
import-may-receivables = • Debts: a report from 1C or a list of documents with due dates
import-may-bank = • A bank statement: the file for 1C (1CClientBankExchange, .txt)
import-may-statuses = • Order statuses: a file of 1C (CommerceML) or a table with order numbers
import-may-template = • Monthly report form: an xlsx with marks, get it from /report
import-may-targets = • Monthly targets: manager, month, sales, calls, contracts…
import-may-contacts = • Contacts from a phone: a .vcf file
btn-import-sample = Sample: { $kind ->
    [clients] clients
    [people] people
    [products] prices
    [bank] statement
    [statuses] statuses
    [targets] targets
   *[receivables] debts
 }
import-sample-file = { $kind ->
    [clients] Clients, sample
    [people] People, sample
    [products] Prices, sample
    [bank] Bank statement, sample
    [statuses] Order statuses, sample
    [targets] Targets, sample
   *[receivables] Debts, sample
 }
imports-last = Last imports:
imports-line = { $kind ->
    [clients] Clients
    [people] People
    [products] Prices
    [receivables] Debts
    [bank] Bank statement
    [statuses] Order statuses
    [template] Report form
    [targets] Targets
   *[contacts] Contacts
 }, “{ $name }”, { $when } — { $state ->
    [applied] loaded
    [undone] undone
    [loading] being loaded
    [asking] waits for your answer
   *[preview] not loaded
 }

msg-import-reading = Reading “{ $name }”…
ask-import-kind = What is in “{ $name }”?
import-kind-clients = Clients
import-kind-people = People
import-kind-products = Prices
import-kind-receivables = Debts
import-kind-bank = Bank statement
import-kind-statuses = Order statuses
import-kind-template = Report form
import-kind-targets = Targets
import-kind-contacts = Contacts

import-quoted = “{ $name }”
import-more = and { $count } more
import-problems = Not understood:
import-problem = { $cell } “{ $text }” — { $why }
import-problem-empty = { $cell } — { $why }
import-why = { $code ->
    [no_name] no name
    [no_client] no client named
    [not_a_phone] not a phone
    [not_a_number] not a number
    [ambiguous_number] thousands or decimals?
    [foreign_currency] the sum is not in rubles
    [not_a_date] not a date
    [not_a_birthday] not a birthday
    [not_a_tax_number] not a tax number
    [not_an_email] not an e-mail
    [not_a_status] “client” or “lead” is needed
    [not_a_grade] class A, B or C is needed
    [too_big] the number is too big
    [negative] below zero
    [lost_text] the file has lost the text
    [cut_off] the file is cut off
    [unknown_client] no such client
    [ambiguous_client] several such clients, give the tax number
    [foreign_client] another manager has it already
    [several_people] the client has several such people, add a phone
    [repeated] twice in the file
    [not_units] write “box = 20 pcs; weight 0.25 kg”
    [not_a_rate] not a rate of VAT
    [no_order] no order named
    [order_number_twice] another order of the file has this number: check it
    [order_status] an unknown status
    [order_gone] the order is not in work: withdrawn, refused or still a draft
    [order_left] the order is shipped already
    [order_number] no accounting number: add a column “Number in 1C”
    [order_line] no such product in the order
    [order_part] how much was shipped is not said: the product code and quantity are needed
    [order_quantity] no such quantity: from 0 to 1,000,000
    [order_shipped] more shipped than ordered: taken as ordered
    [no_goods] no such goods in the catalogue
    [not_a_month] not a month
    [month_closed] this month is closed or too far ahead
   *[other] not clear
 }
import-ignored = Columns not read: { $names }
import-skipped = Sheets not read: { $names }
import-unknown-managers = Managers not recognised: { $names }
import-assignee = New clients without a manager go to { $name }.
ask-import-manager = Who takes { $count ->
    [one] { $count } new client
   *[other] { $count } new clients
 } without a manager?

import-organisation-unknown = “{ $name }” is not among the clients.
ask-import-whose = Whose contact is it?
btn-import-whose = Find client

btn-import-load = Load
btn-import-discard = Cancel
btn-import-undo = Undo import
btn-import-go-on = Go on: { $name }
btn-import-undo-named = Undo: { $name }
btn-imports = To imports
btn-import-clients = To clients
btn-import-debts = To debts

msg-import-loaded = <b>Loaded: { $kind ->
    [clients] clients
    [people] people at clients
    [products] prices
    [receivables] debts
    [targets] targets
   *[contacts] contacts
 }</b> from “{ $name }”.
    { $kind ->
    [receivables] With a new debt { $new }, updated { $changed }.
   *[other] New { $new }, updated { $changed }.
 } Can be undone for { $hours } h.
import-loaded-unknown = ⚠️ { $count ->
    [one] { $count } name was
   *[other] { $count } names were
 } not recognised, the debt was not loaded. Send the file again and tap “Clarify”.
msg-import-discarded = “{ $name }” is not loaded, nothing has changed.
msg-import-undone = <b>Import undone</b>: “{ $name }”. Everything is as before it.
import-kept = Except what was changed later, { $count }: { $names }

err-file-lost = The file did not arrive, nothing has changed. Send it again.
err-file-refused = This file cannot be read. What can be sent: /import.
err-file-empty = The file is empty. Check it and send it again.
err-file-too-large = The file is too large: { $what ->
    [rows] more than { $limit } rows
    [columns] more than { $limit } columns
    [sheets] more than { $limit } sheets
   *[other] it does not fit into memory
 }. Split it and send the parts.
err-file-encrypted = The file has a password. Remove it and send the file again.
err-file-mxl = This is a 1C table (mxl). Save it as xlsx and send that.
err-file-damaged = The file is damaged. Open it, save it anew as xlsx and send that.
err-file-unsupported = Such files are not read. What can be sent: /import.
err-file-movements = The file holds movements, not debts by client: a card, an account analysis or a reconciliation act. Send the balances or the ageing report.
err-file-payables = The file holds what we owe suppliers, not what clients owe. Send the debts of customers.
err-file-no-table = No table with the needed columns in the file. Samples: /import.
err-import-too-large = The file is over { $limit } MB. Split it and send the parts.
err-import-role = { $kind ->
    [receivables] This is a file of debts. The accountant or the lead sends it.
    [products] This is a price list. Sales support or the lead sends it.
    [people] This is a list of people. A manager or the lead sends it.
    [contacts] These are contacts. A manager or the lead sends them.
    [template] This is a report form. The owner sends it.
    [statuses] These are order statuses. Sales support, the accountant or the lead sends them.
    [bank] This is a bank statement. The accountant or the lead sends it.
    [targets] These are targets. The lead sends them.
   *[clients] This is a list of clients. A manager or the lead sends it.
 } What you may send: /import.
err-import-no-manager = First choose a manager for the new clients.
err-import-undo = { $why ->
    [late] The time to undo has passed, what was loaded stays.
    [changed] What was loaded has changed since, it cannot be undone any more.
   *[newer] A newer file is loaded: “{ $name }”{ $by ->
        [none] . Undo that one first: /import.
       *[other] , { $by }. That one has to be undone first.
     }
 }

# A file before it is loaded: what it says and what would change.
msg-import-preview = <b>{ $kind ->
    [clients] Clients
    [people] People
    [products] Price list
    [receivables] Debts
    [bank] Bank statement
    [statuses] Order statuses
    [template] Report form
    [targets] Targets
   *[contacts] Contacts
 }</b> from “{ $name }”. Nothing is changed yet.
msg-import-debts = <b>{ $shape ->
    [ageing] Ageing report
    [statement] Statement of settlements
    [turnover62] Turnover sheet of account 62
   *[documents] List of debts
 }</b> from “{ $name }”. Nothing is changed yet.
import-counts = To update { $changed }, new { $new }, unchanged { $same }, not understood { $bad }
import-debt-counts = To update { $changed }, new { $new }, unchanged { $same }, not recognised { $unknown }
import-as-of = File of { $day }, { $age ->
    [future] ⚠️ that day is yet to come.
   *[past] { $days ->
        [0] today’s.
        [1] yesterday’s.
       *[other] { $days } days ago.
     }
 }
import-undated = ⚠️ No date in the file, taking today, { $day }.
import-older = ⚠️ Older than what is loaded: there is { $day } already.
import-already = This file is loaded already: { $when }{ $by ->
    [other] {", "}{ $who }
   *[self] {""}
 }. Nothing to change.
import-overtaken = ⚠️ “{ $name }” is loaded already: { $when }{ $by ->
    [other] {", "}{ $who }
   *[self] {""}
 }. Counted anew.
import-recounted = ⚠️ The last load was undone. Counted anew.
import-total = { $state ->
    [off] ⚠️{ " " }
    [no] ⚠️{ " " }
   *[other] { "" }
 }Sum of the file { $sum }{ $state ->
    [yes] , equals its total.
    [off] , differs from its total by { $off }.
    [no] , differs from its totals.
   *[none] , it states no total.
 }
import-since = Since the file of { $day }:
import-balance = Debt { $was } → { $now }, overdue { $late_was } → { $late_now }
import-paid = Paid by { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, { $sum }: { $names }
import-late = Newly overdue: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, { $sum }: { $names }
import-grown = Overdue grew: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, by { $sum }: { $names }
import-cleared = { $most ->
    [yes] ⚠️ Most debts are not in the file, will owe nothing
   *[no] Not in the file, will owe nothing
 }: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, { $sum }: { $names }
import-name-sum = { $name } { $sum }
import-unknown = { $kind ->
    [receivables] Not recognised { $count }{ $sum ->
        [none] {""}
       *[other] , { $sum }
     }, left out: { $names }
    [contacts] Whose contacts these are is not known: { $names }
   *[other] Clients not recognised, { $count }: { $names }
 }
import-passed-over = Not ours, passed over: { $count }
import-foreign = Clients of other teams, passed over: { $count }
import-held = Not in the file: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, { $sum }: { $names }. They keep owing until the names are clarified.
import-nothing = Nothing to load.
msg-import-loading = Loading “{ $name }”…
msg-import-progress = Reading “{ $name }”: { $done } of { $total } rows
btn-import-doubts = Clarify { $count }
btn-import-map = Choose columns
btn-import-list = Whole list
btn-import-preview = To preview
import-problems-cell = Cell
import-problems-text = In the file
import-problems-why = Why it is left out
import-problems-file = Not understood, { $name }

# Who is it: questions about names that no client has.
ask-import-doubt = <b>Question { $number } of { $total }.</b> Which client is it?
import-doubt = “{ $name }”, debt { $sum }
import-doubt-number = Tax number { $number }
import-nobody-alike = No client has a similar name.
import-said = Noted: “{ $name }” is { $client }.
import-said-nobody = Noted: “{ $name }” is not our client.
btn-import-find = Find another
btn-import-not-ours = Not our client
btn-import-rest = Rest not ours
btn-import-later = Ask later
btn-import-questions = To the question
ask-import-find = Type the client’s name, tax number or phone. Who is it:
ask-import-which = Found. Which one:
import-not-found = Nobody found. Try a part of the name, the tax number or the phone.
btn-import-names = Remembered names
msg-import-names = <b>Remembered names</b>: how clients are recognised in files. What is forgotten will be asked again.
msg-import-no-names = No remembered names. They appear once you clarify a client of a file.
import-known-name = • “{ $name }” is { $client }, { $manager }
import-known-nobody = • “{ $name }” is not our client
btn-import-forget = Forget: { $name }
btn-import-more-names = More
ack-import-forgotten = Forgotten: { $name }

# What each column means.
ask-import-column = { $why ->
    [again] These columns do not fit: they hold no { $role ->
        [order] orders with a number or a status
        [status] orders with a number or a status
        [entered] orders with a number or a status
       *[other] debts
     }, “{ $name }”.
    [asked] Columns of “{ $name }”.
   *[new] The table in “{ $name }” was not understood.
 } { $role ->
    [client] <b>Where is the client?</b>
    [amount] <b>Where is the debt?</b>
    [due] <b>Where is the due date?</b>
    [order] Are these order statuses? <b>Where is our order number?</b>
    [status] <b>Where is the status?</b>
    [entered] <b>Where is the accounting number?</b>
   *[document] <b>Where is the document?</b>
 }
import-column-chosen = { $role ->
    [client] Client
    [amount] Debt
    [due] Due date
    [order] Our order
    [status] Status
    [entered] Accounting number
   *[document] Document
 } is { $column }
import-column = { $letters }: { $state ->
    [both] { $heading } — { $sample }
    [heading] { $heading }
   *[sample] { $sample }
 }
btn-import-skip = Skip
btn-import-column-back = ‹ Back
msg-import-columns = <b>Columns noted</b>, not asked again. Reading “{ $name }” with them:
