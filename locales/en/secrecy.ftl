# The journal of looks, exports and changes; unusual looks and exports.

btn-journal-open = 🔎 Journal
msg-journal = <b>{ $kind }</b> · { $day }{ $known ->
    [yes] {" "}· { $name }
   *[no] {""}
 }
journal-kind = { $kind ->
    [looks] Views
    [exports] Exports
    [changes] Changes
   *[standing_in] Standing in
 }
journal-lists = Searches { $searches }, debt tables { $debts }
journal-exports-closed = Exports are closed.
journal-empty = { $kind ->
    [looks] No cards were opened on this day.
    [exports] No files were taken on this day.
    [changes] Nothing was changed on this day.
   *[standing_in] Nobody stood in for anybody on this day.
 }
btn-journal-more = More
btn-journal-who = By person
btn-journal-all = Whole team
btn-journal-file = 📄 Monthly table
ask-journal-whose = Whose journal?
journal-for = {" "}for { $name }
journal-card = card
journal-beside = , not planned
journal-times = , { $count } { $count ->
    [one] time
   *[other] times
 }
msg-journal-viewers = <b>Who looked</b> · { $name }
journal-viewers-none = Nobody has opened the card yet.
btn-client-viewers = Who looked
journal-file-name = Journal { $day }
journal-column = { $column ->
    [day] Day
    [clock] Time
    [who] Who
    [owner] In place of
    [client] Client
   *[what] What
 }
audit-what = { $action ->
    [table] file taken: { $file }
    [paper] document taken: { $file }
    [export] table of debts taken{ $known ->
        [yes] {" "}· { $name }
       *[no] {""}
     }
    [person_exported] a person's data exported
    [person_erased] a person's data erased
    [alarm_fine] marked as fine: { $name }
    [exports_closed] exports closed: { $name }
    [exports_opened] exports opened: { $name }
    [people] changed in the team: { $name }
    [invited] invitation made
    [dismissed] access closed: { $name }
    [moved] team changed: { $name }
    [role_changed] role changed: { $name }
    [transferred] clients transferred: { $name }
    [absence] absence: { $name }
    [decided] decision taken
   *[other] data changed
 }
audit-file = { $what ->
    [orders] orders
    [lost_demand] out of stock
    [market_sheet] market
    [claims] claims
    [occasions_ics] calendar of occasions
    [journal] journal
    [order_form] order form
    [order_pdf] order form
    [act_pdf] reconciliation act
    [act_xlsx] reconciliation act
    [claim_act] claim act
    [claim_act_xlsx] claim act
    [week_ics] week
    [report] report
   *[other] table
 }
msg-alarm = { $kind ->
    [cards] ⚠️ <b>Many cards outside the plan: { $name }</b>
    [hour] ⚠️ <b>Many cards in an hour: { $name }</b>
    [searches] ⚠️ <b>Searches without calls: { $name }</b>
    [files] ⚠️ <b>Many exports: { $name }</b>
   *[night] ⚠️ <b>Export out of hours: { $name }</b>
 }
alarm-fact = { $kind ->
    [cards] from { $since } to { $until }, opened outside calls and plan: { $count }{ $usual ->
        [0] {""}
       *[other] , usually { $usual } a day
     }
    [hour] from { $since } to { $until }, opened outside calls and plan: { $count }{ $usual ->
        [0] {""}
       *[other] , usually { $usual } a day
     }
    [searches] by { $until }, searches in a row without a call: { $count }
    [files] by { $until }, tables taken: { $count }{ $usual ->
        [0] {""}
       *[other] , usually { $usual } a day
     }
   *[night] at { $until } a table was taken, such tables that day: { $count }
 }
alarm-asked = Asked, no answer yet.
alarm-answered = Answer: “{ $text }”
alarm-exports-closed = Exports are closed until you open them.
alarm-fine = All is well: nothing more today.
alarm-next = Look at the journal or ask.
btn-alarm-ask = Ask
btn-alarm-fine = All is well
btn-exports-close = Close exports
btn-exports-open = Open exports
ack-exports-open = Exports are open: { $name }
err-exports-closed = Tables are not sent at the moment. Ask your lead.
ntf-alarm-asks = <b>{ $name } asks</b> what this was for:
ntf-alarm-asks-next = Answer in one message.
btn-alarm-answer = Answer
ask-alarm-answer = Type the answer: { $name } will see it.
msg-alarm-answered = Answer sent: { $name }.
ntf-alarm-answered = <b>{ $name } answers</b>
    “{ $text }”
err-alarm-answer = The answer: up to { $most } characters, in one message.
