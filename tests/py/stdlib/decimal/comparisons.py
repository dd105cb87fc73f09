from decimal import Decimal as D
pairs = [("1", "1.0"), ("1.0", "1"), ("-1", "-1.0"), ("2", "3"), ("-2", "3"), ("Infinity", "1"), ("-Infinity", "1"), ("0", "-0"), ("12.30", "12.3")]
for a, b in pairs:
    a, b = D(a), D(b)
    print(a, b, a.compare(b), a.compare_total(b), a.compare_total_mag(b), a.max(b), a.min(b), a.max_mag(b), a.min_mag(b), a.compare_signal(b))
print(D("3").next_plus(), D("3").next_minus(), D("3").next_toward(4), D("3").next_toward(2), D("1E+5").next_plus(), D("0").next_plus(), D("Infinity").next_minus())
