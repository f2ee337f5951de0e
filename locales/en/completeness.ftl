# How complete clients' cards are.

btn-fullness = 📇 Completeness
card-completeness = 📇 card { $percent }%{ $known ->
    [no] {""}
   *[yes] {":"} missing { $missing }{ $left ->
        [0] {""}
       *[other] {" "}and { $left } more
    }
 }
card-part = { $part ->
    [phone] phone
    [decider] decision-maker
    [tax_number] tax number
    [address] address
    [email] e-mail
    [birthday] birthday
    [needs] note
    [industry] industry
    [contract] contract
    [limit] limit
   *[price] price column
 }
btn-card-part = ➕ { $part ->
    [phone] Phone
    [decider] Decision-maker
    [tax_number] Tax number
    [address] Address
    [email] E-mail
    [birthday] Birthday
    [needs] Note
    [industry] Industry
   *[other] Contract
 }
msg-fullness = <b>Cards are { $percent }% complete</b> · { $count } { $count ->
    [one] client
   *[other] clients
 }
msg-fullness-none = No cards yet: they come with the first client.
fullness-manager = { $name }: { $percent }% ({ $count })
fullness-poorest = The poorest of class A:
btn-fullness-poor = { $percent }% · { $name } · { $manager }
ask-card-email = E-mail of { $name }? Type the address.
err-card-email = No e-mail address there. Type it whole, for example: orders@example.com
