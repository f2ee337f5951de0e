# The lead's digest: plan of the day, how it goes, result; questions to a manager and answers.

msg-digest-plan = <b>Plan of the day</b> · { $day }
msg-digest-now = <b>Digest at { $clock }</b> · { $day }
msg-digest-result = <b>Result of the day</b> · { $day }
digest-late = This came later than usual: the bot was down.
digest-nobody = There are no managers in the team yet. Invite the first one.

digest-money = Orders: <b>{ $sum }</b>{ $count ->
    [0] {""}
    [one] , { $count } order
   *[other] , { $count } orders
 }{ $known ->
    [yes] {" "}· usual day { $usual }
   *[no] {""}
 }
digest-calls = Calls: <b>{ $calls }</b>{ $norm ->
    [none] {""}
   *[other] {" "}of { $norm }
 } · reached { $reached }
digest-overdue = Overdue: <b>{ $sum }</b>{ $sign ->
    [more] {" "}· up { $change } since { $day }
    [less] {" "}· down { $change } since { $day }
    [same] {" "}· no change since { $day }
   *[none] {""}
 }
digest-plan-calls = Calls: <b>{ $listed }</b> in the lists, norm { $norm }
digest-plan-promises = Promised for today: <b>{ $sum }</b>, { $count ->
    [one] { $count } promise
   *[other] { $count } promises
 }
digest-yesterday = Last day ({ $day }): orders { $sum }, { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
 }

digest-alarms = <b>Needs attention: { $count }</b>
digest-alarms-many = <b>Needs attention: more than { $count }</b>
digest-no-alarms = All is well: nothing needs attention.
digest-wins = <b>Wins</b>
digest-people = <b>Managers</b>
digest-teams = <b>Teams</b>
digest-no-team = No team
digest-people-more = { $count ->
    [one] …and { $count } more manager
   *[other] …and { $count } more managers
 }

digest-held = <b>{ $client }</b>: an order for { $sum } waits for your decision
digest-broken = <b>{ $client }</b>: promise{ $priced ->
    [yes] {" "}of { $sum }
   *[no] {""}
 } broken, due { $due }
digest-partly_kept = <b>{ $client }</b>: promised { $sum }, paid { $paid }, due { $due }
digest-off_pace = <b>{ $manager }</b>: { $count ->
    [one] { $count } call
   *[other] { $count } calls
 } of { $norm }
digest-unreachable = <b>{ $manager }</b>: has closed the bot, messages do not arrive
digest-claim = <b>{ $client }</b>: claim “{ $claim }” unanswered, was due { $due }
digest-not_accepted = <b>{ $client }</b>: sales support has not accepted order { $order } for { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } min
     }
 }
digest-silent = <b>{ $client }</b>, class A: { $count ->
    [-1] never called
    [one] { $count } day without contact
   *[other] { $count } days without contact
 }
digest-carried = <b>{ $manager }</b>: { $count ->
    [one] { $count } client lies
   *[other] { $count } clients lie
 } in the list for { $norm ->
    [one] { $norm } day
   *[other] { $norm } days
 } or longer, longest { $client } ({ $days } { $days ->
    [one] day
   *[other] days
 })
digest-debt = <b>{ $client }</b>: overdue { $sum }, { $days ->
    [one] { $days } day
   *[other] { $days } days
 }
digest-order = <b>{ $client }</b>: order for { $sum }
digest-kept = <b>{ $client }</b>: kept the promise{ $priced ->
    [yes] , { $sum }
   *[no] {""}
 }
digest-new_clients = <b>{ $manager }</b>: { $count ->
    [one] { $count } new client
   *[other] { $count } new clients
 }

digest-person-reached = reached { $count }
digest-person-offers = { $count ->
    [one] { $count } offer
   *[other] { $count } offers
 }
digest-person-orders = { $count ->
    [one] { $count } order, { $sum }
   *[other] { $count } orders, { $sum }
 }
digest-person-promises = { $count ->
    [one] { $count } promise
   *[other] { $count } promises
 }
digest-person-listed = { $count ->
    [0] empty list
    [one] { $count } call
   *[other] { $count } calls
 }
digest-person-call-backs = call back { $count }
digest-person-due = { $count ->
    [one] { $count } promise, { $sum }
   *[other] { $count } promises, { $sum }
 }

btn-digest = To the digest
btn-digest-back = ‹ Digest
btn-digest-plan = Plan of the day
btn-digest-now = Day so far
btn-digest-table = Whole team
btn-digest-all-teams = All teams
btn-digest-more = Show all: { $count }
btn-digest-first = First { $count }
btn-digest-ask = ❓ { $name }
btn-digest-asked = ⏳ { $name }
btn-digest-answered = 💬 { $name }
btn-digest-praise = 👏 { $number } · { $name }
btn-digest-praised = ✓ { $number } · { $name }
btn-digest-open = Open
btn-digest-answer = Answer
btn-person-day = The manager’s day

ntf-off-pace = <b>Off pace at { $clock }</b>: { $count } of { $managers }
ntf-off-pace-next = Fewer than half the norm of calls. Ask what is in the way.

msg-person-day = <b>{ $name }</b> · { $day }
person-day-unreachable = The bot is closed: messages do not arrive.
person-day-calls = Calls: { $calls }{ $norm ->
    [0] {""}
   *[other] {" "}of { $norm }
 } · reached { $reached }
person-day-offers = Offered { $phone } of { $phone_norm } · e-mail offers { $email } of { $email_norm }
person-day-orders = { $count ->
    [0] No orders
    [one] { $count } order for { $sum }
   *[other] { $count } orders for { $sum }
 }
person-day-promises = { $count ->
    [0] No promises taken
    [one] { $count } promise taken
   *[other] { $count } promises taken
 }
person-day-list = List: { $done } of { $total } done
person-day-without-next = { $count ->
    [one] Without a next step: { $count } client
   *[other] Without a next step: { $count } clients
 }
person-day-outcomes = <b>How the calls ended</b>
person-day-last = <b>Last calls</b>

msg-carried = <b>{ $name }</b>: { $count ->
    [0] nobody has been on the list for long
    [one] { $count } client lies for long
   *[other] { $count } clients lie for long
 }
carried-line = { $number }. <b>{ $name }</b>, { $days ->
    [one] { $days } day
   *[other] { $days } days
 }

ntf-lead-asks = ❓ <b>{ $name }</b> asks:
ntf-lead-asks-next = What is going on, and what next? The answer goes at once.
ntf-lead-praises = 👏 <b>{ $name }</b> praises your work:
ask-lead-answer = { $name } waits for your answer: write it in one message.
msg-lead-answered = { $name } has the answer.
ntf-manager-answers = 💬 <b>{ $name }</b> answers:
digest-quote = “{ $text }”
note-lead-answer = Answer to the lead: { $text }
ack-lead-asked = Question sent: { $name }
ack-lead-praised = Praise sent: { $name }

err-already-asked = { $name }: the question went already ({ $at }), no answer yet.
err-already-answered = There is an answer already ({ $name }): “{ $text }”
err-already-praised = { $name }: this has been said.
err-lead-answer = An answer has 1 to { $most } characters. Type it shorter.

# --- lines that are newer

digest-decisions = { $count ->
    [one] <b>{ $count }</b> question waits for your decision
   *[other] <b>{ $count }</b> questions wait for your decision
 }
digest-uncovered = <b>{ $manager }</b>: { $away ->
    [vacation] vacation
    [sick] sick leave
    [trip] business trip
   *[other] absence
 } { $today ->
    [yes] today
   *[no] until { $due }
 }, nobody stands in
digest-errand = { $named ->
    [yes] <b>{ $client }</b>: errand
   *[no] Errand
 } “{ $claim }” is late, was due { $due }
digest-week_behind = <b>{ $manager }</b>: { $count ->
    [one] { $count } call
   *[other] { $count } calls
 } of { $norm } this week
digest-month_behind = <b>{ $manager }</b>: { $count }% of the pace of sales, { $paid } of { $sum }
digest-week_best = <b>{ $manager }</b>: ahead of everybody in the week, { $count ->
    [one] { $count } order for { $sum }
   *[other] { $count } orders for { $sum }
 }
digest-month_best = <b>{ $manager }</b>: ahead of everybody in the month, { $count ->
    [one] { $count } order for { $sum }
   *[other] { $count } orders for { $sum }
 }
digest-person-away = { $kind ->
    [vacation] vacation
    [sick] sick leave
    [trip] business trip
   *[other] away
 } until { $until }, { $covered ->
    [yes] { $deputy } stands in
   *[no] nobody stands in
 }
btn-digest-decide = Decide

digest-column-name = Who
digest-column-team = Team
digest-column-calls = Calls
digest-column-reached = Reached
digest-column-offers = Offers
digest-column-orders = Orders
digest-column-promises = Promised
digest-column-listed = List
digest-column-call-backs = Backs
digest-column-due = Promised
digest-column-due-count = Promises
digest-column-birthdays = 🎂
