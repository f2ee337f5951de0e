# Заказ: черновик, согласование, поддержка продаж, ответы.

unit-pcs = { $count ->
   *[other] шт
 }
unit-box = { $count ->
   *[other] кор
 }
unit-pack = уп
unit-bag = { $count ->
   *[other] меш
 }
unit-pallet = { $count ->
   *[other] пал
 }
unit-roll = { $count ->
   *[other] рул
 }
unit-set = { $count ->
   *[other] компл
 }
unit-kg = кг
unit-g = г
unit-t = т
unit-l = л
unit-ml = мл
unit-m = м
unit-m2 = м²
unit-m3 = м³
price-none = без цены
price-column-none = без названия
shelf-none = Без группы

# выбор клиента

msg-order-start = <b>Новый заказ</b>{ $drafts ->
    [0] {""}
    [one] . Открыт { $drafts } черновик
    [few] . Открыто { $drafts } черновика
   *[many] . Открыто { $drafts } черновиков
 }
    Выберите клиента или напишите часть названия.
msg-order-client = { $count ->
    [0] По «{ $text }» никого нет. Напишите название, ИНН или телефон иначе.
    [one] Нашёлся { $count } клиент. Заказ для него?
    [few] Нашлось { $count } клиента. Для кого заказ?
   *[many] Нашлось { $count } клиентов. Для кого заказ?
 }
btn-draft = ✏️ { $client } · { $sum ->
    [none] пусто
   *[other] { $sum }
 } · { $age }
draft-today = сегодня
draft-yesterday = вчера
btn-all-drafts = Все черновики ({ $count })
btn-drafts = Черновики
msg-drafts = { $count ->
    [0] Черновиков нет.
   *[other] <b>Черновики</b>, новые сверху
 }
btn-my-orders = Переданные заказы
btn-new-order = Новый заказ
btn-other-client = Другой клиент

# черновик

msg-draft = 🧾 <b>{ $client }</b> — черновик заказа
draft-carried = В черновике { $age ->
    [today] уже есть
    [yesterday] со вчера
   *[earlier] с { $day }
 }: { $lines ->
    [0] вопросы
    [one] { $lines } строка на { $sum }
    [few] { $lines } строки на { $sum }
   *[many] { $lines } строк на { $sum }
 }.
draft-empty = Пока пусто. Напишите строки через запятую: «масло 82,5 20 кор по 150, молоко 3,2 10».
draft-fallback = Цены не из колонки клиента «{ $column }», а из «{ $other }»: в ней цены нет.
draft-no-column = Колонка цен у клиента не указана, взята «{ $other }».
order-line = { $number }. { $name } — { $quantity } × { $price } = { $sum }
order-line-discount = { $number }. { $name } — { $quantity } × { $price } − { $discount } % = { $sum }
order-line-unpriced = { $number }. { $name } — { $quantity }, цены нет
order-line-list = {" "}(по прайсу { $price })
order-line-comment = {" "}<i>({ $text })</i>
order-line-gone = {" "}— <b>снят с прайса</b>
order-packs = { $quantity } ({ $packs })
order-total = <b>Итого: { $sum }</b>, { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
 }
order-discount = Скидка: { $sum }
order-unpriced = Без цены: { $count ->
    [one] { $count } строка. Её цену назовёт поддержка.
    [few] { $count } строки. Их цены назовёт поддержка.
   *[many] { $count } строк. Их цены назовёт поддержка.
 }
order-comment = Комментарий: { $text }

note-set = ✓ { $name }: { $after }
note-changed = ✓ { $name }: было { $before }, стало { $after }
note-removed = Убрано: { $name }
note-usual = { $count ->
    [0] Обычное уже в заказе
    [one] ✓ Обычная корзина: { $count } строка
    [few] ✓ Обычная корзина: { $count } строки
   *[many] ✓ Обычная корзина: { $count } строк
 }
note-gone = Снято с прайса, не добавлено: { $name }

doubt-which = ❓ «{ $text }» — какой товар?
doubt-quantity = ❓ «{ $text }»: { $name } — сколько { $unit }? Выберите или напишите число.
doubt-basis = ❓ «{ $text }»: { $price } — цена за упаковку или за { $unit }?
doubt-unknown = ❓ «{ $text }» не нашлось. Напишите иначе, выберите из каталога или нажмите «В комментарий».
doubt-more = { $count ->
    [one] И ещё { $count } вопрос.
    [few] И ещё { $count } вопроса.
   *[many] И ещё { $count } вопросов.
 }
btn-doubt-skip = Убрать строку
btn-doubt-comment = В комментарий
btn-basis-unit = за { $unit }
btn-basis-pack = за упаковку

credit-stopped = ⛔ Клиент в стоп-листе
credit-over-limit = ⛔ Долг с этим заказом { $debt }, лимит { $limit }: больше на { $over }
credit-long-overdue = ⛔ Просрочено { $sum }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
credit-excepted = ⚠️ Просрочено { $sum }, отгрузка разрешена до { $day }
credit-overdue = ⚠️ Просрочено { $sum }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
credit-near-limit = ⚠️ Долг с этим заказом { $debt } из лимита { $limit }
credit-hold-both = Заказ пойдёт руководителю: отгрузка и скидка.
credit-hold = Заказ пойдёт на согласование руководителю. По предоплате — сразу поддержке.
hold-stopped = стоп-лист
hold-over-limit = сверх лимита
hold-long-overdue = долгая просрочка
hold-excepted = отгрузка с отсрочкой
hold-overdue = просрочка
hold-near-limit = лимит почти выбран

btn-lacking = ⚠️ Нет: { $count ->
    [one] { $count } товар
    [few] { $count } товара
   *[many] { $count } товаров
 }
msg-lacking = <b>{ $client }</b>: { $count ->
    [0] всё есть на складе.
    [one] на складе не хватает { $count } товара. Выберите его.
   *[many] на складе не хватает { $count } товаров. Выберите, с какого начать.
 }
btn-line = ✏️ { $number }
btn-lines-before = ‹ Раньше
btn-lines-after = Дальше ›
btn-catalogue = Из каталога
btn-like-last = Как в прошлый раз
btn-delivery = Доставка
btn-comment = Комментарий
btn-hand-over = ✅ Передать
btn-to-lead = 📨 На согласование
btn-usual = Обычная корзина
btn-draft-more = Ещё
btn-another-draft = Отдельный черновик
btn-line-comment = Комментарий
msg-draft-more = 🧾 <b>{ $client }</b>{ $drafts ->
    [0] { "" }
    [1] { "" }
    [few] : у клиента { $drafts } черновика
   *[many] : у клиента { $drafts } черновиков
 }
    Фото или файл для поддержки пришлите прямо сюда.
draft-step = ⚠️ { $name }: { $rule ->
    [both] от { $least }, кратно { $multiple }
    [least] от { $least }
   *[multiple] кратно { $multiple }
 }. Сейчас { $now }.
btn-drop-draft = Удалить черновик
btn-prepay = 💳 Предоплата
btn-to-draft = ‹ К заказу

msg-drop-draft = Удалить черновик: <b>{ $client }</b>? { $count ->
    [0] Он пуст.
    [one] В нём { $count } строка.
    [few] В нём { $count } строки.
   *[many] В нём { $count } строк.
 }
btn-drop-yes = Да, удалить
msg-dropped = Черновик удалён: { $client }

# каталог и строка

msg-catalogue = { $favourites ->
    [0] <b>Каталог</b>. Выберите группу.
   *[other] <b>Каталог</b>. Сверху — то, что клиент берёт чаще; ниже — группы.
 }
    Напишите «масло», чтобы найти, или сразу «масло 5».
msg-catalogue-empty = Каталог пуст. Прайс загружают файлом: /import.
msg-shelf = <b>{ $group }</b>
btn-goods = { $name } · { $price }
btn-goods-taken = ✓ { $name } · { $quantity }
msg-goods-found = { $count ->
    [0] По «{ $text }» ничего нет. Напишите иначе или выберите группу.
    [one] «{ $text }»: { $count } товар. Нажмите его.
    [few] «{ $text }»: { $count } товара. Нажмите нужный.
   *[many] «{ $text }»: { $count } товаров. Нажмите нужный.
 }
btn-shelves = ‹ Группы
btn-shelf-back = ‹ К группе
msg-goods = <b>{ $name }</b>
    { $price } за { $unit }
goods-pack = 1 { $unit } — { $quantity }
goods-stock = Остаток { $quantity }
ask-quantity = Сколько? Выберите или напишите: «30», «2 кор», «30 по 150».
ask-line-comment = Что передать поддержке об этой строке? Напишите, до 200 знаков.
ask-line = Измените кнопками или напишите: «30», «2 кор», «по 150», «скидка 5 %».
btn-remove-line = Убрать строку

ask-delivery = Когда доставить? Выберите или напишите: «в пятницу», «28.11».
btn-no-delivery = Пока не знаю
ask-comment = Напишите комментарий для поддержки: до 500 знаков.
ask-comment-instead = Сейчас: { $text }
    Напишите новый комментарий: до 500 знаков.

# передан

msg-handed-over = ✅ Передан: <b>{ $client }</b>, { $sum }. Заказ { $order }.
    { $supports ->
        [0] Поддержки продаж в боте пока нет. Заказ ждёт, руководитель его видит.
       *[other] Ответ поддержки придёт сюда.
    }
msg-held = 📨 На согласовании: <b>{ $client }</b>, { $sum }. Заказ { $order }.
    Причина: { $reasons }. Ответ руководителя придёт сюда.
msg-prepaid = 💳 Передан по предоплате: <b>{ $client }</b>, { $sum }. Заказ { $order }.
    { $supports ->
        [0] Поддержки продаж в боте пока нет. Заказ ждёт, руководитель его видит.
       *[other] Отгрузят после оплаты. Отправьте клиенту:
    }
    «{ $text }»
text-prepay = Заказ { $order } принят. К оплате { $sum }. Отгрузим сразу после поступления денег.
btn-copy-prepay = Текст клиенту
order-prepaid = 💳 <b>ПРЕДОПЛАТА: отгружать после оплаты { $sum }</b>
order-paid = 💳 Предоплата { $sum } получена: { $day }. Можно отгружать
ntf-prepaid = 💳 Предоплата получена: <b>{ $client }</b>, { $sum }, заказ { $order }. { $full ->
    [yes] Можно отгружать.
   *[no] Поддержка знает, отгрузка открыта.
 }
ntf-unpaid = ⚠️ Предоплата отозвана: <b>{ $client }</b>, { $sum }, заказ { $order }. { $full ->
    [yes] Не отгружайте до оплаты.
   *[no] Выписку отменили, отгрузка ждёт оплаты.
 }
ntf-outgrown = ⚠️ Заказ вырос, предоплаты не хватает: <b>{ $client }</b>, заказ { $order }, теперь { $sum }. { $full ->
    [yes] Не отгружайте до доплаты.
   *[no] Попросите клиента доплатить: отгрузка ждёт.
 }
err-order-no-sum = Сумма неизвестна: в заказе нет цен. Отправьте его на согласование.
msg-withdrawn = Отозван: <b>{ $client }</b>, { $sum }. Это снова черновик.
msg-order-withdrawn = Отозван менеджером: { $client }, заказ { $order }. Вводить не нужно.
btn-open-order = Открыть заказ
btn-withdraw = Отозвать
btn-repeat = Повторить
btn-order-file = Файл
btn-order-client = Клиент
btn-orders = К заказам
ack-order-file = Бланк придёт файлом

msg-order = 🧾 <b>{ $client }</b>, заказ { $order } — { $status }
order-status-draft = черновик
order-status-on-approval = на согласовании
order-status-handed-over = передан
order-status-accepted = принят
order-status-accepted-by = принят, { $who }
order-status-entered = введён № { $number }
order-status-question = есть вопрос
order-status-closed = закрыт
order-status-refused = отказ
order-buyer = { $legal }
order-tax = ИНН { $tax }
order-manager = Менеджер: { $name }
order-hold = Нужно согласование: { $reasons }
order-hold-approved = { $what ->
    [price] Скидка разрешена
    [both] Отгрузка и скидка разрешены
   *[credit] Отгрузка разрешена
 }: { $who }{ $reasons ->
    [none] {""}
   *[other] {" "}({ $reasons })
 }
order-hold-agreed = Скидка согласована: { $who }
order-question = ❓ { $who }: { $text }
order-answer = ↳ { $who }: { $text }
step-held = { $at } — на согласовании
step-approved = { $at } — разрешён, { $who }
step-prepaid = { $at } — по предоплате, { $who }
step-declined = { $at } — отклонён, { $who }
step-handed-over = { $at } — передан
step-accepted = { $at } — принят, { $who }
step-entered = { $at } — введён № { $note }, { $who }
step-withdrawn = { $at } — отозван

msg-my-orders = { $count ->
    [0] За две недели переданных заказов нет.
    [one] <b>{ $count } заказ</b> за две недели
    [few] <b>{ $count } заказа</b> за две недели
   *[many] <b>{ $count } заказов</b> за две недели
 }
my-order = { $day } { $client }, { $sum } — { $status }
my-order-team = { $day } { $client }, { $sum } — { $status } ({ $who })
btn-order-row = { $order } · { $client }

# руководитель

msg-approval = 📨 <b>{ $client }</b>, { $sum } — { $what ->
    [countered] предложена другая скидка
    [price] разрешить скидку?
    [both] разрешить отгрузку и скидку?
   *[credit] разрешить отгрузку?
 }
    Менеджер: { $manager }
approval-client = Класс { $grade }, колонка цен: { $column }
approval-more = … и ещё { $count }
approval-stopped = В стоп-листе: { $day }{ $why ->
    [none] { "" }
   *[other] , причина: { $why }
 }
approval-overdue = Просрочено { $sum }
approval-debt = Долг с этим заказом { $debt }{ $limit ->
    [none] , лимита нет
   *[other] , лимит { $limit }
 }
approval-turnover = Заказы за 90 дней: { $sum }
btn-prepaid-only = 💳 По предоплате
msg-prepaid-only = 💳 Только предоплата: <b>{ $client }</b>, { $sum }. Решение: { $who }. Заказ передан поддержке: отгрузка после оплаты.
ntf-prepaid-only = 💳 { $who } разрешает только по предоплате: <b>{ $client }</b>, { $sum }. { $supports ->
    [0] Поддержки продаж в боте пока нет, заказ ждёт.
   *[other] Заказ у поддержки, отгрузка после оплаты. Текст для клиента — в заказе.
 }
btn-decide = Решить
btn-approve = ✅ Разрешить
btn-decline = ❌ Отклонить
msg-approved = ✅ Разрешено: <b>{ $client }</b>, { $sum }. Решение: { $who }. Заказ передан поддержке.
msg-declined = ❌ Отклонено: <b>{ $client }</b>, { $sum }. Решение: { $who }. Заказ вернулся менеджеру: { $manager }.
ntf-approved = ✅ { $who } разрешает { $what ->
    [price] скидку
    [both] отгрузку и скидку
   *[credit] отгрузку
 }: <b>{ $client }</b>, { $sum }. { $supports ->
    [0] Поддержки продаж в боте пока нет, заказ ждёт.
   *[other] Заказ передан поддержке.
 }
ntf-no-support = Заказ ждёт: <b>{ $client }</b>, { $sum }, менеджер { $manager }. Поддержки продаж в боте нет — пригласите: /team.

# поддержка продаж

msg-queue = { $count ->
    [0] { $taken ->
        [0] Заказов в работе нет. Новые придут сюда карточками.
       *[other] Новых заказов нет.
     }
    [one] <b>Ждёт { $count } заказ</b>
    [few] <b>Ждут { $count } заказа</b>
   *[many] <b>Ждут { $count } заказов</b>
 }
queue-taken = <b>Приняты, не введены</b>
queue-line = { $order }. { $client }, { $sum }, { $who } — ждёт { $wait }
queue-question = { $order }. { $client }, { $sum }, { $who } — вопрос менеджеру, ждёт { $wait }
wait-minutes = { $count ->
    [0] меньше минуты
   *[other] { $count } мин
 }
wait-hours = { $count } ч
wait-days = { $count } дн.
btn-accept = Принял
btn-entered = Введён №
btn-fix-number = Исправить №
btn-ask-manager = Вопрос
btn-reply = Ответить
ask-order-number = Заказ { $order }: какой номер в учётной системе? Напишите, до 40 знаков.
ask-order-number-instead = Заказ { $order }: сейчас № { $was }. Напишите верный номер, до 40 знаков.
ask-order-question = Заказ { $order }: что спросить у менеджера? Напишите одним сообщением.
ask-order-answer = Заказ { $order }, вопрос: { $text }
    Напишите ответ одним сообщением.
msg-entered = Заказ { $order } введён № { $number }. Менеджер знает.
msg-asked = Вопрос по заказу { $order } у менеджера: { $manager }. Ответ придёт сюда.
msg-answered = Ответ по заказу { $order } отправлен: { $who }.
ntf-entered = Введён № { $number }: <b>{ $client }</b>, { $sum }
ntf-number-fixed = Номер исправлен: <b>{ $client }</b>, { $sum } — введён № { $number } вместо { $was }
ntf-question = ❓ <b>{ $client }</b>, заказ { $order }. Спрашивает { $who }:
    { $text }
ntf-answer = ↳ <b>{ $client }</b>, заказ { $order }. Отвечает { $who }:
    { $text }
    Вопрос был: { $asked }

# бланк заказа

form-title = Заказ
form-number = №
form-date = Дата
form-client = Клиент
form-legal-name = Юрлицо
form-tax-number = ИНН
form-delivery-date = Доставка
form-address = Адрес
form-manager = Менеджер
form-comment = Комментарий
form-position = №
form-code = Код
form-name = Товар
form-quantity = Кол-во
form-unit = Ед.
form-price = Цена
form-discount = Скидка
form-sum = Сумма
form-total = Итого
order-file-name = Заказ { $number }

# отказы

err-order-empty = В заказе нет строк. Напишите хотя бы одну.
err-order-doubt = Сначала ответьте про «{ $text }»: выберите товар или уберите строку.
err-order-gone = «{ $name }» снят с прайса. Уберите строку и передайте заказ.
err-order-sent = Заказ уже ушёл из черновиков. Переданные: /orders.
err-order-taken = Уже принят: { $name }.
err-order-entered = Уже введён № { $number }, { $name }.
err-order-decided = { $status ->
    [draft] Заказ уже вернулся менеджеру{ $name ->
        [none] .
       *[other] : { $name }.
    }
   *[other] Уже решено{ $name ->
        [none] .
       *[other] : { $name }.
    }
 }
err-order-no-lead = Разрешить некому: руководителя в боте нет. Заказ остался в черновиках.
err-order-answered = На этот вопрос уже ответили.
err-order-text = Нужен текст: от 1 до { $most } знаков. Напишите ещё раз.
err-order-amount = Не разобрал «{ $text }». Напишите «30», «2 кор», «по 150» или «скидка 5 %».
err-order-delivery = «{ $text }» — не день доставки. Напишите день не раньше сегодняшнего: «завтра», «28.11».
err-order-no-last = Прошлых заказов этого клиента в боте нет. Напишите строки или откройте каталог.
err-order-transition = { $status ->
    [draft] Заказ сейчас у менеджера: он отозван.
    [accepted] Заказ уже в работе у поддержки. Спросите там.
    [entered] Заказ уже введён.
   *[other] С этим заказом так уже не сделать. Откройте его заново.
 }
err-order-line-invalid = { $field ->
    [quantity] Количество — от 0,001 до 1 000 000. Напишите ещё раз.
    [price] Цена не бывает меньше нуля. Напишите ещё раз.
   *[other] Скидка — от 0 до 100 %. Напишите ещё раз.
 }
