# settings_places.sh -- where revisions are looked for: version_locations with each path_separator, folders below folders,
# prepend_sys_path, packages. Alembic plays it too.
rev() { # FILE ID DOWN|-
    local down="'$3'"
    [ "$3" != - ] || down=None
    printf '"""%s"""\nrevision = "%s"\ndown_revision = %s\n\ndef upgrade(): pass\ndef downgrade(): pass\n' "$2" "$2" "$down" | put "$1"
}
several() {
    fresh "$1"
    rev migrations/versions/m1.py m1 -
    rev one/o1.py o1 -
    rev "two words/t1.py" t1 -
    rev three,commas/c1.py c1 -
    rev "four:colon/q1.py" q1 -
    setting path_separator
}
heads() { played alembic heads; }

several "version_locations: each separator"
for separator in os : ';' space newline; do
    case $separator in
    os | :) s=: ;;
    space) s=' ' ;;
    newline) s=$'\n    ' ;;
    *) s=$separator ;;
    esac
    setting path_separator "$separator"
    for list in "%(here)s/one${s}%(here)s/migrations/versions" "%(here)s/one" "one${s}three,commas" "one${s}two words" "one ${s} three,commas" \
        "${s}one${s}${s}three,commas${s}" "one${s}nowhere${s}three,commas" "four:colon${s}one" "./one${s}three,commas/../one/" ; do
        setting version_locations "$list"
        echo "# $separator: ${list//$'\n'/\\n}"
        heads
    done
done
several "version_locations: without a separator, the old ways"
for list in "one three,commas" "one, two" "one migrations/versions" "one,migrations/versions" "one   migrations/versions" "one
    migrations/versions"; do
    setting version_locations "$list"
    echo "# ${list//$'\n'/\\n}"
    heads
done
for separator in : ';' os space; do
    setting version_path_separator "$separator"
    for list in "one:three,commas" "one;three,commas" "one three,commas"; do
        setting version_locations "$list"
        echo "# $separator: $list"
        case $separator$list in
        [!:o]*:* | o*:*) [ "$separator" = os ] && heads ;; # a colon that separates nothing is one of PACKAGE:FOLDER
        *) heads ;;
        esac
    done
done
setting path_separator ':'
heads
setting version_locations "one:migrations/versions"
heads
setting version_path_separator nonsense
heads
setting version_path_separator
for separator in comma ' ' '' 'OS' '::' ','; do
    setting path_separator "$separator"
    echo "# '$separator'"
    our_way "\`-c\` twice of one kind, bad configuration values" heads
done
setting version_locations
heads
several "several locations: where new revisions go"
setting path_separator os
setting version_locations "%(here)s/migrations/versions:one:two words:new/folder"
revise() { played alembic revision -m x "$@"; }
revise --rev-id r1
revise --rev-id r2 --head o1
revise --rev-id r3 --head t1
revise --rev-id r4 --head base
revise --rev-id r5 --head base --version-path one
revise --rev-id r6 --head base --version-path ./one/
revise --rev-id r7 --head base --version-path "$PWD/one"
revise --rev-id r8 --head base --version-path new/folder
revise --rev-id r9 --head base --version-path new
revise --rev-id r10 --head base --version-path migrations/versions/
revise --rev-id r11 --head r2 --version-path "two words"
(mkdir -p elsewhere && cd elsewhere && played alembic -c ../alembic.ini revision -m x --rev-id r12 --head base --version-path ../one)
(cd elsewhere && played alembic -c ../alembic.ini revision -m x --rev-id r13 --head base --version-path "$HOME/one")
(cd elsewhere && played alembic -c ../alembic.ini heads)
setting version_locations "%(here)s/migrations/versions:%(here)s/one"
(cd elsewhere && played alembic -c ../alembic.ini heads)
(cd elsewhere && our_way "\`--version-path\`" played alembic -c ../alembic.ini revision -m x --rev-id r14 --head base --version-path "$HOME/one")
played alembic merge -m x --rev-id r15 m1 o1
played alembic merge -m x --rev-id r16 heads
several "files below folders"
setting path_separator os
rev migrations/versions/2023/a1.py a1 m1
rev migrations/versions/2023/deep/er/a2.py a2 a1
rev migrations/versions/.hidden/a3.py a3 a2
rev migrations/versions/__pycache__/a4.py a4 a2
rev migrations/versions/__init__.py a5 a2
rev migrations/versions/.#a6.py a6 a2
rev migrations/versions/a7.txt a7 a2
rev migrations/versions/.a8.py a8 a2
rev migrations/versions/a9.pyc a9 a2
rev migrations/versions/folder.py/a10.py a10 a2
ln -s ../../one migrations/versions/linked
for value in '' true false yes True 1; do
    setting recursive_version_locations "$value"
    echo "# '$value'"
    heads
done
setting recursive_version_locations true
rm migrations/versions/.a8.py
played alembic history
setting version_locations "%(here)s/migrations/versions:%(here)s/one"
heads
revise --rev-id r1 --head a2
revise --rev-id r2 --head o1
several "names of packages"
mkdir -p library/shop/db/versions
touch library/shop/__init__.py library/shop/db/__init__.py
cp migrations/env.py migrations/script.py.mako library/shop/db/
rev library/shop/db/versions/p1.py p1 -
setting script_location shop:db
sed -i 's/^script_location.*/script_location = shop:db/' alembic.ini
for list in library %\(here\)s/library ".:library" "nowhere:library" "library " ; do
    sed -i '/^prepend_sys_path/d; /^path_separator/d; s/^script_location.*/&\nprepend_sys_path = '"${list//\//\\/}"'\npath_separator = os/' alembic.ini
    echo "# $list"
    heads
    played alembic current
done
sed -i 's/^script_location.*/script_location = %(here)s\/migrations/' alembic.ini
setting version_locations "shop:db/versions"
heads
setting path_separator ';'
heads
setting version_locations "shop:db/versions;%(here)s/one"
heads
several "prepend_sys_path"
put a/found.py <<<'print("a")'
put b/found.py <<<'print("b")'
put "c d/found.py" <<<'print("c d")'
sed -i '1i import found' migrations/env.py
for pair in "os a:b" "os b:a" ": b:a" "; b;a" "space b a" "os c d:a" "space c d" "newline c d" "os %(here)s/b" "os  b : a " "os nowhere:a" "os :b"; do
    setting path_separator "${pair%% *}"
    setting prepend_sys_path "${pair#* }"
    echo "# $pair"
    case $pair in
    "space c d") our_way "unknown third-party imports" played alembic current ;;
    *) played alembic current ;;
    esac
done
setting path_separator
for list in "a b" "a, b" "b:a" "b a" "nowhere,a" "c d"; do
    setting prepend_sys_path "$list"
    echo "# $list"
    case $list in
    "c d") our_way "unknown third-party imports" played alembic current ;;
    *) played alembic current ;;
    esac
done
