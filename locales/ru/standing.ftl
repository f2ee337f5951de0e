# Как клиент платит: одна строка с цифрами.

standing-line = { $level ->
    [reliable] 🟢 Надёжный: { $figures }
    [watch] 🟡 Внимание: { $figures }
    [risky] 🔴 Рискованный: { $figures }
   *[unknown] ⚪️ Данных мало · { $figures }
 }
standing-delay = { $when ->
    [in-time] обычно платит в срок
    [early] обычно платит на { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } раньше срока
   *[late] обычно платит на { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } позже срока
 }
standing-word = держит слово { $kept } из { $judged }
standing-overdue = { $share ->
    [0] просрочки нет
    [100] просрочен весь долг
   *[other] просрочено { $share } % долга
 }
standing-growth = { $way ->
    [same] покупает столько же
    [less] покупает на { $share } % меньше
   *[more] покупает на { $share } % больше
 }
standing-limit = лимит занят на { $share } %
