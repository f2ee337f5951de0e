# Цели месяца: план и факт, темп, прогноз, что сделать сегодня, честное сравнение.

reason-target = чтобы догнать план, обычно { $sum }
sum-millions = { $sum } млн ₽
target-month = { $name } { $year }
target-month-1 = январь
target-month-2 = февраль
target-month-3 = март
target-month-4 = апрель
target-month-5 = май
target-month-6 = июнь
target-month-7 = июль
target-month-8 = август
target-month-9 = сентябрь
target-month-10 = октябрь
target-month-11 = ноябрь
target-month-12 = декабрь

target-sales = Продажи
target-active_base = Активная база
target-new_clients = Новые клиенты
target-contracts = Договоры
target-calls = Звонки
target-offers = Предложения
target-receivables = Просрочка
btn-target-sales = Продажи
btn-target-active_base = Активная база
btn-target-new_clients = Новые клиенты
btn-target-contracts = Договоры
btn-target-calls = Звонки
btn-target-offers = Предложения
btn-target-receivables = Просрочка

target-of = { $fact } из { $target }
target-of-millions = { $fact } из { $target } млн
target-of-thousands = { $fact } из { $target } т.р.
target-line = { $name }: <b>{ $of }</b>
target-pace = {" "}· темп { $percent } %{ $behind ->
    [yes] {" "}🔻
   *[no] {""}
 }
target-having = {" "}· цели у { $having } из { $people }
target-forecast = {" "}· прогноз { $range }
target-forecast-millions = { $low }–{ $high } млн
target-forecast-thousands = { $low }–{ $high } т.р.
target-forecast-point = около { $sum }, мало истории
target-unset = { $name }: { $fact }, цели нет
target-unknown = { $name }: не больше { $target }, факт неизвестен
target-within = { $name }: <b>{ $fact }</b>, не больше { $target }
target-over = { $name }: <b>{ $fact }</b> ⚠️ больше { $target }

msg-targets = <b>Цели</b> · { $month }
msg-targets-of = <b>{ $name }</b> · цели, { $month }
msg-targets-team = <b>Цели команды</b> · { $month }
targets-none = Целей на этот месяц нет: их задаёт руководитель.
targets-none-set = Целей на этот месяц нет. Задайте их кнопкой.
targets-on-pace = Всё в темпе.
targets-gap = До темпа не хватает: { $name }, { $gap }
targets-person-none = { $name }: целей нет
targets-person = { $name }: { $what }
targets-behind = не в темпе: { $names }
targets-fine = в темпе
btn-target-today = Что сделать сегодня
btn-targets-change = Изменить цели
btn-targets-past = Кто задал
btn-targets-ranks = Сравнение
btn-targets-set = Задать цели
btn-targets = 🎯 Цели
btn-targets-month = К целям

ask-targets = <b>Кому задать цели на { $month }?</b>
targets-without = Без целей { $count }: { $names }
targets-hint = Или одной строкой: «Анна июль: продажи 3 млн, новые 4, договоры 4, звонки 630». Файлом: /import.
btn-targets-team = Команда { $name }
btn-targets-every = Всем одинаково
btn-targets-like = Как в прошлом
btn-targets-raise = Прошлый +{ $percent } %
btn-targets-more = Ещё цели
msg-targets-every = <b>Цели всем</b> · { $month }
msg-targets-edit = <b>{ $name }</b> · { $month }
target-edit = { $name }: <b>{ $now }</b>
target-edit-past = { $name }: <b>{ $now }</b> · прошлый месяц{ $last ->
    [none] {""}
   *[other] {" "}{ $last }
 }{ $fact ->
    [none] {""}
   *[other] {" "}факт { $fact }
 }
ask-target-kind = Что задать? Можно строкой: «продажи 3 млн, звонки 630».
targets-whom-every = всем
ask-target = { $name }: { $set ->
    [yes] сейчас { $now }
   *[no] цели нет
 } · { $whom }, { $month }. { $kind ->
    [sales] Напишите сумму: «3 млн» или «850 тыс».
    [receivables] Сколько просрочки на конец месяца самое большее? «300 тыс» или «0».
   *[other] Напишите число.
 } Убрать цель: «нет».
msg-targets-set = <b>{ $name }</b> · цели, { $month }
msg-targets-set-many = <b>Цели заданы</b> · { $month }, { $count ->
    [one] { $count } менеджер
    [few] { $count } менеджера
   *[many] { $count } менеджеров
 }
msg-targets-same = Эти цели уже стоят · { $month }
targets-set-line = { $name }: { $what }
targets-short = { $name } { $value }
targets-taken = без цели
targets-new = { $name }: <b>{ $value }</b>
targets-moved = { $name }: { $before } → <b>{ $value }</b>
ntf-targets = <b>Цели на месяц: { $month }</b> · задаёт { $by }
msg-targets-past = <b>{ $name }</b> · кто задавал цели, { $month }
targets-past-line = { $when } · { $name } { $value } — { $by }
targets-past-none = Целей никто не задавал.
err-targets = { $field ->
    [person] Не знаю менеджера «{ $text }». Начните с имени: «Анна: продажи 3 млн».
    [nobody] Чьи это цели? Начните с имени: «Анна: продажи 3 млн».
    [several] «{ $text }» — таких менеджеров несколько, напишите имя и фамилию.
    [team] Непонятно, какая команда. Выберите её кнопкой: /team → «Цели».
    [sum] Не понял «{ $text }». Напишите сумму: «3 млн» или «850 тыс».
    [value] Не понял «{ $text }». Так: «продажи 3 млн, новые 4, звонки 630».
    [closed] Этот месяц закрыт: цели меняют в этом месяце, в прошлом и вперёд.
    [far] Так далеко цели не задают: самое большее на полтора года вперёд.
    [like] В прошлом месяце целей не было. Задайте их числами.
   *[line] Нет ни одной цели. Так: «цели Анна июль: продажи 3 млн, звонки 630».
 }

msg-target-today = <b>Что сделать сегодня</b>
msg-target-today-of = <b>{ $name }</b> · что сделать сегодня
target-no-sales = Цели по продажам нет.
target-reached = Цель по продажам выполнена.
target-catch-up = Продажи: до темпа на вечер <b>{ $gap }</b> · { $enough ->
    [yes] чтобы догнать
   *[no] всего не догнать, но пора заказывать
 }: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 } на ~{ $sum }{ $enough ->
    [yes] , пора заказывать.
   *[no] .
 }
target-catch-up-nobody = Продажи: до темпа на вечер <b>{ $gap }</b> · клиентов, которым пора заказывать, нет: звоните по списку.
target-keep-up = Продажи в темпе, до цели { $left }: по { $day } в день. Пора заказывать: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 } на ~{ $sum }
target-keep-up-nobody = Продажи в темпе, до цели { $left }: по { $day } в день.
target-client = • { $name }: обычно { $sum }, молчит { $days } дн. при шаге { $gap }
target-a-day = { $name }: по <b>{ $day }</b> в день, осталось { $missing } за { $days } раб. дн.
target-in-all = { $name }: осталось <b>{ $missing }</b> за { $days } раб. дн.
target-lead = • { $name } — { $stage }
target-overdue = Просрочка выше цели на <b>{ $gap }</b>
target-nothing = На сегодня по целям всё.
btn-target-first = Наверх обзвона
msg-target-nobody = Сейчас поднимать некого: откройте цели заново.
msg-target-lifted = Первыми в обзвоне { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 } на ~{ $sum }: { $names }
msg-target-lifted-of = <b>{ $name }</b>: первыми в обзвоне { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 } на ~{ $sum }: { $names }
ntf-target-lifted = <b>Первыми в обзвоне</b> — { $names }: { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 } на ~{ $sum }, чтобы догнать план. Ставит { $by }.

msg-ranks = <b>Сравнение</b> · { $month }
msg-ranks-own = <b>Ваш месяц</b> · { $month }
msg-ranks-nobody = Сравнивать некого.
ranks-median = Медиана команды ({ $count }):
ranks-line = { $place } { $name }: { $shares }
ranks-line-median = Медиана: { $shares }
ranks-plan = темп плана { $percent } %
ranks-base = к базе { $percent } %
ranks-calls = { $calls ->
    [one] { $calls } звонок
    [few] { $calls } звонка
   *[many] { $calls } звонков
 } в день
ranks-level = {" "}· вровень
ranks-small = {" "}· вне сравнения: клиентов с ритмом { $count }
ranks-how = «К базе» — продажи к тому, что эти клиенты обычно заказывают за столько же дней; дни отсутствия не считаются.
