# Заказы в учётную систему и обратно; бланк заказа.

btn-export = Выгрузить
btn-exports = К выгрузкам
btn-export-fresh = Новые: { $count }
btn-export-today = За сегодня
btn-export-days = Другой день
btn-export-again = Файл № { $number }
btn-export-form = { $form ->
    [xlsx] Excel
   *[commerceml] Для 1С (CommerceML)
 }
msg-exports = { $count ->
    [0] <b>Новых заказов для выгрузки нет</b>
    [one] <b>Не выгружен { $count } заказ</b> на { $sum }
    [few] <b>Не выгружены { $count } заказа</b> на { $sum }
   *[many] <b>Не выгружены { $count } заказов</b> на { $sum }
 }
exports-asked = Ждут ответа менеджера и пока не войдут: { $count }
exports-last = Последние выгрузки:
exports-first = Выгрузите файл, загрузите его в 1С и пришлите обратно файл с номерами и статусами: заказы отметятся сами.
exports-line = № { $number }: { $when } — { $what ->
    [day] за { $day }
   *[fresh] новые
 }, { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
 } на { $sum }, { $who }
ask-export-day = За какой день выгрузить заказы?
msg-export-chosen = { $what ->
    [day] <b>Заказы за { $day }</b>
   *[fresh] <b>Новые заказы</b>
 }: { $count } на { $sum }
export-gone = { $all ->
    [yes] Все они уже выгружались: проверьте, что в 1С не появятся дубли.
   *[no] { $count ->
        [one] Из них уже выгружался { $count }
        [few] Из них уже выгружались { $count }
       *[many] Из них уже выгружались { $count }
     }: проверьте, что в 1С не появятся дубли.
 }
export-more = В один файл входит { $count }. Остальные выгрузите следующим файлом.
ask-export-form = В каком виде?
msg-exported = <b>{ $count ->
    [one] Выгружен { $count } заказ
    [few] Выгружено { $count } заказа
   *[many] Выгружено { $count } заказов
 }</b> на { $sum }
    Файл № { $number } придёт сюда. { $form ->
        [commerceml] Загрузите его в 1С, потом пришлите обратно файл со статусами.
       *[xlsx] Впишите номера из 1С и статусы и пришлите файл обратно.
     }
export-caption = Выгрузка № { $number }: { $count ->
    [one] { $count } заказ
    [few] { $count } заказа
   *[many] { $count } заказов
 }
ack-export = Файл придёт сюда
export-file-name = Заказы { $day } № { $number }
export-sheet = Заказы
export-yes = да
export-column = { $column ->
    [order] Заказ
    [entered] Номер в 1С
    [status] Статус
    [day] Дата
    [client] Клиент
    [tax_number] ИНН
    [legal_name] Юрлицо
    [code] Код товара
    [name] Товар
    [quantity] Количество
    [shipped] Отгружено
    [unit] Ед.
    [price] Цена
    [discount] Скидка, %
    [sum] Сумма
    [vat] НДС, %
    [vat_sum] Сумма НДС
    [delivery] Доставка
    [address] Адрес
    [manager] Менеджер
    [prepaid] Предоплата
    [line_comment] Комментарий к строке
   *[comment] Комментарий
 }
err-export-nothing = { $day ->
    [none] Новых заказов нет: все выгружены.
   *[other] За этот день заказов нет. Выберите другой.
 }

form-prepaid = ПРЕДОПЛАТА: отгрузка после оплаты
form-entered = Номер в учёте
form-reason-code = КПП
form-seller = Продавец
form-contract = Договор
form-contract-of = { $number ->
    [no] {""}
   *[other] № { $number }
 }{ $day ->
    [no] {""}
   *[other] { " " }от { $day }
 }
form-papers = Вложений
form-vat = НДС
form-no-vat = Без НДС
form-vat-inside = в т. ч. НДС
form-vat-on-top = НДС сверху
form-net = Без НДС
form-changes = Изменено после передачи
form-checks = Уточнено
form-page = стр.

# статусы из учётной системы

statuses-count = { $kind ->
    [entered] Введено: { $count }
    [picked] Собрано: { $count }
    [shipped-part] Отгружено частично: { $count }
    [shipped] Отгружено: { $count }
    [closed] Закрыто: { $count }
    [refused] Отказано: { $count }
    [lines] С изменёнными строками: { $count }
   *[same] Без изменений: { $count }
 }
statuses-order = № { $order } { $client } — { $said }
statuses-lines-only = изменены строки
statuses-number = введён № { $number }
statuses-is = { $kind ->
    [entered] введён
    [picked] собран
    [shipped-part] отгружен частично, строк { $left } из { $all }
    [shipped] отгружен
    [closed] закрыт
   *[refused] отказ
 }
statuses-line = • { $name }: { $before ->
    [none] не было
   *[other] { $before } { $unit }
 } → { $after ->
    [none] убрано
   *[other] { $after } { $unit }
 }
statuses-more-lines = • ещё строк: { $count }
statuses-more = и ещё заказов: { $count }
statuses-unknown = Не нашёл заказов, { $count }: № { $names }
msg-statuses-loaded = <b>Статусы загружены</b> из «{ $name }»: { $count ->
    [one] изменён { $count } заказ
    [few] изменены { $count } заказа
   *[many] изменено { $count } заказов
 }. Менеджеры узнали.
    Отменить можно в течение { $hours } ч.
ntf-statuses = <b>Учётная система: { $count ->
    [one] { $count } ваш заказ
    [few] { $count } ваших заказа
   *[many] { $count } ваших заказов
 }</b> (загрузка: { $who })
ntf-statuses-back = <b>Отменена загрузка «{ $name }»</b> ({ $who }): { $count ->
    [one] { $count } ваш заказ снова как до неё
    [few] { $count } ваших заказа снова как до неё
   *[many] { $count } ваших заказов снова как до неё
 }
ntf-statuses-back-next = Если уже сказали клиенту, поправьте его.
ntf-statuses-next = Откройте заказ и скажите клиенту, если что-то изменилось.
