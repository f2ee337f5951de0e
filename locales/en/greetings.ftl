# Texts of greetings. With the longest name, 256 characters at most.

greeting-happy = { $when ->
    [late] a belated happy birthday
    [early] an early happy birthday
   *[day] a very happy birthday
 }
greeting-dear-business = { $named ->
    [no] Hello,
   *[yes] Dear { $name },
 }
greeting-dear-warm = { $named ->
    [no] Hello!
   *[yes] Dear { $name }!
 }

greeting-birthday-business-1 = { greeting-dear-business } I wish you { greeting-happy }! Good health, energy and confident decisions. Thank you for a partnership one can rely on: it is a pleasure to work with you.
greeting-birthday-business-2 = { greeting-dear-business } I wish you { greeting-happy }. May your plans come true on time, and may home always be a place of warmth and rest. Thank you for your trust.
greeting-birthday-business-3 = { greeting-dear-business } please accept my best wishes and { greeting-happy }. May you have people around you to rely on and work that brings good results. Health to you and your family!
greeting-birthday-business-4 = { greeting-dear-business } my sincere wishes for { greeting-happy }. Good health, fortunate beginnings, and time for what really matters!
greeting-birthday-business-5 = { greeting-dear-business } I wish you { greeting-happy }. May the year ahead bring good news, faithful people by your side and the strength for everything you have in mind.
greeting-birthday-business-6 = { greeting-dear-business } let me wish you { greeting-happy }. Health to you, well-being to your family, and success in whatever you take on. Thank you for working with us!
greeting-birthday-business-7 = { greeting-dear-business } I wish you { greeting-happy }: good health above all, calm days, interesting tasks and reasons to be proud of what is done. Thank you for our cooperation!
greeting-birthday-business-8 = { greeting-dear-business } I wish you { greeting-happy }. May work be a joy, may plans fall into place, and may there always be time for family and for rest. Good luck and good health!

greeting-birthday-warm-1 = { greeting-dear-warm } I wish you { greeting-happy }. May the year be a kind one: plenty of reasons to smile, good company, and strength for all that is dear to you.
greeting-birthday-warm-2 = { greeting-dear-warm } From the bottom of my heart, { greeting-happy }! May your home be warm, your mind at ease and your health never fail you. Our talks are always a pleasure.
greeting-birthday-warm-3 = { greeting-dear-warm } I wish you { greeting-happy }: sunny days outside and within, the people you love beside you, and small joys every day.
greeting-birthday-warm-4 = { greeting-dear-warm } I wish you { greeting-happy }. May what you have long dreamed of come true, and may all your cares be pleasant ones. Health to you and to everyone you love!
greeting-birthday-warm-5 = { greeting-dear-warm } Warm wishes and { greeting-happy }! May this year be generous with good things, and may those you feel at home with always be near.
greeting-birthday-warm-6 = { greeting-dear-warm } I wish you { greeting-happy }. May your health hold, your family be a joy, and every day leave some time for yourself. Be happy!
greeting-birthday-warm-7 = { greeting-dear-warm } I wish you { greeting-happy }: inspiration, easy decisions and a holiday worth talking about all year. May all good things come true!
greeting-birthday-warm-8 = { greeting-dear-warm } With all my heart, { greeting-happy }! May warm meetings, pleasant surprises and your kindest plans be ahead of you. Strong health and joy!
