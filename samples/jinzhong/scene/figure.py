# SPDX-License-Identifier: MIT
"""A worker in coat, apron, cap, mask and gloves, bent over the table.

The worker's own frame: feet at the origin, x to the right hand, y forward,
z up; metres.  Bodies are signed distances; the coat is simulated as cloth.
"""
import hashlib
import inspect
import json
import math
import os

import bpy
import numpy as np

import shading
from meshkit import (Rng, add_mesh, biggest_piece, blur, cone, drop_faces, ellipsoid, grid_faces, rot, sines,
                     smax, smin, surface)

FRAMES = 42


def unit(a):
    a = np.asarray(a, float)
    return a / np.linalg.norm(a)


class Body:
    def __init__(self, p):
        L = p["lean"]
        self.p = p
        self.pelvis = np.array((0, 0.0, .93))
        self.waist = np.array((0, .02 + .10 * L, 1.04))
        self.chest = np.array((0, .03 + .60 * L, 1.21))
        self.neck = np.array((0, .045 + 1.00 * L, 1.385))
        sh = .04 + .88 * L
        self.S = [np.array((-.175, sh, 1.335)), np.array((.175, sh, 1.335))]
        self.W, self.E, self.Hd = [], [], []
        for i, key in enumerate(("l", "r")):
            d = unit(p["point_" + key])
            hand = np.array(p["hand_" + key], float)
            W = hand - d * .09                    # the wrist, behind the palm's middle
            S = self.S[i]
            l1, l2 = .275, .245
            v = W - S
            D = np.linalg.norm(v)
            if D > .985 * (l1 + l2):
                W = S + v * (.985 * (l1 + l2) / D)
                v = W - S
                D = np.linalg.norm(v)
            a = (l1 * l1 - l2 * l2 + D * D) / (2 * D)
            h = math.sqrt(max(l1 * l1 - a * a, 0))
            pole = np.array((-.48 if i == 0 else .48, -.55, -.60))
            u = unit(v)
            pole = unit(pole - (pole @ u) * u)
            self.E.append(S + u * a + pole * h)
            self.W.append(W)
            self.Hd.append(d)

    def torso(self, P, o=0.0):
        lean = math.degrees(math.atan2(self.chest[1] - self.waist[1], self.chest[2] - self.waist[2]))
        R = rot("x", -lean)
        d = ellipsoid(P, self.pelvis + (0, -.015, -.04), (.170 + o, .125 + o, .17 + o))
        d = smin(d, ellipsoid(P, self.waist, (.140 + o, .105 + o, .15 + o)), .07)
        d = smin(d, ellipsoid(P, self.chest, (.158 + o, .118 + o, .175 + o), R), .07)
        for s in (-1, 1):
            d = smin(d, ellipsoid(P, self.chest + R @ np.array((s * .065, .075, -.01)), (.062 + o, .055 + o, .062 + o)), .05)
        d = smin(d, cone(P, self.S[0] * (.75, 1, 1) + (0, 0, .005), self.S[1] * (.75, 1, 1) + (0, 0, .005), .062 + o, .062 + o), .06)
        d = smin(d, cone(P, self.neck + (0, -.03, -.05), self.neck + (0, .0, .03), .07 + o, .052 + o), .05)
        return d

    def arm(self, P, i, o=0.0, wrist=.030):
        d = cone(P, self.S[i], self.E[i], .056 + o, .043 + o)
        return smin(d, cone(P, self.E[i], self.W[i], .042 + o, wrist + o), .02)

    def body(self, P):
        d = self.torso(P)
        for i in (0, 1):
            d = smin(d, self.arm(P, i), .035)
        # legs, for the skirt of the coat to fall on
        for s in (-1, 1):
            d = smin(d, cone(P, (s * .085, -.01, .88), (s * .09, .0, .45), .085, .065), .05)
        return d

    def coat(self, P):
        d = self.torso(P, .016)
        for i in (0, 1):
            d = smin(d, cone(P, self.S[i], self.E[i], .064, .050), .05)
            d = smin(d, cone(P, self.E[i], self.W[i], .050, .033), .02)
        d = smin(d, cone(P, (0, -.01, .90), (0, .01, .55), .195, .235) * 1.0, .08)
        return d


# ------------------------------------------------------------------ the coat

def simulate(V, Q, pin, BV, BQ, k):
    """Let the coat, cut a little too large, settle on the body."""
    sc = bpy.context.scene
    body = add_mesh("sim_body", BV, BQ)
    c = body.modifiers.new("col", "COLLISION")
    body.collision.thickness_outer = .003
    body.collision.cloth_friction = 8
    coat = add_mesh("sim_coat", V + .0015 * np.stack([sines(V * 40, k, 5) for _ in range(3)], -1), Q)
    g = coat.vertex_groups.new(name="pin")
    for i in np.nonzero(pin)[0]:
        g.add([int(i)], 1.0, "ADD")
    m = coat.modifiers.new("cloth", "CLOTH")
    s = m.settings
    s.quality = 7
    s.mass = .30
    s.tension_stiffness = s.compression_stiffness = 18
    s.shear_stiffness = 6
    s.bending_stiffness = .06
    s.tension_damping = s.compression_damping = 5
    s.air_damping = 1
    s.shrink_min = -.05
    s.vertex_group_mass = "pin"
    m.collision_settings.distance_min = .003
    m.collision_settings.collision_quality = 3
    m.collision_settings.use_self_collision = False
    m.point_cache.frame_start, m.point_cache.frame_end = 1, FRAMES
    sc.frame_start, sc.frame_end = 1, FRAMES
    for f in range(1, FRAMES + 1):
        sc.frame_set(f)
    ev = coat.evaluated_get(bpy.context.evaluated_depsgraph_get())
    out = np.empty(len(V) * 3)
    ev.data.vertices.foreach_get("co", out)
    for o in (coat, body):
        bpy.data.objects.remove(o)
    sc.frame_set(1)
    return out.reshape(-1, 3)


def fold(B, V, pin, k):
    """Folds cut into the coat before it settles: rings on the sleeves, closest
    inside the elbow and over the cuff, long soft ones from the shoulders down."""
    e = .003
    G = np.stack([B.coat(V + np.eye(3)[a] * e) - B.coat(V - np.eye(3)[a] * e) for a in range(3)], -1)
    G /= np.linalg.norm(G, axis=1)[:, None] + 1e-9
    out = np.zeros(len(V))
    arm_w = np.zeros(len(V))
    for i in (0, 1):
        S, E, W = B.S[i], B.E[i], B.W[i]
        for a, b, off, near_a, near_b in ((S, E, 0.0, .35, 1.0), (E, W, .28, 1.0, .9)):
            u = unit(b - a)
            L = np.linalg.norm(b - a)
            t = (V - a) @ u
            q = V - a - np.outer(t, u)
            d = np.linalg.norm(q, axis=1)
            inner = unit(np.cross(np.cross(E - S, W - E), u))
            side = q @ inner / (d + 1e-6)           # +1 or -1: inside of the bend
            ref = np.cross(u, inner)
            ang = np.arctan2(q @ ref, q @ inner)
            w = np.exp(-(np.maximum(d - .055, 0) / .03) ** 2) * ((t > -.03) & (t < L + .03))
            w = w * np.clip((t + .03) / .06, 0, 1) * np.clip((L + .03 - t) / .06, 0, 1)
            x = np.clip(t / L, 0, 1)
            amt = near_a * (1 - x) ** 1.5 + near_b * x ** 1.5 + .35
            X = np.stack([(t + off) * 120 + 1.1 * np.sin(ang + 4 * i), np.cos(ang) * 1.5, np.sin(ang) * 1.5], -1)
            ring = sines(X, Rng(B.p["seed"] * 7 + i), 5)
            X2 = np.stack([(t + off) * 55 + 1.6 * np.sin(ang * 1 + i), np.cos(ang) * 1.8, np.sin(ang) * 1.8], -1)
            big = sines(X2, Rng(B.p["seed"] * 7 + 3 + i), 5)
            ridge = 1.2 - 1.6 * np.abs(ring)
            out += w * (1 - arm_w) * amt * (.0045 * ridge + .0055 * big)
            arm_w = np.maximum(arm_w, w)
    body = 1 - arm_w
    soft = sines(V * np.array((38, 30, 9)), k, 6)
    X = V @ rot("y", 35)
    diag = sines(X * np.array((60, 20, 14)), k, 6) + sines((V @ rot("y", -35)) * np.array((60, 20, 14)), k, 6)
    out += body * (.0055 * soft + .0028 * diag)
    out = out * ~pin
    return V + np.maximum(out, -.010)[:, None] * G


def make_coat(B, k):
    lo, hi = (-.52, -.34, .60), (.52, .62, 1.56)
    V, Q = surface(B.coat, lo, hi, .0095)
    keep = V[:, 2] > .64
    nd = unit((0, .35, 1))
    q = V - B.neck
    keep &= ~((q @ nd > .012) & (np.linalg.norm(q - np.outer(q @ nd, nd), axis=1) < .11))
    for i in (0, 1):
        f = unit(B.W[i] - B.E[i])
        q = V - B.W[i]
        keep &= ~((q @ f > -.035) & (np.linalg.norm(q, axis=1) < .12))
    V, Q, _ = drop_faces(V, Q, keep)
    V, Q, _ = biggest_piece(V, Q)
    pin = np.zeros(len(V), bool)
    nq = V - B.neck
    pin |= (nq @ nd > -.006) & (np.linalg.norm(nq, axis=1) < .14)
    for i in (0, 1):
        f = unit(B.W[i] - B.E[i])
        q = V - B.W[i]
        pin |= (q @ f > -.052) & (np.linalg.norm(q, axis=1) < .12)
    V = fold(B, V, pin, k)
    BV, BQ = surface(B.body, (-.52, -.34, .44), (.52, .62, 1.56), .014)
    V = simulate(V, Q, pin, BV, BQ, k)
    return V, Q


# ----------------------------------------------------------------- the apron

def make_apron(B, coatV):
    nz, nt = 70, 61
    z = np.linspace(.66, 1.265, nz)
    y0 = np.interp(z, [B.pelvis[2], B.waist[2], B.chest[2], B.neck[2]],
                   [B.pelvis[1] - .02, B.waist[1], B.chest[1], B.neck[1]])
    half = np.interp(z, [.66, .98, 1.03, 1.10, 1.2, 1.27], [86, 84, 74, 56, 46, 44])
    T = np.radians(np.linspace(-1, 1, nt)[None, :] * half[:, None])
    D = np.stack([np.sin(T), np.cos(T), 0 * T], -1)
    O = np.stack([0 * T, y0[:, None] + 0 * T, z[:, None] + 0 * T], -1)
    skirt = lambda P: smin(B.torso(P, .022), cone(P, (0, -.01, .90), (0, .01, .55), .20, .24), .08)  # noqa: E731
    r = np.full(T.shape, .40)
    for _ in range(40):
        r = r - .8 * skirt(O + D * r[..., None])
    # keep outside the settled coat
    q = coatV.copy()
    near = (B.torso(q) < .075) & (q[:, 2] > .66) & (q[:, 2] < 1.29)
    q = q[near]
    yc = np.interp(q[:, 2], z, y0)
    th = np.arctan2(q[:, 0], q[:, 1] - yc)
    rr = np.hypot(q[:, 0], q[:, 1] - yc)
    hz = np.interp(q[:, 2], z, half)
    iz = np.clip(((q[:, 2] - z[0]) / (z[-1] - z[0]) * (nz - 1)).round().astype(int), 0, nz - 1)
    it = ((np.degrees(th) / hz + 1) / 2 * (nt - 1)).round().astype(int)
    ok = (it >= 0) & (it < nt)
    floor = np.zeros(T.shape)
    np.maximum.at(floor, (iz[ok], it[ok]), rr[ok] + .004)
    for _ in range(2):       # spread over a neighbourhood
        p = np.pad(floor, 1)
        floor = np.max([p[a:a + nz, b:b + nt] for a in range(3) for b in range(3)], 0)
    r = np.maximum(r, floor * .995)
    for _ in range(3):
        r = blur(blur(r, 3, 0), 6, 1)
        r = np.maximum(r, floor - .004)
    r = blur(blur(r, 2, 0), 2, 1)
    k = Rng(B.p["seed"] + 200)
    P = O + D * r[..., None]
    fold = sines(P * np.array((30, 30, 6)), k, 6) * np.interp(z, [.66, 1.0, 1.05, 1.27], [.008, .002, .0035, .002])[:, None]
    fold += .0015 * sines(P * 55, k, 6)
    P = P + D * fold[..., None]
    return P.reshape(-1, 3), grid_faces(nz, nt)


def ribbon(path, normals, width, lift=0.0):
    path, normals = np.asarray(path), np.asarray(normals)
    t = np.gradient(path, axis=0)
    side = np.cross(t, normals)
    side /= np.linalg.norm(side, axis=1)[:, None]
    w = np.array((-.5, -.17, .17, .5)) * width
    V = path[:, None] + side[:, None] * w[None, :, None] + normals[:, None] * lift
    return V.reshape(-1, 3), grid_faces(len(path), 4)


def on_surface(fn, P, level):
    P = np.array(P, float)
    for _ in range(30):
        d = fn(P) - level
        e = .002
        g = np.stack([(fn(P + np.eye(3)[a] * e) - fn(P - np.eye(3)[a] * e)) / (2 * e) for a in range(3)], -1)
        g /= np.linalg.norm(g, axis=1)[:, None] + 1e-9
        P = P - .7 * d[:, None] * g
    return P, g


def make_straps(B, apron):
    A = apron.reshape(70, 61, 3)
    out = []
    for s, col in ((-1, 1), (1, 59)):
        a = A[-1, col] - (0, 0, .012)
        c = B.neck + np.array((s * .088, -.022, -.012))
        b = B.neck + np.array((0, -.085, -.01))
        pts = []
        for t in np.linspace(0, 1, 14):
            pts.append(a * (1 - t) + c * t)
        for t in np.linspace(.1, 1, 9):
            pts.append(c * (1 - t) + b * t)
        P, g = on_surface(B.coat, pts, .0165)
        P[0] = a
        P = blur(P, 2, 0)
        out.append(ribbon(P, g, .022))
    # the waist tie round the back
    t = np.radians(np.linspace(82, 278, 50))
    y = np.interp(1.0, [B.pelvis[2], B.waist[2]], [B.pelvis[1], B.waist[1]])
    pts = np.stack([.3 * np.sin(t), y + .3 * np.cos(t), 0 * t + 1.0], -1)
    P, g = on_surface(lambda P: B.torso(P, .016), pts, .014)
    out.append(ribbon(P, g, .028))
    return out


# ------------------------------------------------------------------ the head

def face(P, soft=False):
    """The head without cap; soft: without the small features, to lay cloth on."""
    X = P.copy()
    X[..., 0] = np.abs(X[..., 0])
    d = ellipsoid(P, (0, -.018, .036), (.075, .096, .086))
    d = smin(d, ellipsoid(P, (0, .028, -.028), (.062, .066, .090)), .03)
    d = smin(d, ellipsoid(P, (0, .055, -.098), (.030, .030, .022)), .04)
    d = smin(d, ellipsoid(X, (.040, .046, -.024), (.026, .030, .028)), .03)
    d = smin(d, cone(X, (.045, -.005, -.06), (.02, .05, -.1), .02, .02), .04)
    nose = cone(P, (0, .088, .002), (0, .106, -.036), .0085, .0125)
    nose = smin(nose, ellipsoid(X, (.011, .096, -.040), (.008, .010, .008)), .008)
    if soft:
        return smin(d, nose, .035)
    d = smin(d, cone(X, (.010, .085, .021), (.046, .066, .024), .010, .008), .022)
    # orbit, then the closed lid in it
    d = smax(d, -ellipsoid(X, (.031, .098, .002), (.019, .018, .0125)), .016)
    d = smin(d, ellipsoid(X, (.0315, .0685, .001), (.0165, .0145, .0125)), .005)
    d = smin(d, nose, .013)
    d = smin(d, cone(P, (0, .09, -.072), (0, .09, -.076), .014, .012), .02)
    ear = ellipsoid(X, (.079, -.012, -.006), (.0075, .020, .033), rot("z", -24))
    ear = smax(ear, -ellipsoid(X, (.089, -.004, -.004), (.0075, .010, .019)), .006)
    return smin(d, ear, .006)


def make_head(neck_local, k):
    def fn(P):
        return smin(face(P), cone(P, (0, -.038, -.055), neck_local, .045, .050), .025)
    lo = np.minimum((-.10, -.13, -.14), neck_local - .06)
    V, Q = surface(fn, lo, (.10, .14, .14), .0022)
    x, y, z = np.abs(V[:, 0]), V[:, 1], V[:, 2]
    n = len(V)
    col = np.tile((.60, .345, .225), (n, 1))
    blush = np.exp(-((x - .042) ** 2 + (z + .022) ** 2) / .018 ** 2) * (y > 0)
    blush += .8 * np.exp(-((x) ** 2 + (z + .03) ** 2) / .014 ** 2) * (y > .08)
    blush += .8 * np.exp(-((x - .08) ** 2) / .008 ** 2) * (y < .02)
    lid = np.exp(-((x - .031) ** 2 / .016 ** 2 + (z + .0) ** 2 / .011 ** 2)) * (y > .05)
    col = col * (1 - .30 * blush[:, None] * np.array((.2, 1, 1)))
    col = col * (1 - .22 * lid[:, None])
    front = y > .045
    # lash line of the lowered lid, and its crease
    lz = -.0070 + 20 * (x - .031) ** 2
    lash = np.exp(-((z - lz) / .0026) ** 2) * np.exp(-((x - .032) / .0145) ** 6) * front
    crease = np.exp(-((z - (.0085 - 16 * (x - .031) ** 2)) / .0016) ** 2) * np.exp(-((x - .031) / .014) ** 6) * front
    bz = .0225 + .006 * np.sin(np.clip((x - .010) / .045, 0, 1) * 2.3) - .004
    bw = .0042 * np.clip(1.25 - (x - .012) / .042, .25, 1)
    brow = np.exp(-((z - bz) / bw) ** 4) * np.exp(-((x - .031) / .021) ** 8) * front
    brow *= np.clip(.88 + .22 * sines(V * np.array((900, 300, 500)), k, 5), 0, 1)
    ink = np.array((.022, .015, .012))
    for m, a in ((crease, .38), (lash, .93), (brow, .85)):
        m = np.clip(m * a, 0, 1)[:, None]
        col = col * (1 - m) + ink * m
    # hair at the temples and the nape, under the cap
    hair = np.clip((z - (.012 - 1.15 * (y - .035))) / .006 + .8 * sines(V * np.array((120, 500, 90)), k, 4), 0, 1)
    hair *= np.clip((.058 - y) / .008, 0, 1) * np.clip((x - .05) / .01 + (y < -.04), 0, 1)
    ear = (x > .0785) & (y > -.035) & (y < .02) & (z < .032) & (z > -.05)
    hair = np.where(ear, 0, hair)
    nape = np.clip((-.05 - y) / .01, 0, 1) * np.clip((z + .075) / .012, 0, 1)
    hair = np.maximum(hair, nape)[:, None]
    col = col * (1 - hair) + ink * 1.2 * hair
    return V, Q, col


def march(fn, O, D, level, r0=.25):
    r = np.full(D.shape[:-1], r0)
    for _ in range(45):
        r = r - .8 * (fn(O + D * r[..., None]) - level)
    return r


def make_mask(k):
    nz, nt = 64, 81
    s = np.linspace(0, 1, nz)                      # top to bottom
    u = np.linspace(-1, 1, nt)
    T = np.radians(76) * u[None, :] * np.ones((nz, 1))
    ztop = -.021 - .014 * np.abs(u) ** 1.5 + .009 * np.exp(-(u / .18) ** 2)
    zbot = -.128 + .052 * np.abs(u) ** 1.7
    Z = ztop[None, :] * (1 - s[:, None]) + zbot[None, :] * s[:, None]
    O = np.stack([0 * T, 0 * T + .005, Z + .01 * s[:, None]], -1)
    D = np.stack([np.sin(T), np.cos(T), 0 * T - .22 * s[:, None]], -1)
    D /= np.linalg.norm(D, axis=-1)[..., None]
    fn = lambda P: np.minimum(face(P, True), face(P))  # noqa: E731
    r = march(fn, O, D, .004)
    floor = r.copy()
    r = np.maximum(r, .055)
    for _ in range(6):                             # pull it taut over nose and chin
        r = np.maximum(blur(blur(r, 10, 0), 8, 1), floor)
    r = np.maximum(blur(blur(r, 2, 0), 2, 1), floor + .001)
    r = blur(blur(r, 1, 0), 1, 1) + .001
    mid = np.exp(-(u / .75) ** 4)[None, :]
    for c in (.33, .50, .67):                      # pleats
        t = (s[:, None] - c + .03 * u[None, :] ** 2) / .055
        r = r + .0042 * mid * np.clip(1 - np.abs(t), 0, 1) ** .7 * (t < .25) * np.clip((.25 - t) * 4, 0, 1)
    P = O + D * r[..., None]
    r = r + .0011 * sines(P * 90, k, 6) + .0012 * sines(P * np.array((160, 160, 60)), k, 6) * np.abs(u)[None, :]
    P = O + D * r[..., None]
    loops = []
    for c in (0, -1):
        sg = -1 if c == 0 else 1
        for row in (2, nz - 3):
            a = P[row, c]
            b = np.array((sg * .079, -.016, .024 if row == 2 else -.034))
            m = (a + b) / 2 + np.array((sg * .004, 0, 0))
            loops.append([a * (1 - t) ** 2 + 2 * m * t * (1 - t) + b * t * t for t in np.linspace(0, 1, 12)])
    return P.reshape(-1, 3), grid_faces(nz, nt), loops


def make_cap(k):
    """A bouffant cap: gathered at an elastic, full behind."""
    na, nf = 74, 260
    rim = math.radians(99)
    t = np.linspace(0.015, 1.09, na)               # 1 is the elastic, then a short frill
    A = (t * rim)[None, :]
    ph = (2 * np.pi * np.arange(nf) / nf)[:, None]
    c = np.array((0, -.014, .044))
    R = rot("x", 24)                               # pole leaning back
    d = np.stack([np.sin(A) * np.sin(ph), np.sin(A) * np.cos(ph), np.cos(A) + 0 * ph], -1) @ R.T
    skull = march(lambda P: ellipsoid(P, (0, -.018, .036), (.079, .099, .088)), c, d, .004, .2)
    T = t[None, :]
    back = .5 - .5 * np.cos(ph)                    # 0 in front, 1 behind
    puff = (.012 + .022 * back) * np.sin(np.clip(T, 0, 1) * math.pi) ** .55 + .004 * (1 - np.clip(T, 0, 1)) ** 2
    n1 = sines(np.concatenate([np.cos(ph), np.sin(ph), 0 * ph], -1) * 9, k, 5)[:, None]
    gather = np.sin(71 * ph + 5.5 * n1 + 1.0 * T) * (.75 + .35 * np.sin(7 * ph + 3 * n1))
    g2 = np.sin(23 * ph + 3.2 * n1)
    near = np.exp(-((T - 1.0) / .16) ** 2)
    mid = np.exp(-((T - .72) / .26) ** 2)
    P = c + d * (skull + puff)[..., None]
    noise = .0038 * sines(P * 42, k, 7) + .0022 * sines(P * 95, k, 7)
    soft = np.sin(np.clip(T, 0, 1) * math.pi) ** .5
    r = skull + puff + near * .0016 * gather + mid * .0028 * g2 + noise * soft
    frill = np.clip((T - 1.0) / .09, 0, 1)
    r = r + frill * (.001 + .0028 * gather)
    P = c + d * r[..., None]
    return P.reshape(-1, 3), grid_faces(nf, na, wrap=True)


# ------------------------------------------------------------------ the hand

def make_glove(B, i, k):
    """A rubber glove with its cuff drawn over the sleeve."""
    W, E, d = B.W[i], B.E[i], B.Hd[i]
    up = np.array((0, 0, 1.0)) + .25 * np.array((-1 if i == 0 else 1, 0, 0)) * (1 if i else 1)
    Yv = d
    Zv = unit(up - (up @ Yv) * Yv)
    Xv = np.cross(Yv, Zv)
    R = np.stack([Xv, Yv, Zv], 1)
    th = 1 if i == 0 else -1                      # the thumb's side
    q = k
    curls = [28 + 14 * q.u(), 32 + 14 * q.u(), 36 + 12 * q.u(), 40 + 14 * q.u()]
    spread = [9, 3, -3, -10]
    fx = [.029, .010, -.010, -.029]
    ln = [(.042, .026, .021), (.046, .029, .022), (.043, .027, .021), (.034, .021, .018)]
    bones = []
    for f in range(4):
        p = np.array((th * fx[f], .088 - .004 * abs(f - 1), .004))
        ang = 12 + curls[f] * .35
        for b in range(3):
            a = math.radians(ang)
            s = math.radians(spread[f]) * th
            dv = np.array((math.sin(s) * math.cos(a), math.cos(s) * math.cos(a), -math.sin(a)))
            e = p + dv * ln[f][b] * 1.03
            ra = (.0106, .0096, .0088)[b] * (1.0 if f < 3 else .9)
            bones.append((p, e, ra, ra * .92))
            p = e
            ang += curls[f]
    p = np.array((th * .028, .025, -.006))
    for b, (dx, dy, dz, l) in enumerate([(.62, .72, -.35, .045), (.35, .85, -.50, .034), (.15, .88, -.55, .026)]):
        dv = unit((th * dx, dy, dz))
        e = p + dv * l
        ra = (.0145, .0115, .0105)[b]
        bones.append((p, e, ra, ra * .88))
        p = e
    cuff_top = W + unit(E - W) * .115
    cw = R.T @ (cuff_top - W)

    def fn(P):
        d = smin(ellipsoid(P, (0, .050, 0), (.041, .054, .0175)), ellipsoid(P, (th * .024, .038, -.010), (.020, .032, .016)), .02)
        d = smin(d, cone(P, (th * .028, .085, .003), (-th * .028, .082, .003), .0125, .0115), .018)
        d = smin(d, cone(P, (0, .03, 0), (0, -.01, 0), .027, .031), .03)
        fs = None
        for a, b, ra, rb in bones:
            x = cone(P, a, b, ra, rb)
            fs = x if fs is None else smin(fs, x, .004)
        d = smin(d, fs, .010)
        cf = cone(P, (0, -.005, 0), cw, .034, .060)
        d = smin(d, cf, .02)
        # wrinkles round the wrist
        w = np.exp(-(P[..., 1] / .03) ** 2)
        return d - .0012 * w * np.sin(P[..., 1] * 420 + 2 * sines(P * 40, 5, 4)) - .0009 * sines(P * 130, 9, 5)
    lo, hi = np.array((-.10, -.20, -.17)), np.array((.10, .24, .13))
    V, Q = surface(fn, lo, hi, .0026)
    ax = unit(cw)
    end = np.linalg.norm(cw)
    V, Q, _ = drop_faces(V, Q, (V @ ax) < end + .004)
    V = V - np.maximum(V @ ax - end, 0)[:, None] * ax
    return V @ R.T + W, Q


# ------------------------------------------------------------------- assembly

def collar(B):
    """A stand-up collar with turned-down points, round the neck opening."""
    n, m = 90, 12
    f = np.radians(np.linspace(-172, 172, n))      # open in front
    nd = unit((0, .35, 1))
    xd = np.array((1.0, 0, 0))
    yd = np.cross(nd, xd)
    prof = [(.060, .000), (.060, .012), (.059, .024), (.060, .032), (.064, .036), (.069, .033), (.073, .025), (.078, .014),
            (.083, .004), (.087, -.006), (.090, -.014), (.093, -.020)]
    V = []
    for a in f:
        front = max(0, -math.cos(a)) ** 3           # a = 180 in front
        for j, (r, h) in enumerate(prof):
            q = B.neck + (xd * math.sin(a) * r * 1.05 - yd * math.cos(a) * (r + .012 * front)) + nd * (h - .018 * front - .012)
            V.append(q)
    return np.array(V), grid_faces(n, m)


def cached_coat(p, B, cache):
    """The simulation is the slow part; keep its result between runs."""
    if not cache:
        return make_coat(B, Rng(p["seed"]))
    pose = {a: b for a, b in p.items() if a in ("seed", "lean") or a.startswith(("hand", "point"))}
    src = "".join(inspect.getsource(f) for f in (Body, fold, simulate, make_coat))
    key = hashlib.sha1((src + json.dumps(pose, sort_keys=True)).encode()).hexdigest()[:12]
    path = os.path.join(cache, f"{p['name']}-{key}.npz")
    if not os.path.exists(path):
        os.makedirs(cache, exist_ok=True)
        V, Q = make_coat(B, Rng(p["seed"]))
        np.savez(path, V=V, Q=Q)
    z = np.load(path)
    return z["V"], z["Q"]


def build(p, cache):
    B = Body(p)
    k = Rng(p["seed"])
    out = {}
    V, Q = cached_coat(p, B, cache)
    keep = np.ones(len(V), bool)                  # nothing of the sleeve under the cuffs
    for i in (0, 1):
        f = unit(B.W[i] - B.E[i])
        q = V - B.W[i]
        keep &= ~((q @ f > -.096) & (np.linalg.norm(q, axis=1) < .14))
    V, Q, _ = drop_faces(V, Q, keep)
    out["coat"] = (V, Q)
    A, AF = make_apron(B, V)
    out["apron"] = (A, AF)
    for i, (a, b) in enumerate(make_straps(B, A)):
        out[f"strap{i}"] = (a, b)
    out["collar"] = collar(B)
    H = rot("z", p["yaw"]) @ rot("y", p["roll"]) @ rot("x", -p["pitch"])
    hc = np.array(p["head"], float)
    neck_local = H.T @ (B.neck + (0, -.01, -.02) - hc)
    V, Q, col = make_head(neck_local, k)
    out["head"] = (V @ H.T + hc, Q, col)
    V, Q, loops = make_mask(k)
    out["mask"] = (V @ H.T + hc, Q)
    out["loops"] = (np.array(loops) @ H.T + hc,)
    V, Q = make_cap(k)
    out["cap"] = (V @ H.T + hc, Q)
    for i in (0, 1):
        out[f"glove{i}"] = make_glove(B, i, k)
    return out


def worker(p, cache=None):
    parts = build(p, cache)
    R = rot("z", 180 + p["turn"]) * p["size"]
    t = np.array((*p["place"], 0.0))

    n = p["name"]
    mats = dict(coat=shading.cloth("coat" + n, p["coat"], crease=.35, stain=.0),
                apron=shading.cloth("apron" + n, p["apron"], weave=.05, crease=.25, rough=.45, stain=.5),
                head=shading.skin(),
                mask=shading.film_paper("mask" + n, p["mask"]), cap=shading.film_paper("cap" + n, p["cap"]),
                glove=shading.rubber("glove" + n, p["glove"]))
    mats["collar"] = mats["coat"]
    for a, b in parts.items():
        base = a.rstrip("0123456789")
        if base == "loops":
            for j, q in enumerate(b[0]):
                c = bpy.data.curves.new("loop", "CURVE")
                c.dimensions = "3D"
                c.bevel_depth = .0013
                s = c.splines.new("POLY")
                s.points.add(len(q) - 1)
                for x, y in zip(s.points, q @ R.T + t):
                    x.co = (*y, 1)
                o = bpy.data.objects.new("loop", c)
                c.materials.append(shading.plastic("loop", (.85, .85, .85)))
                bpy.context.collection.objects.link(o)
            continue
        mat = mats["apron"] if base == "strap" else mats[base]
        o = add_mesh(f"{a}_{n}", b[0] @ R.T + t, b[1], mat, color=b[2] if len(b) > 2 else None)
        if base in ("coat", "apron", "strap", "collar"):
            if base == "coat":
                m = o.modifiers.new("smooth", "SMOOTH")
                m.factor, m.iterations = .5, 1
            if base != "strap":
                m = o.modifiers.new("thick", "SOLIDIFY")
                m.thickness = .0015
            m = o.modifiers.new("sub", "SUBSURF")
            m.levels = m.render_levels = 1
        if base in ("glove", "head"):
            m = o.modifiers.new("smooth", "SMOOTH")
            m.factor, m.iterations = .5, 2 if base == "head" else 3
