"""What a page says of its pictures is known from its markup."""

from __future__ import annotations

from tests.quality.page_pictures import told_of_pictures


def test_texts_for_pictures_and_captions_are_told() -> None:
    """What stands on the page as a line of its own too may be that line; a script's words are none."""
    page = (
        "<h2>The Old Pier</h2><p>It stands.</p><img alt='A woman on the pier'>"
        "<img alt='The old pier' title='By the sea'>"
        "<figure><img alt=''><figcaption>Boats <b>in May</b></figcaption></figure>"
        "<p class='wp-caption-text'>The quay.</p><script>A woman on the pier</script>"
    )
    assert told_of_pictures(page) == {"a woman on the pier", "by the sea", "boats in may", "the quay"}
