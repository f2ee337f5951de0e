# Voice messages and photos: to whom they are attached and what was heard.

msg-voice-kept = Voice message, { $length } — attached to “{ $client }”.
msg-photo-kept = { $count ->
    [1] Photo
   *[other] { $count } photos
 } — attached to “{ $client }”.
msg-voice-listening = Listening, { $length }…
msg-voice-heard = Heard: “{ $text }”

voice-off = To get text, tap the microphone on your phone's keyboard and dictate.
voice-long = No text: messages up to { $limit } are listened to.
voice-silent = No text: no speech in it.
voice-unreadable = No text: the recording could not be understood.
voice-lost = No text: Telegram did not give the recording.

voice-what = Voice message, { $length }.
photo-what = { $count ->
    [1] Photo.
   *[other] { $count } photos.
 }
ask-voice-whose = Which client?{ $how ->
    [choose] {" "}Choose one or type a name.
    [type] {" "}Type a name.
   *[tap] {""}
 }
ask-voice-found = Which client? Found for “{ $typed }”:
voice-again = { $head }{ $said ->
    [yes] : “{ $text }”
   *[no] {""}
 }

btn-voice-whose = Choose the client
btn-voice-other = Another client
btn-voice-read = Read it
btn-again-voice = ▶ { $length }, { $day }
btn-again-photo = Photo, { $day }

event-voice = voice message, { $length }
event-photo = photo
