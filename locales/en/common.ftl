# The menu, roles, days, refusals: what is met everywhere.

menu-calls = 📞 Calls
menu-order = 🧾 Order
menu-orders = 🧾 Orders
menu-clients = 👥 Clients
menu-debts = 💰 Debts
menu-occasions = 🎂 Occasions
menu-plan = 📊 Plan
menu-week = 🗓 Week
menu-team = 👔 Team
menu-settings = ⚙️ Settings
menu-digest = 📋 Digest
menu-import = 📥 Import
menu-hint-owner = A client's name or a command
menu-hint-lead = A client's name or a command
menu-hint-manager = A client's name or a command
menu-hint-support = Choose an order
menu-hint-accountant = Send a file of debts
menu-hint-logistics = Answer a request

role-owner = owner
role-lead = team lead
role-manager = manager
role-support = sales support
role-accountant = accountant
role-logistics = logistics

btn-back = ‹ Back
btn-cancel = Cancel

day-today = today
day-tomorrow = tomorrow
day-full = { $weekday }, { $day } { $month }
day-of-month = { $day } { $month }
sum-thousands = { $sum }k ₽
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-of-1 = January
month-of-2 = February
month-of-3 = March
month-of-4 = April
month-of-5 = May
month-of-6 = June
month-of-7 = July
month-of-8 = August
month-of-9 = September
month-of-10 = October
month-of-11 = November
month-of-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

msg-stranger = This is a work bot. To enter, open your invitation link.
msg-invited = You were invited by { $name }.
msg-home = Ready to work. Open a section below or /help.
msg-left = The dialogue is closed. Open a section below.
msg-left-draft = The draft is saved: /order
msg-nothing-open = No dialogue is open. Open a section below.
msg-not-understood = That is not clear. Open a section below or /help.
msg-button-old = This button is out of date. Open a section below.

msg-welcome-owner = <b>{ $company }</b>: the bot works, you are the owner.
    1. /team — invite a team lead and managers.
    2. Send a file of clients right here: /import.
msg-welcome-lead = { $name }, you are in “{ $company }” as a team lead.
    Invite managers: /team. The plan of the day comes at 9:00, the result at 18:30.
msg-welcome-manager = { $name }, you are in “{ $company }” as a manager.
    The call list comes at 9:00 of a working day. For now: /calls or /clients.
    After a call, type what happened in Russian, in one line: the client, what was said, the next step.
msg-welcome-support = { $name }, you are in “{ $company }” as sales support.
    The managers' orders come here as cards: “Accept”, “Entered No.”, “Question”.
msg-welcome-accountant = { $name }, you are in “{ $company }” as an accountant.
    Send the file of receivables or a bank statement right here. Samples: /import.
msg-welcome-logistics = { $name }, you are in “{ $company }” as logistics.
    Requests for goods will come here.

msg-help-owner = <b>What is here</b>
    /team, /absences — people, discounts, deputies
    /digest — the team's day
    /approvals — what waits for your decision
    /plan, /week — norms, targets, week plans
    /errands — errands, requests, announcements
    /clients, /leads — clients, leads, contract count
    /contracts — the team's contracts
    /orders, /shortages — orders, who waits for goods
    /claims — claims and returns
    /debts, /stops — debts, the stop list
    /occasions — which key clients to congratulate
    /promotions, /exhibitions — promotions, exhibitions
    /competitors — competitors' prices
    /analysis — the team's calls in pictures
    /report — monthly report and achievements
    /import, /desk — files, the chat for orders
    /settings, /cancel — settings, close the dialogue
msg-help-lead = <b>What is here</b>
    Questions may be typed in Russian: who owes how much, what a client took.
    /digest — the team's day
    /approvals — what waits for your decision
    /plan, /week — norms, targets, week plans
    /team, /absences — people, discounts, deputies
    /errands — errands, requests, announcements
    /clients, /leads — clients, leads, contract count
    /contracts — the team's contracts
    /orders, /shortages — orders, who waits for goods
    /claims — claims and returns
    /debts, /stops — debts, the stop list
    /occasions — which key clients to congratulate
    /promotions, /exhibitions — promotions, exhibitions
    /competitors — competitors' prices
    /analysis — the team's calls in pictures
    /report — monthly report and achievements
    /import, /desk — files, the chat for orders
    /settings, /cancel — settings, close the dialogue
msg-help-manager = <b>What is here</b>
    The quickest way is one line in Russian: the client, what was said, the next step. Questions work too.
    /calls — call list and cards
    /order, /orders — new order, orders handed over
    /shortages, /claims — who waits for goods, claims
    /questions — what you have asked the lead
    /clients — search, card, new client
    /leads, /contracts — leads, contracts
    /debts, /stops — debts and promises, the stop list
    /occasions — whom to congratulate
    /plan, /week — norms of the day, week plan
    /promotions, /exhibitions — promotions, exhibitions
    /competitors — competitors' prices
    /analysis — when clients pick up
    /report — monthly report and achievements
    /errands — errands, requests, announcements
    /absences — absences and deputies
    /import — files to load
    /settings, /cancel — settings, close the dialogue
msg-help-support = <b>What is here</b>
    /orders — orders in progress
    /desk — where order cards come: private chat or group
    /import — bring in a price list and order statuses
    /claims — claims and returns
    /errands — errands, requests, announcements
    /absences — absences and deputies
    /settings — language and time zone
    /cancel — close the dialogue
msg-help-accountant = <b>What is here</b>
    /import — debts, bank statements, order statuses: what to send, samples
    /orders — export of orders to 1C
    /debts — debts, payments without a client, reconciliation
    /stops — the stop list: who is on it, whose word is needed
    /claims — claims and returns
    /errands — errands, requests, announcements
    /absences — absences and deputies
    /settings — language and time zone
    /cancel — close the dialogue
msg-help-logistics = <b>What is here</b>
    /shortages — who waits for goods, lost demand
    /claims — claims and returns
    /errands — errands, requests, announcements
    /absences — absences and deputies
    /settings — language and time zone
    /cancel — close the dialogue

err-unexpected = It did not work, nothing has changed. Try again; if it repeats, give code { $reference } to the owner of the bot.
err-access-denied = Your role does not have this. What you have: /help.
err-not-found = This is no longer here. Open the section anew.
err-stale = This is done already or has changed. Open the section anew.
err-invitation = The invitation is not valid. Ask for a new one.
err-unreadable = { $expected ->
    [team-name] A team's name has 1 to 100 characters. Type it again or /cancel.
    [report-span] I could not read the days. Type two dates in order: “01.05–31.10”.
    [timezone] There is no such time zone. Choose from the list: /settings.
    [employee-name] A name: 1 to 100 characters. Type it again or /cancel.
    [zone-typed] “{ $text }” is not clear. Type a town, an offset such as UTC+5, or choose a button.
    [push-kind] You have no such push. What you have: /settings.
    [day] “{ $text }” is not clear. Type a day: “tomorrow”, “thu at 15”, “25.11” — or choose a button.
    [sum] The sum “{ $text }” is not clear. Type “120 000”, “250k” or “120k on Friday”.
    [claim-sum] The sum “{ $text }” is not clear. Type “12 500”, or “0” to work it out from the goods.
    [phone] “{ $text }” is not a phone number. Type, for example, +7 916 123-45-67.
   *[other] “{ $text }” is not clear. Type it another way or /cancel.
 }

choice-today = today
choice-tomorrow = tomorrow
choice-day_after = in 2 days
choice-day = { $name }, { $day }
choice-suggested = ★ { $name }, { $day }
