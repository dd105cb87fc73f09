# raise SystemExit with a number.
# exit: 7
print("before")
raise SystemExit(7)
