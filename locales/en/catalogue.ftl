# Loading a price list: how prices move and what the file does not name.

import-prices = Prices: { $up ->
    [0] { "" }
   *[other] up for { $up }
 }{ $down ->
    [0] { "" }
   *[other] { $up ->
        [0] down for { $down }
       *[other] , down for { $down }
     }
 }. Largest:
import-price-move = • { $name }{ $column ->
    [none] { "" }
   *[other] , { $column }
 }: { $before } → { $after } ({ $way ->
    [up] +
   *[down] −
 }{ $percent }%)
import-gone = On sale but not in the file, { $count }: { $names }. Take off sale?
import-gone-withdrawn = To go off sale, { $count }: { $names }.
btn-take-off-sale = Take off sale: { $count }
btn-keep-on-sale = Keep on sale
err-quantity-step = { $rule ->
    [multiple] In steps of { $multiple }
    [minimum] At least { $minimum }
   *[both] At least { $minimum }, in steps of { $multiple }
 }: { $near ->
    [one] the nearest is { $up }
   *[two] { $down } or { $up }
 }.
