# The team's digest in a group or a topic.

msg-digest-here = { $again ->
    [yes] The digest comes here already. The lead is { $name }.
    [fellow] The team's digest comes here already. { $name } manages it.
   *[no] The digest now comes here too, at the same hours. The lead is { $name }. Sums are { $sums ->
        [yes] shown.
       *[no] hidden: shares and counts only.
     }
 }
msg-digest-place = The digest comes to the group “{ $title }” too. Sums are { $sums ->
    [yes] shown there
   *[no] hidden there: shares and counts only
 }.
msg-digest-gone = The team's digest no longer comes here{ $where ->
    [topic] : it is in another topic now.
    [group] : it is in the group “{ $title }” now.
   *[none] .
 } To have it back, the lead sends /digest here.
msg-digest-left = The digest no longer comes to the group, only here. To have it back: /digest in the group.
ntf-digest-shut-out = The group “{ $title }” has shut the bot out: the digest comes only here. To choose another group, send /digest in it.
btn-digest-group = 👥 { $title }
btn-digest-sums-on = Show sums
btn-digest-sums-off = Hide sums
btn-digest-leave = Leave the group
btn-digest-look = Details

group-alarms = Needs attention: <b>{ $count }</b> · { $list }
group-alarm-decisions = decisions { $count }
group-alarm-promises = promises { $count }
group-alarm-pace = behind { $count }
group-alarm-people = cover and contact { $count }
group-alarm-orders = orders { $count }
group-alarm-clients = clients left alone { $count }
group-alarm-claims = claims { $count }
group-alarm-errands = errands { $count }
group-money = Orders: <b>{ $count }</b>{ $usual ->
    [none] {""}
   *[other] {" "}· { $usual } of a usual day
 }
group-plan = Calls: <b>{ $listed }</b> in the lists, norm { $norm }{ $due ->
    [0] {""}
    [one] {" "}· { $due } promise for today
   *[other] {" "}· { $due } promises for today
 }
group-overdue = Overdue: { $change ->
    [none] unchanged
   *[other] { $change } since { $day }
 }
group-best = 👏 <b>{ $name }</b>: the best result
