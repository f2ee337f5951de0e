# Заполненность карточек клиентов.

btn-fullness = 📇 Заполненность
card-completeness = 📇 карточка { $percent } %{ $known ->
    [no] {""}
   *[yes] {":"} не хватает { $missing }{ $left ->
        [0] {""}
       *[other] {" "}и ещё { $left }
    }
 }
card-part = { $part ->
    [phone] телефона
    [decider] ЛПР
    [tax_number] ИНН
    [address] адреса
    [email] почты
    [birthday] дня рождения
    [needs] памятки
    [industry] отрасли
    [contract] договора
    [limit] лимита
   *[price] колонки цен
 }
btn-card-part = ➕ { $part ->
    [phone] Телефон
    [decider] ЛПР
    [tax_number] ИНН
    [address] Адрес
    [email] Почта
    [birthday] День рождения
    [needs] Памятка
    [industry] Отрасль
   *[other] Договор
 }
msg-fullness = <b>Карточки заполнены на { $percent } %</b> · { $count } { $count ->
    [one] клиент
    [few] клиента
   *[many] клиентов
 }
msg-fullness-none = Карточек пока нет: появятся с первым клиентом.
fullness-manager = { $name } — { $percent } % ({ $count })
fullness-poorest = Беднее всех в классе A:
btn-fullness-poor = { $percent } % · { $name } · { $manager }
ask-card-email = { $name }: какая почта? Напишите адрес.
err-card-email = Не вижу адреса почты. Напишите его целиком, например: zakupki@romashka.ru
