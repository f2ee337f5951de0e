# Акции: что идёт, кому рассказать, новая.

btn-promotions = 📣 Акции
msg-promotions-none = Акций сейчас нет. Новую запускает руководитель.
msg-promotions-none-lead = Акций сейчас нет. Запустите новую: она сама появится в карточках звонков.
msg-promotions = <b>Акции</b>: { $count }
promotion-on = 📣 <b>{ $name }</b> — до { $day }
promotion-ahead = 📣 <b>{ $name }</b> — начнётся { $day }
promotion-progress = Рассказали { $told } из { $aimed }, интересно { $interested }
promotion-manager = { $name }: { $told } из { $aimed }, интересно { $interested }
promotion-aim = Для кого: { $audience ->
    [client] клиенты
    [lead] лиды
   *[all] клиенты и лиды
 }{ $classes ->
    [no] {""}
   *[other] , класс { $classes }
 }{ $industries ->
    [no] {""}
   *[other] , отрасль: { $industries }
 }
promotion-group = Товары: { $group }
promotion-card = 📣 { $name } — до { $day }. Скажите:
promotion-made = <b>{ $name }</b>, { $start }–{ $end }
btn-promotion-told = Рассказано
btn-promotion-interested = Интересно
btn-promotion-declined = Не интересно
btn-promotion-new = ➕ Новая акция
btn-promotion-next = Кому рассказать
btn-promotion-stop = Закончить
btn-promotion-until = до { $day }
btn-promotion-group = Товары
btn-promotion-launch = ▶️ Запустить
btn-audience-all = { $chosen ->
    [yes] ● Все
   *[no] Все
 }
btn-audience-client = { $chosen ->
    [yes] ● Клиенты
   *[no] Клиенты
 }
btn-audience-lead = { $chosen ->
    [yes] ● Лиды
   *[no] Лиды
 }
ack-promotion-told = { $name }: рассказали
ack-promotion-interested = { $name }: интересно
ack-promotion-declined = { $name }: не интересно
msg-promotion-whom = <b>{ $name }</b>: кому рассказать. Нажмите, чтобы позвонить.
msg-promotion-all-told = <b>{ $name }</b>: рассказали всем, кому подходит.
msg-promotion-launched = <b>{ $name }</b> идёт до { $day }. { $managers ->
    [0] Менеджеров в команде пока нет: /team.
    [one] Узнал { $managers } менеджер.
    [few] Узнали { $managers } менеджера.
   *[many] Узнали { $managers } менеджеров.
 }
msg-promotion-stopped = <b>{ $name }</b>: акция закончена.
ask-promotion-name = Как называется акция? Напишите: «Весенняя распродажа».
ask-promotion-script = <b>{ $name }</b>: что говорить клиенту? Напишите, до 500 знаков.
ask-promotion-dates = <b>{ $name }</b>: до какого дня? Кнопкой или напишите: «с 1.12 до 15.12».
ask-promotion-aim = Кому рассказывать? Отрасль можно дописать: «кафе, столовые». Минус «-» — любая.
ask-promotion-group = О каких товарах акция?
ntf-promotion = <b>Новая акция: { $name }</b>, до { $day }. Что говорить:
ntf-promotion-next = Она появится в карточках звонков. Начните с тех, кому подходит.
event-promotion = акция «{ $name }»: { $reply ->
    [interested] интересно
    [declined] не интересно
   *[told] рассказали
 }
command-promotions = 📣 Акции: что говорить и кому
err-promotion = { $field ->
    [name] Название — от 1 до 100 знаков. Напишите ещё раз.
    [script] Текст — от 1 до 500 знаков, сейчас { $text }. Напишите короче.
   *[dates] Не понял срок «{ $text }». Напишите день не раньше сегодняшнего: «до 15.12», «2 недели».
 }
