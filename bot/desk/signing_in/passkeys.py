"""Passkeys at the desk: what a browser is asked for, and whether what it answers is right."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from storage.people.passkeys import Passkey

VALID = 120.0
"""Seconds within which a browser has to answer."""
CHALLENGE_BYTES = 32
WRONG = (WebAuthnException, ValueError, LookupError, TypeError, AttributeError)
"""What the library raises for answers that no authenticator gives."""
Purpose = Literal["add", "unlock"]


@dataclass
class Challenges:
    """What each browser has been asked, once for each purpose; ``moment`` is a clock of seconds."""

    moment: Callable[[], float]
    _asked: dict[tuple[int, Purpose], tuple[float, bytes]] = field(default_factory=dict)

    def ask(self, device: int, purpose: Purpose) -> bytes:
        """Return a fresh challenge, in place of an earlier one."""
        challenge = secrets.token_bytes(CHALLENGE_BYTES)
        self._asked[device, purpose] = self.moment() + VALID, challenge
        return challenge

    def take(self, device: int, purpose: Purpose) -> bytes | None:
        """Return what a browser was asked, once, and only for two minutes."""
        until, challenge = self._asked.pop((device, purpose), (0.0, b""))
        return challenge if challenge and self.moment() < until else None


@dataclass(frozen=True)
class PasskeySite:
    """The site that passkeys are bound to, by the name of its host."""

    host: str

    def options_to_add(self, challenge: bytes, seat: int, name: str, known: Sequence[Passkey]) -> str:
        """Return what a browser is asked to make a passkey for a seat, as JSON."""
        return options_to_json(
            generate_registration_options(
                rp_id=self.host,
                rp_name="Vaktlogg",
                user_id=b"seat %d" % seat,
                user_name=name,
                challenge=challenge,
                authenticator_selection=AuthenticatorSelectionCriteria(
                    resident_key=ResidentKeyRequirement.PREFERRED,
                    user_verification=UserVerificationRequirement.REQUIRED,
                ),
                exclude_credentials=_described(known),
            )
        )

    def options_to_unlock(self, challenge: bytes, known: Sequence[Passkey]) -> str:
        """Return what a browser is asked to show that it holds a passkey, as JSON."""
        return options_to_json(
            generate_authentication_options(
                rp_id=self.host,
                challenge=challenge,
                allow_credentials=_described(known),
                user_verification=UserVerificationRequirement.REQUIRED,
            )
        )

    def added(self, answer: str, challenge: bytes, origin: str, seat: int) -> Passkey | None:
        """Return the passkey that a browser at this origin has made, None where its answer is wrong."""
        if not self._is_ours(origin):
            return None
        try:
            made = verify_registration_response(
                credential=answer,
                expected_challenge=challenge,
                expected_rp_id=self.host,
                expected_origin=origin,
                require_user_verification=True,
            )
        except WRONG:
            return None
        return Passkey(made.credential_id, seat, made.credential_public_key, made.sign_count)

    def used(
        self, answer: str, challenge: bytes, origin: str, known: Sequence[Passkey]
    ) -> tuple[Passkey, int] | None:
        """Return the passkey that was used, and how often now; None where the answer is wrong."""
        if not self._is_ours(origin):
            return None
        try:
            given = parse_authentication_credential_json(answer)
            passkey = next((one for one in known if one.id == given.raw_id), None)
            if passkey is None:
                return None
            shown = verify_authentication_response(
                credential=given,
                expected_challenge=challenge,
                expected_rp_id=self.host,
                expected_origin=origin,
                credential_public_key=passkey.public_key,
                credential_current_sign_count=passkey.uses,
                require_user_verification=True,
            )
        except WRONG:
            return None
        return passkey, shown.new_sign_count

    def _is_ours(self, origin: str) -> bool:
        """Tell whether an origin, which the guard has let through, is at this host."""
        return urlsplit(origin).hostname == self.host


def _described(known: Sequence[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=passkey.id) for passkey in known]
