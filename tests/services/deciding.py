"""The services of the decree and of the decisions, each held against its description."""


def check_decree(checked, example_of, secretary, reader, place):
    """Take each of them at least once on a draft, which stays one, and what it refuses."""
    checked(reader, "readDecreePDF", status=404, **place)
    checked(secretary, "draftDecree", example_of("draftDecree"), 200, **place)
    checked(secretary, "draftDecree", {"language": "en"}, 400, **place)
    checked(secretary, "draftDecree", {"language": "fr"}, 404, convention="nothing")
    checked(secretary, "changeDecree", example_of("changeDecree"), 200, **place)
    checked(reader, "changeDecree", example_of("changeDecree"), 403, **place)
    for ending in ("HTML", "PDF", "DOCX"):
        checked(reader, f"readDecree{ending}", status=200, **place)
    decree = checked(reader, "readDecree", status=200, **place)
    made = example_of("recordDeliberation")
    checked(secretary, "recordDeliberation", made, 201, **place)
    checked(secretary, "recordDeliberation", made, 200, **place)
    checked(secretary, "recordDeliberation", {**made, "outcome": "refused"}, 409, **place)
    checked(secretary, "recordDeliberation", {**made, "body": "mayor"}, 400, **place)
    checked(secretary, "recordDeliberation", {**made, "sitting": "2199-01-01"}, 422, **place)
    checked(reader, "readDeliberations", status=200, **place)
    checked(reader, "readPackage", status=200, **place)
    uid = checked(reader, "readConvention", status=200, **place)["UID"]
    about = {"id": uid, "fingerprint": decree["fingerprint"]}
    decision = {**example_of("recordDecision"), **about, "sitting": "2025-11-10"}
    decision |= {"body": "council", "outcome": "refused"}
    checked(secretary, "recordDecision", {**decision, "fingerprint": "0"}, 409, **place)
    checked(secretary, "recordDecision", {**decision, "vote": "all"}, 400, **place)
    checked(secretary, "recordDecision", decision, 201, **place)
    checked(secretary, "recordDecision", decision, 200, **place)
