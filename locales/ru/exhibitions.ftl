# Выставки и презентации: кого пригласить, кто придёт.

push-exhibitions = выставки
btn-exhibitions = 🎪 Выставки
btn-exhibition = 🎪 Выставка
btn-exhibition-open = К выставке
btn-exhibition-guests = Кто придёт
btn-exhibition-copy = 📋 Текст приглашения
btn-exhibition-invite = Кого пригласить
btn-exhibition-invited = ✅ Приглашены
btn-new-exhibition = ➕ Выставка
btn-new-presentation = ➕ Презентация
btn-guest-yes = Придут
btn-guest-maybe = Может быть
btn-guest-no = Не придут
btn-guest-no_answer = Нет ответа
btn-guest-people = { $count } чел.
msg-exhibitions-none = Выставок и презентаций впереди нет. Новую заводит руководитель.
msg-exhibitions = <b>Выставки и презентации</b>: { $count }
exhibition-title = 🎪 <b>{ $name }</b> — { $days }{ $place ->
    [no] {""}
   *[other] , { $place }
 }
exhibition-turnout = Приглашено { $invited }, придут { $yes }{ $people ->
    [0] {""}
   *[other] {" "}({ $people } чел.)
 }, может быть { $maybe }
exhibition-silent = Не ответили: { $count }
exhibition-manager = { $name }: { $invited ->
    [0] приглашённых нет
   *[other] приглашено { $invited }, придут { $yes }, может быть { $maybe }
 }
exhibition-no-guests = Пока никого не пригласили.
ask-exhibition-invite = Кого пригласить: нажмите, когда пригласите.
exhibition-guest = <b>{ $client }</b>: { $name }, { $days }
exhibition-not-invited = Ещё не приглашены. Скопируйте текст, отправьте и отметьте.
exhibition-reply = { $reply ->
    [yes] ✅ придут, { $people } чел.
    [maybe] может быть
    [no] не придут
    [no_answer] спрашивали, ответа нет
   *[none] приглашены, ответа ещё нет
 }
ask-exhibition-people = Сколько человек?
exhibition-guest-line = { $name } — { $reply ->
    [yes] придут, { $people } чел.
    [maybe] может быть
    [no] не придут
    [no_answer] нет ответа
   *[none] ответа ещё нет
 }
exhibition-of-manager = {" "}({ $name })
exhibition-nobody = Пока никто не подтвердил.
exhibition-invitation = Здравствуйте! Приглашаем вас на { $kind ->
    [presentation] презентацию
   *[exhibition] выставку
 } «{ $name }», { $days }{ $place ->
    [no] {""}
   *[other] , { $place }
 }. Сколько человек от вас ждать?
ask-exhibition-name = Как называется? Напишите: «ПродЭкспо».
ask-exhibition-place = <b>{ $name }</b>: где? Напишите место.
ask-exhibition-dates = <b>{ $name }</b>: когда? Напишите: «10–12 марта» или «15.03».
msg-exhibition-saved = <b>{ $name }</b>, { $days }: приглашаем. { $managers ->
    [0] Менеджеров в команде пока нет: /team.
    [one] Узнал { $managers } менеджер.
    [few] Узнали { $managers } менеджера.
   *[many] Узнали { $managers } менеджеров.
 }
ntf-exhibition = <b>{ $name }</b>, { $days }{ $place ->
    [no] {""}
   *[other] , { $place }
 }. Пора приглашать клиентов: лучшие — первыми.
ntf-exhibition-eve = <b>{ $name }</b> — { $day }{ $place ->
    [no] {""}
   *[other] , { $place }
 }. Кого ждём:
ntf-exhibition-late = Сообщение задержалось: бот был недоступен.
ntf-exhibition-next = Напомните сегодня тем, кто придёт, и уточните у остальных.
ack-exhibition-invited = { $name }: приглашены
ack-exhibitions-none = Выставок и презентаций впереди нет.
event-exhibition = «{ $name }»: { $reply ->
    [yes] придут
    [maybe] может быть придут
    [no] не придут
    [no_answer] спросили, ответа нет
   *[invited] приглашены
 }
command-exhibitions = 🎪 Выставки: кого пригласить, кто придёт
err-exhibition = { $field ->
    [name] Название — от 1 до 100 знаков. Напишите ещё раз.
    [place] Место — от 1 до 100 знаков. Напишите ещё раз.
   *[dates] Не понял дни «{ $text }». Напишите будущие: «10–12 марта».
 }
