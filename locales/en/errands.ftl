# Errands and requests to departments, announcements, proposals, the market of the week.

command-errands = 📌 Errands, requests, announcements
btn-errands = To errands
btn-errands-count = 📌 Errands: { $count }
btn-errand-give = 📌 Assign
btn-errand-open = 📌 Open
btn-errand-row = No. { $number } { $text }
btn-errand-see = Seen
btn-errand-done = ✅ Done
btn-errand-silent = Without words
btn-errand-question = Ask
btn-errand-move = Move
btn-errand-due = Change deadline
btn-errand-accept = ✅ Accept
btn-errand-return = Return
btn-errand-reply = Reply
btn-errand-agree = Agree: { $due }
btn-errand-keep = Keep deadline
btn-errand-other = To another
btn-errand-withdraw = Withdraw
btn-errand-back = ‹ To the errand
btn-errand-file = { $kind ->
    [voice] ▶️ Voice
   *[other] 🖼 Photo
 }
btn-errand-all = All managers
btn-errand-on = { $count ->
    [one] Next: { $count } person
   *[other] Next: { $count } people
 }
btn-request = 📨 Ask a department
btn-request-take = Take
btn-request-free = Give it back
btn-request-decline = Decline
btn-request-again = Ask again
btn-request-elsewhere = Another department
btn-request-close = Close the request
choice-person = { $chosen ->
    [yes] ✅ { $name }
   *[no] { $name }
 }
pool-support = Sales support
pool-accountant = Accounting
pool-logistics = Logistics
errand-title = { $pool ->
    [support] Request to sales support
    [accountant] Request to accounting
    [logistics] Request to logistics
   *[no] Errand
 } No. { $number }
errand-status-pool = nobody has taken it
errand-status-new = new
errand-status-given = not seen yet
errand-status-seen = in progress
errand-status-returned = returned for more
errand-status-done = done, to be accepted
errand-status-declined = declined
errand-status-accepted = closed
errand-status-withdrawn = withdrawn
errand-status-late = overdue
msg-errand = <b>{ $title }: { $state }</b>
errand-due = ⏰ due { $due }
errand-people = 👤 { $giver } → { $doer ->
    [none] { $pool ->
        [support] sales support
        [accountant] accounting
        [logistics] logistics
       *[no] nobody
     }
   *[other] { $doer }
 }
errand-client = 🏢 { $client }
errand-file = { $kind ->
    [voice] 🎤 a voice message
    [photo] 🖼 a photo
   *[none] no words
 }
errand-file-of = { $title }
errand-said-question = ❓ { $who }: { $text }
errand-said-reply = 💬 { $who }: { $text }
errand-said-answer = ✅ { $who }: { $text }
errand-said-declined = ⛔ { $who }: { $text }
errand-said-returned = ↩️ { $who }: { $text }
errand-wanted = ⏳ Asks for another deadline: { $due }
errand-mark-asked = ❓ a question
errand-mark-moving = ⏳ asks for another deadline
msg-errands = { $count ->
    [0] <b>Nothing is asked of you</b>
    [one] <b>{ $count } errand</b>
   *[other] <b>{ $count } errands</b>
 }{ $late ->
    [0] {""}
   *[other] , overdue: { $late }
 }
errands-own = <b>For you</b>
errands-pool = <b>To be taken</b>
errands-given = <b>Given and asked: { $count }</b>
errands-more = …and { $count } more
errand-line = { $late ->
    [yes] ⚠️{" "}
   *[no] {""}
 }No. { $number } · { $due } · { $who }: { $text }
calls-errands = 📌 { $count ->
    [one] { $count } errand
   *[other] { $count } errands
 }{ $late ->
    [0] . Next: { $text }, due { $due }
   *[other] , overdue: { $late }. Oldest: { $text }, was due { $due }
 }
reason-errand = errand: { $name }
event-errand = { $done ->
    [1] Errand done: { $text }
   *[other] Errand: { $text }
 }{ $answer ->
    [none] {""}
   *[other] {" "}— { $answer }
 }
msg-errands-given = <b>Given to { $names }</b>, due { $due }
ask-errand-whom = { $client ->
    [none] To whom? Tap or type: “Anna and Igor”.
   *[other] <b>{ $client }</b>: to whom? Tap or type a name.
 }
errand-whom-missed = { $count ->
    [0] Nobody called “{ $text }” in the team.
   *[other] More than one “{ $text }”.
 }
ask-errand-nobody = There is nobody in the team. Invite people in the Team section.
ask-errand-words = { $pool ->
    [support] What do you need from sales support?
    [accountant] What do you need from accounting?
    [logistics] What do you need from logistics?
   *[no] { $whom ->
        [none] What is to be done?
       *[other] What is to be done? For { $whom }.
     }
 }{ $client ->
    [none] {""}
   *[other] {" "}Client: <b>{ $client }</b>.
 } { $due ->
    [none] Type it with the deadline (“…by Friday 15:00”), or send a voice message or a photo.
   *[other] The deadline is { $due }. Type the words, or send a voice message or a photo.
 }
ask-errand-term = By which day{ $text ->
    [none] {""}
   *[other] : “{ $text }”
 }? You can type “Fri 15:00”.
ask-request-pool = Which department?
ask-request-elsewhere = Which department takes No. { $number } instead? The words and the deadline stay.
ask-request-decline = Why is No. { $number } declined? One line: whoever asked will read it.
ask-request-again = What is there to add to No. { $number }? A new deadline may go with it: “needed in court, by Friday”.
msg-errand-leads-only = <b>Errands to colleagues come from the lead.</b>{ $asks ->
    [yes] {" "}Send it as a request? Choose a department. About a client: “Note” on the client's card.
   *[no] {" "}Send an idea of yours as “proposal: …”.
 }
ask-errand-answer = What was done about No. { $number }? A short answer.
ask-errand-question = What is the question about No. { $number }? One line.
ask-errand-reply = What is the answer about No. { $number }?
ask-errand-back = What is missing in No. { $number }? One line.
ask-errand-move = The new deadline of No. { $number }? Currently { $due }. You can type “Fri 15:00”.
ask-errand-other = Who takes No. { $number }?
ntf-errand-new = 📌 A new errand from { $giver }
ntf-errand-done = ✅ Done by { $doer }. Accept or return it
ntf-errand-question = ❓ { $doer } asks. Reply so that it goes on
ntf-errand-reply = 💬 { $by } answers your question
ntf-errand-move = ⏳ Your word is needed: { $doer } asks for another deadline
ntf-errand-moved = ⏳ The deadline is moved
ntf-errand-kept = ⏳ The deadline stays as it was
ntf-errand-returned = ↩️ { $by } returned it for more
ntf-errand-accepted = ✅ { $by } accepted it
ntf-errand-withdrawn = { $by } withdrew it. No action needed
ntf-errand-passed = <b>{ $title }: given to somebody else</b> by { $by }. No action needed
ntf-errand-soon = ⏰ The deadline is near
ntf-errand-late = ⚠️ The deadline has passed. Tap “Done” or ask for another
ntf-request-new = 📨 A request to your department from { $giver }
ntf-request-free = 📨 A request waits to be taken. From { $giver }
ntf-request-waits = ↩️ The request is back with the department: nobody has taken it yet
ntf-request-declined = ⛔ { $doer } declined. Ask again, or ask another department
ntf-request-taken = Taken by { $doer }
ntf-request-untaken = ⚠️ Nobody has taken the request
err-errand-text = Not clear what to do. Say it in words: “call Romashka by Friday”.
err-errand-whom = { $count ->
    [0] Nobody called “{ $text }” in the team. Type the name as in the Team section.
   *[other] More than one “{ $text }”. Type the name with the surname.
 }
err-errand-long = Too long: { $count ->
    [one] { $count } character
   *[other] { $count } characters
 }. Keep it within { $longest }.
err-errand-spoken = Words are needed here. Tap the microphone of the keyboard and dictate.
err-errand-due = The deadline has to be ahead. Type “Fri 15:00” or “27 Nov”. Changed your mind: /cancel.

btn-announcements = { $count ->
    [0] 📣 Announcements
   *[other] 📣 Announcements: { $count }
 }
btn-announcements-all = To announcements
btn-announce = 📣 Announce
btn-announcement-send = 📣 Send
btn-announcement-read = ✅ Read
btn-announcement-nudge = 🔔 Remind: { $count }
btn-announcement-file = 📎 Attachment
btn-announcement-open = To the announcement
aim-team = Your team
aim-everybody = Everybody
aim-manager = Managers
aim-support = Sales support
aim-accountant = Accounting
aim-logistics = Logistics
ask-announcement-aim = To whom?
ask-announcement = { $aim }: what is the announcement? Type it, or send a photo, a file or a voice message with a caption.
msg-announcement-preview = <b>Not sent yet.</b> { $aim }, { $count ->
    [one] { $count } person
   *[other] { $count } people
 }. To change it, type it again.
msg-announcement = <b>Announcement, { $author }, { $day }</b>
msg-announcement-mine = <b>Read by { $read } of { $count }</b>
announcement-unread = Not read: { $names }
announcement-away = Away, will see it on return: { $names }
announcement-read = Read: { $names }
announcement-file = 📎 an attachment without words
announcement-with-file = 📎 with an attachment
announcement-file-of = Attachment of the announcement, { $author }
announcement-line = { $new ->
    [yes] 🔵{" "}
   *[no] {""}
 }{ $day } · { $text }
announcement-line-mine = { $day } · { $text } · read by { $read } of { $count }
msg-announcements = { $unread ->
    [0] <b>Announcements</b>
   *[other] <b>Announcements: { $unread } not read</b>
 }
msg-announcements-none = No announcements yet.
ack-announcement-read = Marked as read
ack-announcement-nudged = { $count ->
    [0] Nobody is at work now: they will see it in the morning
    [one] Reminded { $count } person
   *[other] Reminded { $count } people
 }
ntf-announcement = 📣 Read it and tap “Read”
ntf-announcement-again = 📣 Once more: read it and tap “Read”
ack-announcement-lately = They have heard of it lately: wait an hour
err-announcement-nobody = There is nobody of that kind. Choose another group.

btn-proposals = 💡 Proposals
btn-proposal-new = 💡 Propose
btn-proposal-back = ‹ To the proposal
btn-proposal-one = No. { $number } { $text }
btn-proposals-file = 📎 As a file
btn-proposal-considered = Consider
btn-proposal-accepted = ✅ Accept
btn-proposal-declined = Decline
btn-proposal-done = ✅ Carried out
proposal-kind-goods = Assortment
proposal-kind-prices = Prices
proposal-kind-work = Work
btn-proposal-kind = Kind: { $kind }
proposal-status-new = new
proposal-status-considered = being considered
proposal-status-accepted = accepted
proposal-status-declined = declined
proposal-status-done = carried out
proposal-column-at = Day
proposal-column-author = Author
proposal-column-kind = About
proposal-column-text = Proposal
proposal-column-status = State
proposal-column-answer = Answer
proposal-column-decided = Decided
proposal-file-name = proposals-{ $day }
proposal-sheet-name = Proposals
ask-proposal = What do you propose? One line: about goods, prices or work.
ask-proposal-why = Why is it declined? { $author } will see the answer.
msg-proposal = <b>Proposal No. { $number }: { $status }</b> · { $kind }
proposal-author = 👤 { $author }, { $day }
proposal-decided = { $text ->
    [none] { $considered ->
        [yes] Considered by { $who }
       *[no] Decided by { $who }
     }
   *[other] 💬 { $who }: { $text }
 }
proposal-line = No. { $number } · { $author }: { $text } — { $status }
msg-proposals = { $new ->
    [0] <b>Proposals</b>
   *[other] <b>Proposals: { $new } to be decided</b>
 }
msg-proposals-none = No proposals yet. A thought? Type “proposal: stock 1.5% milk”.
msg-proposals-file = Proposals with decisions.
ack-proposals-file = Preparing the file
ntf-proposal-new = 💡 A proposal from { $author }
ntf-proposal-moved = 💡 Your proposal: { $status }

btn-market-week = 🏷 Week’s market
btn-market-week-file = 📎 Sheet as a file
msg-market-week = <b>Market of the week</b>: { $count ->
    [one] { $count } note
   *[other] { $count } notes
 }, { $rivals ->
    [one] { $rivals } competitor
   *[other] { $rivals } competitors
 }
msg-market-week-none = <b>Market of the week</b>: no notes.{ $silent ->
    [none] {""}
   *[other] {" "}Heard of the week before: { $silent }.
 } Ask the managers to note prices, one line each, in Russian for now: name, goods, price.
market-week-rival = <b>{ $name }</b> ×{ $count }{ $new ->
    [yes] {" "}· new
   *[no] {""}
 }{ $cheaper ->
    [0] {""}
   *[other] {" "}· below us: { $cheaper }
 } · { $who }
market-week-line = { $product ->
    [none] price
   *[other] { $product }
 }{ $price ->
    [none] {""}
   *[other] : { $price }
 }{ $ours ->
    [none] {""}
   *[other] , ours { $ours } ({ $difference }%)
 }{ $before ->
    [none] {""}
   *[other] , was { $before }
 }{ $change ->
    [none] {""}
   *[other] , { $change }%
 }
market-week-more = …and { $count } more
market-week-silent = Heard the week before, silent now: { $names }
market-week-sources = Noted by: { $names }
market-week-source = { $name } — { $count }
market-week-new = new
market-week-column-rival = Competitor
market-week-column-product = Goods
market-week-column-seen = Times this week
market-week-column-price = Price, RUB
market-week-column-ours = Our price, RUB
market-week-column-difference = Difference, %
market-week-column-before = A week before, RUB
market-week-column-change = Discount or rise, %
market-week-column-who = Noted by
market-week-column-new = New
market-week-file-name = market-week-{ $day }
market-week-sheet-name = Market of the week
msg-market-week-file = Market of the week: competitors' prices, ours, and who noted them.
ack-market-week-file = Preparing the file
