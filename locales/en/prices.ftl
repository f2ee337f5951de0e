# Prices: discounts by rule, VAT, the manager's limit, approval and counter-offer.

vat-rate = { $rate }%: { $sum }
vat-included = incl. VAT { $rates }
vat-on-top = VAT on top { $rates }

order-line-rule = {" "}({ $rule })
rule-client = client terms
rule-class = class { $grade }
rule-column = column “{ $column }”
rule-quantity = from { $count } { $unit }
rule-amount = order from { $sum }
rule-promotion = promotion
rule-until = until { $day }
rule-all = by rule

draft-beyond = ⚠️ More than your { $limit }: { $lines }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
 }.{ $alone ->
    [0] {""}
   *[other] {" "}The lead decides.
 }
beyond-line = { $name } — { $percent }
credit-promised = 🤝 Payment promised: { $day }
credit-promise-broken = ⚠️ Promise broken: { $day }

# the question to the lead

approval-due = ⏱ Answer needed: { $at }{ $who ->
    [none] {""}
   *[other] , from { $who }
 }. { $after ->
    [allow-own-limit] Then the order goes with the manager’s own discount.
    [hold] Until then the order waits.
   *[send-back] Then the order goes back to the manager.
 }
approval-late = ⏰ <b>{ $after ->
    [hold] The order waits for your answer.
   *[send-back] The time for an answer is running out.
 }</b>
asked-title = <b>More than { $percent } is asked for:</b>
asked-line = { $number }. { $name } — { $quantity } at { $price } instead of { $listed }: { $percent }
asked-margin = , margin { $percent }
offered-line = { $number }. { $name } — { $price }, discount { $percent } (asked { $asked })
approval-countered = ↩️ { $who } is to answer
approval-credit-yes = ✓ Shipping: allowed{ $who ->
    [none] { "" }
   *[other] {" "}by { $who }
 }
approval-credit-prepaid = ✓ Prepaid only{ $who ->
    [none] { "" }
   *[other] : { $who }
 }
approval-price-yes = ✓ Discount: allowed by { $who }
approval-price-agreed = ✓ The manager agreed to the discount
approval-wants-prepaid = 💳 To be shipped once prepaid
approval-margin = Margin of the order { $percent }
approval-margin-some = Margin { $percent }, of { $costed } out of { $lines } { $lines ->
    [one] line
   *[other] lines
 }
btn-approve-credit = ✅ Allow shipping
btn-approve-price = ✅ Allow discount
btn-offer = { $percent }
btn-own-offer = ✏️ Other discount
ask-offer = Which discount, from { $least } to { $most }? Type “7%” or by number: “1 — 7%, 2 — 145”.
ntf-offer = ↩️ { $who } offers another discount: <b>{ $client }</b>. It makes { $sum }.{ $again ->
    [yes] {" "}Your answer is awaited.
   *[no] {""}
 }
order-offer = ↩️ { $who } offers another discount, it makes { $sum }:
offer-due = ⏱ Answer by: { $at }. Then the order is a draft again.
btn-take-offer = ✅ Accept
btn-drop-offer = ❌ Refuse
msg-offer-taken = ✅ Accepted: <b>{ $client }</b>, { $sum }. { $held ->
    [yes] The lead still has to allow shipping.
   *[no] Sales support has the order.
 }
ntf-offer-taken = ✅ { $manager } accepts the offer: <b>{ $client }</b>, { $sum }. Sales support has the order.
msg-offer-dropped = Offer refused: <b>{ $client }</b>, { $sum }. The order is a draft again.
ntf-offer-dropped = ❌ { $manager } refuses the offer: <b>{ $client }</b>, { $sum }. The order is a draft again.
ntf-sent-back = ❌ { $who } does not allow { $what ->
    [price] the discount
    [both] shipping and the discount
   *[credit] shipping
 }: <b>{ $client }</b>, { $sum }. { $what ->
    [price] The draft is kept: hand it over with your own discount, or change it.
   *[other] The draft is kept: change it, or agree on prepayment.
 }
ntf-approval-silent = ⏱ The lead did not answer in time: <b>{ $client }</b>, { $sum }. { $what ->
    [price] The draft is kept: hand it over with your own discount, or send it again.
   *[other] The draft is kept: agree on prepayment, or send it again.
 }
msg-approval-silent = ⏱ Time is up: <b>{ $client }</b>, { $sum }. The order went back to { $manager }.
ntf-approval-limited = ⏱ The lead did not answer in time: <b>{ $client }</b>. Handed over with your own discount, { $sum }.
msg-approval-limited = ⏱ Time is up: <b>{ $client }</b>, { $sum }. The order went to sales support with the manager’s discount: { $manager }.
ntf-approval-waits = ⏱ The lead has not answered yet: <b>{ $client }</b>, { $sum }. The order waits.
ntf-offer-silent = ⏱ The offer was not answered in time: <b>{ $client }</b>, { $sum }. { $what ->
    [price] The draft is kept: send it with { $percent } or change it.
   *[other] The draft is kept: agree on prepayment or send it again.
 }
msg-offer-silent = ⏱ The offer was not answered: <b>{ $client }</b>, { $sum }. The order is back with { $manager }.
btn-send-within = 📤 Hand over with { $percent }
step-silent = { $at } — the time for an answer was over
step-countered = { $at } — another discount is offered by { $who }
step-offer-taken = { $at } — the offer was accepted
hold-discount = discount beyond the limit
err-order-asked-again = The order was changed and sent again since. Decide by the new card.
err-order-own = Your own order is approved by { $name }.
err-counter-offer = The discount is from { $least } to { $most }%. Type “7%” or by number: “1 — 7%, 2 — 145”.

# rules of discounts

btn-discounts = 🏷 Discounts
msg-discounts = 🏷 <b>Discounts by rule</b>{ $count ->
    [0] : none yet.
   *[other] {""}
 }
    Managers can give up to { $limit } on their own; above that you decide.
discount-limit = { $name } — up to { $percent }
msg-limit-set = Discount limit: { $name }, up to { $percent }.
discount-line = { $number }. { $text }
discount-text = { $percent } — { $goods }{ $whom }{ $terms }
discount-every = on everything
discount-several = { $name } and { $count } more
discount-whom = {" "}· { $name }
discount-terms = {" "}· { $terms }
discount-promotion = promotion “{ $name }”
discount-from = from { $day }
btn-new-discount = New discount
btn-end-discount = ✖️ { $number }
ask-discount = Type one line:
    “butter from 50 boxes 5%”
    “Romashka 3% on everything until 31.12”
    “milk −10% until Friday”
    “class A 2%”, “order from 100000 4%”
    “promotion Spring: 5% on butter”
    “limit Anna 7%” — what a manager may give without asking
ask-discount-promotion = Which discount goes with “{ $name }”? Type “5%” — { $group ->
    [none] on everything
   *[other] on “{ $group }”
 }, “5% on butter”, “butter from 50 boxes 7%”. It ends with the promotion.
promotion-discount = 🏷 { $text }
btn-promotion-discount = 🏷 Discount
btn-to-promotion = 📣 To the promotion
msg-discount-check = 🏷 <b>Add this discount?</b>
    { $text }
discount-check-which = Which one is meant? Now it is all that were found.
discount-check-whom = Which client?
btn-discount-add = ✅ Add
btn-discount-goods = { $name }
btn-discount-group = Group “{ $name }”
msg-discount-added = 🏷 The discount is on: { $text }.
msg-discount-sure = End the discount: { $text }?
btn-discount-end = Yes, end it
msg-discount-ended = Discount ended: { $text }. Drafts are recalculated.
btn-discount-back = Restore
err-discount-rule = { $field ->
    [percent] A discount is more than 0 and less than 100%. Write: “butter from 50 boxes 5%”.
    [goods] No goods or client “{ $text }” found. Type it differently.
    [client] No client “{ $text }” found. Type it differently.
    [person] No manager “{ $text }”, or several. Type the full name.
    [limit] Nobody gives more than their own: up to { $text }%.
    [promotion] No promotion “{ $text }”, or several. The name is as in /promotions.
    [over] This promotion is over.
    [dates] These days are over. Type the term differently: “until 31.12”.
    [many] There are { $text } rules already. End some: /team → Discounts.
   *[other] “{ $text }” is not clear. Type: “butter from 50 boxes 5%”.
 }
