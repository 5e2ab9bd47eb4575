"""The library through REST: listed, read, adapted, written, and a text made from it."""

from services.test_openapi import validate


MODELS = {"$ref": "#/components/schemas/Models"}
MODEL = {"$ref": "#/components/schemas/ModelRead"}
FILLED = {"$ref": "#/components/schemas/FilledText"}
NAME = "shipped:access-fr@1"


def read(client, path, status=200, **asked):
    answer = client.get(path, params=asked)
    assert answer.status_code == status, answer.text
    return answer.json()


def test_models_are_listed(space, author):
    told = read(author, f"{space.url}/@models", kind="convention", language="nl")
    validate(told, MODELS)
    assert told["items_total"] == 2
    assert {one["kind"] for one in told["items"]} == {"convention"}
    assert read(author, f"{space.url}/@models", 400, kind="song")["errors"]


def test_a_model_is_read_with_and_without_its_clauses(space, author):
    told = read(author, f"{space.url}/@models/{NAME}")
    validate(told, MODEL)
    assert len(told["with_clauses"]) > len(told["text"])
    read(author, f"{space.url}/@models/shipped:nothing", 404)


def test_a_manager_adapts_and_changes(space, manager, author):
    answer = manager.post(f"{space.url}/@models", {"adapt": NAME, "title": "Le nôtre"})
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert made["adapted_from"] == NAME
    rows = [{"part": "article", "title": "Un", "body": "<p>{{ convention.title }}</p>"}]
    assert manager.patch(made["content"], {"text": rows}).status_code == 204
    told = read(author, f"{space.url}/@models/{made['name'].partition('@')[0]}")
    assert [one["number"] for one in told["versions"]] == [1, 2]
    rows[0]["body"] = "<p>{{ convention.titel }}</p>"
    refused = manager.patch(made["content"], {"text": rows})
    assert refused.status_code == 400
    assert "convention.title" in refused.text
    assert author.patch(made["content"], {"text": []}).status_code in (401, 403)
    assert author.post(f"{space.url}/@models", {"adapt": NAME}).status_code in (401, 403)


def test_a_manager_writes_a_model(space, manager):
    rows = [{"part": "article", "title": "Un", "body": "<p>{{ convention.title }}</p>"}]
    body = {"@type": "Model", "title": "Court", "kind": "convention", "text": rows}
    answer = manager.post(f"{space.url}/library", body)
    assert answer.status_code == 201, answer.text
    assert answer.json()["text"][0]["title"] == "Un"


def test_a_text_is_seen_then_taken(space, author):
    url = space.created(**space.complete())
    seen = read(author, f"{url}/@fill", model=NAME)
    validate(seen, FILLED)
    assert read(author, url)["model"] is None
    answer = author.post(f"{url}/@fill", {"model": NAME})
    assert answer.status_code == 200, answer.text
    assert answer.json()["text"] == seen["text"]
    assert read(author, url)["model"] == NAME
    read(author, f"{url}/@fill", 400)
    read(author, f"{url}/@fill", 404, model="shipped:nothing")
    assert author.post(f"{url}/@fill", {"model": "shipped:decree-fr"}).status_code == 422
