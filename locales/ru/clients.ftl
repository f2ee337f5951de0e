# Клиенты: список, поиск, карточка, новый, правки; история.

msg-clients = { $count ->
    [one] <b>{ $count } клиент</b>
    [few] <b>{ $count } клиента</b>
   *[many] <b>{ $count } клиентов</b>
 }
clients-page = Показаны { $start }–{ $end }
ask-client-search = Чтобы найти, напишите имя, телефон или ИНН.
msg-clients-none = Клиентов пока нет. Заведите первого или пришлите файл: /import.
client-label-tax-number = ИНН { $number }
msg-hits = Нашлось по «{ $typed }»: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }
msg-hits-more = Нашлось много по «{ $typed }», ближе всех { $count }. Напишите точнее или выберите.
msg-hits-none = Не нашлось: «{ $typed }».
 Клиента найду по названию, телефону, ИНН или человеку.{ $sells ->
    [yes] {" "}Дело запишу одной строкой: «ромашка взяла 20 кор масла, оплатят в пт».
   *[no] { "" }
 }

btn-clients-back = ‹ Раньше
btn-clients-on = Дальше ›
btn-new-client = ➕ Новый клиент
btn-new-named = ➕ Новый клиент «{ $name }»
btn-to-clients = ‹ Клиенты
btn-to-client = ‹ К клиенту
btn-client-done = Готово

msg-client = <b>{ $name }</b> · { $kind ->
    [lead] лид
   *[client] клиент
 } · { $grade }
client-excluded = 🔕 не звоним: исключён из обзвона
client-as-of = {" "}на { $day }
client-advance = аванс { $advance }
client-promise-broken = 🤝 обещание не сдержано: { $day }
client-limit = 💳 лимит { $limit }
client-delay = ⏳ { $days ->
    [0] без отсрочки
    [one] отсрочка { $days } день
    [few] отсрочка { $days } дня
   *[many] отсрочка { $days } дней
 }
client-next = 📅 { $day } — { $what }
client-next-what = { $kind ->
    [visit] встреча
    [task] { $reason ->
        [offer] отправить КП
        [retry] найти номер
       *[other] сделать
     }
   *[other] { $reason ->
        [call_back] перезвонить
        [retry] дозвониться
        [offer] спросить про предложение
       *[other] позвонить
     }
 }
client-last-contact = 💬 последний разговор: { $day }
client-contract = 📄 договор до { $day }
client-rhythm = 🧾 заказ раз в { $gap } дн., прошло { $since }
client-rhythm-late = 🧾 пора заказать: раз в { $gap } дн., прошло { $since }
client-manager = 👤 { $name }
client-people-more = …и ещё { $count }
client-phone = ☎️ { $value }
client-legal-name = { $value }
client-tax-number = ИНН { $value }
client-address = 📍 { $value }
client-industry = Отрасль: { $value }
client-price = Цены: { $value }
client-note = 📌 { $value }

btn-client-call = 📞 Позвонить
btn-client-order = 🧾 Заказ
btn-client-debt = 💰 Долг
btn-client-promise = 🤝 Обещал
btn-client-note = 📝 Заметка
btn-client-edit = ✏️ Изменить
btn-client-history = 🕘 История
btn-client-people = 👥 Люди

ask-client-name = Как называется клиент? Напишите название.
ask-client-alike = «{ $name }»: похоже, такой уже есть. Откройте его или сохраните нового.
ask-client-kind = «{ $name }» — лид или клиент?
btn-client-same = Это он: { $name }
btn-save-lead = ➕ Новый лид
btn-save-client = ➕ Новый клиент
msg-client-saved = <b>{ $name }</b>: { $kind ->
    [lead] лид сохранён
   *[client] клиент сохранён
 }
ask-client-details = Можно дописать: телефон, имя человека, ИНН — каждое своим сообщением.

msg-client-edit = <b>{ $name }</b>: что изменить? Класс — одной кнопкой.
btn-class = { $grade }
btn-class-now = ● { $grade }
btn-field-name = Название
btn-field-legal_name = Юрлицо
btn-field-tax_number = ИНН
btn-field-phone = Телефон
btn-field-address = Адрес
btn-field-district = Район
btn-field-industry = Отрасль
btn-field-credit_limit = Лимит
btn-field-payment_delay = Отсрочка
btn-field-note = Памятка
btn-make-client = Стал клиентом
btn-calls-off = 🔕 Не звонить
btn-calls-on = 🔔 Звонить
btn-client-delete = Удалить
btn-client-delete-yes = Да, удалить
ask-client-field = <b>{ $name }</b>. { $field ->
    [name] Напишите новое название.
    [legal_name] Напишите юридическое название. Минус «-» — стереть.
    [tax_number] Напишите ИНН: 10 или 12 цифр. Минус «-» — стереть.
    [phone] Напишите телефон: +7 916 123-45-67. Минус «-» — стереть.
    [address] Напишите адрес. Минус «-» — стереть.
    [district] Напишите район: по нему визиты дня собираются в маршрут. Минус «-» — стереть.
    [industry] Напишите отрасль: «кафе», «стройка». Минус «-» — стереть.
    [founded] Напишите, когда основана: «12.03.2005», «март 2005» или «2005». Минус «-» — стереть.
    [together] Напишите, с какого времени работаем: «12.03.2015», «март 2015» или «2015». Минус «-» — по первому заказу.
    [credit_limit] Напишите лимит долга: «500 000» или «500 тыс». Минус «-» — без лимита.
    [payment_delay] Напишите отсрочку в днях: «14». Минус «-» — стереть.
   *[note] Напишите памятку: она всегда видна в карточке. Минус «-» — стереть.
 }
ask-client-note = <b>{ $name }</b>. Напишите заметку: она попадёт в историю.
msg-delete-sure = Удалить <b>{ $name }</b>? Клиент исчезнет из списков и поиска. { $owes ->
    [yes] За ним долг { $debt }.
   *[no] Долга нет.
 }
msg-client-deleted = Удалён: <b>{ $name }</b>.

ack-class = Класс { $grade }
ack-became-client = Теперь клиент
ack-calls-off = Из обзвона убран
ack-calls-on = Снова в обзвоне

err-client-field = { $field ->
    [name] Название — от 1 до 200 знаков, хотя бы одна буква или цифра. Напишите ещё раз.
    [tax_number] ИНН «{ $text }» не сходится: в нём 10 или 12 цифр с верной контрольной. Проверьте цифры и напишите ещё раз.
    [phone] «{ $text }» — не номер телефона. Напишите, например, +7 916 123-45-67.
    [credit_limit] Не понял сумму «{ $text }». Напишите «500 000» или «500 тыс».
    [payment_delay] Отсрочка — число дней от 0 до 365. Напишите, например, 14.
    [detail] Не понял «{ $text }». Напишите телефон, имя человека или ИНН.
    [founded] Не понял дату «{ $text }». Напишите «12.03.2005», «март 2005» или «2005».
    [together] Не понял дату «{ $text }». Напишите «12.03.2015», «март 2015» или «2015».
    [empty] Пусто. Напишите текст ещё раз.
   *[other] Слишком длинно. Напишите короче.
 }

msg-history = <b>{ $name }</b>: история
history-empty = Пока ничего.
btn-history-more = Ещё
event-quote = {" "}— «{ $text }»
event-created = карточка создана
event-call = звонок, { $outcome }
event-reason = : { $reason }
event-note = заметка
event-skipped = не звонили: { $reason }
event-order = заказ № { $order }{ $priced ->
    [yes] {" "}на { $total }
   *[no] {""}
 }{ $status ->
    [draft] , черновик
    [handed_over] , передан
    [accepted] , принят
    [entered] , введён
    [question] , вопрос
    [closed] , закрыт
    [picked] , собран
    [shipped_part] , отгружен частично
    [shipped] , отгружен
    [refused] , отказ
   *[none] {""}
 }
event-promise = обещали оплатить: { $due }
event-promise-sum = обещали { $amount }: { $due }
event-promise-judged = { $state ->
    [kept] обещание выполнено
    [partly_kept] обещание выполнено частично
    [cancelled] обещание отменено
   *[broken] обещание не сдержано
 } ({ $due })
event-payment = { $said ->
    [yes] {""}со слов: { $known ->
        [yes] оплата { $amount }
       *[no] оплата
     }
   *[no] оплата { $amount }
 }
event-competitor = конкурент { $name }{ $goods ->
    [yes] : { $product }
   *[no] {""}
 }{ $priced ->
    [yes] {" "}по { $price }
   *[no] {""}
 }{ $changed ->
    [yes] {" "}({ $change } %)
   *[no] {""}
 }
event-shortage = { $what ->
    [dropped] обошлись без товара: { $product }
    [replaced] взяли аналог: { $product }
   *[other] спрашивали, нет в наличии: { $product }
 }
event-claim = претензия: { $kind }
event-meeting = встреча: { $day }
event-greeting = { $occasion ->
    [birthday] поздравили с днём рождения: { $person }
    [newyear] поздравили с Новым годом: { $person }
    [march8] поздравили с 8 Марта: { $person }
    [february23] поздравили с 23 Февраля: { $person }
    [founded] поздравили с днём компании: { $person }
    [together] поздравили с годовщиной работы: { $person }
   *[holiday] { $holiday }, поздравили: { $person }
 }
event-person = добавлен человек: { $name }
event-file = файл: { $name }
event-changed = { $what ->
    [name] изменено название
    [legal_name] изменено юрлицо
    [tax_number] изменён ИНН
    [phone] изменён телефон
    [address] изменён адрес
    [district] изменён район
    [industry] изменена отрасль
    [founded] изменена дата основания
    [together] изменено, с какого времени работаем
    [credit_limit] изменён лимит
    [payment_delay] изменена отсрочка
    [note] изменена памятка
    [class] изменён класс
    [became_client] стал клиентом
    [excluded] исключён из обзвона
    [included] возвращён в обзвон
    [deleted] удалён
    [person] изменены данные: { $name }
    [person_removed] убрали: { $name }
    [person_exported] выгружены данные человека
    [person_erased] данные человека стёрты
    [offer-sent] отправлено КП
    [offer-made] сделано предложение
   *[other] данные изменены
 }
