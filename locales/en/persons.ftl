# People at clients, and contacts that are passed on.

msg-people = { $count ->
    [0] <b>{ $client }</b>: nobody yet
    [one] <b>{ $client }</b>: { $count } person
   *[other] <b>{ $client }</b>: { $count } people
 }
person-name = { $name }
person-who = { $name }, { $role }
person-phone = {" "}· { $phone }
person-phone-bad = {" "}· { $phone } (wrong)
msg-person = <b>{ $name }</b> · { $client }
person-line-role = { $role }
person-line-phone = ☎️ { $phone }
person-line-phone-bad = ☎️ { $phone } — the number is wrong
person-line-email = ✉️ { $email }
person-line-birth = 🎂 { $day }{ $year ->
    [none] {""}
   *[other] {" "}{ $year }
 }{ $known ->
    [false] {" "}— day unknown
   *[true] {""}
 }
person-line-address = Spoken to: { $familiar ->
    [true] informally
   *[false] formally
 }{ $gender ->
    [male] , a man
    [female] , a woman
   *[none] {""}
 }

btn-person-add = ➕ Add
btn-person-copy = Copy the number
btn-person-phone = Phone
btn-person-name = Name
btn-person-role = Role
btn-person-number-bad = Wrong number
btn-person-number-good = Right number
btn-say-thou = Informally
btn-say-you = Formally
btn-gender-male = A man
btn-gender-female = A woman
btn-person-greet = 🎂 Greet
btn-person-birthday = 🎂 Birthday
btn-person-remove = Remove
btn-person-remove-yes = Yes, remove
btn-person-skip = Skip

ask-person-name = <b>{ $client }</b>: whom to add? Type the name, with the phone if you like.
ask-person-rename = { $name }: type the right name.
ask-person-role = { $name }: who is it? Choose or type the role.
ask-person-phone = { $name }: type the phone, for example +7 916 123-45-67.
msg-person-remove-sure = Remove <b>{ $name }</b>? They disappear from the client's card.
ack-person-removed = Removed: { $name }

msg-contact = <b>{ $name }</b> { $phone }
msg-contact-bad-phone = That is not a phone number: the person is saved without it.
ask-whose = Whose contact is it? Choose or type the client's name.
ask-whose-none = Not found: “{ $typed }”. Type it otherwise or make a new client.

err-name-invalid = There is no letter in the name. Type it again.
err-person-field = { $field ->
    [phone] “{ $text }” is not a phone number. Type, for example, +7 916 123-45-67.
   *[other] Too long. Type it shorter.
 }
