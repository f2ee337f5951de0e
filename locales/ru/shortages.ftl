# Нет в наличии: решение менеджера, запросы логистам, упущенный спрос.

reason-arrived = пришло: { $name }
order-line-short = {" "}— ⚠️ нет { $missing } из { $whole }
btn-lack-lines = ⚠️ Нет: { $name }

# все строки одного заказа

msg-lacks = 📦 <b>{ $client }</b>, заказ { $order }. Нет в наличии: { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
 }
lack-line = • { $goods }

# один клиент, один товар

lack-goods = { $name }, { $quantity }
msg-shortage = 📦 <b>Нет в наличии: { $goods }</b>
lack-whose = { $client ->
    [none] Клиент не назван.
   *[other] { $order ->
        [0] Клиент: { $client }
       *[other] Клиент: { $client }, заказ { $order }
     }
 }
lack-open = Решите, что предложить клиенту.
lack-asked = { $alone ->
    [yes] Логистов в боте нет: узнайте срок и назовите его.
   *[other] Спросили логистов, ответ придёт сюда.
 }
lack-waiting = Клиент ждёт до { $day }. Придёт товар — клиент вернётся в обзвон.
lack-arrived = Товар пришёл. Позвоните клиенту.
lack-ordered = Товар пришёл и заказан.
lack-replaced = Взяли аналог: { $goods }{ $same ->
    [yes] {""}
   *[no] . Единица другая: проверьте количество.
 }
lack-taken = { $order ->
    [0] Из заказа убрано { $quantity }.
   *[other] Убрано { $quantity } из заказа { $order }, поддержка знает.
 }
lack-dropped = { $never ->
    [yes] Логисты: не будет. Записано как упущенный спрос, { $sum }.
   *[other] Клиент обойдётся. Записано как упущенный спрос, { $sum }.
 }
lack-stock = Есть { $quantity }, они остаются в заказе.
lack-arrives = { $quantity ->
    [none] В пути: { $day }
   *[other] В пути: { $day }, { $quantity }
 }
lack-analogues = Заменить товар одним нажатием:
lack-analogues-named = Логисты предлагают первый из этих:
lack-wish = • { $client ->
    [none] без клиента
   *[other] { $client }
 }{ $quantity ->
    [none] {""}
   *[other] {" "}— { $quantity }
 }{ $manager ->
    [none] {""}
   *[other] {" "}({ $manager })
 }
lack-card = 📦 <b>Пришло: { $goods }</b>{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
 }
btn-lack-wait = Ждать до { $day }
btn-lack-analogue = { $name } · { $price }
btn-lack-taken = ★ { $name } · { $price }
btn-lack-else = Другой товар
btn-lack-term = Назвать срок
btn-lack-others = { $count ->
    [one] Ещё { $count } строка без товара
    [few] Ещё { $count } строки без товара
   *[many] Ещё { $count } строк без товара
 }
btn-lack-ask = Спросить логистов
btn-lack-drop = Клиент обойдётся
btn-lack-refused = Уже не нужно
btn-lack-order = 🧾 В заказ
btn-lack-list = Ждут товара

# что узнал менеджер

ntf-lack-promised = 📦 <b>Привезут { $day }: { $product }</b>{ $quantity ->
    [none] {""}
   *[other] , { $quantity }
 }
    Ответ: { $who }. Ждут:
ntf-lack-analogue = 📦 <b>Нет: { $product }</b>
    { $who } предлагает { $analogue }. Ждут:
ntf-lack-never = 📦 <b>Не будет: { $product }</b>
    Ответ: { $who }. Ждали:
ntf-lack-arrived = 📦 <b>Пришло: { $product }</b>{ $quantity ->
    [none] {""}
   *[other] , { $quantity }
 }
    Ждали:
ntf-lack-late = 📦 <b>Не пришло: { $product }</b>
    Обещали { $day }.{ $alone ->
    [yes] {""}
   *[no] {" "}Логистов спросили.
 } Ждут:
ntf-lack-question = ❓ <b>{ $product }</b>{ $client ->
    [none] {""}
   *[other] , { $client }
 }
    { $who }: { $text }
lack-next = { $what ->
    [promised] Скажите клиенту срок: согласен ждать?
    [analogue] Предложите клиенту и возьмите в заказ.
    [never] Предложите аналог, пока клиент не ушёл.
    [arrived] Клиенты стоят в обзвоне, строка готова.
   *[late] Предупредите клиента или предложите аналог.
 }
lack-apart = Это новый черновик: другие заказы клиента прежние.
note-arrived = ✓ Пришло, строка в черновике: { $name }, { $after }
note-arrived-apart = ✓ Пришло, строка в новом черновике: { $name }, { $after }
btn-lack-put = 🧾 { $name } { $quantity }
btn-lack-take = Взять: { $name }
btn-lack-other = Другое
btn-lack-decide = { $name }: решить
msg-lack-found = { $count ->
    [0] По «{ $text }» ничего нет. Напишите иначе.
   *[other] Что поставить в заказ?
 }
ask-lack-reply = <b>{ $product }</b>
    { $text }
    Напишите ответ.
msg-lack-replied = Ответ ушёл: { $who }

msg-lack-own = { $count ->
    [0] Никто не ждёт товара.{ $own ->
        [yes] {" "}Если товара нет, нажмите «⚠️ Нет» в черновике.
       *[no] {""}
     }
    [one] <b>Ждёт товара { $count } клиент</b>
    [few] <b>Ждут товара { $count } клиента</b>
   *[many] <b>Ждут товара { $count } клиентов</b>
 }
lack-own = • { $client ->
    [none] { $goods }
   *[other] { $client } — { $goods }
 }{ $manager ->
    [none] { "" }
   *[other] { " " }({ $manager })
 }: { $state ->
    [open] решить
    [asked] спросили логистов
    [alone] узнать срок
    [waiting] ждёт до { $day }
   *[arrived] <b>пришло</b>
 }
btn-lack-row = { $client }

# карточка логиста

msg-request = { $state ->
    [arrived] ✅ <b>Пришло: { $product }</b>
    [never] 📦 <b>Не будет: { $product }</b>
   *[other] 📦 <b>Нет: { $product }</b>
 }
request-open = Спросили { $at }{ $day ->
    [none] .
   *[other] . В прайсе срок { $day }.
 }
request-promised = Обещано { $day }{ $quantity ->
    [none] {""}
   *[other] , { $quantity }
 }{ $who ->
    [none] {" "}(по прайсу)
   *[other] {" "}({ $who })
 }
request-analogue = Предложен аналог: { $name } ({ $who })
request-never = Ответ: { $who }
request-arrived = { $count ->
    [0] Никто не ждал.
   *[other] Менеджеры узнали, клиенты стоят в обзвоне.
 }
request-waits = { $count ->
    [0] Никто не ждёт.
    [one] Ждёт { $count } клиент{ $priced ->
        [0] :
       *[other] {" "}на { $sum }:
     }
    [few] Ждут { $count } клиента{ $priced ->
        [0] :
       *[other] {" "}на { $sum }:
     }
   *[many] Ждут { $count } клиентов{ $priced ->
        [0] :
       *[other] {" "}на { $sum }:
     }
 }
request-decide = Решают менеджеры: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }{ $priced ->
    [0] :
   *[other] {" "}на { $sum }:
 }
request-more = …и ещё { $count }
request-stock = Остаток по базе: { $quantity }
request-unanswered = ⏰ Без ответа. Менеджеры ждут.
request-late = ⏰ Обещали { $day }. Пришло?
btn-arrival = Привезут…
btn-arrival-other = Другая дата
btn-offer-analogue = Аналог
btn-never = Не будет
btn-never-sure = Да, не будет
ask-never = <b>{ $product }</b>: точно не будет? { $count ->
    [one] Ждёт { $count } клиент
    [few] Ждут { $count } клиента
   *[many] Ждут { $count } клиентов
 }{ $priced ->
    [0] { "" }
   *[other] { " " }на { $sum }
 }: менеджеры узнают сразу, спрос запишется как упущенный.
btn-came = ✅ Пришло
btn-wanted = ‹ Запросы
ask-arrival = <b>{ $product }</b>: когда привезут? Выберите или напишите: «28.11», «в пятницу, 400».
ask-analogue = <b>{ $product }</b>: что предложить вместо? Напишите часть названия.
msg-analogue-found = { $count ->
    [0] По «{ $text }» ничего нет. Напишите иначе.
   *[other] Что предложить менеджерам?
 }
ask-who-waits = <b>{ $product }</b>: напишите вопрос менеджерам, чьи клиенты ждут.
msg-who-waits-asked = Вопрос ушёл: { $names }
ntf-lack-reply = 💬 { $who }: { $text }
msg-requests = { $count ->
    [0] Запросов нет. Новые придут сюда сами.
    [one] <b>Ждут { $count } товар</b>
    [few] <b>Ждут { $count } товара</b>
   *[many] <b>Ждут { $count } товаров</b>
 }{ $fresh ->
    [0] { "" }
   *[other] , без ответа { $fresh }
 }
request-row = { $number }. { $product } — { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }{ $sum ->
    [none] {""}
   *[other] , { $sum }
 }: { $state ->
    [promised] обещано { $day }
   *[open] ждёт { $wait }
 }
menu-shortages = 📦 Нет товара

# упущенный спрос

btn-lost = Упущенное
msg-lost-none = { $weeks ->
    [1] <b>Упущенного спроса за эту неделю нет</b>
    [one] <b>Упущенного спроса за { $weeks } неделю нет</b>
    [few] <b>Упущенного спроса за { $weeks } недели нет</b>
   *[many] <b>Упущенного спроса за { $weeks } недель нет</b>
 }
msg-lost = { $weeks ->
    [1] <b>Упущено за эту неделю: { $sum }</b>
    [one] <b>Упущено за { $weeks } неделю: { $sum }</b>
    [few] <b>Упущено за { $weeks } недели: { $sum }</b>
   *[many] <b>Упущено за { $weeks } недель: { $sum }</b>
 }, { $count ->
    [one] { $count } отказ
    [few] { $count } отказа
   *[many] { $count } отказов
 }
lost-line = • { $goods }{ $sum ->
    [none] {""}
   *[other] {" "}— { $sum }
 }: { $clients } ({ $managers })
btn-lost-weeks = { $count ->
    [1] Эта неделя
    [one] { $count } неделя
    [few] { $count } недели
   *[many] { $count } недель
 }
btn-lost-file = Файлом
ack-lost-file = Собираю таблицу
lost-file-name = Упущенный спрос { $day }
lost-sheet-name = Упущенный спрос
lost-column-week = Неделя с
lost-column-product = Товар
lost-column-quantity = Количество
lost-column-unit = Ед.
lost-column-sum = Сумма по прайсу, ₽
lost-column-clients = Клиенты
lost-column-managers = Менеджеры

command-shortages = 📦 Нет товара: кто ждёт, срок, аналог

err-arrival = Не понял «{ $text }». Напишите день, который ещё не прошёл, и сколько: «28.11, 400».
