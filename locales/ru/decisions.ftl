# Решения руководителя: список, передача, история; вопросы менеджера.

command-approvals = ✅ Что ждёт вашего решения
command-questions = ❓ Что вы спросили у руководителя
menu-approvals = ✅ Решения

msg-decisions = { $count ->
    [one] <b>Ждёт решения: { $count }</b>
   *[other] <b>Ждут решения: { $count }</b>
 }
msg-decisions-none = <b>Решений не ждут.</b>
decisions-more = …и ещё { $count }: откроются следом
decisions-lent = До { $day } решает и { $name }
decision-about-order = 🧾 { $client }, { $sum }{ $about ->
    [both] : отгрузка и скидка
    [price] : скидка
    [credit] : отгрузка в долг
   *[none] {""}
 }
decision-about-stop = ⛔ { $client }: { $word ->
    [respite] просят отсрочку
   *[other] стоп-лист
 }, просрочка { $sum }{ $days ->
    [0] {""}
    [one] , { $days } день
    [few] , { $days } дня
   *[many] , { $days } дней
 }
decision-about-gift = 🎁 { $client }: { $what ->
    [none] подарок
   *[other] { $what }
 }, { $sum }
decision-about-contract = 📄 { $client }: условия договора{ $sum ->
    [none] {""}
   *[other] , лимит { $sum }
 }{ $delay ->
    [none] {""}
   *[other] , отсрочка { $delay } дн.
 }
decision-about-week = 🗓 План недели{ $day ->
    [none] {""}
   *[other] { " " }с { $day }
 }
decision-about-report = 📊 Отчёт{ $month ->
    [none] {""}
   *[other] : { $month }
 }
decisions-month = { $month } { $year }
decision-line = { $number }. { $title }{ $who ->
    [none] {""}
   *[other] { " " }— { $who }
 } · <b>{ $left }</b>{ $delegate ->
    [none] {""}
   *[other] { " " }· у кого: { $delegate }
 }
decision-label = { $number }. { $name }
decision-no-term = без срока
decision-over = время вышло
decision-held = срок прошёл{ $mine ->
    [yes] , ждёт вас
   *[no] {""}
 }
decision-minutes = ещё { $count } мин
decision-until = до { $moment }
btn-decision-yes = ✅
btn-decision-open = Открыть
btn-decisions-all = ✅ Решения
btn-decisions-history = История
btn-decisions-give = Передать
btn-decisions-mine = Вернуть себе
btn-decisions-lend = Все на время
btn-lend-hours = На 2 часа
btn-lend-evening = До вечера
btn-lend-tomorrow = До конца завтра
btn-lend-week = На неделю
ask-decision-which = <b>Что передать?</b> Решить сможете и вы: считается первое слово.
ask-decision-whom = Кому передать: <b>{ $title }</b>?
ask-decisions-whom = <b>Кому передать все решения на время?</b> Решать сможете и вы.
ask-decisions-until = <b>До каких пор решает { $name }?</b>
decision-nobody = Передать некому: других руководителей нет. Пригласите в /team.
msg-decision-given = <b>Передано: { $name }.</b> { $title }
msg-decisions-lent = <b>До { $day } решает и { $name }.</b> { $count ->
    [0] Сейчас ничего не ждёт.
    [one] Передан { $count } вопрос.
    [few] Передано { $count } вопроса.
   *[many] Передано { $count } вопросов.
 }
ntf-decisions-lent = <b>{ $who } передаёт вам решения до { $day }.</b> { $count ->
    [0] Сейчас ничего не ждёт; новые вопросы придут.
    [one] Ждёт { $count } вопрос: откройте список.
    [few] Ждут { $count } вопроса: откройте список.
   *[many] Ждут { $count } вопросов: откройте список.
 }
ntf-decision-given = ↪️ <b>{ $who } передаёт вам решение</b>
ntf-decision-soon = ⏳ <b>Ждёт вашего решения, { $left }</b>
    { $title } — { $who }
ntf-decision-silent-mine = ⌛ <b>Ответа не дождались: { $title }.</b> Не разрешено; спросите ещё раз, если нужно.
ntf-decision-silent = ⌛ <b>Время вышло: { $title }.</b> Ответа не было — отказано, { $who } знает.

# --- вопросы менеджера
msg-questions = <b>Ваши вопросы: { $count }</b>
msg-questions-none = <b>Открытых вопросов нет.</b> Всё, что вы спрашивали, решено.
question-line = { $number }. { $title }
decision-waits = { $names ->
    [none] Решить некому
   *[other] Решает: { $names }
 }, { $left }
btn-question-nudge = 🔔 Напомнить
btn-questions = ❓ Мои вопросы
ntf-decision-nudge = 🔔 <b>{ $who } напоминает: ждёт решения, { $left }</b>
    { $title }
msg-question-nudged = <b>Напомнили: { $names }.</b> { $title }
err-decision-nudged = Вы уже напоминали: больше одного раза не напоминаем. Можно позвонить.

# --- история
msg-decisions-history = <b>Решения: { $month }</b>
    Спросили { $asked }: да { $yes }{ $own ->
        [0] {""}
       *[other] , свои условия { $own }
    }, нет { $no }, молчанием { $silent }{ $usual ->
        [none] {""}
       *[other] { " " }· обычно за { $usual }
    }
msg-decisions-history-none = <b>Решения: { $month }</b>
    Ничего не решали.
decisions-only = Показано: { $what }
decisions-history-more = …и ещё { $count }: все в файле
decided-line = { $at } · { $title }{ $asker ->
    [none] {""}
   *[other] { " " }— { $asker }
 } · <b>{ $verdict }</b>{ $by ->
    [none] {""}
   *[other] , { $by }
 }{ $waited ->
    [none] {""}
   *[other] , за { $waited }
 }
waited-minutes = { $count } мин
waited-hours = { $count } ч
waited-days = { $count } дн.
decision-verdict-yes = да
decision-verdict-no = нет
decision-verdict-counter = свои условия
decision-verdict-exception = исключение
decision-verdict-silent-yes = молчанием да
decision-verdict-silent-no = молчанием нет
decision-verdict-withdrawn = снято
decision-kind-all = Все
decision-kind-order = 🧾 Заказы
decision-kind-stop = ⛔ Стопы
decision-kind-gift = 🎁 Подарки
decision-kind-contract = 📄 Договоры
decision-kind-week = 🗓 Недели
decision-kind-report = 📊 Отчёты
btn-decisions-earlier = ◀ Раньше
btn-decisions-later = Позже ▶
btn-decisions-who = Чьи вопросы
btn-decisions-file = Файлом
btn-decisions-everybody = Всех
ask-decisions-who = <b>Чьи вопросы показать?</b>
decisions-column-asked = Решено
decisions-column-what = Вопрос
decisions-column-client = Клиент
decisions-column-sum = Сумма, ₽
decisions-column-who = Кто спросил
decisions-column-verdict = Решение
decisions-column-by = Кто решил
decisions-column-minutes = Ждали, мин
decisions-file-name = Решения { $month }
decisions-sheet-name = Решения
decisions-file-caption = Решения: { $month }, строк: { $count }
