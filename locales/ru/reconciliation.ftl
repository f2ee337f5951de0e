# Сверка: доска месяца, акт клиента, расхождения

month-name-1 = январь
month-name-2 = февраль
month-name-3 = март
month-name-4 = апрель
month-name-5 = май
month-name-6 = июнь
month-name-7 = июль
month-name-8 = август
month-name-9 = сентябрь
month-name-10 = октябрь
month-name-11 = ноябрь
month-name-12 = декабрь

btn-reconciliation = Сверка

# --- доска

msg-reconciliation-board = <b>Сверка за { $month }</b>: подписано { $signed } из { $total }
msg-reconciliation-none = <b>Сверка за { $month }</b>: сверять не с кем. Клиенты появятся с файлом долгов.
reconciliation-of = { $name }
reconciliation-count-differs = расхождения { $count }
reconciliation-count-not_sent = не отправлено { $count }
reconciliation-count-sent = ждём подписи { $count }
reconciliation-count-not_needed = не нужна { $count }
reconciliation-only-differs = Показаны расхождения: { $count }
reconciliation-only-not_sent = Показаны неотправленные: { $count }
reconciliation-only-sent = Показаны отправленные: { $count }
reconciliation-only-signed = Показаны подписанные: { $count }
reconciliation-only-not_needed = Показаны те, с кем не нужна: { $count }
reconciliation-mark-differs = ⚠ { $name } · { $sum }
reconciliation-mark-not_sent = ○ { $name } · { $sum }
reconciliation-mark-sent = ➤ { $name } · { $sum }
reconciliation-mark-signed = ✓ { $name } · { $sum }
reconciliation-mark-not_needed = – { $name } · { $sum }
reconciliation-months-short = { " " }· { $months } мес.
btn-reconciliation-differs = Расхождения { $count }
btn-reconciliation-not_sent = Не отправлено { $count }
btn-reconciliation-sent = Ждём подписи { $count }
btn-reconciliation-signed = Подписано { $count }
btn-reconciliation-not_needed = Не нужна { $count }
btn-reconciliation-every = Показать всех
btn-reconciliation-before = ‹ Раньше
btn-reconciliation-more = Ещё { $left } ›
reconciliation-manager = { $name }: подписано { $signed } из { $total }{ $differs ->
    [0] { "" }
   *[other] , расхождения { $differs }
 }

# --- понедельник

ntf-reconciliation = <b>Сверка за { $month }</b>: не отправлено { $count }
ntf-reconciliation-sent = <b>Сверка за { $month }</b>: отправлено, не подписано { $count }
ntf-reconciliation-late = Сообщение задержалось: бот был недоступен.
ntf-reconciliation-next = Начните с них:
reconciliation-nudge-line = — { $name }, { $sum }
reconciliation-months = { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[many] { $months } месяцев
 } без сверки
btn-reconciliation-all = Вся сверка

# --- акт одного клиента

msg-reconciliation-not_sent = <b>{ $name }</b>: сверка за { $month } не отправлена
msg-reconciliation-sent = <b>{ $name }</b>: сверка за { $month } отправлена, { $day }
msg-reconciliation-differs = <b>{ $name }</b>: сверка за { $month } — { $answer ->
    [fixed] исправили у себя, нужен новый акт
    [right] расхождение { $sum }, наши данные верны
   *[none] расхождение { $sum }
 }
msg-reconciliation-signed = <b>{ $name }</b>: сверка за { $month } подписана, { $day }
msg-reconciliation-not_needed = <b>{ $name }</b>: сверка за { $month } не нужна
reconciliation-balance = На { $day } { $side ->
    [ours] нам должны { $sum }
    [theirs] мы должны { $sum }
   *[none] долга нет
 }
reconciliation-turnover = Было { $opening }, отгружено { $debit }, оплачено { $credit }
reconciliation-changed = Остаток изменился: в отправленном акте { $sum }. Отправьте новый.
reconciliation-known-since = Движение известно с { $day }, всё до этого дня — одной суммой.
reconciliation-old-file = Файл долгов от { $day }, месяц в нём не закончен. Попросите свежий.
reconciliation-line = { $document }: у нас { $ours }, у них { $theirs }, разница { $difference }
reconciliation-comment = Пояснение: { $text }
reconciliation-answer-text = «{ $text }»
reconciliation-owner = { $answered ->
    [yes] Кто ответил: { $name }
   *[no] Разбирает: { $name }
 }
reconciliation-months-line = { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[many] { $months } месяцев
 } подряд без подписи
reconciliation-last = Подписана последней: { $month }
reconciliation-older = Не закрыты и раньше: { $months }
reconciliation-unset = В акте нет нашего юрлица: { $who ->
    [owner] задайте company.legal_name и company.tax_number в config.yaml.
   *[other] попросите владельца его задать.
 }
client-reconciled = Сверка подписана за { $month }
btn-act-pdf = Акт PDF
btn-act-xlsx = Акт Excel
btn-reconciliation-mark-sent = Отправил
btn-reconciliation-mark-signed = Подписан
btn-reconciliation-difference = Расхождение
btn-reconciliation-unneeded = Не нужна
btn-reconciliation-needed = Всё-таки нужна
btn-reconciliation-unsigned = Не подписан
btn-reconciliation-unsent = Не отправлен
btn-reconciliation-scan = Показать скан
btn-reconciliation-add-scan = Приложить скан
btn-reconciliation-board = ‹ Сверка
btn-reconciliation-debt = Долг клиента
btn-reconciliation-open = Открыть сверку
ack-act = Готовлю акт
act-file-name = Акт сверки { $client } { $month }
act-caption = { $name }: акт сверки за { $month }. Отправьте клиенту и нажмите «Отправил».
act-caption-unset = { $name }: акт сверки за { $month }. Впишите наше юрлицо и отправьте клиенту. Чтобы оно стояло само, { $who ->
    [owner] задайте company.legal_name в config.yaml.
   *[other] попросите владельца его задать.
 }
ask-reconciliation-scan = Пришлите фото или скан следующим сообщением, если он есть.
reconciliation-scan-caption = { $name }: подписанный акт за { $month }

# --- расхождения

ask-difference = <b>{ $name }</b>, { $month }: что не сходится? По строке на документ, остальные слова останутся пояснением:
    1203: у них 90 000
    1250 нет у них
ask-difference-ours = У нас за месяц:
ask-difference-document = { $document } — { $sum }
ask-unneeded = <b>{ $name }</b>, { $month }: почему сверка не нужна? Напишите в двух словах.
reconciliation-told = { $count ->
    [one] Передано тому, кто разберётся. Ответ придёт сюда.
   *[other] Передано бухгалтерам. Ответ придёт сюда.
 }
reconciliation-not-told = Бухгалтера в боте нет: разберитесь сами, напомню через два рабочих дня.
ntf-difference = { $who }: <b>{ $name }</b>, сверка за { $month } — расхождение { $sum }
ntf-difference-again = Расхождение ждёт ответа: <b>{ $name }</b>, сверка за { $month }, { $sum }
ntf-difference-next = Проверьте документы и ответьте кнопкой.
ntf-difference-look = Проверьте с клиентом и отправьте новый акт.
btn-difference-fixed = Исправили
btn-difference-right = Наши данные верны
ask-answer-words = Можно добавить пояснение — одним сообщением.
ntf-answer-fixed = { $who }: <b>{ $name }</b>, сверка за { $month } — исправили у себя. Отправьте клиенту новый акт.
ntf-answer-right = { $who }: <b>{ $name }</b>, сверка за { $month } — наши данные верны. Покажите клиенту документы.
err-difference = Не нашёл документа и суммы в «{ $text }». Напишите так: «1203: у них 90 000», каждый документ с новой строки.
err-reconciliation-reason = Причина: от 1 до { $most } знаков. Напишите ещё раз или /cancel.

# --- в истории клиента

event-reconciliation = сверка за { $month }: { $what ->
    [sent] акт отправлен
    [signed] подписана
    [differs] расхождение { $sum }
    [not_needed] не нужна
    [fixed] бухгалтер исправил у нас
    [right] бухгалтер: наши данные верны
   *[other] открыта заново
 }
