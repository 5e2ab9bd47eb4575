"""First light."""

from space.conftest import encoded
from space.conftest import octets


def test_first(place):
    assert place.used == place.scan() == 0
    place.make(size=1000)
    assert place.used == place.scan() == 1000
    image = place.make("Image")
    print(place.used, place.scan())
    answer = place.ask("GET", f"files/{image.getId()}/@@images/image/mini")
    assert answer.status_code == 200
    print(place.used, place.scan())
    answer = place.rest("POST", "files", {"@type": "File", "file": encoded(octets(500))})
    print(answer.status_code, answer.text[:300])
    print(place.used, place.scan())
    place.leave(499)
    answer = place.rest("POST", "files", {"@type": "File", "file": encoded(octets(500))})
    print(answer.status_code, answer.text[:600])
    assert place.used == place.scan()
