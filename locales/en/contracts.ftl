# Contracts: the register, the card, questions, the end.

push-contracts = contracts
btn-contract = 📄 Contract
btn-contracts = 📄 Contracts
btn-contracts-all = All contracts

msg-contracts-none = No contracts under way, and none ends within 60 days. A new one starts on the client's card: “📄 Contract”.
msg-contracts = <b>Contracts</b>: { $ending ->
    [0] none ends soon
    [one] { $ending } ends soon
   *[other] { $ending } end soon
 }, { $work } under way
contracts-ending = <b>Ending</b>
contracts-ending-line = { $name } — { $day }, { $days ->
    [0] today is the last day
    [one] { $days } day left
   *[other] { $days } days left
 }
contracts-ends-line = { $name } — { $day }, not renewed
contracts-stage = <b>{ $stage ->
    [draft] In preparation
    [sent] Sent
    [at_client] With the client
    [at_us] With us
   *[signed] Signed, not in force
 }</b>: { $count }
contracts-held-line = { $name } — { $who ->
    [none] {""}
   *[other] { $who },{" "}
 }{ $days ->
    [0] since today
    [one] { $days } day
   *[other] { $days } days
 }
contracts-of-manager = {" "}({ $name })

contract-stage-draft = in preparation
contract-stage-sent = sent
contract-stage-at_client = with the client
contract-stage-at_us = with us
contract-stage-signed = signed, not in force yet
contract-stage-in_force = in force
contract-stage-expired = expired
contract-stage-terminated = terminated
contract-holder-manager = the manager
contract-holder-lawyer = our lawyer
contract-holder-director = our director
contract-holder-accountant = our accountant
contract-holder-client = with the client

contract-title = <b>{ $name }</b>: contract { $number ->
    [no] without a number
   *[other] No. { $number }
 }
contract-named = { $name }: contract { $number ->
    [no] without a number
   *[other] No. { $number }
 }
contract-agreement = , additional agreement { $count }
contract-held = , { $who }, { $days ->
    [0] since today
    [one] { $days } day
   *[other] { $days } days
 }
contract-held-days = , { $days ->
    [0] since today
    [one] { $days } day
   *[other] { $days } days
 }
contract-signed = of { $day }
contract-starts = from { $day }
contract-ends = until { $day }
contract-open-ended = open-ended
contract-notice = { $days ->
    [one] notice of { $days } day
   *[other] notice of { $days } days
 }
contract-delay = { $days ->
    [0] prepaid
    [one] { $days } day to pay
   *[other] { $days } days to pay
 }
contract-limit = limit { $limit }
contract-prices = prices { $column }
contract-left = { $days ->
    [0] ⏳ today is the last day
    [one] ⏳ { $days } day left
   *[other] ⏳ { $days } days left
 }
contract-left-ends = { $days ->
    [0] ⏳ today is the last day, not renewed
    [one] ⏳ { $days } day left, not renewed
   *[other] ⏳ { $days } days left, not renewed
 }
contract-terms-proposed = ⏳ The terms wait for the lead: until then the client keeps the old delay and limit.
contract-terms-declined = ❌ The terms were declined: the client keeps the old delay and limit.
contract-unread = Not understood: “{ $text }”
contract-missing = Missing: { $fields }.{ $may ->
    [yes] {" "}By button or in one line.
   *[no] {""}
 }
contract-field-number = number
contract-field-signed = date
contract-field-ends = term
contract-field-delay = payment delay
contract-field-limit = limit
contract-field-prices = prices

ask-contract = <b>{ $name }</b>: no contract yet. Type it in one line:
 “No. 45/26 dated 01.03.2026 until 28.02.2027, delay 14, limit 300 000, column wholesale”
btn-contract-steps = Step by step
btn-contract-add-number = ➕ Number
btn-contract-add-signed = ➕ Date
btn-contract-add-ends = ➕ Term
btn-contract-add-delay = ➕ Delay
btn-contract-add-limit = ➕ Limit
btn-contract-add-prices = ➕ Prices
btn-contract-sent = Sent
btn-contract-at_client = With the client
btn-contract-at_us = With us
btn-contract-signed = Signed
btn-contract-in_force = In force
btn-contract-terminated = Terminated
btn-contract-holder-lawyer = To lawyer
btn-contract-holder-director = To director
btn-contract-holder-accountant = To accounting
btn-contract-new = New contract
btn-contract-open = Open the contract
btn-contract-following = The next contract
btn-contract-renew = Renew
btn-contract-next = Prepare a new one
btn-contract-end = Do not renew
btn-contract-renews = Renew after all
btn-contract-until = until { $day }
btn-contract-days = { $days ->
    [0] prepaid
    [one] { $days } day
   *[other] { $days } days
 }
btn-contract-open-ended = Open-ended
btn-contract-ending = { $name } · { $days } d
btn-contract-approve = ✅ Agree
btn-contract-decline = ❌ Decline
ask-contract-term = <b>{ $name }</b>: { $field ->
    [number] what is the number? Type it: “45/26”.
    [signed] of what date? By button or type “01.03.2026”.
    [ends] until when? By button or type “28.02.2027”.
    [delay] how many days to pay? By button or type “14”.
    [limit] what credit limit? By button or type “300 000”.
   *[prices] which price column? By button or type its name.
 }
ask-contract-renewal = <b>{ $name }</b>: the contract runs until { $day }. Renew until when? By button or type a day.

ntf-contract-terms = <b>{ $title }</b> is in force. { $who } asks you to agree to the terms:
contract-delay-change = payment delay { $before } → { $after } days
contract-limit-change = limit { $before } → { $after }
contract-no-limit = no limit
msg-contract-approved = <b>{ $title }</b>: the terms stand for the client. Agreed by { $who }.
msg-contract-declined = <b>{ $title }</b>: the terms were declined, the client keeps the old ones. Decided by { $who }.

ntf-contracts = { $count ->
    [one] <b>{ $count } contract ends soon</b>
   *[other] <b>{ $count } contracts end soon</b>
 }
ntf-contracts-late = This message is late: the bot was down.
ntf-contracts-next = Choose what comes next: renew, a new contract, or let it end.
ntf-contracts-next-team = Open a contract to see who holds it.
contract-ends-in = <b>{ $name }</b>, contract { $number ->
    [no] without a number
   *[other] No. { $number }
 }: until { $day }, { $days ->
    [0] today is the last day
    [one] { $days } day left
   *[other] { $days } days left
 }
contract-following = the next one: { $stage }

event-contract = contract{ $number ->
    [no] {""}
   *[other] {" "}No. { $number }
 }: { $what ->
    [draft] in preparation
    [sent] sent
    [at_client] with the client
    [at_us] with us
    [signed] signed
    [in_force] in force
    [terminated] terminated
    [terms-yes] terms agreed
    [terms-no] terms declined
    [ends] not renewed
    [renews] renewed after all
   *[other] changed
 }

command-contracts = 📄 Contracts: who holds them, until when

err-contract-term = { $field ->
    [number] “{ $text }” is no number of a contract. Type, for example, “45/26”.
    [signed] “{ $text }” is no date. Type, for example, “01.03.2026”.
    [ends] “{ $text }” is no end: it takes a day after the beginning, for example “28.02.2027”.
    [delay] The payment delay is 0 to 365 days, not “{ $text }”. Type, for example, 14.
    [limit] “{ $text }” is no limit. Type, for example, “300 000”.
    [prices] The price list has no column “{ $text }”. Choose by button or check the name.
   *[other] “{ $text }” was not understood. Type, for example: “No. 45/26 until 28.02.2027, delay 14”.
 }
err-contract-stage = { $wanted ->
    [change] This contract does not change any more: renew it or prepare a new one.
    [renew] The contract is not in force or has no end: there is nothing to renew.
    [in_force] To be in force a contract needs a date and a term. Add them with the “➕” buttons.
   *[other] The contract is at another stage by now. Open it again.
 }
