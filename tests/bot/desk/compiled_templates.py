"""Templates that are compiled once in a test run: each test's own desk would compile them anew."""

from dataclasses import dataclass, field

import jinja2
from jinja2.bccache import Bucket


@dataclass
class CompiledTemplates(jinja2.BytecodeCache):
    """Keeps them in memory."""

    _code: dict[str, bytes] = field(default_factory=dict)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Hand out a template's code."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._code[bucket.key] = bucket.bytecode_to_string()
