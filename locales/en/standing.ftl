# How a client pays: one line of figures.

standing-line = { $level ->
    [reliable] 🟢 Reliable: { $figures }
    [watch] 🟡 Watch: { $figures }
    [risky] 🔴 Risky: { $figures }
   *[unknown] ⚪️ Little is known · { $figures }
 }
standing-delay = { $when ->
    [in-time] usually pays on time
    [early] usually pays { $days ->
        [one] { $days } day
       *[other] { $days } days
    } early
   *[late] usually pays { $days ->
        [one] { $days } day
       *[other] { $days } days
    } late
 }
standing-word = keeps promises { $kept } of { $judged }
standing-overdue = { $share ->
    [0] nothing overdue
    [100] the whole debt is overdue
   *[other] { $share }% of the debt overdue
 }
standing-growth = { $way ->
    [same] buys as much as before
    [less] buys { $share }% less
   *[more] buys { $share }% more
 }
standing-limit = { $share }% of the limit used
