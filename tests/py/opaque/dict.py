from celery import Celery

app = Celery(__name__)
app.__dict__["Task"] = object
print("loaded")
# expect: loaded
