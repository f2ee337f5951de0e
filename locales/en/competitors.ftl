# Competitors: the market sheet of the week, a note in one line.

btn-market = 🏷 Market
btn-rival = 🏷 Competitor
btn-market-note = ➕ Note
btn-market-file = 📎 As a file
msg-market-none = Nothing was noted of competitors in 7 days. Heard a price? One line will do, in Russian: name, goods, price.
msg-market = <b>The market, 7 days</b>: { $count ->
    [one] { $count } note
   *[other] { $count } notes
 }
market-rival = <b>{ $name }</b>
market-price = { $product ->
    [no] price
   *[other] { $product }
 }: { $price }{ $count ->
    [1] {""}
   *[other] {" "}×{ $count }
 }
market-ours = , ours { $ours } ({ $difference }%)
market-before = , was { $before }
market-named = { $product ->
    [no] named
   *[other] { $product }: named
 } { $count ->
    [one] { $count } time
   *[other] { $count } times
 }
market-change = {" "}({ $change }%)
market-column-rival = Competitor
market-column-product = Product
market-column-seen = Times in 7 days
market-column-price = Price, RUB
market-column-ours = Our price, RUB
market-column-difference = Difference, %
market-column-before = A week before, RUB
market-file-name = market-{ $day }
market-sheet-name = Market
ask-market = What did you hear of a competitor? One line: name, goods, price.
ask-market-client = <b>{ $name }</b>: what did you hear of a competitor? One line: name, goods, price.
msg-market-noted = Noted: { $names }
msg-market-file = The market in 7 days: competitors' prices beside ours.
ack-market-file = Making the file
command-competitors = 🏷 The market: competitors' prices of the week
err-competitor = “{ $text }” was not understood. Type who asks how much for what.
