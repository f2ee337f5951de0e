# Деньги из банка, платежи без клиента, напоминание об обещаниях на завтра.

bank-account = Счёт { $account }
bank-account-days = Счёт { $account }, { $days }
bank-came = { $count ->
    [one] Пришёл { $count } платёж
    [few] Пришло { $count } платежа
   *[many] Пришло { $count } платежей
 } на { $sum }
bank-matched = Узнал { $count }, на { $sum }
bank-unmatched = Не узнал { $count }, на { $sum }: спрошу после загрузки
bank-ignored = Не от клиентов: { $count }
bank-known = Уже загружено: { $count }
msg-bank-loaded = <b>Выписка загружена</b>: «{ $name }», { $count ->
    [one] { $count } платёж
    [few] { $count } платежа
   *[many] { $count } платежей
 } на { $sum }.
bank-done = { $matched ->
    [0] { $waiting ->
        [0] Разносить нечего
       *[other] Ждут клиента: { $waiting }
     }
   *[other] Разнесено { $matched }{ $waiting ->
        [0] { "" }
       *[other] , ждут клиента { $waiting }
     }
 }{ $ignored ->
    [0] { "" }
   *[other] , не от клиентов { $ignored }
 }. Отменить можно в течение { $hours } ч.
bank-told = { $count ->
    [one] Сообщил { $count } менеджеру.
   *[many] Сообщил { $count } менеджерам.
 }

ntf-paid = { $count ->
    [one] <b>Оплатил { $count } клиент: { $sum }</b>
    [few] <b>Оплатили { $count } клиента: { $sum }</b>
   *[many] <b>Оплатили { $count } клиентов: { $sum }</b>
 }
paid-line = <b>{ $name }</b> { $sum }{ $kept ->
    [yes] {" "}— обещание закрыто{ $left ->
        [clear] , долга нет
        [owes] , осталось { $debt }
       *[late] , осталось { $debt }, просрочено { $overdue }
     }
   *[no] {" "}— { $left ->
        [clear] долга нет
        [owes] осталось { $debt }
       *[late] осталось { $debt }, просрочено { $overdue }
     }
 }
paid-more = { $count ->
    [one] и ещё { $count } клиент
    [few] и ещё { $count } клиента
   *[many] и ещё { $count } клиентов
 }
ntf-paid-back = <b>Оплата отозвана: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }, { $sum }</b>
paid-back-line = <b>{ $name }</b> { $sum }{ $left ->
    [clear] {" "}— долга нет
   *[owes] {" "}— долг снова { $debt }
 }
ntf-paid-back-next = Выписку отменили, долги как до неё. Прежде чем звонить, дождитесь новой.
ntf-paid-next = У кого осталась просрочка — спросите об остатке.
ntf-paid-done = Просрочки у них нет: можно предложить новый заказ.

msg-payment = <b>Платёж без клиента, { $place } из { $count }</b> (всего { $total })
payment-facts = { $day }, № { $number }: { $sum }
payment-payer = { $name }{ $tax ->
    [no] { "" }
   *[other] , ИНН { $tax }
 }
payment-purpose = «{ $text }»
ask-payment = Чьи это деньги?
ask-payment-client = <b>{ $name }, { $sum }</b>: какой это клиент? Напишите часть названия, ИНН или телефон.
payment-client-none = По «{ $text }» никого не нашёл. Напишите иначе: часть названия, ИНН или телефон.
payment-client-which = { $count ->
    [one] Нашёл { $count } клиента. Он?
   *[many] Нашёл { $count } клиентов. Который?
 }
msg-payment-given = <b>{ $name }: зачтено { $sum }</b>{ $count ->
    [one] .
    [few] , { $count } платежа.
   *[many] , { $count } платежей.
 }
msg-payment-not = <b>{ $name }</b>: не клиент. Больше не спрошу.
msg-payments-none = <b>Платежей без клиента нет.</b>
btn-payments-waiting = Разнести платежи: { $count }
btn-payment-find = Найти клиента
btn-payment-not = Не от клиента
btn-payment-next = Дальше ›
btn-payment-back = Вернуть

ntf-promises = { $when ->
    [tomorrow] <b>Завтра обещали оплатить: { $count ->
        [one] { $count } клиент
        [few] { $count } клиента
       *[many] { $count } клиентов
     }{ $total ->
        [0] { "" }
       *[other] , { $total }
     }</b>
   *[later] <b>До следующего рабочего дня обещали оплатить: { $count ->
        [one] { $count } клиент
        [few] { $count } клиента
       *[many] { $count } клиентов
     }{ $total ->
        [0] { "" }
       *[other] , { $total }
     }</b>
 }
ntf-promises-late = Сообщение задержалось: бот был недоступен.
ntf-promises-next = Напомните сегодня и отметьте: «Напомнил» или новый день.
ntf-promises-done = Всем напомнили. Проверю оплату после обещанного дня.
promises-more = { $count ->
    [one] и ещё { $count } обещание
    [few] и ещё { $count } обещания
   *[many] и ещё { $count } обещаний
 }
promise-reminded = напомнили
btn-promise-call = 📞 { $name }
btn-promise-reminded = Напомнил
btn-promise-later = Перенести
msg-promises-over = <b>На завтра обещаний больше нет.</b>
ack-reminded = Записано: напомнили об обещании
note-reminded = Напомнил об обещанной оплате
