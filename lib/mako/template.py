"""mako.template.Template over the templates of this program."""

import _mako


class Template:
    def __init__(self, text=None, filename=None):
        if text is None:
            with open(filename, encoding="utf-8") as file:
                text = file.read()
        self.source = text
        self.filename = filename

    def render(self, **names):
        return _mako.render(self.filename or "<template>", self.source, names)

    render_unicode = render
