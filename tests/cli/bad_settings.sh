# bad_settings.sh -- the example dashboard with settings that are missing or wrong.
DATABASE_URL=postgresql+asyncpg://anna:secret@127.0.0.1:1/optimizer_dashboard
dashboard_project
echo "== no DATABASE_URL"
mv .env kept.env
run retort current
run retort upgrade head --sql
run retort heads
echo "== an empty one"
echo 'DATABASE_URL=' >.env
run retort current
echo "== not a URL"
echo 'DATABASE_URL=localhost:5432/dashboard' >.env
run retort current
echo "== a number that is none"
{ cat kept.env; echo 'POOL_SIZE=many'; } >.env
run retort current
echo "== nobody listens there; the password stays hidden"
cp kept.env .env
run retort current
run retort upgrade head
echo "== the environment wins over .env"
DATABASE_URL=postgresql+asyncpg://ben:secret@127.0.0.1:2/other run retort current
echo "== the settings module is missing"
rm app/core/config.py
run retort current
