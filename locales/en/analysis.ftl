# Analysis: reach by hour, outcomes and refusals by week, the main thing in one sentence.

btn-analysis = 📈 Analysis
btn-analysis-hours = Hours
btn-analysis-weeks = Weeks
btn-analysis-refusals = Refusals
btn-analysis-people = Managers
btn-analysis-team = Whole team

msg-analysis = Analysis · { $whose ->
    [own] your calls
    [team] the team
   *[person] { $name }
 }
ask-analysis-people = { $count ->
    [0] There are no managers in the team yet.
   *[other] Whose calls?
 }
analysis-nothing = No calls in six weeks: nothing to look at yet.
analysis-few = { $count ->
    [one] Too few yet: { $count } call in 4 weeks. A hundred will tell more.
   *[other] Too few yet: { $count } calls in 4 weeks. A hundred will tell more.
 }
analysis-usual = { $compared ->
    [yes] Last week was as usual, no hours stand out:
   *[no] No week to compare with yet, no hours stand out:
 } { $lead ->
    [yes] nothing to change.
   *[no] call by the list at any time.
 }
analysis-hours = They pick up most at { $best } ({ $high }%), least at { $worst } ({ $low }%): { $followed ->
    [yes] { $made }% of the calls are there already, keep these hours for calling.
   *[no] move the calls to the { $part ->
        [morning] morning.
        [midday] middle of the day.
       *[afternoon] afternoon.
    }
 }

analysis-change-reached = Reached { $now }% in the week, usually { $before }%.
analysis-change-orders = { $now }% of the talks ended in an order, usually { $before }%.
analysis-change-refusals = Refusals in the week: { $count }, usually { $usual }.
analysis-change-reason = “{ $reason }” refusals in the week: { $count }, usually { $usual }.
analysis-do-reached = { $grew ->
    [yes] Keep the same hours.
   *[no] Check the numbers and the hours of calling.
 }
analysis-do-orders = { $grew ->
    [yes] Write down what worked, and repeat it.
   *[no] Offer the usual basket in every talk.
 }
analysis-do-refusals = { $grew ->
    [yes] Open the reasons and prepare an answer to the main one.
   *[no] Go on answering this way.
 }
analysis-do-reason = Go on answering this way.
analysis-answer-price = Decide before the call where to yield and what to offer instead.
analysis-answer-supplier = Ask what the other supplier does better, and write it down.
analysis-answer-no_need = Check that it is the right person and the right offer.
analysis-answer-terms = Find out before the call what delay and delivery can be given.
analysis-answer-quality = Collect examples and sort them out before the next calls.
analysis-answer-season = Set the call for the beginning of the season.
analysis-answer-other = Write the reason down in words.

analysis-by-hours = Reached in 4 weeks: { $list }
analysis-part = { $part ->
    [morning] before { $noon } — { $share }%
    [midday] { $noon }–{ $afternoon } — { $share }%
   *[afternoon] after { $afternoon } — { $share }%
 }
analysis-few-hours = Fewer than { $least } calls, too early to judge: { $list }
analysis-no-hours = No calls with a known hour in 4 weeks.
analysis-week = { $which ->
    [last] Last week ({ $start }–{ $end }):
   *[this] This week:
 } { $calls ->
    [0] no calls
    [one] { $calls } call
   *[other] { $calls } calls
 }{ $calls ->
    [0] {""}
   *[other] , reached { $share }%, { $orders ->
        [0] no orders
        [one] { $orders } order
       *[other] { $orders } orders
    }, { $refusals ->
        [0] no refusals
        [one] { $refusals } refusal
       *[other] { $refusals } refusals
    }
 }
analysis-no-refusals = No refusals in six weeks.
analysis-refused = In six weeks: { $list }
analysis-refused-last = Last week: { $list }

chart-hours = Reached by hour
chart-weeks = How calls end
chart-refusals = Why they refuse
chart-calls = calls
chart-reached = reached, their share above
chart-few = fewer than { $least } calls
chart-whose = { $whose ->
    [team] The team
   *[own] My calls
 }
ending-orders = Order
ending-offers = Offer
ending-agreed = Agreed
ending-refusals = Refusal
ending-other = Another talk
ending-missed = Not reached
