# Birthdays: what is missing, the question of the day, months without a day.

in-month-1 = in January
in-month-2 = in February
in-month-3 = in March
in-month-4 = in April
in-month-5 = in May
in-month-6 = in June
in-month-7 = in July
in-month-8 = in August
in-month-9 = in September
in-month-10 = in October
in-month-11 = in November
in-month-12 = in December

birth-without-day = { $year ->
    [none] { $month }, day unknown
   *[other] { $month } { $year }, day unknown
 }
birthday-day-later = The day will be asked when the month begins.
btn-birth-day-unknown = Day unknown
btn-birthday-later = Not known
btn-birthday-never = Do not ask
btn-ask-birthday = 🎂 Birthday of { $name }?
birthday-ask = When is the birthday of { $name }, { $client }? Write it down if you know.
birthdays-dayless = <b>Birthday { $month }, day unknown</b>
birthdays-known = Birthdays known: { $known } of { $people ->
    [one] { $people } person
   *[other] { $people } people
 }
birthdays-known-of = { $name }: { $known } of { $people }
ntf-birthday-days = 🎂 <b>Find out the day this month</b>
msg-birthday-later = Not asked again before { $day }: { $name }
msg-birthday-never = Not asked any more: { $name }
