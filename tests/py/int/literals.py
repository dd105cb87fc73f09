# Integer literals in all bases, with underscores.
print(0xff, 0XFF, 0b101, 0B1, 0o17, 0O7, 1_000_000, 0x_f, 0b_1, 0, 00, 0_0, 1_2_3, 0xdead_beef, 99999999999999999999999)
