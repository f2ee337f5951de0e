# Visits: the plan, the brief before, the visit itself, its result, the route, trainings.

visit-kind-visit = Visit
visit-kind-merchandising = Merchandising
visit-kind-training = Training
btn-visit-kind-visit = Kind: visit
btn-visit-kind-merchandising = Kind: merchandising
btn-visit-kind-training = Kind: training
btn-client-visit = 📍 Visit
btn-visit-start = ▶️ Start visit
btn-visit-map = 🗺 Map
btn-visit-move = Move
btn-visit-cancel = Cancel
btn-visit-cancel-yes = Yes, cancel
btn-visited = ✓ Visit took place
btn-visit-open = To the visit
btn-visit-finish = ⏹ Finish visit
btn-visit-result = Give the result
btn-visit-again = New visit
btn-visit-photos = Photos of the visit
btn-visit-outcome-agreed = Agreed
btn-visit-outcome-order = Order
btn-visit-outcome-absent = Nobody there
btn-photos-before = { $now ->
    [yes] ● Photos before
   *[no] Photos before
 }
btn-photos-after = { $now ->
    [yes] ● Photos after
   *[no] Photos after
 }
btn-photo-again = { $stage ->
    [after] After
   *[before] Before
 } { $number }
btn-photos-of = 🖼 Visit { $day }
btn-trainings = 🎓 Trainings
btn-route-map = 🗺 Whole route

ntf-visit-soon = A visit in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }. When you are there, tap “Start visit”.
ntf-visit-today = A visit today, without an hour. When you are there, tap “Start visit”.
ntf-visit-late = This reminder is late: the bot was down. When you are there, tap “Start visit”.
ntf-visit-open = The visit to <b>{ $name }</b> is still open ({ $at }). How did it end?
ntf-visit-closed = The visit to <b>{ $name }</b> ({ $at }) was closed without a result. Give it:

msg-visit = <b>{ $kind }: { $name }</b> · { $grade } · { $day }
visit-planned = The visit is in the plan.{ $told ->
    [yes] {" "}You will be reminded.
   *[no] {""}
 }
visit-moved = Moved.
visit-place = 📝 agreed: { $place }
visit-address = 📍 { $address }
visit-role = { $role ->
    [buyer] , purchasing
    [director] , director
    [accountant] , accounting
    [other] {""}
   *[named] , { $role }
 }
visit-orders = 🧾 orders: { $orders }
visit-last-words = 💬 { $day ->
    [none] {""}
   *[other] { $day }:{" "}
 }{ $text }

msg-visit-open = <b>{ $kind ->
    [merchandising] Merchandising
    [training] Training
   *[other] Visit
 } under way: { $name }</b> · { $grade } · since { $clock }
visit-checked = Check-list: { $done } of { $total }
visit-photos = Photos: before { $before }, after { $after }
visit-training = topic “{ $topic }”, { $people ->
    [one] { $people } person
   *[other] { $people } people
 }
visit-result = 📝 { $text }
visit-ask-words = Write, dictate, take photos: all of it stays with the visit.
visit-ask-training = The topic and how many people in one line: “cheese, 4 people”.
visit-ask-place = A location message marks the place.
visit-located = Place marked.
visit-noted = Written into the visit.
msg-visit-photo = <b>{ $name }</b>, photos { $stage ->
    [after] after
   *[before] before
 }: { $count }
check-shelf = Display
check-prices = Price tags
check-stock = Stock
check-dates = Best before
check-promo = Promotion

ask-visit-outcome = <b>{ $name }</b>: how did the visit end?
msg-visit-over = <b>{ $kind }: { $name }</b> · { $grade } · { $day }
visit-outcome = { $outcome ->
    [agreed] Agreed
    [order] Order
    [absent] Nobody there
    [forgotten] Closed without a result
    [cancelled] Cancelled
   *[held] Took place
 }
visit-minutes = {" "}· { $minutes } min
ask-visit-next = When is the next call? A button or words: “in a week”.
visit-next-set = Next call: { $day }
ack-visited = Visit marked
msg-visit-photos = <b>{ $name }</b>, { $day }: photos before { $before }, after { $after }
err-other-visit-open = Finish the visit first: { $name }. It is under “Week”.
err-visit-result = The result is longer than { $most } characters. Type less.

ask-visit-day = { $name }: when is the visit? A button or words: “Fri at 11”.
ask-visit-move = { $name }: move the visit to when? A button or words: “Fri at 11”.
ask-visit-clock = { $name }, { $day }: at what hour?
msg-visit-cancel-sure = Cancel the visit to <b>{ $name }</b>, { $day }?

event-visit = { $outcome ->
    [cancelled] cancelled{" "}
   *[other] {""}
 }{ $kind ->
    [merchandising] merchandising
    [training] training
   *[visit] visit
 }{ $outcome ->
    [agreed] {" "}— agreed
    [order] {" "}— order
    [absent] {" "}— nobody there
    [forgotten] {" "}— no result
   *[held] {""}
 }
event-visit-minutes = { $minutes } min
event-visit-photos = photos { $count }
event-visit-checked = check-list { $done }/{ $total }

msg-route = <b>Route</b>, { $day }: { $count ->
    [0] no visits
    [one] { $count } visit
   *[other] { $count } visits
 }
route-district = <b>{ $name }</b>
route-nowhere = District unknown
route-leg = { $name }{ $address ->
    [none] {" "}— no address
   *[other] {" "}— { $address }
 }
msg-trainings = <b>Trainings of the month</b>: { $count ->
    [0] none yet
   *[other] { $count }, { $people } people
 }
msg-trainings-client = <b>Trainings: { $name }</b> — { $count ->
    [0] none yet
   *[other] { $count }, { $people } people
 }
training-line = { $day } { $name ->
    [none] {""}
   *[other] <b>{ $name }</b>:{" "}
 }{ $topic ->
    [none] no topic written
   *[other] { $topic }
 }{ $people ->
    [0] {""}
   *[other] , { $people } people
 } · { $who }
