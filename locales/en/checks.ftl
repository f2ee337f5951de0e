# What is clarified before an order is handed over.

checks-lot = lot
checks-term = shelf life
checks-packing = packing
checks-labels = labels
checks-documents = documents
checks-temperature = temperature
checks-any = does not matter
checks-line = Clarified: { $group } · { $point }: { $answer }
checks-waved = Not clarified: { $points }. Waved through by { $who }
msg-checks = <b>{ $client }: { $count ->
    [0] nothing to clarify
   *[other] to clarify before it goes
 }</b>
checks-row = { $number }. { $group } · { $point }: { $answer ->
    [none] { $last ->
        [none] ?
       *[other] ? (last time: { $last })
     }
   *[other] <b>{ $answer }</b>
 }
checks-next = { $count ->
    [1] Type what the client said.
   *[other] Type the answer to { $number } or choose a number.
 }
ask-check = <b>{ $group } · { $point }</b>
    Type what the client said.{ $last ->
    [none] {""}
   *[other] {" "}Last time: { $last }.
 }
btn-checks-same = Same again
btn-checks-wave = Without answers
btn-check-any = { $number }: does not matter
