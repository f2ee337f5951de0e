# Поручения и запросы в отделы, объявления, предложения, лист рынка за неделю.

command-errands = 📌 Поручения, запросы, объявления
btn-errands = К поручениям
btn-errands-count = 📌 Поручения: { $count }
btn-errand-give = 📌 Поручить
btn-errand-open = 📌 Открыть
btn-errand-row = № { $number } { $text }
btn-errand-see = Вижу
btn-errand-done = ✅ Сделано
btn-errand-silent = Без слов
btn-errand-question = Вопрос
btn-errand-move = Перенести
btn-errand-due = Сменить срок
btn-errand-accept = ✅ Принять
btn-errand-return = Вернуть
btn-errand-reply = Ответить
btn-errand-agree = Перенести: { $due }
btn-errand-keep = Оставить срок
btn-errand-other = Другому
btn-errand-withdraw = Отозвать
btn-errand-back = ‹ К поручению
btn-errand-file = { $kind ->
    [voice] ▶️ Голос
   *[other] 🖼 Фото
 }
btn-errand-all = Всем менеджерам
btn-errand-on = { $count ->
    [one] Дальше: { $count } человек
    [few] Дальше: { $count } человека
   *[many] Дальше: { $count } человек
 }
btn-request = 📨 Запрос в отдел
btn-request-take = Взять
btn-request-free = Вернуть в отдел
btn-request-decline = Отказать
btn-request-again = Спросить ещё раз
btn-request-elsewhere = В другой отдел
btn-request-close = Закрыть запрос
choice-person = { $chosen ->
    [yes] ✅ { $name }
   *[no] { $name }
 }
pool-support = Поддержка продаж
pool-accountant = Бухгалтерия
pool-logistics = Логистика
errand-title = { $pool ->
    [support] Запрос поддержке
    [accountant] Запрос бухгалтерии
    [logistics] Запрос логистике
   *[no] Поручение
 } № { $number }
errand-status-pool = ждёт, кто возьмёт
errand-status-new = новое
errand-status-given = ещё не видели
errand-status-seen = в работе
errand-status-returned = на доработке
errand-status-done = сделано, ждёт приёмки
errand-status-declined = отказано
errand-status-accepted = закрыто
errand-status-withdrawn = отозвано
errand-status-late = просрочено
msg-errand = <b>{ $title }: { $state }</b>
errand-due = ⏰ срок: { $due }
errand-people = 👤 { $giver } → { $doer ->
    [none] { $pool ->
        [support] поддержка продаж
        [accountant] бухгалтерия
        [logistics] логистика
       *[no] никто
     }
   *[other] { $doer }
 }
errand-client = 🏢 { $client }
errand-file = { $kind ->
    [voice] 🎤 голосовое сообщение
    [photo] 🖼 фото
   *[none] без слов
 }
errand-file-of = { $title }
errand-said-question = ❓ { $who }: { $text }
errand-said-reply = 💬 { $who }: { $text }
errand-said-answer = ✅ { $who }: { $text }
errand-said-declined = ⛔ { $who }: { $text }
errand-said-returned = ↩️ { $who }: { $text }
errand-wanted = ⏳ Просит новый срок: { $due }
errand-mark-asked = ❓ вопрос
errand-mark-moving = ⏳ просит срок
msg-errands = { $count ->
    [0] <b>Вам поручений нет</b>
    [one] <b>{ $count } поручение</b>
    [few] <b>{ $count } поручения</b>
   *[many] <b>{ $count } поручений</b>
 }{ $late ->
    [0] {""}
   *[other] , просрочено: { $late }
 }
errands-own = <b>Вам</b>
errands-pool = <b>Ждут, кто возьмёт</b>
errands-given = <b>Поручено и спрошено: { $count }</b>
errands-more = …и ещё { $count }
errand-line = { $late ->
    [yes] ⚠️{" "}
   *[no] {""}
 }№ { $number } · { $due } · { $who }: { $text }
calls-errands = 📌 { $count ->
    [one] { $count } поручение
    [few] { $count } поручения
   *[many] { $count } поручений
 }{ $late ->
    [0] . Ближайшее: { $text } — срок: { $due }
   *[other] , просрочено: { $late }. Самое давнее: { $text } — срок был: { $due }
 }
reason-errand = поручение: { $name }
event-errand = { $done ->
    [1] Поручение выполнено: { $text }
   *[other] Поручение: { $text }
 }{ $answer ->
    [none] {""}
   *[other] {" "}— { $answer }
 }
msg-errands-given = <b>Поручено: { $names }</b>, срок: { $due }
ask-errand-whom = { $client ->
    [none] Кому поручить? Отметьте или напишите: «Анне и Игорю».
   *[other] <b>{ $client }</b>: кому поручить? Отметьте или напишите имя.
 }
errand-whom-missed = { $count ->
    [0] Не нашёл в команде: «{ $text }».
   *[other] «{ $text }» — так зовут не одного.
 }
ask-errand-nobody = Поручить некому: в команде никого нет. Пригласите людей в разделе «Команда».
ask-errand-words = { $pool ->
    [support] О чём запрос поддержке?
    [accountant] О чём запрос бухгалтерии?
    [logistics] О чём запрос логистике?
   *[no] { $whom ->
        [none] Что сделать?
       *[other] Что сделать? Кому: { $whom }.
     }
 }{ $client ->
    [none] {""}
   *[other] {" "}Клиент: <b>{ $client }</b>.
 } { $due ->
    [none] Напишите со сроком — «…до пятницы 15:00» — или пришлите голос или фото.
   *[other] Срок: { $due }. Напишите словами или пришлите голос или фото.
 }
ask-errand-term = До какого дня{ $text ->
    [none] {""}
   *[other] : «{ $text }»
 }? Можно написать: «пт 15:00».
ask-request-pool = Какому отделу запрос?
ask-request-elsewhere = В какой отдел передать № { $number }? Слова и срок останутся.
ask-request-decline = Почему отказ по № { $number }? Одной строкой: её прочтёт тот, кто спросил.
ask-request-again = Что добавить к № { $number }? Можно с новым сроком: «нужно для суда, до пятницы».
msg-errand-leads-only = <b>Поручения коллегам даёт руководитель.</b>{ $asks ->
    [yes] {" "}Отправить это запросом? Выберите отдел. О клиенте — «Заметка» в его карточке.
   *[no] {" "}Свою идею отправьте ему так: «предложение: …».
 }
ask-errand-answer = Что сделано по № { $number }? Напишите коротко.
ask-errand-question = Какой вопрос по № { $number }? Напишите одной строкой.
ask-errand-reply = Что ответить по № { $number }?
ask-errand-back = Чего не хватает в № { $number }? Напишите одной строкой.
ask-errand-move = Новый срок для № { $number }? Сейчас: { $due }. Можно написать: «пт 15:00».
ask-errand-other = Кому передать № { $number }?
ntf-errand-new = 📌 Новое поручение. От: { $giver }
ntf-errand-done = ✅ Сделано: { $doer }. Примите или верните
ntf-errand-question = ❓ Вопрос: { $doer }. Ответьте, чтобы дело пошло
ntf-errand-reply = 💬 Ответ на ваш вопрос: { $by }
ntf-errand-move = ⏳ Нужно ваше слово: { $doer } просит другой срок
ntf-errand-moved = ⏳ Срок перенесён
ntf-errand-kept = ⏳ Срок остаётся прежним
ntf-errand-returned = ↩️ Вернули на доработку: { $by }
ntf-errand-accepted = ✅ Принято: { $by }
ntf-errand-withdrawn = Отозвано: { $by }. Делать не нужно
ntf-errand-passed = <b>{ $title }: передано другому</b>. Решение: { $by }. Делать не нужно
ntf-errand-soon = ⏰ Скоро срок
ntf-errand-late = ⚠️ Срок вышел. Отметьте «Сделано» или попросите другой
ntf-request-new = 📨 Запрос вашему отделу. От: { $giver }
ntf-request-free = 📨 Запрос ждёт, кто возьмёт. От: { $giver }
ntf-request-waits = ↩️ Запрос вернули в отдел: ждёт, кто возьмёт
ntf-request-declined = ⛔ Отказ: { $doer }. Спросите ещё раз или другой отдел
ntf-request-taken = Взято в работу: { $doer }
ntf-request-untaken = ⚠️ Запрос никто не взял
err-errand-text = Не понял, что сделать. Напишите словами, например: «позвонить в Ромашку до пятницы».
err-errand-whom = { $count ->
    [0] Не нашёл в команде: «{ $text }». Напишите имя, как в разделе «Команда».
   *[other] «{ $text }» — так зовут не одного. Напишите имя с фамилией.
 }
err-errand-long = Слишком длинно: { $count ->
    [one] { $count } знак
    [few] { $count } знака
   *[many] { $count } знаков
 }. Уложитесь в { $longest }.
err-errand-spoken = Здесь нужны слова. Нажмите микрофон на клавиатуре телефона и продиктуйте.
err-errand-due = Нужен срок впереди. Напишите: «пт 15:00» или «до пятницы». Передумали — /cancel.

btn-announcements = { $count ->
    [0] 📣 Объявления
   *[other] 📣 Объявления: { $count }
 }
btn-announcements-all = К объявлениям
btn-announce = 📣 Объявить
btn-announcement-send = 📣 Отправить
btn-announcement-read = ✅ Прочитал
btn-announcement-nudge = 🔔 Напомнить: { $count }
btn-announcement-file = 📎 Вложение
btn-announcement-open = К объявлению
aim-team = Своей команде
aim-everybody = Всем
aim-manager = Менеджерам
aim-support = Поддержке продаж
aim-accountant = Бухгалтерии
aim-logistics = Логистике
ask-announcement-aim = Кому объявить?
ask-announcement = { $aim }: что объявить? Напишите или пришлите фото, файл, голос с подписью.
msg-announcement-preview = <b>Ещё не отправлено.</b> { $aim }, { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
 }. Поправить — напишите заново.
msg-announcement = <b>Объявление, { $author }, { $day }</b>
msg-announcement-mine = <b>Прочитали { $read } из { $count }</b>
announcement-unread = Не прочитали: { $names }
announcement-away = Нет на работе, увидят по возвращении: { $names }
announcement-read = Прочитали: { $names }
announcement-file = 📎 вложение без слов
announcement-with-file = 📎 с вложением
announcement-file-of = Вложение к объявлению, { $author }
announcement-line = { $new ->
    [yes] 🔵{" "}
   *[no] {""}
 }{ $day } · { $text }
announcement-line-mine = { $day } · { $text } · прочитали { $read } из { $count }
msg-announcements = { $unread ->
    [0] <b>Объявления</b>
   *[other] <b>Объявления: не прочитано { $unread }</b>
 }
msg-announcements-none = Объявлений пока нет.
ack-announcement-read = Отмечено: прочитано
ack-announcement-nudged = { $count ->
    [0] Сейчас никого нет на работе: увидят утром
    [one] Напомнил: { $count } человек
    [few] Напомнил: { $count } человека
   *[many] Напомнил: { $count } человек
 }
ntf-announcement = 📣 Прочитайте и отметьте
ntf-announcement-again = 📣 Напоминание: прочитайте и отметьте
ack-announcement-lately = Недавно уже напоминали: подождите час
err-announcement-nobody = Объявлять некому: таких людей в компании нет. Выберите другую группу.

btn-proposals = 💡 Предложения
btn-proposal-new = 💡 Предложить
btn-proposal-back = ‹ К предложению
btn-proposal-one = № { $number } { $text }
btn-proposals-file = 📎 Файлом
btn-proposal-considered = Обдумать
btn-proposal-accepted = ✅ Принять
btn-proposal-declined = Отклонить
btn-proposal-done = ✅ Внедрено
proposal-kind-goods = Ассортимент
proposal-kind-prices = Цены
proposal-kind-work = Работа
btn-proposal-kind = Вид: { $kind }
proposal-status-new = новое
proposal-status-considered = обдумывается
proposal-status-accepted = принято
proposal-status-declined = отклонено
proposal-status-done = внедрено
proposal-column-at = Дата
proposal-column-author = Автор
proposal-column-kind = О чём
proposal-column-text = Предложение
proposal-column-status = Состояние
proposal-column-answer = Ответ
proposal-column-decided = Решено
proposal-file-name = предложения-{ $day }
proposal-sheet-name = Предложения
ask-proposal = Что предлагаете? Одной строкой: об ассортименте, ценах или работе.
ask-proposal-why = Почему отклоняем? Ответ увидит автор: { $author }.
msg-proposal = <b>Предложение № { $number }: { $status }</b> · { $kind }
proposal-author = 👤 { $author }, { $day }
proposal-decided = { $text ->
    [none] { $considered ->
        [yes] Обдумывает: { $who }
       *[no] Решение: { $who }
     }
   *[other] 💬 { $who }: { $text }
 }
proposal-line = № { $number } · { $author }: { $text } — { $status }
msg-proposals = { $new ->
    [0] <b>Предложения</b>
    [one] <b>Предложения: ждёт решения { $new }</b>
   *[other] <b>Предложения: ждут решения { $new }</b>
 }
msg-proposals-none = Предложений пока нет. Есть мысль — напишите: «предложение: завести молоко 1,5 %».
msg-proposals-file = Предложения с решениями.
ack-proposals-file = Готовлю файл
ntf-proposal-new = 💡 Предложение. От: { $author }
ntf-proposal-moved = 💡 Ваше предложение: { $status }

btn-market-week = 🏷 Рынок за неделю
btn-market-week-file = 📎 Лист файлом
msg-market-week = <b>Рынок за неделю</b>: { $count ->
    [one] { $count } заметка
    [few] { $count } заметки
   *[many] { $count } заметок
 }, { $rivals ->
    [one] { $rivals } конкурент
    [few] { $rivals } конкурента
   *[many] { $rivals } конкурентов
 }
msg-market-week-none = <b>Рынок за неделю</b>: заметок нет.{ $silent ->
    [none] {""}
   *[other] {" "}Неделей раньше слышали: { $silent }.
 } Попросите менеджеров записывать цены: «у опт-сервиса гречка по 68».
market-week-rival = <b>{ $name }</b> ×{ $count }{ $new ->
    [yes] {" "}· новый
   *[no] {""}
 }{ $cheaper ->
    [0] {""}
   *[other] {" "}· дешевле нас: { $cheaper }
 } · { $who }
market-week-line = { $product ->
    [none] цена
   *[other] { $product }
 }{ $price ->
    [none] {""}
   *[other] : { $price }
 }{ $ours ->
    [none] {""}
   *[other] , у нас { $ours } ({ $difference } %)
 }{ $before ->
    [none] {""}
   *[other] , было { $before }
 }{ $change ->
    [none] {""}
   *[other] , { $change } %
 }
market-week-more = …и ещё { $count }
market-week-silent = Неделей раньше слышали, теперь тихо: { $names }
market-week-sources = Записали: { $names }
market-week-source = { $name } — { $count }
market-week-new = новый
market-week-column-rival = Конкурент
market-week-column-product = Товар
market-week-column-seen = Раз за неделю
market-week-column-price = Цена, ₽
market-week-column-ours = Наша цена, ₽
market-week-column-difference = Разница, %
market-week-column-before = Неделей раньше, ₽
market-week-column-change = Скидка или рост, %
market-week-column-who = Кто записал
market-week-column-new = Новый
market-week-file-name = рынок-недели-{ $day }
market-week-sheet-name = Рынок за неделю
msg-market-week-file = Рынок за неделю: цены конкурентов, наши, и кто записал.
ack-market-week-file = Готовлю файл
