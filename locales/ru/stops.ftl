# Стоп-лист: кандидат, слово менеджера, решение руководителя, учётная система.

msg-stop = <b>{ $name }: { $state ->
    [candidate] кандидат в стоп-лист
    [candidate_mine] кандидат в стоп-лист
    [held] ждём обещанную оплату, { $day }
    [at_lead] решает руководитель
    [at_lead_mine] ставить стоп?
    [exception] отгрузка разрешена до { $day }
    [at_accountant] в стоп-листе
    [at_accountant_mine] поставьте стоп в учётной системе
    [in_force] в стоп-листе
    [lifting] стоп снят
    [lifting_mine] снимите стоп в учётной системе
    [lifted] стоп снят
    [rejected] стоп не ставим
   *[dropped] вопрос о стопе закрыт
 }</b>
ntf-stop-again = ⏰ Напоминание
stop-owed = { $late ->
    [0] Просрочки нет
   *[other] Просрочено { $overdue }, { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
     }
 }. Долг { $debt }
stop-limit = Лимит { $limit }
stop-promise = 🤝 Обещает оплатить: { $day }
stop-broken = Обещание не сдержано: { $day }
stop-reliability = Держит слово: { $kept } из { $judged }
stop-turnover = Заказы за 90 дней: { $sum }
stop-why = Причина: { $text }
stop-manager = Менеджер { $name }{ $word ->
    [stop] : ставить стоп
    [respite] : просит отгружать до { $day }
    [promise] : обещали оплату
    [silent] : ответа нет
   *[none] { "" }
 }
stop-word = { $word ->
    [stop] Ваше слово: ставить стоп
    [respite] Ваше слово: отгружать до { $day }
    [promise] Ваше слово: обещали оплату
   *[silent] Вашего слова не было
 }
stop-till = { $day ->
    [today] до { $clock }
   *[other] { $day } до { $clock }
 }
stop-question = ❓ Бухгалтер спрашивает: { $text }
stop-step-line = { $at } —{ " " }
stop-step = { $step ->
    [named] кандидат
    [word] { $dated ->
        [yes] { $who }: отгружать до { $day }
       *[no] { $who }: ставить стоп
     }
    [silent] менеджер не ответил
    [promised] обещали оплату на { $day }, ждём
    [named_again] обещанное не пришло, снова кандидат
    [stopped] стоп, { $who }
    [defaulted] стоп: руководитель не ответил
    [postponed] руководитель не ответил, вопрос открыт
    [excepted] отгружать до { $day }, { $who }
    [rejected] не ставим, { $who }
    [confirmed] поставлен в учётной системе, { $who }
    [asked] вопрос, { $who }
    [answered] ответ, { $who }
    [escalated] бухгалтер не ответил
    [ended] срок отгрузки вышел, снова стоп
    [lifted] снят, { $who }
    [paid] причины для стопа больше нет
    [hushed] не напоминаем до { $day }{ $by ->
        [nobody] { "" }
       *[somebody] , { $who }
     }
   *[cleared] снят в учётной системе, { $who }
 }
stop-quote = : «{ $text }»
stop-ahead = { $state ->
    [candidate_mine] { $clock ->
        [yes] Ваше слово — { $until }. Потом решит руководитель.
       *[no] Нужно ваше слово.
     }
    [at_lead_mine] { $clock ->
        [yes] Решите { $until }. Без ответа вопрос останется открытым, пока долг не дойдёт до стопа.
       *[no] Нужно ваше решение.
     }
    [at_lead_mine_final] { $clock ->
        [yes] Решите { $until }. Без ответа клиент встанет в стоп-лист.
       *[no] Нужно ваше решение.
     }
    [at_accountant_mine] Поставьте и нажмите «Поставил».
    [lifting_mine] Снимите и нажмите «Снял».
   *[other] Отвечает: { $names }{ $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
 }
btn-stop-word = ⛔ Ставить стоп
btn-stop-until = Отгружать до…
btn-stop-promised = 🤝 Обещали оплату
btn-stop-dispute = Спор
btn-stop-put = ⛔ Стоп
btn-stop-no = Не ставить
btn-stop-lift = Снять стоп
btn-stop-done = ✅ Поставил
btn-stop-cleared = ✅ Снял
btn-stop-ask = Вопрос
btn-stop-answer = Ответить
btn-stop-debt = Документы
btn-to-stops = Стоп-лист
ask-stop-until = <b>{ $name }</b>: { $asks ->
    [yes] до какого дня просить отгрузку?
   *[no] до какого дня отгружать?
 } Выберите или напишите день.
ask-stop-reason = <b>{ $name }</b>: поставить в стоп-лист? Напишите причину одной строкой.
ask-stop-question = <b>{ $name }</b>: что спросить у руководителя? Напишите одной строкой.
ask-stop-answer = <b>{ $name }</b>: ответьте бухгалтеру одной строкой.
    «{ $text }»

ntf-stops = <b>⛔ { $count ->
    [1] { $name }: кандидат
    [one] { $count } кандидат
    [few] { $count } кандидата
   *[many] { $count } кандидатов
 } в стоп-лист</b>. { $whose ->
    [manager] Ваше слово — { $until }.
   *[lead] Менеджера спросить нельзя, решаете вы { $until }.
 }
ntf-stops-late = Сообщение задержалось: бот был недоступен.
ntf-stops-next = Откройте каждого и выберите, что делать.
ntf-stops-look = Откройте клиента: там кто решил и что дальше.
ntf-stops-waiting = <b>{ $again ->
    [yes] ⏰
   *[no] ⛔
 } Стоп-лист, ждут вас: { $count }{ $clock ->
    [yes] , { $until }
   *[no] { "" }
 }</b>
ntf-stops-changed = <b>⛔ Стоп-лист, изменилось: { $count }</b>{ $mine ->
    [0] { "" }
   *[other] . Ждут вас: { $mine }
 }
ntf-hushed = <b>{ $name }</b>: { $who } не напоминает до { $day }: { $why }. Просрочено { $sum }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }.
stops-candidate = { $name }: просрочено { $sum }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }

msg-stops = <b>Стоп-лист: { $count }</b>{ $mine ->
    [0] { "" }
   *[other] . Ждут вас: { $mine }
 }
msg-stops-none = <b>Стоп-лист пуст</b>. Кандидаты появляются утром, когда долг доходит до этой ступени.
stops-line = { $name } — { $state ->
    [candidate] ждём менеджера
    [candidate_mine] ваше слово
    [held] ждём оплату, { $day }
    [at_lead] решает руководитель
    [at_lead_mine] решаете вы
    [exception] отгрузка разрешена до { $day }
    [at_accountant] стоп, ждём бухгалтера
    [at_accountant_mine] поставьте стоп
    [lifting] снят, ждём бухгалтера
    [lifting_mine] снимите стоп
    [lifted] стоп снят
    [rejected] стоп не ставим
    [dropped] вопрос о стопе закрыт
   *[in_force] стоп
 }{ $state ->
    [candidate] { $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
    [candidate_mine] { $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
    [at_lead] { $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
    [at_lead_mine] { $clock ->
        [yes] , { $until }
       *[no] { "" }
     }
   *[other] { "" }
 }
stops-manager = {" "}({ $name })
btn-stop = { $name }
btn-stop-mine = ❗ { $name }
btn-stops = ⛔ Стоп-лист: { $count }
btn-stops-word = ⛔ Стоп-лист
btn-stops-alert = ‹ Долги на сегодня
btn-client-stop = Стоп-лист
command-stops = ⛔ Стоп-лист: кто, чьё слово, до какого часа

event-stop = стоп-лист — { $step ->
    [stopped] стоп
    [defaulted] стоп: руководитель не ответил
    [excepted] отгружать до { $day }
    [rejected] не ставим
    [ended] срок отгрузки вышел, снова стоп
    [lifted] снят
   *[paid] причины для стопа больше нет
 }

push-stops = стоп-лист
err-stop-text = Напишите одной строкой, до { $most } знаков.
err-stop-day = Это слишком далеко: не больше { $most ->
    [one] { $most } дня
   *[many] { $most } дней
 }. Напишите день ближе.
