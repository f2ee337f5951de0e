# Money from the bank, payments without a client, a reminder of tomorrow's promises.

bank-account = Account { $account }
bank-account-days = Account { $account }, { $days }
bank-came = { $count ->
    [one] { $count } payment
   *[other] { $count } payments
 } came in, { $sum }
bank-matched = Recognised { $count }, { $sum }
bank-unmatched = Not recognised { $count }, { $sum }: will ask once it is loaded
bank-ignored = Not from clients: { $count }
bank-known = Loaded before: { $count }
msg-bank-loaded = <b>The statement is loaded</b>: “{ $name }”, { $count ->
    [one] { $count } payment
   *[other] { $count } payments
 }, { $sum }.
bank-done = { $matched ->
    [0] { $waiting ->
        [0] Nothing to give to clients
       *[other] Waiting for a client: { $waiting }
     }
   *[other] Given to clients: { $matched }{ $waiting ->
        [0] { "" }
       *[other] , waiting for a client: { $waiting }
     }
 }{ $ignored ->
    [0] { "" }
   *[other] , not from clients: { $ignored }
 }. It can be undone for { $hours } h.
bank-told = { $count ->
    [one] { $count } manager was told.
   *[other] { $count } managers were told.
 }

ntf-paid = { $count ->
    [one] <b>{ $count } client paid: { $sum }</b>
   *[other] <b>{ $count } clients paid: { $sum }</b>
 }
paid-line = <b>{ $name }</b> { $sum }{ $kept ->
    [yes] {" "}— the promise is kept{ $left ->
        [clear] , no debt
        [owes] , { $debt } left
       *[late] , { $debt } left, { $overdue } overdue
     }
   *[no] {" "}— { $left ->
        [clear] no debt
        [owes] { $debt } left
       *[late] { $debt } left, { $overdue } overdue
     }
 }
paid-more = and { $count } more { $count ->
    [one] client
   *[other] clients
 }
ntf-paid-back = <b>Payments withdrawn: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, { $sum }</b>
paid-back-line = <b>{ $name }</b> { $sum }{ $left ->
    [clear] {" "}— owes nothing
   *[owes] {" "}— owes { $debt } again
 }
ntf-paid-back-next = The statement was undone, debts are as before it. Wait for a new one before you call.
ntf-paid-next = Where something is still overdue, ask about the rest.
ntf-paid-done = Nothing of theirs is overdue: a good time to offer an order.

msg-payment = <b>Payment without a client, { $place } of { $count }</b> ({ $total } in all)
payment-facts = { $day }, No. { $number }: { $sum }
payment-payer = { $name }{ $tax ->
    [no] { "" }
   *[other] , tax number { $tax }
 }
payment-purpose = “{ $text }”
ask-payment = Whose money is it?
ask-payment-client = <b>{ $name }, { $sum }</b>: which client is it? Type a part of the name, the tax number or the phone.
payment-client-none = Nobody found for “{ $text }”. Try a part of the name, the tax number or the phone.
payment-client-which = { $count ->
    [one] { $count } client found. This one?
   *[other] { $count } clients found. Which one?
 }
msg-payment-given = <b>{ $name }: { $sum } counted</b>{ $count ->
    [one] .
   *[other] , { $count } payments.
 }
msg-payment-not = <b>{ $name }</b>: not a client. It will not be asked about again.
msg-payments-none = <b>No payments wait for a client.</b>
btn-payments-waiting = Sort payments: { $count }
btn-payment-find = Find the client
btn-payment-not = Not a client
btn-payment-next = Next ›
btn-payment-back = Bring back

ntf-promises = { $when ->
    [tomorrow] <b>Promised for tomorrow: { $count ->
        [one] { $count } client
       *[other] { $count } clients
     }{ $total ->
        [0] { "" }
       *[other] , { $total }
     }</b>
   *[later] <b>Promised by the next working day: { $count ->
        [one] { $count } client
       *[other] { $count } clients
     }{ $total ->
        [0] { "" }
       *[other] , { $total }
     }</b>
 }
ntf-promises-late = This message is late: the bot was down.
ntf-promises-next = Remind them today and mark it: “Reminded” or another day.
ntf-promises-done = All were reminded. Payment is checked after the promised day.
promises-more = and { $count } more { $count ->
    [one] promise
   *[other] promises
 }
promise-reminded = reminded
btn-promise-call = 📞 { $name }
btn-promise-reminded = Reminded
btn-promise-later = Move
msg-promises-over = <b>No more promises for tomorrow.</b>
ack-reminded = Noted: reminded of the promise
note-reminded = Reminded of the promised payment
