# Address: VIP, closeness, formal or not, how to speak to the person, cases of the Russian name.

btn-person-manner = How to address
msg-manner = <b>{ $name }</b>: how to address
manner-vip = VIP: { $vip ->
    [yes] yes
    [no] no
   *[rule] by the role and the client's class
 }
manner-closeness = Relations: { $closeness ->
    [distant] at a distance
    [working] working
    [close] close
   *[none] not set
 }
manner-said = Spoken to as: { $said }{ $own ->
    [yes] {" "}(as you told)
   *[no] {""}
 }
manner-accusative = Congratulate: { $form }
manner-dative = Write to: { $form }
manner-genitive = Birthday of: { $form }
btn-vip-yes = VIP
btn-vip-no = Not VIP
btn-vip-rule = VIP by rule
btn-closeness-distant = Distant
btn-closeness-working = Working
btn-closeness-close = Close
btn-said-as = How to address
btn-form-accusative = Whom?
btn-form-dative = To whom?
btn-form-genitive = Whose?
btn-by-name = By the name
btn-by-rules = By the rules
ask-said-as = { $name }: how to address? For example “Olya” or “Mr. Smith”.
ask-form-accusative = Now: congratulate <b>{ $form }</b>.
    Whom? Type the last and first name as it should be.
ask-form-dative = Now: write to <b>{ $form }</b>.
    To whom? Type the last and first name as it should be.
ask-form-genitive = Now: birthday of <b>{ $form }</b>.
    Whose? Type the last and first name as it should be.
