"""Every word a user sees comes from `locales/`, through here."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from types import MappingProxyType

LOCALES = Path(__file__).parent.parent / "locales"
LANGUAGES = ("ru", "en")
PLACES = (
    "calls", "order", "orders", "clients", "debts", "occasions", "plan", "week", "team", "settings", "approvals", "digest", "import", "shortages",
)  # fmt: skip


class Words:
    """A Fluent catalogue in one language. Text arguments are escaped for Telegram HTML; `plain` leaves them as they are."""

    def __init__(
        self, language: str, folder: Path = LOCALES, own: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        from rustfluent import Bundle

        self.language = language
        self._own = own
        files = sorted(str(path) for path in (folder / language).glob("*.ftl"))
        self._bundle = Bundle(language, files, strict=True)

    def __call__(self, key: str, /, **facts: str | int) -> str:
        safe = {
            name: escape(value, quote=False) if isinstance(value, str) else value
            for name, value in facts.items()
        }
        if key in self._own:
            return escape(self._own[key], quote=False)
        return self._bundle.get_translation(key, variables=safe, use_isolating=False)  # type: ignore[no-any-return]

    def plain(self, key: str, /, **facts: str | int) -> str:
        """For buttons, notices and files, which are not HTML."""
        if key in self._own:
            return self._own[key]
        return self._bundle.get_translation(key, variables=facts, use_isolating=False)  # type: ignore[no-any-return]

    def has_own(self, key: str) -> bool:
        """Whether the company has a name of its own for it."""
        return key in self._own


class Catalogue:
    """Both languages, each loaded when first asked for. `own` are names that the company gives: language -> key -> text."""

    def __init__(
        self, folder: Path = LOCALES, own: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    ) -> None:
        self._folder = folder
        self._names = own
        self._loaded: dict[str, Words] = {}
        self._places: dict[str, str] = {}

    def __getitem__(self, language: str) -> Words:
        known = language if language in LANGUAGES else "en"
        if known not in self._loaded:
            self._loaded[known] = Words(known, self._folder, self._names.get(known, MappingProxyType({})))
        return self._loaded[known]

    def place_of(self, label: str | None) -> str | None:
        """The place of the main keyboard that a label stands for, in any language; None for any other text."""
        if not self._places:
            self._places = {self[one].plain(f"menu-{place}"): place for one in LANGUAGES for place in PLACES}
        return self._places.get(label or "")
