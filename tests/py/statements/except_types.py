# What an except clause may name.
for clause in ["5", "'x'", "(ValueError, 5)", "[ValueError]", "None", "int", "()", "(KeyError, (TypeError, ValueError))", "ValueError()", "object"]:
    try:
        try:
            raise ValueError("v")
        except eval(clause):
            print(clause, "caught")
    except Exception as e:
        print(clause, type(e).__name__, e)
