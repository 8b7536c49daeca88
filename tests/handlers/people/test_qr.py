from handlers.people.qr import qr_png, qr_text

LINK = "https://t.me/vaktlogg_bot?start=QmWxqT0y1n4uJ8sKc2Vb5w"


def test_the_picture_is_large_enough_to_be_scanned_and_the_same_each_time() -> None:
    png = qr_png(LINK)

    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) >= 350
    assert qr_png(LINK) == png


def test_the_text_is_made_of_half_blocks() -> None:
    text = qr_text(LINK)

    assert len(text.splitlines()) >= 15
    assert len({len(line) for line in text.splitlines() if line}) <= 2
