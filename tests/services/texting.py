"""The services of the text, each held against its description."""


def check_text(checked, example_of, author, reader, place):
    """Write, take and read a text, decide on its proposals; the text is gone afterwards."""
    checked(author, "writeText", example_of("writeText"), 200, **place)
    checked(author, "writeText", {"text": [{"part": "poem"}]}, 400, **place)
    checked(reader, "writeText", {"text": []}, 403, **place)
    checked(author, "readText", status=200, **place)
    checked(author, "takeText", example_of("takeText"), 200, **place)
    checked(author, "takeText", {}, 400, **place)
    checked(author, "readProposals", status=200, **place)
    checked(author, "decideProposals", example_of("decideProposals"), 200, **place)
    checked(author, "decideProposals", {"accept": ["nothing"]}, 404, **place)
    checked(author, "writeText", {"text": []}, 200, **place)
