# Occasions: whom to congratulate, the greeting, capture of a birthday.

msg-occasions = { $now ->
    [0] <b>Nobody to congratulate today</b>
   *[other] <b>To congratulate now: { $now }</b>
 }
msg-occasions-empty = <b>Nothing to celebrate in the next 30 days</b>
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
occasions-gift = 🎁 time to choose a present
occasions-crowd = { $what }: { $count ->
    [one] { $count } person
   *[other] { $count } people
 }{ $done ->
    [0] {""}
   *[other] , { $done } congratulated
 }
occasion-birthday = Birthday
occasion-founded = { $years ->
    [0] The company's birthday
    [one] The company's birthday, { $years } year
   *[other] The company's birthday, { $years } years
 }
occasion-together = { $years ->
    [one] { $years } year together
   *[other] { $years } years together
 }
occasion-february23 = 23 February
occasion-march8 = Women's Day, 8 March
occasion-newyear = New Year
msg-occasion-group = <b>{ $what }</b>, { $day }
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }, { $done } congratulated
msg-occasion-over = <b>Nobody is left to congratulate</b>
    The day has passed, or the clients' industry has changed.
btn-add-birthday = ➕ Birthday
btn-occasions = All occasions
btn-to-occasions = ‹ Occasions

ntf-occasions = { $count ->
    [one] 🎂 <b>Occasions: { $count } person</b>
   *[other] 🎂 <b>Occasions: { $count } people</b>
 }
ntf-occasions-late = This came later than usual: the bot was down.
ntf-occasions-next = The texts are ready: open a person with a button.

greeting-person = 🎂 <b>{ $name }</b>
greeting-wait = Congratulate on: { $day }
greeting-done = ✅ { $gender ->
   *[unknown] Congratulated
 } { $way ->
    [call] by phone
    [card] by card
    [gift] with a present
   *[message] by message
 }: { $day }
greeting-occasion = { $what }: { $when }
greeting-past = { $year }: { $way ->
    [call] a call
    [card] a card
    [gift] a present
   *[message] a message
 }{ $quoted ->
    [yes] {" "}“{ $text }”
   *[no] {""}
 }
greeting-gift-past = 🎁 { $year }, given: { $what }, { $cost }
greeting-gift = 🎁 { $what }, { $cost } — { $state ->
    [asked] waits for the lead
    [approved] approved
    [given] given
   *[planned] planned
 }
greeting-own = Your text:
btn-own-text = ✏️ Own text
btn-change-text = ✏️ Change
btn-drop-text = Drop the text
btn-copy-own = 📋 Copy the last one
btn-mail = Letter
btn-greeted-card = 💌 By card
btn-take-back-greeting = Undo the mark
btn-gift = 🎁 Present
btn-gift-open = 🎁 { $what }
btn-gifts = Presents
ask-own-text = <b>{ $name }</b>: type your own text.
    It stays on the card; copy it and send it.
btn-copy-text = { $number ->
    [0] 📋 Copy the text
   *[other] 📋 Copy { $number }
 }
btn-other-texts = Other texts
btn-tone-warm = Warmer
btn-tone-business = More formal
btn-formal = Use “Вы”
btn-familiar = Use “ты”
btn-male = It is a man
btn-female = It is a woman
btn-greeted-message = ✅ Congratulated
btn-greeted-call = 📞 By phone
btn-greeting = Greeting
msg-greeted = ✅ { $gender ->
   *[unknown] Congratulated
 } { $way ->
    [call] by phone
    [card] by card
    [gift] with a present
   *[message] by message
 }: { $name }
msg-no-birthday = No birthday is known: { $name }, { $client }

ask-whose-birthday = Whose birthday? Type a surname or a client.
    The date may follow at once: “Smith 12 March”.
msg-several-people = { $count ->
    [1] “{ $text }”: nobody is called exactly so. Tap if this is the one.
   *[other] “{ $text }” may be several people. Which one?
 }
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
err-greeting-too-long = Too long: { $length } characters, there is room for { $limit }. Send a shorter one.
