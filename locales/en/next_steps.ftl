# Clients without a next step: dates by one tap.

calls-no-next = { $count ->
    [one] without a next step: { $count } client
   *[other] without a next step: { $count } clients
 }
btn-next-steps = 📅 No next step: { $count }

msg-no-next = <b>Without a next step: { $count }</b>
msg-no-next-none = Every client has a next step.
msg-no-next-dates = Dates by the rhythm of orders and the stay-in-touch norm, no more than the norm a day:
msg-no-next-first = First the { $count } who were silent longest.
next-steps-day = <b>{ $day }</b> · { $count }: { $names }
next-steps-more = { $names } and { $count } more
msg-dates-set = { $count ->
    [one] { $count } date set.
   *[other] { $count } dates set.
 }
msg-dates-left = { $count } still without a next step.
msg-dates-undone = { $count ->
    [0] Nothing to take back: every date has changed since.
    [one] { $count } date taken back.
   *[other] { $count } dates taken back.
 }
msg-dates-kept = { $count ->
    [one] { $count } has changed since and stays.
   *[other] { $count } were changed since and stay.
 }
btn-set-dates = { $count ->
    [one] ✅ Set { $count } date
   *[other] ✅ Set { $count } dates
 }
btn-next-portion = { $count } more
btn-undo-dates = ↩️ Take back
ack-dates-moved = The dates changed while you looked.
