# What else of flask and flask_sqlalchemy is read when models are imported.
from flask import Blueprint, Flask
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.model import DefaultMeta

db = SQLAlchemy()
pages = Blueprint("pages", __name__, cli_group=None)


@pages.cli.group()
def translate():
    """Commands of a group."""


@translate.command()
def update():
    return 1


class Refused(Exception):
    def __init__(self, message, code):
        self.code = code


@pages.errorhandler(Refused)
@pages.app_errorhandler(404)
def refuse(error):
    return "", 403


class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    posts = db.relationship("Post", backref=db.backref("user", lazy=True))


class Post(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    user_id = db.Column(db.ForeignKey("user.id"))


print(type(User).__name__, issubclass(DefaultMeta, type), update(), refuse(None), db.aliased.__name__, User.posts.property.key)


class Site(Flask):
    jinja_options = dict(Flask.jinja_options, trim_blocks=True)


print(Site.jinja_options, Flask.jinja_options)
# expect: DefaultMeta True 1 ('', 403) aliased posts
# expect: {'trim_blocks': True} {}
