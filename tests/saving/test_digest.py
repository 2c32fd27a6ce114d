"""A content is known by the same hash, whoever hashes it."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from argmap.saving.digest import LARGE, sha256


@pytest.mark.parametrize("size", [0, 1, 63, 64, LARGE - 1, LARGE, LARGE + 1])
def test_small_and_large_contents_have_the_hash_that_sha256sum_prints(size: int) -> None:
    content = (b"what is said " * (size // 13 + 1))[:size]
    assert sha256(content) == hashlib.sha256(content).hexdigest()


def test_openssl_is_loaded_for_large_contents_alone() -> None:
    says = "print('_hashlib' in sys.modules)"
    script = f"import sys; from argmap.saving.digest import *; sha256(b'a'); {says}; "
    done = subprocess.run(
        [sys.executable, "-c", f"{script} sha256(b'a' * LARGE); {says}"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["False", "True"]
