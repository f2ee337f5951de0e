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
ask-colleague-name = Как записать: { $name }? Напишите имя, как его называют в команде.
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
ntf-renamed = { $by } записал(а) вас как «{ $name }». Так вас видят в команде.
ntf-role = { $by } изменил(а) вашу роль: теперь вы { $role }. Меню внизу — новое.
ntf-zone = { $by } поставил(а) вам пояс: { $zone }. Рассылки придут по нему. Изменить: /settings.
ntf-moved = { $by } перевёл(а) вас в команду «{ $team }». Клиенты остались за вами.
ntf-returned = { $by } снова открыл(а) вам доступ. Продолжайте с меню внизу.
