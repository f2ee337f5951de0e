# План: нормы дня и темп, КП пачкой.

msg-plan = <b>План</b> · { $day }, { $clock }
plan-calls = Звонки: <b>{ $done }</b> из { $norm }
plan-phone = Предложил: <b>{ $done }</b> из { $norm }
plan-email = КП по почте: <b>{ $done }</b> из { $norm }
plan-reached = {" "}· дозвон { $count }
plan-behind = {" "}· по темпу уже { $expected }
plan-left = {" "}· осталось { $left }
plan-norm-done = {" "}· норма есть
plan-orders = Заказы сегодня: <b>{ $today }</b>{ $count ->
    [0] {""}
    [one] {" "}({ $count })
   *[other] {" "}({ $count })
 } · за месяц { $month }{ $monthly ->
    [0] {""}
    [one] {" "}({ $monthly })
   *[other] {" "}({ $monthly })
 }
plan-due = { $count ->
    [one] Сегодня ждём { $count } оплату по обещанию: { $sum }
    [few] Сегодня ждём { $count } оплаты по обещаниям: { $sum }
   *[many] Сегодня ждём { $count } оплат по обещаниям: { $sum }
 }
plan-promises = { $count ->
    [one] Взято { $count } обещание на { $sum }
    [few] Взято { $count } обещания на { $sum }
   *[many] Взято { $count } обещаний на { $sum }
 }
plan-next-call = { $count ->
    [one] Дальше: ещё { $count } звонок по списку.
    [few] Дальше: ещё { $count } звонка по списку.
   *[many] Дальше: ещё { $count } звонков по списку.
 }
plan-list-short = { $waiting ->
    [0] Список пройден
   *[other] Списка не хватит
 }: до нормы ещё { $count ->
    [one] { $count } звонок
    [few] { $count } звонка
   *[many] { $count } звонков
 }. Кого взять — /leads, /clients.
plan-next-send = { $count ->
    [one] Дальше: отправить { $count } обещанное КП.
    [few] Дальше: отправить { $count } обещанных КП.
   *[many] Дальше: отправить { $count } обещанных КП.
 }
plan-next-offer = { $count ->
    [one] Дальше: ещё { $count } КП по почте.
    [few] Дальше: ещё { $count } КП по почте.
   *[many] Дальше: ещё { $count } КП по почте.
 }
plan-next-none = Нормы дня сделаны.
plan-day-off = Сегодня выходной: нормы не считаются.
btn-add-offers-phone = ➕ Предложил
btn-add-offers-email = ➕ КП по почте
btn-undo-offers = ↩️ Убрать { $count }
btn-to-plan = К плану
ask-offers-phone = Предложено по телефону сегодня: { $total } из { $norm }. Сколько добавить? Кнопкой или числом.
ask-offers-email = КП по почте сегодня: { $total } из { $norm }. Сколько добавить? Кнопкой или числом.
msg-offers-added-phone = Предложений добавлено: { $count }. Сегодня { $total } из { $norm }.
msg-offers-added-email = КП добавлено: { $count }. Сегодня { $total } из { $norm }.
ack-offers-undone-phone = Убрано. Предложений сегодня: { $total }
ack-offers-undone-email = Убрано. КП сегодня: { $total }
ntf-behind = <b>{ $clock } · { $done } из { $norm }</b>, по часам было бы { $expected }.
    До { $until } успеть: { $next ->
        [one] ещё { $next } звонок по списку
        [few] { $next } звонка подряд по списку
       *[many] { $next } звонков подряд по списку
    }.
err-offers-count = Не понял «{ $text }». Напишите число от 1 до { $most } или /cancel.

msg-plan-team = <b>План команды</b> · { $day }, { $clock }
plan-team-calls = Звонки: <b>{ $calls }</b>{ $norm ->
    [0] {""}
   *[other] {" "}из { $norm } · по темпу { $expected }
 }
plan-table-legend = Звонки, дозвон, предложения, заказы, тыс. ₽:
plan-column-calls = звон
plan-column-reached = дозв
plan-column-offers = пред
plan-column-orders = зак
plan-column-sum = т.р.
