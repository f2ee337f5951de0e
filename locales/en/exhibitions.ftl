# Exhibitions and presentations: whom to invite, who comes.

push-exhibitions = exhibitions
btn-exhibitions = 🎪 Exhibitions
btn-exhibition = 🎪 Exhibition
btn-exhibition-open = To the event
btn-exhibition-guests = Who is coming
btn-exhibition-copy = 📋 Invitation text
btn-exhibition-invite = Whom to invite
btn-exhibition-invited = ✅ Invited
btn-new-exhibition = ➕ Exhibition
btn-new-presentation = ➕ Presentation
btn-guest-yes = Coming
btn-guest-maybe = Perhaps
btn-guest-no = Not coming
btn-guest-no_answer = No answer
btn-guest-people = { $count }
msg-exhibitions-none = No exhibitions or presentations ahead. A team lead adds one.
msg-exhibitions = <b>Exhibitions and presentations</b>: { $count }
exhibition-title = 🎪 <b>{ $name }</b> — { $days }{ $place ->
    [no] {""}
   *[other] , { $place }
 }
exhibition-turnout = Invited { $invited }, coming { $yes }{ $people ->
    [0] {""}
    [one] {" "}({ $people } person)
   *[other] {" "}({ $people } people)
 }, perhaps { $maybe }
exhibition-silent = No answer: { $count }
exhibition-manager = { $name }: { $invited ->
    [0] nobody invited
   *[other] invited { $invited }, coming { $yes }, perhaps { $maybe }
 }
exhibition-no-guests = Nobody is invited yet.
ask-exhibition-invite = Whom to invite: tap a client once invited.
exhibition-guest = <b>{ $client }</b>: { $name }, { $days }
exhibition-not-invited = Not invited yet. Copy the text, send it, mark it.
exhibition-reply = { $reply ->
    [yes] ✅ coming{ $people ->
        [one] , { $people } person
       *[other] , { $people } people
    }
    [maybe] perhaps
    [no] not coming
    [no_answer] asked, no answer
   *[none] invited, no answer yet
 }
ask-exhibition-people = How many people?
exhibition-guest-line = { $name } — { $reply ->
    [yes] coming{ $people ->
        [one] , { $people } person
       *[other] , { $people } people
    }
    [maybe] perhaps
    [no] not coming
    [no_answer] no answer
   *[none] no answer yet
 }
exhibition-of-manager = {" "}({ $name })
exhibition-nobody = Nobody has confirmed yet.
exhibition-invitation = Hello! We invite you to the { $kind ->
    [presentation] presentation
   *[exhibition] exhibition
 } “{ $name }”, { $days }{ $place ->
    [no] {""}
   *[other] , { $place }
 }. How many of you may we expect?
ask-exhibition-name = What is it called? Type: “ProdExpo”.
ask-exhibition-place = <b>{ $name }</b>: where? Type the place.
ask-exhibition-dates = <b>{ $name }</b>: when? Type “10.03–12.03” or “15.03”.
msg-exhibition-saved = <b>{ $name }</b>, { $days }: invitations are open. { $managers ->
    [0] The team has no managers yet: /team.
    [one] { $managers } manager was told.
   *[other] { $managers } managers were told.
 }
ntf-exhibition = <b>{ $name }</b>, { $days }{ $place ->
    [no] {""}
   *[other] , { $place }
 }. Time to invite clients, the best first.
ntf-exhibition-eve = <b>{ $name }</b> — { $day }{ $place ->
    [no] {""}
   *[other] , { $place }
 }. Who is expected:
ntf-exhibition-late = This message is late: the bot was down.
ntf-exhibition-next = Today remind those who are coming, and ask the rest.
ack-exhibition-invited = { $name }: invited
ack-exhibitions-none = No exhibitions or presentations ahead.
event-exhibition = “{ $name }”: { $reply ->
    [yes] coming
    [maybe] perhaps coming
    [no] not coming
    [no_answer] asked, no answer
   *[invited] invited
 }
command-exhibitions = 🎪 Exhibitions: whom to invite, who comes
err-exhibition = { $field ->
    [name] A name has 1 to 100 characters. Type it again.
    [place] A place has 1 to 100 characters. Type it again.
   *[dates] “{ $text }” are no days to come. Type “10.03–12.03”.
 }
