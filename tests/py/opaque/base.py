import django
class A(django.Model):
    def __init__(self, x):
        super().__init__(x, k=1)
        self.x = x
a = A(3)
print(a.x, A.__name__, A.__mro__[1].__name__)
print(a.save())
# error: 8:1 ImportError: `django.Model.save()` comes from module 'django'
