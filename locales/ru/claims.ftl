# Претензии: карточка, кто виноват, решение, акт, профилактика, анализ.

fault-warehouse = Склад
fault-transport = Транспорт
fault-purchasing = Закупка
fault-manager = Менеджер
fault-support = Поддержка продаж
fault-supplier = Поставщик
fault-client = Клиент
fault-unknown = Не выяснено

claim-status-open = открыта
claim-status-in_work = { $owner ->
    [none] в работе
   *[other] решает { $owner }
 }
claim-status-decided = решена, клиент не знает
claim-status-told = решена, клиент знает
claim-status-closed = закрыта

decision-replace = { $partly ->
    [yes] замена части
   *[no] замена
 }
decision-credit_note = { $partly ->
    [yes] корректировка на часть суммы
   *[no] корректировка на сумму
 }
decision-discount = { $partly ->
    [yes] скидка за часть
   *[no] скидка
 }
decision-take_back = { $partly ->
    [yes] возврат части товара
   *[no] возврат товара
 }
decision-declined = отклонена
decision-told = клиенту сказали

msg-claim-card = { $closed ->
    [yes] {""}
   *[no] ⚠️{" "}
 }<b>{ $client }</b>: { $kind }, претензия № { $number }
claim-state-open = Открыта, никто не решает · { $late ->
    [yes] <b>срок был { $due }</b>
   *[no] срок { $due }
 }
claim-state-in_work = Решает { $owner } · { $late ->
    [yes] <b>срок был { $due }</b>
   *[no] срок { $due }
 }
claim-state-decided = Решено: { $decision }
claim-state-told = Клиент знает: { $decision }
claim-state-closed = ✅ Закрыта: { $decision }
claim-fault = { $name ->
    [none] Вина не выяснена
   *[other] Вина: { $name }
 }
claim-order = Заказ { $order }
claim-order-name = № { $number }{ $day ->
    [none] { "" }
   *[other] { " " }от { $day }
 }, { $sum }
claim-order-stays = Сумма заказа не меняется: возврат проводит бухгалтерия.
claim-sum = Сумма: { $sum }
claim-photos = { $count ->
    [one] 📎 { $count } фото
   *[many] 📎 { $count } фото
 }
claim-line = { $name } — { $quantity }
claim-words = «{ $text }»
claim-line-extra = { $name } — лишнее: { $quantity }
claim-line-papers = { " " }(по документам { $documents }, пришло { $fact })
claim-line-of = { " " }из { $documents }
claim-more-lines = …и ещё { $count }
claim-hint = Фото присылайте прямо сюда.
claim-tell = <b>Скажите клиенту</b> — до этого претензия не закроется.
claim-tell-manager = Клиенту скажет { $name }.
claim-offer = { $name } · { $quantity }
claim-person = { $name } · { $role }
claim-photo = Претензия № { $number }, { $client }
claim-attached = { $client }, претензия № { $number }: { $count ->
    [one] приложено { $count } фото
   *[many] приложено { $count } фото
 }

msg-claims = { $count ->
    [0] Открытых претензий нет.
    [one] ⚠️ { $count } открытая претензия
    [few] ⚠️ { $count } открытые претензии
   *[many] ⚠️ { $count } открытых претензий
 }{ $late ->
    [0] { "" }
   *[other] , без решения после срока: { $late }
 }
msg-claims-owned = { $count ->
    [0] Претензий на вас нет.
    [one] ⚠️ На вас { $count } претензия
    [few] ⚠️ На вас { $count } претензии
   *[many] ⚠️ На вас { $count } претензий
 }{ $late ->
    [0] { "" }
   *[other] , без решения после срока: { $late }
 }
claim-row = № { $number } <b>{ $client }</b>: { $kind } · { $status } · { $late ->
    [yes] <b>срок был { $due }</b>
   *[no] до { $due }
 }
msg-client-claims = <b>{ $name }</b>: { $count ->
    [0] открытых претензий нет
    [one] { $count } открытая претензия
    [few] { $count } открытые претензии
   *[many] { $count } открытых претензий
 }

ask-claim-fault = { $name }: чья вина?
ask-claim-order = { $name }: по какому заказу?
ask-claim-order-none = { $name }: переданных заказов нет.
ask-claim-goods = Какой товар? { $offers ->
    [0] Напишите
   *[other] Нажмите или напишите
 }: «масло 82,5 3 кор», «масло 82,5 20/17» — по документам и пришло.
ask-claim-extra = Что пришло лишнего? { $offers ->
    [0] Напишите
   *[other] Нажмите или напишите
 }: «масло 72,5 3 кор».
ask-claim-quantity = { $name }: сколько не так? Нажмите или напишите «3» или «20/17» — по документам и пришло.
ask-claim-quantity-extra = { $name }: сколько лишнего? Нажмите или напишите.
ask-claim-text = { $client }, претензия № { $number }: что случилось? Напишите одним сообщением.
ask-claim-sum = { $client }, претензия № { $number }: на какую сумму? «12 500»; «0» — посчитать по товарам.
ask-claim-due = { $client }: до какого дня ответить? Нажмите или напишите.
ask-claim-owner = Кто решает? Ему придёт карточка.
ask-claim-owner-none = Передать некому: пригласите людей в /team.
ask-claim-decision = { $client }: что решили?
ask-claim-why = { $client }, претензия № { $number }: почему отклонена? Эти слова скажут клиенту.
ask-claim-answer = { $client }, претензия № { $number }: что сказать клиенту?

ntf-claim-given = Претензия теперь на вас.
ntf-claim-decided = По претензии есть решение.
ntf-claim-due = Претензия ждёт решения.
ntf-claim-tell = Претензия решена, клиент ещё не знает.

btn-claims = Претензии
btn-claim-of-order = Претензия
btn-claim-add = Дополнить претензию
btn-claim-said = ✅ { $name }: знает решение
btn-claim-reopen = Вернуть в работу
claim-said = { $client }: клиент знает решение по претензии
btn-claim-goods = Товар
btn-claim-extra = Лишнее
btn-claim-fault = Чья вина
btn-claim-order = Заказ
btn-claim-words = Описание
btn-claim-take = Решаю я
btn-claim-give = Передать
btn-claim-decide = ✅ Есть решение
btn-claim-told = ✅ Клиент знает
btn-claim-redecide = Другое решение
btn-claim-reply = Слова для клиента
btn-claim-partly = Принята часть
btn-claim-whole = Принята целиком
btn-claim-close = ✅ Закрыть
btn-claim-photos = Фото ({ $count })
btn-claim-act = Акт PDF
btn-claim-act-xlsx = Акт xlsx
btn-claim-more = Ещё
btn-claim-kind = Что не так
btn-claim-sum = Сумма
btn-claim-due = Срок
btn-claim-open-order = Открыть заказ
btn-claim-drop = ✖ { $name }
btn-claim-all = Всё: { $quantity }
btn-claim-uncounted = Не считали
btn-claim-new = Новая
btn-claim-row = № { $number } { $client }
claim-number = № { $number }
btn-claim-of-client = № { $number } · { $kind }
btn-claim-analysis = Анализ
btn-to-claims = ‹ Претензии
btn-to-claim = ‹ К претензии
btn-to-claim-analysis = ‹ К анализу
btn-decision-replace = Заменить
btn-decision-credit_note = Корректировка
btn-decision-discount = Скидка
btn-decision-take_back = Забрать товар
btn-decision-declined = Отклонить

ack-claim-act = Готовлю акт
ack-claim-file = Готовлю файл
err-claim-untold = Сначала решение, потом скажите клиенту — тогда закроется.
err-claim-goods = Не понял «{ $text }». Напишите товар и сколько: «масло 82,5 3 кор».
err-claim-goods-many = В претензии уже { $most } строк. Заведите вторую.

msg-prevention = 🔁 <b>{ $reason }</b>: { $count ->
    [one] { $count } претензия
    [few] { $count } претензии
   *[many] { $count } претензий
 } за { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
prevention-claim = № { $number } { $client }{ $sum ->
    [none] { "" }
   *[other] , { $sum }
 }
prevention-open = Найти причину: срок — { $due }{ $owner ->
    [none] { "" }
   *[other] , отвечает { $owner }
 }.
prevention-closed = ✅ Сделали: { $answer }
ask-prevention-owner = Кто найдёт причину? Ему придёт карточка.
ask-prevention-answer = { $reason }: что сделали, чтобы не повторилось?
ntf-prevention = Та же претензия снова и снова.
ntf-prevention-due = Сегодня срок: что сделали?
ntf-prevention-given = Найдите причину, ответьте, что сделали.
ntf-prevention-done = Причину разобрали.
claims-preventions = 🔁 Повторяются, найти причину: { $count }
btn-prevention = 🔁 { $reason }, до { $due }
btn-prevention-answer = ✅ Что сделали

msg-claim-analysis = 📊 <b>Претензии, { $month }</b>{ $owned ->
    [yes] { " " }(на вас)
   *[no] { "" }
 }
claims-whole = { $count ->
    [0] Претензий не было
    [one] { $count } претензия
    [few] { $count } претензии
   *[many] { $count } претензий
 }{ $sum ->
    [none] { "" }
   *[other] { " " }на { $sum }
 } · месяцем раньше { $before }
claims-share = Возвраты и отказы: { $share } продаж{ $before ->
    [none] { "" }
   *[other] , месяцем раньше { $before }
 }
claims-cut-head = { $cut ->
    [kind] <b>Что не так</b>
    [fault] <b>Чья вина</b>
    [product] <b>Товары</b>
   *[client] <b>Клиенты</b>
 } (в скобках — месяцем раньше)
claims-cut-row = { $name }: { $count } ({ $before }){ $sum ->
    [none] { "" }
   *[other] , { $sum }
 }
claims-unnamed = Без названия
claims-picture = <b>Претензии, { $month }</b>
claims-picture-title = { $cut ->
    [kind] Претензии: что не так
    [fault] Претензии: чья вина
    [product] Претензии по товарам
   *[client] Претензии по клиентам
 }
claims-picture-series = претензии
btn-cut = { $cut ->
    [kind] Что не так
    [fault] Чья вина
    [product] Товары
   *[client] Клиенты
 }
btn-cut-now = • { $cut ->
    [kind] Что не так
    [fault] Чья вина
    [product] Товары
   *[client] Клиенты
 }
btn-month-before = ‹ Месяц раньше
btn-month-after = Месяц позже ›
btn-claims-picture = Картинка
btn-claims-file = Excel
claims-file-name = Претензии { $month }
claims-sheet-name = Претензии
claims-column-number = №
claims-column-day = Дата
claims-column-client = Клиент
claims-column-kind = Что не так
claims-column-fault = Чья вина
claims-column-status = Состояние
claims-column-decision = Решение
claims-column-due = Срок
claims-column-closed = Закрыта
claims-column-sum = Сумма
claims-column-manager = Менеджер
claims-column-text = Описание
claims-column-answer = Ответ
claim-act-file-name = ТОРГ-2 { $number } { $client }
command-claims = ⚠️ Претензии: по сроку, решение, анализ
