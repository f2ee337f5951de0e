# Bringing files in: what may be sent, what was read, what will change.

# Beginnings of words in a file's caption that tell what is in it.
import-caption = { $kind ->
    [clients] client customer
    [people] people person contact
    [products] price product catalog
    [receivables] debt receivable
   *[other] {""}
 }

msg-imports = <b>Import</b>: send a file right here — xlsx, xls or csv.
    You will see first what changes.
import-may-clients = • Clients: name, tax number, phone, class, manager
import-may-people = • People at clients: client, full name, phone, birthday
import-may-products = • Price list: code, name, prices, stock
import-may-receivables = • Debts: a report from 1C or a list of documents with due dates
import-may-contacts = • Contacts from a phone: a .vcf file
btn-import-sample = Sample: { $kind ->
    [clients] clients
    [people] people
    [products] prices
   *[receivables] debts
 }
import-sample-file = { $kind ->
    [clients] Clients, sample
    [people] People, sample
    [products] Prices, sample
   *[receivables] Debts, sample
 }
imports-last = Last imports:
imports-line = { $kind ->
    [clients] Clients
    [people] People
    [products] Prices
    [receivables] Debts
   *[contacts] Contacts
 }, “{ $name }”, { $when } — { $state ->
    [applied] loaded
    [undone] undone
   *[preview] not loaded
 }

msg-import-reading = Reading “{ $name }”…
ask-import-kind = What is in “{ $name }”?
import-kind-clients = Clients
import-kind-people = People
import-kind-products = Prices
import-kind-receivables = Debts
import-kind-contacts = Contacts

msg-import-preview = <b>{ $kind ->
    [clients] Clients
    [people] People at clients
    [products] Price list
    [receivables] Debts
   *[contacts] Contacts
 }</b> from “{ $name }”. Nothing has changed yet.
import-counts = { $kind ->
    [receivables] Clients with a new debt { $new }, to update { $changed }, unchanged { $same }, not understood { $bad }
   *[other] To update { $changed }, new { $new }, unchanged { $same }, not understood { $bad }
 }
import-as-of = { $dated ->
    [yes] File of { $day }, { $days ->
        [0] today.
        [1] yesterday.
       *[other] { $days } days ago.
     }
   *[no] The file has no date, taken as of today, { $day }.
 }
import-older = ⚠️ A newer file is loaded already, of { $day }.
import-total = Sum { $sum }{ $state ->
    [yes] , agrees with the file's total.
    [off] , differs from the file's total by { $off }.
    [no] , differs from the file's totals.
   *[none] , the file has no total.
 }
import-paid = Paid since the last file: { $sum }
import-late = Newly overdue, { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }: { $names }
import-name-sum = { $name } { $sum }
import-cleared = Not in the file, the debt becomes zero for { $count ->
    [one] { $count } client
   *[other] { $count } clients
 } ({ $sum }): { $names }
import-unknown = { $kind ->
    [receivables] Not recognised { $count }, will not load: { $names }
    [contacts] Not clear whose contacts: { $names }
   *[other] Clients not recognised, { $count }: { $names }
 }
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
    [not_a_date] not a date
    [not_a_birthday] not a birthday
    [not_a_tax_number] not a tax number
    [not_an_email] not an e-mail
    [not_a_status] “client” or “lead” is needed
    [not_a_grade] class A, B or C is needed
    [negative] below zero
    [lost_text] the file has lost the text
    [unknown_client] no such client
    [ambiguous_client] several such clients, give the tax number
    [foreign_client] another manager has it already
    [repeated] twice in the file
   *[other] not clear
 }
import-ignored = Columns not read: { $names }
import-unknown-managers = Managers not recognised: { $names }
import-assignee = New clients without a manager go to { $name }.
import-nothing = There is nothing to load.
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
btn-import-undo-named = Undo: { $name }
btn-imports = To imports
btn-import-clients = To clients
btn-import-debts = To debts

msg-import-loaded = <b>Loaded: { $kind ->
    [clients] clients
    [people] people at clients
    [products] prices
    [receivables] debts
   *[contacts] contacts
 }</b> from “{ $name }”.
    { $kind ->
    [receivables] With a new debt { $new }, updated { $changed }.
   *[other] New { $new }, updated { $changed }.
 } Can be undone for { $hours } h.
msg-import-discarded = “{ $name }” is not loaded, nothing has changed.
msg-import-undone = <b>Import undone</b>: “{ $name }”. Everything is as before it.
import-kept = Except what was changed later, { $count }: { $names }

err-file-lost = The file did not arrive, nothing has changed. Send it again.
err-file-refused = This file cannot be read. Send xlsx, xls or csv.
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
err-file-unsupported = Such files are not read. Send xlsx, xls, csv or .vcf.
err-file-no-table = No table with the needed columns in the file. Samples: /import.
err-import-too-large = The file is over { $limit } MB. Split it and send the parts.
err-import-role = { $kind ->
    [receivables] This is a file of debts. The accountant or the lead sends it.
    [products] This is a price list. Sales support or the lead sends it.
    [people] This is a list of people. A manager or the lead sends it.
    [contacts] These are contacts. A manager or the lead sends them.
   *[clients] This is a list of clients. A manager or the lead sends it.
 } What you may send: /import.
err-import-no-manager = First choose a manager for the new clients.
err-import-undo = { $why ->
    [late] The time to undo has passed, what was loaded stays.
   *[newer] A newer file is loaded. Undo that one first: /import.
 }
