"""The check of a text and the comparison of two through REST."""

from agreements import article
from agreements import sound
from dataclasses import asdict
from services.test_openapi import validate
import pytest


CHECK = {"$ref": "#/components/schemas/TextCheck"}
COMPARISON = {"$ref": "#/components/schemas/TextComparison"}
CHOICES = {"$ref": "#/components/schemas/TextChoices"}


@pytest.fixture
def url(space, author):
    """A convention with article 1 twice, whose text was changed once."""
    made = space.created(**{**space.complete(), "text": rows(sound())})
    twice = (*sound()[:4], article(1, "Encore.", "Suite"), *sound()[4:])
    assert author.patch(made, {"text": rows(twice)}).status_code == 204
    return made


def rows(text):
    return [asdict(part) for part in text]


def read(client, url, name, **asked):
    answer = client.get(f"{url}/@{name}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_the_findings_and_an_exception(url, author):
    told = read(author, url, "check")
    validate(told, CHECK)
    (twice,) = [one for one in told["findings"] if one["code"] == "article_twice"]
    assert (twice["severity"], twice["blocks"], twice["exception"]) == ("severe", True, None)
    row = {
        "code": twice["code"],
        "place": twice["place"],
        "reason": "So voted.",
        "author": "author",
        "day": "2026-01-15",
    }
    assert author.patch(url, {"text_exceptions": [row]}).status_code == 204
    after = read(author, url, "check")
    validate(after, CHECK)
    assert after["blocking"] == told["blocking"] - 1
    (twice,) = [one for one in after["findings"] if one["code"] == "article_twice"]
    assert twice["exception"] == row


def test_what_can_be_compared_and_the_comparison(url, author):
    told = read(author, url, "compare")
    validate(told, CHOICES)
    version = next(one["key"] for one in told["choices"] if one["kind"] == "version")
    found = read(author, url, "compare", before=version, after="present")
    validate(found, COMPARISON)
    assert [one["status"] for one in found["parts"]].count("added") == 1


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"before": "present"}, 400),
        ({"before": "present", "after": "present", "odd": "1"}, 400),
        ({"before": "version:999", "after": "present"}, 404),
    ],
)
def test_a_question_that_cannot_be_answered(url, author, asked, status):
    answer = author.get(f"{url}/@compare", params=asked)
    assert answer.status_code == status, answer.text
