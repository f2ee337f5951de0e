# Файл товаров отменили: то, что «пришло», не приходило.
ntf-arrivals-back = <b>Приход не подтвердился</b>: загрузка остатков отменена. Решение: { $who }.
arrivals-back-line = • { $name }{ $client ->
    [none] {""}
   *[other] {" "}— { $client }
 }
arrivals-back-more = и ещё: { $count }
arrivals-back-next = Снова ждём. Если уже сказали клиенту, предупредите его.
btn-arrival-back = 📦 { $name }
