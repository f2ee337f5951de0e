# Greetings on holidays and companies' dates; openings and parts of sentences are in greetings.ftl.

# Professional holiday, business.
greeting-holiday-business-1 = { greeting-dear-business } I wish you interesting work, a strong team and well-earned recognition.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-holiday-business-2 = { greeting-dear-business } May the work you chose bring both results and pleasure. I wish you good health and success.
greeting-holiday-business-3 = { greeting-dear-business } Behind every good result there are people. Thank you for your work and your dedication.
greeting-holiday-business-4 = { greeting-dear-business } I wish you steady growth, reliable partners and work to be proud of.
greeting-holiday-business-5 = { greeting-dear-business } With respect for your profession, I wish you energy, calm working days and good news.
greeting-holiday-business-6 = { greeting-dear-business } May experience be valued, effort be noticed and plans be met without a rush.
greeting-holiday-business-7 = { greeting-dear-business } Good work rests on knowledge and patience. May there be enough of both, and may the result please you.
greeting-holiday-business-8 = { greeting-dear-business } It is a pleasure to work with people who know their job. I wish you success and changes for the better.
greeting-holiday-business-9 = { greeting-dear-business } May working days be calm and the work done be something to be proud of. Good health and good luck.

# Professional holiday, warm.
greeting-holiday-warm-1 = { greeting-dear-warm } May your work bring joy and leave you energy for everything else.
greeting-holiday-warm-2 = { greeting-dear-warm } May it all work out at the first try, and may hard things be settled over a cup of tea.
greeting-holiday-warm-3 = { greeting-dear-warm } May the work you love love you back. I wish you energy, luck and good spirits.
greeting-holiday-warm-4 = { greeting-dear-warm } I wish you interesting days, kind colleagues and reasons to say to yourself: well done.
greeting-holiday-warm-5 = { greeting-dear-warm } When work is to your liking, days go by more cheerfully. May it stay so.
greeting-holiday-warm-6 = { greeting-dear-warm } { $partner ->
    [no] {""}
   *[yes] Thank you for your patience and kindness.{" "}
 }May work be a pleasure and rest begin on time.
greeting-holiday-warm-7 = { greeting-dear-warm } I wish you easy working days, grateful people around and a good rest afterwards.
greeting-holiday-warm-8 = { greeting-dear-warm } May your experience be enough for any task, and your curiosity for new ones.
greeting-holiday-warm-9 = { greeting-dear-warm } I wish you good health, inspiration and more of those days when everything falls into place.

# New Year, business.
greeting-newyear-business-1 = { greeting-dear-business } May the year be good for business and calm at heart.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-newyear-business-2 = { greeting-dear-business } I wish you good health, clear plans and partners to rely on.
greeting-newyear-business-3 = { greeting-dear-business } May the year bring growth, good news and time for what matters.
greeting-newyear-business-4 = { greeting-dear-business } { $partner ->
    [no] {""}
   *[yes] Thank you for working with us.{" "}
 }May everything important come together on time this year.
greeting-newyear-business-5 = { greeting-dear-business } I wish you good decisions, a strong team and time to rest.
greeting-newyear-business-6 = { greeting-dear-business } May the year begin calmly, go on successfully and end with good results.
greeting-newyear-business-7 = { greeting-dear-business } I wish you steady business, good health and people who are easy to work with.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-newyear-business-8 = { greeting-dear-business } May the year bring new opportunities and keep all that was good in the old one.
greeting-newyear-business-9 = { greeting-dear-business } I wish you plans that come true and difficulties that can be solved.{ $partner ->
    [no] {""}
   *[yes] {" "}There is much for us to do together.
 }

# New Year, warm.
greeting-newyear-warm-1 = { greeting-dear-warm } May the year be kind, the home warm and the news good.
greeting-newyear-warm-2 = { greeting-dear-warm } May your wish come true, and may there be more joy than you expect.
greeting-newyear-warm-3 = { greeting-dear-warm } I wish you light, warmth and good people near all year, from January to December.
greeting-newyear-warm-4 = { greeting-dear-warm } May the new year be kind to you and to those dear to you, and surprise you only pleasantly.
greeting-newyear-warm-5 = { greeting-dear-warm } May there be time for work, for rest and for what has long been put off.
greeting-newyear-warm-6 = { greeting-dear-warm } { $partner ->
    [no] {""}
   *[yes] { greeting-thanks }.{" "}
 }May the year be generous with meetings and good stories.
greeting-newyear-warm-7 = { greeting-dear-warm } I wish you good health, peace and small wonders, for no reason and all year round.
greeting-newyear-warm-8 = { greeting-dear-warm } May there be less fuss in it and more of the days you want to remember.
greeting-newyear-warm-9 = { greeting-dear-warm } I wish you an easy start, a kind middle and a happy end: may the whole year be a success.

# 8 March, business.
greeting-march8-business-1 = { greeting-dear-business } { $partner ->
    [no] {""}
   *[yes] Thank you for your professionalism and care for the work.{" "}
 }Good health and spring spirits to you.
greeting-march8-business-2 = { greeting-dear-business } I wish you attentive people around and work that goes easily.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for working with us.
 }
greeting-march8-business-3 = { greeting-dear-business } May spring bring energy, fresh plans and good news.
greeting-march8-business-4 = { greeting-dear-business } I wish you health, confidence and well-earned recognition.{ $partner ->
    [no] {""}
   *[yes] {" "}It is always a pleasure to work with you.
 }
greeting-march8-business-5 = { greeting-dear-business } May what you do be valued as it deserves, and may there be time to rest.
greeting-march8-business-6 = { greeting-dear-business } May spring start with good news and the year go well.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-march8-business-7 = { greeting-dear-business } With respect, I wish you warmth, energy and bright days.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for our work together.
 }
greeting-march8-business-8 = { greeting-dear-business } May there be attention and kind words on every day, and may work bring you joy.
greeting-march8-business-9 = { greeting-dear-business } I wish you interesting work, reliable people near and spring spirits all year round.

# 8 March, warm.
greeting-march8-warm-1 = { greeting-dear-warm } May spring come early, the sun be generous and your spirits light.
greeting-march8-warm-2 = { greeting-dear-warm } I wish you warmth, attention and flowers, and not on this day alone.
greeting-march8-warm-3 = { greeting-dear-warm } May it be spring at heart, with kind and attentive people around.
greeting-march8-warm-4 = { greeting-dear-warm } I wish you more sun, more smiles and more time for yourself.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for your warmth.
 }
greeting-march8-warm-5 = { greeting-dear-warm } May both big plans and little things please you, and may there be energy for all of them.
greeting-march8-warm-6 = { greeting-dear-warm } I wish you spring outside and within, good news and pleasant meetings.
greeting-march8-warm-7 = { greeting-dear-warm } May kind words be heard more often, and may there be many reasons for joy.
greeting-march8-warm-8 = { greeting-dear-warm } May all you have in mind come into bloom with the spring. I wish you health and joy.
greeting-march8-warm-9 = { greeting-dear-warm } I wish you ease, warmth and a spring that lasts until the next.

# 23 February, business.
greeting-february23-business-1 = { greeting-dear-business } I wish you health, strength and confidence in tomorrow.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-february23-business-2 = { greeting-dear-business } May there be people around you to rely on, and may your plans come true.
greeting-february23-business-3 = { greeting-dear-business } I wish you calm, success in business and firm support.
greeting-february23-business-4 = { greeting-dear-business } { $partner ->
    [no] {""}
   *[yes] Thank you for being reliable and true to your word.{" "}
 }Good health and good luck.
greeting-february23-business-5 = { greeting-dear-business } I wish you strength, stamina and good results.
greeting-february23-business-6 = { greeting-dear-business } May you have energy for everything, and may the important decisions prove right.
greeting-february23-business-7 = { greeting-dear-business } With respect, I wish you health, clear goals and calm days.
greeting-february23-business-8 = { greeting-dear-business } May business go with confidence, friends be true, and time be left for rest.
greeting-february23-business-9 = { greeting-dear-business } I wish you energy, luck and support in all you begin.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }

# 23 February, warm.
greeting-february23-warm-1 = { greeting-dear-warm } May your health be strong, your friends true and your spirits high.
greeting-february23-warm-2 = { greeting-dear-warm } I wish you strength for all you plan and time for all you love.
greeting-february23-warm-3 = { greeting-dear-warm } May those you would stand up for be near, and those who would do the same for you.
greeting-february23-warm-4 = { greeting-dear-warm } I wish you good luck, energy and more reasons for a good mood.
greeting-february23-warm-5 = { greeting-dear-warm } May the difficult be managed, the interesting be found, and rest be real.
greeting-february23-warm-6 = { greeting-dear-warm } { $partner ->
    [no] {""}
   *[yes] Thank you for being reliable and for a kind word.{" "}
 }May all go as it should.
greeting-february23-warm-7 = { greeting-dear-warm } I wish you calm days, easy roads and good company.
greeting-february23-warm-8 = { greeting-dear-warm } May plans come true and cares be few.
greeting-february23-warm-9 = { greeting-dear-warm } I wish you health, luck and people by your side with whom anything can be done.

# The company's birthday, business.
greeting-founded-business-1 = { greeting-dear-business } I wish the whole team strength, growth and new projects that succeed.{ $partner ->
    [no] {""}
   *[yes] {" "}Thank you for working with us.
 }
greeting-founded-business-2 = { greeting-dear-business } Behind every year there are people and their work. May the team grow and the business thrive.
greeting-founded-business-3 = { greeting-dear-business } I wish you confident growth, loyal customers and reliable partners.
greeting-founded-business-4 = { greeting-dear-business } { $partner ->
    [no] {""}
   *[yes] It is a pleasure to work with those who keep their word.{" "}
 }New successes to the whole team.
greeting-founded-business-5 = { greeting-dear-business } May new successes lie ahead, and may all that is achieved be firm ground.
greeting-founded-business-6 = { greeting-dear-business } May plans become deeds, deeds results, and the team stay united.
greeting-founded-business-7 = { greeting-dear-business } With respect for the whole team, I wish you calm growth and good news.
greeting-founded-business-8 = { greeting-dear-business } { $partner ->
    [no] {""}
   *[yes] Thank you for working with us: there is much for us to be glad of together.{" "}
 }I wish you prosperity and good luck.
greeting-founded-business-9 = { greeting-dear-business } I wish you stability, bold plans and the people to carry them out.

# The company's birthday, warm.
greeting-founded-warm-1 = { greeting-dear-warm } May there be warmth in the team, order in business and something interesting in the plans.
greeting-founded-warm-2 = { greeting-dear-warm } May all that has been built bring joy and keep growing.
greeting-founded-warm-3 = { greeting-dear-warm } A great thing is made of small days. May each of them be a good one.
greeting-founded-warm-4 = { greeting-dear-warm } I wish you strength, drive and a friendly team.{ $partner ->
    [no] {""}
   *[yes] {" "}It is a pleasure to work together.
 }
greeting-founded-warm-5 = { greeting-dear-warm } May there be courage to start the new and patience to keep what is there.
greeting-founded-warm-6 = { greeting-dear-warm } Please pass our kind words to the whole team.{ $partner ->
    [no] {""}
   *[yes] {" "}It is easy and pleasant to work with.
 }
greeting-founded-warm-7 = { greeting-dear-warm } I wish the company long years, kind customers and reasons to gather round one table.
greeting-founded-warm-8 = { greeting-dear-warm } May it be even more interesting from here, and may all that is good remain.
greeting-founded-warm-9 = { greeting-dear-warm } May the business grow, and may there be many good occasions to celebrate.

# Years together, business.
greeting-together-business-1 = { greeting-together } Thank you for your trust: we value it and will do our best to deserve it.
greeting-together-business-2 = { greeting-together } Thank you for every order and every frank talk. There is much ahead for us to do.
greeting-together-business-3 = { greeting-together } A good reason to say thank you for being reliable and clear.
greeting-together-business-4 = { greeting-together } We have done a lot together, and we look forward to every next step.
greeting-together-business-5 = { greeting-together } Thank you for working with us; may your business keep growing.
greeting-together-business-6 = { greeting-together } We value this partnership and want it to stay useful for both sides.
greeting-together-business-7 = { greeting-together } Thank you for this time. We will keep working so that you can rely on us.
greeting-together-business-8 = { greeting-together } We wish you growth, calm work and good news, and for our part promise care for every detail.
greeting-together-business-9 = { greeting-together } May the coming years be just as good, with new plans and good results.

# Years together, warm.
greeting-together-warm-1 = { greeting-together-warm } Thank you for this time: it is easy to work with you.
greeting-together-warm-2 = { greeting-together-warm } May there be even more to do together and more good talks ahead.
greeting-together-warm-3 = { greeting-together-warm } So much has been done together that we simply want to say thank you.
greeting-together-warm-4 = { greeting-together-warm } Thank you for your patience, kind words and honesty. They are worth a lot.
greeting-together-warm-5 = { greeting-together-warm } May the next years be as friendly, and business even better.
greeting-together-warm-6 = { greeting-together-warm } It is good when a business relationship turns into a friendly one. Thank you for that.
greeting-together-warm-7 = { greeting-together-warm } A good reason to remember how it all began and to be glad of what came of it.
greeting-together-warm-8 = { greeting-together-warm } We wish you health, luck and new plans, and will gladly go on helping.
greeting-together-warm-9 = { greeting-together-warm } Thank you for making it both reliable and warm.

# The first year together, business.
greeting-firstyear-business-1 = { greeting-together } Thank you for your trust from the first order. We will try to make the second year even better.
greeting-firstyear-business-2 = { greeting-together } A first year shows what agreements are worth. Thank you for being reliable.
greeting-firstyear-business-3 = { greeting-together } Thank you for working with us; may your business keep growing.
greeting-firstyear-business-4 = { greeting-together } In a year we have learned better what matters to you, and will work more precisely still.
greeting-firstyear-business-5 = { greeting-together } It was a good beginning; may it go on the same way.
greeting-firstyear-business-6 = { greeting-together } Thank you for clear tasks and open talk: that makes work a pleasure.
greeting-firstyear-business-7 = { greeting-together } Thank you for this year. If there is something for us to improve, please tell us.
greeting-firstyear-business-8 = { greeting-together } We wish you growth and calm work; we will be there when needed.
greeting-firstyear-business-9 = { greeting-together } It was a good year. Thank you for it, and may the next be even better.

# The first year together, warm.
greeting-firstyear-warm-1 = { greeting-together-warm } The year went by quickly, and it was a good one. Thank you.
greeting-firstyear-warm-2 = { greeting-together-warm } Thank you for being easy to talk to and for your trust. May it only get more interesting.
greeting-firstyear-warm-3 = { greeting-together-warm } It is good that we met and understood each other so quickly.
greeting-firstyear-warm-4 = { greeting-together-warm } Thank you for a warm welcome and patience with new people.
greeting-firstyear-warm-5 = { greeting-together-warm } May the second year bring more joy and fewer urgent questions.
greeting-firstyear-warm-6 = { greeting-together-warm } A good reason to say thank you and wish you luck in all you begin.
greeting-firstyear-warm-7 = { greeting-together-warm } There have been many good talks this year; may there be even more.
greeting-firstyear-warm-8 = { greeting-together-warm } We wish you health, energy and good business, and will go on helping as we can.
greeting-firstyear-warm-9 = { greeting-together-warm } The first year matters most, and it went well. Thank you for it.
