# Что ещё предложить клиенту, пока заказ набирается.

advice-best = 💡 { $text }
msg-advice = 💡 <b>Что предложить: { $client }</b>
advice-line = { $number }. { $text }
advice-arrived = { $name }: пришло, клиент ждал
advice-overdue = { $name }: { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
 } не брал, обычно { $every ->
    [1] каждый день
    [one] раз в { $every } день
    [few] раз в { $every } дня
   *[other] раз в { $every } дней
 }
advice-usual = { $name }: { $orders ->
    [one] брал в { $orders } заказе
   *[other] брал в { $orders } заказах
 } из { $of }, сейчас нет
advice-promotion = { $name }: ещё не предлагали
advice-together = { $name }: { $clients ->
    [one] берёт { $clients }
   *[other] берут { $clients }
 } из { $takers ->
    [one] { $takers } клиента
   *[other] { $takers } клиентов
 }, кто берёт «{ $beside }»
advice-promoted = , акция «{ $name }» до { $day }
advice-lacks = { $day ->
    [none] {" "}(нет в наличии)
   *[other] {" "}(нет в наличии, ждём { $day })
 }
note-declined = { $name }: месяц не предлагаем
btn-advice = 💡 Что предложить ({ $count })
btn-advice-add = { $number }: + { $quantity }
btn-advice-decline = { $number }: не берёт
