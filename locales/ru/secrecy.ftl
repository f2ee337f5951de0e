# Журнал просмотров, выгрузок и изменений; необычные просмотры и выгрузки.

btn-journal-open = 🔎 Журнал
msg-journal = <b>{ $kind }</b> · { $day }{ $known ->
    [yes] {" "}· { $name }
   *[no] {""}
 }
journal-kind = { $kind ->
    [looks] Просмотры
    [exports] Выгрузки
    [changes] Изменения
   *[standing_in] За другого
 }
journal-lists = Поисков { $searches }, таблиц долгов { $debts }
journal-exports-closed = Выгрузки закрыты.
journal-empty = { $kind ->
    [looks] В этот день карточки не открывали.
    [exports] В этот день файлы не брали.
    [changes] В этот день ничего не меняли.
   *[standing_in] В этот день никто никого не замещал.
 }
btn-journal-more = Ещё
btn-journal-who = По человеку
btn-journal-all = Вся команда
btn-journal-file = 📄 Таблица за месяц
ask-journal-whose = Чей журнал показать?
journal-for = {" "}за { $name }
journal-card = карточка
journal-beside = , вне плана
journal-times = , { $count } { $count ->
    [one] раз
    [few] раза
   *[many] раз
 }
msg-journal-viewers = <b>Кто смотрел</b> · { $name }
journal-viewers-none = Карточку пока никто не открывал.
btn-client-viewers = Кто смотрел
journal-file-name = Журнал на { $day }
journal-column = { $column ->
    [day] День
    [clock] Время
    [who] Кто
    [owner] За кого
    [client] Клиент
   *[what] Что
 }
audit-what = { $action ->
    [table] взят файл «{ $file }»
    [paper] взят документ «{ $file }»
    [export] взята таблица долгов{ $known ->
        [yes] {" "}· { $name }
       *[no] {""}
     }
    [person_exported] выгружены данные человека
    [person_erased] стёрты данные человека
    [alarm_fine] отмечено «всё в порядке»: { $name }
    [exports_closed] закрыты выгрузки: { $name }
    [exports_opened] открыты выгрузки: { $name }
    [people] изменено в команде: { $name }
    [invited] приглашение создано
    [dismissed] закрыт доступ: { $name }
    [moved] смена команды: { $name }
    [role_changed] смена роли: { $name }
    [transferred] переданы клиенты: { $name }
    [absence] отсутствие: { $name }
    [decided] принято решение
   *[other] изменены данные
 }
audit-file = { $what ->
    [orders] заказы
    [lost_demand] нет в наличии
    [market_sheet] рынок
    [claims] претензии
    [occasions_ics] календарь праздников
    [journal] журнал
    [order_form] бланк заказа
    [order_pdf] бланк заказа
    [act_pdf] акт сверки
    [act_xlsx] акт сверки
    [claim_act] акт по претензии
    [claim_act_xlsx] акт по претензии
    [week_ics] неделя
    [report] отчёт
   *[other] таблица
 }
msg-alarm = { $kind ->
    [cards] ⚠️ <b>Много карточек вне плана: { $name }</b>
    [hour] ⚠️ <b>Много карточек за час: { $name }</b>
    [searches] ⚠️ <b>Поиск без звонков: { $name }</b>
    [files] ⚠️ <b>Много выгрузок: { $name }</b>
   *[night] ⚠️ <b>Выгрузка в нерабочее время: { $name }</b>
 }
alarm-fact = { $kind ->
    [cards] с { $since } до { $until } открыто вне обзвона и плана: { $count }{ $usual ->
        [0] {""}
       *[other] , обычно { $usual } в день
     }
    [hour] с { $since } до { $until } открыто вне обзвона и плана: { $count }{ $usual ->
        [0] {""}
       *[other] , обычно { $usual } в день
     }
    [searches] к { $until } поисков подряд без звонка: { $count }
    [files] к { $until } взято таблиц: { $count }{ $usual ->
        [0] {""}
       *[other] , обычно { $usual } в день
     }
   *[night] в { $until } взята таблица, за день таких: { $count }
 }
alarm-asked = Вопрос задан, ответа пока нет.
alarm-answered = Ответ: «{ $text }»
alarm-exports-closed = Выгрузки закрыты, пока не откроете.
alarm-fine = Всё в порядке: сегодня больше не сообщу.
alarm-next = Посмотрите журнал или спросите.
btn-alarm-ask = Спросить
btn-alarm-fine = Всё в порядке
btn-exports-close = Закрыть выгрузки
btn-exports-open = Открыть выгрузки
ack-exports-open = Выгрузки открыты: { $name }
err-exports-closed = Таблицы сейчас не отправляются. Спросите руководителя.
ntf-alarm-asks = <b>{ $name } спрашивает</b>, для чего это понадобилось:
ntf-alarm-asks-next = Ответьте одним сообщением.
btn-alarm-answer = Ответить
ask-alarm-answer = Напишите ответ: { $name } его увидит.
msg-alarm-answered = Ответ отправлен: { $name }.
ntf-alarm-answered = <b>{ $name } отвечает</b>
    «{ $text }»
err-alarm-answer = Ответ — до { $most } знаков, одним сообщением.
