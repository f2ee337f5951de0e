# The lead's decisions: the list, other hands, the history; a manager's questions.

command-approvals = ✅ What waits for your decision
command-questions = ❓ What you have asked the lead
menu-approvals = ✅ Decisions

msg-decisions = { $count ->
    [one] <b>{ $count } waits for a decision</b>
   *[other] <b>{ $count } wait for a decision</b>
 }
msg-decisions-none = <b>Nothing waits for a decision.</b>
decisions-more = …and { $count } more: they open next
decisions-lent = Until { $day } { $name } decides too
decision-about-order = 🧾 { $client }, { $sum }{ $about ->
    [both] : shipping and discount
    [price] : discount
    [credit] : shipping on credit
   *[none] {""}
 }
decision-about-stop = ⛔ { $client }: { $word ->
    [respite] a delay is asked for
   *[other] stop list
 }, overdue { $sum }{ $days ->
    [0] {""}
    [one] , { $days } day
   *[other] , { $days } days
 }
decision-about-gift = 🎁 { $client }: { $what ->
    [none] a present
   *[other] { $what }
 }, { $sum }
decision-about-contract = 📄 { $client }: contract terms{ $sum ->
    [none] {""}
   *[other] , limit { $sum }
 }{ $delay ->
    [none] {""}
   *[other] , { $delay } days to pay
 }
decision-about-week = 🗓 Week plan{ $day ->
    [none] {""}
   *[other] { " " }from { $day }
 }
decision-about-report = 📊 Report{ $month ->
    [none] {""}
   *[other] : { $month }
 }
decisions-month = { $month } { $year }
decision-line = { $number }. { $title }{ $who ->
    [none] {""}
   *[other] { " " }— { $who }
 } · <b>{ $left }</b>{ $delegate ->
    [none] {""}
   *[other] { " " }· with { $delegate }
 }
decision-label = { $number }. { $name }
decision-no-term = no deadline
decision-over = time is over
decision-held = past due{ $mine ->
    [yes] , waits for you
   *[no] {""}
 }
decision-minutes = { $count } min left
decision-until = by { $moment }
btn-decision-yes = ✅
btn-decision-open = Open
btn-decisions-all = ✅ Decisions
btn-decisions-history = History
btn-decisions-give = Hand over
btn-decisions-mine = Take back
btn-decisions-lend = All for a while
btn-lend-hours = For 2 hours
btn-lend-evening = Until evening
btn-lend-tomorrow = To end of tomorrow
btn-lend-week = For a week
ask-decision-which = <b>What to hand over?</b> You may still decide: the first word counts.
ask-decision-whom = To whom: <b>{ $title }</b>?
ask-decisions-whom = <b>Who takes all decisions for a while?</b> You may still decide.
ask-decisions-until = <b>Until when does { $name } decide?</b>
decision-nobody = Nobody to hand it to: there are no other leads. Invite one in /team.
msg-decision-given = <b>Handed to { $name }.</b> { $title }
msg-decisions-lent = <b>Until { $day } { $name } decides too.</b> { $count ->
    [0] Nothing waits now.
    [one] { $count } question handed over.
   *[other] { $count } questions handed over.
 }
ntf-decisions-lent = <b>{ $who } hands decisions to you until { $day }.</b> { $count ->
    [0] Nothing waits now; new questions will come.
    [one] { $count } question waits: open the list.
   *[other] { $count } questions wait: open the list.
 }
ntf-decision-given = ↪️ <b>{ $who } hands you a decision</b>
ntf-decision-soon = ⏳ <b>Waits for your decision, { $left }</b>
    { $title } — { $who }
ntf-decision-silent-mine = ⌛ <b>No answer came: { $title }.</b> Not allowed; ask again if you need it.
ntf-decision-silent = ⌛ <b>Time is up: { $title }.</b> No answer, so it is refused; { $who } knows.

# --- a manager's questions
msg-questions = <b>Your questions: { $count }</b>
msg-questions-none = <b>No open questions.</b> All that you asked is decided.
question-line = { $number }. { $title }
decision-waits = { $names ->
    [none] Nobody is there to decide
   *[other] Waits for: { $names }
 }, { $left }
btn-question-nudge = 🔔 Remind
btn-questions = ❓ My questions
ntf-decision-nudge = 🔔 <b>{ $who } reminds you: waits for a decision, { $left }</b>
    { $title }
msg-question-nudged = <b>Reminded: { $names }.</b> { $title }
err-decision-nudged = You have reminded already: once is all we send. You may call.

# --- history
msg-decisions-history = <b>Decisions: { $month }</b>
    Asked { $asked }: yes { $yes }{ $own ->
        [0] {""}
       *[other] , own terms { $own }
    }, no { $no }, by silence { $silent }{ $usual ->
        [none] {""}
       *[other] { " " }· usually in { $usual }
    }
msg-decisions-history-none = <b>Decisions: { $month }</b>
    Nothing was decided.
decisions-only = Shown: { $what }
decisions-history-more = …and { $count } more: all in the file
decided-line = { $at } · { $title }{ $asker ->
    [none] {""}
   *[other] { " " }— { $asker }
 } · <b>{ $verdict }</b>{ $by ->
    [none] {""}
   *[other] , { $by }
 }{ $waited ->
    [none] {""}
   *[other] , in { $waited }
 }
waited-minutes = { $count } min
waited-hours = { $count } h
waited-days = { $count } d
decision-verdict-yes = yes
decision-verdict-no = no
decision-verdict-counter = own terms
decision-verdict-exception = exception
decision-verdict-silent-yes = yes by silence
decision-verdict-silent-no = no by silence
decision-verdict-withdrawn = withdrawn
decision-kind-all = All
decision-kind-order = 🧾 Orders
decision-kind-stop = ⛔ Stops
decision-kind-gift = 🎁 Presents
decision-kind-contract = 📄 Contracts
decision-kind-week = 🗓 Weeks
decision-kind-report = 📊 Reports
btn-decisions-earlier = ◀ Earlier
btn-decisions-later = Later ▶
btn-decisions-who = Whose questions
btn-decisions-file = As a file
btn-decisions-everybody = Everybody's
ask-decisions-who = <b>Whose questions to show?</b>
decisions-column-asked = Decided
decisions-column-what = Question
decisions-column-client = Client
decisions-column-sum = Sum, ₽
decisions-column-who = Asked by
decisions-column-verdict = Decision
decisions-column-by = Decided by
decisions-column-minutes = Waited, min
decisions-file-name = Decisions { $month }
decisions-sheet-name = Decisions
decisions-file-caption = Decisions: { $month }, { $count } lines
