# Загрузка файлов: что можно прислать, что прочитано, что изменится.

# Начала слов в подписи к файлу, по которым понятно, что в нём.
import-caption = { $kind ->
    [clients] клиент контрагент покупател
    [people] люди людей человек сотрудник контакт
    [products] прайс товар каталог номенклатур цен
    [receivables] долг дебитор задолж
    [bank] выписк банк поступлен платеж
    [statuses] статус
    [template] шаблон форм
    [targets] цел план
   *[other] {""}
 }

msg-imports = <b>Загрузка</b>: пришлите файл прямо сюда.
    Сначала покажу, что изменится.
import-may-clients = • Клиенты: название, ИНН, телефон, класс, менеджер
import-may-people = • Люди клиентов: клиент, ФИО, телефон, день рождения
import-may-products = • Прайс: код, наименование, цены, остаток
import-may-receivables = • Долги: отчёт из 1С или список документов со сроками
import-may-bank = • Выписка банка: файл для 1С (1CClientBankExchange, .txt)
import-may-statuses = • Статусы заказов: файл из 1С (CommerceML) или таблица с номерами заказов
import-may-template = • Форма месячного отчёта: xlsx с метками, её берут в /report
import-may-targets = • Цели на месяц: менеджер, месяц, продажи, звонки, договоры…
import-may-contacts = • Контакты с телефона: файл .vcf
btn-import-sample = Образец: { $kind ->
    [clients] клиенты
    [people] люди
    [products] прайс
    [bank] выписка
    [statuses] статусы
    [targets] цели
   *[receivables] долги
 }
import-sample-file = { $kind ->
    [clients] Клиенты, образец
    [people] Люди, образец
    [products] Прайс, образец
    [bank] Выписка банка, образец
    [statuses] Статусы заказов, образец
    [targets] Цели, образец
   *[receivables] Долги, образец
 }
imports-last = Последние загрузки:
imports-line = { $kind ->
    [clients] Клиенты
    [people] Люди
    [products] Прайс
    [receivables] Долги
    [bank] Выписка
    [statuses] Статусы заказов
    [template] Форма отчёта
    [targets] Цели
   *[contacts] Контакты
 }, «{ $name }», { $when } — { $state ->
    [applied] загружено
    [undone] отменено
    [loading] загружается
    [asking] ждёт ответа
   *[preview] не загружено
 }

msg-import-reading = Читаю файл «{ $name }»…
ask-import-kind = Что в файле «{ $name }»?
import-kind-clients = Клиенты
import-kind-people = Люди клиентов
import-kind-products = Прайс
import-kind-receivables = Долги
import-kind-bank = Выписка банка
import-kind-statuses = Статусы заказов
import-kind-template = Форма отчёта
import-kind-targets = Цели на месяц
import-kind-contacts = Контакты

import-quoted = «{ $name }»
import-more = ещё { $count }
import-problems = Не понял:
import-problem = { $cell } «{ $text }» — { $why }
import-problem-empty = { $cell } — { $why }
import-why = { $code ->
    [no_name] нет имени
    [no_client] не указан клиент
    [not_a_phone] не телефон
    [not_a_number] не число
    [ambiguous_number] непонятно, тысячи это или дробь
    [foreign_currency] сумма не в рублях
    [not_a_date] не дата
    [not_a_birthday] не дата рождения
    [not_a_tax_number] не ИНН
    [not_an_email] не e-mail
    [not_a_status] нужно «клиент» или «лид»
    [not_a_grade] нужен класс A, B или C
    [too_big] слишком большое число
    [negative] меньше нуля
    [lost_text] текст в файле потерян
    [cut_off] файл оборван
    [unknown_client] нет такого клиента
    [ambiguous_client] таких клиентов несколько, укажите ИНН
    [foreign_client] уже есть у другого менеджера
    [several_people] таких людей у клиента несколько, добавьте телефон
    [repeated] второй раз в файле
    [not_units] нужно «кор = 20 шт; вес 0,25 кг»
    [not_a_rate] не ставка НДС
    [no_goods] товара нет в каталоге
    [no_order] не указан заказ
    [order_number_twice] этот номер уже у другого заказа файла: проверьте
    [order_status] не знаю такого статуса
    [order_gone] заказ не в работе: отозван, отказан или ещё черновик
    [order_left] заказ уже отгружен
    [order_number] нет номера в учётной системе: добавьте столбец «Номер в 1С»
    [order_line] такого товара в заказе нет
    [order_part] не сказано, сколько чего отгружено: нужны код товара и количество
    [order_quantity] количество не бывает таким: от 0 до 1 000 000
    [order_shipped] отгружено больше, чем в заказе: взято по заказу
    [not_a_month] не месяц
    [month_closed] этот месяц закрыт или слишком далеко
   *[other] не разобрал
 }
import-ignored = Не читаю колонки: { $names }
import-skipped = Не читал листы: { $names }
import-unknown-managers = Не узнал менеджеров: { $names }
import-assignee = Новых клиентов без менеджера получит { $name }.
ask-import-manager = Кому отдать { $count ->
    [one] { $count } нового клиента
   *[many] { $count } новых клиентов
 } без менеджера?

import-organisation-unknown = Организация «{ $name }» не найдена среди клиентов.
ask-import-whose = Чей это контакт?
btn-import-whose = Найти клиента

btn-import-load = Загрузить
btn-import-discard = Отмена
btn-import-undo = Отменить загрузку
btn-import-go-on = Продолжить: { $name }
btn-import-undo-named = Отменить: { $name }
btn-imports = К загрузкам
btn-import-clients = К клиентам
btn-import-debts = К долгам

msg-import-loaded = <b>Загружено: { $kind ->
    [clients] клиенты
    [people] люди клиентов
    [products] прайс
    [receivables] долги
    [targets] цели
   *[contacts] контакты
 }</b> из «{ $name }».
    { $kind ->
    [receivables] С новым долгом { $new }, обновлено { $changed }.
   *[other] Новых { $new }, обновлено { $changed }.
 } Отменить можно в течение { $hours } ч.
import-loaded-unknown = ⚠️ Не { $count ->
    [one] узнал { $count } имя, его долг не загружен
    [few] узнал { $count } имени, их долг не загружен
   *[many] узнал { $count } имён, их долг не загружен
 }. Пришлите файл снова и нажмите «Уточнить».
msg-import-discarded = Файл «{ $name }» не загружен, ничего не изменено.
msg-import-undone = <b>Загрузка отменена</b>: «{ $name }». Всё как до неё.
import-kept = Кроме изменённых позже, { $count }: { $names }

err-file-lost = Файл не скачался, ничего не изменено. Пришлите его ещё раз.
err-file-refused = Этот файл не читается. Что можно прислать: /import.
err-file-empty = Файл пуст. Проверьте его и пришлите ещё раз.
err-file-too-large = Файл слишком большой: { $what ->
    [rows] строк больше { $limit }
    [columns] колонок больше { $limit }
    [sheets] листов больше { $limit }
   *[other] не помещается в память
 }. Разделите его и пришлите частями.
err-file-encrypted = Файл под паролем. Снимите пароль и пришлите ещё раз.
err-file-mxl = Это таблица 1С (mxl). Сохраните её как xlsx и пришлите.
err-file-damaged = Файл повреждён. Откройте его, сохраните заново как xlsx и пришлите.
err-file-unsupported = Такие файлы не читаю. Что можно прислать: /import.
err-file-movements = В файле обороты, а не долги по клиентам: карточка, анализ счёта или акт сверки. Пришлите оборотно-сальдовую ведомость или задолженность по срокам.
err-file-payables = В файле то, что должны мы поставщикам, а не долги клиентов. Пришлите задолженность покупателей.
err-file-no-table = Не нашёл в файле таблицу с нужными колонками. Образцы: /import.
err-import-too-large = Файл больше { $limit } МБ. Разделите его и пришлите частями.
err-import-role = { $kind ->
    [receivables] Это файл с долгами. Его присылает бухгалтер или руководитель.
    [products] Это прайс. Его присылает поддержка или руководитель.
    [people] Это список людей. Его присылает менеджер или руководитель.
    [contacts] Это контакты. Их присылает менеджер или руководитель.
    [template] Это форма отчёта. Её присылает владелец.
    [statuses] Это статусы заказов. Их присылает поддержка, бухгалтер или руководитель.
    [bank] Это выписка банка. Её присылает бухгалтер или руководитель.
    [targets] Это цели. Их присылает руководитель.
   *[clients] Это список клиентов. Его присылает менеджер или руководитель.
 } Что можно вам: /import.
err-import-no-manager = Сначала выберите менеджера для новых клиентов.
err-import-undo = { $why ->
    [late] Срок отмены прошёл, загруженное остаётся.
    [changed] Загруженное с тех пор изменилось, отменить уже нельзя.
   *[newer] Уже загружен файл новее: «{ $name }»{ $by ->
        [none] . Сначала отмените его: /import.
       *[other] , { $by }. Сначала отменить надо его.
     }
 }

# Файл до загрузки: что в нём и что изменится.
msg-import-preview = <b>{ $kind ->
    [clients] Клиенты
    [people] Люди клиентов
    [products] Прайс
    [receivables] Долги
    [bank] Выписка
    [statuses] Статусы заказов
    [template] Форма отчёта
    [targets] Цели на месяц
   *[contacts] Контакты
 }</b> из «{ $name }». Ещё ничего не изменено.
msg-import-debts = <b>{ $shape ->
    [ageing] Ведомость по срокам долга
    [statement] Ведомость расчётов
    [turnover62] Оборотка по счёту 62
   *[documents] Список долгов
 }</b> из «{ $name }». Ещё ничего не изменено.
import-counts = Обновить { $changed }, новых { $new }, без изменений { $same }, не понял { $bad }
import-debt-counts = Обновить { $changed }, новых { $new }, без изменений { $same }, не узнал { $unknown }
import-as-of = Файл на { $day }, { $age ->
    [future] ⚠️ этот день ещё не наступил.
   *[past] { $days ->
        [0] сегодняшний.
        [1] вчерашний.
        [one] { $days } день назад.
        [few] { $days } дня назад.
       *[many] { $days } дней назад.
     }
 }
import-undated = ⚠️ Даты в файле нет, считаю на сегодня, { $day }.
import-older = ⚠️ Файл старее загруженного: уже есть на { $day }.
import-already = Этот файл уже загружен: { $when }{ $by ->
    [other] {", "}{ $who }
   *[self] {""}
 }. Менять нечего.
import-overtaken = ⚠️ Уже загружен «{ $name }»: { $when }{ $by ->
    [other] {", "}{ $who }
   *[self] {""}
 }. Посчитано заново.
import-recounted = ⚠️ Прошлую загрузку отменили. Посчитано заново.
import-total = { $state ->
    [off] ⚠️{ " " }
    [no] ⚠️{ " " }
   *[other] { "" }
 }Сумма файла { $sum }{ $state ->
    [yes] , сходится с итогом.
    [off] , не сходится с итогом на { $off }.
    [no] , не сходится с итогами.
   *[none] , итога в нём нет.
 }
import-since = С файла на { $day }:
import-balance = Долг { $was } → { $now }, просрочено { $late_was } → { $late_now }
import-paid = { $count ->
    [one] Оплатил { $count } клиент
    [few] Оплатили { $count } клиента
   *[many] Оплатили { $count } клиентов
 }, { $sum }: { $names }
import-late = Новая просрочка у { $count ->
    [one] { $count } клиента
   *[many] { $count } клиентов
 }, { $sum }: { $names }
import-grown = Просрочка выросла у { $count ->
    [one] { $count } клиента
   *[many] { $count } клиентов
 } на { $sum }: { $names }
import-cleared = { $most ->
    [yes] ⚠️ Большей части долгов в файле нет: долг
   *[no] Нет в файле, долг
 } станет нулевым у { $count ->
    [one] { $count } клиента
   *[many] { $count } клиентов
 }, { $sum }: { $names }
import-name-sum = { $name } { $sum }
import-unknown = { $kind ->
    [receivables] Не узнал { $count }{ $sum ->
        [none] {""}
       *[other] {" "}на { $sum }
     }, не загружу: { $names }
    [contacts] Не узнал, чьи контакты: { $names }
   *[other] Не узнал клиентов, { $count }: { $names }
 }
import-passed-over = Не наших, пропущу: { $count }
import-foreign = Клиентов других команд, пропущу: { $count }
import-held = Нет в файле { $count ->
    [one] { $count } клиента
   *[many] { $count } клиентов
 }, { $sum }: { $names }. Их долг останется, пока не уточните имена.
import-nothing = Загружать нечего.
msg-import-loading = Загружаю «{ $name }»…
msg-import-progress = Читаю файл «{ $name }»: { $done } из { $total } строк
btn-import-doubts = Уточнить { $count }
btn-import-map = Указать колонки
btn-import-list = Весь список
btn-import-preview = К просмотру
import-problems-cell = Ячейка
import-problems-text = Что в файле
import-problems-why = Почему не загружу
import-problems-file = Не понял, { $name }

# Кто это: вопросы по именам, которых нет среди клиентов.
ask-import-doubt = <b>Вопрос { $number } из { $total }.</b> Кто это из клиентов?
import-doubt = «{ $name }», долг { $sum }
import-doubt-number = ИНН { $number }
import-nobody-alike = Похожих среди клиентов нет.
import-said = Запомнил: «{ $name }» — это { $client }.
import-said-nobody = Запомнил: «{ $name }» — не наш клиент.
btn-import-find = Найти другого
btn-import-not-ours = Не наш клиент
btn-import-rest = Остальные не наши
btn-import-later = Спросить позже
btn-import-questions = К вопросу
ask-import-find = Напишите имя клиента, ИНН или телефон. Кто это:
ask-import-which = Нашёл. Кто из них:
import-not-found = Никого не нашёл. Напишите иначе: часть имени, ИНН или телефон.
btn-import-names = Запомненные имена
msg-import-names = <b>Запомненные имена</b>: так узнаю клиентов в файлах. Забытое спрошу снова.
msg-import-no-names = Запомненных имён нет. Они появятся, когда уточните клиента из файла.
import-known-name = • «{ $name }» — { $client }, { $manager }
import-known-nobody = • «{ $name }» — не наш клиент
btn-import-forget = Забыть: { $name }
btn-import-more-names = Ещё
ack-import-forgotten = Забыто: { $name }

# Какая колонка что значит.
ask-import-column = { $why ->
    [again] Колонки не подошли: { $role ->
        [order] заказов с номером или статусом в них нет
        [status] заказов с номером или статусом в них нет
        [entered] заказов с номером или статусом в них нет
       *[other] сумм долга в них нет
     }, файл «{ $name }».
    [asked] Колонки файла «{ $name }».
   *[new] Не узнал таблицу в файле «{ $name }».
 } { $role ->
    [client] <b>Где клиент?</b>
    [amount] <b>Где сумма долга?</b>
    [due] <b>Где срок оплаты?</b>
    [order] Это статусы заказов? <b>Где номер нашего заказа?</b>
    [status] <b>Где статус?</b>
    [entered] <b>Где номер в учётной системе?</b>
   *[document] <b>Где документ?</b>
 }
import-column-chosen = { $role ->
    [client] Клиент
    [amount] Долг
    [due] Срок оплаты
    [order] Наш заказ
    [status] Статус
    [entered] Номер в учёте
   *[document] Документ
 } — { $column }
import-column = { $letters }: { $state ->
    [both] { $heading } — { $sample }
    [heading] { $heading }
   *[sample] { $sample }
 }
btn-import-skip = Пропустить
btn-import-column-back = ‹ Назад
msg-import-columns = <b>Колонки запомнил</b>, в следующий раз не спрошу. Файл «{ $name }» читаю с ними:
