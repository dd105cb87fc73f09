# file_names.sh -- names and places of new revision files: tokens, folders, time zones, slugs, several version locations.
new_project
setting() { # KEY VALUE: sets it in [alembic], or removes it when VALUE is empty
    sed -i "/^$1 *=/d" alembic.ini
    [ -z "$2" ] || sed -i "s|^script_location.*|&\n$1 = $2|" alembic.ini
}
dated() { sed -E 's/[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]+/NOW/; s/20[0-9]{2}([-_\/])[0-9]{1,2}([-_\/])[0-9]{1,2}/YYYY\1MM\2DD/; s#versions/20[0-9]{2}/[0-9]{2}\b#versions/YYYY/MM#; s/[0-9]{10}/EPOCH/; s/[0-9]{2}h[0-9]{2}m[0-9]{2}/TIME/'; }
run retort revision --rev-id a1 -m "plain"
setting file_template '%%(year)d_%%(month).2d_%%(day).2d_%%(hour).2dh%%(minute).2dm%%(second).2d-%%(rev)s_%%(slug)s'
run retort revision --rev-id a2 -m "with date" | dated
setting file_template '%%(epoch)s_%%(rev)s'
run retort revision --rev-id a3 -m "epoch" | dated
setting file_template '%%(slug)s-%%(rev)s'
run retort revision --rev-id a4 -m "slug first"
run retort revision --rev-id a5
setting file_template '%%(year)d'
run retort revision --rev-id a5b -m "one a year" | sed 's/20[0-9][0-9]/YYYY/'
run retort revision --rev-id a5c -m "and another" 2>&1 | sed 's/20[0-9][0-9]/YYYY/'
rm migrations/versions/20[0-9][0-9].py
setting file_template '%%(nothing)s'
run retort revision --rev-id bad -m "unknown token" 2>&1 | sed '/File "/,/^    /d'
setting file_template '%%(rev'
run retort revision --rev-id bad -m "broken token" 2>&1 | sed '/File "/,/^    /d'
setting file_template '%%(year)d/%%(month).2d/%%(day).2d_%%(rev)s_%%(slug)s'
run retort revision --rev-id a6 -m "into folders" 2>&1 | dated
setting recursive_version_locations yes
run retort heads
setting recursive_version_locations true
run retort revision --rev-id a6 -m "into folders" | dated
run retort heads
run retort revision --rev-id a7 -m "into folders again" | dated
run retort history
setting file_template ''
setting truncate_slug_length 8
run retort revision --rev-id a8 -m "a rather long message"
setting truncate_slug_length 100
run retort revision --rev-id a9 -m "a very long message that has far more than forty letters in it, commas, and (brackets)"
setting truncate_slug_length 3
run retort revision --rev-id b1 -m "oneverylongword"
run retort revision --rev-id b2 -m "__init__ / ../.. ünïcödé 한국어"
setting truncate_slug_length x
run retort revision --rev-id bad -m "no number" 2>&1 | tail -n 1
setting truncate_slug_length ''
for zone in UTC utc Asia/Seoul america/new_york Nowhere/At_All; do
    setting timezone "$zone"
    run retort revision --rev-id "z$(echo $zone | tr -dc 'A-Za-z')" -m "zone" 2>&1 | tail -n 2
    grep -h '^Create Date' "migrations/versions/z$(echo $zone | tr -dc 'A-Za-z')_zone.py" 2>/dev/null | dated | sed 's/-0[45]:00/-EST/'
done
setting timezone ''
sed -i "s/'a7'/'a5'/" migrations/versions/a8_*
echo "== several locations"
mkdir -p "other/with space"
setting recursive_version_locations ''
rm -r migrations/versions/20*/
setting version_locations "%(here)s/migrations/versions:%(here)s/other/with space:%(here)s/third"
setting path_separator os
run retort heads
run retort revision --rev-id c1 -m "next to its parent"
run retort revision --rev-id c2 -m "a root" --head base
run retort revision --rev-id c2 -m "a root" --head base --version-path "other/with space" --branch-label spaced
run retort revision --rev-id c3 -m "child goes there" --head spaced@head
run retort revision --rev-id c4 -m "moved" --head c3 --version-path "$PWD/migrations/versions"
run retort revision --rev-id c5 -m "made for it" --head base --version-path third
run retort revision --rev-id c6 -m "elsewhere" --head base --version-path fourth
run retort heads
rm migrations/versions/c4*
for pair in "; %(here)s/migrations/versions;%(here)s/other/with space" "space %(here)s/migrations/versions %(here)s/third" \
    "newline %(here)s/migrations/versions"; do
    setting path_separator "${pair%% *}"
    setting version_locations "${pair#* }"
    run retort heads
done
setting path_separator comma
run retort heads 2>&1 | tail -n 1
setting path_separator ''
setting version_path_separator :
setting version_locations "%(here)s/migrations/versions:%(here)s/third"
run retort heads 2>/dev/null
setting version_path_separator ''
setting version_locations "%(here)s/migrations/versions, %(here)s/third"
run retort heads 2>/dev/null
setting version_locations "%(here)s/migrations/versions %(here)s/third %(here)s/migrations/versions"
run retort heads 2>&1 | sed -n "1,2p;\$p"
