# Dates of a company: when it was founded, since when we work together.

client-founded = Founded: { $value }
client-together = With us since: { $value }
btn-field-founded = Founded on
btn-field-together = With us since
ask-which-company = “{ $text }”: several fit. Which client?
msg-no-company = No client found: “{ $text }”. Type the name another way.
msg-company-date = <b>{ $name }</b>: { $what ->
    [founded] founded { $when }
   *[together] with us since { $when }
 }
company-told = { $year ->
    [none] { $named }
   *[other] { $named ->
        [none] { $what ->
            [founded] in { $year }
           *[together] { $year }
         }
       *[other] { $named } { $year }
     }
 }
company-date-before = It was: { $when }
