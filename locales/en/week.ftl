# The week by days and the plan of a week: proposal, changes, the lead.

msg-week = <b>Week</b>: { $count ->
    [0] nothing is due
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
    [plan] by the week plan
   *[planned] call
 }
week-item-promise = <b>{ $name }</b> — promised to pay{ $sum ->
    [none] {""}
   *[other] {" "}{ $sum }
 }
week-item-birthday = 🎂 <b>{ $person }</b>, { $name }
btn-to-week = ‹ To the week

btn-route = 🗺 Route
btn-to-calendar = 📅 To calendar
btn-own-week = My week
btn-plan-this = Plan of this week
btn-plan-next = Plan of the next
btn-plan-make = Plan the next week
msg-calendar = Calendar { $days }: visits, and calls that have a time. Open the file to put them into the phone's calendar.
ack-calendar = File sent
ics-file-name = week-{ $day }
ics-name = Prozvon: week
ics-visit = { $kind }: { $name }
ics-call = Call: { $name }

ntf-week-plan = Next week’s plan. Check it and accept.
ntf-week-plan-late = Next week’s plan, late: the bot was down. Check it and accept.
msg-week-plan = <b>Plan { $days }</b>{ $name ->
    [none] {""}
   *[other] {" "}· { $name }
 } · { $state ->
    [accepted] accepted
    [shown] with the lead
    [seen] seen by the lead
   *[new] not accepted
 }
plan-week-before = Last week: { $done } of { $planned } by plan{ $outside ->
    [0] {""}
   *[other] , { $outside } outside of it
 }
plan-week-fact = Done { $done } of { $planned }{ $outside ->
    [0] {""}
   *[other] , { $outside } outside of the plan
 }
plan-week-comment = The lead: “{ $text }”
plan-week-day = <b>{ $day }</b>: { $what }
plan-week-day-done = {" "}· done { $done }
plan-week-line = { $kind ->
    [visit] visit
   *[call] call
 } <b>{ $name }</b> — { $reasons }
plan-reason-agreed = agreed
plan-reason-promise = promised to pay { $sum ->
    [none] on { $day }
   *[other] { $sum }, { $day }
 }
plan-reason-overdue = { $days } days overdue, { $sum }
plan-reason-contract = contract until { $day }
plan-reason-visit = { $days ->
    [0] not visited for long
   *[other] not visited for { $days } days
 }
plan-reason-order = { $days ->
    [0] an order is due { $day }
   *[other] an order was due { $day }
 }
plan-reason-touch = { $days ->
    [0] never called
   *[other] no contact for { $days } days
 }
plan-reason-added = added by you
btn-plan-accept = ✅ Accept plan
btn-plan-share = Send to the lead
btn-plan-add = ➕ Client
btn-to-plan-week = ‹ To the plan
msg-plan-day = <b>{ $day }</b>: { $count ->
    [0] empty. Add a client.
    [one] { $count } line. Tap it to change:
   *[other] { $count } lines. Tap one to change:
 }
msg-plan-item = <b>{ $day }</b>
btn-plan-turn-visit = Make a visit
btn-plan-turn-call = Make a call
btn-plan-drop = Remove
plan-moved = <b>{ $name }</b> → { $day }
plan-removed = Removed: <b>{ $name }</b>
plan-added = Added: <b>{ $name }</b>
ask-plan-client = { $day }: whom to add? Type a name or a part of it.
ask-plan-which = “{ $typed }”: whom to add? Choose, or type it more exactly.
ask-plan-none = “{ $typed }” was not found. Type the name another way.
err-already-planned = { $name }: in the plan already, { $day }.
err-plan-comment = Empty or too long. Type up to { $most } characters.
msg-nothing-to-plan = There is nobody to plan for the next week. Add clients: /clients.

msg-team-week = <b>The team's week</b> { $days }: { $count ->
    [0] no managers yet
    [one] { $count } manager
   *[other] { $count } managers
 }
team-week-line = { $name }: { $done } of { $planned } by plan{ $outside ->
    [0] {""}
   *[other] , { $outside } outside of it
 }
team-week-none = { $name }: no plan
team-week-next = {" "}· the next week is ready
msg-no-plan = <b>{ $name }</b>: no accepted plan. It appears when the manager accepts one.
btn-team-week = ‹ To the team
btn-plan-seen = Seen
btn-plan-seen-done = ✓ Seen
btn-plan-comment = Ask
btn-plan-open = Open the plan
btn-plan-answer = Answer
ask-plan-comment = { $name ->
    [none] What should the lead know about the plan? Type one message.
   *[other] { $name }: what to say about the plan? Type one message.
 }
msg-plan-comment-sent = Sent.
ntf-plan-comment = <b>{ $name }</b> about the plan { $days }: “{ $text }”
