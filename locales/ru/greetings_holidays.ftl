# Поздравления с праздниками и датами компаний; обращения и части фраз — в greetings.ftl.

# Профессиональный праздник, строже.
greeting-holiday-business-1 = { greeting-dear-business } С { greeting-with }! Желаю интересных задач, сильной команды и заслуженного признания.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-holiday-business-2 = { greeting-congratulate } Пусть выбранное дело приносит и пользу, и удовольствие. Здоровья и успехов.
greeting-holiday-business-3 = { greeting-dear-business } { greeting-accept } За хорошим результатом всегда стоят люди. Спасибо за труд и верность делу.
greeting-holiday-business-4 = { greeting-short } Желаю устойчивого роста, надёжных партнёров и задач, которыми хочется гордиться.
greeting-holiday-business-5 = { greeting-congratulate } С уважением к профессии желаю сил, спокойных рабочих дней и хороших новостей.
greeting-holiday-business-6 = { greeting-dear-business } От души поздравляю с { greeting-with }. Пусть опыт ценят, труд замечают, а планы выполняются без авралов.
greeting-holiday-business-7 = { greeting-short } Хорошая работа держится на знании и терпении. Пусть хватает и того и другого, а результат радует.
greeting-holiday-business-8 = { greeting-dear-business } С { greeting-with }! Приятно работать с людьми, которые знают своё дело. Успехов и добрых перемен.
greeting-holiday-business-9 = { greeting-congratulate } Пусть рабочие дни проходят спокойно, а сделанным можно будет гордиться. Здоровья и удачи.

# Профессиональный праздник, теплее.
greeting-holiday-warm-1 = { greeting-dear-warm } С { greeting-with }! Пусть работа приносит радость, а после неё остаются силы на всё остальное.
greeting-holiday-warm-2 = { greeting-from-heart } Пусть всё получается с первого раза, а сложное решается за чашкой чая.
greeting-holiday-warm-3 = { greeting-short } Пусть любимое дело отвечает взаимностью. Сил, удачи и хорошего настроения { greeting-to-you }.
greeting-holiday-warm-4 = { greeting-congratulate } Желаю интересных дней, добрых коллег и поводов сказать себе: хорошо сделано.
greeting-holiday-warm-5 = { greeting-dear-warm } Поздравляю { greeting-you } с { greeting-with }. Когда дело по душе, и дни идут веселее. Пусть так и будет.
greeting-holiday-warm-6 = { greeting-short } { $partner ->
    [no] {""}
   *[yes] Спасибо за терпение и доброе отношение.{" "}
 }Пусть работа радует, а отдых начинается вовремя.
greeting-holiday-warm-7 = { greeting-from-heart } Желаю лёгких рабочих дней, благодарных людей вокруг и приятного отдыха после трудов.
greeting-holiday-warm-8 = { greeting-dear-warm } С { greeting-with }! Пусть опыта хватает на любые задачи, а интереса на новые.
greeting-holiday-warm-9 = { greeting-congratulate } Здоровья, вдохновения и побольше дней, когда всё складывается само.

# Новый год, строже.
greeting-newyear-business-1 = { greeting-dear-business } С { greeting-with }! Пусть год будет удачным для дела и спокойным для души.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-newyear-business-2 = { greeting-congratulate } Желаю здоровья, ясных планов и партнёров, на которых можно положиться.
greeting-newyear-business-3 = { greeting-dear-business } { greeting-accept } Пусть год принесёт рост, добрые вести и время на главное.
greeting-newyear-business-4 = { greeting-short } { $partner ->
    [no] {""}
   *[yes] Благодарю за совместную работу.{" "}
 }Пусть в новом году всё важное складывается вовремя.
greeting-newyear-business-5 = { greeting-dear-business } От души поздравляю с { greeting-with }. Желаю хороших решений, сильной команды и времени на отдых.
greeting-newyear-business-6 = { greeting-congratulate } Пусть год начнётся спокойно, продолжится успешно и закончится с хорошими итогами.
greeting-newyear-business-7 = { greeting-short } Желаю устойчивости в делах, здоровья и людей рядом, с которыми легко работать.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-newyear-business-8 = { greeting-dear-business } С { greeting-with }! Пусть год принесёт новые возможности, а всё хорошее из прежнего останется.
greeting-newyear-business-9 = { greeting-congratulate } Желаю, чтобы планы сбывались, а трудности оказывались решаемыми.{ $partner ->
    [no] {""}
   *[yes] {" "}Впереди много общих дел.
 }

# Новый год, теплее.
greeting-newyear-warm-1 = { greeting-dear-warm } С { greeting-with }! Пусть год будет добрым, дом тёплым, а новости хорошими.
greeting-newyear-warm-2 = { greeting-from-heart } Пусть сбудется загаданное, а радости будет больше, чем ожидалось.
greeting-newyear-warm-3 = { greeting-short } Желаю света, тепла и хороших людей рядом весь год, с января по декабрь.
greeting-newyear-warm-4 = { greeting-congratulate } Пусть новый год бережёт { greeting-you } и тех, кто { greeting-to-you } дорог, и удивляет только приятно.
greeting-newyear-warm-5 = { greeting-dear-warm } Поздравляю { greeting-you } с { greeting-with }. Пусть найдётся время и на дела, и на отдых, и на то, что давно откладывалось.
greeting-newyear-warm-6 = { greeting-short } { $partner ->
    [no] {""}
   *[yes] { greeting-thanks }.{" "}
 }Пусть год будет щедрым на встречи и хорошие истории.
greeting-newyear-warm-7 = { greeting-from-heart } Здоровья, покоя и маленьких чудес, без повода и круглый год.
greeting-newyear-warm-8 = { greeting-dear-warm } С { greeting-with }! Пусть в нём будет меньше суеты и больше тех дней, которые хочется запомнить.
greeting-newyear-warm-9 = { greeting-congratulate } Желаю лёгкого начала, доброй середины и хороших итогов: пусть год удастся целиком.

# 8 Марта, строже.
greeting-march8-business-1 = { greeting-dear-business } С { greeting-with }! { $partner ->
    [no] {""}
   *[yes] Спасибо за профессионализм и доброе отношение к делу.{" "}
 }Весеннего настроения и здоровья.
greeting-march8-business-2 = { greeting-congratulate } Желаю, чтобы рядом были внимательные люди, а дела шли легко.{ $partner ->
    [no] {""}
   *[yes] {" "}Спасибо за сотрудничество.
 }
greeting-march8-business-3 = { greeting-dear-business } { greeting-accept } Пусть весна принесёт силы, свежие планы и хорошие новости.
greeting-march8-business-4 = { greeting-short } Желаю здоровья, уверенности и заслуженного признания.{ $partner ->
    [no] {""}
   *[yes] {" "}Работать с { greeting-with-you } всегда приятно.
 }
greeting-march8-business-5 = { greeting-dear-business } От души поздравляю с { greeting-with }. Пусть сделанное ценят по достоинству, а на отдых хватает времени.
greeting-march8-business-6 = { greeting-congratulate } Пусть весна начнётся с добрых вестей, а год сложится удачно.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-march8-business-7 = { greeting-short } С уважением желаю тепла, бодрости и светлых дней.{ $partner ->
    [no] {""}
   *[yes] {" "}Благодарю за совместную работу.
 }
greeting-march8-business-8 = { greeting-dear-business } С { greeting-with }! Пусть внимания и добрых слов хватает не только в праздник, а дела приносят радость.
greeting-march8-business-9 = { greeting-congratulate } Желаю интересных задач, надёжных людей рядом и весеннего настроения круглый год.

# 8 Марта, теплее.
greeting-march8-warm-1 = { greeting-dear-warm } С { greeting-with }! Пусть весна будет ранней, солнце щедрым, а настроение лёгким.
greeting-march8-warm-2 = { greeting-from-heart } Желаю тепла, внимания и цветов, и не только в праздник.
greeting-march8-warm-3 = { greeting-short } Пусть на душе будет весна, а вокруг добрые и внимательные люди.
greeting-march8-warm-4 = { greeting-congratulate } Побольше солнца, улыбок и времени для себя.{ $partner ->
    [no] {""}
   *[yes] {" "}Спасибо за тепло в общении.
 }
greeting-march8-warm-5 = { greeting-dear-warm } Поздравляю { greeting-you } с { greeting-with }. Пусть радуют и большие планы, и мелочи, а силы находятся на всё.
greeting-march8-warm-6 = { greeting-short } Желаю весны за окном и на душе, хороших новостей и приятных встреч.
greeting-march8-warm-7 = { greeting-from-heart } Пусть добрые слова звучат чаще, а поводы для радости находятся сами.
greeting-march8-warm-8 = { greeting-dear-warm } С { greeting-with }! Пусть всё задуманное расцветает вместе с весной. Здоровья и радости { greeting-to-you }.
greeting-march8-warm-9 = { greeting-congratulate } Желаю лёгкости, тепла и такой весны, которой хватит до следующей.

# 23 февраля, строже.
greeting-february23-business-1 = { greeting-dear-business } С { greeting-with }! Желаю здоровья, сил и уверенности в завтрашнем дне.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-february23-business-2 = { greeting-congratulate } Пусть рядом будут люди, на которых можно положиться, а планы сбываются.
greeting-february23-business-3 = { greeting-dear-business } { greeting-accept } Желаю спокойствия, успехов в деле и надёжной опоры рядом.
greeting-february23-business-4 = { greeting-short } { $partner ->
    [no] {""}
   *[yes] Спасибо за надёжность и верность слову.{" "}
 }Здоровья и удачи.
greeting-february23-business-5 = { greeting-dear-business } От души поздравляю с { greeting-with }. Желаю сил, выдержки и хороших результатов.
greeting-february23-business-6 = { greeting-congratulate } Пусть на всё хватает энергии, а важные решения оказываются верными.
greeting-february23-business-7 = { greeting-short } С уважением желаю здоровья, ясных целей и спокойных дней.
greeting-february23-business-8 = { greeting-dear-business } С { greeting-with }! Пусть дела идут уверенно, друзья не подводят, а на отдых остаётся время.
greeting-february23-business-9 = { greeting-congratulate } Желаю бодрости, удачи и поддержки во всех начинаниях.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }

# 23 февраля, теплее.
greeting-february23-warm-1 = { greeting-dear-warm } С { greeting-with }! Пусть здоровье будет крепким, друзья верными, а настроение отличным.
greeting-february23-warm-2 = { greeting-from-heart } Желаю сил на всё задуманное и времени на всё любимое.
greeting-february23-warm-3 = { greeting-short } Пусть рядом будут те, за кого хочется стоять горой, и те, кто поддержит в ответ.
greeting-february23-warm-4 = { greeting-congratulate } Удачи, бодрости и побольше поводов для хорошего настроения { greeting-to-you }.
greeting-february23-warm-5 = { greeting-dear-warm } Поздравляю { greeting-you } с { greeting-with }. Пусть сложное даётся, интересное находится, а отдых бывает настоящим.
greeting-february23-warm-6 = { greeting-short } { $partner ->
    [no] {""}
   *[yes] Спасибо за надёжность и доброе слово.{" "}
 }Пусть всё складывается как надо.
greeting-february23-warm-7 = { greeting-from-heart } Желаю спокойных дней, лёгких дорог и хорошей компании.
greeting-february23-warm-8 = { greeting-dear-warm } С { greeting-with }! Пусть планы сбываются, а забот будет в меру.
greeting-february23-warm-9 = { greeting-congratulate } Здоровья, удачи и людей рядом, с которыми любое дело по плечу.

# День рождения компании, строже.
greeting-founded-business-1 = { greeting-dear-business } С { greeting-with }! Желаю всей команде сил, роста и новых удачных проектов.{ $partner ->
    [no] {""}
   *[yes] {" "}Спасибо за сотрудничество.
 }
greeting-founded-business-2 = { greeting-congratulate } За каждым годом стоят люди и их труд. Пусть команда растёт, а дело крепнет.
greeting-founded-business-3 = { greeting-dear-business } { greeting-accept } Желаю уверенного развития, верных клиентов и надёжных партнёров.
greeting-founded-business-4 = { greeting-short } { $partner ->
    [no] {""}
   *[yes] Приятно работать с теми, кто держит слово.{" "}
 }Новых успехов всей команде.
greeting-founded-business-5 = { greeting-dear-business } От души поздравляю с { greeting-with }. Пусть впереди будут новые успехи, а всё достигнутое останется прочной опорой.
greeting-founded-business-6 = { greeting-congratulate } Пусть планы становятся делами, дела результатами, а команда остаётся сплочённой.
greeting-founded-business-7 = { greeting-short } С уважением ко всей команде желаю спокойного роста и хороших новостей.
greeting-founded-business-8 = { greeting-dear-business } С { greeting-with }! { $partner ->
    [no] {""}
   *[yes] Спасибо за сотрудничество: нам есть чему радоваться вместе.{" "}
 }Процветания и удачи.
greeting-founded-business-9 = { greeting-congratulate } Желаю устойчивости, смелых планов и людей, которым они по плечу.

# День рождения компании, теплее.
greeting-founded-warm-1 = { greeting-dear-warm } С { greeting-with }! Пусть в коллективе будет тепло, в делах порядок, а в планах что-нибудь интересное.
greeting-founded-warm-2 = { greeting-from-heart } Пусть всё, что построено, радует и растёт дальше.
greeting-founded-warm-3 = { greeting-short } Большое дело складывается из маленьких дней. Пусть каждый из них будет удачным.
greeting-founded-warm-4 = { greeting-congratulate } Сил, азарта и дружной команды.{ $partner ->
    [no] {""}
   *[yes] {" "}Работать вместе очень приятно.
 }
greeting-founded-warm-5 = { greeting-dear-warm } Поздравляю { greeting-you } с { greeting-with }. Пусть хватает и смелости начинать новое, и терпения беречь то, что уже есть.
greeting-founded-warm-6 = { greeting-short } { greeting-pass-on } добрые слова всей команде.{ $partner ->
    [no] {""}
   *[yes] {" "}Работать с ней легко и приятно.
 }
greeting-founded-warm-7 = { greeting-from-heart } Желаю компании долгих лет, добрых клиентов и поводов собраться за общим столом.
greeting-founded-warm-8 = { greeting-dear-warm } С { greeting-with }! Пусть дальше будет ещё интереснее, а всё хорошее остаётся.
greeting-founded-warm-9 = { greeting-congratulate } Пусть дело растёт, люди радуются, а хороших поводов становится больше.

# Сколько лет работаем вместе, строже.
greeting-together-business-1 = { greeting-together } Спасибо за доверие: мы его ценим и постараемся оправдать.
greeting-together-business-2 = { greeting-together } Спасибо за каждый заказ и каждый откровенный разговор. Впереди ещё много общих дел.
greeting-together-business-3 = { greeting-together } Хороший повод сказать спасибо за надёжность и ясность в делах.
greeting-together-business-4 = { greeting-together } Многое сделано вместе, и каждому следующему шагу мы будем только рады.
greeting-together-business-5 = { greeting-together } Благодарим за сотрудничество и желаем, чтобы дела и дальше шли в гору.
greeting-together-business-6 = { greeting-together } Мы дорожим этим партнёрством и хотим, чтобы оно оставалось полезным для обеих сторон.
greeting-together-business-7 = { greeting-together } Спасибо за это время. Будем и дальше работать так, чтобы с нами было спокойно.
greeting-together-business-8 = { greeting-together } Желаем роста, спокойной работы и хороших новостей, а со своей стороны обещаем внимание к каждой мелочи.
greeting-together-business-9 = { greeting-together } Пусть следующие годы будут не менее удачными: с новыми планами и добрыми результатами.

# Сколько лет работаем вместе, теплее.
greeting-together-warm-1 = { greeting-together-warm } Спасибо за это время: с { greeting-with-you } работается легко.
greeting-together-warm-2 = { greeting-together-warm } Пусть впереди будет ещё больше общих дел и хороших разговоров.
greeting-together-warm-3 = { greeting-together-warm } Столько всего сделано вместе, что хочется просто сказать спасибо.
greeting-together-warm-4 = { greeting-together-warm } Спасибо за терпение, доброе слово и честность. Это дорогого стоит.
greeting-together-warm-5 = { greeting-together-warm } Пусть следующие годы будут такими же дружными, а дела ещё успешнее.
greeting-together-warm-6 = { greeting-together-warm } Приятно, когда деловые отношения становятся добрыми. Спасибо { greeting-to-you } за это.
greeting-together-warm-7 = { greeting-together-warm } Хороший повод вспомнить, с чего всё начиналось, и порадоваться тому, что получилось.
greeting-together-warm-8 = { greeting-together-warm } Здоровья, удачи и новых планов, а мы будем рады помогать и дальше.
greeting-together-warm-9 = { greeting-together-warm } Спасибо за надёжность и человеческое тепло.

# Первый год вместе, строже.
greeting-firstyear-business-1 = { greeting-together } Спасибо за доверие с первого заказа. Постараемся, чтобы второй год был ещё лучше.
greeting-firstyear-business-2 = { greeting-together } Первый год показывает, чего стоят договорённости. Спасибо за надёжность.
greeting-firstyear-business-3 = { greeting-together } Благодарим за сотрудничество и желаем, чтобы дела и дальше шли в гору.
greeting-firstyear-business-4 = { greeting-together } За год мы лучше узнали, что для { greeting-you } важно, и будем работать ещё точнее.
greeting-firstyear-business-5 = { greeting-together } Начало вышло хорошим, пусть таким будет и продолжение.
greeting-firstyear-business-6 = { greeting-together } Спасибо за ясные задачи и открытый разговор: так работать приятно.
greeting-firstyear-business-7 = { greeting-together } Спасибо за этот год. Если нам есть что улучшить, { greeting-tell-us }: обязательно учтём.
greeting-firstyear-business-8 = { greeting-together } Желаем роста и спокойной работы, а мы будем рядом, когда понадобимся.
greeting-firstyear-business-9 = { greeting-together } Это был хороший год. Спасибо за него, и пусть следующий будет ещё лучше.

# Первый год вместе, теплее.
greeting-firstyear-warm-1 = { greeting-together-warm } Год пролетел быстро и был хорошим. Спасибо { greeting-to-you }.
greeting-firstyear-warm-2 = { greeting-together-warm } Спасибо за лёгкость в общении и доверие. Пусть дальше будет только интереснее.
greeting-firstyear-warm-3 = { greeting-together-warm } Приятно, что мы познакомились и нашли общий язык.
greeting-firstyear-warm-4 = { greeting-together-warm } Спасибо за тёплый приём и терпение к новым людям.
greeting-firstyear-warm-5 = { greeting-together-warm } Пусть второй год принесёт больше радости и меньше срочных вопросов.
greeting-firstyear-warm-6 = { greeting-together-warm } Хороший повод сказать спасибо и пожелать удачи во всех начинаниях.
greeting-firstyear-warm-7 = { greeting-together-warm } За год было много добрых разговоров, пусть их станет ещё больше.
greeting-firstyear-warm-8 = { greeting-together-warm } Здоровья, сил и удачных дел, а мы и дальше будем помогать, чем можем.
greeting-firstyear-warm-9 = { greeting-together-warm } Первый год самый важный, и он удался. Спасибо за него.
