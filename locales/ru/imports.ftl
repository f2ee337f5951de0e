# Загрузка файлов: что можно прислать, что прочитано, что изменится.

# Начала слов в подписи к файлу, по которым понятно, что в нём.
import-caption = { $kind ->
    [clients] клиент контрагент покупател
    [people] люди людей человек сотрудник контакт
    [products] прайс товар каталог номенклатур цен
    [receivables] долг дебитор задолж
   *[other] {""}
 }

msg-imports = <b>Загрузка</b>: пришлите файл прямо сюда — xlsx, xls или csv.
    Сначала покажу, что изменится.
import-may-clients = • Клиенты: название, ИНН, телефон, класс, менеджер
import-may-people = • Люди клиентов: клиент, ФИО, телефон, день рождения
import-may-products = • Прайс: код, наименование, цены, остаток
import-may-receivables = • Долги: отчёт из 1С или список документов со сроками
import-may-contacts = • Контакты с телефона: файл .vcf
btn-import-sample = Образец: { $kind ->
    [clients] клиенты
    [people] люди
    [products] прайс
   *[receivables] долги
 }
import-sample-file = { $kind ->
    [clients] Клиенты, образец
    [people] Люди, образец
    [products] Прайс, образец
   *[receivables] Долги, образец
 }
imports-last = Последние загрузки:
imports-line = { $kind ->
    [clients] Клиенты
    [people] Люди
    [products] Прайс
    [receivables] Долги
   *[contacts] Контакты
 }, «{ $name }», { $when } — { $state ->
    [applied] загружено
    [undone] отменено
   *[preview] не загружено
 }

msg-import-reading = Читаю файл «{ $name }»…
ask-import-kind = Что в файле «{ $name }»?
import-kind-clients = Клиенты
import-kind-people = Люди клиентов
import-kind-products = Прайс
import-kind-receivables = Долги
import-kind-contacts = Контакты

msg-import-preview = <b>{ $kind ->
    [clients] Клиенты
    [people] Люди клиентов
    [products] Прайс
    [receivables] Долги
   *[contacts] Контакты
 }</b> из «{ $name }». Ещё ничего не изменено.
import-counts = { $kind ->
    [receivables] Клиентов с новым долгом { $new }, обновить { $changed }, без изменений { $same }, не понял { $bad }
   *[other] Обновить { $changed }, новых { $new }, без изменений { $same }, не понял { $bad }
 }
import-as-of = { $dated ->
    [yes] Файл на { $day }, { $days ->
        [0] сегодняшний.
        [1] вчерашний.
        [one] { $days } день назад.
        [few] { $days } дня назад.
       *[many] { $days } дней назад.
     }
   *[no] Даты в файле нет, считаю на сегодня, { $day }.
 }
import-older = ⚠️ Уже загружен файл новее, на { $day }.
import-total = Сумма { $sum }{ $state ->
    [yes] , сходится с итогом файла.
    [off] , не сходится с итогом файла на { $off }.
    [no] , не сходится с итогами файла.
   *[none] , итога в файле нет.
 }
import-paid = Оплачено с прошлого файла: { $sum }
import-late = Новая просрочка у { $count ->
    [one] { $count } клиента
   *[many] { $count } клиентов
 }: { $names }
import-name-sum = { $name } { $sum }
import-cleared = Нет в файле, долг станет нулевым у { $count ->
    [one] { $count } клиента
   *[many] { $count } клиентов
 } ({ $sum }): { $names }
import-unknown = { $kind ->
    [receivables] Не узнал { $count }, не загружу: { $names }
    [contacts] Не узнал, чьи контакты: { $names }
   *[other] Не узнал клиентов, { $count }: { $names }
 }
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
    [not_a_date] не дата
    [not_a_birthday] не дата рождения
    [not_a_tax_number] не ИНН
    [not_an_email] не e-mail
    [not_a_status] нужно «клиент» или «лид»
    [not_a_grade] нужен класс A, B или C
    [negative] меньше нуля
    [lost_text] текст в файле потерян
    [unknown_client] нет такого клиента
    [ambiguous_client] таких клиентов несколько, укажите ИНН
    [foreign_client] уже есть у другого менеджера
    [repeated] второй раз в файле
   *[other] не разобрал
 }
import-ignored = Не читаю колонки: { $names }
import-unknown-managers = Не узнал менеджеров: { $names }
import-assignee = Новых клиентов без менеджера получит { $name }.
import-nothing = Загружать нечего.
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
btn-import-undo-named = Отменить: { $name }
btn-imports = К загрузкам
btn-import-clients = К клиентам
btn-import-debts = К долгам

msg-import-loaded = <b>Загружено: { $kind ->
    [clients] клиенты
    [people] люди клиентов
    [products] прайс
    [receivables] долги
   *[contacts] контакты
 }</b> из «{ $name }».
    { $kind ->
    [receivables] С новым долгом { $new }, обновлено { $changed }.
   *[other] Новых { $new }, обновлено { $changed }.
 } Отменить можно в течение { $hours } ч.
msg-import-discarded = Файл «{ $name }» не загружен, ничего не изменено.
msg-import-undone = <b>Загрузка отменена</b>: «{ $name }». Всё как до неё.
import-kept = Кроме изменённых позже, { $count }: { $names }

err-file-lost = Файл не скачался, ничего не изменено. Пришлите его ещё раз.
err-file-refused = Этот файл не читается. Пришлите xlsx, xls или csv.
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
err-file-unsupported = Такие файлы не читаю. Пришлите xlsx, xls, csv или .vcf.
err-file-no-table = Не нашёл в файле таблицу с нужными колонками. Образцы: /import.
err-import-too-large = Файл больше { $limit } МБ. Разделите его и пришлите частями.
err-import-role = { $kind ->
    [receivables] Это файл с долгами. Его присылает бухгалтер или руководитель.
    [products] Это прайс. Его присылает поддержка или руководитель.
    [people] Это список людей. Его присылает менеджер или руководитель.
    [contacts] Это контакты. Их присылает менеджер или руководитель.
   *[clients] Это список клиентов. Его присылает менеджер или руководитель.
 } Что можно вам: /import.
err-import-no-manager = Сначала выберите менеджера для новых клиентов.
err-import-undo = { $why ->
    [late] Срок отмены прошёл, загруженное остаётся.
   *[newer] Уже загружен файл новее. Сначала отмените его: /import.
 }
