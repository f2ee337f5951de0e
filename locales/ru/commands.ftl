# Подсказки к командам в меню Telegram: до 256 знаков, без точки.
command-calls = 📞 Список звонков и карточки
command-order = 🧾 Новый заказ
command-orders = 🧾 Заказы и их статусы
command-desk = 📥 Карточки заказов поддержки: в личный чат или в группу
command-clients = 👥 Клиенты: поиск, карточка, новый
command-leads = 🌱 Лиды и счётчик договоров
command-debts = 💰 Долги и обещания
command-occasions = 🎂 Кого поздравить
command-analysis = 📈 Когда берут трубку, чем кончаются звонки
command-plan = 📊 Нормы дня и темп
command-week = 🗓 План недели
command-team = 👔 Команда и приглашения
command-digest = 📋 День команды
command-import = 📥 Загрузка файлов и образцы
command-settings = ⚙️ Язык, пояс, время рассылок
command-help = Что здесь есть
command-cancel = Закрыть диалог
