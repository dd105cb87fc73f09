"""What the functions given to configure() are asked, word for word, and what comes of their answers, None among them."""

from _models import *

heard = []


def include_object(item, name, kind, reflected, compare_to):
    heard.append((kind, name, reflected, compare_to is not None and compare_to.name, type(item).__name__))
    return True


def include_name(name, kind, parents):
    heard.append((kind, name, sorted(parents.items(), key=str)))
    return True


migrate("include_object", heard, include_object=include_object)
migrate("include_name", heard, include_name=include_name)
migrate("include_name with schemas", heard, include_name=include_name, include_schemas=True)
migrate("include_object says None", heard, include_object=lambda *asked: None)
migrate("include_name says None", heard, include_name=lambda *asked: None)
migrate("include_object says what is no bool", heard, include_object=lambda *asked: "yes")
for answer in (None, True, False):
    def compare_type(context, inspected_column, metadata_column, inspected_type, metadata_type):
        heard.append((type(context).__name__, told(inspected_column), told(metadata_column), told(inspected_type),
                      told(metadata_type)))
        return answer

    def compare_default(context, inspected_column, metadata_column, inspected_default, metadata_default, rendered):
        heard.append((inspected_column.name, metadata_column.name, inspected_default, told(metadata_default), rendered))
        return answer

    migrate(f"compare_type says {answer}", heard, compare_type=compare_type)
    migrate(f"compare_server_default says {answer}", heard, compare_server_default=compare_default)


def render_item(kind, item, context):
    heard.append((kind, told(item)[:100], type(context).__name__, context._has_batch, sorted(context.imports),
                  sorted(context.opts)))
    if kind == "type" and isinstance(item, String):
        context.imports.add("import my")
        return f"my.S({item.length!r})"
    if kind == "server_default" and "y" in str(getattr(item, "arg", "")):
        return "my_default()"
    return {"check": None, "index": "never"}.get(kind, False)


for batch in (False, True):
    migrate(f"render_item, batch {batch}", heard, render_item=render_item, render_as_batch=batch,
            compare_server_default=True)
migrate("render_item leaves out a column", heard,
        render_item=lambda kind, item, context: None if kind == "column" and item.name == "q" else False)
migrate("render_item leaves out constraints", heard,
        render_item=lambda kind, item, context: None if kind in ("unique", "check", "primary_key") else False)
migrate("render_item fails", heard, render_item=lambda kind, item, context: 1 / 0)
