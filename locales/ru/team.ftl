msg-team = { $count ->
    [one] В команде { $count } человек
    [few] В команде { $count } человека
   *[many] В команде { $count } человек
 }
team-without = <b>Без команды</b>
team-line = { $name } — { $role }
team-empty = пока никого
btn-invite = ➕ Пригласить
btn-new-team = Новая команда
btn-team = К команде
btn-dismiss = Уволить
btn-dismiss-yes = Да, закрыть доступ
btn-dismiss-leave = Закрыть без передачи
btn-invite-alone = Новая команда
btn-team-rename = Переименовать
btn-team-under = Подчинить команду
btn-team-top = Никому
msg-one-team = <b>{ $name }</b>: { $count ->
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
 }
one-team-above = Над ней: { $name }
msg-team-under = Кому подчинить «{ $name }»? Руководители той команды будут видеть и решать за эту.
msg-team-under-none = Подчинить «{ $name }» некому: других команд нет. Заведите в /team.
btn-move-team = В другую команду
btn-copy-link = Скопировать ссылку
msg-colleague = <b>{ $name }</b>
    { $role }, пояс { $zone }
msg-dismiss-sure = Закрыть доступ: <b>{ $name }</b>? { $clients ->
    [0] Клиентов нет.
    [one] У сотрудника { $clients } клиент: кому его передать?
    [few] У сотрудника { $clients } клиента: кому их передать?
   *[many] У сотрудника { $clients } клиентов: кому их передать?
 }
msg-dismissed = Доступ закрыт: { $name }. { $clients ->
    [0] Передавать некого.
    [one] { $clients } клиент ждёт нового менеджера.
    [few] { $clients } клиента ждут нового менеджера.
   *[many] { $clients } клиентов ждут нового менеджера.
 }
msg-invite-role = Кого пригласить?
msg-invite-team = В какую команду?
msg-invitation = Приглашение: { $role }. Действует { $hours } ч, на одного человека.
    Отправьте ссылку:
    { $link }
ask-team-name = Как назвать команду? Напишите название.
msg-move-team = Куда перевести: { $name }?
msg-move-team-none = { $name }: переводить некуда, других команд нет. Новая команда — в /team.
ntf-joined = { $name } — теперь { $role } в команде{ $team ->
    [none] .
   *[other] {" "}«{ $team }».
 }
ntf-unreachable = { $name }: бот закрыт, сообщения не доходят. Свяжитесь и попросите открыть его снова.
