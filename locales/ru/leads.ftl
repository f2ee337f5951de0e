# Лиды: этапы, счётчик договоров, вопросы после звонка, проверка надёжности.

stage-found = Найден
stage-contact = Контакт
stage-need = Потребность
stage-offer = Предложение
stage-contract = Договор
stage-first_order = Первый заказ
stage-lost = Потерян

btn-leads = 🌱 Лиды
btn-lead = 🌱 Лид
btn-to-leads = ‹ Лиды
btn-lead-back = ‹ К лиду
btn-stage = { $stage }: { $count }
btn-stage-now = ● { $stage }
btn-lead-questions = { $count ->
    [one] ❓ { $count } вопрос
    [few] ❓ { $count } вопроса
   *[many] ❓ { $count } вопросов
 }
btn-questions-after = { $count ->
    [one] 🌱 { $count } вопрос: { $name }
    [few] 🌱 { $count } вопроса: { $name }
   *[many] 🌱 { $count } вопросов: { $name }
 }
btn-not-known = Не знаю
btn-enough = Хватит

msg-leads = { $own ->
    [yes] <b>Лиды</b>
   *[no] <b>Лиды</b> · { $name }
 }
msg-leads-team = <b>Лиды команды</b>
leads-counter = 🎯 Договоры за { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
 }: <b>{ $done }</b> из { $goal }
leads-goal-met = {" "}· план есть
leads-enough = {" "}· лидов хватает
leads-missing = {" "}· { $stage ->
    [found] { $count ->
        [one] найти { $count } лид
        [few] найти { $count } лида
       *[many] найти { $count } лидов
     }
    [contact] { $count ->
        [one] дозвониться до { $count } лида
       *[other] дозвониться до { $count } лидов
     }
    [need] узнать потребность: { $count }
    [offer] { $count ->
        [one] сделать { $count } предложение
        [few] сделать { $count } предложения
       *[many] сделать { $count } предложений
     }
   *[contract] { $count ->
        [one] начать { $count } договор
        [few] начать { $count } договора
       *[many] начать { $count } договоров
     }
 }
leads-legend = «Ещё» — сколько добрать для плана при вашей конверсии.
leads-stage = { $stage }: <b>{ $count }</b>{ $days ->
    [0] {""}
   *[other] {" "}· дольше всех { $days } дн.
 }{ $missing ->
    [0] {""}
   *[other] {" "}· ещё { $missing }
 }
leads-ordered = Первый заказ в этом месяце: <b>{ $count }</b>
leads-none = Лидов нет. Заведите нового или пришлите файл: /import.
leads-team-line = { $name }: <b>{ $done }</b> из { $goal } · { $count ->
    [one] { $count } лид
    [few] { $count } лида
   *[many] { $count } лидов
 }
leads-team-due = {" "}· спросить про КП: { $count }

msg-stage = <b>{ $stage }</b>: лучшие первыми{ $late ->
    [0] {""}
    [one] , ⚠️ { $late } ждёт слишком долго
   *[other] , ⚠️ { $late } ждут слишком долго
 }
msg-stage-empty = <b>{ $stage }</b>: никого
lead-label = { $late ->
    [yes] ⚠️ {""}
   *[no] {""}
 }{ $name } · { $grade } · { $days } дн.

msg-lead = <b>{ $name }</b>{ $lead ->
    [yes] {" "}· лид
   *[no] {""}
 } · { $grade }
lead-stage = { $stage } с { $since }{ $days ->
    [0] {""}
   *[other] , { $days } дн.
 }{ $late ->
    [yes] {" "}⚠️ пора двигать
   *[no] {""}
 }{ $said ->
    [yes] {" "}· { $why }
   *[no] {""}
 }
lead-is-client = Уже клиент.
lead-no-next = 📅 следующий шаг не назначен
lead-known-need = Нужно: { $text }
lead-known-volume = Объём в месяц: { $text }
lead-known-supplier = Сейчас берут: { $text }
lead-known-decider = Решает: { $text }
lead-known = { $name }: {""}
lead-choice-nobody = ни у кого
lead-choice-owner = хозяин
lead-choice-director = директор
lead-choice-buyer = закупщик
lead-volume = { $way ->
    [below] до { $high } т.р.
    [above] больше { $low } т.р.
   *[between] { $low }–{ $high } т.р.
 }
ask-lead = <b>{ $name }</b>. { $question ->
    [need] Что нужно? Кнопкой или словами.
    [volume] Какой объём в месяц? Кнопкой или словами.
    [supplier] У кого берут сейчас? Напишите или нажмите.
   *[decider] Кто решает? Кнопкой или имя словами.
 }
ask-lead-lost = { $name }: почему потерян?
err-lead-fact = Пусто или слишком длинно. Напишите короче: до { $most } знаков.

btn-reliability = 🛡 Проверка
msg-reliability = <b>{ $name }</b>: проверка надёжности
reliability-line = 🛡 { $state ->
    [valid] проверен до { $until }, { $who }
    [expired] проверка истекла { $until }
    [part] проверен не полностью
   *[none] не проверен
 }
reliability-done = ✅ { $item }
reliability-open = ▫️ { $item }
order-unchecked = 🛡 Надёжность не проверена: кнопка в карточке клиента.
reliability-no-number = Сначала ИНН: по нему проверяют в реестрах.
check-tax_number = ИНН верен (контрольные цифры)
check-age = Зарегистрирован больше года назад
check-bankruptcy = Нет банкротства и крупных исков
check-director = Директор в реестре, полномочия есть
check-address = Адрес настоящий
check-references = Есть рекомендации или первый заказ по предоплате
check-short-age = Больше года
check-short-bankruptcy = Без банкротства
check-short-director = Директор
check-short-address = Адрес
check-short-references = Рекомендации
btn-check = ▫️ { $item }
btn-check-off = ✅ { $item }
btn-check-again = Проверить заново
btn-give-tax-number = Указать ИНН
btn-copy-tax-number = 📋 ИНН { $number }
btn-register-registry = ЕГРЮЛ
btn-register-bankruptcy = Банкротства
btn-register-courts = Суды
btn-register-address = Риски ФНС

event-stage = { $why ->
    [none] этап: { $stage }
   *[other] этап: { $stage } ({ $why })
 }
event-offer = предложение: { $state ->
    [accepted] согласились
    [declined] отказ
   *[no_reply] закрыто без ответа
 }
event-reliability = проверка надёжности: проверен до { $until }
