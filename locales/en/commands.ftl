# Hints beside the commands in Telegram's menu.
command-calls = 📞 Call list and cards
command-order = 🧾 New order
command-orders = 🧾 Orders and their statuses
command-desk = 📥 Order cards of sales support: private chat or group
command-clients = 👥 Clients: search, card, new
command-leads = 🌱 Leads and the counter of contracts
command-debts = 💰 Debts and promises
command-occasions = 🎂 Whom to congratulate
command-analysis = 📈 When they pick up, how calls end
command-plan = 📊 Norms of the day and pace
command-week = 🗓 Week plan
command-team = 👔 Team and invitations
command-digest = 📋 The team's day
command-import = 📥 Files to load, and samples
command-settings = ⚙️ Language, time zone, push times
command-help = What is here
command-cancel = Close the dialogue
