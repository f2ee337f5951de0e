# The stop list: a candidate, the manager's word, the lead's decision, the accounting system.

msg-stop = <b>{ $name }: { $state ->
    [candidate] candidate for the stop list
    [candidate_mine] candidate for the stop list
    [held] waiting for the promised money, { $day }
    [at_lead] the lead decides
    [at_lead_mine] stop shipping?
    [exception] shipping allowed until { $day }
    [at_accountant] on the stop list
    [at_accountant_mine] put the stop in the accounting system
    [in_force] on the stop list
    [lifting] the stop is lifted
    [lifting_mine] take the stop off in the accounting system
    [lifted] the stop is lifted
    [rejected] no stop
   *[dropped] the question of a stop is closed
 }</b>
ntf-stop-again = ⏰ Reminder
stop-owed = { $late ->
    [0] Nothing overdue
   *[other] Overdue { $overdue }, { $days ->
        [one] { $days } day
       *[other] { $days } days
     }
 }. Debt { $debt }
stop-limit = Limit { $limit }
stop-promise = 🤝 Promises to pay: { $day }
stop-broken = Promise not kept: { $day }
stop-reliability = Keeps the word: { $kept } of { $judged }
stop-turnover = Orders in 90 days: { $sum }
stop-why = Reason: { $text }
stop-manager = Manager { $name }{ $word ->
    [stop] : stop shipping
    [respite] : asks to ship until { $day }
    [promise] : payment was promised
    [silent] : no answer
   *[none] { "" }
 }
stop-word = Your word: { $word ->
    [stop] stop shipping
    [respite] ship until { $day }
    [promise] payment was promised
   *[silent] none given
 }
stop-till = { $day ->
    [today] by { $clock }
   *[other] by { $clock } { $day }
 }
stop-question = ❓ The accountant asks: { $text }
stop-step-line = { $at } —{ " " }
stop-step = { $step ->
    [named] candidate
    [word] { $dated ->
        [yes] { $who }: ship until { $day }
       *[no] { $who }: stop shipping
     }
    [silent] the manager did not answer
    [promised] payment promised for { $day }, waiting
    [named_again] the promised money did not come, candidate again
    [stopped] stop, { $who }
    [defaulted] stop: the lead did not answer
    [postponed] the lead did not answer, still open
    [excepted] ship until { $day }, { $who }
    [rejected] no stop, { $who }
    [confirmed] put in the accounting system, { $who }
    [asked] question, { $who }
    [answered] answer, { $who }
    [escalated] the accountant did not answer
    [ended] shipping was allowed until today, stopped again
    [lifted] lifted, { $who }
    [paid] no reason for a stop any more
    [hushed] no reminders until { $day }{ $by ->
        [nobody] { "" }
       *[somebody] , { $who }
     }
   *[cleared] taken off in the accounting system, { $who }
 }
stop-quote = : “{ $text }”
stop-ahead = { $state ->
    [candidate_mine] { $clock ->
        [yes] Your word is needed { $until }. After that the lead decides.
       *[no] Your word is needed.
     }
    [at_lead_mine] { $clock ->
        [yes] Decide { $until }. Without an answer it stays open until the debt reaches the stop.
       *[no] Your decision is needed.
     }
    [at_lead_mine_final] { $clock ->
        [yes] Decide { $until }. Without an answer the client goes on the stop list.
       *[no] Your decision is needed.
     }
    [at_accountant_mine] Put it and tap “Done”.
    [lifting_mine] Take it off and tap “Taken off”.
   *[other] Waiting for { $names }{ $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
 }
btn-stop-word = ⛔ Stop shipping
btn-stop-until = Ship until…
btn-stop-promised = 🤝 Promised
btn-stop-dispute = Dispute
btn-stop-put = ⛔ Stop
btn-stop-no = No stop
btn-stop-lift = Lift the stop
btn-stop-done = ✅ Done
btn-stop-cleared = ✅ Taken off
btn-stop-ask = Question
btn-stop-answer = Answer
btn-stop-debt = Documents
btn-to-stops = Stop list
ask-stop-until = <b>{ $name }</b>: { $asks ->
    [yes] until which day do you ask to ship?
   *[no] ship until which day?
 } Choose or type a day.
ask-stop-reason = <b>{ $name }</b>: put on the stop list? Type the reason in one line.
ask-stop-question = <b>{ $name }</b>: what do you ask the lead? Type one line.
ask-stop-answer = <b>{ $name }</b>: answer the accountant in one line.
    “{ $text }”

ntf-stops = <b>⛔ { $count ->
    [1] { $name }: a candidate
    [one] { $count } candidate
   *[other] { $count } candidates
 } for the stop list</b>. { $whose ->
    [manager] Your word is needed { $until }.
   *[lead] There is no manager to ask, you decide { $until }.
 }
ntf-stops-late = The message is late: the bot was away.
ntf-stops-next = Open each and choose what to do.
ntf-stops-look = Open a client: who decided and what comes next.
ntf-stops-waiting = <b>{ $again ->
    [yes] ⏰
   *[no] ⛔
 } Stop list, waiting for you: { $count }{ $clock ->
    [yes] , { $until }
   *[no] { "" }
 }</b>
ntf-stops-changed = <b>⛔ Stop list, changed: { $count }</b>{ $mine ->
    [0] { "" }
   *[other] . Waiting for you: { $mine }
 }
ntf-hushed = <b>{ $name }</b>: { $who } sends no reminders until { $day }: { $why }. Overdue { $sum }, { $days ->
    [one] { $days } day
   *[other] { $days } days
 }.
stops-candidate = { $name }: overdue { $sum }, { $days ->
    [one] { $days } day
   *[other] { $days } days
 }

msg-stops = <b>Stop list: { $count }</b>{ $mine ->
    [0] { "" }
   *[other] . Waiting for you: { $mine }
 }
msg-stops-none = <b>The stop list is empty</b>. Candidates come in the morning, when a debt reaches that step.
stops-line = { $name } — { $state ->
    [candidate] waiting for the manager
    [candidate_mine] your word
    [held] waiting for money, { $day }
    [at_lead] the lead decides
    [at_lead_mine] you decide
    [exception] shipping allowed until { $day }
    [at_accountant] stop, waiting for the accountant
    [at_accountant_mine] put the stop
    [lifting] lifted, waiting for the accountant
    [lifting_mine] take the stop off
    [lifted] the stop is lifted
    [rejected] no stop
    [dropped] the question of a stop is closed
   *[in_force] stop
 }{ $state ->
    [candidate] { $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
    [candidate_mine] { $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
    [at_lead] { $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
    [at_lead_mine] { $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
   *[other] { "" }
 }
stops-manager = {" "}({ $name })
btn-stop = { $name }
btn-stop-mine = ❗ { $name }
btn-stops = ⛔ Stop list: { $count }
btn-stops-word = ⛔ Stop list
btn-stops-alert = ‹ Today's debts
btn-client-stop = Stop list
command-stops = ⛔ Stop list: who, whose word, by when

event-stop = stop list — { $step ->
    [stopped] stop
    [defaulted] stop: the lead did not answer
    [excepted] ship until { $day }
    [rejected] no stop
    [ended] shipping was allowed until then, stopped again
    [lifted] lifted
   *[paid] no reason for a stop any more
 }

push-stops = stop list
err-stop-text = Type one line of up to { $most } characters.
err-stop-day = Too far: { $most ->
    [one] { $most } day
   *[other] { $most } days
 } at most. Type a nearer day.
