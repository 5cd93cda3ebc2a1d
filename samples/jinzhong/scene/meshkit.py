# SPDX-License-Identifier: MIT
"""Small geometry kit: deterministic noise, surface nets, lathes, mesh objects."""
import math

import bpy
import numpy as np


class Rng:
    """A tiny deterministic generator, the same on every platform."""

    def __init__(self, seed):
        self.x = (seed * 2654435761 + 12345) & 0xFFFFFFFF
        for _ in range(4):
            self.u()

    def u(self):
        self.x = (self.x * 1664525 + 1013904223) & 0xFFFFFFFF
        return ((self.x >> 8) & 0xFFFFFF) / float(1 << 24)

    def s(self):
        return 2 * self.u() - 1


def sines(P, k, n=6):
    """Smooth noise of about unit wavelength 2*pi: a sum of plane waves."""
    if isinstance(k, int):
        k = Rng(k)
    out = np.zeros(P.shape[:-1])
    for _ in range(n):
        a, z, ph, fr = 2 * math.pi * k.u(), k.s(), 2 * math.pi * k.u(), .6 + .9 * k.u()
        q = math.sqrt(1 - z * z)
        d = np.array((q * math.cos(a), q * math.sin(a), z)) * fr
        out += np.sin(P @ d + ph + 1.3 * np.sin(P @ d[[1, 2, 0]] * .7 + ph * 2))
    return out / math.sqrt(n)


def rot(axis, deg):
    a = math.radians(deg)
    c, s = math.cos(a), math.sin(a)
    if axis == "x":
        return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    if axis == "y":
        return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


# ------------------------------------------------------ signed distances

def smin(a, b, k):
    h = np.clip(.5 + .5 * (b - a) / k, 0, 1)
    return b * (1 - h) + a * h - k * h * (1 - h)


def smax(a, b, k):
    return -smin(-a, -b, k)


def cone(P, a, b, ra, rb):
    """A capsule whose radius runs from ra to rb."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    d = b - a
    t = np.clip(((P - a) @ d) / (d @ d), 0, 1)
    return np.linalg.norm(P - a - t[..., None] * d, axis=-1) - (ra + (rb - ra) * t)


def ellipsoid(P, c, r, R=None):
    q = P - np.asarray(c, float)
    if R is not None:
        q = q @ R
    r = np.asarray(r, float)
    k0 = np.linalg.norm(q / r, axis=-1)
    k1 = np.linalg.norm(q / (r * r), axis=-1) + 1e-9
    return k0 * (k0 - 1) / k1


def surface(fn, lo, hi, h):
    """Naive surface nets of fn(P) < 0 on a grid of step h: (verts, quads)."""
    lo, hi = np.asarray(lo, float), np.asarray(hi, float)
    n = np.ceil((hi - lo) / h).astype(int) + 1
    ax = [lo[i] + h * np.arange(n[i]) for i in range(3)]
    F = np.empty(n)
    for i in range(n[0]):
        Y, Z = np.meshgrid(ax[1], ax[2], indexing="ij")
        P = np.stack([np.full_like(Y, ax[0][i]), Y, Z], -1)
        F[i] = fn(P)
    S = F < 0
    sh = tuple(n - 1)
    corner = [(i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1)]

    def at(A, c):
        return A[c[0]:sh[0] + c[0], c[1]:sh[1] + c[1], c[2]:sh[2] + c[2]]
    cnt = sum(at(S, c).astype(np.int8) for c in corner)
    act = (cnt > 0) & (cnt < 8)
    ids = np.full(sh, -1, np.int64)
    ids[act] = np.arange(act.sum())
    vals = {c: at(F, c)[act] for c in corner}
    acc = np.zeros((act.sum(), 3))
    num = np.zeros(act.sum())
    for c in corner:
        for d in range(3):
            if c[d]:
                continue
            e = list(c)
            e[d] = 1
            a, b = vals[c], vals[tuple(e)]
            x = (a < 0) != (b < 0)
            t = np.where(x, a / np.where(x, a - b, 1), 0)
            p = np.tile(np.array(c, float), (len(a), 1))
            p[:, d] = t
            acc += p * x[:, None]
            num += x
    V = (np.argwhere(act) + acc / num[:, None]) * h + lo
    Q = []
    for d in range(3):
        u, v = (d + 1) % 3, (d + 2) % 3
        sl0 = [slice(None)] * 3
        sl1 = [slice(None)] * 3
        sl0[d], sl1[d] = slice(0, -1), slice(1, None)
        s0, s1 = S[tuple(sl0)], S[tuple(sl1)]
        x = np.argwhere(s0 != s1)
        inside = s0[tuple(x.T)]
        ok = (x[:, u] > 0) & (x[:, v] > 0) & (x[:, u] < n[u] - 1) & (x[:, v] < n[v] - 1)
        x, inside = x[ok], inside[ok]
        eu, ev = np.zeros(3, int), np.zeros(3, int)
        eu[u] = 1
        ev[v] = 1
        q = np.stack([ids[tuple((x - eu - ev).T)], ids[tuple((x - ev).T)], ids[tuple(x.T)], ids[tuple((x - eu).T)]], -1)
        q[~inside] = q[~inside][:, ::-1]
        Q.append(q)
    return V, np.concatenate(Q)


def drop_faces(V, Q, keep_v):
    """Keep the faces all of whose corners are kept; renumber."""
    Q = np.asarray(Q)
    Q = Q[keep_v[Q].all(1)]
    used = np.zeros(len(V), bool)
    used[Q.ravel()] = True
    new = np.cumsum(used) - 1
    return V[used], new[Q], used


def biggest_piece(V, Q):
    """Only the largest connected piece (cutting may leave crumbs)."""
    lab = np.arange(len(V))
    while True:
        m = lab[Q].min(1)
        new = lab.copy()
        for c in range(Q.shape[1]):
            np.minimum.at(new, Q[:, c], m)
        new = new[new]
        if (new == lab).all():
            break
        lab = new
    val, cnt = np.unique(lab, return_counts=True)
    return drop_faces(V, Q, lab == val[cnt.argmax()])


def grid_faces(n, m, wrap=False):
    idx = np.arange(n * m).reshape(n, m)
    if wrap:
        nxt = np.roll(idx, -1, axis=0)
        return np.stack([idx[:, :-1], nxt[:, :-1], nxt[:, 1:], idx[:, 1:]], -1).reshape(-1, 4)
    return np.stack([idx[:-1, :-1], idx[1:, :-1], idx[1:, 1:], idx[:-1, 1:]], -1).reshape(-1, 4)


def lathe(profile, n):
    """Revolve (radius, z) points round z, rounded a little by subdivision."""
    p = np.array(profile, float)
    for _ in range(2):                       # corner cutting keeps the ends
        q = [p[0]]
        for a, b in zip(p[:-1], p[1:]):
            q += [a * .75 + b * .25, a * .25 + b * .75]
        p = np.array(q + [p[-1]])
    t = 2 * np.pi * np.arange(n) / n
    V = np.stack([p[None, :, 0] * np.cos(t)[:, None], p[None, :, 0] * np.sin(t)[:, None],
                  np.repeat(p[None, :, 1], n, 0)], -1).reshape(-1, 3)
    return V, grid_faces(n, len(p), wrap=True)


def blur(A, n, axis):
    """A few passes of a 1-2-1 filter, ends held."""
    for _ in range(n):
        p = np.concatenate([A.take([0], axis), A, A.take([-1], axis)], axis)
        m = A.shape[axis]
        A = (p.take(range(m), axis) + 2 * p.take(range(1, m + 1), axis) + p.take(range(2, m + 2), axis)) / 4
    return A


def add_mesh(name, V, F, mat=None, smooth=True, color=None, link=True):
    me = bpy.data.meshes.new(name)
    V = np.asarray(V, float)
    me.from_pydata(V.tolist(), [], [tuple(int(i) for i in f) for f in F])
    if color is not None:
        at = me.color_attributes.new("Col", "FLOAT_COLOR", "POINT")
        c = np.ones((len(V), 4), np.float32)
        c[:, :np.shape(color)[1]] = color
        at.data.foreach_set("color", c.ravel())
    me.polygons.foreach_set("use_smooth", [smooth] * len(me.polygons))
    me.update()
    o = bpy.data.objects.new(name, me)
    if mat:
        me.materials.append(mat)
    if link:
        bpy.context.collection.objects.link(o)
    return o
