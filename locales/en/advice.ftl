# What else to offer while an order is drafted.

advice-best = 💡 { $text }
msg-advice = 💡 <b>What to offer: { $client }</b>
advice-line = { $number }. { $text }
advice-arrived = { $name }: is here, the client waited for it
advice-overdue = { $name }: not taken for { $days ->
    [one] { $days } day
   *[other] { $days } days
 }, usually { $every ->
    [1] every day
   *[other] once in { $every } days
 }
advice-usual = { $name }: in { $orders } of the last { $of } orders, not in this one
advice-promotion = { $name }: not offered yet
advice-together = { $name }: { $clients ->
    [one] { $clients } client takes it
   *[other] { $clients } clients take it
 } of { $takers } who take “{ $beside }”
advice-promoted = , promotion “{ $name }” until { $day }
advice-lacks = { $day ->
    [none] {" "}(not in stock)
   *[other] {" "}(not in stock, due { $day })
 }
note-declined = { $name }: not offered for a month
btn-advice = 💡 What to offer ({ $count })
btn-advice-add = { $number }: + { $quantity }
btn-advice-decline = { $number }: not taken
