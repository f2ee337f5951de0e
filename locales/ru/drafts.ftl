# Строка словами: черновик, его вопросы, записанное и отменённое.

# состояние: первая строка карточки

captured-of = { $state ->
    [saved] ✅ <b>Записано: { $client }</b>
   *[open] ✏️ <b>Черновик: { $client }</b>
 }
captured-of-last = { $state ->
    [saved] ✅ <b>Записано: { $client }</b> (последний клиент)
   *[open] ✏️ <b>Черновик: { $client }</b> (последний клиент)
 }
captured-of-many = { $state ->
    [saved] ✅ <b>Записано: { $count ->
        [one] { $count } клиент
        [few] { $count } клиента
       *[many] { $count } клиентов
    }</b>
   *[open] ✏️ <b>Черновик: { $count ->
        [one] { $count } клиент
        [few] { $count } клиента
       *[many] { $count } клиентов
    }</b>
 }
captured-of-somebody = ✏️ <b>Черновик: какой клиент?</b>
captured-of-nobody = { $state ->
    [saved] ✅ <b>Записано</b>
   *[open] ✏️ <b>Черновик</b>
 }
captured-nothing-left = Все строки убраны. Верните нужную: «Исправить».
captured-undo-until = Отменить можно до { $clock }.
captured-handed = 🧾 Заказ { $order } передан поддержке: { $sum }.
captured-held = 📨 Заказ { $order } на согласовании у руководителя: { $sum }. Причина: { $reasons }.
captured-kept = ⚠️ { $client }: заказ ещё не передан. Откройте его: { $why }.
captured-kept-checks = есть вопросы о товаре
captured-kept-step = количество не по упаковке
captured-kept-stock = на складе меньше
captured-left = 🧾 { $client }: в черновике, как и было, { $lines ->
    [0] вопросы
    [one] { $lines } строка на { $sum }
    [few] { $lines } строки на { $sum }
   *[many] { $lines } строк на { $sum }
 }.
btn-to-order = К заказу
btn-left-draft = К черновику
captured-dropped = ✖ <b>Не записано</b>
captured-undone = ↩ <b>Отменено: ничего не записано</b>

# строки

captured-last = { $client } (последний клиент)
captured-client-doubt = «{ $query }» ❓
captured-client-unsaid = кто? ❓
captured-more = …и ещё { $count }
captured-unread = Не понял: «{ $text }»

captured-call = Звонок: { $outcome }
captured-call-with = Звонок, { $person }: { $outcome }
captured-reason = {" "}({ $reason })
captured-words = {" "}— «{ $text }»
captured-order = Заказ:
captured-order-many = Заказ, { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
 }
captured-repeat = Заказ как в прошлый раз
captured-delivery = , доставка { $day }
captured-goods = { $name } — { $quantity }
captured-goods-doubt = «{ $name }» ❓ — { $quantity }
captured-name-doubt = «{ $name }» ❓
captured-quantity-doubt = сколько ❓
captured-price = {" "}по { $price }
captured-listed = {" "}по { $price } за { $unit } (прайс)
captured-discount = , скидка { $discount } %
captured-next = { $kind ->
    [visit] Заехать
    [meeting] Встреча
   *[call] Позвонить
 } { $day }
captured-next-at = { $kind ->
    [visit] Заехать
    [meeting] Встреча
   *[call] Позвонить
 } { $day } в { $clock }
captured-promise = Обещали оплатить до { $day }
captured-promise-sum = Обещали { $sum } до { $day }
captured-payment = Оплатили, со слов клиента
captured-payment-sum = Оплатили { $sum }, со слов клиента
captured-quiet = Не напоминаю до { $day } или до нового файла
captured-on-day = {" "}({ $day })
captured-birthday = День рождения: { $name } — { $day }
captured-birthday-year = {" "}{ $year } года
captured-person = Новый контакт: { $name }
captured-new-client = Новый клиент: { $name }
captured-claim = Претензия: { $kind }
captured-competitor = Конкурент { $name }
captured-cheaper = на { $percent } % дешевле
captured-dearer = на { $percent } % дороже
captured-shortage = Запрос логистам: { $goods }
captured-offers = { $channel ->
    [phone] { $count ->
        [one] Предложено по телефону: { $count } раз
        [few] Предложено по телефону: { $count } раза
       *[many] Предложено по телефону: { $count } раз
     }
   *[email] Отправлено КП: { $count }
 }
captured-note = Заметка: { $text }

# вопросы

ask-captured-client = ❓ «{ $text }» — какой клиент?
ask-captured-client-none = ❓ «{ $text }» среди ваших клиентов нет. Напишите название иначе или уберите строку.
ask-captured-client-unsaid = ❓ Клиент не назван. Кто это? Напишите название.
ask-captured-product = ❓ «{ $text }» — какой товар?
ask-captured-product-none = ❓ «{ $text }» в прайсе нет. Напишите товар иначе или уберите строку.
ask-captured-quantity = ❓ { $name } — сколько { $unit }? Выберите или напишите: «20», «5 кор».
ask-captured-quantity-any = ❓ { $name } — сколько? Напишите: «20», «5 кор».
ask-captured-basis = ❓ { $name }: { $price } — цена за упаковку или за { $unit }?
ask-captured-due = ❓ Когда оплатят? Кнопкой или словами: «в пт», «120 тыс 5 декабря».
ask-captured-day = ❓ Когда? Кнопкой или словами: «завтра», «чт в 15».
ask-captured-reason = ❓ Почему отказ?
ask-captured-claim_kind = ❓ Что за претензия?
ask-captured-wanted = ❓ { $name }: клиент заказал или у нас нет?
wanted-order = 🧾 Заказал
wanted-lack = 📦 У нас нет
ask-captured-name-client = { $text ->
    [none] Кто это? Напишите название клиента или его часть.
   *[other] «{ $text }» — кто это? Напишите название клиента или его часть.
 }
ask-captured-name-product = «{ $text }» — что это? Напишите товар, как в прайсе, или его код.
captured-edit = ✏️ <b>Исправить</b>. ✏️ — написать строку иначе, ✖ — убрать.
ask-captured-correct = Напишите, как должно быть. Например: { $kind ->
    [call] «не ответил», «думает до четверга».
    [order] «масло 82,5 25 кор по 145» или день доставки: «в пятницу».
    [line] «25 кор», «по 145», «скидка 5 %».
    [repeat] день доставки: «в пятницу».
    [next] «чт в 15».
    [promise] «120 тыс в пятницу».
    [payment] «80 тыс вчера».
    [birthday] «12 марта».
    [person] «Ольга, закупщик, 8 916 123-45-67».
    [new-client] «Лютик 8 916 123-45-67».
    [claim] «брак, масло 82,5 2 кор».
    [competitor] «опт-сервис гречка 68».
    [shortage] «масло 82,5 20 кор».
    [offers] «12 КП».
   *[note] «просят счёт до обеда».
 }
msg-captured-whom = «{ $text }» — о ком речь?
msg-captured-nobody = Не нашлось: «{ $text }». Напишите название, телефон или ИНН иначе.

# что брали

msg-last-orders = { $count ->
    [0] 🧾 <b>{ $client }</b>: заказов в боте ещё не было.
    [one] 🧾 <b>{ $client }</b>: последний заказ
   *[other] 🧾 <b>{ $client }</b>: последние заказы
 }
last-order = <b>{ $day }</b> — { $sum }

# кнопки

btn-captured-save = Сохранить
btn-captured-edit = Исправить
btn-captured-other = Другой…
btn-captured-undo = Отменить
btn-captured-copy = Скопировать текст
btn-captured-fix = ✏️ { $number }. { $what }
btn-captured-strike = ✖ { $number }
btn-captured-unstrike = ↩ { $number }
ack-captured-saved = Уже записано
btn-captured-to-draft = ‹ К черновику
btn-captured-dispute = Спор по долгу
btn-captured-dispute-of = Спор по долгу: { $client }
btn-captured-order = Заказ: { $client }
captured-kind = { $kind ->
    [call] Звонок
    [order] Заказ
    [repeat] Заказ
    [next] Дальше
    [promise] Обещание
    [payment] Оплата
    [birthday] День рождения
    [person] Контакт
    [new-client] Новый клиент
    [claim] Претензия
    [competitor] Конкурент
    [shortage] Логистам
    [offers] КП
   *[note] Заметка
 }

# отказы

err-draft-unclear = Не понял «{ $text }». Напишите иначе: черновик цел.
err-draft-doubt = { $field ->
    [client] Сначала выберите клиента. Черновик на месте.
    [product] Сначала выберите товар: «{ $query }».
    [quantity] Сначала напишите, сколько: «{ $query }».
   *[other] Сначала ответьте на вопрос под черновиком.
 }
err-draft-closed = { $state ->
    [saved] Это уже записано и не меняется. «Отменить» — под записанным.
    [undone] Это отменено, в нём ничего не записано. «Повторить» прочтёт текст ещё раз.
   *[dropped] Этот черновик отменён. «Повторить» прочтёт текст ещё раз.
 }
err-draft-old = Черновик от { $day }: дни в нём были по тому дню. Напишите строку ещё раз.
err-draft-empty = Записывать нечего: все строки убраны. Верните нужную: «Исправить».
err-draft-undo-over = Десять минут прошли: записанное осталось. Исправьте его в карточке клиента.
err-draft-changed = { $what ->
    [order] Отменить нельзя: заказ { $number } уже взяли в работу ({ $name }). Всё осталось записанным.
    [client] Отменить нельзя: { $client } с тех пор изменён ({ $name }). Всё осталось записанным.
   *[other] Отменить нельзя: записанное с тех пор изменилось. Всё осталось как есть.
 }
err-order-moved = Клиента теперь ведёт { $name }: этот черновик закрыт.
err-order-which-line = К какой строке «{ $text }»? Нажмите ✏️ с её номером или напишите с товаром: «масло 20».
