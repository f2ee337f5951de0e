# Карточки, которые запрашивают у бухгалтерии: товар и клиент без кода.

msg-card = { $status ->
    [open] <b>Нужна карточка { $kind ->
        [product] товара
       *[client] клиента
     }</b>
    [question] <b>Карточка { $kind ->
        [product] товара
       *[client] клиента
     }: ждём ответа на вопрос</b>
    [answered] <b>Карточка заведена</b>: код { $code }, { $who }
    [refused] <b>Карточку не заводим</b>: { $who }
   *[withdrawn] <b>Запрос карточки отозван</b>: { $who }
 }
card-name = { $name }
card-legal-name = Юрлицо: { $name }
card-unit = Единица: { $unit }
card-text = Слова клиента: «{ $text }»
card-client = Клиент: { $name }
card-asker = Просит { $who }
card-tax-number = ИНН { $text }
card-reason-code = КПП { $text }
card-address = Адрес: { $text }
card-product = В каталоге: { $name }
card-reason = Причина: { $text }
card-said = { $who }: { $text }
btn-card-code = Код…
btn-card-refuse = Отказать
btn-card-ask = Вопрос
btn-card-reply = Ответить
btn-card-withdraw = Отозвать
btn-card-draft = ‹ К заказу
btn-card-client = К клиенту
btn-card-order = Новый заказ
btn-card-new-order = К заказам
btn-card-show = Показать запрос
btn-card-back = ‹ К запросу
btn-card-send = Запросить
btn-cards = Все запросы
btn-ask-card = Запросить карточку
btn-not-in-catalogue = Нет в каталоге
btn-client-code = Узнать код
btn-cards-waiting = Карточки: ждут { $count }
btn-card-line = { $kind ->
    [product] 📦
   *[client] 👤
 } { $name } — { $who }

ntf-card-answered = <b>Карточка { $kind ->
    [product] товара
   *[client] клиента
 } заведена</b>: { $name }, код { $code }.
ntf-card-refused = <b>Карточку не заводят</b>: { $name }.
    { $who }: { $reason }
ntf-card-line = { $state ->
    [taken] Строка уже в заказе: { $client }.
    [asked] Товар в заказе «{ $client }» ждёт количества.
    [change] Заказ «{ $client }» уже передан: откройте его, «Изменить» и напишите «{ $name }» с количеством.
   *[late] Заказ «{ $client }» уже ушёл: добавьте товар новым заказом.
 }
ntf-card-question = Спрашивает { $who }, карточка <b>{ $name }</b>:
    { $text }
ntf-card-reply = Отвечает { $who }, карточка <b>{ $name }</b>:
    { $text }
ntf-card-wait-code = ⏰ Карточка { $kind ->
    [product] товара
   *[client] клиента
 } ждёт кода { $wait }: <b>{ $name }</b>. Просит { $who }{ $client ->
    [none] .
   *[other] , для клиента «{ $client }».
 }
ntf-card-wait-answer = ⏰ Бухгалтерия ждёт вашего ответа { $wait }: карточка <b>{ $name }</b>
ntf-card-late-code = ⏰ Бухгалтерия не даёт код уже { $wait }: <b>{ $name }</b>. { $own ->
    [yes] Поторопите её.
   *[no] Просит { $who }. Поторопите бухгалтерию или ответьте кодом.
 }
ntf-card-late-answer = ⏰ { $who } не отвечает бухгалтерии { $wait }: карточка <b>{ $name }</b>. Поторопите или ответьте кодом.

msg-card-sent = { $heard ->
    [none] <b>Запрос записан</b>: { $name }. Отвечать пока некому: в команде нет бухгалтера.
   *[some] <b>Карточка { $kind ->
        [product] товара
       *[client] клиента
     } запрошена</b>: { $name }. Код придёт сюда.
 }
msg-card-told = <b>Отправлено</b>: { $name }.
msg-client-code = <b>{ $name }</b>: код в учёте { $code }.
msg-client-card = <b>Карточка для бухгалтерии</b>: { $name }
msg-client-card-waits = <b>{ $name }</b>: карточка уже запрошена, ждём код.
ask-client-card = { $what ->
    [none] Всё есть. Исправить можно сообщением: ИНН, КПП, адрес.
   *[other] Не хватает: { $what }. Пришлите одним сообщением или запросите так.
 }
card-lacks-tax = ИНН
card-lacks-reason = КПП
card-lacks-address = адрес
ask-card-goods = Какого товара нет? Напишите, как сказал клиент: «Сыр Ламбер 50 % 10 кг».
ask-card-code = Напишите код из учётной системы: <b>{ $name }</b>. { $kind ->
    [product] Второй строкой — верное название, если оно другое.
   *[client] { "" }
 }
ask-card-reason = Почему не заводим карточку <b>{ $name }</b>?
ask-card-question = Что спросить про карточку <b>{ $name }</b>?
ask-card-reply = Напишите ответ, карточка <b>{ $name }</b>:
msg-cards = { $answers ->
    [yes] <b>Ждут карточки</b>: { $count }
   *[no] <b>Запрошенные карточки</b>: { $count }
 }
msg-cards-none = { $answers ->
    [yes] Запросов на карточки нет.
   *[no] Запрошенных карточек нет.
 }

draft-cards = ⏳ { $count ->
    [one] { $count } товар ждёт кода из бухгалтерии: встанет в заказ сам, если не передать раньше
    [few] { $count } товара ждут кода из бухгалтерии: встанут в заказ сами, если не передать раньше
   *[many] { $count } товаров ждут кода из бухгалтерии: встанут в заказ сами, если не передать раньше
 }

err-card-answered = { $status ->
    [answered] Уже есть ответ: код { $code }, { $name }.
    [refused] Уже отказано: { $name }.
   *[withdrawn] Запрос уже отозван.
 }
err-card-code = { $why ->
    [taken] Такой код уже у клиента: { $name }. Проверьте и пришлите другой.
    [known] Код уже есть: { $name }.
    [tax] ИНН { $name } не сходится. Проверьте цифры и пришлите ещё раз.
   *[shape] Нужен код до 50 знаков, второй строкой — название. Пришлите ещё раз.
 }
