# Offers: who waits, whom to ask, the answers.

btn-new-offer = ✉️ Offer
btn-offers-waiting = { $due ->
    [0] ✉️ Offers: { $waiting }
   *[other] ✉️ Offers: { $waiting }, ask { $due }
 }
btn-to-offers = ‹ Offers
btn-offer-phone = 📞 By phone
btn-offer-email = ✉️ By e-mail
btn-offer-accept = Agreed
btn-offer-close = Close
btn-stage-contract = 📄 Contract

msg-offers-none = No offers wait for an answer.
msg-offers-waiting = <b>Offers</b>: { $waiting ->
    [one] { $waiting } waits for an answer
   *[other] { $waiting } wait for an answer
 }{ $due ->
    [0] . Nobody to ask yet.
   *[other] , time to ask { $due }
 }
msg-offer = <b>{ $name }</b>: offer
offer-made = { $day }, { $what }
offer-by-phone = by phone
offer-by-email = by e-mail
offer-ask = ask: { $day }
offer-to-close = { $count ->
    [one] asked { $count } time, no answer — close it?
   *[other] asked { $count } times, no answer — close it?
 }
offer-state = { $state ->
    [accepted] agreed
    [declined] refused{ $said ->
        [yes] {" "}· { $why }
       *[no] {""}
     }
   *[no_reply] closed without a reply
 }
ask-offer-channel = { $name }: how was it offered?
ask-offer-text = You may add what and for how much: “butter, 120 000”.
