# Occasions: whom to congratulate, the greeting, capture of a birthday.

msg-occasions = { $now ->
    [0] <b>Nobody to congratulate today</b>
   *[other] <b>To congratulate now: { $now }</b>
 }
msg-occasions-empty = <b>No birthdays in the next 30 days</b>
    Add one with the button or in a line: “birthday of Smith 12 March”.
occasions-late = <b>Belated</b>
occasions-now = <b>To congratulate today</b>
occasions-week = <b>Next 7 days</b>
occasions-month = <b>Next 30 days</b>
occasions-more = …and { $count } more
occasions-age = turns { $age }
occasions-jubilee = 🎉 milestone, { $age }
occasions-done = ✅ { $gender ->
   *[unknown] congratulated
 }
btn-add-birthday = Add a birthday
btn-occasions = All occasions
btn-to-occasions = ‹ Occasions

ntf-occasions = { $count ->
    [one] 🎂 <b>Birthdays: { $count } person</b>
   *[other] 🎂 <b>Birthdays: { $count } people</b>
 }
ntf-occasions-late = This came later than usual: the bot was down.
ntf-occasions-next = The texts are ready: open a person with a button.

greeting-person = 🎂 <b>{ $name }</b>
greeting-birthday = Birthday: { $when }
greeting-wait = Congratulate on: { $day }
greeting-done = ✅ { $gender ->
   *[unknown] Congratulated
 } { $way ->
    [call] by phone
   *[message] by message
 }: { $day }
btn-copy-text = 📋 Copy { $number }
btn-other-texts = Other texts
btn-tone-warm = Warmer
btn-tone-business = More formal
btn-formal = Use «Вы»
btn-familiar = Use «ты»
btn-male = It is a man
btn-female = It is a woman
btn-greeted-message = ✅ Congratulated
btn-greeted-call = 📞 Did it by phone
btn-greeting = Greeting
msg-greeted = ✅ { $gender ->
   *[unknown] Congratulated
 } { $way ->
    [call] by phone
   *[message] by message
 }: { $name }
msg-no-birthday = No birthday is known: { $name }, { $client }

ask-whose-birthday = Whose birthday? Type a surname or a client.
    The date may follow at once: “Smith 12 March”.
msg-several-people = “{ $text }” may be several people. Which one?
msg-nobody-found = Nobody found: “{ $text }”. Type the surname another way, or the client's name.
msg-client-without-people = “{ $text }”: the client has no people yet. Add a person in the card.
btn-open-client = { $name }
ask-birthday = <b>{ $name }</b>, { $client }
    When is the birthday? Type “12 March” or “12.03.1985”, or choose the month.
ask-birthday-known = Known now: { $birth }
ask-birth-day = <b>{ $name }</b>: which day of { $month }?
birth-without-year = { $day }, year unknown
birth-with-year = { $day } { $year }
msg-birthday-saved = 🎂 <b>{ $name }</b>, { $client }: { $birth }
birthday-before = It was: { $birth }
birthday-next = Next: { $when }
msg-birthday-forgotten = Birthday removed: { $name }, { $birth }
btn-correct-birthday = Correct the date
btn-forget-birthday = Remove the date
btn-one-more = Add another
btn-bring-back = Bring back
birth-month-1 = January
birth-month-2 = February
birth-month-3 = March
birth-month-4 = April
birth-month-5 = May
birth-month-6 = June
birth-month-7 = July
birth-month-8 = August
birth-month-9 = September
birth-month-10 = October
birth-month-11 = November
birth-month-12 = December

err-birthday-unreadable = “{ $text }” is not a date I understand. Type “12 March” or “12.03.1985”, or choose the month.
err-birth-date-invalid = Nobody can be born on that date. Type “12 March” or “12.03.1985”.
