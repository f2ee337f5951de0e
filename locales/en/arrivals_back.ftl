# A file of goods was taken back: what “has come” has not.
ntf-arrivals-back = <b>The goods have not come after all</b>: { $who } took the stock file back.
arrivals-back-line = • { $name }{ $client ->
    [none] {""}
   *[other] {" "}— { $client }
 }
arrivals-back-more = and more: { $count }
arrivals-back-next = Waiting again. If you have told the client, correct that.
btn-arrival-back = 📦 { $name }
