# Отсутствия и замещение: кто, когда, кто за него; место заместителя, что принято и что сделано.

behalf-label = 👤 За: { $name }
err-substitution-over = Замещение закончилось: { $name }. Дальше отвечает сам сотрудник.
err-own-hand = { $what ->
    [journal] Журнал за другого не открывают и выгрузки не разрешают: это делает { $name } или руководитель выше.
    [group] Группу для сводки за другого не меняют: это делает { $name } или руководитель выше.
   *[people] Людей и их клиентов за другого не переставляют: это делает { $name } или руководитель выше.
}
err-own-client = Это ваш клиент: откройте его у себя, не за { $name }.
err-own-question = Свой вопрос за другого не решают: ответит { $name }.
err-on-behalf = Это клиент коллеги, которого вы замещаете. Откройте его место в /absences.
err-absence = { $why ->
    [days] Не понял дни. Напишите: «12–26.06», «до пятницы», «на 3 дня».
    [span] Конец раньше начала, больше года или начало больше месяца назад. Напишите дни: «12–26.06».
    [past] Эти дни уже прошли. Напишите дни: «12–26.06».
    [overlap] { $name }: отсутствие уже есть, с { $day }. Измените его в «Отсутствиях».
    [deputy_away] { $name }: в эти дни тоже нет на месте (до { $day }). Выберите другого.
    [two] «{ $name }» — таких несколько. Напишите имя с фамилией.
    [deputy] «{ $name }» замещать не может. Напишите другое имя или строку без имени («отпуск 12–26.06»): покажу, кто может.
    [own] «{ $name }» — не понял. Свои дни пишут так: «отпуск 12–26.06 → Ира», за коллегу — руководитель.
   *[nobody] «{ $name }» — не нашли среди сотрудников. Напишите так: «отпуск Анны 12–26.06 → Ира».
 }
command-absences = 🏖 Отсутствия и замещение
absence-vacation = отпуск
absence-sick = больничный
absence-trip = командировка
absence-other = отсутствие
btn-absence-other = Другое
absence-span = { $first } – { $last }
absence-line = { $name } — { $kind }, { $span } → { $deputy }
absence-line-alone = { $name } — { $kind }, { $span }
absence-asked = ⏳ { $line }
absence-nobody = Никто не замещает: списки и сообщения подождут.
absence-state-set = { $under ->
    [yes] <b>Отсутствие идёт</b>
   *[no] <b>Отсутствие поставлено</b>
 }
absence-state-asked = { $yours ->
    [yes] <b>Ждёт вашего ответа</b>
   *[no] <b>Ждёт ответа руководителя</b>
 }
absence-state-declined = <b>Не согласовано</b>
absence-state-cancelled = <b>Отменено</b>
absence-state-over = <b>Отсутствие закончилось</b>
msg-absences = <b>{ $count ->
    [0] Все на месте
    [one] Сейчас нет { $count } человека
   *[many] Сейчас нет { $count } человек
 }</b>
msg-absences-none = <b>Вы на месте</b>
msg-absences-away = <b>Вас нет { $today ->
    [yes] сегодня
   *[no] до { $day }
 }, { $has ->
    [yes] замещает { $deputy }
   *[no] не замещает никто
 }</b>
absences-places = Вы замещаете:
absences-team = Команда:
absences-own = Ваши:
absences-hint = { $leads ->
    [yes] Можно одной строкой: «отпуск Анны 12–26.06 → Ира».
   *[no] Можно одной строкой: «отпуск 12–26.06 → Ира».
 }
btn-team-absences = 🏖 Отсутствия
btn-absences = К отсутствиям
btn-absence = { $name }
btn-absence-dated = { $name }, { $span }
btn-absence-own = Моё отсутствие
btn-absence-new = ➕ Сотрудника
btn-place = 👤 За: { $name }
btn-absence-agree = ✅ Разрешить
btn-absence-decline = ❌ Отказать
btn-other-deputy = Другой заместитель
btn-absence-back = На работе раньше
btn-absence-cancel = Отменить
btn-absence-sure = Да
btn-absence-days = Другие дни
btn-no-deputy = Без замены
btn-absence-take = Поставить
btn-absence-ask = Попросить
ask-absence-whose = Кого не будет?
ask-absence-kind = <b>{ $name }</b>: почему не будет?
ask-absence-days = <b>{ $name }</b>, { $kind }: с какого по какое? Напишите «12–26.06» или выберите.
ask-deputy = <b>{ $name }</b>, { $kind } { $span }. Кто замещает?
ask-other-deputy = Кто замещает?
    { $line }
deputy-away = { $name } — нет до { $day }
check-absence = <b>Проверьте</b>
check-absence-deputy = Списки, сообщения и вопросы на эти дни придут заместителю; клиенты и цифры остаются на месте.
ask-absence-back = { $own ->
    [yes] Вы снова на работе? Замещение закончится сейчас.
   *[no] Сотрудник снова на работе? Замещение закончится сейчас.
 }
ask-absence-cancel = Отменить?
ntf-absence-asked = 🏖 <b>{ $name } просит согласовать</b>
ntf-absence-set = 🏖 <b>Отсутствие согласовано</b>
ntf-absence-deputy = 👤 <b>Вы замещаете: { $name }</b>
ntf-absence-declined = ❌ <b>Отсутствие не согласовано</b>
ntf-absence-cancelled = <b>Отсутствие отменено: { $name }</b>
ntf-absence-over = <b>Снова на работе: { $name }</b>
ntf-absence-freed = ⚠️ <b>Теперь не замещает никто: { $name }</b>
ntf-absence-former = <b>Замещаете больше не вы: { $name }</b>
msg-place = <b>За: { $name }, { $today ->
    [yes] сегодня
   *[no] до { $day } включительно
 }</b>
    Отсюда вы работаете за этого человека: заказы и цифры запишутся ему, в истории останется ваше имя.
ntf-absence-begins = 👤 <b>{ $begun ->
    [yes] Вы замещаете: { $name }
   *[no] Скоро вы замещаете: { $name }
 }</b>
    { $span }
brief-clients = { $count ->
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }
brief-leads = Сводка и решения команды в эти дни придут вам.
brief-contacts = { $count ->
    [one] { $count } звонок или встреча назначены на эти дни
    [few] { $count } звонка и встречи назначены на эти дни
   *[many] { $count } звонков и встреч назначены на эти дни
 }
brief-promises = { $count ->
    [one] { $count } обещание оплаты
    [few] { $count } обещания оплаты
   *[many] { $count } обещаний оплаты
 } на { $sum }
brief-orders = { $count ->
    [one] { $count } заказ в работе
    [few] { $count } заказа в работе
   *[many] { $count } заказов в работе
 }
brief-overdue = Просрочено { $sum }
brief-keys = Главные клиенты:
ntf-absence-ends = { $has ->
    [yes] 👋 <b>С возвращением. Замещение закончилось: { $deputy }</b>
   *[no] 👋 <b>С возвращением</b>
 }
account-done = Без вас сделано:
account-nothing = Без вас ничего не записано.
account-calls = { $count ->
    [one] { $count } звонок
    [few] { $count } звонка
   *[many] { $count } звонков
 }, { $reached ->
    [one] { $reached } дозвон
    [few] { $reached } дозвона
   *[many] { $reached } дозвонов
 }
account-orders = { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
 } на { $sum }
account-promises = { $count ->
    [one] { $count } обещание оплаты
    [few] { $count } обещания оплаты
   *[many] { $count } обещаний оплаты
 } на { $sum }
account-new = { $count ->
    [one] { $count } новый клиент
    [few] { $count } новых клиента
   *[many] { $count } новых клиентов
 }
account-decided = { $count ->
    [one] принято { $count } решение
    [few] принято { $count } решения
   *[many] принято { $count } решений
 }
account-undecided = { $count ->
    [one] { $count } вопрос на решение
    [few] { $count } вопроса на решение
   *[many] { $count } вопросов на решение
 }
account-waits = Ждёт вас:
account-contacts = { $count ->
    [one] { $count } звонок или встреча сегодня
    [few] { $count } звонка и встречи сегодня
   *[many] { $count } звонков и встреч сегодня
 }
account-due = { $count ->
    [one] { $count } обещание к оплате сегодня
    [few] { $count } обещания к оплате сегодня
   *[many] { $count } обещаний к оплате сегодня
 }
account-free = На сегодня ничего не назначено.
account-overdue = просрочено { $sum }
account-overdue-was = просрочено { $sum }, было { $before }
