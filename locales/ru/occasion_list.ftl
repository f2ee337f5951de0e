# Праздники в списке звонков, в неделе, в календаре телефона, и то, что прошло без поздравления.

reason-birthday = { $name ->
    [none] день рождения
   *[other] день рождения { $name }
 }
reason-together = { $years ->
    [one] вместе { $years } год
    [few] вместе { $years } года
   *[many] вместе { $years } лет
 }
reason-founded = { $years ->
    [0] день рождения компании
    [one] компании { $years } год
    [few] компании { $years } года
   *[many] компании { $years } лет
 }
reason-on-day = { $what }: { $day }
debt-moved = 🎂 { $client }: о деньгах не сегодня, а { $day }.
debt-moved-more = 🎂 И ещё у { $count ->
    [one] { $count } клиента
   *[many] { $count } клиентов
 } день рождения: о деньгах не сегодня.
week-occasion = 🎉 { $count }
week-item-occasion = 🎉 { $what }: <b>{ $who }</b>
week-item-crowd = 🎉 <b>{ $what }</b>: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
 }

btn-span-today = Сегодня · { $count }
btn-span-week = 7 дней · { $count }
btn-span-month = 30 дней · { $count }
btn-span-shown = • { $label }
occasions-none-today = Сегодня поздравлять некого.
occasions-none-week = В ближайшие 7 дней никого.
occasions-none-month = Дальше, до 30 дней, никого.
occasions-pages = Страница { $page } из { $pages }

msg-occasions-calendar = Праздники на год вперёд: дни рождения повторяются, напоминание накануне в 09:00. Откройте файл, и они встанут в календарь телефона.
ics-occasions = Prozvon: праздники
ics-occasions-file = prazdniki
ics-birthday = День рождения: { $who }
ics-jubilee = Юбилей, { $age ->
    [one] { $age } год
    [few] { $age } года
   *[many] { $age } лет
 }: { $who }
ics-occasion = { $what }: { $who }
ics-occasion-many = { $what }: { $who } и ещё { $count }

btn-missed = Пропущено
msg-missed = <b>Прошло без поздравления за две недели: { $count }</b>
msg-missed-none = <b>Пропущенного нет</b>
    За две недели поздравили всех, кого надо.
missed-asked = сказали менеджеру
btn-missed-remind = { $number } · Напомнить
btn-missed-ask = { $number } · Спросить
btn-missed-asked = ✓ { $number } · Сказали
ntf-missed-remind = <b>{ $lead }</b> напоминает: { $who } — { $what }, { $day }. Поздравьте с опозданием, тексты готовы.
ntf-missed-ask = <b>{ $lead }</b> спрашивает: { $who } — { $what }, { $day }. Отметки о поздравлении нет: поздравляли?
ack-missed-said = Ушло: { $name }
err-already-reminded = { $name } уже знает: вы сказали { $at }.
digest-missed = <b>{ $client }</b>: не поздравили — { $due }{ $count ->
    [0] {""}
    [one] , и ещё { $count } клиента
   *[many] , и ещё { $count } клиентов
 }
