# Occasions in the call list, in the week, in the phone's calendar, and what passed without a word.

reason-birthday = { $name ->
    [none] birthday
   *[other] birthday: { $name }
 }
reason-together = { $years ->
    [one] { $years } year together
   *[other] { $years } years together
 }
reason-founded = { $years ->
    [0] company's birthday
    [one] the company is { $years } year old
   *[other] the company is { $years } years old
 }
reason-on-day = { $what }: { $day }
debt-moved = 🎂 { $client }: speak of money not today but on { $day }.
debt-moved-more = 🎂 And { $count ->
    [one] { $count } more client has
   *[other] { $count } more clients have
 } a birthday: not about money today.
week-occasion = 🎉 { $count }
week-item-occasion = 🎉 { $what }: <b>{ $who }</b>
week-item-crowd = 🎉 <b>{ $what }</b>: { $count ->
    [one] { $count } person
   *[other] { $count } people
 }

btn-span-today = Today · { $count }
btn-span-week = 7 days · { $count }
btn-span-month = 30 days · { $count }
btn-span-shown = • { $label }
occasions-none-today = Nobody to congratulate today.
occasions-none-week = Nobody in the next 7 days.
occasions-none-month = Nobody further on, up to 30 days.
occasions-pages = Page { $page } of { $pages }

msg-occasions-calendar = Occasions for a year ahead: birthdays repeat, with an alarm the day before at 09:00. Open the file to put them into the phone's calendar.
ics-occasions = Prozvon: occasions
ics-occasions-file = occasions
ics-birthday = Birthday: { $who }
ics-jubilee = Jubilee, { $age } years: { $who }
ics-occasion = { $what }: { $who }
ics-occasion-many = { $what }: { $who } and { $count } more

btn-missed = Missed
msg-missed = <b>Passed without a word in two weeks: { $count }</b>
msg-missed-none = <b>Nothing was missed</b>
    In the last two weeks everybody was congratulated.
missed-asked = the manager was told
btn-missed-remind = { $number } · Remind
btn-missed-ask = { $number } · Ask
btn-missed-asked = ✓ { $number } · Told
ntf-missed-remind = <b>{ $lead }</b> reminds you: { $who }, { $what }, { $day }. Send a belated greeting, the texts are ready.
ntf-missed-ask = <b>{ $lead }</b> asks: { $who }, { $what }, { $day }. No greeting is marked: did you congratulate?
ack-missed-said = Sent: { $name }
err-already-reminded = { $name } knows: you said it { $at }.
digest-missed = <b>{ $client }</b>: not congratulated, { $due }{ $count ->
    [0] {""}
    [one] , and { $count } more client
   *[other] , and { $count } more clients
 }
