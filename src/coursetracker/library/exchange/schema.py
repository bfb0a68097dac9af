"""Holding a value against a JSON Schema; what our own schema is written with is understood."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def complaint(value: object, schema: Schema) -> str | None:
    """Return where a value is not as a schema says, as in "courses[0].uid"; None if it is.

    Understood are type, const, enum, pattern, minimum, maximum, minItems, maxItems, items,
    required, properties, additionalProperties, and $ref to $defs; all else is passed over.
    """
    return next(_complaints(value, schema, schema, ""), None)


def _complaints(value: object, schema: Schema, root: Schema, place: str) -> Iterator[str]:
    """Yield the places where a value is wrong, itself before what is in it."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    if not all(fits(value, schema) for fits in _FITTING):
        yield place
    elif isinstance(value, dict):
        known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
        for name, each in value.items():
            here = f"{place}.{name}" if place else name
            if name not in known and others is False:
                yield here
            else:
                yield from _complaints(each, known.get(name, others), root, here)
    elif isinstance(value, list) and "items" in schema:
        for number, each in enumerate(value):
            yield from _complaints(each, schema["items"], root, f"{place}[{number}]")


def _has_type(value: object, schema: Schema) -> bool:
    names = schema.get("type", list(_TYPES))
    names = [names] if isinstance(names, str) else names
    if isinstance(value, bool):  # a kind of integer to Python, but not to JSON
        return "boolean" in names
    return any(isinstance(value, _TYPES[name]) for name in names)


def _is_one_of(value: object, schema: Schema) -> bool:
    allowed = [schema["const"]] if "const" in schema else schema.get("enum", [value])
    return any(type(value) is type(each) and value == each for each in allowed)


def _is_within(value: object, schema: Schema) -> bool:
    """Return whether a number, or how many a list holds, is within its bounds."""
    if isinstance(value, list):
        low, high = schema.get("minItems", 0), schema.get("maxItems", len(value))
        return bool(low <= len(value) <= high)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return True
    low, high = schema.get("minimum", value), schema.get("maximum", value)
    return bool(low <= value <= high)


def _matches(value: object, schema: Schema) -> bool:
    pattern = schema.get("pattern")
    if pattern is None or not isinstance(value, str):
        return True
    return re.search(pattern, value) is not None and not value.endswith("\n")


def _has_all(value: object, schema: Schema) -> bool:
    return not isinstance(value, dict) or all(name in value for name in schema.get("required", ()))


_FITTING: tuple[Callable[[object, Schema], bool], ...] = (
    _has_type,
    _is_one_of,
    _is_within,
    _matches,
    _has_all,
)
