# Absences and substitution: who, when, who stands in; the deputy's place, what is taken over and what was done.

behalf-label = 👤 For: { $name }
err-substitution-over = You no longer stand in for { $name }, who answers again in person.
err-own-hand = { $what ->
    [journal] Neither the journal nor closed exports are opened in another’s place: { $name } or a lead above does that.
    [group] The group of the digest is not changed in another’s place: { $name } or a lead above does that.
   *[people] People and their clients are not moved in another’s place: { $name } or a lead above does that.
}
err-own-client = This is your own client: open it as yourself, not for { $name }.
err-own-question = You do not decide your own question in another’s place: { $name } will answer.
err-on-behalf = This client belongs to a colleague you stand in for. Open that place in /absences.
err-absence = { $why ->
    [days] Those days were not understood. Type “12–26.06”, “until Friday” or “for 3 days”.
    [span] The end comes before the beginning, it is longer than a year or began over a month ago. Type the days: “12–26.06”.
    [past] Those days are over. Type the days: “12–26.06”.
    [overlap] { $name } is already away from { $day }. Change that in “Absences”.
    [deputy_away] { $name } is away on those days too (until { $day }). Choose somebody else.
    [two] “{ $name }” fits several people. Type the name with the surname.
    [deputy] “{ $name }” cannot stand in. Type another name, or the line without one (“vacation 12–26 Jun”): you will see who can.
    [own] “{ $name }” was not understood. Your own days: “vacation 12–26.06 → Ira”; a colleague's are set by the team lead.
   *[nobody] “{ $name }” is nobody of the team. Type it like this: “vacation Anna 12–26.06 → Ira”.
 }
command-absences = 🏖 Absences and deputies
absence-vacation = vacation
absence-sick = sick leave
absence-trip = business trip
absence-other = absence
btn-absence-other = Other
absence-span = { $first } – { $last }
absence-line = { $name } — { $kind }, { $span } → { $deputy }
absence-line-alone = { $name } — { $kind }, { $span }
absence-asked = ⏳ { $line }
absence-nobody = Nobody stands in: lists and messages will wait.
absence-state-set = { $under ->
    [yes] <b>Away now</b>
   *[no] <b>Absence set</b>
 }
absence-state-asked = { $yours ->
    [yes] <b>Waiting for your answer</b>
   *[no] <b>Waiting for the team lead</b>
 }
absence-state-declined = <b>Not agreed</b>
absence-state-cancelled = <b>Cancelled</b>
absence-state-over = <b>The absence is over</b>
msg-absences = <b>{ $count ->
    [0] Everybody is there
    [one] { $count } person is away
   *[other] { $count } people are away
 }</b>
msg-absences-none = <b>You are at work</b>
msg-absences-away = <b>You are away { $today ->
    [yes] today
   *[no] until { $day }
 }, { $has ->
    [yes] { $deputy } stands in
   *[no] nobody stands in
 }</b>
absences-places = You stand in for:
absences-team = Team:
absences-own = Yours:
absences-hint = { $leads ->
    [yes] One line will do: “vacation Anna 12–26.06 → Ira”.
   *[no] One line will do: “vacation 12–26.06 → Ira”.
 }
btn-team-absences = 🏖 Absences
btn-absences = To absences
btn-absence = { $name }
btn-absence-dated = { $name }, { $span }
btn-absence-own = My absence
btn-absence-new = ➕ A colleague's
btn-place = 👤 For: { $name }
btn-absence-agree = ✅ Agree
btn-absence-decline = ❌ Decline
btn-other-deputy = Another deputy
btn-absence-back = Back earlier
btn-absence-cancel = Cancel it
btn-absence-sure = Yes
btn-absence-days = Other days
btn-no-deputy = No deputy
btn-absence-take = Set
btn-absence-ask = Ask
ask-absence-whose = Who will be away?
ask-absence-kind = <b>{ $name }</b>: why away?
ask-absence-days = <b>{ $name }</b>, { $kind }: from when to when? Type “12–26.06” or choose.
ask-deputy = <b>{ $name }</b>, { $kind } { $span }. Who stands in?
ask-other-deputy = Who stands in?
    { $line }
deputy-away = { $name } is away until { $day }
check-absence = <b>Check</b>
check-absence-deputy = Lists, messages and questions of those days go to the deputy; clients and figures stay where they are.
ask-absence-back = { $own ->
    [yes] Are you back at work? The substitution ends now.
   *[no] Is your colleague back at work? The substitution ends now.
 }
ask-absence-cancel = Cancel it?
ntf-absence-asked = 🏖 <b>{ $name } asks for your consent</b>
ntf-absence-set = 🏖 <b>Absence agreed</b>
ntf-absence-deputy = 👤 <b>You stand in for { $name }</b>
ntf-absence-declined = ❌ <b>Absence not agreed</b>
ntf-absence-cancelled = <b>Absence cancelled: { $name }</b>
ntf-absence-over = <b>Back at work: { $name }</b>
ntf-absence-freed = ⚠️ <b>Nobody stands in now: { $name }</b>
ntf-absence-former = <b>Somebody else stands in now: { $name }</b>
msg-place = <b>For { $name }, { $today ->
    [yes] today
   *[no] until the end of { $day }
 }</b>
    From here you work in their place: orders and figures are theirs, the history keeps your name.
ntf-absence-begins = 👤 <b>{ $begun ->
    [yes] You stand in for { $name }
   *[no] Soon you stand in for { $name }
 }</b>
    { $span }
brief-clients = { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }
brief-leads = The digest and the decisions of the team come to you on those days.
brief-contacts = { $count ->
    [one] { $count } call or visit is set for these days
   *[other] { $count } calls and visits are set for these days
 }
brief-promises = { $count ->
    [one] { $count } promise to pay
   *[other] { $count } promises to pay
 }, { $sum }
brief-orders = { $count ->
    [one] { $count } order under way
   *[other] { $count } orders under way
 }
brief-overdue = Overdue { $sum }
brief-keys = Key clients:
ntf-absence-ends = { $has ->
    [yes] 👋 <b>Welcome back. { $deputy } no longer stands in for you</b>
   *[no] 👋 <b>Welcome back</b>
 }
account-done = Done meanwhile:
account-nothing = Nothing was recorded meanwhile.
account-calls = { $count ->
    [one] { $count } call
   *[other] { $count } calls
 }, { $reached } reached
account-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
 }, { $sum }
account-promises = { $count ->
    [one] { $count } promise to pay
   *[other] { $count } promises to pay
 }, { $sum }
account-new = { $count ->
    [one] { $count } new client
   *[other] { $count } new clients
 }
account-decided = { $count ->
    [one] { $count } decision made
   *[other] { $count } decisions made
 }
account-undecided = { $count ->
    [one] { $count } question to decide
   *[other] { $count } questions to decide
 }
account-waits = Waiting for you:
account-contacts = { $count ->
    [one] { $count } call or visit today
   *[other] { $count } calls and visits today
 }
account-due = { $count ->
    [one] { $count } promise due today
   *[other] { $count } promises due today
 }
account-free = Nothing is set for today.
account-overdue = overdue { $sum }
account-overdue-was = overdue { $sum }, it was { $before }
