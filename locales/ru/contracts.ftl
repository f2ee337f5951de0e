# Договоры: реестр, карточка, вопросы, окончание.

push-contracts = договоры
btn-contract = 📄 Договор
btn-contracts = 📄 Договоры
btn-contracts-all = Все договоры

msg-contracts-none = Договоров в работе нет, и ни один не кончается в ближайшие 60 дней. Новый — из карточки клиента: «📄 Договор».
msg-contracts = <b>Договоры</b>: { $ending ->
    [0] скоро не кончается ни один
    [one] скоро кончается { $ending }
   *[other] скоро кончаются { $ending }
 }, в работе { $work }
contracts-ending = <b>Кончаются</b>
contracts-ending-line = { $name } — { $day }, { $days ->
    [0] сегодня последний день
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[many] осталось { $days } дней
 }
contracts-ends-line = { $name } — { $day }, не продлеваем
contracts-stage = <b>{ $stage ->
    [draft] Готовим
    [sent] Отправлены
    [at_client] У клиента
    [at_us] У нас
   *[signed] Подписаны, не действуют
 }</b>: { $count }
contracts-held-line = { $name } — { $who ->
    [none] {""}
   *[other] { $who },{" "}
 }{ $days ->
    [0] с сегодня
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
contracts-of-manager = {" "}({ $name })

contract-stage-draft = готовим
contract-stage-sent = отправлен
contract-stage-at_client = у клиента
contract-stage-at_us = у нас
contract-stage-signed = подписан, ещё не действует
contract-stage-in_force = действует
contract-stage-expired = срок вышел
contract-stage-terminated = расторгнут
contract-holder-manager = у менеджера
contract-holder-lawyer = у юриста
contract-holder-director = у директора
contract-holder-accountant = у бухгалтера
contract-holder-client = у клиента

contract-title = <b>{ $name }</b>: договор { $number ->
    [no] без номера
   *[other] № { $number }
 }
contract-named = { $name }: договор { $number ->
    [no] без номера
   *[other] № { $number }
 }
contract-agreement = , доп. соглашение { $count }
contract-held = , { $who }, { $days ->
    [0] с сегодня
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
contract-held-days = , { $days ->
    [0] с сегодня
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
contract-signed = от { $day }
contract-starts = с { $day }
contract-ends = до { $day }
contract-open-ended = бессрочный
contract-notice = { $days ->
    [one] уведомление за { $days } день
    [few] уведомление за { $days } дня
   *[many] уведомление за { $days } дней
 }
contract-delay = { $days ->
    [0] без отсрочки
    [one] отсрочка { $days } день
    [few] отсрочка { $days } дня
   *[many] отсрочка { $days } дней
 }
contract-limit = лимит { $limit }
contract-prices = цены { $column }
contract-left = { $days ->
    [0] ⏳ сегодня последний день
    [one] ⏳ остался { $days } день
    [few] ⏳ осталось { $days } дня
   *[many] ⏳ осталось { $days } дней
 }
contract-left-ends = { $days ->
    [0] ⏳ сегодня последний день, не продлеваем
    [one] ⏳ остался { $days } день, не продлеваем
    [few] ⏳ осталось { $days } дня, не продлеваем
   *[many] ⏳ осталось { $days } дней, не продлеваем
 }
contract-terms-proposed = ⏳ Условия ждут согласия руководителя: пока у клиента прежние отсрочка и лимит.
contract-terms-declined = ❌ Условия не согласованы: у клиента прежние отсрочка и лимит.
contract-unread = Не понял: «{ $text }»
contract-missing = Не хватает: { $fields }.{ $may ->
    [yes] {" "}Кнопкой или строкой: «до 28.02.2027, отсрочка 14».
   *[no] {""}
 }
contract-field-number = номер
contract-field-signed = дата
contract-field-ends = срок
contract-field-delay = отсрочка
contract-field-limit = лимит
contract-field-prices = цены

ask-contract = <b>{ $name }</b>: договора нет. Напишите одной строкой:
 «№ 45/26 от 01.03.2026 до 28.02.2027, отсрочка 14, лимит 300 тыс, колонка опт»
btn-contract-steps = По шагам
btn-contract-add-number = ➕ Номер
btn-contract-add-signed = ➕ Дата
btn-contract-add-ends = ➕ Срок
btn-contract-add-delay = ➕ Отсрочка
btn-contract-add-limit = ➕ Лимит
btn-contract-add-prices = ➕ Цены
btn-contract-sent = Отправлен
btn-contract-at_client = У клиента
btn-contract-at_us = У нас
btn-contract-signed = Подписан
btn-contract-in_force = Действует
btn-contract-terminated = Расторгнут
btn-contract-holder-lawyer = У юриста
btn-contract-holder-director = У директора
btn-contract-holder-accountant = У бухгалтера
btn-contract-new = Новый договор
btn-contract-open = Открыть договор
btn-contract-following = Следующий договор
btn-contract-renew = Продлить
btn-contract-next = Готовим новый
btn-contract-end = Не продлеваем
btn-contract-renews = Всё же продлеваем
btn-contract-until = до { $day }
btn-contract-days = { $days ->
    [0] без отсрочки
    [one] { $days } день
    [few] { $days } дня
   *[many] { $days } дней
 }
btn-contract-open-ended = Бессрочный
btn-contract-ending = { $name } · { $days } дн.
btn-contract-approve = ✅ Согласен
btn-contract-decline = ❌ Отклонить
ask-contract-term = <b>{ $name }</b>: { $field ->
    [number] какой номер договора? Напишите: «45/26».
    [signed] от какого числа? Кнопкой или напишите: «01.03.2026».
    [ends] до какого числа? Кнопкой или напишите: «28.02.2027», «на год».
    [delay] какая отсрочка? Кнопкой или числом дней: «14».
    [limit] какой лимит долга? Кнопкой или напишите: «300 тыс».
   *[prices] какая колонка цен? Кнопкой или напишите: «опт».
 }
ask-contract-renewal = <b>{ $name }</b>: договор до { $day }. До какого числа продлить? Кнопкой или напишите день.

ntf-contract-terms = <b>{ $title }</b> — действует. { $who } просит согласовать условия:
contract-delay-change = отсрочка { $before } → { $after } дн.
contract-limit-change = лимит { $before } → { $after }
contract-no-limit = без лимита
msg-contract-approved = <b>{ $title }</b>: условия действуют для клиента. Решение: { $who }.
msg-contract-declined = <b>{ $title }</b>: условия отклонены, у клиента прежние. Решение: { $who }.

ntf-contracts = { $count ->
    [one] <b>Скоро кончается { $count } договор</b>
    [few] <b>Скоро кончаются { $count } договора</b>
   *[many] <b>Скоро кончаются { $count } договоров</b>
 }
ntf-contracts-late = Сообщение задержалось: бот был недоступен.
ntf-contracts-next = Выберите, что дальше: продлить, новый договор или не продлевать.
ntf-contracts-next-team = Откройте договор: там видно, у кого он.
contract-ends-in = <b>{ $name }</b>, договор { $number ->
    [no] без номера
   *[other] № { $number }
 }: до { $day }, { $days ->
    [0] сегодня последний день
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[many] осталось { $days } дней
 }
contract-following = следующий: { $stage }

event-contract = договор{ $number ->
    [no] {""}
   *[other] {" "}№ { $number }
 }: { $what ->
    [draft] готовим
    [sent] отправлен
    [at_client] у клиента
    [at_us] у нас
    [signed] подписан
    [in_force] действует
    [terminated] расторгнут
    [terms-yes] условия согласованы
    [terms-no] условия отклонены
    [ends] не продлеваем
    [renews] продлеваем
   *[other] изменён
 }

command-contracts = 📄 Договоры: у кого и до какого числа

err-contract-term = { $field ->
    [number] Не понял номер «{ $text }». Напишите, например, «45/26».
    [signed] Не понял дату «{ $text }». Напишите, например, «01.03.2026».
    [ends] Такого срока нет: «{ $text }». Нужен день позже начала, например «28.02.2027».
    [delay] Отсрочка — число дней от 0 до 365, а не «{ $text }». Напишите, например, 14.
    [limit] Не понял лимит «{ $text }». Напишите «300 000» или «300 тыс».
    [prices] Колонки «{ $text }» в прайсе нет. Выберите кнопкой или проверьте название.
   *[other] Не понял «{ $text }». Напишите, например: «№ 45/26 до 28.02.2027, отсрочка 14».
 }
err-contract-stage = { $wanted ->
    [change] Договор уже не меняется: новые условия — через «Продлить» или «Готовим новый».
    [renew] Договор не действует или без срока: продлевать нечего.
    [in_force] Чтобы договор действовал, нужны дата и срок. Добавьте их кнопками «➕».
   *[other] Договор уже на другой стадии. Откройте его заново.
 }
