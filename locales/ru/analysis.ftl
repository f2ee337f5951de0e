# Анализ: дозвон по часам, итоги и отказы по неделям, главное одной фразой.

btn-analysis = 📈 Анализ
btn-analysis-hours = Часы
btn-analysis-weeks = Недели
btn-analysis-refusals = Отказы
btn-analysis-people = Менеджеры
btn-analysis-team = Вся команда

msg-analysis = Анализ · { $whose ->
    [own] ваши звонки
    [team] команда
   *[person] { $name }
 }
ask-analysis-people = { $count ->
    [0] Менеджеров в команде пока нет.
   *[other] Чьи звонки посмотреть?
 }
analysis-nothing = Звонков за шесть недель нет: смотреть пока не на что.
analysis-few = { $count ->
    [one] Пока мало: { $count } звонок за 4 недели. Выводы появятся после сотни.
    [few] Пока мало: { $count } звонка за 4 недели. Выводы появятся после сотни.
   *[many] Пока мало: { $count } звонков за 4 недели. Выводы появятся после сотни.
 }
analysis-usual = { $compared ->
    [yes] Прошлая неделя как обычно, явных лучших часов нет:
   *[no] Сравнить неделю пока не с чем, явных лучших часов нет:
 } { $lead ->
    [yes] менять нечего.
   *[no] звоните по списку в любое время.
 }
analysis-hours = Берут трубку чаще всего в { $best } ({ $high } %), реже всего в { $worst } ({ $low } %): { $followed ->
    [yes] { $made } % звонков уже там, оставьте эти часы за обзвоном.
   *[no] переставьте обзвон на { $part ->
        [morning] утро.
        [midday] середину дня.
       *[afternoon] вторую половину дня.
    }
 }

analysis-change-reached = Дозвон { $now } % за неделю, обычно { $before } %.
analysis-change-orders = Заказом кончились { $now } % разговоров, обычно { $before } %.
analysis-change-refusals = Отказов за неделю { $count }, обычно { $usual }.
analysis-change-reason = Отказов «{ $reason }» за неделю { $count }, обычно { $usual }.
analysis-do-reached = { $grew ->
    [yes] Держите те же часы.
   *[no] Проверьте номера и часы звонков.
 }
analysis-do-orders = { $grew ->
    [yes] Запишите, что сработало, и повторите.
   *[no] Предлагайте обычный набор в каждом разговоре.
 }
analysis-do-refusals = { $grew ->
    [yes] Откройте причины и приготовьте ответ на главную.
   *[no] Отвечайте так и дальше.
 }
analysis-do-reason = Отвечайте так и дальше.
analysis-answer-price = До звонка решите, где уступить и что предложить взамен.
analysis-answer-supplier = Спросите, чем лучше другой поставщик, и запишите.
analysis-answer-no_need = Проверьте, тому ли звоните и то ли предлагаете.
analysis-answer-terms = До звонка узнайте, какую отсрочку и доставку можно дать.
analysis-answer-quality = Соберите примеры и разберите их до следующих звонков.
analysis-answer-season = Назначайте звонок на начало сезона.
analysis-answer-other = Записывайте причину словами.

analysis-by-hours = Дозвон за 4 недели: { $list }
analysis-part = { $part ->
    [morning] до { $noon } — { $share } %
    [midday] { $noon }–{ $afternoon } — { $share } %
   *[afternoon] после { $afternoon } — { $share } %
 }
analysis-few-hours = Меньше { $least } звонков, судить рано: { $list }
analysis-no-hours = За 4 недели звонков с известным часом нет.
analysis-week = { $which ->
    [last] Прошлая неделя ({ $start }–{ $end }):
   *[this] Эта неделя:
 } { $calls ->
    [0] звонков нет
    [one] { $calls } звонок
    [few] { $calls } звонка
   *[many] { $calls } звонков
 }{ $calls ->
    [0] {""}
   *[other] , дозвон { $share } %, { $orders ->
        [0] заказов нет
        [one] { $orders } заказ
        [few] { $orders } заказа
       *[many] { $orders } заказов
    }, { $refusals ->
        [0] отказов нет
        [one] { $refusals } отказ
        [few] { $refusals } отказа
       *[many] { $refusals } отказов
    }
 }
analysis-no-refusals = Отказов за шесть недель нет.
analysis-refused = За шесть недель: { $list }
analysis-refused-last = За прошлую неделю: { $list }

chart-hours = Дозвон по часам
chart-weeks = Чем кончаются звонки
chart-refusals = Почему отказывают
chart-calls = звонков
chart-reached = дозвонов, сверху их доля
chart-few = меньше { $least } звонков
chart-whose = { $whose ->
    [team] Команда
   *[own] Мои звонки
 }
ending-orders = Заказ
ending-offers = Предложение, КП
ending-agreed = Договорились
ending-refusals = Отказ
ending-other = Другой разговор
ending-missed = Не дозвонились
