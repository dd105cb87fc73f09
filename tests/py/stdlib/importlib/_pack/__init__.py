inside = (__spec__.name, __spec__.parent, len(__spec__.submodule_search_locations))
