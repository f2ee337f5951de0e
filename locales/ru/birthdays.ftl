# Дни рождения: чего не хватает, вопрос дня, день неизвестен, известен только месяц.

in-month-1 = в январе
in-month-2 = в феврале
in-month-3 = в марте
in-month-4 = в апреле
in-month-5 = в мае
in-month-6 = в июне
in-month-7 = в июле
in-month-8 = в августе
in-month-9 = в сентябре
in-month-10 = в октябре
in-month-11 = в ноябре
in-month-12 = в декабре

birth-without-day = { $year ->
    [none] { $month }, число неизвестно
   *[other] { $month } { $year } года, число неизвестно
 }
birthday-day-later = Число спросим в начале месяца.
btn-birth-day-unknown = Число не знаю
btn-birthday-later = Не знаю
btn-birthday-never = Не спрашивать
btn-ask-birthday = 🎂 Когда ДР: { $name }?
birthday-ask = Когда день рождения у клиента: { $name }, { $client }? Запишите, если знаете.
birthdays-dayless = <b>День рождения { $month }, число неизвестно</b>
birthdays-known = Дни рождения известны у { $known } из { $people ->
    [one] { $people } человека
   *[other] { $people } человек
 }
birthdays-known-of = { $name }: { $known } из { $people }
ntf-birthday-days = 🎂 <b>Узнайте число в этом месяце</b>
msg-birthday-later = Не спрошу до { $day }: { $name }
msg-birthday-never = Больше не спрошу: { $name }
