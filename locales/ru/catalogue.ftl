# Загрузка прайса: что меняется в ценах и чего в файле нет.

import-prices = Цены: { $up ->
    [0] { "" }
   *[other] выше у { $up }
 }{ $down ->
    [0] { "" }
   *[other] { $up ->
        [0] ниже у { $down }
       *[other] , ниже у { $down }
     }
 }. Больше всего:
import-price-move = • { $name }{ $column ->
    [none] { "" }
   *[other] , { $column }
 }: { $before } → { $after } ({ $way ->
    [up] +
   *[down] −
 }{ $percent } %)
import-gone = { $count ->
    [one] Продаётся, но нет в файле { $count } товар
    [few] Продаются, но нет в файле { $count } товара
   *[many] Продаются, но нет в файле { $count } товаров
 }: { $names }. Снять с продажи?
import-gone-withdrawn = { $count ->
    [one] Будет снят с продажи { $count } товар
    [few] Будут сняты с продажи { $count } товара
   *[many] Будут сняты с продажи { $count } товаров
 }: { $names }.
btn-take-off-sale = Снять с продажи { $count }
btn-keep-on-sale = Оставить в продаже
err-quantity-step = { $rule ->
    [multiple] Кратность { $multiple }
    [minimum] Не меньше { $minimum }
   *[both] Не меньше { $minimum }, кратность { $multiple }
 }: { $near ->
    [one] ближайшее { $up }
   *[two] { $down } или { $up }
 }.
