"""The description of the REST services, as their tests read it."""

from pathlib import Path
import yaml


DOCUMENT = yaml.safe_load(
    (Path(__file__).parents[1] / "docs" / "openapi.yaml").read_text(encoding="utf-8")
)
