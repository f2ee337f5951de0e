# Plan: norms of the day and the pace, offers in batches.

msg-plan = <b>Plan</b> · { $day }, { $clock }
plan-calls = Calls: <b>{ $done }</b> of { $norm }
plan-phone = Offered: <b>{ $done }</b> of { $norm }
plan-email = E-mail offers: <b>{ $done }</b> of { $norm }
plan-reached = {" "}· reached { $count }
plan-behind = {" "}· { $expected } expected by now
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
    [one] Next: { $count } more call from the list.
   *[other] Next: { $count } more calls from the list.
 }
plan-list-short = { $waiting ->
    [0] The list is done
   *[other] The list is too short
 }: { $count ->
    [one] { $count } more call
   *[other] { $count } more calls
 } to the norm. Whom to take: /leads, /clients.
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
btn-add-offers-phone = ➕ Offered
btn-add-offers-email = ➕ E-mail offers
btn-undo-offers = ↩️ Take { $count } back
btn-to-plan = To the plan
ask-offers-phone = Offered by phone today: { $total } of { $norm }. How many more? A button or a number.
ask-offers-email = E-mail offers today: { $total } of { $norm }. How many more? A button or a number.
msg-offers-added-phone = Phone offers added: { $count }. Today { $total } of { $norm }.
msg-offers-added-email = E-mail offers added: { $count }. Today { $total } of { $norm }.
ack-offers-undone-phone = Taken back. Phone offers today: { $total }
ack-offers-undone-email = Taken back. E-mail offers today: { $total }
ntf-behind = <b>{ $clock } · { $done } of { $norm }</b>, the clock asks for { $expected }.
    To do by { $until }: { $next ->
        [one] { $next } more call from the list
       *[other] { $next } calls in a row from the list
    }.
err-offers-count = “{ $text }” is not clear. Type a number from 1 to { $most }, or /cancel.

msg-plan-team = <b>Team plan</b> · { $day }, { $clock }
plan-team-calls = Calls: <b>{ $calls }</b>{ $norm ->
    [0] {""}
   *[other] {" "}of { $norm } · { $expected } expected by now
 }
plan-table-legend = Calls, reached, offers, orders, thousands of ₽:
plan-column-calls = call
plan-column-reached = rch
plan-column-offers = off
plan-column-orders = ord
plan-column-sum = ₽k
