# Люди клиентов и присланные контакты.

msg-people = { $count ->
    [0] <b>{ $client }</b>: людей пока нет
    [one] <b>{ $client }</b>: { $count } человек
    [few] <b>{ $client }</b>: { $count } человека
   *[many] <b>{ $client }</b>: { $count } человек
 }
person-name = { $name }
person-who = { $name }, { $role }
person-phone = {" "}· { $phone }
person-phone-bad = {" "}· { $phone } (неверный)
msg-person = <b>{ $name }</b> · { $client }
person-line-role = { $role }
person-line-phone = ☎️ { $phone }
person-line-phone-bad = ☎️ { $phone } — номер неверный
person-line-email = ✉️ { $email }
person-line-birth = 🎂 { $day }{ $year ->
    [none] {""}
   *[other] {" "}{ $year }
 }{ $known ->
    [false] {" "}— число неизвестно
   *[true] {""}
 }
person-line-address = Обращение: { $familiar ->
    [true] на «ты»
   *[false] на «Вы»
 }{ $gender ->
    [male] , мужчина
    [female] , женщина
   *[none] {""}
 }

btn-person-add = ➕ Добавить
btn-person-copy = Скопировать номер
btn-person-phone = Телефон
btn-person-name = Имя
btn-person-role = Роль
btn-person-number-bad = Номер неверный
btn-person-number-good = Номер верный
btn-say-thou = На «ты»
btn-say-you = На «Вы»
btn-gender-male = Мужчина
btn-gender-female = Женщина
btn-person-greet = 🎂 Поздравить
btn-person-birthday = 🎂 День рождения
btn-person-remove = Убрать
btn-person-remove-yes = Да, убрать
btn-person-skip = Пропустить

ask-person-name = <b>{ $client }</b>: кого добавить? Напишите имя, можно сразу с телефоном.
ask-person-rename = { $name }: напишите имя, как правильно.
ask-person-role = { $name }: кто это? Выберите или напишите роль.
ask-person-phone = { $name }: напишите телефон, например +7 916 123-45-67.
msg-person-remove-sure = Убрать: <b>{ $name }</b>? Из карточки клиента исчезнет.
ack-person-removed = Убрали: { $name }

msg-contact = <b>{ $name }</b> { $phone }
msg-contact-bad-phone = Это не номер телефона: человек сохранится без него.
ask-whose = Чей это контакт? Выберите или напишите имя клиента.
ask-whose-none = Не нашлось: «{ $typed }». Напишите иначе или заведите нового.

err-name-invalid = В имени нет букв. Напишите имя ещё раз.
err-person-field = { $field ->
    [phone] «{ $text }» — не номер телефона. Напишите, например, +7 916 123-45-67.
   *[other] Слишком длинно. Напишите короче.
 }
