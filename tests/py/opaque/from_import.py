from celery import Celery
c = Celery('a', broker='b')
c.conf.update(x=1)
c.conf.x = 5
c.conf['y'] = 3

print('loaded')
