from shiftbid.services.secrets import entropy_secrets, seeded_secrets


def test_seeded_secrets_repeat_and_differ_by_seed_and_purpose() -> None:
    assert seeded_secrets(1)("nonce", "h") == seeded_secrets(1)("nonce", "h")
    assert len({seeded_secrets(1)("nonce", "h"), seeded_secrets(2)("nonce", "h"), seeded_secrets(1)("salt", "h")}) == 3


def test_entropy_never_repeats() -> None:
    assert len({entropy_secrets("nonce") for _ in range(50)}) == 50
