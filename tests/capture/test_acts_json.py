"""Acts survive a draft: what was written is read back, whatever it says."""

import json

from hypothesis import given
from hypothesis import strategies as st

from capture.acts import Act
from capture.acts_json import KINDS, act_from_json, act_to_json

ACTS = st.one_of(*(st.from_type(kind) for kind in KINDS.values()))


@given(ACTS.filter(lambda act: "NaN" not in repr(act)))
def test_an_act_is_read_back_as_it_was(act: Act) -> None:
    kept = json.loads(json.dumps(act_to_json(act)))
    read = act_from_json(kept)
    assert read == act
    assert read.sources == act.sources
