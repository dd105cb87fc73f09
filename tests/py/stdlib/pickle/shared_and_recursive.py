import pickle, io
for p in (0, 1, 2, 4, 5):
    a = [1]; x = pickle.loads(pickle.dumps([a, a], p)); print(p, x[0] is x[1])
    l = []; l.append(l); y = pickle.loads(pickle.dumps(l, p)); print(y[0] is y)
    d = {}; d["d"] = d; y = pickle.loads(pickle.dumps(d, p)); print(y["d"] is y)
    t = ([],); t[0].append(t); y = pickle.loads(pickle.dumps(t, p)); print(y[0][0] is y)
out = io.BytesIO(); p = pickle.Pickler(out, 2); s = ["s"]; p.dump(s); p.dump(s); out.seek(0); u = pickle.Unpickler(out); print(u.load(), u.load())
big = {i: str(i) for i in range(3000)}; print(pickle.loads(pickle.dumps(big)) == big, pickle.loads(pickle.dumps(list(range(2500)), 1)) == list(range(2500)))
