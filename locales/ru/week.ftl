# Неделя по дням и план недели: предложение, правка, руководитель.

msg-week = <b>Неделя</b>: { $count ->
    [0] дел со сроком нет
    [one] впереди { $count } дело
    [few] впереди { $count } дела
   *[many] впереди { $count } дел
 }
week-this = <b>Эта неделя</b>
week-next = <b>Следующая</b>
week-nothing = ничего не назначено
week-visit = { $count ->
    [one] { $count } визит
    [few] { $count } визита
   *[many] { $count } визитов
 }
week-call = { $count ->
    [one] { $count } звонок
    [few] { $count } звонка
   *[many] { $count } звонков
 }
week-promise = { $count ->
    [one] { $count } обещание
    [few] { $count } обещания
   *[many] { $count } обещаний
 }
week-birthday = 🎂 { $count }
msg-week-day = <b>{ $day }</b>: { $count ->
    [0] ничего не назначено
    [one] { $count } дело
    [few] { $count } дела
   *[many] { $count } дел
 }
week-item-visit = визит: <b>{ $name }</b>{ $place ->
    [none] {""}
   *[other] , { $place }
 }
week-item-call = <b>{ $name }</b> — { $reason ->
    [call_back] перезвонить
    [retry] дозвониться
    [offer] спросить про предложение
    [plan] по плану недели
   *[planned] позвонить
 }
week-item-promise = <b>{ $name }</b> — обещали оплатить{ $sum ->
    [none] {""}
   *[other] {" "}{ $sum }
 }
week-item-birthday = 🎂 <b>{ $person }</b>, { $name }
btn-to-week = ‹ К неделе

btn-route = 🗺 Маршрут
btn-to-calendar = 📅 В календарь
btn-own-week = Моя неделя
btn-plan-this = План этой недели
btn-plan-next = План следующей
btn-plan-make = План на следующую
msg-calendar = Календарь { $days }: визиты и звонки, у которых есть время. Откройте файл, и они встанут в календарь телефона.
ack-calendar = Файл отправлен
ics-file-name = nedelya-{ $day }
ics-name = Prozvon: неделя
ics-visit = { $kind }: { $name }
ics-call = Звонок: { $name }

ntf-week-plan = План на следующую неделю. Проверьте и примите.
ntf-week-plan-late = План на следующую неделю, с опозданием: бот был недоступен. Проверьте и примите.
msg-week-plan = <b>План { $days }</b>{ $name ->
    [none] {""}
   *[other] {" "}· { $name }
 } · { $state ->
    [accepted] принят
    [shown] у руководителя
    [seen] руководитель видел
   *[new] не принят
 }
plan-week-before = Прошлая неделя: по плану { $done } из { $planned }{ $outside ->
    [0] {""}
   *[other] , вне плана { $outside }
 }
plan-week-fact = Сделано { $done } из { $planned }{ $outside ->
    [0] {""}
   *[other] , вне плана { $outside }
 }
plan-week-comment = Руководитель: «{ $text }»
plan-week-day = <b>{ $day }</b>: { $what }
plan-week-day-done = {" "}· сделано { $done }
plan-week-line = { $kind ->
    [visit] визит
   *[call] звонок
 } <b>{ $name }</b> — { $reasons }
plan-reason-agreed = договорились
plan-reason-promise = обещали оплатить { $sum ->
    [none] { $day }
   *[other] { $sum }, { $day }
 }
plan-reason-overdue = просрочка { $days } дн., { $sum }
plan-reason-contract = договор до { $day }
plan-reason-visit = { $days ->
    [0] давно не заезжали
   *[other] не заезжали { $days } дн.
 }
plan-reason-order = { $days ->
    [0] ждём заказ { $day }
   *[other] заказ ждали { $day }
 }
plan-reason-touch = { $days ->
    [0] ещё не звонили
   *[other] не на связи { $days } дн.
 }
plan-reason-added = добавлен вами
btn-plan-accept = ✅ Принять план
btn-plan-share = Отдать руководителю
btn-plan-add = ➕ Клиент
btn-to-plan-week = ‹ К плану
msg-plan-day = <b>{ $day }</b>: { $count ->
    [0] пусто. Добавьте клиента.
    [one] { $count } строка. Нажмите, чтобы изменить:
    [few] { $count } строки. Нажмите, чтобы изменить:
   *[many] { $count } строк. Нажмите, чтобы изменить:
 }
msg-plan-item = <b>{ $day }</b>
btn-plan-turn-visit = Сделать визитом
btn-plan-turn-call = Сделать звонком
btn-plan-drop = Убрать
plan-moved = <b>{ $name }</b> → { $day }
plan-removed = Убрано: <b>{ $name }</b>
plan-added = Добавлено: <b>{ $name }</b>
ask-plan-client = { $day }: кого добавить? Напишите название или часть его.
ask-plan-which = «{ $typed }»: кого добавить? Выберите или напишите точнее.
ask-plan-none = «{ $typed }» не нашлось. Напишите название иначе.
err-already-planned = { $name }: уже есть в плане, { $day }.
err-plan-comment = Пусто или слишком длинно. Напишите до { $most } знаков.
msg-nothing-to-plan = На следующую неделю планировать некого. Добавьте клиентов: /clients.

msg-team-week = <b>Неделя команды</b> { $days }: { $count ->
    [0] менеджеров пока нет
    [one] { $count } менеджер
    [few] { $count } менеджера
   *[many] { $count } менеджеров
 }
team-week-line = { $name }: { $done } из { $planned } по плану{ $outside ->
    [0] {""}
   *[other] , вне плана { $outside }
 }
team-week-none = { $name }: плана нет
team-week-next = {" "}· следующая неделя готова
msg-no-plan = <b>{ $name }</b>: принятого плана нет. Он появится, когда менеджер его примет.
btn-team-week = ‹ К команде
btn-plan-seen = Видел
btn-plan-seen-done = ✓ Видел
btn-plan-comment = Вопрос
btn-plan-open = Открыть план
btn-plan-answer = Ответить
ask-plan-comment = { $name ->
    [none] Что передать руководителю о плане? Напишите одним сообщением.
   *[other] { $name }: что передать о плане? Напишите одним сообщением.
 }
msg-plan-comment-sent = Отправлено.
ntf-plan-comment = <b>{ $name }</b> о плане { $days }: «{ $text }»
