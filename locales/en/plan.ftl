# Plan: norms of the day and the pace, offers in batches; the week by days.

msg-plan = <b>Plan</b> · { $day }, { $clock }
plan-calls = Calls: <b>{ $done }</b> of { $norm }
plan-phone = Offered: <b>{ $done }</b> of { $norm }
plan-email = E-mail offers: <b>{ $done }</b> of { $norm }
plan-reached = {" "}· reached { $count }
plan-behind = {" "}· by the clock { $expected } already
plan-left = {" "}· { $left } left
plan-norm-done = {" "}· norm done
plan-orders = Orders today: <b>{ $today }</b>{ $count ->
    [0] {""}
   *[other] {" "}({ $count })
 } · this month { $month }{ $monthly ->
    [0] {""}
   *[other] {" "}({ $monthly })
 }
plan-due = { $count ->
    [one] { $count } promised payment expected today: { $sum }
   *[other] { $count } promised payments expected today: { $sum }
 }
plan-promises = { $count ->
    [one] { $count } promise taken, { $sum }
   *[other] { $count } promises taken, { $sum }
 }
plan-next-call = { $count ->
    [one] Next: { $count } more call.
   *[other] Next: { $count } more calls.
 }
plan-next-send = { $count ->
    [one] Next: send { $count } promised offer.
   *[other] Next: send { $count } promised offers.
 }
plan-next-offer = { $count ->
    [one] Next: { $count } more e-mail offer.
   *[other] Next: { $count } more e-mail offers.
 }
plan-next-none = The norms of the day are done.
plan-day-off = A day off today: norms are not counted.
btn-add-offers = ➕ E-mail offers
btn-undo-offers = ↩️ Take { $count } back
btn-to-plan = To the plan
ask-offers = E-mail offers today: { $total } of { $norm }. How many more? A button or a number.
msg-offers-added = Offers added: { $count }. Today { $total } of { $norm }.
ack-offers-undone = Taken back. Offers today: { $total }
err-offers-count = “{ $text }” is not clear. Write a number from 1 to { $most }, or /cancel.

msg-plan-team = <b>Team plan</b> · { $day }, { $clock }
plan-team-calls = Calls: <b>{ $calls }</b>{ $norm ->
    [0] {""}
   *[other] {" "}of { $norm } · by the clock { $expected }
 }
plan-table-legend = Calls, reached, offers, orders, thousands of ₽:
plan-column-calls = call
plan-column-reached = rch
plan-column-offers = off
plan-column-orders = ord
plan-column-sum = ₽k

msg-week = <b>Week</b>: { $count ->
    [0] nothing with a day
    [one] { $count } thing ahead
   *[other] { $count } things ahead
 }
week-this = <b>This week</b>
week-next = <b>Next week</b>
week-nothing = nothing planned
week-visit = { $count ->
    [one] { $count } visit
   *[other] { $count } visits
 }
week-call = { $count ->
    [one] { $count } call
   *[other] { $count } calls
 }
week-promise = { $count ->
    [one] { $count } promise
   *[other] { $count } promises
 }
week-birthday = 🎂 { $count }
msg-week-day = <b>{ $day }</b>: { $count ->
    [0] nothing planned
    [one] { $count } thing
   *[other] { $count } things
 }
week-item-visit = visit: <b>{ $name }</b>{ $place ->
    [none] {""}
   *[other] , { $place }
 }
week-item-call = <b>{ $name }</b> — { $reason ->
    [call_back] call back
    [retry] try again
    [offer] ask about the offer
   *[planned] call
 }
week-item-promise = <b>{ $name }</b> — promised to pay{ $sum ->
    [none] {""}
   *[other] {" "}{ $sum }
 }
week-item-birthday = 🎂 <b>{ $person }</b>, { $name }
btn-to-week = ‹ To the week
btn-visited = ✓ Visit took place
note-visited = The visit took place
ack-visited = Visit marked
