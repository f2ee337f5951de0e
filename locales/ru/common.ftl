# Меню, роли, дни, отказы: то, что встречается везде.

menu-calls = 📞 Обзвон
menu-order = 🧾 Заказ
menu-orders = 🧾 Заказы
menu-clients = 👥 Клиенты
menu-debts = 💰 Долги
menu-occasions = 🎂 Праздники
menu-plan = 📊 План
menu-week = 🗓 Неделя
menu-team = 👔 Команда
menu-settings = ⚙️ Настройки
menu-digest = 📋 Сводка
menu-import = 📥 Загрузка
menu-hint-owner = Имя клиента или команда
menu-hint-lead = Имя клиента или команда
menu-hint-manager = Клиент или что было: «вектор думает»
menu-hint-support = Выберите заказ
menu-hint-accountant = Пришлите файл с долгами
menu-hint-logistics = Ответьте на заявку

role-owner = владелец
role-lead = руководитель
role-manager = менеджер
role-support = поддержка продаж
role-accountant = бухгалтер
role-logistics = логист

btn-back = ‹ Назад
btn-cancel = Отмена

day-today = сегодня
day-tomorrow = завтра
day-full = { $weekday }, { $day } { $month }
day-of-month = { $day } { $month }
sum-thousands = { $sum } т.р.
weekday-1 = пн
weekday-2 = вт
weekday-3 = ср
weekday-4 = чт
weekday-5 = пт
weekday-6 = сб
weekday-7 = вс
month-of-1 = января
month-of-2 = февраля
month-of-3 = марта
month-of-4 = апреля
month-of-5 = мая
month-of-6 = июня
month-of-7 = июля
month-of-8 = августа
month-of-9 = сентября
month-of-10 = октября
month-of-11 = ноября
month-of-12 = декабря
month-short-1 = янв
month-short-2 = фев
month-short-3 = мар
month-short-4 = апр
month-short-5 = мая
month-short-6 = июн
month-short-7 = июл
month-short-8 = авг
month-short-9 = сен
month-short-10 = окт
month-short-11 = ноя
month-short-12 = дек

msg-stranger = Это рабочий бот. Чтобы войти, откройте ссылку-приглашение.
msg-invited = Вас приглашает { $name }.
msg-home = Готово к работе. Откройте раздел внизу или /help.
msg-left = Диалог закрыт. Откройте раздел внизу.
msg-left-draft = Черновик сохранён: /order
msg-nothing-open = Открытого диалога нет. Откройте раздел внизу.
msg-not-understood = Не понял. Откройте раздел внизу или /help.
msg-button-old = Эта кнопка устарела. Откройте раздел внизу.

msg-welcome-owner = <b>{ $company }</b>: бот работает, вы — владелец.
    1. /team — пригласите руководителя и менеджеров.
    2. Пришлите сюда файл с клиентами: /import.
msg-welcome-lead = { $name }, вы в «{ $company }» как руководитель.
    Пригласите менеджеров: /team. План дня придёт в 9:00, итог — в 18:30.
msg-welcome-manager = { $name }, вы в «{ $company }» как менеджер.
    Список звонков придёт в 9:00 рабочего дня. Сейчас: /calls или /clients.
    После звонка пишите как говорите: «ромашка взяла 20 кор масла по 150, перезвонить в пт».
msg-welcome-support = { $name }, вы в «{ $company }» как поддержка продаж.
    Заказы менеджеров придут сюда карточками: «Принял», «Введён №», «Вопрос».
msg-welcome-accountant = { $name }, вы в «{ $company }» как бухгалтер.
    Пришлите сюда файл с дебиторкой или выписку банка. Образцы: /import.
msg-welcome-logistics = { $name }, вы в «{ $company }» как логист.
    Запросы на товар придут сюда.

msg-help-owner = <b>Что здесь есть</b>
    /team, /absences — люди, скидки, замещение
    /digest — день команды
    /approvals — что ждёт вашего решения
    /plan, /week — нормы и цели, планы недели
    /errands — поручения, запросы, объявления
    /clients, /leads — клиенты, лиды, счётчик договоров
    /contracts — договоры команды
    /orders, /shortages — заказы, кто ждёт товара
    /claims — претензии и возвраты
    /debts, /stops — долги, стоп-лист
    /occasions — кого поздравить из ключевых
    /promotions, /exhibitions — акции, выставки
    /competitors — цены конкурентов
    /analysis — звонки команды в картинках
    /report — отчёт за месяц и достижения
    /import, /desk — файлы, чат для заказов
    /settings, /cancel — настройки, закрыть диалог
msg-help-lead = <b>Что здесь есть</b>
    Спросить можно словами: «сколько должен вектор», «что брала ромашка».
    /digest — день команды
    /approvals — что ждёт вашего решения
    /plan, /week — нормы и цели, планы недели
    /team, /absences — люди, скидки, замещение
    /errands — поручения, запросы, объявления
    /clients, /leads — клиенты, лиды, счётчик договоров
    /contracts — договоры команды
    /orders, /shortages — заказы, кто ждёт товара
    /claims — претензии и возвраты
    /debts, /stops — долги, стоп-лист
    /occasions — кого поздравить из ключевых
    /promotions, /exhibitions — акции, выставки
    /competitors — цены конкурентов
    /analysis — звонки команды в картинках
    /report — отчёт за месяц и достижения
    /import, /desk — файлы, чат для заказов
    /settings, /cancel — настройки, закрыть диалог
msg-help-manager = <b>Что здесь есть</b>
    Быстрее всего — одной строкой: «ромашка взяла 20 кор масла по 150, перезвонить в пт». Спросить — тоже: «сколько должен вектор».
    /calls — список звонков и карточки
    /order, /orders — новый заказ, переданные заказы
    /shortages, /claims — кто ждёт товара, претензии
    /questions — что вы спросили у руководителя
    /clients — поиск, карточка, новый клиент
    /leads, /contracts — лиды, договоры
    /debts, /stops — долги и обещания, стоп-лист
    /occasions — кого поздравить
    /plan, /week — нормы дня, план недели
    /promotions, /exhibitions — акции, выставки
    /competitors — цены конкурентов
    /analysis — когда берут трубку
    /report — отчёт за месяц и достижения
    /errands — поручения, запросы, объявления
    /absences — отсутствия и замещение
    /import — загрузка файлов
    /settings, /cancel — настройки, закрыть диалог
msg-help-support = <b>Что здесь есть</b>
    /orders — заказы в работе
    /desk — куда приходят карточки заказов: чат или группа
    /import — загрузка прайса и статусов заказов
    /claims — претензии и возвраты
    /errands — поручения, запросы, объявления
    /absences — отсутствия и замещение
    /settings — язык и пояс
    /cancel — закрыть диалог
msg-help-accountant = <b>Что здесь есть</b>
    /import — долги, выписка банка, статусы заказов: что присылать, образцы
    /orders — выгрузка заказов в 1С
    /debts — долги, платежи без клиента, сверка
    /stops — стоп-лист: кто, чьё слово
    /claims — претензии и возвраты
    /errands — поручения, запросы, объявления
    /absences — отсутствия и замещение
    /settings — язык и пояс
    /cancel — закрыть диалог
msg-help-logistics = <b>Что здесь есть</b>
    /shortages — кто ждёт товара, упущенный спрос
    /claims — претензии и возвраты
    /errands — поручения, запросы, объявления
    /absences — отсутствия и замещение
    /settings — язык и пояс
    /cancel — закрыть диалог

err-unexpected = Не получилось, ничего не изменено. Повторите; если снова так — код { $reference } владельцу бота.
err-access-denied = Этого нет в вашей роли. Что доступно: /help.
err-not-found = Этого здесь больше нет. Откройте раздел заново.
err-stale = Это уже сделано или изменилось. Откройте раздел заново.
err-invitation = Приглашение не действует. Попросите новое.
err-unreadable = { $expected ->
    [team-name] Название команды: от 1 до 100 знаков. Напишите ещё раз или /cancel.
    [report-span] Не понял период. Напишите две даты по порядку: «01.05–31.10».
    [timezone] Такого часового пояса нет. Выберите из списка: /settings.
    [employee-name] Имя: от 1 до 100 знаков. Напишите ещё раз или /cancel.
    [zone-typed] Не понял «{ $text }». Напишите город («Тюмень»), «мск+2» или «UTC+5» — или выберите кнопкой.
    [push-kind] Такой рассылки у вас нет. Что есть: /settings.
    [day] Не понял «{ $text }». Напишите день: «завтра», «чт в 15», «25.11» — или выберите кнопкой.
    [sum] Не понял сумму «{ $text }». Напишите «120 000», «250 тыс» или «120 тыс в пятницу».
    [claim-sum] Не понял сумму «{ $text }». Напишите «12 500» или «0»: посчитаю по товару.
    [phone] «{ $text }» — не номер телефона. Напишите, например, +7 916 123-45-67.
   *[other] Не разобрал «{ $text }». Напишите иначе или /cancel.
 }

choice-today = сегодня
choice-tomorrow = завтра
choice-day_after = послезавтра
choice-day = { $name }, { $day }
choice-suggested = ★ { $name }, { $day }
