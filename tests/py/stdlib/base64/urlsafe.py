import base64
print(base64.urlsafe_b64encode(b"\xfb\xef\xff"), base64.urlsafe_b64decode("--__"), base64.standard_b64encode(b"x"))
