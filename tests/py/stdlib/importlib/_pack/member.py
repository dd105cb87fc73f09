inside = (__spec__.name, __spec__.parent, __spec__.submodule_search_locations)
