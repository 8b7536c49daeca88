"""A copy's encryption with age: anybody may make one for a public key, only the secret key opens it."""

import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyrage
from pyrage import x25519

from storage.fault import N_, Fault
from storage.whole_file import replacing

FIRST_LINE = b"age-encryption.org/v1\n"
BEGINNING, LENGTH = "AGE-SECRET-KEY-1", 74
"""How a secret key begins, and how many characters it has."""
NOT_FOR_THIS_KEY = "No matching keys found"
"""How the library says that a file was encrypted for others."""


class UnusableKey(Fault):
    """A text is not the key that it should be; the sentence does not hold it."""


class WrongKey(Fault):
    """A file was encrypted for another key."""


class NotEncrypted(Fault):
    """A file is none that age has encrypted."""


class DamagedFile(Fault):
    """An encrypted file has been cut short or altered."""


@dataclass(frozen=True)
class KeyPair:
    """What opens a copy, and what makes one."""

    secret: str = field(repr=False)
    public: str


def new_key() -> KeyPair:
    """Make a pair of keys that nobody has seen."""
    return _pair(x25519.Identity.generate())


def key_pair(secret: str) -> KeyPair:
    """Return the pair that a secret key belongs to, typed with blanks or in small letters too.

    Raises `UnusableKey`.
    """
    return _pair(_identity(secret))


def check_recipient(recipient: str) -> str:
    """Return a public key; raise `UnusableKey` for a text that is none."""
    _recipient(recipient)
    return recipient


def encrypt(
    source: Path, target: Path, recipients: Sequence[str], *, stopped: Callable[[], bool] = lambda: False
) -> None:
    """Encrypt a file for all of these public keys; the target is there whole or not at all, its owner's alone.

    The target's folder is not made. The memory used does not grow with the file. Once ``stopped``, it ends soon.
    Raises `OSError`, and `UnusableKey` where a recipient is none or there are none.
    """
    keys = [_recipient(recipient) for recipient in recipients]
    if not keys:
        raise UnusableKey(N_("There is no public key to encrypt for."))
    with source.open("rb") as plain, replacing(target) as encrypted:
        streams = _Streams(plain, encrypted, stopped)
        try:
            # The library's own way from file to file lets no other thread run.
            pyrage.encrypt_io(streams, streams, keys)
        except pyrage.EncryptError:
            streams.raise_error()
            raise


def decrypt(source: Path, target: Path, key: str) -> None:
    """Decrypt a file with its secret key; the target is there whole or not at all, and its owner's alone.

    The target's folder is not made. The memory used does not grow with the file.
    Raises `OSError`, `UnusableKey`, `WrongKey`, `NotEncrypted` and `DamagedFile`.
    """
    identity = _identity(key)
    with source.open("rb") as encrypted, replacing(target) as plain:
        begun = encrypted.read(len(FIRST_LINE))
        if begun != FIRST_LINE:
            raise _no_copy(source, begun)
        encrypted.seek(0)
        streams = _Streams(encrypted, plain, lambda: False)
        try:
            pyrage.decrypt_io(streams, streams, [identity])
        except (pyrage.DecryptError, OSError) as error:
            streams.raise_error()
            if NOT_FOR_THIS_KEY in str(error):
                raise WrongKey(N_("{file} was not made for this key."), file=source.name) from error
            raise _damaged(source) from error


class _Streams:
    """Two files as the library reads and writes them; it hides their errors in its own, and so they are kept."""

    def __init__(self, source: BinaryIO, target: BinaryIO, stopped: Callable[[], bool]) -> None:
        self._source, self._target, self._stopped = source, target, stopped
        self._error: OSError | None = None

    def read(self, size: int) -> bytes:
        if self._stopped():
            self._error = OSError(errno.ECANCELED, os.strerror(errno.ECANCELED))
            raise self._error
        try:
            return self._source.read(size)
        except OSError as error:
            self._error = error
            raise

    def write(self, part: bytes) -> int:
        try:
            return self._target.write(part)
        except OSError as error:
            self._error = error
            raise

    def flush(self) -> None:
        """Leave it to whoever opened the file."""

    def raise_error(self) -> None:
        """Raise the error of a file, if there was any."""
        if self._error is not None:
            raise self._error


def _pair(identity: x25519.Identity) -> KeyPair:
    return KeyPair(str(identity), str(identity.to_public()))


def _recipient(recipient: str) -> x25519.Recipient:
    try:
        return x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError:
        raise UnusableKey(N_("A public key begins with age1 and has 62 letters and digits.")) from None


def _identity(key: str) -> x25519.Identity:
    # Typed from a sheet, it may have come in groups.
    written = "".join(key.split()).upper()
    try:
        return x25519.Identity.from_str(written)
    except pyrage.IdentityError:
        raise UnusableKey(_what_is_wrong(written), signs=len(written)) from None


def _what_is_wrong(written: str) -> str:
    if not written.startswith(BEGINNING):
        return N_("That is not the secret key: it begins with AGE-SECRET-KEY-1 and has 74 characters.")
    if len(written) != LENGTH:
        return N_("The key has 74 characters, and these are {signs}. Compare them with the sheet.")
    return N_(
        "Something in the key is mistyped. Compare it with the sheet, sign by sign; after AGE-SECRET-KEY-1 there"
        " is no B, I, O or 1."
    )


def _no_copy(source: Path, begun: bytes) -> Fault:
    if FIRST_LINE.startswith(begun):
        return _damaged(source)
    return NotEncrypted(N_("{file} is not an encrypted copy."), file=source.name)


def _damaged(source: Path) -> DamagedFile:
    return DamagedFile(N_("{file} is damaged: it was cut short or altered."), file=source.name)
