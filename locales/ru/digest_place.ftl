# Сводка команды в группе или теме.

msg-digest-here = { $again ->
    [yes] Сводка уже приходит сюда. Руководитель — { $name }.
    [fellow] Сводка команды уже приходит сюда. Ею управляет { $name }.
   *[no] Сводка теперь приходит и сюда, в те же часы. Руководитель — { $name }. Суммы { $sums ->
        [yes] видны.
       *[no] скрыты: только доли и количества.
     }
 }
msg-digest-place = Сводка приходит и в группу «{ $title }». Суммы там { $sums ->
    [yes] видны
   *[no] скрыты: только доли и количества
 }.
msg-digest-gone = Сводка команды сюда больше не приходит{ $where ->
    [topic] : теперь она в другой теме.
    [group] : теперь она в группе «{ $title }».
   *[none] .
 } Вернуть: руководитель пишет здесь /digest.
msg-digest-left = В группу сводка больше не приходит, только сюда. Вернуть: /digest в группе.
ntf-digest-shut-out = Группа «{ $title }» закрыла бота: сводка приходит только сюда. Чтобы выбрать другую, напишите в ней /digest.
btn-digest-group = 👥 { $title }
btn-digest-sums-on = Показать суммы
btn-digest-sums-off = Скрыть суммы
btn-digest-leave = Убрать из группы
btn-digest-look = Подробности

group-alarms = Требует внимания: <b>{ $count }</b> · { $list }
group-alarm-decisions = решения { $count }
group-alarm-promises = обещания { $count }
group-alarm-pace = отставание { $count }
group-alarm-people = замещение и связь { $count }
group-alarm-orders = заказы { $count }
group-alarm-clients = клиенты без внимания { $count }
group-alarm-claims = претензии { $count }
group-alarm-errands = поручения { $count }
group-money = Заказы: <b>{ $count }</b>{ $usual ->
    [none] {""}
   *[other] {" "}· { $usual } обычного дня
 }
group-plan = Звонки: <b>{ $listed }</b> в списках, норма { $norm }{ $due ->
    [0] {""}
    [one] {" "}· { $due } обещание на сегодня
    [few] {" "}· { $due } обещания на сегодня
   *[many] {" "}· { $due } обещаний на сегодня
 }
group-overdue = Просрочка: { $change ->
    [none] без изменений
   *[other] { $change } с { $day }
 }
group-best = 👏 <b>{ $name }</b>: лучший результат
