from baseframe import _, __

title = __("Title")
print(title is not None, _ is not __)
# expect: True True
