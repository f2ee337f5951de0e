# Leads: stages, the counter of contracts, questions after a call, the check of reliability.

stage-found = Found
stage-contact = Contact
stage-need = Need
stage-offer = Offer
stage-contract = Contract
stage-first_order = First order
stage-lost = Lost

btn-leads = 🌱 Leads
btn-lead = 🌱 Lead
btn-to-leads = ‹ Leads
btn-lead-back = ‹ To the lead
btn-stage = { $stage }: { $count }
btn-stage-now = ● { $stage }
btn-lead-questions = { $count ->
    [one] ❓ { $count } question
   *[other] ❓ { $count } questions
 }
btn-questions-after = { $count ->
    [one] 🌱 { $count } question: { $name }
   *[other] 🌱 { $count } questions: { $name }
 }
btn-not-known = Not known
btn-enough = Enough

msg-leads = { $own ->
    [yes] <b>Leads</b>
   *[no] <b>Leads</b> · { $name }
 }
msg-leads-team = <b>Leads of the team</b>
leads-counter = 🎯 Contracts in { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 }: <b>{ $done }</b> of { $goal }
leads-goal-met = {" "}· goal met
leads-enough = {" "}· enough leads
leads-missing = {" "}· { $stage ->
    [found] { $count ->
        [one] find { $count } lead
       *[other] find { $count } leads
     }
    [contact] { $count ->
        [one] reach { $count } lead
       *[other] reach { $count } leads
     }
    [need] learn the need: { $count }
    [offer] { $count ->
        [one] make { $count } offer
       *[other] make { $count } offers
     }
   *[contract] { $count ->
        [one] begin { $count } contract
       *[other] begin { $count } contracts
     }
 }
leads-legend = “More” is what the goal takes at your own conversion.
leads-stage = { $stage }: <b>{ $count }</b>{ $days ->
    [0] {""}
   *[other] {" "}· longest { $days } d.
 }{ $missing ->
    [0] {""}
   *[other] {" "}· { $missing } more
 }
leads-ordered = First orders this month: <b>{ $count }</b>
leads-none = No leads. Add one or send a file: /import.
leads-team-line = { $name }: <b>{ $done }</b> of { $goal } · { $count ->
    [one] { $count } lead
   *[other] { $count } leads
 }
leads-team-due = {" "}· offers to ask about: { $count }

msg-stage = <b>{ $stage }</b>: best first{ $late ->
    [0] {""}
    [one] , ⚠️ { $late } waits too long
   *[other] , ⚠️ { $late } wait too long
 }
msg-stage-empty = <b>{ $stage }</b>: nobody
lead-label = { $late ->
    [yes] ⚠️ {""}
   *[no] {""}
 }{ $name } · { $grade } · { $days } d.

msg-lead = <b>{ $name }</b>{ $lead ->
    [yes] {" "}· lead
   *[no] {""}
 } · { $grade }
lead-stage = { $stage } since { $since }{ $days ->
    [0] {""}
   *[other] , { $days } d.
 }{ $late ->
    [yes] {" "}⚠️ time to move
   *[no] {""}
 }{ $said ->
    [yes] {" "}· { $why }
   *[no] {""}
 }
lead-is-client = Already a client.
lead-no-next = 📅 no next step
lead-known-need = Needs: { $text }
lead-known-volume = A month: { $text }
lead-known-supplier = Buys from: { $text }
lead-known-decider = Decides: { $text }
lead-known = { $name }: {""}
lead-choice-nobody = nobody
lead-choice-owner = the owner
lead-choice-director = the director
lead-choice-buyer = purchasing
lead-volume = { $way ->
    [below] up to { $high }k ₽
    [above] over { $low }k ₽
   *[between] { $low }–{ $high }k ₽
 }
ask-lead = <b>{ $name }</b>. { $question ->
    [need] What do they need? Tap or type.
    [volume] How much a month? Tap or type.
    [supplier] Who supplies them now? Type or tap.
   *[decider] Who decides? Tap or type the name.
 }
ask-lead-lost = { $name }: why lost?
err-lead-fact = Empty or too long. Type up to { $most } characters.

btn-reliability = 🛡 Check
msg-reliability = <b>{ $name }</b>: reliability check
reliability-line = 🛡 { $state ->
    [valid] checked until { $until }, { $who }
    [expired] check ran out { $until }
    [part] not fully checked
   *[none] not checked
 }
reliability-done = ✅ { $item }
reliability-open = ▫️ { $item }
order-unchecked = 🛡 Reliability is not checked: see the client card.
reliability-no-number = The tax number first: registers are searched by this number.
check-tax_number = Tax number is right (check digits)
check-age = Registered more than a year ago
check-bankruptcy = No bankruptcy, no large lawsuits
check-director = Director is registered and may sign
check-address = Address is real
check-references = References, or a first order prepaid
check-short-age = Over a year
check-short-bankruptcy = No bankruptcy
check-short-director = Director
check-short-address = Address
check-short-references = References
btn-check = ▫️ { $item }
btn-check-off = ✅ { $item }
btn-check-again = Check again
btn-give-tax-number = Enter tax number
btn-copy-tax-number = 📋 Tax no. { $number }
btn-register-registry = Register
btn-register-bankruptcy = Bankruptcies
btn-register-courts = Courts
btn-register-address = Tax risks

event-stage = { $why ->
    [none] stage: { $stage }
   *[other] stage: { $stage } ({ $why })
 }
event-offer = offer: { $state ->
    [accepted] agreed
    [declined] refused
   *[no_reply] closed without a reply
 }
event-reliability = reliability check: holds until { $until }
