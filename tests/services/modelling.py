"""The services of the library, each held against its description."""


def check_models(checked, example_of, space, author, manager):
    """Take each of them at least once, and what it refuses."""
    checked(author, "listModels", status=200)
    checked(space.client(), "listModels", status=401)
    checked(author, "readModel", status=200, name="shipped:access-fr@1")
    checked(author, "readModel", status=404, name="shipped:nothing")
    checked(author, "adaptModel", example_of("adaptModel"), 401)
    checked(manager, "adaptModel", {"adapt": "shipped:nothing"}, 404)
    adapted = checked(manager, "adaptModel", example_of("adaptModel"), 201)
    checked(author, "readModel", status=200, name=adapted["name"])
    made = checked(manager, "addModel", example_of("addModel"), 201)
    checked(manager, "addModel", {**example_of("addModel"), "kind": "song"}, 400)
    model = {"model": made["id"]}
    checked(author, "readModelContent", status=200, **model)
    wrong = [{"part": "article", "title": "Un", "body": "<p>{{ nothing }}</p>"}]
    checked(manager, "changeModel", {"text": wrong}, 400, **model)
    checked(manager, "changeModel", {"title": "Autre"}, 204, **model)
    checked(author, "changeModel", {"title": "Autre"}, 401, **model)
    place = {"convention": space.created(**space.complete()).rpartition("/")[2]}
    chosen = {"params": {"model": "shipped:access-fr@1"}}
    checked(author, "fillModel", status=200, sent=chosen, **place)
    checked(author, "fillModel", status=400, **place)
    checked(author, "takeModel", example_of("takeModel"), 200, **place)
    checked(author, "takeModel", {"model": "shipped:decree-fr"}, 422, **place)
    checked(author, "takeModel", {"model": "shipped:nothing"}, 404, **place)
    checked(author, "takeModel", {}, 400, **place)
    checked(author, "writeLetter", status=200, **place)
    checked(author, "writeLetter", status=400, sent={"params": {"recipient": "x"}}, **place)
    checked(space.client(), "writeLetter", status=401, **place)
    checked(author, "deleteConvention", status=204, **place)
    checked(manager, "deleteModel", status=204, **model)
    checked(manager, "deleteModel", status=404, **model)
