import stat
for mode in (0o100644, 0o40755, 0o120777, 0o104755, 0o102644, 0o41777, 0o41776, 0o20620, 0o60660, 0o10644, 0o140755, 0):
    print(oct(mode), stat.filemode(mode), oct(stat.S_IFMT(mode)), oct(stat.S_IMODE(mode)),
          [n for n in ("S_ISDIR", "S_ISREG", "S_ISLNK", "S_ISCHR", "S_ISBLK", "S_ISFIFO", "S_ISSOCK") if getattr(stat, n)(mode)])
print(oct(stat.S_IRWXU | stat.S_IRGRP | stat.S_IXOTH), stat.ST_MODE, stat.ST_CTIME, stat.S_IREAD == stat.S_IRUSR)
