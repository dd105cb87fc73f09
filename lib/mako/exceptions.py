"""mako.exceptions"""


class MakoException(Exception):
    pass


class CompileException(MakoException):
    pass


class SyntaxException(MakoException):
    pass


class TemplateLookupException(MakoException):
    pass
