# Targets of a month: plan and fact, the pace, the forecast, what to do today, a fair comparison.

reason-target = to catch up with the plan, usually { $sum }
sum-millions = { $sum }m ₽
target-month = { $name } { $year }
target-month-1 = January
target-month-2 = February
target-month-3 = March
target-month-4 = April
target-month-5 = May
target-month-6 = June
target-month-7 = July
target-month-8 = August
target-month-9 = September
target-month-10 = October
target-month-11 = November
target-month-12 = December

target-sales = Sales
target-active_base = Active base
target-new_clients = New clients
target-contracts = Contracts
target-calls = Calls
target-offers = Offers
target-receivables = Overdue
btn-target-sales = Sales
btn-target-active_base = Active base
btn-target-new_clients = New clients
btn-target-contracts = Contracts
btn-target-calls = Calls
btn-target-offers = Offers
btn-target-receivables = Overdue

target-of = { $fact } of { $target }
target-of-millions = { $fact } of { $target }m
target-of-thousands = { $fact } of { $target } thousand
target-line = { $name }: <b>{ $of }</b>
target-pace = {" "}· pace { $percent }%{ $behind ->
    [yes] {" "}🔻
   *[no] {""}
 }
target-having = {" "}· { $having } of { $people } have a target
target-forecast = {" "}· forecast { $range }
target-forecast-millions = { $low }–{ $high }m
target-forecast-thousands = { $low }–{ $high } thousand
target-forecast-point = about { $sum }, little history
target-unset = { $name }: { $fact }, no target
target-unknown = { $name }: { $target } at most, the fact is not known
target-within = { $name }: <b>{ $fact }</b>, { $target } at most
target-over = { $name }: <b>{ $fact }</b> ⚠️ more than { $target }

msg-targets = <b>Targets</b> · { $month }
msg-targets-of = <b>{ $name }</b> · targets, { $month }
msg-targets-team = <b>Targets of the team</b> · { $month }
targets-none = No targets for this month: the lead sets them.
targets-none-set = No targets for this month. Set them with the button.
targets-on-pace = All on pace.
targets-gap = Short of the pace: { $name }, { $gap }
targets-person-none = { $name }: no targets
targets-person = { $name }: { $what }
targets-behind = behind: { $names }
targets-fine = on pace
btn-target-today = What to do today
btn-targets-change = Change targets
btn-targets-past = Who set them
btn-targets-ranks = Comparison
btn-targets-set = Set targets
btn-targets = 🎯 Targets
btn-targets-month = To targets

ask-targets = <b>Whose targets for { $month }?</b>
targets-without = Without targets { $count }: { $names }
targets-hint = Or in one line: “Anna July: sales 3m, new 4, contracts 4, calls 630”. As a file: /import.
btn-targets-team = Team { $name }
btn-targets-every = Everybody alike
btn-targets-like = As last month
btn-targets-raise = Last month +{ $percent }%
btn-targets-more = More targets
msg-targets-every = <b>Targets for everybody</b> · { $month }
msg-targets-edit = <b>{ $name }</b> · { $month }
target-edit = { $name }: <b>{ $now }</b>
target-edit-past = { $name }: <b>{ $now }</b> · last month{ $last ->
    [none] {""}
   *[other] {" "}{ $last }
 }{ $fact ->
    [none] {""}
   *[other] {" "}fact { $fact }
 }
ask-target-kind = Which one? A line will do: “sales 3m, calls 630”.
targets-whom-every = everybody
ask-target = { $name }: { $set ->
    [yes] now { $now }
   *[no] no target
 } · { $whom }, { $month }. { $kind ->
    [sales] Type a sum: “3m” or “850k”.
    [receivables] How much may be overdue at the end of the month? “300k” or “0”.
   *[other] Type a number.
 } To take it away: “none”.
msg-targets-set = <b>{ $name }</b> · targets, { $month }
msg-targets-set-many = <b>Targets are set</b> · { $month }, { $count ->
    [one] { $count } manager
   *[other] { $count } managers
 }
msg-targets-same = These targets stand already · { $month }
targets-set-line = { $name }: { $what }
targets-short = { $name } { $value }
targets-taken = no target
targets-new = { $name }: <b>{ $value }</b>
targets-moved = { $name }: { $before } → <b>{ $value }</b>
ntf-targets = <b>Targets of the month: { $month }</b>. Set by { $by }.
msg-targets-past = <b>{ $name }</b> · who set targets, { $month }
targets-past-line = { $when } · { $name } { $value } — { $by }
targets-past-none = Nobody set any targets.
err-targets = { $field ->
    [person] No manager “{ $text }”. Begin with the name: “Anna: sales 3m”.
    [nobody] Whose targets are these? Begin with the name: “Anna: sales 3m”.
    [several] “{ $text }”: there are several such managers, write the full name.
    [team] It is not clear which team. Choose it with a button: /team → “Targets”.
    [sum] “{ $text }” is not clear. Type a sum: “3m” or “850k”.
    [value] “{ $text }” is not clear. Like this: “sales 3m, new 4, calls 630”.
    [closed] This month is closed: targets change in this month, the last one and ahead.
    [far] That is too far: targets are set a year and a half ahead at most.
    [like] There were no targets last month. Set them as numbers.
   *[line] There is no target in it. Like this: “targets Anna July: sales 3m, calls 630”.
 }

msg-target-today = <b>What to do today</b>
msg-target-today-of = <b>{ $name }</b> · what to do today
target-no-sales = No sales target set.
target-reached = Sales target reached.
target-catch-up = Sales: <b>{ $gap }</b> short of the pace by the evening. { $enough ->
    [yes] To catch up
   *[no] Not all of it can be caught up, but due to order
 }: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, ~{ $sum }{ $enough ->
    [yes] , due to order.
   *[no] .
 }
target-catch-up-nobody = Sales: <b>{ $gap }</b> short of the pace by the evening. No client is due to order: call by the list.
target-keep-up = Sales are on pace, { $left } to the target: { $day } a day. Due to order: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, ~{ $sum }
target-keep-up-nobody = Sales are on pace, { $left } to the target: { $day } a day.
target-client = • { $name }: usually { $sum }, silent for { $days } days, orders every { $gap }
target-a-day = { $name }: <b>{ $day }</b> a day, { $missing } left in { $days } working days
target-in-all = { $name }: <b>{ $missing }</b> left in { $days } working days
target-lead = • { $name } — { $stage }
target-overdue = Overdue is above the target by <b>{ $gap }</b>
target-nothing = Nothing more for the targets today.
btn-target-first = Call them first
msg-target-nobody = Nobody to call first now: open the targets again.
msg-target-lifted = First in the list: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, ~{ $sum }: { $names }
msg-target-lifted-of = <b>{ $name }</b>: first in the list { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, ~{ $sum }: { $names }
ntf-target-lifted = <b>First in your list</b> — { $names }: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }, ~{ $sum }, to catch up with the plan. Put there by { $by }.

msg-ranks = <b>Comparison</b> · { $month }
msg-ranks-own = <b>Your month</b> · { $month }
msg-ranks-nobody = Nobody to compare.
ranks-median = Team median ({ $count }):
ranks-line = { $place } { $name }: { $shares }
ranks-line-median = Median: { $shares }
ranks-plan = pace of the plan { $percent }%
ranks-base = of the base { $percent }%
ranks-calls = { $calls } calls a day
ranks-level = {" "}· level
ranks-small = {" "}· not ranked: { $count ->
    [one] { $count } client
   *[other] { $count } clients
 } with a rhythm
ranks-how = “Of the base” is sales against what these clients usually order in as many days; days of absence are left out.
