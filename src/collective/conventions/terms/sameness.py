"""When two values say the same, whatever way a form or a client wrote them down."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence


Row = Mapping[str, object]


def same(left: object, right: object) -> bool:
    """Tell whether two values say the same.

    Nothing, an empty text, an empty collection and an unticked box are one; line ends and the kind
    of sequence do not count; the number zero is not nothing.
    """
    alike = type(left) is type(right) and left == right
    return alike or bool(_plain(left) == _plain(right))


def rows_of(value: object) -> Sequence[Row] | None:
    """Return ``value`` as rows, or None when it is no collection of rows; nothing is no rows."""
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        return None
    return value if all(isinstance(row, Mapping) for row in value) else None


def row_count_differs(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Tell whether a row was added or removed."""
    return len(left) != len(right)


def row_differences(left: Sequence[Row], right: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield (position, column) for each cell that differs between rows at the same position."""
    for position, (old, new) in enumerate(zip(left, right, strict=True)):
        for column in dict.fromkeys((*old, *new)):
            if not same(old.get(column), new.get(column)):
                yield position, column


def _plain(value: object) -> object:
    if value is None or value is False:
        return None
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n") or None
    if isinstance(value, Mapping):
        cells = {key: _plain(cell) for key, cell in value.items()}
        return {key: cell for key, cell in cells.items() if cell is not None}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value] or None
    if isinstance(value, set | frozenset):
        return value or None
    return value
