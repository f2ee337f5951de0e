# Слова о долге: что сказать и что написать на каждой ступени, претензия, дело для юриста, «не напоминать», споры.

# Из чего складываются слова. Названия документов стоят только в именительном падеже.
letter-hello = { $named ->
    [yes] { $formality ->
        [informal] { $name }, привет!
       *[formal] { $name }, здравствуйте!
     }
   *[no] { $formality ->
        [informal] Привет!
       *[formal] Здравствуйте!
     }
 }
letter-subject = { $count ->
    [1] { $document } на { $sum }
    [one] { $count } документ на { $sum }
    [few] { $count } документа на { $sum }
   *[many] { $count } документов на { $sum }
 }
letter-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
letter-document = { $document } — { $sum }, срок { $due }
letter-documents-more = { $count ->
    [one] и ещё { $count } документ
    [few] и ещё { $count } документа
   *[many] и ещё { $count } документов
 } на { $sum }
letter-total = Итого: { $sum }
letter-sign = С уважением, { $manager }

# За три дня: мягко.
dunning-say-remind-1 = { letter-hello } Напоминаю заранее: { $due } срок оплаты — { letter-subject }. С документами всё в порядке?
dunning-say-remind-2 = { letter-hello } { $due } подходит срок: { letter-subject }. Счёт на руках или прислать ещё раз?
dunning-write-remind-1 = { letter-hello } Напоминаю о сроке оплаты:
    { $documents }
    Если нужны документы, пришлю сразу.
    { letter-sign }
dunning-write-remind-2 = { letter-hello } Скоро срок оплаты, на всякий случай напоминаю:
    { $documents }
    Если уже оплачено — спасибо, отвечать не нужно.
    { letter-sign }

# В день срока: мягко.
dunning-say-check-1 = { letter-hello } Срок оплаты — { $due }: { letter-subject }. Платёж уже ушёл или уйдёт сегодня?
dunning-say-check-2 = { letter-hello } Сверяю оплаты на сегодня: { letter-subject }. Ждать платёж до обеда или после?
dunning-write-check-1 = { letter-hello } Срок оплаты — { $due }:
    { $documents }
    Пришлите, пожалуйста, платёжку, когда платёж уйдёт.
    { letter-sign }
dunning-write-check-2 = { letter-hello } Подошёл срок оплаты:
    { $documents }
    Если платёж уже в банке — хватит одного слова.
    { letter-sign }

# На следующий день: нужна дата.
dunning-say-promise-1 = { letter-hello } Срок был { $due }: { letter-subject }. Оплаты пока не видно. В какой день она будет?
dunning-say-promise-2 = { letter-hello } Не вижу оплаты: { letter-subject }, срок { $due }. Какой день записать?
dunning-write-promise-1 = { letter-hello } Оплаты пока не видно:
    { $documents }
    Назовите, пожалуйста, день платежа.
    { letter-sign }
dunning-write-promise-2 = { letter-hello } Срок прошёл, оплата не поступила:
    { $documents }
    Какого числа её ждать?
    { letter-sign }

# Через три дня: деловито.
dunning-say-again-1 = { letter-hello } Оплата задерживается уже { letter-days }: { letter-subject }. Что мешает и какого числа платёж уйдёт?
dunning-say-again-2 = { letter-hello } Возвращаюсь к оплате: { letter-subject }, срок был { $due }. Если всю сумму сразу трудно — какую часть можно провести сегодня?
dunning-write-again-1 = { letter-hello } Просрочка — { letter-days }:
    { $documents }
    Нужна точная дата платежа. Если удобнее частями, напишите суммы и дни.
    { letter-sign }
dunning-write-again-2 = { letter-hello } Оплата задержалась:
    { $documents }
    Жду дату платежа сегодня.
    { letter-sign }

# Через неделю: с руководителем.
dunning-say-lead-1 = { letter-hello } Просрочка — { letter-days }: { letter-subject }. Мой руководитель ждёт дату и сумму. Что ему передать?
dunning-say-lead-2 = { letter-hello } Срок прошёл { $due }: { letter-subject }. Вопрос уже у моего руководителя: нужен платёж или график по датам.
dunning-write-lead-1 = { letter-hello } Просрочка — { letter-days }:
    { $documents }
    Руководитель просит дату платежа или график. Жду ответа сегодня.
    { letter-sign }
dunning-write-lead-2 = { letter-hello } Задолженность не закрыта:
    { $documents }
    Вопрос передан моему руководителю. Подтвердите, пожалуйста, день оплаты.
    { letter-sign }

# Десять дней: твёрдо.
dunning-say-stop_candidate-1 = { letter-hello } Просрочка — { letter-days }: { letter-subject }. Без оплаты следующая отгрузка встанет. Какого числа платёж?
dunning-say-stop_candidate-2 = { letter-hello } Предупреждаю заранее: без оплаты следующую отгрузку не подтвердят. Открыто: { letter-subject }. Что можно провести сегодня?
dunning-write-stop_candidate-1 = { letter-hello } Просрочка — { letter-days }:
    { $documents }
    Без оплаты следующая отгрузка будет остановлена. Сообщите дату платежа сегодня.
    { letter-sign }
dunning-write-stop_candidate-2 = { letter-hello } Отгрузки под вопросом из-за просрочки:
    { $documents }
    Чтобы заказы шли без задержки, нужен платёж. Какого числа?
    { letter-sign }

# Пятнадцать дней: только после оплаты.
dunning-say-stop-1 = { letter-hello } Отгрузки в долг остановлены: { letter-subject }, просрочка — { letter-days }. Отгрузим, как только придёт оплата. Когда её ждать?
dunning-say-stop-2 = { letter-hello } Сейчас отгружаем только после оплаты. Просрочено: { letter-subject }. Всю сумму или начнём с части — что реальнее на этой неделе?
dunning-write-stop-1 = { letter-hello } Отгрузки в долг остановлены, просрочка — { letter-days }:
    { $documents }
    Возобновим сразу после оплаты. Назовите дату.
    { letter-sign }
dunning-write-stop-2 = { letter-hello } До оплаты просрочки отгружаем только по предоплате:
    { $documents }
    Сообщите день платежа.
    { letter-sign }

# Тридцать дней: официально, всегда на «Вы».
dunning-say-claim-1 = { letter-hello } Просрочка — { letter-days }: { letter-subject }. Мы готовим письменную претензию. Её не будет, если есть платёж или подписанный график. Кто у Вас принимает решение?
dunning-say-claim-2 = { letter-hello } Срок прошёл { $due }: { letter-subject }. Без оплаты направим претензию официально. Какую дату Вы подтверждаете?
dunning-write-claim-1 = { letter-hello } Сообщаем о просроченной задолженности, { letter-days }:
    { $documents }
    При отсутствии оплаты направим Вам письменную претензию. Просим подтвердить дату платежа.
    { letter-sign }
dunning-write-claim-2 = { letter-hello } Задолженность остаётся неоплаченной:
    { $documents }
    Просим оплатить её или прислать подписанный график. Иначе направим претензию.
    { letter-sign }

# Шестьдесят дней: официально.
dunning-say-lawyer-1 = { letter-hello } Просрочка — { letter-days }: { letter-subject }. Документы передаются юристу. До передачи вопрос ещё можно закрыть платежом. В какой день Вы оплатите?
dunning-say-lawyer-2 = { letter-hello } Это последний звонок до передачи дела юристу: { letter-subject }, срок был { $due }. Вы оплачиваете или решаем через суд?
dunning-write-lawyer-1 = { letter-hello } Просрочка — { letter-days }:
    { $documents }
    Документы передаются юристу для взыскания через суд. Просим оплатить до передачи дела.
    { letter-sign }
dunning-write-lawyer-2 = { letter-hello } Уведомляем о подготовке иска о взыскании задолженности:
    { $documents }
    Просим погасить её добровольно и сообщить дату платежа.
    { letter-sign }

step-remind = за 3 дня до срока
step-check = день срока
step-promise = нужна дата
step-again = нужна дата, ещё раз
step-lead = к руководителю
step-lead-mine = ваш ход
step-stop_candidate = перед стоп-листом
step-stop = отгрузка после оплаты
step-claim = претензия
step-lawyer = юристу

msg-speech = <b>{ $name }</b>: { $step }
speech-call = 📞 { $phone }{ $known ->
    [yes] , попросите { $whom }
   *[no] {""}
 }
speech-say = <b>Скажите так</b>
speech-write = <b>Напишите так</b>
btn-copy-letter = 📋 Скопировать
btn-speech-other = Другой вариант
btn-claim = Претензия
btn-folder = Дело для юриста
btn-to-debt = ‹ К долгу

msg-claim = <b>{ $name }</b>: претензия готова. Нажмите на текст, чтобы скопировать.
claim-own-name = (наша организация)
claim-text = ПРЕТЕНЗИЯ
    об оплате задолженности

    Кому: { $client }{ $named ->
        [yes] , { $to }
       *[no] {""}
     }
    От кого: { $own }
    Дата: { $today } { $year } г.

    На { $today } { $year } г. за Вами числится просроченная задолженность { $sum }:
    { $documents }
    Просрочка по самому раннему документу — { letter-days }.

    Просим оплатить её в течение 30 календарных дней со дня направления этой претензии (часть 5 статьи 4 АПК РФ). Если оплата не поступит, мы обратимся в арбитражный суд и потребуем также проценты по статье 395 ГК РФ и судебные расходы.

    Приложения: копии документов, акт сверки.

    Подпись: ____________ / { $manager }

msg-folder = <b>{ $name }</b>: дело для юриста, { $sum }, { $days ->
    [one] { $days } день просрочки
    [few] { $days } дня просрочки
   *[many] { $days } дней просрочки
 }
folder-debtor = { $known ->
    [yes] ИНН { $number }
   *[no] ИНН не указан
 }{ $address ->
    [x] {""}
   *[other] {" "}{ $address }
 }
folder-debt = Весь долг { $debt } по файлу от { $day }
folder-documents = <b>Документы</b>
folder-promises = <b>Несдержанные обещания</b>
folder-promise = { $due }: обещали { $sum }, оплатили { $paid }
folder-promise-any = { $due }: обещали оплатить, оплатили { $paid }
folder-calls = <b>Звонки</b>
folder-people = <b>Контакты</b>
folder-next = Перешлите это сообщение юристу и приложите претензию.

ask-silence = <b>{ $name }</b>: почему не напоминать? Выберите или напишите.
silence-agreed = Договорились
silence-papers = Ждём документы
silence-lead = Решает руководитель
silence-taken = занимается руководитель
ask-silence-till = <b>{ $name }</b>: не напоминать, { $why }. До какого дня включительно? Выберите или напишите.
btn-silence-week = Неделю, до { $day }
btn-silence-month = Месяц, до { $day }
note-silence = Не напоминаем о долге до { $day }: { $why }
note-silence-over = Снова напоминаем о долге
note-taken-over = Долгом занимается { $name }
msg-silence = <b>{ $name }</b>: не напоминаю до { $day }, { $why }.
ack-silence-over = Снова напоминаю
ack-taken-over = Долг на вас. Менеджер об этом знает.
ntf-taken-over = <b>{ $name }</b>: долгом занимается { $lead }. Неделю не напоминаю.
err-silence-too-long = Слишком далеко. Напишите день не позже { $day }.
err-silence-reason = Напишите причину одной строкой, до { $most } знаков.
err-birthday-today = { $name }: сегодня день рождения. О деньгах — { $day }.

msg-dispute = <b>{ $name }</b>: спор записан — «{ $reason }».
    { $document }, решает { $owner } до { $day }.
dispute-documents = { $document } и ещё { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[many] { $count } документов
 }
ask-dispute-owner = Кому его отдать?
ask-dispute-until = <b>{ $name }</b>: спор решает { $owner }. До какого дня? Сейчас { $day }. Выберите или напишите.
btn-dispute-me = Решаю я
btn-dispute-until = Другой день
btn-dispute-settled = Решён
btn-dispute-longer = { $count ->
    [one] Ещё { $count } день
    [few] Ещё { $count } дня
   *[many] Ещё { $count } дней
 }
ntf-dispute-given = <b>{ $name }</b>: спор теперь за вами, решить до { $day }.
    { $document }, { $sum }: «{ $reason }»
    Передаёт { $who }. Когда решится, отметьте.
ntf-dispute-due = <b>{ $name }</b>: спор решён?
    { $document }, { $sum }: «{ $reason }»
    Срок — { $day }.
msg-dispute-moved = <b>{ $name }</b>: спор решает { $owner } до { $day }.
    { $document }, { $sum }: «{ $reason }»
msg-dispute-settled = <b>{ $name }</b>: спор решён.
    { $document }, { $sum } — снова обычный долг.
ntf-dispute-settled = <b>{ $name }</b>: { $who } отмечает, что спор решён.
    { $document }, { $sum }. Договоритесь об оплате.

msg-alert-worked = <b>Долги на сегодня: разобрано { $done } из { $total }</b>
msg-alert-empty = <b>На сегодня долгов к разбору нет</b>
alert-dispute = спор на { $sum } не решён к { $day } — уточните
alert-pays-on = платит { $weekday }
alert-paid-said = <b>{ $name }</b>: говорит, что оплатил. Проверю по файлу.
alert-lead-said = <b>{ $name }</b>: карточка у руководителя.
ntf-lead-debts = <b>Долги команды: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 } с просрочкой от недели</b>, { $overdue }
ntf-lead-debts-next = Откройте клиента: спросите менеджера или возьмите на себя.
msg-lead-debts-none = <b>Долгов, дошедших до руководителя, нет</b>
lead-debt = <b>{ $name }</b>: { $sum }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 } — { $step }
lead-promised = обещают: { $day }
lead-silent = не напоминаю до { $day }
lead-paid = говорит, что оплатил, проверим до { $day }
lead-broken = обещание не сдержано: { $day }
lead-contact = последний контакт: { $day }
lead-nothing = контактов не было

weekdays-1 = по понедельникам
weekdays-2 = по вторникам
weekdays-3 = по средам
weekdays-4 = по четвергам
weekdays-5 = по пятницам
weekdays-6 = по субботам
weekdays-7 = по воскресеньям

# Карточка долга.
debt-disputed-until = (спор: { $reason }; { $late ->
    [0] решает { $owner } до { $day }
   *[other] не решён к { $day }, решает { $owner }
 })
debt-then = На дату файла просрочено было { $sum }.
debt-days-today = Дни просрочки — на сегодня.
debt-no-phone = телефона нет
debt-pays-on = Обычно платит { $weekday }
debt-undunned = Не напоминаю до { $day }: { $why }
debt-place = { $at } из { $total } на сегодня
btn-debt-words = Что сказать
btn-debt-hush = Не напоминать
btn-debt-remind = Снова напоминать
btn-debt-list = ‹ К списку
btn-debt-on = Дальше ›
btn-debt-ask = Спросить менеджера
btn-debt-take = Взять на себя
