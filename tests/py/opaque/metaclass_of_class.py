# A metaclass that is made from one of a library that is not available makes classes as `type` does.
import wtforms_of_others.form


class Meta(wtforms_of_others.form.FormMeta):
    pass


class Form(wtforms_of_others.form.Form, metaclass=Meta):
    x = 1


class Plain(metaclass=Meta):
    y = 2


print(Form.x, Plain.y)
# expect: 1 2
