# Цены: скидки по правилу, НДС, лимит менеджера, согласование и встречное предложение.

vat-rate = { $rate } %: { $sum }
vat-included = в т. ч. НДС { $rates }
vat-on-top = НДС сверху { $rates }

order-line-rule = {" "}({ $rule })
rule-client = условия клиента
rule-class = класс { $grade }
rule-column = колонка «{ $column }»
rule-quantity = от { $count } { $unit }
rule-amount = заказ от { $sum }
rule-promotion = акция
rule-until = до { $day }
rule-all = по правилу

draft-beyond = ⚠️ Больше вашей скидки { $limit }: { $lines }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
 }.{ $alone ->
    [0] {""}
   *[other] {" "}Решит руководитель.
 }
beyond-line = { $name } — { $percent }
credit-promised = 🤝 Обещали оплату: { $day }
credit-promise-broken = ⚠️ Обещание не сдержано: { $day }

# вопрос руководителю

approval-due = ⏱ Ответ нужен: { $at }{ $who ->
    [none] {""}
   *[other] , ждём: { $who }
 }. { $after ->
    [allow-own-limit] Потом заказ уйдёт со скидкой менеджера.
    [hold] До ответа заказ ждёт.
   *[send-back] Потом заказ вернётся менеджеру.
 }
approval-late = ⏰ <b>{ $after ->
    [hold] Заказ ждёт вашего ответа.
   *[send-back] Время на ответ выходит.
 }</b>
asked-title = <b>Просят скидку больше { $percent }:</b>
asked-line = { $number }. { $name } — { $quantity } по { $price } вместо { $listed }: { $percent }
asked-margin = , маржа { $percent }
offered-line = { $number }. { $name } — { $price }, скидка { $percent } (просили { $asked })
approval-countered = ↩️ Ответит: { $who }
approval-credit-yes = ✓ Отгрузка разрешена{ $who ->
    [none] { "" }
   *[other] : { $who }
 }
approval-credit-prepaid = ✓ Только по предоплате{ $who ->
    [none] { "" }
   *[other] : { $who }
 }
approval-price-yes = ✓ Скидка разрешена: { $who }
approval-price-agreed = ✓ Скидка согласована с менеджером
approval-wants-prepaid = 💳 Отгрузка по предоплате
approval-margin = Маржа заказа { $percent }
approval-margin-some = Маржа { $percent }, по { $costed } из { $lines } { $lines ->
    [one] строки
   *[other] строк
 }
btn-approve-credit = ✅ Разрешить отгрузку
btn-approve-price = ✅ Разрешить скидку
btn-offer = { $percent }
btn-own-offer = ✏️ Своя скидка
ask-offer = Какую скидку дать: от { $least } до { $most }? Напишите «7 %» или по номерам: «1 — 7 %, 2 — 145».
ntf-offer = ↩️ { $who } предлагает другую скидку: <b>{ $client }</b>. Станет { $sum }.{ $again ->
    [yes] {" "}Ждёт вашего ответа.
   *[no] {""}
 }
order-offer = ↩️ { $who } предлагает другую скидку, станет { $sum }:
offer-due = ⏱ Ответить нужно: { $at }. Потом заказ снова черновик.
btn-take-offer = ✅ Принять
btn-drop-offer = ❌ Отказаться
msg-offer-taken = ✅ Принято: <b>{ $client }</b>, { $sum }. { $held ->
    [yes] Осталось решение руководителя об отгрузке.
   *[no] Заказ передан поддержке.
 }
ntf-offer-taken = ✅ { $manager } принимает предложение: <b>{ $client }</b>, { $sum }. Заказ передан поддержке.
msg-offer-dropped = Предложение не принято: <b>{ $client }</b>, { $sum }. Заказ снова черновик.
ntf-offer-dropped = ❌ { $manager } не принимает предложение: <b>{ $client }</b>, { $sum }. Заказ снова черновик.
ntf-sent-back = ❌ { $who } не разрешает { $what ->
    [price] скидку
    [both] отгрузку и скидку
   *[credit] отгрузку
 }: <b>{ $client }</b>, { $sum }. { $what ->
    [price] Черновик цел: передайте с вашей скидкой или измените его.
   *[other] Черновик цел: измените его или договоритесь о предоплате.
 }
ntf-approval-silent = ⏱ Руководитель не успел ответить: <b>{ $client }</b>, { $sum }. { $what ->
    [price] Черновик цел: передайте с вашей скидкой или отправьте ещё раз.
   *[other] Черновик цел: договоритесь о предоплате или отправьте ещё раз.
 }
msg-approval-silent = ⏱ Время вышло: <b>{ $client }</b>, { $sum }. Заказ вернулся менеджеру: { $manager }.
ntf-approval-limited = ⏱ Руководитель не успел ответить: <b>{ $client }</b>. Передан поддержке с вашей скидкой, { $sum }.
msg-approval-limited = ⏱ Время вышло: <b>{ $client }</b>, { $sum }. Заказ ушёл поддержке со скидкой менеджера: { $manager }.
ntf-approval-waits = ⏱ Руководитель ещё не ответил: <b>{ $client }</b>, { $sum }. Заказ ждёт его решения.
ntf-offer-silent = ⏱ Предложение не дождалось ответа: <b>{ $client }</b>, { $sum }. { $what ->
    [price] Черновик цел: передайте с { $percent } или измените.
   *[other] Черновик цел: договоритесь о предоплате или отправьте ещё раз.
 }
msg-offer-silent = ⏱ Предложение осталось без ответа: <b>{ $client }</b>, { $sum }. Заказ вернулся менеджеру: { $manager }.
btn-send-within = 📤 Передать с { $percent }
step-silent = { $at } — время на ответ вышло
step-countered = { $at } — другую скидку предлагает { $who }
step-offer-taken = { $at } — предложение принято
hold-discount = скидка сверх лимита
err-order-asked-again = Заказ с тех пор изменили и отправили заново. Решите по новой карточке.
err-order-own = Свой заказ согласует { $name }.
err-counter-offer = Скидка — от { $least } до { $most } %. Напишите «7 %» или по номерам: «1 — 7 %, 2 — 145».

# правила скидок

btn-discounts = 🏷 Скидки
msg-discounts = 🏷 <b>Скидки по правилу</b>{ $count ->
    [0] : пока нет.
   *[other] {""}
 }
    Сами менеджеры дают до { $limit }, дальше решаете вы.
discount-limit = { $name } — до { $percent }
msg-limit-set = Лимит скидки: { $name } — до { $percent }.
discount-line = { $number }. { $text }
discount-text = { $percent } — { $goods }{ $whom }{ $terms }
discount-every = на всё
discount-several = { $name } и ещё { $count }
discount-whom = {" "}· { $name }
discount-terms = {" "}· { $terms }
discount-promotion = акция «{ $name }»
discount-from = с { $day }
btn-new-discount = Новая скидка
btn-end-discount = ✖️ { $number }
ask-discount = Напишите одной строкой:
    «масло от 50 кор 5 %»
    «Ромашка 3 % на всё до 31.12»
    «молоко −10 % до пятницы»
    «класс A 2 %», «заказ от 100 тыс 4 %»
    «акция Весна: 5 % на масло»
    «лимит Анна 7 %» — сколько менеджер даёт сам
ask-discount-promotion = Какая скидка по акции «{ $name }»? Напишите «5 %» — { $group ->
    [none] на всё
   *[other] на «{ $group }»
 }, «5 % на масло», «масло от 50 кор 7 %». Она кончится вместе с акцией.
promotion-discount = 🏷 { $text }
btn-promotion-discount = 🏷 Скидка
btn-to-promotion = 📣 К акции
msg-discount-check = 🏷 <b>Завести скидку?</b>
    { $text }
discount-check-which = Что имеется в виду? Сейчас — всё найденное.
discount-check-whom = Какой клиент?
btn-discount-add = ✅ Завести
btn-discount-goods = { $name }
btn-discount-group = Группа «{ $name }»
msg-discount-added = 🏷 Скидка действует: { $text }.
msg-discount-sure = Закончить скидку: { $text }?
btn-discount-end = Да, закончить
msg-discount-ended = Скидка закончена: { $text }. Черновики пересчитаются.
btn-discount-back = Вернуть
err-discount-rule = { $field ->
    [percent] Скидка — больше 0 и меньше 100 %. Напишите: «масло от 50 кор 5 %».
    [goods] Товар или клиент «{ $text }» не нашёлся. Напишите иначе.
    [client] Клиент «{ $text }» не нашёлся. Напишите иначе.
    [person] Менеджер «{ $text }» не нашёлся или их несколько. Напишите имя полностью.
    [limit] Больше своей скидки дать нельзя: до { $text } %.
    [promotion] Акция «{ $text }» не нашлась, или их несколько. Название — как в /promotions.
    [over] Эта акция уже закончилась.
    [dates] Эти дни уже прошли. Напишите срок иначе: «до 31.12».
    [many] Правил уже { $text }. Закончите лишние: /team → Скидки.
   *[other] Не разобрал «{ $text }». Напишите: «масло от 50 кор 5 %».
 }
