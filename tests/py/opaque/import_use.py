import fastapi
app = fastapi.FastAPI(title='x')
print(app)
# error: 3:1 ImportError: `fastapi.FastAPI()` comes from module 'fastapi'
