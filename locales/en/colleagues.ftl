# One of our people as the lead sees them: name, role, zone, team; who left and who came back.

colleague-team = Team: { $team }
colleague-clients = { $count ->
    [0] No clients
    [one] { $count } client
   *[other] { $count } clients
 }
colleague-out = Access is closed
btn-colleague-absence = 🏖 Absence
btn-colleague-role = Role
btn-colleague-name = Name
btn-colleague-return = Take back
ask-colleague-name = What should { $name } be called? Type the name used in the team.
msg-colleague-role = { $name }: { $role }. Change to what? The clients stay as they are.
msg-role-set = { $name }: now { $role }. Pushes and menu have changed.
role-clients-wait = { $count ->
    [one] { $count } client is left: hand it over so that somebody calls.
   *[other] { $count } clients are left: hand them over so that somebody calls.
 }
msg-colleague-zone = { $name }: time zone { $zone }. Choose another one, or type a town or UTC+5.
msg-zone-set = { $name }: time zone { $zone }. The pushes have moved.
msg-renamed = Saved: { $name }
msg-moved = { $name } is in the team “{ $team }”, with all clients.
msg-returned = { $name } is back: access is open, pushes go out.
msg-former = <b>Left the team</b>
msg-former-none = Nobody has left the team.
former-line = { $name } — { $count ->
    [0] no clients
    [one] { $count } client waits for a manager
   *[other] { $count } clients wait for a manager
 }
btn-former = Former staff
ntf-renamed = { $by } changed your name; the team now sees “{ $name }”.
ntf-role = { $by } changed your role; it is now: { $role }. The menu below is new.
ntf-zone = { $by } set your time zone: { $zone }. Pushes follow it. To change: /settings.
ntf-moved = { $by } moved you to the team “{ $team }”. Your clients stay yours.
ntf-returned = { $by } opened your access again. Go on from the menu below.
