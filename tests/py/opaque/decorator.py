from celery import shared_task
@shared_task(bind=True)
def f(x): return x+1
@shared_task
def g(x): return x+2
print(f(1), g(1))
