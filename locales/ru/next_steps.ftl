# Клиенты без следующего шага: даты одним нажатием.

calls-no-next = { $count ->
    [one] без следующего шага: { $count } клиент
    [few] без следующего шага: { $count } клиента
   *[many] без следующего шага: { $count } клиентов
 }
btn-next-steps = 📅 Без шага: { $count }

msg-no-next = <b>Без следующего шага: { $count }</b>
msg-no-next-none = У каждого клиента есть следующий шаг.
msg-no-next-dates = Даты по ритму заказов и норме связи, не больше нормы в день:
msg-no-next-first = Сначала { $count }, с кем дольше не говорили.
next-steps-day = <b>{ $day }</b> · { $count }: { $names }
next-steps-more = { $names } и ещё { $count }
msg-dates-set = { $count ->
    [one] Назначена { $count } дата.
    [few] Назначено { $count } даты.
   *[many] Назначено { $count } дат.
 }
msg-dates-left = Без следующего шага ещё { $count }.
msg-dates-undone = { $count ->
    [0] Убирать нечего: все даты уже изменены.
    [one] Убрана { $count } дата.
    [few] Убрано { $count } даты.
   *[many] Убрано { $count } дат.
 }
msg-dates-kept = { $count ->
    [one] { $count } уже изменена, осталась.
   *[other] { $count } уже изменены, остались.
 }
btn-set-dates = { $count ->
    [one] ✅ Назначить { $count } дату
    [few] ✅ Назначить { $count } даты
   *[many] ✅ Назначить { $count } дат
 }
btn-next-portion = Ещё { $count }
btn-undo-dates = ↩️ Убрать даты
ack-dates-moved = Пока вы смотрели, даты изменились.
