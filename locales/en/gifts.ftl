# Presents: the question, the card, the lead's word, the ledger of the year.

ask-gift = 🎁 <b>{ $name }</b>: what present, and for how much? For example: “cognac 2500”.
    Up to { $limit } a person a year needs no approval.
gift-state = { $state ->
    [asked] 🎁 <b>The present waits for approval</b>
    [approved] 🎁 <b>The present is approved</b>
    [declined] 🎁 <b>The present is declined</b>
    [given] 🎁 <b>The present is given</b>
    [dropped] 🎁 <b>The present is cancelled</b>
   *[planned] 🎁 <b>The present is planned</b>
 }
gift-what = { $what } — { $cost }
gift-whom = { $who } · { $occasion }, { $year }
gift-spent = { $spent } for this person this year, up to { $limit } needs no approval
gift-manager = Manager: { $name }
gift-decided = Decided by { $name }
gift-given-on = Given: { $day }
gift-next = { $state ->
    [approved] It can be bought. Once given, tap “Given”.
   *[declined] Another present: on the greeting's card.
 }
btn-gift-approve = ✅ Approve
btn-gift-decline = ❌ Decline
btn-gift-give = 🎁 Given
btn-gift-drop = Cancel
ntf-gift-asked = 🎁 <b>{ $who } asks to approve a present</b>
ntf-gift-decided = { $state ->
    [approved] ✅ <b>The present is approved</b> · { $who }
    [declined] ❌ <b>The present is declined</b> · { $who }
    [given] 🎁 <b>The present is given</b> · { $who }
   *[dropped] <b>The present is cancelled</b> · { $who }
 }
msg-gifts = <b>Presents of { $year }: { $total }</b>
    { $count ->
        [one] { $count } present
       *[other] { $count } presents
    } · up to { $limit } a person a year needs no approval
msg-gifts-empty = <b>No presents in { $year } yet</b>
    Plan one on a greeting's card. Up to { $limit } a person a year needs no approval.
gift-line = { $what }, { $cost } — { $who } · { $state ->
    [asked] waits
    [approved] approved
    [declined] declined
    [given] given
   *[planned] planned
 }
gift-by = { $name }

err-gift-unreadable = “{ $text }”: both the present and the sum are needed, for example “cognac 2500”.
