# Подарки: вопрос, карточка, решение руководителя, журнал года.

ask-gift = 🎁 <b>{ $name }</b>: что подарить и за сколько? Например: «коньяк 2500».
    До { $limit } на человека в год — без согласования.
gift-state = { $state ->
    [asked] 🎁 <b>Подарок ждёт согласования</b>
    [approved] 🎁 <b>Подарок согласован</b>
    [declined] 🎁 <b>Подарок не согласован</b>
    [given] 🎁 <b>Подарок вручён</b>
    [dropped] 🎁 <b>Подарок отменён</b>
   *[planned] 🎁 <b>Подарок задуман</b>
 }
gift-what = { $what } — { $cost }
gift-whom = { $who } · { $occasion }, { $year }
gift-spent = За год этому человеку { $spent }, без согласования до { $limit }
gift-manager = Менеджер: { $name }
gift-decided = Решение: { $name }
gift-given-on = Вручён: { $day }
gift-next = { $state ->
    [approved] Можно покупать. После вручения нажмите «Вручил».
   *[declined] Другой подарок — на карточке поздравления.
 }
btn-gift-approve = ✅ Согласовать
btn-gift-decline = ❌ Не надо
btn-gift-give = 🎁 Вручил
btn-gift-drop = Отменить
ntf-gift-asked = 🎁 <b>{ $who } просит согласовать подарок</b>
ntf-gift-decided = { $state ->
    [approved] ✅ <b>Подарок согласован</b> · { $who }
    [declined] ❌ <b>Подарок не согласован</b> · { $who }
    [given] 🎁 <b>Подарок вручён</b> · { $who }
   *[dropped] <b>Подарок отменён</b> · { $who }
 }
msg-gifts = <b>Подарки { $year } года: { $total }</b>
    { $count ->
        [one] { $count } подарок
        [few] { $count } подарка
       *[many] { $count } подарков
    } · без согласования до { $limit } на человека в год
msg-gifts-empty = <b>Подарков в { $year } году пока нет</b>
    Задумать подарок можно на карточке поздравления. Без согласования — до { $limit } на человека в год.
gift-line = { $what }, { $cost } — { $who } · { $state ->
    [asked] ждёт
    [approved] согласован
    [declined] отказано
    [given] вручён
   *[planned] задуман
 }
gift-by = { $name }

err-gift-unreadable = «{ $text }»: нужны и подарок, и сумма. Напишите, например, «коньяк 2500».
