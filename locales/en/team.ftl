msg-team = { $count ->
    [one] { $count } person in the team
   *[other] { $count } people in the team
 }
team-without = <b>No team</b>
team-line = { $name } — { $role }
team-empty = nobody yet
btn-invite = ➕ Invite
btn-new-team = New team
btn-team = To the team
btn-dismiss = Dismiss
btn-dismiss-yes = Yes, close access
btn-dismiss-leave = Close, keep clients
btn-invite-alone = A new team
btn-team-rename = Rename
btn-team-under = Put under a team
btn-team-top = Nobody
msg-one-team = <b>{ $name }</b>: { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
one-team-above = Under: { $name }
msg-team-under = Put “{ $name }” under which team? The leads of that one will see and decide for this one.
msg-team-under-none = There is no team to put “{ $name }” under. Add one in /team.
btn-move-team = Move to team
btn-copy-link = Copy link
msg-colleague = <b>{ $name }</b>
    { $role }, time zone { $zone }
msg-dismiss-sure = Close access: <b>{ $name }</b>? { $clients ->
    [0] No clients.
    [one] { $clients } client to hand over: to whom?
   *[other] { $clients } clients to hand over: to whom?
 }
msg-dismissed = Access closed: { $name }. { $clients ->
    [0] No clients to hand over.
    [one] { $clients } client waits for a new manager.
   *[other] { $clients } clients wait for a new manager.
 }
msg-invite-role = Whom to invite?
msg-invite-team = To which team?
msg-invitation = Invitation: { $role }. Valid for { $hours } h, for one person.
    Send the link:
    { $link }
ask-team-name = What is the team called? Type the name.
msg-move-team = Move where: { $name }?
msg-move-team-none = { $name }: nowhere to move, there is no other team. Add one in /team.
ntf-joined = { $name } has joined the team{ $team ->
    [none] {""}
   *[other] {" "}“{ $team }”
 }: { $role }.
ntf-unreachable = { $name } has closed the bot: messages do not arrive. Get in touch and ask to open it again.
