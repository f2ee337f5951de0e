# Promotions: what is on, whom to tell, a new one.

btn-promotions = 📣 Promotions
msg-promotions-none = No promotions now. A team lead starts a new one.
msg-promotions-none-lead = No promotions now. Start one: it appears on the call cards by itself.
msg-promotions = <b>Promotions</b>: { $count }
promotion-on = 📣 <b>{ $name }</b> — until { $day }
promotion-ahead = 📣 <b>{ $name }</b> — starts { $day }
promotion-progress = Told { $told } of { $aimed }, interested { $interested }
promotion-manager = { $name }: { $told } of { $aimed }, interested { $interested }
promotion-aim = For: { $audience ->
    [client] clients
    [lead] leads
   *[all] clients and leads
 }{ $classes ->
    [no] {""}
   *[other] , class { $classes }
 }{ $industries ->
    [no] {""}
   *[other] , industry: { $industries }
 }
promotion-group = Goods: { $group }
promotion-card = 📣 { $name } — until { $day }. Say:
promotion-made = <b>{ $name }</b>, { $start }–{ $end }
btn-promotion-told = Told
btn-promotion-interested = Interested
btn-promotion-declined = No interest
btn-promotion-new = ➕ New promotion
btn-promotion-next = Whom to tell
btn-promotion-stop = End it
btn-promotion-until = until { $day }
btn-promotion-group = Goods
btn-promotion-launch = ▶️ Start
btn-audience-all = { $chosen ->
    [yes] ● All
   *[no] All
 }
btn-audience-client = { $chosen ->
    [yes] ● Clients
   *[no] Clients
 }
btn-audience-lead = { $chosen ->
    [yes] ● Leads
   *[no] Leads
 }
ack-promotion-told = { $name }: told
ack-promotion-interested = { $name }: interested
ack-promotion-declined = { $name }: not interested
msg-promotion-whom = <b>{ $name }</b>: whom to tell. Tap to call.
msg-promotion-all-told = <b>{ $name }</b>: everybody it suits has been told.
msg-promotion-launched = <b>{ $name }</b> runs until { $day }. { $managers ->
    [0] The team has no managers yet: /team.
    [one] { $managers } manager was told.
   *[other] { $managers } managers were told.
 }
msg-promotion-stopped = <b>{ $name }</b>: the promotion is over.
ask-promotion-name = What is the promotion called? Type “Spring sale”.
ask-promotion-script = <b>{ $name }</b>: what to say to the client? Up to 500 characters.
ask-promotion-dates = <b>{ $name }</b>: until which day? By button or type “1.12 to 15.12”.
ask-promotion-aim = Whom to tell? An industry can be typed: “cafe, canteen”. A minus “-” means any.
ask-promotion-group = Which goods is it about?
ntf-promotion = <b>New promotion: { $name }</b>, until { $day }. What to say:
ntf-promotion-next = It will be on the call cards. Begin with those it suits.
event-promotion = promotion “{ $name }”: { $reply ->
    [interested] interested
    [declined] not interested
   *[told] told
 }
command-promotions = 📣 Promotions: what to say and to whom
err-promotion = { $field ->
    [name] A name has 1 to 100 characters. Type it again.
    [script] The text has 1 to 500 characters, now { $text }. Make it shorter.
   *[dates] “{ $text }” is no such day. Type one from today on: “until 15.12”, “2 weeks”.
 }
