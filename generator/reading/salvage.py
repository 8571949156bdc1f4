"""What is sound in a record that the model refuses: it is checked too, and all problems are told at once."""

from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)


def sound_part(model: type[Model], values: dict[str, Any]) -> Model:
    """A record with the fields that are sound; what is not is None, in a list too: places stay as in the file."""
    sound: dict[str, Any] = dict.fromkeys(model.model_fields)
    for name in model.model_fields.keys() & values.keys():
        try:
            sound[name] = _adapter(model, name).validate_python(values[name])
        except ValidationError as failure:
            sound[name] = _sound_items(model, name, values[name], failure.errors(include_url=False))
    return model.model_construct(**sound)


def _sound_items(model: type[BaseModel], name: str, value: Any, errors: list[ErrorDetails]) -> tuple[Any, ...] | None:
    if not isinstance(value, list):
        return None
    refused = {next((step for step in error["loc"] if isinstance(step, int)), None) for error in errors}
    kept = [item for place, item in enumerate(value) if place not in refused]
    try:
        found = iter(_adapter(model, name).validate_python(kept))
    except ValidationError:
        return None
    return tuple(None if place in refused else next(found) for place in range(len(value)))


@cache
def _adapter(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    """What validates one field of a model by itself."""
    field = model.model_fields[name]
    declared: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    return TypeAdapter(declared)
