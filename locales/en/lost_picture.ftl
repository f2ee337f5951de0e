# Lost demand by week: the picture and the words under it.

btn-lost-picture = Picture
msg-lost-unpriced = <b>Lost in { $weeks } { $weeks ->
    [one] week
   *[other] weeks
 } without a price: { $count ->
    [one] { $count } refusal
   *[other] { $count } refusals
 }</b>
lost-now = This week: { $sum }
lost-most = Most of all: { $product } — { $sum }, { $share }%
chart-lost = Lost demand by week
chart-lost-unit = { $unit ->
    [thousands] thousand ₽ at list price
   *[roubles] ₽ at list price
 } · { $first }–{ $last }
chart-lost-others = the rest
