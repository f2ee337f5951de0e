# Конкуренты: лист рынка за неделю, заметка одной строкой.

btn-market = 🏷 Рынок
btn-rival = 🏷 Конкурент
btn-market-note = ➕ Записать
btn-market-file = 📎 Файлом
msg-market-none = За 7 дней о конкурентах ничего не записано. Услышали цену — одна строка: «у опт-сервиса гречка по 68».
msg-market = <b>Рынок за 7 дней</b>: { $count ->
    [one] { $count } заметка
    [few] { $count } заметки
   *[many] { $count } заметок
 }
market-rival = <b>{ $name }</b>
market-price = { $product ->
    [no] цена
   *[other] { $product }
 }: { $price }{ $count ->
    [1] {""}
   *[other] {" "}×{ $count }
 }
market-ours = , у нас { $ours } ({ $difference } %)
market-before = , было { $before }
market-named = { $product ->
    [no] назван
   *[other] { $product }: назван
 } { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[many] { $count } раз
 }
market-change = {" "}({ $change } %)
market-column-rival = Конкурент
market-column-product = Товар
market-column-seen = Раз за 7 дней
market-column-price = Цена, ₽
market-column-ours = Наша цена, ₽
market-column-difference = Разница, %
market-column-before = Неделей раньше, ₽
market-file-name = рынок-{ $day }
market-sheet-name = Рынок
ask-market = Что слышно о конкуренте? Одной строкой: «у опт-сервиса гречка по 68».
ask-market-client = <b>{ $name }</b>: что слышно о конкуренте? Одной строкой: «у опт-сервиса гречка по 68».
msg-market-noted = Записано: { $names }
msg-market-file = Рынок за 7 дней: цены конкурентов рядом с нашими.
ack-market-file = Готовлю файл
command-competitors = 🏷 Рынок: цены конкурентов за неделю
err-competitor = Не понял «{ $text }». Напишите, кто и почём: «у опт-сервиса гречка по 68».
