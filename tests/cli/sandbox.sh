# sandbox.sh -- what scripts may touch: one table for open, pathlib, os, shutil, subprocess, socket and tempfile.
mkdir -p project outside
cd project || exit
echo data >f.txt
echo secret >../outside/s.txt
ln -s ../outside/s.txt link
ln -s ../outside folder
put doors.py <<'PY'
import glob, os, pathlib, shutil, socket, subprocess, tempfile


def door(name, use):
    try:
        result = use()
        print(f"{name}: {result if isinstance(result, (str, int)) else 'ok'}".strip())
    except PermissionError as e:
        print(f"{name}: {e}")


P = pathlib.Path
door("own file", lambda: open("f.txt").read())
door("..", lambda: open("../outside/s.txt").read())
door("link out", lambda: open("link").read())
door("folder out", lambda: P("folder/s.txt").read_text())
door("/proc", lambda: open("/proc/self/environ").read())
door("/etc", lambda: os.listdir("/etc"))
door("walk", lambda: list(os.walk("/etc")))
door("glob", lambda: glob.glob("/etc/pass*"))
door("Path.glob", lambda: list(P("/etc").glob("pass*")))
door("chdir", lambda: os.chdir("/"))
door("os.open", lambda: os.open("/etc/passwd", os.O_RDONLY))
door("open w", lambda: open("w.txt", "w").close())
door("open r+", lambda: open("f.txt", "r+").close())
door("Path.write", lambda: P("p.txt").write_text("x"))
door("mkdir", lambda: P("d").mkdir())
door("symlink", lambda: P("s").symlink_to("f.txt"))
door("chmod", lambda: os.chmod("f.txt", 0o644))
door("copy", lambda: shutil.copy("f.txt", "c.txt") and "ok")
door("tempfile", lambda: os.rmdir(tempfile.mkdtemp()))
door("remove", lambda: P("w.txt").unlink())
door("run", lambda: subprocess.run(["true"]).returncode)
door("system", lambda: os.system("true"))
door("popen", lambda: os.popen("echo hi").read())
door("socket", lambda: socket.socket().close())
door("resolve", lambda: socket.getaddrinfo("localhost", 80) and "ok")
os.environ["OWN"] = "for this run"
door("environ", lambda: os.environ["OWN"])
door("child", lambda: subprocess.run("echo $OWN", shell=True, capture_output=True, text=True).stdout)
PY
echo "== nothing allowed"
run retort run doors.py
ls
echo "== read-anywhere"
sed '/^door("\/proc/d; /^door("walk/d; /^door("chdir/d' doors.py >reads.py
run_stdout retort --allow read-anywhere run reads.py | sed -n '/^own/,/^open w/p'
echo "== write"
run_stdout retort --allow write run doors.py | sed -n '/^open w/,/^remove/p'
rm -rf w.txt p.txt d s c.txt
echo "== run"
run_stdout retort --allow run run doors.py | sed -n '/^run/,$p'
echo "== the ini twin"
cd ..
new_project
sed -i '1i open("made.txt", "w").close()' migrations/env.py
run retort current
sed -i 's/^script_location.*/&\nallow = write, run/' alembic.ini
run retort current
ls made.txt
echo "== a door that does not exist"
run retort --allow everything current
