# A JSON column rewritten: nested keys renamed, defaults added, order kept.
import json

ROWS = ['{"theme": "dark", "notify": {"email": true, "sms": null}}', '{"theme": "light"}', "{}", 'null', '[1, 2]', '{"notify": {"email": false}, "extra": [1.5, "x"]}']


def upgrade(settings):
    if not isinstance(settings, dict):
        return settings
    out = dict(settings)
    if "theme" in out:
        out["appearance"] = {"mode": out.pop("theme")}
    notify = out.setdefault("notify", {})
    out["notify"] = {("mail" if k == "email" else k): bool(v) for k, v in notify.items()}
    return out


for text in ROWS:
    print(json.dumps(upgrade(json.loads(text)), sort_keys=True))
    print(json.dumps(upgrade(json.loads(text)), indent=2, separators=(",", ": "), ensure_ascii=False).replace("\n", "~"))
