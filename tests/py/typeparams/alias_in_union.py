type Seconds = int
type Text = str | None
both = Seconds | None, None | Seconds, Seconds | str, list[Seconds] | Text
for one in both:
    print(one, type(one).__name__)
print(Seconds | None == None | Seconds, (Seconds | Seconds) is Seconds)
