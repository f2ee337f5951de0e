# Упущенный спрос по неделям: картинка и слова под ней.

btn-lost-picture = Картинка
msg-lost-unpriced = <b>За { $weeks } { $weeks ->
    [one] неделю
    [few] недели
   *[many] недель
 } упущено без цены: { $count ->
    [one] { $count } отказ
    [few] { $count } отказа
   *[many] { $count } отказов
 }</b>
lost-now = На этой неделе: { $sum }
lost-most = Больше всего: { $product } — { $sum }, { $share } %
chart-lost = Упущенный спрос по неделям
chart-lost-unit = { $unit ->
    [thousands] тыс. ₽ по прайсу
   *[roubles] ₽ по прайсу
 } · { $first }–{ $last }
chart-lost-others = остальное
