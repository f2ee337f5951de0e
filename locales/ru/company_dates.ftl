# Даты компании: когда основана, с какого времени работаем вместе.

client-founded = Основана: { $value }
client-together = Работаем с: { $value }
btn-field-founded = Дата основания
btn-field-together = Начало работы
ask-which-company = «{ $text }»: подходят несколько. Какой клиент?
msg-no-company = Клиент не нашёлся: «{ $text }». Напишите название иначе.
msg-company-date = <b>{ $name }</b>: { $what ->
    [founded] основана { $when }
   *[together] работаем вместе с { $when }
 }
company-told = { $year ->
    [none] { $named }
   *[other] { $named ->
        [none] { $what ->
            [founded] в { $year } году
           *[together] { $year } года
         }
       *[other] { $named } { $year } года
     }
 }
company-date-before = Было: { $when }
