import a1, json
json.dumps({'a': a1.x})
# error: 2:1 ImportError: `a1.x` comes from module 'a1'
