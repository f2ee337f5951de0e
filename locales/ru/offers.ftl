# Предложения: кто ждёт, кого спросить, ответы.

btn-new-offer = ✉️ Предложение
btn-offers-waiting = { $due ->
    [0] ✉️ Предложения: { $waiting }
   *[other] ✉️ Предложения: { $waiting }, спросить { $due }
 }
btn-to-offers = ‹ Предложения
btn-offer-phone = 📞 По телефону
btn-offer-email = ✉️ По почте
btn-offer-accept = Согласились
btn-offer-close = Закрыть
btn-stage-contract = 📄 Договор

msg-offers-none = Предложений без ответа нет.
msg-offers-waiting = <b>Предложения</b>: { $waiting ->
    [one] ждёт ответа { $waiting }
   *[other] ждут ответа { $waiting }
 }{ $due ->
    [0] . Спрашивать пока некого.
   *[other] , пора спросить { $due }
 }
msg-offer = <b>{ $name }</b>: предложение
offer-made = { $day }, { $what }
offer-by-phone = по телефону
offer-by-email = по почте
offer-ask = спросить: { $day }
offer-to-close = { $count ->
    [one] спросили { $count } раз, ответа нет — закрыть?
    [few] спросили { $count } раза, ответа нет — закрыть?
   *[many] спросили { $count } раз, ответа нет — закрыть?
 }
offer-state = { $state ->
    [accepted] согласились
    [declined] отказ{ $said ->
        [yes] {" "}· { $why }
       *[no] {""}
     }
   *[no_reply] закрыто без ответа
 }
ask-offer-channel = { $name }: как предложили?
ask-offer-text = Можно дописать, что и на сколько: «масло 82,5 %, 120 тыс».
