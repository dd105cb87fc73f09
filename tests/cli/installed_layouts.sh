# Projects that people install before they run Alembic: src layout, a configuration below the root, PYTHONPATH, and
# Flask-Migrate with its folder and its application.

revision() { # FILE
    cat >"$1" <<'EOF'
"""first"""
revision = "a1"
down_revision = None
import sqlalchemy as sa
from alembic import op


def upgrade():
    op.create_table("note", sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table("note")
EOF
}

env() { # MODULE
    cat <<EOF
from sqlalchemy import create_engine
from alembic import context
from $1 import URL, metadata

with create_engine(URL).connect() as connection:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()
EOF
}

models='import sqlalchemy as sa
URL = "sqlite:///note.db"
metadata = sa.MetaData()
note = sa.Table("note", metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.Text))'

mkdir -p src/app/src/shop/db/migrations/versions && cd src/app || exit 1
printf '[project]\nname = "shop"\n' >pyproject.toml
touch src/shop/__init__.py
echo "$models" >src/shop/models.py
env shop.models >src/shop/db/migrations/env.py
revision src/shop/db/migrations/versions/a1.py
printf '[alembic]\nscript_location = %%(here)s/migrations\n' >src/shop/db/alembic.ini

echo "# the package is below src, the configuration inside of it"
run retort -q -c src/shop/db/alembic.ini upgrade head
run_stdout retort -c src/shop/db/alembic.ini check

echo "# a folder that is no package does not hide what is not there"
mkdir shopping
echo "import shopping" >>src/shop/models.py
run_stdout retort -c src/shop/db/alembic.ini check

echo "# PYTHONPATH"
mkdir ../lib
echo "$models" >../lib/elsewhere.py
env elsewhere >src/shop/db/migrations/env.py
PYTHONPATH=../lib run_stdout retort -c src/shop/db/alembic.ini check

echo "# Flask-Migrate: the folder migrations, and an ini that does not say where the scripts are"
mkdir -p ../../site/migrations/versions && cd ../../site || exit 1
printf '[alembic]\n' >migrations/alembic.ini
revision migrations/versions/a1.py
cat >migrations/env.py <<'EOF'
from alembic import context
from flask import current_app

migrate = current_app.extensions["migrate"]
context.config.set_main_option("sqlalchemy.url", str(migrate.db.engine.url).replace("%", "%%"))
current_app.logger.info("migrating")
with migrate.db.engine.connect() as connection:
    context.configure(connection=connection, target_metadata=migrate.db.metadatas[None], **migrate.configure_args)
    with context.begin_transaction():
        context.run_migrations()
EOF
cat >shop.py <<'EOF'
import os

from flask import Blueprint, Flask, jsonify
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

db, migrate, pages = SQLAlchemy(), Migrate(), Blueprint("pages", __name__)


class Config:
    SQLALCHEMY_DATABASE_URI = "sqlite:///" + os.path.join(os.getcwd(), "site.db")


class Note(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    text = db.Column(db.Text)


@pages.route("/notes")
def notes():
    return jsonify([])


def create_app(config=Config):
    app = Flask(__name__)
    app.config.from_object(config)
    db.init_app(app)
    migrate.init_app(app, db)
    app.register_blueprint(pages)

    @app.errorhandler(404)
    def missing(error):
        return "", 404

    return app
EOF
run retort -q upgrade head
printf 'FLASK_APP=shop\n' >.flaskenv
run retort -q upgrade head
run_stdout retort check
FLASK_APP='shop:create_app("shop.Config")' run_stdout retort check
FLASK_APP=shop:nothing run retort -q current

echo "# Flask-Migrate's ini is read one folder up, whatever script_location says"
printf '[alembic]\nscript_location = .\n' >migrations/alembic.ini
run_stdout retort current
run_stdout retort -c migrations/alembic.ini check

echo "# scripts in a package of the project, below a folder that is no package"
mkdir -p ../space/shop/server/migrations/versions && cd ../space || exit 1
touch setup.py shop/server/__init__.py
echo "$models" >shop/server/models.py
env shop.server.models >shop/server/migrations/env.py
revision shop/server/migrations/versions/a1.py
printf '[alembic]\nscript_location = shop.server:migrations\n' >alembic.ini
run retort -q upgrade head
run_stdout retort check
