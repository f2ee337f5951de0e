# Тексты поздравлений. Имя, род, «ты»/«Вы», повод и срок подставляются; с обычным именем — не больше 256 знаков.
# Не больше двух восклицательных знаков на текст: один в обращении, один после повода.

# Повод в творительном падеже, как после «с»: прошедший, наступающий, сегодняшний. Возраст — только на юбилей и только где он уместен.
greeting-birthday-event = { $age ->
    [0] { $jubilee ->
        [yes] юбилеем
       *[no] днём рождения
     }
   *[other] { $age }-летием
 }
greeting-founded-event = { $years ->
    [0] днём рождения компании
    [1] днём рождения компании
   *[other] { $years }-летием компании
 }
greeting-event = { $occasion ->
    [holiday] { $holiday }
    [newyear] Новым годом
    [march8] 8 Марта
    [february23] Днём защитника Отечества
    [founded] { greeting-founded-event }
   *[birthday] { greeting-birthday-event }
 }
greeting-gone = { $occasion ->
    [newyear] наступившим
   *[other] прошедшим
 }
greeting-with = { $when ->
    [late] { greeting-gone } { greeting-event }
    [early] наступающим { greeting-event }
   *[day] { greeting-event }
 }

# Обращения. По одной фамилии никого не называют.
greeting-dear-business = { $named ->
    [no] { $formality ->
        [informal] Добрый день!
       *[formal] Здравствуйте!
     }
   *[yes] { $formality ->
        [informal] { $name }, добрый день!
       *[formal] { $gender ->
            [male] Уважаемый { $name }!
            [female] Уважаемая { $name }!
           *[unknown] Здравствуйте, { $name }!
         }
     }
 }
greeting-dear-warm = { $named ->
    [no] { $formality ->
        [informal] Привет!
       *[formal] Здравствуйте!
     }
   *[yes] { $gender ->
        [male] Дорогой { $name }!
        [female] Дорогая { $name }!
       *[unknown] { $formality ->
            [informal] { $name }, привет!
           *[formal] Здравствуйте, { $name }!
         }
     }
 }
greeting-short = { $named ->
    [no] с { greeting-with }!
   *[yes] { $name }, с { greeting-with }!
 }
greeting-congratulate = { $named ->
    [no] поздравляю { greeting-you } с { greeting-with }!
   *[yes] { $name }, поздравляю { greeting-you } с { greeting-with }!
 }
greeting-from-heart = { $named ->
    [no] от всей души поздравляю { greeting-you } с { greeting-with }!
   *[yes] { $name }, от всей души поздравляю { greeting-you } с { greeting-with }!
 }
greeting-accept = { $formality ->
    [informal] Прими
   *[formal] Примите
 } искренние поздравления с { greeting-with }.

# Части фраз.
greeting-you = { $formality ->
    [informal] тебя
   *[formal] Вас
 }
greeting-to-you = { $formality ->
    [informal] тебе
   *[formal] Вам
 }
greeting-with-you = { $formality ->
    [informal] тобой
   *[formal] Вами
 }
greeting-yours = { $formality ->
    [informal] твоим
   *[formal] Вашим
 }
greeting-pass-on = { $formality ->
    [informal] Передай
   *[formal] Передайте
 }
greeting-tell-us = { $formality ->
    [informal] подскажи
   *[formal] подскажите
 }
greeting-years = { $years ->
    [0] год
    [1] год
    [2] два года
    [3] три года
    [4] четыре года
    [5] пять лет
    [6] шесть лет
    [7] семь лет
    [8] восемь лет
    [9] девять лет
    [10] десять лет
    [15] пятнадцать лет
    [20] двадцать лет
    [25] двадцать пять лет
    [one] { $years } год
    [few] { $years } года
   *[many] { $years } лет
 }
greeting-thanks = { $years ->
    [0] Спасибо за доверие и совместную работу
   *[other] Спасибо за { greeting-years } совместной работы
 }
greeting-turned = { $years ->
    [0] исполнился
    [one] исполнился
   *[other] исполнилось
 }
greeting-since = { $when ->
    [early] совсем скоро исполнится { greeting-years }
    [late] на днях { greeting-turned } { greeting-years }
   *[day] сегодня исполняется { greeting-years }
 }, как мы работаем вместе.
greeting-together = { $named ->
    [no] { greeting-since }
   *[yes] { $name }, { greeting-since }
 }
greeting-since-warm = { $when ->
    [early] скоро { greeting-years }
    [late] на днях { greeting-turned } { greeting-years }
   *[day] сегодня { greeting-years }
 }, как мы работаем вместе!
greeting-together-warm = { $named ->
    [no] а ведь { greeting-since-warm }
   *[yes] { $name }, а ведь { greeting-since-warm }
 }

# День рождения, строже.
greeting-birthday-business-1 = { greeting-dear-business } С { greeting-with }! Желаю здоровья, сил и уверенных решений.{ $partner ->
    [no] {""}
   *[yes] {" "}Спасибо за надёжное партнёрство: работать с { greeting-with-you } легко и приятно.
 }
greeting-birthday-business-2 = { greeting-dear-business } С { greeting-with }! Пусть задуманное сбывается в срок, а на важное всегда хватает времени.{ $partner ->
    [no] {""}
   *[yes] {" "}Спасибо за доверие, мы им дорожим.
 }
greeting-birthday-business-3 = { greeting-congratulate } Пусть рядом будут люди, на которых можно опереться, а дела приносят радость и хороший результат. Здоровья { greeting-to-you } и { greeting-yours } близким.
greeting-birthday-business-4 = { greeting-dear-business } { greeting-accept } Здоровья, удачных начинаний и времени на то, что по-настоящему важно.
greeting-birthday-business-5 = { greeting-dear-business } От души поздравляю с { greeting-with }. Пусть новый год жизни принесёт добрые вести, верных людей рядом и силы на всё задуманное.
greeting-birthday-business-6 = { greeting-congratulate } Желаю успеха в каждом начинании и людей рядом, с которыми любое дело в радость.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-birthday-business-7 = { greeting-congratulate } Желаю прежде всего здоровья, а ещё спокойных дней, интересных задач и поводов гордиться сделанным.{ $partner ->
    [no] {""}
   *[yes] {" "}Благодарю за сотрудничество.
 }
greeting-birthday-business-8 = { greeting-dear-business } С { greeting-with }! Пусть работа радует, планы складываются, а на близких и на отдых всегда хватает времени. Здоровья и удачи { greeting-to-you }.
greeting-birthday-business-9 = { greeting-short } Желаю ясных целей, коротких дорог к ним и хорошего настроения в пути.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-birthday-business-10 = { greeting-dear-business } С { greeting-with }! Пусть каждый день приносит что-то хорошее, а трудные вопросы решаются проще, чем кажется.{ $partner ->
    [no] {""}
   *[yes] {" "}Спасибо за внимание к делу и к людям.
 }
greeting-birthday-business-11 = { greeting-congratulate } Пусть этот год будет спокойным там, где нужен покой, и ярким там, где хочется движения. Здоровья и успехов.
greeting-birthday-business-12 = { greeting-short } Желаю здоровья, бодрости и удачи в делах, больших и малых.{ $partner ->
    [no] {""}
   *[yes] {" "}Благодарю за совместную работу.
 }
greeting-birthday-business-13 = { greeting-dear-business } { greeting-accept } Желаю устойчивого успеха, сильной команды рядом и новых хороших поводов для встреч.
greeting-birthday-business-14 = { greeting-congratulate } Желаю, чтобы дела шли ровно, люди не подводили, а вечером оставались силы на любимые занятия.
greeting-birthday-business-15 = { greeting-short } { $partner ->
    [no] {""}
   *[yes] Спасибо за ясность и надёжность: с { greeting-with-you } всегда понятно, о чём договорились.{" "}
 }Здоровья, сил и добрых новостей.
greeting-birthday-business-16 = { greeting-dear-business } С { greeting-with }! Пусть впереди будет больше побед, чем забот, и больше хороших встреч, чем срочных звонков. Всего самого доброго.
greeting-birthday-business-17 = { greeting-congratulate } Желаю здоровья, душевного равновесия и решений, о которых потом приятно вспоминать.
greeting-birthday-business-18 = { greeting-dear-business } Поздравляю { greeting-you } с { greeting-with }. Пусть опыт помогает, удача сопутствует, а рядом будут те, кому можно доверять.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-birthday-business-19 = { greeting-short } Пусть год сложится удачно: меньше спешки, больше радости от сделанного и времени для себя.
greeting-birthday-business-20 = { greeting-congratulate } { $partner ->
    [no] {""}
   *[yes] Я ценю наше сотрудничество.{" "}
 }Желаю главного: здоровья, спокойствия и уверенности в завтрашнем дне.
greeting-birthday-business-21 = { greeting-dear-business } С { greeting-with }! Желаю вдохновляющих планов, надёжных людей рядом и сил довести начатое до конца.
greeting-birthday-business-22 = { greeting-short } Пусть будет хорошо в главном: со здоровьем и на душе. А в делах пусть помогают опыт и удача.
greeting-birthday-business-23 = { greeting-congratulate } Желаю роста, интересной работы и коллег, с которыми любая задача по плечу.{ $partner ->
    [no] {""}
   *[yes] {" "}{ greeting-thanks }.
 }
greeting-birthday-business-24 = { greeting-dear-business } Поздравляю { greeting-you } с { greeting-with }. { $partner ->
    [no] {""}
   *[yes] Спасибо за внимательность и уважение к общему делу.{" "}
 }Здоровья, удачи и ровной дороги.
greeting-birthday-business-25 = { greeting-short } Пусть хорошие новости приходят вовремя, а трудные вопросы решаются с первого раза. Здоровья и сил на весь год.
greeting-birthday-business-26 = { greeting-dear-business } От души поздравляю с { greeting-with }. Желаю бодрости, верных решений и приятных неожиданностей, в работе и вне её.
greeting-birthday-business-27 = { greeting-congratulate } Пусть всё, что начато, даст хороший результат, а новое начинается легко.{ $partner ->
    [no] {""}
   *[yes] {" "}Приятно, что мы работаем вместе.
 }

# День рождения, теплее.
greeting-birthday-warm-1 = { greeting-dear-warm } С { greeting-with }! Пусть год будет добрым: побольше поводов для улыбки, хороших встреч и сил на всё, что { greeting-to-you } дорого.
greeting-birthday-warm-2 = { greeting-from-heart } Пусть на душе будет спокойно, а здоровья хватает на всё.{ $partner ->
    [no] {""}
   *[yes] {" "}Спасибо за наши разговоры: они всегда в радость.
 }
greeting-birthday-warm-3 = { greeting-dear-warm } С { greeting-with }! Желаю солнечных дней за окном и на душе, хороших людей рядом и маленьких радостей каждый день.
greeting-birthday-warm-4 = { greeting-congratulate } Пусть сбудется то, чего давно хочется, а заботы будут только приятными. Здоровья { greeting-to-you } и всем, кто { greeting-to-you } дорог.
greeting-birthday-warm-5 = { greeting-dear-warm } Поздравляю { greeting-you } с { greeting-with }. Пусть этот год будет щедрым на добрые события, а рядом всегда будут те, с кем хорошо.
greeting-birthday-warm-6 = { greeting-from-heart } Пусть здоровье не подводит, близкие радуют, а в каждом дне находится время для себя.
greeting-birthday-warm-7 = { greeting-dear-warm } С { greeting-with }! Желаю вдохновения, лёгких решений и такого отпуска, о котором хочется рассказывать весь год.
greeting-birthday-warm-8 = { greeting-dear-warm } С { greeting-with }! Пусть впереди ждут тёплые встречи, приятные сюрпризы и исполнение самых добрых планов.
greeting-birthday-warm-9 = { greeting-short } Пусть год начнётся с хорошего и так же продолжится. Здоровья, радости и тепла { greeting-to-you }.
greeting-birthday-warm-10 = { greeting-dear-warm } С { greeting-with }! Пусть чаще бывает так, как хочется, и реже так, как приходится. Хорошего настроения { greeting-to-you }.
greeting-birthday-warm-11 = { greeting-congratulate } Желаю, чтобы утро начиналось с улыбки, а вечер заканчивался мыслью: хороший был день.
greeting-birthday-warm-12 = { greeting-short } { $partner ->
    [no] {""}
   *[yes] С { greeting-with-you } приятно и работать, и просто говорить.{" "}
 }Здоровья { greeting-to-you } и побольше светлых дней.
greeting-birthday-warm-13 = { greeting-from-heart } Пусть мечты не откладываются, а на любимые занятия всегда находится время.
greeting-birthday-warm-14 = { greeting-dear-warm } С { greeting-with }! Желаю лёгкости в делах, тепла в общении и поводов для радости, больших и маленьких.
greeting-birthday-warm-15 = { greeting-congratulate } { $partner ->
    [no] {""}
   *[yes] { greeting-thanks }.{" "}
 }Пусть впереди будет много хорошего, а сил и здоровья хватит на всё.
greeting-birthday-warm-16 = { greeting-short } Пусть рядом будут те, кто понимает с полуслова, а впереди то, чего по-настоящему хочется.
greeting-birthday-warm-17 = { greeting-dear-warm } С { greeting-with }! { $partner ->
    [no] {""}
   *[yes] Спасибо за отзывчивость и лёгкость в общении.{" "}
 }Пусть всё хорошее возвращается к { greeting-to-you } вдвойне.
greeting-birthday-warm-18 = { greeting-from-heart } Желаю спокойных дней, добрых вестей и людей рядом, с которыми тепло.
greeting-birthday-warm-19 = { greeting-short } Пусть новый год жизни подарит больше, чем загадано: и открытий, и отдыха, и радости.
greeting-birthday-warm-20 = { greeting-dear-warm } Поздравляю { greeting-you } с { greeting-with }. Пусть силы не кончаются, радость находится рядом, а планы сбываются без спешки.
greeting-birthday-warm-21 = { greeting-congratulate } Пусть трудное окажется проще, чем казалось, а хорошее ещё лучше, чем ожидалось.
greeting-birthday-warm-22 = { greeting-dear-warm } С { greeting-with }! Желаю побольше света, поменьше суеты и хорошей компании на любой случай.
greeting-birthday-warm-23 = { greeting-short } { $partner ->
    [no] {""}
   *[yes] { greeting-thanks }.{" "}
 }Пусть год будет тёплым, а каждый его месяц приносит хотя бы одну хорошую историю.
greeting-birthday-warm-24 = { greeting-from-heart } Здоровья, бодрости и тех приятных мелочей, из-за которых день запоминается.
greeting-birthday-warm-25 = { greeting-congratulate } Желаю, чтобы вокруг были добрые люди, на душе покой, а впереди что-нибудь интересное.
greeting-birthday-warm-26 = { greeting-dear-warm } С { greeting-with }! Пусть получается то, что задумано, и радует то, что получилось. Тепла и удачи { greeting-to-you }.
greeting-birthday-warm-27 = { greeting-short } Желаю доброго года: с хорошими встречами, лёгкими дорогами и временем на всё любимое.
