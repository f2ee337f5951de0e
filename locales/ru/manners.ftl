# Обращение: VIP, близость, «ты» или «Вы», как обращаться, имя по падежам.

btn-person-manner = Обращение
msg-manner = <b>{ $name }</b>: обращение
manner-vip = VIP: { $vip ->
    [yes] да
    [no] нет
   *[rule] по должности и классу клиента
 }
manner-closeness = Отношения: { $closeness ->
    [distant] на расстоянии
    [working] рабочие
    [close] близко знакомы
   *[none] не указаны
 }
manner-said = Обращаемся: { $said }{ $own ->
    [yes] {" "}(указано вручную)
   *[no] {""}
 }
manner-accusative = Поздравить: { $form }
manner-dative = Написать: { $form }
manner-genitive = День рождения: { $form }
btn-vip-yes = VIP
btn-vip-no = Не VIP
btn-vip-rule = VIP по правилу
btn-closeness-distant = Дистанция
btn-closeness-working = Рабочие
btn-closeness-close = Близко
btn-said-as = Как обращаться
btn-form-accusative = Кого?
btn-form-dative = Кому?
btn-form-genitive = Чей?
btn-by-name = По имени
btn-by-rules = По правилам
ask-said-as = { $name }: как обращаться? Напишите, например, «Оля» или «Николаич».
ask-form-accusative = Сейчас: поздравить <b>{ $form }</b>.
    Кого поздравить? Напишите фамилию и имя, как правильно.
ask-form-dative = Сейчас: написать <b>{ $form }</b>.
    Кому написать? Напишите фамилию и имя, как правильно.
ask-form-genitive = Сейчас: день рождения <b>{ $form }</b>.
    Чей день рождения? Напишите фамилию и имя, как правильно.
