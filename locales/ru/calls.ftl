# Обзвон: список, карточка, результаты.

outcome-no_answer = Не ответил
outcome-busy = Занято
outcome-unavailable = Недоступен
outcome-wrong_number = Неверный №
outcome-no_decision_maker = Нет ЛПР
outcome-order = Заказ
outcome-call_back = Перезвонить
outcome-phone_offer = Предложил
outcome-send_offer = Отправить КП
outcome-promise = Обещал
outcome-thinking = Думает
outcome-refusal = Отказ
outcome-claim = Претензия
outcome-meeting = Встреча
outcome-talked = Поговорили

refusal-price = Цена
refusal-supplier = Другой поставщик
refusal-no_need = Не нужно
refusal-terms = Условия
refusal-quality = Качество
refusal-season = Не сезон
refusal-other = Другое

claim-shortage = Недостача
claim-mis_sort = Пересорт
claim-defect = Брак
claim-expiry = Срок годности
claim-damage = Бой, порча
claim-late = Опоздание
claim-price = Цена
claim-documents = Документы
claim-return = Возврат
claim-refusal = Отказ от товара
claim-other = Другое

person-role-buyer = закупки
person-role-director = директор
person-role-accountant = бухгалтерия
person-role-other = другое

reason-call_back = { $late ->
    [0] просили перезвонить
    [one] просили перезвонить { $late } день назад
    [few] просили перезвонить { $late } дня назад
   *[many] просили перезвонить { $late } дней назад
 }
reason-at = { $reason } в { $clock }
reason-retry = { $late ->
    [0] не дозвонились
   *[other] не дозвонились с { $day }
 }
reason-planned = { $late ->
    [0] запланировано на сегодня
   *[other] запланировано на { $day }
 }
reason-broken_promise = { $days ->
    [0] срок обещания вышел
    [one] обещание не сдержано: { $days } день назад
    [few] обещание не сдержано: { $days } дня назад
   *[many] обещание не сдержано: { $days } дней назад
 }
reason-promise_today = обещали оплатить сегодня
reason-overdue = просрочка { $days } дн., { $sum }
reason-order_rhythm = нет заказа { $days } дн., обычно раз в { $gap }
reason-claim = { $days ->
    [0] претензия ждёт ответа
    [one] претензия ждёт { $days } день
    [few] претензия ждёт { $days } дня
   *[many] претензия ждёт { $days } дней
 }
reason-claim_decided = претензия решена — скажите клиенту
reason-lead_untouched = { $days ->
    [one] новый, без звонка { $days } день
    [few] новый, без звонка { $days } дня
   *[many] новый, без звонка { $days } дней
 }
reason-offer_follow_up = спросить про предложение
reason-occasion = день рождения: { $day }
reason-stay_in_touch = { $days ->
    [-1] ещё не звонили
    [one] на связи не были { $days } день
    [few] на связи не были { $days } дня
   *[many] на связи не были { $days } дней
 }
reason-contract_ends = { $late ->
    [0] договор до { $on }
   *[other] договор кончился { $on }
 }
reason-promotion = акция «{ $name }» до { $on }
reason-week_plan = в плане недели
reason-invitation = { $days ->
    [one] «{ $name }»: ответа нет { $days } день
    [few] «{ $name }»: ответа нет { $days } дня
   *[many] «{ $name }»: ответа нет { $days } дней
 }
reason-carried = { $days ->
    [1] с { $weekday }
   *[other] { $number }-й день
 }

norm-line = звонки { $calls }/{ $call_norm } · дозвон { $reached } · КП { $offers }/{ $offer_norm } · предложил { $phone_offers }/{ $phone_norm }

msg-calls = <b>{ $day }</b>: { $left ->
    [one] остался { $left } звонок из { $total }
    [few] осталось { $left } звонка из { $total }
   *[many] осталось { $left } звонков из { $total }
 }
msg-calls-late = Список пришёл позже обычного: бот был недоступен.
msg-calls-empty = Сегодня звонить некому. Добавьте клиентов: /clients или файл через /import.
calls-more = { $count ->
    [one] …и ещё { $count }
   *[other] …и ещё { $count }
 }
calls-also = (+{ $count }: { $names })
calls-all-done = Список пройден.
msg-calls-done = Список на сейчас пройден.
calls-later = Сегодня ещё:
calls-later-line = { $clock } — { $name }
btn-start-calls = ▶️ Начать обзвон
btn-whole-list = Весь список
btn-offers = { $count ->
    [one] ✉️ Отправить { $count } КП
   *[other] ✉️ Отправить { $count } КП
 }

mark-lead = новый
card-no-phone = 📞 номера нет
card-local-time = 🕐 у клиента { $clock }
card-debt = 💰 долг { $debt }
card-debt-overdue = 💰 долг { $debt }, просрочено { $overdue } ({ $days } дн.)
card-stopped = ⛔️ стоп-лист: отгрузка по согласованию
card-promise = 🤝 обещали оплатить: { $day }
card-reliability = держит слово { $kept } из { $total }
card-claims = { $count ->
    [one] ⚠️ { $count } открытая претензия
    [few] ⚠️ { $count } открытые претензии
   *[many] ⚠️ { $count } открытых претензий
 }
card-last-order = 🧾 заказ { $day }
card-last-order-gap = 🧾 заказ { $day }, обычно раз в { $gap } дн.
card-last-call = 💬 { $day }: { $outcome }
card-attempts = { $count ->
    [one] не дозвонились { $count } раз
    [few] не дозвонились { $count } раза
   *[many] не дозвонились { $count } раз
 }
btn-offer-sent = ✉️ КП отправлено
btn-put-off = Позже
btn-not-today = Не сегодня
btn-client-card = Клиент
btn-next-card = Следующий звонок
btn-any-time = Без времени
btn-sum-unsaid = Без суммы
btn-add-number = ➕ Номер: { $name }
btn-sent-to = ✉️ { $name }
btn-to-list = К списку

ask-day-call_back = { $name }: когда перезвонить? Кнопкой или словами: «чт в 15».
ask-day-thinking = { $name }: когда спросить снова? Кнопкой или словами: «через неделю».
ask-day-meeting = { $name }: когда встреча? Кнопкой или словами: «пт в 11».
ask-clock = { $name }, { $day }: во сколько?
ask-refusal = { $name }: почему отказ? Кнопкой, или напишите, у кого берут.
ask-claim = { $name }: что за претензия?
ask-promise-sum = { $name }: сколько обещают? Кнопкой или словами: «120 тыс в пятницу».
ask-promise-day = { $name }: когда оплатят?
ask-promise-day-sum = { $name }, { $sum }: когда оплатят?
ask-number = { $name }: напишите новый номер, например +7 916 123-45-67.

recorded = { $name }: { $outcome }
recorded-task-send_offer = отправить сегодня
recorded-task-wrong_number = нужен другой номер
recorded-check = проверим { $day }
msg-noted = Заметка записана: { $name }
msg-offers = { $count ->
    [0] Все КП отправлены.
    [one] Ждёт отправки { $count } КП. Нажмите, когда отправите:
   *[other] Ждут отправки { $count } КП. Нажмите, когда отправите:
 }
ack-offer-sent = { $name }: КП учтено, звонок { $day }

choice-in-two-hours = через 2 часа
choice-moment = { $name } { $clock }
choice-moment-suggested = ★ { $name } { $clock }
choice-clock = ★ { $clock }

card-instead = { $count ->
    [one] 👤 { $silent } не отвечает ({ $count } раз) → { $who }
    [few] 👤 { $silent } не отвечает ({ $count } раза) → { $who }
   *[many] 👤 { $silent } не отвечает ({ $count } раз) → { $who }
 }
card-also = 👥 отвечает и за: { $names }
card-same-person = Тот же человек, следующий клиент:
card-best-hour = обычно отвечает в { $start }–{ $end }
card-basket = 🛒 обычно: { $goods }
btn-copy-number = 📋 Номер
btn-whatsapp = WhatsApp
btn-telegram = Telegram
btn-worked = ◀︎ Назад
btn-other-day = Другой день
btn-later = { $minutes ->
    [0] Вечером
    [30] Через 30 минут
    [60] Через час
   *[120] Через 2 часа
 }
ask-later = { $name }: когда вернуть карточку?
ask-skip = { $name }: почему не сегодня?
skip-closed = Сегодня закрыты
skip-ordered = Уже заказали
skip-writing = Переписываемся
skip-other = Другое
btn-agree = Назначить { $day }: { $name }
agreed = { $name }: следующий звонок { $day }
worked-at = записано в { $clock }
btn-undo-call = Отменить результат
call-undone = { $name }: отменено — { $outcome }
call-already = { $name }: уже записано в { $clock } — { $outcome }
call-changed = { $name }: карточка с тех пор изменилась
ack-none-worked = Сегодня звонков ещё не было.
