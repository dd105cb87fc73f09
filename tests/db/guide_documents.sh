# guide_documents.sh -- every command and every snippet of docs/guide.md and docs/guide.ko.md, read from the documents.
# Judged by its exit code.
works() {
    echo "\$ $1"
    eval "$1" >"$HOME/said" 2>&1 || { cat "$HOME/said"; echo "failed, but the guide says it works: $1"; exit 1; }
}
fails() {
    echo "\$ $1"
    if eval "$1" >"$HOME/said" 2>&1; then cat "$HOME/said"; echo "worked, but the guide says it fails: $1"; exit 1; fi
}
printed() {
    local line
    while IFS= read -r line; do
        grep -qxF -- "$line" "$HOME/said" || { cat "$HOME/said"; echo "the guide says that this is printed: $line"; exit 1; }
    done
}

diff <(perl "$TESTS/guide.pl" --code "$TOP/docs/guide.md") <(perl "$TESTS/guide.pl" --code "$TOP/docs/guide.ko.md") ||
    { echo "the two guides differ in their code"; exit 1; }

url=$DATABASE_URL
for guide in guide guide.ko; do
    echo "== docs/$guide.md"
    rows "DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS pgs_analysis CASCADE" >/dev/null 2>&1
    perl "$TESTS/guide.pl" "$TOP/docs/$guide.md" >"$HOME/$guide.sh" || exit 1
    DATABASE_URL=$url
    rm -rf backend
    dashboard_project
    . "$HOME/$guide.sh"
    cd ..
done
