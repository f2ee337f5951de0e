# Долги, обещания, ежедневное напоминание.

msg-debts = <b>Долги: { $debt }</b>{ $late ->
    [0] , просрочки нет
   *[other] , просрочено на { $day } — { $overdue }
 }
msg-debts-none = <b>Долгов нет</b>
debts-of = { $name }
debts-no-file = Данных из файла с долгами пока нет. Файл присылает бухгалтер: /import.
debts-file = Файл от { $day }, { $days ->
    [0] сегодняшний.
    [1] вчерашний.
    [one] { $days } день назад.
    [few] { $days } дня назад.
   *[many] { $days } дней назад.
 }
debts-files = Файл от { $day }, { $days ->
    [0] сегодняшний
    [1] вчерашний
    [one] { $days } день назад
    [few] { $days } дня назад
   *[many] { $days } дней назад
 }; часть клиентов — от { $oldest }.
debts-no-term = в том числе без срока: { $sum }
debts-disputed = в том числе в споре: { $sum }
debts-promised = Обещано: { $sum }
debts-advances = Переплата, не зачтена: { $sum }
debts-whom = С кого начать:
debts-send-file = Новый файл с долгами пришлите прямо сюда.
btn-debtor = { $name } · { $sum } · { $days } дн.
btn-debtor-disputed = { $name } · { $sum } · спор
btn-debtor-hushed = { $name } · { $sum } · молчим
btn-debtor-paid = { $name } · { $sum } · оплатил?
btn-debts-back = ‹ Раньше
btn-debts-on = Ещё { $left } ›

msg-debt = <b>{ $name }: долг { $debt }</b>{ $late ->
    [0] , просрочки нет
   *[other] , просрочено { $overdue }
 }
msg-debt-none = <b>{ $name }: долга нет</b>
debt-document = { $name } — { $sum }, срок { $due }{ $days ->
    [0] , не наступил
    [one] , просрочка { $days } день
    [few] , просрочка { $days } дня
   *[many] , просрочка { $days } дней
 }
debt-document-no-term = { $name } — { $sum }, срок не указан
debt-balance = Остаток
debt-disputed = (спор: { $reason })
debt-more = { $count ->
    [one] и ещё { $count } документ
    [few] и ещё { $count } документа
   *[many] и ещё { $count } документов
 }
debt-promise = 🤝 Обещает оплатить: { $day }
debt-promise-sum = 🤝 Обещает { $sum }: { $day }
debt-broken = Обещание не сдержано: { $day }
debt-quiet = Говорит, что оплатил. Не напоминаю до { $day } или до нового файла
debt-next = Дальше: { $step }
debt-told-lead = Передано руководителю сегодня
debt-facts = Долг { $debt }, просрочено { $overdue }{ $days ->
    [0] .
    [one] , { $days } день.
    [few] , { $days } дня.
   *[many] , { $days } дней.
 }
btn-debts = ‹ Долги
btn-debt-client = Клиент
btn-debt-call = 📞 Позвонить
btn-debt-promise = 🤝 Обещал
btn-debt-paid = Оплатил
btn-debt-dispute = Спор
btn-debt-agreed = Спор решён
btn-debt-lead = Руководителю
btn-debt-open = Открыть долг
btn-all-debts = Все долги
ack-told-paid = Записано: говорит, что оплатил. Проверю по файлу.
ack-dispute-over = Спор снят
ack-told-lead = Руководитель получил карточку долга.
note-told-paid = Говорит, что оплатил
note-dispute = Спор по долгу: { $reason }
note-dispute-over = Спор по долгу решён
note-told-lead = Долг передан руководителю

ask-dispute-document = <b>{ $name }</b>: о каком документе спор?
btn-dispute-document = { $name } · { $sum }
btn-dispute-all = Обо всём долге
ask-dispute = <b>{ $name }</b>: в чём спор? Напишите одной строкой.
ntf-debt-lead = <b>{ $name }</b>: { $manager } просит помочь с долгом.
ntf-debt-lead-next = Ответьте менеджеру или возьмите долг на себя.
ntf-debt-dispute = <b>{ $name }</b>: спор по долгу, сообщает { $manager }.
    «{ $reason }»
ntf-debt-dispute-next = Решает { $owner } до { $day }.

dunning-remind = скоро срок, напомните
dunning-check = срок сегодня, уточните оплату
dunning-promise = спросите, когда оплатят
dunning-again = позвоните ещё раз и возьмите дату
dunning-lead = пора подключить руководителя
dunning-lead-mine = спросите менеджера или возьмите на себя
dunning-stop_candidate = предупредите, что следующая отгрузка под вопросом
dunning-stop = отгружайте только после оплаты
dunning-claim = предупредите о письменной претензии
dunning-lawyer = передайте дело юристу

ntf-debts = { $count ->
    [one] <b>Долги: { $count } клиент на сегодня</b>
    [few] <b>Долги: { $count } клиента на сегодня</b>
   *[many] <b>Долги: { $count } клиентов на сегодня</b>
 }{ $late ->
    [0] { "" }
   *[other] , просрочено сегодня { $overdue }
 }
ntf-debts-late = Сообщение задержалось: бот был недоступен.
ntf-debts-more = { $count ->
    [one] и ещё { $count } клиент
    [few] и ещё { $count } клиента
   *[many] и ещё { $count } клиентов
 }
ntf-debts-next = Откройте клиента: там документы и что сделать.
alert-promised = обещали сегодня { $sum } — проверьте оплату
alert-promised-any = обещали оплатить сегодня — проверьте
alert-broken = обещание не сдержано, { $sum } — позвоните первым делом
alert-overdue = { $sum }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
alert-due = { $sum }
alert-waits = (обещали: { $day })

ask-promise = <b>{ $name }</b>: сколько обещают? Можно строкой: «120 тыс в пятницу».
ask-promise-other = <b>{ $name }</b>: какую сумму? Напишите «120 000» или сразу с днём: «120 тыс в пятницу».
ask-promise-when = <b>{ $name }</b>: { $sum } — когда? Выберите или напишите день.
ask-promise-when-any = <b>{ $name }</b>: когда оплатят? Выберите или напишите день.
ask-promise-move = <b>{ $name }</b>: обещали на { $day }. На какой день перенести?
promise-open = Уже обещали { $sum }: { $day }
promise-open-any = Уже обещали оплатить: { $day }
btn-promise-overdue = Вся просрочка { $sum }
btn-promise-whole = Весь долг { $sum }
btn-promise-half = Половина { $sum }
btn-promise-other = Другая сумма
btn-promise-any = Без суммы
btn-promise-move = Перенести { $day }
btn-promise-cancel = Отменить обещание
msg-promise = <b>{ $name }: обещали { $sum }</b>, { $day }.
    Проверю по файлу: { $check }.
msg-promise-any = <b>{ $name }: обещали оплатить</b>, { $day }.
    Проверю по файлу: { $check }.
promise-above-debt = Это больше долга: { $debt }.
promise-replaced = Прежнее обещание на { $day } заменено.
msg-promise-cancelled = <b>{ $name }</b>: обещание на { $day } отменено.

err-moment-past = Это уже прошло: { $day }. Напишите сегодняшний день или позже.
err-amount-invalid = Сумма должна быть больше нуля. Напишите, например, «120 000».
err-dispute-reason = Напишите суть спора одной строкой, до { $most } знаков.
