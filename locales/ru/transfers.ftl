# Передача клиентов: кого, кому, что уходит вместе с ними; журнал; памятка новому менеджеру.

btn-transfer-clients = Передать клиентов
btn-transfer-client = Передать
btn-handover = Памятка передачи
btn-transfers = Передачи
msg-transfer = <b>{ $name }</b>: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }
 Кого передать?
msg-transfer-leaving = Чтобы закрыть доступ, передайте клиентов. <b>{ $name }</b>: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }
 Кого передать первыми? Можно разным людям.
btn-transfer-all = Всех ({ $count })
btn-transfer-some = Выбрать…
btn-transfer-class = { $grade }: { $count }
btn-transfer-place = { $place }: { $count }
msg-ticks = <b>{ $name }</b>: { $count ->
    [0] никто не выбран
    [one] выбран { $count } клиент
    [few] выбрано { $count } клиента
   *[many] выбрано { $count } клиентов
 }
ask-ticks = Отметьте клиентов. Чтобы найти, напишите имя.
ticks-found = Нашлось по «{ $typed }»:
ticks-none = Не нашлось: «{ $typed }». Напишите иначе.
tick-on = ✅ { $name } · { $grade }
tick-off = ▫️ { $name } · { $grade }
btn-ticks-all = Весь список
btn-ticked = Готово ({ $count })
msg-takers = { $name }: { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }. Кому передать?
msg-takers-none = Передать некому: пригласите менеджера — /team.
btn-taker = { $name } ({ $count })
msg-transfer-one = <b>{ $client }</b>: { $giver } → { $taker }
msg-transfer-many = { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }: { $giver } → { $taker }
transfer-along = Уйдёт вместе:
transfer-alone = Открытых дел нет. История останется.
transfer-orders = 🧾 { $count ->
    [one] { $count } заказ в работе
    [few] { $count } заказа в работе
   *[many] { $count } заказов в работе
 }
transfer-drafts = ✏️ { $count ->
    [one] { $count } черновик
    [few] { $count } черновика
   *[many] { $count } черновиков
 }
transfer-promises = 🤝 { $count ->
    [one] { $count } обещание
    [few] { $count } обещания
   *[many] { $count } обещаний
 }
transfer-claims = ⚠️ { $count ->
    [one] { $count } претензия
    [few] { $count } претензии
   *[many] { $count } претензий
 }
transfer-offers = 📨 { $count ->
    [one] { $count } предложение
    [few] { $count } предложения
   *[many] { $count } предложений
 }
transfer-waits = 📦 { $count ->
    [one] { $count } ожидание товара
    [few] { $count } ожидания товара
   *[many] { $count } ожиданий товара
 }
transfer-errands = 📌 { $count ->
    [one] { $count } поручение
    [few] { $count } поручения
   *[many] { $count } поручений
 }
transfer-contacts = 📅 { $count ->
    [one] { $count } следующий контакт
    [few] { $count } следующих контакта
   *[many] { $count } следующих контактов
 }
transfer-occasions = 🎂 { $count ->
    [one] { $count } день рождения в ближайший месяц
    [few] { $count } дня рождения в ближайший месяц
   *[many] { $count } дней рождения в ближайший месяц
 }
transfer-leaving = После передачи доступ закроется: { $name }.
btn-give = Передать
btn-give-dismiss = Передать и уволить
msg-transferred = { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }: { $giver } → { $taker }. Открытые дела перешли, прошлые итоги остались.
transferred-dismissed = Доступ закрыт: { $name }.
transferred-left = { $name }: { $count ->
    [one] остался { $count } клиент
    [few] осталось { $count } клиента
   *[many] осталось { $count } клиентов
 }.
btn-transfer-rest = Передать остальных
btn-transfer-undo = Отменить
ntf-received = 📥 У вас { $count ->
    [1] новый клиент <b>{ $client }</b>
    [one] { $count } новый клиент
    [few] { $count } новых клиента
   *[many] { $count } новых клиентов
 }: { $giver } → вы. Решение: { $by }.
received-key = Начните с ключевых:
received-line = • { $name } · { $grade }
received-line-debt = • { $name } · { $grade } · просрочено { $debt }
received-next = { $count ->
    [1] Дела клиента уже у вас. Памятка — по кнопке.
   *[other] Их дела уже у вас. Кому звонить — /calls, все — /clients.
 }
ntf-given-away = ↪️ { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }: вы → { $taker }. Решение: { $by }. Кто остался — /clients.
ntf-taken-back = ↩️ { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }: вы → { $taker }. Передача отменена. Решение: { $by }. Кто остался — /clients.
ntf-clients-back = ↩️ { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }: { $giver } → вы. Решение: { $by }. Кому звонить — /calls.
msg-transfer-undone = Передача отменена. { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }: { $taker } → { $giver }.
transfer-stayed = Уже в работе и не вернулись: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }. Отвечает { $taker }.
msg-transfers = <b>Передачи</b>
msg-transfers-none = Передач ещё не было. Начните с карточки сотрудника: /team.
transfer-line = { $at } · { $count ->
    [1] <b>{ $client }</b>
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }: { $giver } → { $taker } ({ $by }){ $undone ->
    [yes] , отменена
   *[no] {""}
 }
btn-undo-line = Отменить: { $count ->
    [1] { $client }, { $giver } → { $taker }
    [one] { $count } клиент, { $at }
    [few] { $count } клиента, { $at }
   *[many] { $count } клиентов, { $at }
 }
ask-transfer-undo = { $at } · { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }: { $giver } → { $taker }. Отменить передачу? Те, кто уже в работе, не вернутся.
btn-transfer-undo-yes = Да, отменить
event-transfer = клиент передан: { $from } → { $to }
msg-handover = <b>{ $name }</b> · { $grade } · памятка передачи
handover-promise = 🤝 обещали оплатить: { $day }{ $known ->
    [yes] , { $amount }
   *[no] {""}
 }
handover-no-orders = 🧾 заказов ещё не было
handover-last-order = 🧾 последний заказ: { $day }
handover-rhythm = 🧾 последний заказ: { $day }, обычно раз в { $gap } дн.
handover-order = 🧾 заказ { $order }: { $status }, { $total }{ $dated ->
    [yes] , на { $delivery }
   *[no] {""}
 }
handover-waits = 📦 ждёт: { $what }
handover-price = 🏷 { $rule }
handover-no-next = 📅 следующий контакт не назначен
handover-note = { $day }: { $text }
