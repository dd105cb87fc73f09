import base64
data = bytes(range(100))
print(base64.encodebytes(data))
print(base64.decodebytes(base64.encodebytes(data)) == data)
