# Texts of greetings. With a usual name, 256 characters at most; two exclamation marks at most.

# The occasion as a wish, on the day, before it and after. An age is given on a milestone only, and only where it is in place.
greeting-birthday-event = { $age ->
    [0] birthday
   *[other] { $age }th birthday
 }
greeting-founded-event = { $years ->
    [0] your company's birthday
    [1] your company's first birthday
   *[other] { $years } years in business
 }
greeting-wish-birthday = { $when ->
    [late] happy belated { greeting-birthday-event }
    [early] happy early { greeting-birthday-event }
   *[day] happy { greeting-birthday-event }
 }
greeting-wish-newyear = { $when ->
    [late] a belated happy New Year
   *[other] happy New Year
 }
greeting-wish-march8 = { $when ->
    [late] a belated happy International Women's Day
    [early] best wishes for the coming International Women's Day
   *[day] happy International Women's Day
 }
greeting-best-wishes = { $when ->
    [late] belated best wishes on
    [early] early best wishes on
   *[day] best wishes on
 }
greeting-congratulations = { $when ->
    [late] belated congratulations on
    [early] early congratulations on
   *[day] congratulations on
 }
greeting-wish = { $occasion ->
    [holiday] { greeting-best-wishes } { $holiday_en }
    [newyear] { greeting-wish-newyear }
    [march8] { greeting-wish-march8 }
    [february23] { greeting-best-wishes } Defender of the Fatherland Day
    [founded] { greeting-congratulations } { greeting-founded-event }
   *[birthday] { greeting-wish-birthday }
 }

# Openings. Nobody is addressed by a bare surname.
greeting-dear-business = { $named ->
    [no] { greeting-wish }!
   *[yes] Dear { $name }, { greeting-wish }!
 }
greeting-dear-warm = { $named ->
    [no] { greeting-wish }!
   *[yes] { greeting-wish }, { $name }!
 }
greeting-accepted = { $when ->
    [late] please accept my belated best wishes on your { greeting-birthday-event }.
    [early] please accept my best wishes on your coming { greeting-birthday-event }.
   *[day] please accept my best wishes on your { greeting-birthday-event }.
 }
greeting-accept = { $named ->
    [no] { greeting-accepted }
   *[yes] Dear { $name }, { greeting-accepted }
 }

# Parts of sentences.
greeting-years = { $years ->
    [0] a year
    [1] a year
    [2] two years
    [3] three years
    [4] four years
    [5] five years
    [6] six years
    [7] seven years
    [8] eight years
    [9] nine years
    [10] ten years
    [15] fifteen years
    [20] twenty years
    [25] twenty-five years
   *[other] { $years } years
 }
greeting-thanks = { $years ->
    [0] Thank you for your trust and for working with us
   *[other] Thank you for { greeting-years } of working together
 }
greeting-since = { $when ->
    [early] it will soon be { greeting-years }
    [late] it has just been { greeting-years }
   *[day] today it is { greeting-years }
 } since we started working together
greeting-together = { $named ->
    [no] { greeting-since }.
   *[yes] Dear { $name }, { greeting-since }.
 }
greeting-together-warm = { $named ->
    [no] imagine: { greeting-since }!
   *[yes] { $name }, imagine: { greeting-since }!
 }

# Birthday, business.
greeting-birthday-business-1 = { greeting-dear-business } I wish you good health, energy and confidence in every decision.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for a partnership we can rely on: it is a pleasure to work with you.
 }
greeting-birthday-business-2 = { greeting-dear-business } May your plans for the year come together on time, and may there always be time for what matters.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for your trust; we value it.
 }
greeting-birthday-business-3 = { greeting-dear-business } I wish you people around you to count on and work that brings both joy and results. All the best to you and those close to you.
greeting-birthday-business-4 = { greeting-accept } I wish you good health, fresh beginnings that go well, and time for the things that really matter.
greeting-birthday-business-5 = { greeting-dear-business } May the year ahead bring good news, good people by your side and the strength for everything you have in mind.
greeting-birthday-business-6 = { greeting-dear-business } I wish you success in everything you take on, and people around you who make it a pleasure.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-birthday-business-7 = { greeting-dear-business } Good health above all, and with it calm days, interesting work and plenty to be proud of.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for all we do together.
 }
greeting-birthday-business-8 = { greeting-dear-business } May your work be enjoyable and your plans fall into place, and may there always be time for a good rest.
greeting-birthday-business-9 = { greeting-dear-business } I wish you clear goals, short roads to them and good spirits on the way.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-birthday-business-10 = { greeting-dear-business } May every day bring something good, and may hard questions turn out easier than they look.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for your care for the work and for people.
 }
greeting-birthday-business-11 = { greeting-dear-business } May this year be calm where calm is needed and lively where you want to move. Good health and every success.
greeting-birthday-business-12 = { greeting-dear-business } I wish you health, energy and good luck in things great and small.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for all our work together.
 }
greeting-birthday-business-13 = { greeting-accept } I wish you lasting success, a strong team around you and many good reasons to meet.
greeting-birthday-business-14 = { greeting-dear-business } I wish you steady work, people who do not let you down, and energy left in the evening for what you enjoy.
greeting-birthday-business-15 = { greeting-dear-business } { $partner ->
    [no] {""}
   *[yes] Thank you for being clear and reliable: with you we always know where we stand.{" "}
 }I wish you health, energy and good news.
greeting-birthday-business-16 = { greeting-dear-business } May there be more wins than worries ahead, and more good meetings than urgent calls. All the very best.
greeting-birthday-business-17 = { greeting-dear-business } I wish you good health, peace of mind and decisions that are a pleasure to look back on.
greeting-birthday-business-18 = { greeting-accept } May experience help, luck come along, and people you can trust be near.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-birthday-business-19 = { greeting-dear-business } May the year go well: less hurry, more joy in what is done, and time for yourself.
greeting-birthday-business-20 = { greeting-dear-business } { $partner ->
    [no] {""}
   *[yes] I value our work together.{" "}
 }I wish you what matters most: health, calm and confidence in tomorrow.
greeting-birthday-business-21 = { greeting-dear-business } I wish you inspiring plans, dependable people by your side and the strength to see things through.
greeting-birthday-business-22 = { greeting-dear-business } May all be well in what matters most: in health and at heart. And may experience and luck help with the rest.
greeting-birthday-business-23 = { greeting-dear-business } I wish you growth, interesting work and colleagues with whom any task can be done.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-birthday-business-24 = { greeting-accept } { $partner ->
    [no] {""}
   *[yes] Thank you for your attention and respect for what we do together.{" "}
 }I wish you health, good luck and a smooth road.
greeting-birthday-business-25 = { greeting-dear-business } May good news come in time and hard questions be settled at the first try. Good health for the whole year.
greeting-birthday-business-26 = { greeting-accept } I wish you energy, sound decisions and pleasant surprises, at work and beyond.
greeting-birthday-business-27 = { greeting-dear-business } May all that is begun bring a good result, and may the new start easily.{ $partner ->
    [no] {""}
   *[yes] {" "}It is good to be working together.
 }

# Birthday, warm.
greeting-birthday-warm-1 = { greeting-dear-warm } May it be a kind year: plenty of reasons to smile, good company, and the energy for all that is dear to you.
greeting-birthday-warm-2 = { greeting-dear-warm } I wish you a mind at ease and the best of health.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for our talks: they are always a pleasure.
 }
greeting-birthday-warm-3 = { greeting-dear-warm } Here is to sunny days, inside and out, good people close by, and a small joy every day.
greeting-birthday-warm-4 = { greeting-dear-warm } May something you have long wanted come true this year, and may all your cares be pleasant ones. Good health to you and to everyone dear to you.
greeting-birthday-warm-5 = { greeting-dear-warm } May this year be generous with good things, and may the people you feel at home with always be near.
greeting-birthday-warm-6 = { greeting-dear-warm } I wish you good health, joy in those close to you and a little time for yourself every single day.
greeting-birthday-warm-7 = { greeting-dear-warm } I wish you inspiration, easy decisions and a holiday you will talk about all year.
greeting-birthday-warm-8 = { greeting-dear-warm } I wish you warm meetings, lovely surprises and your kindest plans fulfilled.
greeting-birthday-warm-9 = { greeting-dear-warm } May the year begin well and go on the same way. I wish you health, joy and warmth.
greeting-birthday-warm-10 = { greeting-dear-warm } May things more often go the way you want, and less often the way they must. Stay in good spirits.
greeting-birthday-warm-11 = { greeting-dear-warm } I wish you mornings that start with a smile and evenings that end with the thought: that was a good day.
greeting-birthday-warm-12 = { greeting-dear-warm } { $partner ->
    [no] {""}
   *[yes] It is a pleasure to work with you, and simply to talk.{" "}
 }Good health and many bright days.
greeting-birthday-warm-13 = { greeting-dear-warm } May your dreams not be put off, and may there always be time for what you love.
greeting-birthday-warm-14 = { greeting-dear-warm } I wish you ease in your work, warmth in company and reasons for joy, great and small.
greeting-birthday-warm-15 = { greeting-dear-warm } { $partner ->
    [no] {""}
   *[yes] { greeting-thanks }.{" "}
 }May there be much good ahead, and the health and energy to enjoy it all.
greeting-birthday-warm-16 = { greeting-dear-warm } May those around you understand you without many words, and may what you truly want lie ahead.
greeting-birthday-warm-17 = { greeting-dear-warm } { $partner ->
    [no] {""}
   *[yes] Thank you for being so responsive and easy to talk to.{" "}
 }May everything good come back to you twice over.
greeting-birthday-warm-18 = { greeting-dear-warm } I wish you calm days, good news and people around you who bring warmth.
greeting-birthday-warm-19 = { greeting-dear-warm } May the new year of life bring more than you wished for: discoveries, rest and joy.
greeting-birthday-warm-20 = { greeting-dear-warm } May your energy last, joy be close at hand, and plans come true without hurry.
greeting-birthday-warm-21 = { greeting-dear-warm } May hard things turn out easier than they seemed, and good ones even better than expected.
greeting-birthday-warm-22 = { greeting-dear-warm } I wish you more light, less fuss and good company for every occasion.
greeting-birthday-warm-23 = { greeting-dear-warm } { $partner ->
    [no] {""}
   *[yes] { greeting-thanks }.{" "}
 }May the year be warm, and may every month of it bring at least one good story.
greeting-birthday-warm-24 = { greeting-dear-warm } I wish you good health, high spirits and the small pleasant things that make a day worth remembering.
greeting-birthday-warm-25 = { greeting-dear-warm } I wish you kind people around, peace at heart and something interesting ahead.
greeting-birthday-warm-26 = { greeting-dear-warm } May what you plan work out, and may what works out make you glad. Warm wishes and good luck.
greeting-birthday-warm-27 = { greeting-dear-warm } I wish you a kind year: good meetings, easy roads and time for everything you love.
