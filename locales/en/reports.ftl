# The monthly report, its form, achievements over a period.

msg-report = <b>Report for { $month }</b>
msg-report-of = <b>{ $name }: report for { $month }</b>
report-standing = { $state ->
    [handed] Handed in { $handed }, waiting for the lead
    [accepted] Accepted by { $by }
    [returned] Returned by { $by }{ $mine ->
        [yes] . Correct it and hand it in again
       *[no] {""}
     }
   *[draft] { $late ->
        [yes] Not handed in, it was due { $due }
       *[no] Draft, due: { $due }
     }
 }
report-remark = 💬 { $name }: { $text }
report-nothing = No figures: the person left before handing in.
report-sales = Sales { $fact }{ $percent ->
    [-1] {""}
   *[other] {" "}of { $target } ({ $percent }%)
 }
report-orders = { $count ->
    [one] { $count } order
   *[other] { $count } orders
 } · active clients { $active }{ $total ->
    [-1] {""}
   *[other] {" "}of { $total }
 }
report-new = New clients { $clients } · contracts { $contracts }, renewed { $renewed }
report-calls = { $count ->
    [one] { $count } call
   *[other] { $count } calls
 }{ $reached ->
    [-1] {""}
   *[other] , reached { $reached }%
 } · offers { $offers }
report-collected = Collected { $sum }
report-overdue = {" "}· overdue { $start } → { $end }
report-promises = Promises: { $kept } of { $judged } kept
report-visits = visits { $count }
report-claims = claims { $count }
report-signed = reconciliations signed { $count }
report-rivals = notes on competitors { $count }
report-greetings = greetings { $count }
report-lost = Lost for want of goods: { $sum }
report-away = Away: { $days }
report-next = Ahead: { $parts }
report-next-plan = target { $sum }
report-next-ending = { $count ->
    [one] { $count } contract ends
   *[other] { $count } contracts end
 }
report-next-expected = orders expected from { $count ->
    [one] { $count } client
   *[other] { $count } clients
 }
report-said = <b>{ $section }.</b> { $text }
report-no-words = No words yet: what went well, what is in the way, what you propose.
report-section-successes = Successes
report-section-problems = Problems
report-section-competitors = Competitors
report-section-proposals = Proposals
report-percent = { $percent }%
report-state-draft = not handed in
report-state-handed = waits for a decision
report-state-returned = returned
report-state-accepted = accepted

btn-report-words = Add words
btn-report-hand = Hand in
btn-report-take-back = Take back
btn-report-accept = ✅ Accept
btn-report-return = ↩️ Return
btn-report-file = Show the file
btn-report-past = Earlier ones
btn-report-deeds = Achievements
btn-reports = To the reports
btn-report-own = My report
btn-reports-file = All in one file
btn-reports-remind = Remind
btn-reports-month = ‹ { $month }
btn-report-form = Report form

msg-reports-past = <b>{ $name }: reports</b>
msg-reports-past-none = { $name }: no reports yet. The first one is collected at the beginning of next month.
reports-past-line = { $month } — { $state }
ask-report-section = Report for { $month }: add words about what?
ask-report-words = { $section ->
    [successes] What went well this month? Type or say it.
    [problems] What was in the way of selling? Type or say it.
    [competitors] What is new at competitors? Type or say it.
   *[proposals] What do you propose? Type or say it.
 }
report-words-now = Now: { $text }
    The new text takes its place.
ask-report-remark = What should be corrected? { $name } will see your words.
ack-report-file = Making the file

ntf-report = { $kind ->
    [collected] <b>The report for { $month } is ready.</b> Add words and hand it in by { $due }.
    [last] <b>The report for { $month } is not handed in.</b> The last day is { $due }.
    [late] <b>The report for { $month } is not handed in.</b> It was due { $due }: add words and hand it in today.
   *[reminded] <b>The report for { $month } is waiting.</b> Add words and hand it in by { $due }.
 }
ntf-report-handed = { $name } has handed in a report. Accept or return it.
ntf-report-taken-back = { $name }: the report for { $month } was taken back to be completed. It will come again.
ntf-report-decided = { $state ->
    [accepted] ✅ The report for { $month } is accepted by { $by }. Figures and file stay in /report.
   *[returned] ↩️ The report for { $month } was returned by { $by }.
    “{ $text }”
    Correct it and hand it in again.
 }
ntf-reports-late = ⚠️ Not handed in for { $month }: { $names }.
msg-reports-reminded = Reminded: { $names }.
msg-reports = <b>Reports for { $month }</b>: { $handed } of { $count } handed in{ $past ->
    [yes] , it was due { $due }
   *[no] , due { $due }
 }
reports-line = { $name } — { $state }
reports-line-sales = {" "}· { $sum }{ $percent ->
    [-1] {""}
   *[other] {" "}({ $percent }%)
 }
msg-reports-none = <b>Reports for { $month }</b>: none. A draft of the past month is made on the first working day of the new one, or when the manager opens /report.

err-report-state = { $state ->
    [handed] The report is handed in and waits for a decision. Open it: /report.
    [accepted] The report is accepted already. Open it: /report.
    [returned] The report was returned already. Open it: /report.
    [running] The month is not over: it can be handed in from the 1st.
   *[draft] The report is not handed in yet. Open it: /report.
 }
err-report-words = Say it in words, up to { $most } characters.

msg-report-form = <b>Report form</b>: { $own ->
    [yes] yours, “{ $name }”, { $count ->
        [one] { $count } field
       *[other] { $count } fields
     }
   *[no] the standard one
 }
report-form-since = , since { $when }
report-form-how = Take the file, lay it out your way and send it here. The mark <code>{"{{"}sales.fact{"}}"}</code> becomes a figure in the cell's format, a row with <code>{"{{#"}claims{"}}"}</code> is repeated for each reason. All marks are a button away. The old form holds until the new one is accepted.
btn-report-sample = Take the file
btn-report-fields = All marks
btn-report-standard = Take the standard one
btn-report-reset = Back to standard
ask-report-reset = Go back to the standard form instead of “{ $name }”?
msg-report-form-caption = Change it and send it back here as the same xlsx.
report-form-bad = This form cannot be taken, the old one holds. Correct it and send it again:
report-form-more = … and { $count } more
report-form-same = This is the form that holds now.
report-form-good = { $count ->
    [one] { $count } mark, known.
   *[other] { $count } marks, all known.
 } Load it, and reports come in this form.
report-form-problem = { $code ->
    [broken] { $cell } “{ $mark }”: the brackets are not closed
    [list] { $cell } “{ $mark }”: no such list
    [item] { $cell } “{ $mark }”: put it into a row with { $like }
    [none] Not one mark like {"{{"}sales.fact{"}}"}
    [table] Turn the “smart table” into a plain range
   *[field] { $cell } “{ $mark }”: no such field
 }{ $code ->
    [item] {""}
   *[other] { $like ->
        [none] {""}
       *[other] , perhaps { $like }
     }
 }
msg-report-form-loaded = <b>The report form is replaced</b>: “{ $name }”, { $count ->
    [one] { $count } mark
   *[other] { $count } marks
 }. It can be undone within { $hours } h.

msg-deeds = <b>Achievements</b>, { $days }
msg-deeds-of = <b>{ $name }: achievements</b>, { $days }
deeds-sales = Sales { $sum }{ $growth ->
    [none] {""}
   *[other] {" "}({ $growth }% on the year before)
 }
deeds-targets = Target reached: { $reached } of { $count } months
deeds-clients = New clients { $clients } · contracts { $contracts }, renewed { $renewed }
deeds-calls = Calls { $count }{ $reached ->
    [-1] {""}
   *[other] , reached { $reached }%
 } · offers { $offers }
deeds-overdue = Overdue share { $start }% → { $end }%
deeds-timely = Reports on time: { $timely } of { $count }
deeds-trainings = trainings { $count }
deeds-praises = 👏 { $count }
deeds-best = <b>Best clients</b>
deeds-best-line = • { $name } — { $sum }, { $count ->
    [one] { $count } order
   *[other] { $count } orders
 }
btn-deeds-half = Half-year
btn-deeds-year = Year
btn-deeds-quarter = Quarter
btn-deeds-span = Own dates
btn-deeds-file = As a file
btn-deeds-chart = As a picture
ask-deeds-span = For which days? Type two dates: { $example }
deeds-chart = { $name }: sales by month
deeds-chart-sales = Sales
deeds-chart-unit = thousand ₽
deeds-caption = { $name }: achievements, { $days }
deeds-file-name = Achievements { $name } { $start }
deeds-sheet-months = Months
deeds-sheet-figures = Totals
deeds-sheet-best = Clients
deeds-head-month = Month
deeds-head-sales = Sales, ₽
deeds-head-before = A year earlier, ₽
deeds-head-target = Target, ₽
deeds-head-calls = Calls
deeds-head-timely = Report on time
deeds-head-client = Client
deeds-head-orders = Orders
deeds-head-what = Figure
deeds-head-value = Value
deeds-yes = yes
deeds-no = no
deeds-total = Total
deeds-row-new = New clients
deeds-row-contracts = New contracts
deeds-row-renewed = Renewed contracts
deeds-row-calls = Calls
deeds-row-reached = Calls that reached somebody
deeds-row-offers = Offers
deeds-row-orders = Orders
deeds-row-kept = Promises kept by clients
deeds-row-judged = Promises that fell due
deeds-row-visits = Visits
deeds-row-trainings = Trainings
deeds-row-greetings = Greetings
deeds-row-praises = Praises by the lead

report-file-name = Report { $name } { $month }
report-team-file-name = Team reports { $month }
report-template-file-name = Report form
report-fields-file-name = Marks of the report form
report-fields-mark = Mark
report-fields-meaning = What takes its place
report-fields-list = { $name }: the row is repeated for each entry
report-sheet-figures = Figures
report-sheet-words = Words
report-form-sheet = Report
report-form-title = Report on the work in
report-form-person = Manager
report-form-absence = Away
report-form-fact = Fact
report-form-target = Target, of all
report-form-percent = %
report-form-total = Total
report-form-state = State
report-part-sales = Sales and clients
report-part-work = Work
report-part-money = Receivables
report-part-claims = Claims and returns
report-part-market = Market
report-part-next = Plan of the next month
report-list-claims = Claims by reason
report-list-rivals = Competitors
report-list-lost-goods = Lost demand
report-list-ending = Contracts that end
report-list-expected = Expected orders
report-list-absences = Away
report-column-reason = reason
report-column-count = how many
report-column-amount = amount
report-column-name = name
report-column-client = client
report-column-number = number
report-column-day = day
report-column-kind = kind
report-column-start = from
report-column-end = until
report-field-report-month = Month of the report
report-field-report-start = First day of the month
report-field-report-end = Last day of the month
report-field-report-handed = Day of handing in
report-field-company-name = Company
report-field-person-name = Manager's name
report-field-person-team = Team
report-field-person-absence = Days away
report-field-sales-fact = Sales, ₽
report-field-sales-target = Sales target, ₽
report-field-sales-percent = Target reached, %
report-field-sales-before = Sales a month earlier, ₽
report-field-orders-count = Orders
report-field-orders-average = Average order, ₽
report-field-clients-total = Clients in all
report-field-clients-active = Active client base
report-field-clients-active-target = Target of the active base
report-field-clients-new = New clients
report-field-clients-new-target = Target of new clients
report-field-contracts-new = New contracts
report-field-contracts-target = Target of contracts
report-field-contracts-renewed = Renewed contracts
report-field-calls-made = Calls
report-field-calls-target = Target of calls
report-field-calls-reached = Calls that reached somebody
report-field-calls-reached-percent = Reached, %
report-field-calls-order-percent = Orders per call that reached somebody, %
report-field-offers-phone = Offers by phone
report-field-offers-email = Offers by e-mail
report-field-offers-target = Target of offers
report-field-debt-start = Receivables at the start, ₽
report-field-debt-end = Receivables at the end, ₽
report-field-debt-collected = Collected in the month, ₽
report-field-overdue-start = Overdue at the start, ₽
report-field-overdue-end = Overdue at the end, ₽
report-field-overdue-change = Change of the overdue, ₽
report-field-promises-count = Promises that fell due
report-field-promises-kept = Promises kept
report-field-promises-partly = Kept in part
report-field-promises-broken = Broken promises
report-field-promises-kept-percent = Promises kept, %
report-field-reconciliations-signed = Reconciliations signed
report-field-reconciliations-count = Reconciliations wanted
report-field-claims-count = Claims
report-field-claims-closed = Claims closed
report-field-claims-amount = Amount of claims, ₽
report-field-visits-done = Visits
report-field-trainings-done = Trainings of clients' staff
report-field-trainings-people = People trained
report-field-competitors-count = Notes on competitors
report-field-lost-count = Lines lost for want of goods
report-field-lost-amount = Lost demand, ₽
report-field-greetings-count = Greetings
report-field-next-sales = Sales target of the next month, ₽
report-field-next-clients = Target of new clients, next month
report-field-next-contracts = Target of contracts, next month
report-field-next-calls = Target of calls, next month
report-field-next-ending = Contracts that end
report-field-next-expected = Clients whose order is expected
report-field-words-successes = Successes
report-field-words-problems = Problems
report-field-words-competitors = Competitors
report-field-words-proposals = Proposals
