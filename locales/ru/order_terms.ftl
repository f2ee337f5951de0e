# Условия заказа и вложения.

btn-terms = Условия
btn-to-terms = ‹ К условиям
msg-terms = 🧾 <b>{ $client }</b>: условия заказа
terms-delivery = Доставка: { $day ->
    [none] день не указан
   *[other] { $day }
 }{ $window ->
    [none] { "" }
   *[other] , { $window }
 }
terms-address = Адрес: { $text ->
    [none] не указан
   *[other] { $text }
 }
terms-buyer = Покупатель: { $text }
terms-seller = Продавец: { $text }
terms-contract = Договор: { $text }
terms-entity = { $name }{ $tax ->
    [none] { "" }
   *[other] , ИНН { $tax }
 }{ $reason ->
    [none] { "" }
   *[other] , КПП { $reason }
 }
terms-contract-name = { $number ->
    [none] без номера
   *[other] № { $number }
 }{ $day ->
    [none] { "" }
   *[other] { " " }от { $day }
 }
window-until = до { $clock }
window-since = после { $clock }
btn-chosen = ✓ { $label }
btn-window = Время
btn-address = Адрес
btn-buyer = Покупатель
btn-seller = Продавец
btn-terms-contract = Договор
btn-any-hour = В любое
btn-no-contract = Без договора
ask-window = В какие часы принимают? Выберите или напишите: «9–13», «до 12», «после 14:30».
ask-address = { $address ->
    [none] Адреса ещё нет.
   *[other] Сейчас: { $address }
 }
    { $known ->
        [0] Напишите адрес доставки.
       *[other] Куда везти? Выберите или напишите новый адрес.
    }
ask-buyer = <b>{ $client }</b>: на кого оформить?
    Выберите или напишите новое юрлицо: «ООО «Лютик», ИНН 7701254366».
ask-seller = <b>{ $client }</b>: от кого продаём?
ask-terms-contract = { $count ->
    [0] <b>{ $client }</b>: действующих договоров нет.
   *[other] <b>{ $client }</b>: по какому договору?
 }

# вложения

draft-papers = 📎 Вложения: { $count }
btn-papers = Вложения ({ $count })
btn-load-paper = Это загрузка
btn-drop-paper = Убрать
paper-photo = Фото
paper-file = Файл
msg-attached = 📎 К заказу приложено: { $name }
    <b>{ $client }</b> — { $count ->
    [one] { $count } вложение
    [few] { $count } вложения
   *[many] { $count } вложений
 }. Поддержка увидит { $count ->
    [one] его
   *[many] их
 } вместе с заказом.
msg-papers = { $count ->
    [0] <b>{ $client }</b>: вложений нет. Пришлите фото или файл, пока заказ открыт.
    [one] 📎 <b>{ $client }</b>, заказ { $order }: { $count } вложение
    [few] 📎 <b>{ $client }</b>, заказ { $order }: { $count } вложения
   *[many] 📎 <b>{ $client }</b>, заказ { $order }: { $count } вложений
 }
paper-caption = { $name }
    <b>{ $client }</b>, заказ { $order }
msg-paper-loads = Снято с заказа: { $name }. Читаю как загрузку.

err-order-window = «{ $text }» — не часы. Напишите «9–13», «до 12» или «после 14».
err-order-buyer = Не разобрал «{ $text }». Напишите название и ИНН: «ООО «Лютик», 7701254366». Проверьте цифры ИНН.
err-order-papers = К заказу уже приложено { $most }: больше нельзя. Уберите лишнее.
