[tool.alembic]

# The folder with env.py, script.py.mako and versions/. %(here)s is the folder of this file.
script_location = "${script_location}"

# Names of new revision files; the default is %%(rev)s_%%(slug)s. Tokens: rev slug epoch year month day
# hour minute second. With date and time in front:
# file_template = "%%(year)d_%%(month).2d_%%(day).2d_%%(hour).2d%%(minute).2d-%%(rev)s_%%(slug)s"
# In folders by date (set recursive_version_locations = true as well):
# file_template = "%%(year)d/%%(month).2d/%%(day).2d_%%(hour).2d%%(minute).2d_%%(second).2d_%%(rev)s_%%(slug)s"

# Folders that env.py and the revisions may import from.
prepend_sys_path = [
    "."
]

# Time zone of the creation date in new files and their names, e.g. "UTC" or "Asia/Seoul"; without: local time.
# timezone = "UTC"

# How long the slug of a file name may be.
# truncate_slug_length = 40

# true: `revision` runs env.py even without --autogenerate.
# revision_environment = false

# true: revisions that exist as byte code only count too (refused by retort, which runs no byte code).
# sourceless = false

# Folders of revision files; the default is <script_location>/versions. With several of them,
# `revision --version-path` says where the first revision of a branch goes.
# version_locations = [
#     "%(here)s/alembic/versions",
#     "%(here)s/foo/bar"
# ]

# true: look for revision files in the folders below the version locations too.
# recursive_version_locations = false

# Encoding of new revision files.
# output_encoding = "utf-8"

# Programs to run on every revision file that was just written; REVISION_SCRIPT_FILENAME is its path.
# A program that a Python package installs:
# [[tool.alembic.post_write_hooks]]
# name = "black"
# type = "console_scripts"
# entrypoint = "black"
# options = "-l 79 REVISION_SCRIPT_FILENAME"
#
# python -m MODULE:
# [[tool.alembic.post_write_hooks]]
# name = "ruff"
# type = "module"
# module = "ruff"
# options = "check --fix REVISION_SCRIPT_FILENAME"
#
# Any program on the PATH:
# [[tool.alembic.post_write_hooks]]
# name = "ruff"
# type = "exec"
# executable = "ruff"
# options = "check --fix REVISION_SCRIPT_FILENAME"
