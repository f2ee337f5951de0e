# Заказ у поддержки продаж: отгрузка, нехватка, изменённые строки, часы, группа.

order-status-picked = собран, № { $number }
order-status-shipped-part = отгружен частично, № { $number }
order-status-shipped = отгружен, № { $number }
order-shipped-sum = Отгружено на { $sum }
order-line-there = {" "}⚠️ есть { $there }
order-line-lacks = {" "}⚠️ нет в наличии
order-line-shipped = {" "}· отгружено { $shipped }

step-short = { $at } — нет товара: { $note }, { $who }
step-changed = { $at } — изменён, { $who }
step-agreed = { $at } — изменения приняты, { $who }
step-picked = { $at } — собран, { $who }
step-shipped-part = { $at } — отгружен частично, { $who }
step-shipped = { $at } — отгружен, { $who }
step-closed = { $at } — закрыт, { $who }
step-refused = { $at } — отказ: { $note }, { $who }
step-undone = { $at } — отменено: { $note }, { $who }
undo-accepted = принят
undo-entered = введён
undo-picked = собран
undo-shipped-part = отгружен частично
undo-shipped = отгружен
undo-closed = закрыт
undo-refused = отказ

btn-pick = Собран
btn-ship = Отгружен
btn-close-order = Закрыть
btn-short = Нет товара
btn-agree-changes = ✏️ Принять изменения
btn-desk-more = Ещё
btn-change-order = Изменить
btn-see-changes = Учесть
btn-ship-part = Отгружен частично
btn-refuse = Отказать
btn-undo-step = Отменить: { $step }
btn-ship-this = Отгрузить это
btn-short-none = Нет совсем
btn-short-some = Есть { $there }
btn-send-changes = Отправить поддержке
btn-cards-home = В личные чаты

msg-desk-more = Заказ { $order }, { $client }. { $any ->
    [yes] Что сделать?
   *[no] Больше с ним ничего не сделать.
 }
desk-line = { $number }. { $name } — { $text }
ask-short-line = Заказ { $order }, <b>{ $client }</b>: какой строки нет?
ask-short-there = { $name }, заказано { $quantity }. Сколько есть? Выберите или напишите: «12», «2 кор».
msg-short = Заказ { $order }: { $name } — { $there ->
    [none] нет в наличии
   *[other] есть { $there }
 }. Менеджер решает: { $manager }.
ask-part = Заказ { $order }, <b>{ $client }</b>: что отгружено? Исправьте строки, где меньше.
part-line = { $left } из { $quantity }
ask-part-line = { $name }, заказано { $quantity }. Сколько отгружено? Напишите: «12», «2 кор», «0».
ask-order-refusal = Заказ { $order }: почему отказ? Выберите или напишите.
refusal-cause-no-goods = Нет товара
refusal-cause-client = Клиент отказался
refusal-cause-unpaid = Не оплачен
refusal-cause-twice = Дубль

change-quantity = • { $name }: было { $before } → { $after }
change-gone = • { $name }: убрано, было { $before }
change-new = • { $name }: добавлено { $after }
change-instead = • { $was } → { $name } { $after }
change-price = , цена { $before } → { $after }
change-same = • { $name }: { $after }
change-discount = , скидка { $before } % → { $after } %
change-why = {" "}({ $why })
changes-by-manager-desk = ✏️ <b>Менеджер изменил заказ. Примите изменения:</b>
changes-by-manager-manager = ✏️ Ваши изменения, поддержка их ещё не приняла:
changes-by-desk-desk = ✏️ Изменено, менеджер ещё не видел:
changes-by-desk-manager = ✏️ <b>Заказ изменили. Скажите клиенту:</b>
ntf-order-changed = ✏️ <b>{ $client }</b>, заказ { $order }. { $who } меняет заказ:
msg-change-order = <b>{ $client }</b>, заказ { $order } — изменить
change-staged = Ещё не отправлено:
ask-change = Выберите строку или напишите: «масло 82,5 12», «сыр 5 кг».
ask-change-line = { $name }, сейчас { $quantity }. Сколько нужно? Выберите или напишите: «12», «2 кор».
msg-changes-sent = Изменения по заказу { $order } у поддержки. Заказ теперь на { $sum }.
msg-changes-seen = Изменения учтены: <b>{ $client }</b>, { $sum }
ack-agreed = Изменения приняты
ack-seen = Учтено
ack-in-private = Продолжение — в личном чате с ботом
err-desk-amount = Не разобрал «{ $text }». Напишите количество: «12», «2 кор». Из прайса — с названием: «сыр 5 кг».
err-order-undo-late = Отменить уже нельзя: прошло больше { $minutes } мин или заказ пошёл дальше.
err-order-shipped-over = Заказано { $ordered }, а вы написали { $shipped }. Проверьте и напишите ещё раз.
err-order-nothing-shipped = Ничего не отгружено. Укажите количество хотя бы в одной строке.
err-order-picked = { $status ->
    [picked] Заказ уже собран. Спросите поддержку.
    [draft] Это снова черновик: меняйте его прямо там.
   *[other] Этот заказ уже не изменить.
 }
err-order-left = Уже отгружено { $shipped }: меньше не сделать.
err-order-credit = { $reason ->
    [stopped] Клиент в стоп-листе, заказ нельзя увеличить.
    [over_limit] Заказ превысит кредитный лимит клиента.
   *[long_overdue] У клиента просрочка, заказ нельзя увеличить.
 } { $taken ->
    [no] Отзовите его в черновик или оформите добавку отдельным заказом: решит руководитель.
   *[yes] Оформите добавку отдельным заказом: решит руководитель.
 }
err-private-shut = Сначала откройте личный чат с ботом: вопрос придёт туда.

ntf-shipped = Отгружен: <b>{ $client }</b>, заказ { $order }, № { $number }, на { $shipped }
ntf-shipped-part = Отгружен частично: <b>{ $client }</b>, заказ { $order }, № { $number }, на { $shipped } из { $sum }. Предупредите клиента.
ntf-refused = ⛔ Отказ поддержки: <b>{ $client }</b>, { $sum }, заказ { $order }. Причина: { $why }. { $cause ->
    [client] Спросите клиента почему.
    [twice] Проверьте, что первый заказ в работе.
   *[other] Скажите клиенту, если он не знает.
 }
ntf-back-at-work = Поддержка вернула заказ в работу: <b>{ $client }</b>, заказ { $order }
ntf-undone = Отменено поддержкой: { $what }. <b>{ $client }</b>, заказ { $order }

queue-standing = { $order }. { $client }, { $sum } — { $status }
queue-entered = <b>К отгрузке</b>
desk-nobody = никто
desk-group = группа
ntf-wait-accept = ⏰ Не принят { $wait }: <b>{ $client }</b>, { $sum }, заказ { $order }, { $manager }
ntf-wait-enter = ⏰ Принят и не введён { $wait }: <b>{ $client }</b>, { $sum }, заказ { $order }
ntf-wait-answer = ⏰ Поддержка ждёт ответа { $wait }: <b>{ $client }</b>, заказ { $order }. Вопрос: { $question }
ntf-late-accept = ⏰ Поддержка не принимает заказ уже { $wait }: <b>{ $client }</b>, { $sum }, заказ { $order }, { $manager }. Поторопите её.
ntf-late-enter = ⏰ { $who }: принят и не введён { $wait }. <b>{ $client }</b>, { $sum }, заказ { $order }. Уточните в поддержке.
ntf-late-answer = ⏰ { $manager } не отвечает поддержке { $wait }: <b>{ $client }</b>, заказ { $order }. Вопрос: { $question }

msg-desk-here = Карточки заказов теперь приходят сюда.
msg-desk-here-already = Карточки заказов уже приходят сюда.
msg-desk-private = Карточки заказов приходят поддержке в личные чаты. Чтобы перенести их в группу или тему, напишите там /desk.
msg-desk-group = Карточки заказов приходят в группу: { $title }.
ntf-desk-moved = { $who }: карточки заказов теперь приходят в группу «{ $title }». Не так — верните.
ntf-desk-home = { $who }: карточки заказов снова приходят в личные чаты.
ntf-desk-shut = Бот больше не в группе поддержки. Карточки заказов снова приходят в личные чаты. Откройте очередь: /orders.
