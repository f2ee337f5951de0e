# Texts of greetings. With the longest name, 256 characters at most.

greeting-dear-business = { $named ->
    [no] { $when ->
        [late] Happy belated birthday!
        [early] Happy early birthday!
       *[day] Happy birthday!
     }
   *[yes] { $when ->
        [late] Dear { $name }, happy belated birthday!
        [early] Dear { $name }, happy early birthday!
       *[day] Dear { $name }, happy birthday!
     }
 }
greeting-dear-warm = { $named ->
    [no] { $when ->
        [late] A very happy belated birthday!
        [early] A very happy early birthday!
       *[day] A very happy birthday!
     }
   *[yes] { $when ->
        [late] Happy belated birthday, { $name }!
        [early] Happy early birthday, { $name }!
       *[day] Happy birthday, { $name }!
     }
 }

greeting-birthday-business-1 = { greeting-dear-business } I wish you good health, energy and confidence in every decision. Thank you for a partnership we can rely on: it is a pleasure to work with you.
greeting-birthday-business-2 = { greeting-dear-business } May your plans for the year come together on time, and may home always be a place of warmth and rest. Thank you for your trust; we value it.
greeting-birthday-business-3 = { greeting-dear-business } I wish you people around you to count on and work that brings both joy and results. All the best to you and your family!
greeting-birthday-business-4 = { greeting-dear-business } Please accept my sincere good wishes: health, fresh beginnings that go well, and time for the things that really matter.
greeting-birthday-business-5 = { greeting-dear-business } May the year ahead bring good news, good people by your side and the strength for everything you have in mind.
greeting-birthday-business-6 = { greeting-dear-business } I wish you good health, happiness at home and success in everything you take on. Thank you for working with us!
greeting-birthday-business-7 = { greeting-dear-business } Good health above all, and with it calm days, interesting work and plenty to be proud of. Thank you for all we do together!
greeting-birthday-business-8 = { greeting-dear-business } May your work be enjoyable and your plans fall into place, and may there always be time for family and a good rest. Best of luck!

greeting-birthday-warm-1 = { greeting-dear-warm } May it be a kind year: plenty of reasons to smile, good company, and the energy for all that is dear to you.
greeting-birthday-warm-2 = { greeting-dear-warm } I wish you a warm home, a mind at ease and the best of health. Thank you for our talks: they are always a pleasure.
greeting-birthday-warm-3 = { greeting-dear-warm } Here is to sunny days, inside and out, the people you love close by, and a small joy every day.
greeting-birthday-warm-4 = { greeting-dear-warm } May something you have long dreamed of come true this year, and may all your cares be pleasant ones. Good health to you and to everyone you love!
greeting-birthday-warm-5 = { greeting-dear-warm } May this year be generous with good things, and may the people you feel at home with always be near.
greeting-birthday-warm-6 = { greeting-dear-warm } I wish you good health, joy in your family and a little time for yourself every single day. Be happy!
greeting-birthday-warm-7 = { greeting-dear-warm } I wish you inspiration, easy decisions and a holiday you will talk about all year. May every good thing come true!
greeting-birthday-warm-8 = { greeting-dear-warm } With all my heart I wish you warm meetings, lovely surprises and your kindest plans fulfilled. Stay well and happy!
