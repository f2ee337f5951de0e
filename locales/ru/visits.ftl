# Визиты: план, памятка перед визитом, сам визит, результат, маршрут, обучение.

visit-kind-visit = Визит
visit-kind-merchandising = Мерчандайзинг
visit-kind-training = Обучение
btn-visit-kind-visit = Вид: визит
btn-visit-kind-merchandising = Вид: мерчандайзинг
btn-visit-kind-training = Вид: обучение
btn-client-visit = 📍 Визит
btn-visit-start = ▶️ Начать визит
btn-visit-map = 🗺 Карта
btn-visit-move = Перенести
btn-visit-cancel = Отменить
btn-visit-cancel-yes = Да, отменить
btn-visited = ✓ Визит состоялся
btn-visit-open = К визиту
btn-visit-finish = ⏹ Завершить визит
btn-visit-result = Указать результат
btn-visit-again = Новый визит
btn-visit-photos = Фото визита
btn-visit-outcome-agreed = Договорились
btn-visit-outcome-order = Заказ
btn-visit-outcome-absent = Не застал
btn-photos-before = { $now ->
    [yes] ● Фото до
   *[no] Фото до
 }
btn-photos-after = { $now ->
    [yes] ● Фото после
   *[no] Фото после
 }
btn-photo-again = { $stage ->
    [after] После
   *[before] До
 } { $number }
btn-photos-of = 🖼 Визит { $day }
btn-trainings = 🎓 Обучения
btn-route-map = 🗺 Весь путь

ntf-visit-soon = Визит через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[many] { $minutes } минут
 }. Приедете — нажмите «Начать визит».
ntf-visit-today = Сегодня визит, час не назначен. Приедете — нажмите «Начать визит».
ntf-visit-late = Напоминание опоздало: бот был недоступен. Приедете — нажмите «Начать визит».
ntf-visit-open = Визит в <b>{ $name }</b> ещё идёт ({ $at }). Чем закончился?
ntf-visit-closed = Визит в <b>{ $name }</b> ({ $at }) закрыт без результата. Укажите его:

msg-visit = <b>{ $kind }: { $name }</b> · { $grade } · { $day }
visit-planned = Визит в плане.{ $told ->
    [yes] {" "}Напомню перед ним.
   *[no] {""}
 }
visit-moved = Перенесено.
visit-place = 📝 договорились: { $place }
visit-address = 📍 { $address }
visit-role = { $role ->
    [buyer] , закупки
    [director] , директор
    [accountant] , бухгалтерия
    [other] {""}
   *[named] , { $role }
 }
visit-orders = 🧾 заказы: { $orders }
visit-last-words = 💬 { $day ->
    [none] {""}
   *[other] { $day }:{" "}
 }{ $text }

msg-visit-open = <b>Идёт { $kind ->
    [merchandising] мерчандайзинг
    [training] обучение
   *[other] визит
 }: { $name }</b> · { $grade } · с { $clock }
visit-checked = Чек-лист: { $done } из { $total }
visit-photos = Фото: до { $before }, после { $after }
visit-training = тема «{ $topic }», { $people ->
    [one] { $people } человек
    [few] { $people } человека
   *[many] { $people } человек
 }
visit-result = 📝 { $text }
visit-ask-words = Пишите, диктуйте, снимайте: всё останется в визите.
visit-ask-training = Тема и сколько человек — одной строкой: «сыры, 4 чел».
visit-ask-place = Место можно отметить геопозицией.
visit-located = Место отмечено.
visit-noted = Записано в визит.
msg-visit-photo = <b>{ $name }</b>, фото { $stage ->
    [after] после
   *[before] до
 }: { $count }
check-shelf = Выкладка
check-prices = Ценники
check-stock = Остатки
check-dates = Сроки годности
check-promo = Акция

ask-visit-outcome = <b>{ $name }</b>: чем закончился визит?
msg-visit-over = <b>{ $kind }: { $name }</b> · { $grade } · { $day }
visit-outcome = { $outcome ->
    [agreed] Договорились
    [order] Заказ
    [absent] Не застал
    [forgotten] Закрыт без результата
    [cancelled] Отменён
   *[held] Состоялся
 }
visit-minutes = {" "}· { $minutes } мин
ask-visit-next = Когда следующий звонок? Кнопкой или словами: «через неделю».
visit-next-set = Следующий звонок: { $day }
ack-visited = Визит отмечен
msg-visit-photos = <b>{ $name }</b>, { $day }: фото до { $before }, после { $after }
err-other-visit-open = Сначала завершите визит: { $name }. Он в разделе «Неделя».
err-visit-result = Результат длиннее { $most } знаков. Напишите короче.

ask-visit-day = { $name }: когда визит? Кнопкой или словами: «пт в 11».
ask-visit-move = { $name }: на когда перенести? Кнопкой или словами: «пт в 11».
ask-visit-clock = { $name }, { $day }: во сколько?
msg-visit-cancel-sure = Отменить визит в <b>{ $name }</b>, { $day }?

event-visit = { $outcome ->
    [cancelled] отменён{" "}
   *[other] {""}
 }{ $kind ->
    [merchandising] мерчандайзинг
    [training] обучение
   *[visit] визит
 }{ $outcome ->
    [agreed] {" "}— договорились
    [order] {" "}— заказ
    [absent] {" "}— не застал
    [forgotten] {" "}— без результата
   *[held] {""}
 }
event-visit-minutes = { $minutes } мин
event-visit-photos = фото { $count }
event-visit-checked = чек-лист { $done }/{ $total }

msg-route = <b>Маршрут</b>, { $day }: { $count ->
    [0] визитов нет
    [one] { $count } визит
    [few] { $count } визита
   *[many] { $count } визитов
 }
route-district = <b>{ $name }</b>
route-nowhere = Район не указан
route-leg = { $name }{ $address ->
    [none] {" "}— адреса нет
   *[other] {" "}— { $address }
 }
msg-trainings = <b>Обучения за месяц</b>: { $count ->
    [0] пока не было
    [one] { $count }, обучено { $people }
   *[other] { $count }, обучено { $people }
 }
msg-trainings-client = <b>Обучения: { $name }</b> — { $count ->
    [0] пока не было
    [one] { $count }, обучено { $people }
   *[other] { $count }, обучено { $people }
 }
training-line = { $day } { $name ->
    [none] {""}
   *[other] <b>{ $name }</b>:{" "}
 }{ $topic ->
    [none] тема не записана
   *[other] { $topic }
 }{ $people ->
    [0] {""}
   *[other] , { $people } чел.
 } · { $who }
