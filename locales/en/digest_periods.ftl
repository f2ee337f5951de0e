# The lead's digest of a week and a month, pictures, what is seen from near.

msg-digest-week = <b>{ $over ->
    [yes] Result of the week
   *[no] The week
 }</b> · { $days }
msg-digest-month = <b>{ $over ->
    [yes] Result of the month
   *[no] The month
 }</b> · { $days }
digest-days = { $first }–{ $last }
digest-days-apart = { $first } – { $last }
digest-today = Today: { $sum ->
    [none] {""}
   *[other] orders { $sum },{" "}
 }{ $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
 }{ $norm ->
    [0] {""}
   *[other] {" "}of { $norm }
 }
digest-period-money = Orders: <b>{ $sum }</b>{ $count ->
    [0] {""}
    [one] , { $count } order
   *[other] , { $count } orders
 } · { $span ->
    [week] last week
   *[month] last month
 }{ $over ->
    [yes] {""}
   *[no] {" "}by this day
 } { $before }{ $change ->
    [none] {""}
   *[other] {" "}({ $change })
 }
digest-period-shares = Orders: <b>{ $count }</b>{ $change ->
    [none] {""}
   *[other] {" "}· { $change } on { $span ->
        [week] last week
       *[month] last month
     }
 }
digest-period-calls = Calls: <b>{ $calls }</b>{ $norm ->
    [none] {""}
   *[other] {" "}of { $norm }
 } · reached { $reached }%
digest-period-new = New clients: <b>{ $count }</b>
digest-person-target = target { $percent }%
digest-person-calls = calls { $calls }
digest-person-days-away = { $count ->
    [one] { $count } day away
   *[other] { $count } days away
 }
digest-column-target = Target
digest-column-change = Change
digest-column-share = Share
digest-column-days = When
digest-column-count = Orders
digest-column-sum = Sum
digest-column-before = Before
digest-column-outcome = Outcome
digest-column-share-of = Share
digest-column-debt = Debt
digest-column-overdue = Overdue
digest-column-times = Times

btn-digest-week = Week
btn-digest-month = Month
btn-digest-before-week = ‹ Last week
btn-digest-before-month = ‹ Last month
btn-digest-picture = Picture
btn-digest-targets = Targets
btn-digest-money = Money
btn-digest-outcomes = Outcomes
btn-digest-debts = Debts
btn-digest-ageing = Debts by age
btn-digest-plan-picture = Plan and fact
btn-digest-to-week = ‹ To the week
btn-digest-to-month = ‹ To the month

msg-person-period = <b>{ $name }</b> · { $days }
person-period-orders = { $count ->
    [0] No orders
    [one] { $count } order for { $sum }
   *[other] { $count } orders for { $sum }
 }{ $change ->
    [none] {""}
   *[other] {" "}({ $change } on the time before)
 }
person-period-offers = Offers { $offers } · promises { $promises } · new clients { $fresh }
person-period-away = { $count ->
    [one] { $count } working day away: it has no norm.
   *[other] { $count } working days away: they have no norm.
 }
person-period-part = { $part }: calls { $calls }, orders { $sum }
digest-weekday = { $weekday } { $day }
digest-week-of = from { $day }

msg-digest-detail-money = <b>Money</b> · { $days }
msg-digest-detail-outcomes = <b>How the calls ended</b> · { $days }
msg-digest-detail-debts = <b>Debts</b>{ $since ->
    [none] {""}
   *[other] {" "}· compared with { $since }
 }
digest-detail-money-line = { $name }: { $sum }, { $count ->
    [one] { $count } order
   *[other] { $count } orders
 } · before { $before }{ $change ->
    [none] {""}
   *[other] {" "}({ $change })
 }
digest-detail-outcome-line = { $outcome }: { $count } · { $percent }%
digest-detail-debt-line = { $name }: debt { $debt }{ $debt_change ->
    [none] {""}
   *[other] {" "}({ $debt_change })
 }, overdue { $overdue }{ $overdue_change ->
    [none] {""}
   *[other] {" "}({ $overdue_change })
 }
digest-detail-nothing = There is nothing in these days.
digest-total = Total

chart-plan = Sales: plan and fact
chart-sales = Sales by manager
chart-fact = Done
chart-rest = Left to the plan
chart-ageing = Debts by age
chart-ageing-unit = thousand roubles · { $day }
msg-picture-plan = <b>Sales, { $days }</b>: { $sum }{ $planned ->
    [yes] {" "}of { $target }, { $percent }%
   *[no] {""}
 }
msg-picture-ageing = <b>Debts</b>: { $sum }, overdue { $overdue } ({ $percent }%)
msg-picture-nothing = There is nothing to draw yet.
