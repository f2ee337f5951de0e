# Праздники: кого поздравить, поздравление, запись дня рождения.

msg-occasions = { $now ->
    [0] <b>Сегодня поздравлять некого</b>
   *[other] <b>Поздравить сейчас: { $now }</b>
 }
msg-occasions-empty = <b>Праздников в ближайшие 30 дней нет</b>
    Добавьте кнопкой или строкой: «др у Смирновой 12 марта».
occasions-late = <b>С опозданием</b>
occasions-now = <b>Поздравить сегодня</b>
occasions-week = <b>Ближайшие 7 дней</b>
occasions-month = <b>Ближайшие 30 дней</b>
occasions-more = …и ещё { $count }
occasions-age = { $age ->
    [one] { $age } год
    [few] { $age } года
   *[many] { $age } лет
 }
occasions-jubilee = 🎉 юбилей, { $age ->
    [one] { $age } год
    [few] { $age } года
   *[many] { $age } лет
 }
occasions-done = ✅ { $gender ->
    [male] поздравлен
    [female] поздравлена
   *[unknown] поздравили
 }
occasions-gift = 🎁 время выбрать подарок
occasions-crowd = { $what }: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
 }{ $done ->
    [0] {""}
   *[other] , поздравлено { $done }
 }
occasion-birthday = День рождения
occasion-founded = { $years ->
    [0] День рождения компании
    [one] День рождения компании, { $years } год
    [few] День рождения компании, { $years } года
   *[many] День рождения компании, { $years } лет
 }
occasion-together = { $years ->
    [one] Работаем вместе { $years } год
    [few] Работаем вместе { $years } года
   *[many] Работаем вместе { $years } лет
 }
occasion-february23 = 23 Февраля
occasion-march8 = 8 Марта
occasion-newyear = Новый год
msg-occasion-group = <b>{ $what }</b>, { $day }
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }, поздравлено { $done }
msg-occasion-over = <b>Поздравлять уже некого</b>
    Праздник прошёл или у клиентов сменилась отрасль.
btn-add-birthday = ➕ День рождения
btn-occasions = Все праздники
btn-to-occasions = ‹ Праздники

ntf-occasions = { $count ->
    [one] 🎂 <b>Праздники: { $count } человек</b>
    [few] 🎂 <b>Праздники: { $count } человека</b>
   *[many] 🎂 <b>Праздники: { $count } человек</b>
 }
ntf-occasions-late = Пришло позже обычного: бот был недоступен.
ntf-occasions-next = Тексты готовы — откройте человека по кнопке.

greeting-person = 🎂 <b>{ $name }</b>
greeting-wait = Поздравить: { $day }
greeting-done = ✅ { $gender ->
    [male] Поздравлен
    [female] Поздравлена
   *[unknown] Поздравили
 } { $way ->
    [call] звонком
    [card] открыткой
    [gift] подарком
   *[message] сообщением
 }: { $day }
greeting-occasion = { $what }: { $when }
greeting-past = В { $year }: { $way ->
    [call] позвонили
    [card] открытка
    [gift] подарок
   *[message] написали
 }{ $quoted ->
    [yes] {" "}«{ $text }»
   *[no] {""}
 }
greeting-gift-past = 🎁 В { $year } подарили: { $what }, { $cost }
greeting-gift = 🎁 { $what }, { $cost } — { $state ->
    [asked] ждёт руководителя
    [approved] согласован
    [given] вручён
   *[planned] задуман
 }
greeting-own = Ваш текст:
btn-own-text = ✏️ Свой текст
btn-change-text = ✏️ Изменить
btn-drop-text = Убрать текст
btn-copy-own = 📋 Взять прежний
btn-mail = Письмо
btn-greeted-card = 💌 Открыткой
btn-take-back-greeting = Отменить отметку
btn-gift = 🎁 Подарок
btn-gift-open = 🎁 { $what }
btn-gifts = Подарки
ask-own-text = <b>{ $name }</b>: напишите свой текст поздравления.
    Он сохранится на карточке, останется скопировать и отправить.
btn-copy-text = { $number ->
    [0] 📋 Взять текст
   *[other] 📋 Взять { $number }
 }
btn-other-texts = Другие варианты
btn-tone-warm = Теплее
btn-tone-business = Строже
btn-formal = На «Вы»
btn-familiar = На «ты»
btn-male = Это мужчина
btn-female = Это женщина
btn-greeted-message = ✅ Поздравил
btn-greeted-call = 📞 Звонком
btn-greeting = Поздравление
msg-greeted = ✅ { $gender ->
    [male] Поздравлен
    [female] Поздравлена
   *[unknown] Поздравили
 } { $way ->
    [call] звонком
    [card] открыткой
    [gift] подарком
   *[message] сообщением
 }: { $name }
msg-no-birthday = День рождения не записан: { $name }, { $client }

ask-whose-birthday = Чей день рождения? Напишите фамилию или клиента.
    Можно сразу с датой: «Смирнова 12 марта».
msg-several-people = { $count ->
    [1] «{ $text }»: точно такого нет. Если это тот человек, нажмите.
   *[other] «{ $text }»: подходят несколько. Кто именно?
 }
msg-nobody-found = Никого не нашлось: «{ $text }». Напишите фамилию иначе или название клиента.
msg-client-without-people = «{ $text }»: у клиента пока нет людей. Добавьте человека в карточке.
btn-open-client = { $name }
ask-birthday = <b>{ $name }</b>, { $client }
    Когда день рождения? Напишите «12 марта» или «12.03.1985» — или выберите месяц.
ask-birthday-known = Сейчас записано: { $birth }
ask-birth-day = <b>{ $name }</b>: { $month }, какое число?
birth-without-year = { $day }, год неизвестен
birth-with-year = { $day } { $year } года
msg-birthday-saved = 🎂 <b>{ $name }</b>, { $client }: { $birth }
birthday-before = Было: { $birth }
birthday-next = Ближайший: { $when }
msg-birthday-forgotten = День рождения удалён: { $name } — { $birth }
btn-correct-birthday = Исправить дату
btn-forget-birthday = Удалить дату
btn-one-more = Ещё один
btn-bring-back = Вернуть
birth-month-1 = январь
birth-month-2 = февраль
birth-month-3 = март
birth-month-4 = апрель
birth-month-5 = май
birth-month-6 = июнь
birth-month-7 = июль
birth-month-8 = август
birth-month-9 = сентябрь
birth-month-10 = октябрь
birth-month-11 = ноябрь
birth-month-12 = декабрь

err-birthday-unreadable = Не понял дату «{ $text }». Напишите «12 марта» или «12.03.1985» — или выберите месяц.
err-birth-date-invalid = Такой даты рождения быть не может. Напишите «12 марта» или «12.03.1985».
err-greeting-too-long = Слишком длинно: { $length ->
    [one] { $length } знак
    [few] { $length } знака
   *[many] { $length } знаков
 }, помещается { $limit }. Пришлите короче.
