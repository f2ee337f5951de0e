# Сводка руководителя: план дня, как идёт, итог; вопросы менеджеру и ответы.

msg-digest-plan = <b>План дня</b> · { $day }
msg-digest-now = <b>Сводка на { $clock }</b> · { $day }
msg-digest-result = <b>Итог дня</b> · { $day }
digest-late = Пришло позже обычного: бот был недоступен.
digest-nobody = Менеджеров в команде пока нет. Пригласите первого.

digest-money = Заказы: <b>{ $sum }</b>{ $count ->
    [0] {""}
    [one] , { $count } заказ
    [few] , { $count } заказа
   *[many] , { $count } заказов
 }{ $known ->
    [yes] {" "}· обычный день { $usual }
   *[no] {""}
 }
digest-calls = Звонки: <b>{ $calls }</b>{ $norm ->
    [none] {""}
   *[other] {" "}из { $norm }
 } · дозвон { $reached }
digest-overdue = Просрочка: <b>{ $sum }</b>{ $sign ->
    [more] {" "}· больше на { $change } с { $day }
    [less] {" "}· меньше на { $change } с { $day }
    [same] {" "}· без изменений с { $day }
   *[none] {""}
 }
digest-plan-calls = Звонки: <b>{ $listed }</b> в списках, норма { $norm }
digest-plan-promises = Обещано на сегодня: <b>{ $sum }</b>, { $count ->
    [one] { $count } обещание
    [few] { $count } обещания
   *[many] { $count } обещаний
 }
digest-yesterday = Прошлый день ({ $day }): заказы { $sum }, { $calls ->
    [one] { $calls } звонок
    [few] { $calls } звонка
   *[many] { $calls } звонков
 }

digest-alarms = <b>Требует внимания: { $count }</b>
digest-alarms-many = <b>Требует внимания: больше { $count }</b>
digest-no-alarms = Всё в порядке: внимания ничего не требует.
digest-wins = <b>Успехи</b>
digest-people = <b>Менеджеры</b>
digest-teams = <b>Команды</b>
digest-no-team = Без команды
digest-people-more = { $count ->
    [one] …и ещё { $count } менеджер
    [few] …и ещё { $count } менеджера
   *[many] …и ещё { $count } менеджеров
 }

digest-held = <b>{ $client }</b>: заказ на { $sum } ждёт вашего решения
digest-broken = <b>{ $client }</b>: обещание{ $priced ->
    [yes] {" "}на { $sum }
   *[no] {""}
 } не сдержано, срок { $due }
digest-partly_kept = <b>{ $client }</b>: обещали { $sum }, оплатили { $paid }, срок { $due }
digest-off_pace = <b>{ $manager }</b>: { $count ->
    [one] { $count } звонок
    [few] { $count } звонка
   *[many] { $count } звонков
 } из { $norm }
digest-unreachable = <b>{ $manager }</b>: бот закрыт, сообщения не доходят
digest-claim = <b>{ $client }</b>: претензия «{ $claim }» без ответа, срок был { $due }
digest-not_accepted = <b>{ $client }</b>: поддержка не приняла заказ { $order } за { $hours ->
    [0] { $minutes } мин
   *[other] { $hours } ч{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } мин
     }
 }
digest-silent = <b>{ $client }</b>, класс A: { $count ->
    [-1] ещё не звонили
    [one] { $count } день без контакта
    [few] { $count } дня без контакта
   *[many] { $count } дней без контакта
 }
digest-carried = <b>{ $manager }</b>: { $count ->
    [one] { $count } клиент лежит
    [few] { $count } клиента лежат
   *[many] { $count } клиентов лежат
 } в списке { $norm ->
    [one] { $norm } день
    [few] { $norm } дня
   *[many] { $norm } дней
 } и дольше, дольше всех { $client } ({ $days } дн.)
digest-debt = <b>{ $client }</b>: просрочено { $sum }, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
digest-order = <b>{ $client }</b>: заказ на { $sum }
digest-kept = <b>{ $client }</b>: слово сдержали{ $priced ->
    [yes] , { $sum }
   *[no] {""}
 }
digest-new_clients = <b>{ $manager }</b>: { $count ->
    [one] { $count } новый клиент
    [few] { $count } новых клиента
   *[many] { $count } новых клиентов
 }

digest-person-reached = дозвон { $count }
digest-person-offers = { $count ->
    [one] { $count } предложение
    [few] { $count } предложения
   *[many] { $count } предложений
 }
digest-person-orders = { $count ->
    [one] { $count } заказ, { $sum }
    [few] { $count } заказа, { $sum }
   *[many] { $count } заказов, { $sum }
 }
digest-person-promises = { $count ->
    [one] { $count } обещание
    [few] { $count } обещания
   *[many] { $count } обещаний
 }
digest-person-listed = { $count ->
    [0] список пуст
    [one] { $count } звонок
    [few] { $count } звонка
   *[many] { $count } звонков
 }
digest-person-call-backs = перезвонить { $count }
digest-person-due = { $count ->
    [one] { $count } обещание, { $sum }
    [few] { $count } обещания, { $sum }
   *[many] { $count } обещаний, { $sum }
 }

btn-digest = К сводке
btn-digest-back = ‹ К сводке
btn-digest-plan = План дня
btn-digest-now = Как идёт день
btn-digest-table = Вся команда
btn-digest-all-teams = Все команды
btn-digest-more = Показать все: { $count }
btn-digest-first = Первые { $count }
btn-digest-ask = ❓ { $name }
btn-digest-asked = ⏳ { $name }
btn-digest-answered = 💬 { $name }
btn-digest-praise = 👏 { $number } · { $name }
btn-digest-praised = ✓ { $number } · { $name }
btn-digest-open = Открыть
btn-digest-answer = Ответить
btn-person-day = День менеджера

ntf-off-pace = <b>Не в темпе на { $clock }</b>: { $count } из { $managers }
ntf-off-pace-next = Меньше половины нормы звонков. Спросите, что мешает.

msg-person-day = <b>{ $name }</b> · { $day }
person-day-unreachable = Бот закрыт: сообщения не доходят.
person-day-calls = Звонки: { $calls }{ $norm ->
    [0] {""}
   *[other] {" "}из { $norm }
 } · дозвон { $reached }
person-day-offers = Предложил { $phone } из { $phone_norm } · КП { $email } из { $email_norm }
person-day-orders = { $count ->
    [0] Заказов нет
    [one] { $count } заказ на { $sum }
    [few] { $count } заказа на { $sum }
   *[many] { $count } заказов на { $sum }
 }
person-day-promises = { $count ->
    [0] Обещаний не взято
    [one] Взято { $count } обещание
    [few] Взято { $count } обещания
   *[many] Взято { $count } обещаний
 }
person-day-list = Список: пройдено { $done } из { $total }
person-day-without-next = { $count ->
    [one] Без следующего шага: { $count } клиент
    [few] Без следующего шага: { $count } клиента
   *[many] Без следующего шага: { $count } клиентов
 }
person-day-outcomes = <b>Чем кончились звонки</b>
person-day-last = <b>Последние звонки</b>

msg-carried = <b>{ $name }</b>: { $count ->
    [0] залежавшихся клиентов нет
    [one] долго лежит { $count } клиент
    [few] долго лежат { $count } клиента
   *[many] долго лежат { $count } клиентов
 }
carried-line = { $number }. <b>{ $name }</b>, { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }

ntf-lead-asks = ❓ <b>{ $name }</b> спрашивает:
ntf-lead-asks-next = Что происходит и что дальше? Ответ уйдёт сразу.
ntf-lead-praises = 👏 <b>{ $name }</b> отмечает вашу работу:
ask-lead-answer = { $name } ждёт ответа: напишите одним сообщением.
msg-lead-answered = Ответ отправлен. Его получит { $name }.
ntf-manager-answers = 💬 <b>{ $name }</b> отвечает:
digest-quote = «{ $text }»
note-lead-answer = Ответ руководителю: { $text }
ack-lead-asked = Вопрос ушёл: { $name }
ack-lead-praised = Похвала ушла: { $name }

err-already-asked = { $name }: вопрос уже ушёл ({ $at }), ответа ещё нет.
err-already-answered = Ответ уже есть ({ $name }): «{ $text }»
err-already-praised = { $name }: об этом уже сказано.
err-lead-answer = Ответ — от 1 до { $most } знаков. Напишите короче.

# --- строки, которых раньше не было

digest-decisions = { $count ->
    [one] <b>{ $count }</b> вопрос ждёт вашего решения
    [few] <b>{ $count }</b> вопроса ждут вашего решения
   *[many] <b>{ $count }</b> вопросов ждут вашего решения
 }
digest-uncovered = <b>{ $manager }</b>: { $away ->
    [vacation] отпуск
    [sick] больничный
    [trip] командировка
   *[other] отсутствие
 } { $today ->
    [yes] сегодня
   *[no] до { $due }
 }, никто не замещает
digest-errand = { $named ->
    [yes] <b>{ $client }</b>: поручение
   *[no] Поручение
 } «{ $claim }» просрочено, срок был { $due }
digest-week_behind = <b>{ $manager }</b>: за неделю { $count ->
    [one] { $count } звонок
    [few] { $count } звонка
   *[many] { $count } звонков
 } из { $norm }
digest-month_behind = <b>{ $manager }</b>: { $count } % темпа продаж, { $paid } из { $sum }
digest-week_best = <b>{ $manager }</b>: больше всех за неделю, { $count ->
    [one] { $count } заказ на { $sum }
    [few] { $count } заказа на { $sum }
   *[many] { $count } заказов на { $sum }
 }
digest-month_best = <b>{ $manager }</b>: больше всех за месяц, { $count ->
    [one] { $count } заказ на { $sum }
    [few] { $count } заказа на { $sum }
   *[many] { $count } заказов на { $sum }
 }
digest-person-away = { $kind ->
    [vacation] отпуск
    [sick] больничный
    [trip] командировка
   *[other] отсутствие
 } до { $until }, { $covered ->
    [yes] замещает { $deputy }
   *[no] никто не замещает
 }
btn-digest-decide = Решить

digest-column-name = Кто
digest-column-team = Команда
digest-column-calls = Звонки
digest-column-reached = Дозвон
digest-column-offers = Предл.
digest-column-orders = Заказы
digest-column-promises = Обещано
digest-column-listed = Список
digest-column-call-backs = Перезв.
digest-column-due = Обещано
digest-column-due-count = Обещания
digest-column-birthdays = 🎂
