import glob
print(glob.escape("a[b]*?"), glob.has_magic("a*"), glob.has_magic("a"), glob.glob("/none/of/this/*"))
