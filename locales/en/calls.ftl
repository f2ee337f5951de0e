# The call list, the card, outcomes.

outcome-no_answer = No answer
outcome-busy = Busy
outcome-unavailable = Unavailable
outcome-wrong_number = Wrong no.
outcome-no_decision_maker = No decider
outcome-order = Order
outcome-call_back = Call back
outcome-phone_offer = Offered
outcome-send_offer = Send offer
outcome-promise = Promised
outcome-thinking = Thinking
outcome-refusal = Refused
outcome-claim = Claim
outcome-meeting = Meeting
outcome-talked = Talked

refusal-price = Price
refusal-supplier = Another supplier
refusal-no_need = No need
refusal-terms = Terms
refusal-quality = Quality
refusal-season = Off season
refusal-other = Other

claim-shortage = Shortage
claim-mis_sort = Mis-sorting
claim-defect = Defect
claim-expiry = Shelf life
claim-damage = Damage
claim-late = Late delivery
claim-price = Price
claim-documents = Documents
claim-return = Return
claim-refusal = Goods refused
claim-other = Other

person-role-buyer = purchasing
person-role-director = director
person-role-accountant = accounting
person-role-other = other

reason-call_back = { $late ->
    [0] asked to call back
    [one] asked to call back { $late } day ago
   *[other] asked to call back { $late } days ago
 }
reason-at = { $reason } at { $clock }
reason-retry = { $late ->
    [0] not reached
   *[other] not reached since { $day }
 }
reason-planned = { $late ->
    [0] planned for today
   *[other] planned for { $day }
 }
reason-broken_promise = { $days ->
    [0] promise is past due
    [one] promise not kept: { $days } day ago
   *[other] promise not kept: { $days } days ago
 }
reason-promise_today = promised to pay today
reason-overdue = overdue { $days } d, { $sum }
reason-order_rhythm = no order for { $days } d, usually every { $gap }
reason-claim = { $days ->
    [0] claim awaits an answer
    [one] claim waits { $days } day
   *[other] claim waits { $days } days
 }
reason-claim_decided = claim decided: tell the client
reason-lead_untouched = { $days ->
    [one] lead, { $days } day without a call
   *[other] lead, { $days } days without a call
 }
reason-offer_follow_up = ask about the offer
reason-occasion = birthday: { $day }
reason-stay_in_touch = { $days ->
    [-1] never called
    [one] { $days } day without contact
   *[other] { $days } days without contact
 }
reason-contract_ends = { $late ->
    [0] contract until { $on }
   *[other] contract ended { $on }
 }
reason-promotion = promotion “{ $name }” until { $on }
reason-week_plan = in the week plan
reason-invitation = { $days ->
    [one] “{ $name }”: no reply for { $days } day
   *[other] “{ $name }”: no reply for { $days } days
 }
reason-carried = { $days ->
    [1] since { $weekday }
   *[other] day { $number }
 }

norm-line = calls { $calls }/{ $call_norm } · reached { $reached } · e-mail offers { $offers }/{ $offer_norm } · offered { $phone_offers }/{ $phone_norm }

msg-calls = <b>{ $day }</b>: { $left ->
    [one] { $left } call left of { $total }
   *[other] { $left } calls left of { $total }
 }
msg-calls-late = The list came later than usual: the bot was down.
msg-calls-empty = Nobody to call today. Add clients: /clients, or a file: /import.
calls-more = …and { $count } more
calls-also = (+{ $count }: { $names })
calls-all-done = The list is done.
msg-calls-done = The list is done for now.
calls-later = Later today:
calls-later-line = { $clock } — { $name }
btn-start-calls = ▶️ Start calling
btn-whole-list = Whole list
btn-offers = { $count ->
    [one] ✉️ Send { $count } offer
   *[other] ✉️ Send { $count } offers
 }

mark-lead = lead
card-no-phone = 📞 no number
card-local-time = 🕐 { $clock } at the client's
card-debt = 💰 debt { $debt }
card-debt-overdue = 💰 debt { $debt }, overdue { $overdue } ({ $days } d)
card-stopped = ⛔️ stop list: shipping by approval
card-promise = 🤝 promised to pay: { $day }
card-reliability = keeps the word: { $kept } of { $total }
card-claims = { $count ->
    [one] ⚠️ { $count } open claim
   *[other] ⚠️ { $count } open claims
 }
card-last-order = 🧾 order { $day }
card-last-order-gap = 🧾 order { $day }, usually every { $gap } d
card-last-call = 💬 { $day }: { $outcome }
card-attempts = { $count ->
    [one] { $count } missed attempt
   *[other] { $count } missed attempts
 }
btn-offer-sent = ✉️ Offer sent
btn-put-off = Later
btn-not-today = Not today
btn-client-card = Client
btn-next-card = Next call
btn-any-time = Any time
btn-sum-unsaid = No sum
btn-add-number = ➕ Number: { $name }
btn-sent-to = ✉️ { $name }
btn-to-list = To the list

ask-day-call_back = { $name }: when to call back? A button or words: “thu at 15”.
ask-day-thinking = { $name }: when to ask again? A button or words: “in a week”.
ask-day-meeting = { $name }: when is the meeting? A button or words: “Fri at 11”.
ask-clock = { $name }, { $day }: at what time?
ask-refusal = { $name }: why refused? A button, or type who they buy from.
ask-claim = { $name }: what is the claim about?
ask-promise-sum = { $name }: how much is promised? A button or words: “120k on Friday”.
ask-promise-day = { $name }: when will they pay?
ask-promise-day-sum = { $name }, { $sum }: when will they pay?
ask-number = { $name }: type the new number, for example +7 916 123-45-67.

recorded = { $name }: { $outcome }
recorded-task-send_offer = send today
recorded-task-wrong_number = another number needed
recorded-check = checked { $day }
msg-noted = Note saved: { $name }
msg-offers = { $count ->
    [0] All offers are sent.
    [one] { $count } offer waits to be sent. Tap when you have sent it:
   *[other] { $count } offers wait to be sent. Tap when you have sent one:
 }
ack-offer-sent = { $name }: offer counted, call { $day }

choice-in-two-hours = in 2 hours
choice-moment = { $name } { $clock }
choice-moment-suggested = ★ { $name } { $clock }
choice-clock = ★ { $clock }

card-instead = { $count ->
    [one] 👤 { $silent } does not answer ({ $count } time) → { $who }
   *[other] 👤 { $silent } does not answer ({ $count } times) → { $who }
 }
card-also = 👥 also answers for: { $names }
card-same-person = The same person, the next client:
card-best-hour = usually answers { $start }–{ $end }
card-basket = 🛒 usually: { $goods }
btn-copy-number = 📋 Number
btn-whatsapp = WhatsApp
btn-telegram = Telegram
btn-worked = ◀︎ Back
btn-other-day = Another day
btn-later = { $minutes ->
    [0] In the evening
    [30] In 30 minutes
    [60] In an hour
   *[120] In 2 hours
 }
ask-later = { $name }: when shall the card come again?
ask-skip = { $name }: why not today?
skip-closed = Closed today
skip-ordered = Ordered already
skip-writing = In writing
skip-other = Other
btn-agree = Set { $day }: { $name }
agreed = { $name }: next call { $day }
worked-at = logged at { $clock }
btn-undo-call = Undo the result
call-undone = { $name }: undone — { $outcome }
call-already = { $name }: logged already at { $clock } — { $outcome }
call-changed = { $name }: the card has changed since
ack-none-worked = No calls today yet.
