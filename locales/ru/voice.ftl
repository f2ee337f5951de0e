# Голосовые и фото: к кому приложены и что расслышано.

msg-voice-kept = Голосовое, { $length } — у клиента «{ $client }».
msg-photo-kept = { $count ->
    [1] Фото
   *[other] { $count } фото
 } — у клиента «{ $client }».
msg-voice-listening = Слушаю голосовое, { $length }…
msg-voice-heard = Расслышал: «{ $text }»

voice-off = Чтобы было текстом: нажмите микрофон на клавиатуре телефона и продиктуйте.
voice-long = Текста не будет: слушаю голосовые до { $limit }.
voice-silent = Текста нет: речи не слышно.
voice-unreadable = Текста нет: не разобрал запись.
voice-lost = Текста нет: Telegram не отдал запись.

voice-what = Голосовое, { $length }.
photo-what = { $count ->
    [1] Фото.
   *[other] { $count } фото.
 }
ask-voice-whose = К какому клиенту?{ $how ->
    [choose] {" "}Выберите или напишите имя.
    [type] {" "}Напишите имя.
   *[tap] {""}
 }
ask-voice-found = К какому клиенту? Найдено по «{ $typed }»:
voice-again = { $head }{ $said ->
    [yes] : «{ $text }»
   *[no] {""}
 }

btn-voice-whose = Выбрать клиента
btn-voice-other = Другой клиент
btn-voice-read = Разобрать
btn-again-voice = ▶ { $length }, { $day }
btn-again-photo = Фото, { $day }

event-voice = голосовое, { $length }
event-photo = фото
