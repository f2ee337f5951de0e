"""What the process counts, for `GET /metrics`."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram


class Metrics:
    """One registry an app, so that an app can be built twice in a process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.updates = Counter("prozvon_updates", "Updates done", registry=self.registry)
        self.repeated = Counter(
            "prozvon_updates_repeated", "Updates that came again and were skipped", registry=self.registry
        )
        self.failed = Counter("prozvon_turns_failed", "Turns rolled back by an error", registry=self.registry)
        self.batch_seconds = Histogram(
            "prozvon_batch_seconds", "A batch of turns with its commit", registry=self.registry
        )
        self.sent = Counter("prozvon_messages_sent", "Requests delivered to Telegram", registry=self.registry)
        self.retried = Counter("prozvon_messages_retried", "Requests put off", registry=self.registry)
        self.set_aside = Counter(
            "prozvon_messages_set_aside", "Requests Telegram refused", registry=self.registry
        )
        self.outbox = Gauge(
            "prozvon_outbox", "Requests accepted and not yet delivered", registry=self.registry
        )
        self.pushes = Counter("prozvon_pushes", "Pushes built", ["kind"], registry=self.registry)
        self.pushes_skipped = Counter(
            "prozvon_pushes_skipped", "Pushes too late to be of use", ["kind"], registry=self.registry
        )
