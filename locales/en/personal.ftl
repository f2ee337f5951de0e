# One person's data: given out, erased.

btn-person-data = Data
btn-person-data-file = 📄 Export
btn-person-erase = Erase…
btn-person-erase-go = Erase
btn-person-erase-yes = Yes, for good
msg-person-data = <b>{ $name }</b> · { $client }
    All that is kept of the person: the card, greetings, presents, calls, notes with the name.
msg-person-data-file = <b>{ $name }</b>: all that is kept.
    A file of personal data: pass it only to those entitled to it.
msg-person-erase = <b>Erase the data: { $name }?</b>
    This erases the name, phone, e-mail, birthday, texts of greetings and the name in all notes.
    Calls, orders and presents stay, without a name.
msg-person-erase-last = <b>{ $name }: erase for good?</b>
    It cannot be brought back. Messages already in the chat are yours to delete.
msg-person-erased = <b>The person's data are erased</b> · { $client }
    Calls, orders and presents stay, without a name.
person-erased = erased person
person-data-file = Data of person { $id }
