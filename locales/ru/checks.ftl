# Уточнения перед передачей заказа.

checks-lot = партия
checks-term = срок годности
checks-packing = упаковка
checks-labels = маркировка
checks-documents = документы
checks-temperature = температура
checks-any = не важно
checks-line = Уточнено: { $group } · { $point }: { $answer }
checks-waved = Не уточнено: { $points }. Пропуск: { $who }
msg-checks = <b>{ $client }: { $count ->
    [0] уточнять нечего
   *[other] уточнить перед передачей
 }</b>
checks-row = { $number }. { $group } · { $point }: { $answer ->
    [none] { $last ->
        [none] ?
       *[other] ? (в прошлый раз: { $last })
     }
   *[other] <b>{ $answer }</b>
 }
checks-next = { $count ->
    [1] Напишите, что сказал клиент.
   *[other] Напишите ответ на { $number } или выберите номер.
 }
ask-check = <b>{ $group } · { $point }</b>
    Напишите, что сказал клиент.{ $last ->
    [none] {""}
   *[other] {" "}В прошлый раз: { $last }.
 }
btn-checks-same = Как раньше
btn-checks-wave = Без уточнений
btn-check-any = { $number }: не важно
