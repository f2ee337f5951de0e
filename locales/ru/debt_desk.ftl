# Стол долгов: таблица по срокам, команда, картинка, файл.

ageing-not-due = без просрочки
ageing-days = { $start }–{ $end } дн.
ageing-over = > { $days } дн.
ageing-total = Итого
debts-balance = За вычетом переплаты: { $sum }
debts-change = { $grew ->
    [yes] Просрочка выросла с { $day } на { $sum }.
   *[no] Просрочка снизилась с { $day } на { $sum }.
 }
debts-column-thousands = т.р.
debts-column-debt = долг
debts-column-overdue = проср.
debts-column-since = с { $day }
btn-debts-picture = Картинка
btn-debts-table = Таблица
chart-debts = Долги: { $sum }
chart-debts-late = { $late ->
    [0] { $debt }
   *[other] { $debt }, просрочено { $overdue }
 }
chart-debts-not-due = без просрочки
chart-debts-overdue = просрочено
chart-debts-file = по файлу от { $day }
msg-debts-file = <b>Долги таблицей</b>: клиенты и документы.
    Внутри коммерческие данные, не пересылайте.
ack-debts-file = Готовлю таблицу.
debts-file-name = долги-{ $day }
debts-sheet-clients = Клиенты
debts-sheet-documents = Документы
debts-head-client = Клиент
debts-head-tax-number = ИНН
debts-head-manager = Менеджер
debts-head-debt = Долг, ₽
debts-head-not-due = Без просрочки, ₽
debts-head-days = { $start }–{ $end } дн., ₽
debts-head-over = Больше { $days } дн., ₽
debts-head-overdue = Просрочено, ₽
debts-head-late = Дней просрочки
debts-head-advance = Переплата, ₽
debts-head-limit = Лимит, ₽
debts-head-promise = Обещано на
debts-head-promised = Обещано, ₽
debts-head-broken = Обещание не сдержано
debts-head-kept = Сдержано обещаний
debts-head-judged = Всего обещаний
debts-head-disputed = В споре, ₽
debts-head-stopped = Стоп
debts-head-as-of = По файлу от
debts-head-document = Документ
debts-head-contract = Договор
debts-head-day = Дата
debts-head-due = Срок
debts-head-amount = Сумма, ₽
debts-head-dispute = Спор
debts-head-dispute-until = Спор до
debts-stopped = стоп
