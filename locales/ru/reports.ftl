# Месячный отчёт, его форма, достижения за период.

msg-report = <b>Отчёт за { $month }</b>
msg-report-of = <b>{ $name }: отчёт за { $month }</b>
report-standing = { $state ->
    [handed] Сдан { $handed }, ждёт руководителя
    [accepted] Принят: { $by }
    [returned] Возвращён: { $by }{ $mine ->
        [yes] . Поправьте и сдайте снова
       *[no] {""}
     }
   *[draft] { $late ->
        [yes] Не сдан, срок был { $due }
       *[no] Черновик, срок { $due }
     }
 }
report-remark = 💬 { $name }: { $text }
report-nothing = Цифр нет: человек ушёл, не сдав отчёт.
report-sales = Продажи { $fact }{ $percent ->
    [-1] {""}
   *[other] {" "}из { $target } ({ $percent } %)
 }
report-orders = { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
 } · активных клиентов { $active }{ $total ->
    [-1] {""}
   *[other] {" "}из { $total }
 }
report-new = Новых клиентов { $clients } · договоров { $contracts }, продлено { $renewed }
report-calls = { $count ->
    [one] { $count } звонок
    [few] { $count } звонка
   *[many] { $count } звонков
 }{ $reached ->
    [-1] {""}
   *[other] , дозвон { $reached } %
 } · предложений { $offers }
report-collected = Собрано { $sum }
report-overdue = {" "}· просрочка { $start } → { $end }
report-promises = Обещания: сдержано { $kept } из { $judged }
report-visits = визитов { $count }
report-claims = претензий { $count }
report-signed = сверок подписано { $count }
report-rivals = заметок о конкурентах { $count }
report-greetings = поздравлений { $count }
report-lost = Упущено из-за отсутствия товара: { $sum }
report-away = Отсутствие: { $days }
report-next = Дальше: { $parts }
report-next-plan = план { $sum }
report-next-ending = { $count ->
    [one] заканчивается { $count } договор
    [few] заканчиваются { $count } договора
   *[many] заканчивается { $count } договоров
 }
report-next-expected = ждём заказов от { $count ->
    [one] { $count } клиента
   *[many] { $count } клиентов
 }
report-said = <b>{ $section }.</b> { $text }
report-no-words = Слов пока нет: что удалось, что мешает, что предлагаете.
report-section-successes = Успехи
report-section-problems = Проблемы
report-section-competitors = Конкуренты
report-section-proposals = Предложения
report-percent = { $percent } %
report-state-draft = не сдан
report-state-handed = ждёт решения
report-state-returned = возвращён
report-state-accepted = принят

btn-report-words = Добавить слова
btn-report-hand = Сдать
btn-report-take-back = Забрать
btn-report-accept = ✅ Принять
btn-report-return = ↩️ Вернуть
btn-report-file = Показать файл
btn-report-past = Прошлые
btn-report-deeds = Достижения
btn-reports = К отчётам
btn-report-own = Мой отчёт
btn-reports-file = Все одним файлом
btn-reports-remind = Напомнить
btn-reports-month = ‹ { $month }
btn-report-form = Форма отчёта

msg-reports-past = <b>{ $name }: отчёты</b>
msg-reports-past-none = { $name }: отчётов пока нет. Первый соберётся в начале следующего месяца.
reports-past-line = { $month } — { $state }
ask-report-section = Отчёт за { $month }: о чём добавить?
ask-report-words = { $section ->
    [successes] Что удалось за месяц? Напишите или продиктуйте.
    [problems] Что мешало продавать? Напишите или продиктуйте.
    [competitors] Что нового у конкурентов? Напишите или продиктуйте.
   *[proposals] Что предлагаете? Напишите или продиктуйте.
 }
report-words-now = Сейчас: { $text }
    Новый текст встанет вместо этого.
ask-report-remark = Что поправить? { $name } увидит ваши слова.
ack-report-file = Собираю файл

ntf-report = { $kind ->
    [collected] <b>Отчёт за { $month } собран.</b> Добавьте слова и сдайте. Срок: { $due }.
    [last] <b>Отчёт за { $month } не сдан.</b> Последний день: { $due }.
    [late] <b>Отчёт за { $month } не сдан.</b> Срок был { $due }: добавьте слова и сдайте сегодня.
   *[reminded] <b>Отчёт за { $month } ждёт.</b> Добавьте слова и сдайте. Срок: { $due }.
 }
ntf-report-handed = { $name } — отчёт сдан. Примите или верните.
ntf-report-taken-back = { $name }: отчёт за { $month } забран на доработку. Придёт снова.
ntf-report-decided = { $state ->
    [accepted] ✅ Отчёт за { $month } принят: { $by }. Цифры и файл остаются в /report.
   *[returned] ↩️ Отчёт за { $month } вернули: { $by }.
    «{ $text }»
    Поправьте и сдайте снова.
 }
ntf-reports-late = ⚠️ Отчёт за { $month } не сдали: { $names }.
msg-reports-reminded = Напоминание ушло: { $names }.
msg-reports = <b>Отчёты за { $month }</b>: сдано { $handed } из { $count }{ $past ->
    [yes] , срок был { $due }
   *[no] , срок { $due }
 }
reports-line = { $name } — { $state }
reports-line-sales = {" "}· { $sum }{ $percent ->
    [-1] {""}
   *[other] {" "}({ $percent } %)
 }
msg-reports-none = <b>Отчёты за { $month }</b>: нет ни одного. Черновик за прошлый месяц собирается в первый рабочий день нового или когда менеджер откроет /report.

err-report-state = { $state ->
    [handed] Отчёт уже сдан и ждёт решения. Откройте его: /report.
    [accepted] Отчёт уже принят. Откройте его: /report.
    [returned] Отчёт уже вернули. Откройте его: /report.
    [running] Месяц ещё не кончился: сдать можно первого числа.
   *[draft] Отчёт ещё не сдан. Откройте его: /report.
 }
err-report-words = Напишите словами, до { $most } знаков.

msg-report-form = <b>Форма отчёта</b>: { $own ->
    [yes] ваша, «{ $name }», { $count ->
        [one] { $count } поле
        [few] { $count } поля
       *[many] { $count } полей
     }
   *[no] стандартная
 }
report-form-since = , с { $when }
report-form-how = Возьмите файл, оформите по-своему и пришлите сюда. Метка <code>{"{{"}sales.fact{"}}"}</code> станет цифрой в формате ячейки, строка с <code>{"{{#"}claims{"}}"}</code> повторится для каждой причины. Все метки — кнопкой. Старая форма действует, пока новая не принята.
btn-report-sample = Взять файл
btn-report-fields = Все метки
btn-report-standard = Файл стандартной
btn-report-reset = Вернуть стандартную
ask-report-reset = Вернуть стандартную форму вместо «{ $name }»?
msg-report-form-caption = Поправьте и пришлите сюда тем же файлом xlsx.
report-form-bad = Эту форму принять нельзя, действует прежняя. Поправьте и пришлите снова:
report-form-more = … и ещё { $count }
report-form-same = Это та же форма, что действует сейчас.
report-form-good = { $count ->
    [one] { $count } метка
    [few] { $count } метки
   *[many] { $count } меток
 }, все знаю. Загрузить — и отчёты пойдут в этой форме.
report-form-problem = { $code ->
    [broken] { $cell } «{ $mark }» — не закрыты скобки
    [list] { $cell } «{ $mark }» — такого списка нет
    [item] { $cell } «{ $mark }» — поставьте в строку с { $like }
    [none] Ни одной метки вида {"{{"}sales.fact{"}}"}
    [table] «Умную таблицу» превратите в обычный диапазон
   *[field] { $cell } «{ $mark }» — такого поля нет
 }{ $code ->
    [item] {""}
   *[other] { $like ->
        [none] {""}
       *[other] , может быть, { $like }
     }
 }
msg-report-form-loaded = <b>Форма отчёта заменена</b>: «{ $name }», { $count ->
    [one] { $count } метка
    [few] { $count } метки
   *[many] { $count } меток
 }. Отменить можно в течение { $hours } ч.

msg-deeds = <b>Достижения</b>, { $days }
msg-deeds-of = <b>{ $name }: достижения</b>, { $days }
deeds-sales = Продажи { $sum }{ $growth ->
    [none] {""}
   *[other] {" "}({ $growth } % к прошлому году)
 }
deeds-targets = План выполнен: { $reached } из { $count } мес.
deeds-clients = Новых клиентов { $clients } · договоров { $contracts }, продлено { $renewed }
deeds-calls = Звонков { $count }{ $reached ->
    [-1] {""}
   *[other] , дозвон { $reached } %
 } · предложений { $offers }
deeds-overdue = Доля просрочки { $start } % → { $end } %
deeds-timely = Отчёты вовремя: { $timely } из { $count }
deeds-trainings = обучений { $count }
deeds-praises = 👏 { $count }
deeds-best = <b>Лучшие клиенты</b>
deeds-best-line = • { $name } — { $sum }, { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
 }
btn-deeds-half = Полгода
btn-deeds-year = Год
btn-deeds-quarter = Квартал
btn-deeds-span = Свои даты
btn-deeds-file = Файлом
btn-deeds-chart = Картинкой
ask-deeds-span = За какие дни? Напишите две даты: { $example }
deeds-chart = { $name }: продажи по месяцам
deeds-chart-sales = Продажи
deeds-chart-unit = тыс. ₽
deeds-caption = { $name }: достижения, { $days }
deeds-file-name = Достижения { $name } { $start }
deeds-sheet-months = Месяцы
deeds-sheet-figures = Итог
deeds-sheet-best = Клиенты
deeds-head-month = Месяц
deeds-head-sales = Продажи, ₽
deeds-head-before = Год назад, ₽
deeds-head-target = План, ₽
deeds-head-calls = Звонки
deeds-head-timely = Отчёт вовремя
deeds-head-client = Клиент
deeds-head-orders = Заказы
deeds-head-what = Показатель
deeds-head-value = Значение
deeds-yes = да
deeds-no = нет
deeds-total = Всего
deeds-row-new = Новые клиенты
deeds-row-contracts = Новые договоры
deeds-row-renewed = Продлённые договоры
deeds-row-calls = Звонки
deeds-row-reached = Дозвоны
deeds-row-offers = Предложения
deeds-row-orders = Заказы
deeds-row-kept = Сдержанные обещания клиентов
deeds-row-judged = Обещания с наступившим сроком
deeds-row-visits = Визиты
deeds-row-trainings = Обучения
deeds-row-greetings = Поздравления
deeds-row-praises = Похвалы руководителя

report-file-name = Отчёт { $name } { $month }
report-team-file-name = Отчёты команды { $month }
report-template-file-name = Форма отчёта
report-fields-file-name = Метки формы отчёта
report-fields-mark = Метка
report-fields-meaning = Что станет на её месте
report-fields-list = { $name }: строка повторится для каждой записи
report-sheet-figures = Цифры
report-sheet-words = Слова
report-form-sheet = Отчёт
report-form-title = Отчёт о работе за
report-form-person = Менеджер
report-form-absence = Отсутствие
report-form-fact = Факт
report-form-target = План, всего
report-form-percent = %
report-form-total = Всего
report-form-state = Состояние
report-part-sales = Продажи и клиенты
report-part-work = Работа
report-part-money = Дебиторская задолженность
report-part-claims = Претензии и возвраты
report-part-market = Рынок
report-part-next = План следующего месяца
report-list-claims = Претензии по причинам
report-list-rivals = Конкуренты
report-list-lost-goods = Упущенный спрос
report-list-ending = Договоры, которые заканчиваются
report-list-expected = Ожидаемые заказы
report-list-absences = Отсутствие
report-column-reason = причина
report-column-count = сколько
report-column-amount = сумма
report-column-name = название
report-column-client = клиент
report-column-number = номер
report-column-day = день
report-column-kind = вид
report-column-start = с какого дня
report-column-end = по какой день
report-field-report-month = Месяц отчёта
report-field-report-start = Первый день месяца
report-field-report-end = Последний день месяца
report-field-report-handed = День сдачи
report-field-company-name = Компания
report-field-person-name = Менеджер, имя
report-field-person-team = Команда
report-field-person-absence = Дни отсутствия
report-field-sales-fact = Продажи, ₽
report-field-sales-target = План продаж, ₽
report-field-sales-percent = Выполнение плана, %
report-field-sales-before = Продажи месяцем раньше, ₽
report-field-orders-count = Заказы
report-field-orders-average = Средний заказ, ₽
report-field-clients-total = Клиенты всего
report-field-clients-active = Активная клиентская база
report-field-clients-active-target = План активной базы
report-field-clients-new = Новые клиенты
report-field-clients-new-target = План новых клиентов
report-field-contracts-new = Новые договоры
report-field-contracts-target = План договоров
report-field-contracts-renewed = Продлённые договоры
report-field-calls-made = Звонки
report-field-calls-target = План звонков
report-field-calls-reached = Дозвоны
report-field-calls-reached-percent = Дозвон, %
report-field-calls-order-percent = Заказов на дозвон, %
report-field-offers-phone = Предложения по телефону
report-field-offers-email = Предложения по почте
report-field-offers-target = План предложений
report-field-debt-start = Долг клиентов на начало, ₽
report-field-debt-end = Долг клиентов на конец, ₽
report-field-debt-collected = Собрано за месяц, ₽
report-field-overdue-start = Просрочка на начало, ₽
report-field-overdue-end = Просрочка на конец, ₽
report-field-overdue-change = Изменение просрочки, ₽
report-field-promises-count = Обещания с наступившим сроком
report-field-promises-kept = Сдержанные обещания
report-field-promises-partly = Сдержанные частично
report-field-promises-broken = Сорванные обещания
report-field-promises-kept-percent = Сдержано обещаний, %
report-field-reconciliations-signed = Подписанные сверки
report-field-reconciliations-count = Сверки, которые нужны
report-field-claims-count = Претензии
report-field-claims-closed = Закрытые претензии
report-field-claims-amount = Сумма претензий, ₽
report-field-visits-done = Визиты
report-field-trainings-done = Обучения персонала клиентов
report-field-trainings-people = Обучено людей
report-field-competitors-count = Заметки о конкурентах
report-field-lost-count = Отказы из-за отсутствия товара
report-field-lost-amount = Упущенный спрос, ₽
report-field-greetings-count = Поздравления
report-field-next-sales = План продаж следующего месяца, ₽
report-field-next-clients = План новых клиентов следующего месяца
report-field-next-contracts = План договоров следующего месяца
report-field-next-calls = План звонков следующего месяца
report-field-next-ending = Договоры, которые заканчиваются
report-field-next-expected = Клиенты, от которых ждём заказ
report-field-words-successes = Успехи
report-field-words-problems = Проблемы
report-field-words-competitors = Конкуренты
report-field-words-proposals = Предложения
