# Тексты поздравлений. Имя, род, «ты»/«Вы» и срок подставляются; вместе с самым длинным именем — не больше 256 знаков.

# Повод: с прошедшим, с наступающим, юбилей.
greeting-event = { $age ->
    [0] днём рождения
   *[other] юбилеем
 }
greeting-with = { $when ->
    [late] прошедшим { greeting-event }
    [early] наступающим { greeting-event }
   *[day] { greeting-event }
 }

# Обращения. По одной фамилии никого не называют.
greeting-dear-business = { $named ->
    [no] { $formality ->
        [informal] Привет!
       *[formal] Здравствуйте!
     }
   *[yes] { $formality ->
        [informal] { $name }, привет!
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
greeting-congratulate = { $named ->
    [no] Поздравляю
   *[yes] { $name }, поздравляю
 } { $formality ->
    [informal] тебя
   *[formal] Вас
 } с { greeting-with }!
greeting-from-heart = { $named ->
    [no] От всей души поздравляю
   *[yes] { $name }, от всей души поздравляю
 } { $formality ->
    [informal] тебя
   *[formal] Вас
 } с { greeting-with }!
greeting-to-you = { $formality ->
    [informal] тебе
   *[formal] Вам
 }
greeting-with-you = { $formality ->
    [informal] тобой
   *[formal] Вами
 }

greeting-birthday-business-1 = { greeting-dear-business } С { greeting-with }! Желаю здоровья, сил и уверенных решений. Спасибо за надёжное партнёрство: работать с { greeting-with-you } легко и приятно.
greeting-birthday-business-2 = { greeting-dear-business } С { greeting-with }! Пусть всё задуманное сбудется в срок, а дома всегда ждут тепло и покой. Спасибо за доверие, мы им дорожим.
greeting-birthday-business-3 = { greeting-congratulate } Пусть рядом будут люди, на которых можно опереться, а дела приносят радость и хороший результат. Здоровья { greeting-to-you } и { $formality ->
    [informal] твоим
   *[formal] Вашим
 } близким!
greeting-birthday-business-4 = { greeting-dear-business } { $formality ->
    [informal] Прими
   *[formal] Примите
 } искренние поздравления с { greeting-with }. Крепкого здоровья, удачных начинаний и времени на то, что по-настоящему важно!
greeting-birthday-business-5 = { greeting-dear-business } От души поздравляю с { greeting-with }. Пусть новый год жизни принесёт добрые вести, верных людей рядом и силы на всё задуманное.
greeting-birthday-business-6 = { greeting-congratulate } Здоровья, благополучия { $formality ->
    [informal] твоей
   *[formal] Вашей
 } семье и успеха в каждом деле, за которое { $formality ->
    [informal] ты берёшься
   *[formal] Вы берётесь
 }. Спасибо за совместную работу!
greeting-birthday-business-7 = { greeting-congratulate } Желаю прежде всего здоровья, а ещё спокойных дней, интересных задач и поводов гордиться сделанным. Благодарю за сотрудничество!
greeting-birthday-business-8 = { greeting-dear-business } С { greeting-with }! Пусть работа радует, планы складываются, а на близких и на отдых всегда хватает времени. Здоровья и удачи { greeting-to-you }!

greeting-birthday-warm-1 = { greeting-dear-warm } С { greeting-with }! Пусть год будет добрым: побольше поводов для улыбки, хороших встреч и сил на всё, что { greeting-to-you } дорого.
greeting-birthday-warm-2 = { greeting-from-heart } Пусть дома будет тепло, на душе спокойно, а здоровья хватает на всё. Спасибо за наши разговоры: они всегда в радость.
greeting-birthday-warm-3 = { greeting-dear-warm } С { greeting-with }! Желаю солнечных дней за окном и на душе, любимых людей рядом и маленьких радостей каждый день.
greeting-birthday-warm-4 = { greeting-congratulate } Пусть сбудется то, о чём давно { $formality ->
    [informal] мечтаешь
   *[formal] мечтаете
 }, а заботы будут только приятными. Здоровья { greeting-to-you } и всем, кто { greeting-to-you } дорог!
greeting-birthday-warm-5 = { greeting-dear-warm } Поздравляю с { greeting-with }! Пусть этот год будет щедрым на добрые события, а рядом всегда будут те, с кем хорошо.
greeting-birthday-warm-6 = { greeting-from-heart } Пусть здоровье не подводит, близкие радуют, а в каждом дне находится время для себя. Счастья { greeting-to-you }!
greeting-birthday-warm-7 = { greeting-dear-warm } С { greeting-with }! Желаю вдохновения, лёгких решений и такого отпуска, о котором хочется рассказывать весь год. Пусть всё хорошее сбывается!
greeting-birthday-warm-8 = { greeting-dear-warm } От всего сердца — с { greeting-with }! Пусть впереди ждут тёплые встречи, приятные сюрпризы и исполнение самых добрых планов. Крепкого здоровья и радости!
