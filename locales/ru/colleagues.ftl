# Сотрудник глазами руководителя: имя, роль, пояс, команда; кто ушёл и кто вернулся.

colleague-team = Команда: { $team }
colleague-clients = { $count ->
    [0] Клиентов нет
    [one] { $count } клиент
    [few] { $count } клиента
   *[many] { $count } клиентов
 }
colleague-out = Доступ закрыт
btn-colleague-absence = 🏖 Отсутствие
btn-colleague-role = Роль
btn-colleague-name = Имя
btn-colleague-return = Вернуть
ask-colleague-name = Как записать: { $name }? Напишите имя, как зовут в команде.
msg-colleague-role = { $name } — { $role }. Кем сделать? Клиенты останутся как есть.
msg-role-set = { $name } — теперь { $role }. Рассылки и меню сменились.
role-clients-wait = { $count ->
    [one] Остался { $count } клиент: передайте, чтобы ему звонили.
    [few] Осталось { $count } клиента: передайте, чтобы им звонили.
   *[many] Осталось { $count } клиентов: передайте, чтобы им звонили.
 }
msg-colleague-zone = { $name }: пояс { $zone }. Выберите другой или напишите город, «мск+2», «UTC+5».
msg-zone-set = { $name }: пояс { $zone }. Рассылки сдвинулись.
msg-renamed = Записано: { $name }
msg-moved = { $name } — в команде «{ $team }». Клиенты перешли вместе.
msg-returned = { $name } снова в команде: доступ открыт, рассылки идут.
msg-former = <b>Ушли из команды</b>
msg-former-none = Из команды никто не уходил.
former-line = { $name } — { $count ->
    [0] клиентов нет
    [one] { $count } клиент ждёт менеджера
    [few] { $count } клиента ждут менеджера
   *[many] { $count } клиентов ждут менеджера
 }
btn-former = Бывшие
ntf-renamed = Ваше имя в команде теперь — «{ $name }». Кто изменил: { $by }.
ntf-role = Ваша роль теперь — { $role }. Кто изменил: { $by }. Меню внизу — новое.
ntf-zone = Ваш пояс теперь — { $zone }, рассылки придут по нему. Кто изменил: { $by }. Изменить: /settings.
ntf-moved = Вы теперь в команде «{ $team }». Решение: { $by }. Клиенты остались за вами.
ntf-returned = Вам снова открыт доступ. Решение: { $by }. Продолжайте с меню внизу.
