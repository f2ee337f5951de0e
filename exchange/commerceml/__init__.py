"""CommerceML 2.10, the XML by which accounting systems exchange catalogues, orders and their statuses."""
