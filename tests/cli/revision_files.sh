# revision_files.sh -- new revision files: names, templates, heads, labels, dependencies, paths.
new_project
last() { ls -t migrations/versions/*.py | head -n 1 | xargs cat | masked; }
run retort revision --rev-id a1 -m "Create account table"
last
run retort revision --rev-id b2 -m "It's \"quoted\", with ümläuts — and far too many words for the name of a file"
last
run retort revision --rev-id c3
run retort revision --rev-id d4 --head a1 -m "left"
run retort revision --rev-id d4 --head a1 --splice -m "left" --branch-label aside --depends-on c3
last
run retort revision --rev-id e5 -m "which head?"
run retort revision --rev-id e5 -m "a new root" --head base --branch-label root
run retort merge heads --rev-id f6 -m "together"
last
run retort merge a1 f6 --rev-id g7
run retort revision --rev-id h8 -m "elsewhere" --version-path migrations/other
run retort heads
run retort history
sed -i 's|^path_separator.*|&\nfile_template = %%(year)d_%%(month).2d-%%(rev)s.%%(slug)s\ntruncate_slug_length = 12|' alembic.ini
run retort revision --rev-id i9 --head f6 -m "The shape of names" | masked | sed -E 's/[0-9]{4}_[0-9]{2}-/YYYY_MM-/'
ls migrations/versions | grep i9 | sed -E 's/[0-9]{4}_[0-9]{2}-/YYYY_MM-/'
echo '${message} ${nothing.at_all}' >migrations/script.py.mako
run retort revision --rev-id j1 --head i9 -m "a broken template"
rm migrations/script.py.mako
run retort revision --rev-id j1 --head i9 -m "no template"
ls migrations/versions | grep j1 || echo "no file"
