# Сводка руководителя за неделю и за месяц, картинки, подробности.

msg-digest-week = <b>{ $over ->
    [yes] Итог недели
   *[no] Неделя
 }</b> · { $days }
msg-digest-month = <b>{ $over ->
    [yes] Итог месяца
   *[no] Месяц
 }</b> · { $days }
digest-days = { $first }–{ $last }
digest-days-apart = { $first } – { $last }
digest-today = Сегодня: { $sum ->
    [none] {""}
   *[other] заказы { $sum },{" "}
 }{ $calls ->
    [one] { $calls } звонок
    [few] { $calls } звонка
   *[many] { $calls } звонков
 }{ $norm ->
    [0] {""}
   *[other] {" "}из { $norm }
 }
digest-period-money = Заказы: <b>{ $sum }</b>{ $count ->
    [0] {""}
    [one] , { $count } заказ
    [few] , { $count } заказа
   *[many] , { $count } заказов
 } · { $span ->
    [week] прошлая неделя
   *[month] прошлый месяц
 }{ $over ->
    [yes] {""}
   *[no] {" "}к этому дню
 } { $before }{ $change ->
    [none] {""}
   *[other] {" "}({ $change })
 }
digest-period-shares = Заказы: <b>{ $count }</b>{ $change ->
    [none] {""}
   *[other] {" "}· { $change } к { $span ->
        [week] прошлой неделе
       *[month] прошлому месяцу
     }
 }
digest-period-calls = Звонки: <b>{ $calls }</b>{ $norm ->
    [none] {""}
   *[other] {" "}из { $norm }
 } · дозвон { $reached } %
digest-period-new = Новые клиенты: <b>{ $count }</b>
digest-person-target = план { $percent } %
digest-person-calls = звонки { $calls }
digest-person-days-away = { $count ->
    [one] { $count } день отсутствия
    [few] { $count } дня отсутствия
   *[many] { $count } дней отсутствия
 }
digest-column-target = План
digest-column-change = Изменение
digest-column-share = Доля
digest-column-days = Когда
digest-column-count = Заказов
digest-column-sum = Сумма
digest-column-before = Было
digest-column-outcome = Результат
digest-column-share-of = Доля
digest-column-debt = Долг
digest-column-overdue = Просрочено
digest-column-times = Раз

btn-digest-week = Неделя
btn-digest-month = Месяц
btn-digest-before-week = ‹ Прошлая
btn-digest-before-month = ‹ Прошлый
btn-digest-picture = Картинка
btn-digest-targets = Цели
btn-digest-money = Деньги
btn-digest-outcomes = Результаты
btn-digest-debts = Долги
btn-digest-ageing = Долги по срокам
btn-digest-plan-picture = План и факт
btn-digest-to-week = ‹ К неделе
btn-digest-to-month = ‹ К месяцу

msg-person-period = <b>{ $name }</b> · { $days }
person-period-orders = { $count ->
    [0] Заказов нет
    [one] { $count } заказ на { $sum }
    [few] { $count } заказа на { $sum }
   *[many] { $count } заказов на { $sum }
 }{ $change ->
    [none] {""}
   *[other] {" "}({ $change } к прошлому разу)
 }
person-period-offers = Предложений { $offers } · обещаний { $promises } · новых клиентов { $fresh }
person-period-away = { $count ->
    [one] { $count } рабочий день отсутствия: нормы на него нет.
    [few] { $count } рабочих дня отсутствия: нормы на них нет.
   *[many] { $count } рабочих дней отсутствия: нормы на них нет.
 }
person-period-part = { $part }: звонки { $calls }, заказы { $sum }
digest-weekday = { $weekday } { $day }
digest-week-of = с { $day }

msg-digest-detail-money = <b>Деньги</b> · { $days }
msg-digest-detail-outcomes = <b>Чем кончились звонки</b> · { $days }
msg-digest-detail-debts = <b>Долги</b>{ $since ->
    [none] {""}
   *[other] {" "}· сравнение с { $since }
 }
digest-detail-money-line = { $name }: { $sum }, { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
 } · было { $before }{ $change ->
    [none] {""}
   *[other] {" "}({ $change })
 }
digest-detail-outcome-line = { $outcome }: { $count } · { $percent } %
digest-detail-debt-line = { $name }: долг { $debt }{ $debt_change ->
    [none] {""}
   *[other] {" "}({ $debt_change })
 }, просрочено { $overdue }{ $overdue_change ->
    [none] {""}
   *[other] {" "}({ $overdue_change })
 }
digest-detail-nothing = За эти дни ничего нет.
digest-total = Всего

chart-plan = Продажи: план и факт
chart-sales = Продажи по менеджерам
chart-fact = Сделано
chart-rest = Осталось до плана
chart-ageing = Долги по срокам
chart-ageing-unit = тысяч рублей · { $day }
msg-picture-plan = <b>Продажи, { $days }</b>: { $sum }{ $planned ->
    [yes] {" "}из { $target }, { $percent } %
   *[no] {""}
 }
msg-picture-ageing = <b>Долги</b>: { $sum }, просрочено { $overdue } ({ $percent } %)
msg-picture-nothing = Рисовать пока нечего.
