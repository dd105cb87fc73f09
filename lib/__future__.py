"""Features of the future, all of them present."""

annotations = division = print_function = absolute_import = unicode_literals = None
generator_stop = with_statement = nested_scopes = generators = barry_as_FLUFL = None
