# SPDX-License-Identifier: MIT
"""Vegetables: napa cabbages of layered leaves, radishes, rows of plants."""
import math

import bmesh
import bpy
import numpy as np

from meshkit import Rng, add_mesh, grid_faces, lathe, sines


def leaf(k, R, L, width, lean, frill, outer, nu=34, nv=30):
    """One wrapped napa leaf round the z axis, facing +x: points and colours."""
    u = np.linspace(0, 1, nu)[:, None]
    v = np.linspace(-1, 1, nv)[None, :]
    # length profile: narrow foot, belly, a top that closes or leans out
    prof = .42 + .62 * np.sin(np.clip(u * 1.25, 0, 1) * math.pi / 2) - .30 * np.clip(u - .55, 0, 1) ** 1.5 * 2
    W = width * (.55 + .60 * u ** .8) * (1 - .35 * np.clip(u - .82, 0, 1) / .18)
    top = L * (1 - .10 * v ** 2 - .02 * (1 + np.cos(9 * v + k.u() * 6)))
    a = v * W
    rib = np.exp(-(v / (.50 * (1 - .80 * u))) ** 2)
    edge = np.clip(np.abs(v) - .35, 0, 1) / .65
    P0 = np.stack([u + 0 * v, a + 0 * u, R + 0 * (u + v)], -1)
    P0 = P0 * np.array((9, 7, 40.0))
    wav = sines(P0, k, 7)
    fine = sines(P0 * np.array((3.2, 3.2, 1)), k, 7)
    amp = frill * (.15 + .95 * u ** 1.1) * (.25 + .75 * edge ** 1.2 + .5 * np.clip(u - .85, 0, 1) / .15)
    r = R * prof + amp * (wav + .35 * fine) * (1 - .8 * rib) + lean * np.clip(u - .6, 0, 1) ** 2 \
        + .006 * rib * (1 - u)
    z = u * top + .3 * amp * fine
    V = np.stack([r * np.cos(a), r * np.sin(a), z + 0 * v], -1).reshape(-1, 3)
    white = np.array((.80, .82, .66))
    yellow = np.array((.70, .66, .20))
    green = np.array((.16, .34, .035))
    dark = np.array((.06, .20, .02))
    g = np.clip((u ** 1.2) * .9 + .5 * edge - .35 + .12 * wav, 0, 1)[..., None]
    blade = yellow * (1 - outer) + green * outer
    tip = (yellow * .8 + green * .2) * (1 - outer) + dark * outer
    col = blade * (1 - g) + tip * g
    w = np.clip(rib * 1.15 + (1 - u) ** 2.2 * .9 + .08 * fine, 0, 1)[..., None]
    col = col * (1 - w) + white * w
    # veins
    vein = np.clip(np.abs(np.sin((v * 5 + np.sign(v) * -u * 7))) ** 12, 0, 1)[..., None] * .35 * (1 - w)
    col = col * (1 - vein) + white * vein
    return V, col.reshape(-1, 3)


def cabbage(name, mat, seed, half=False, loose=0.0):
    k = Rng(seed)
    VV, FF, CC = [], [], []
    b = 0
    n = 17
    for i in range(n):
        t = i / (n - 1)
        R = .012 + .066 * t ** .85
        L = .255 + .045 * math.sin(t * 2.4) + .015 * k.s()
        width = 1.5 - .55 * t + .15 * k.s()
        lean = (.03 + .30 * max(0, t - .5) * 2 * (.3 + k.u())) * (.6 + .4 * loose)
        V, c = leaf(k, R, L, width, lean, .0035 + .0125 * t + .002 * loose, t ** 1.3)
        a = math.radians(137.508 * i + 14 * k.s())
        ca, sa = math.cos(a), math.sin(a)
        V = V @ np.array([[ca, sa, 0], [-sa, ca, 0], [0, 0, 1]])
        VV.append(V)
        CC.append(c)
        FF.append(grid_faces(34, 30) + b)
        b += len(V)
    # the stump
    S, F = lathe([(0, -.012), (.022, -.012), (.030, .0), (.034, .02), (.02, .05), (0, .06)], 24)
    VV.append(S)
    CC.append(np.tile((.72, .74, .58), (len(S), 1)))
    FF.append(F + b)
    o = add_mesh(name, np.concatenate(VV), np.concatenate(FF), mat, color=np.concatenate(CC))
    if half:
        bm = bmesh.new()
        bm.from_mesh(o.data)
        bmesh.ops.bisect_plane(bm, geom=bm.verts[:] + bm.edges[:] + bm.faces[:], plane_co=(0.002, 0, 0),
                               plane_no=(1, 0, 0), clear_outer=True)
        bm.to_mesh(o.data)
        bm.free()
    m = o.modifiers.new("thick", "SOLIDIFY")
    m.thickness = .0028
    m.offset = 0
    return o


def radish(name, mat, seed, round_=False):
    k = Rng(seed)
    if round_:
        prof = [(0, -.06), (.004, -.05), (.02, -.032), (.034, -.01), (.036, .01), (.026, .03), (.008, .036), (0, .038)]
    else:
        prof = [(0, -.20), (.004, -.19), (.012, -.165), (.024, -.12), (.033, -.04), (.036, .05), (.035, .12),
                (.028, .16), (.012, .175), (0, .178)]
    V, F = lathe(prof, 40)
    V = V * (1 + .03 * sines(V * 25, k, 5))[:, None]
    if round_:
        col = np.tile((.55, .03, .05), (len(V), 1))
    else:
        g = np.clip((V[:, 2] - .02) / .14, 0, 1)[:, None] ** 1.3
        col = (1 - g) * np.array((.86, .85, .76)) + g * np.array((.38, .52, .13))
    return add_mesh(name, V, F, mat, color=col)


def plant_row(name, x, y0, y1, height, mat, seed):
    """A row of climbing plants: a cloud of curved leaves, all one mesh."""
    rs = np.random.RandomState(seed)
    n = int((y1 - y0) * 210)
    y = y0 + (y1 - y0) * rs.rand(n) ** 1.5
    z = .25 + height * rs.rand(n) ** .8
    wid = .30 * (1 - .45 * (z / height - .3) ** 2)
    xx = x + wid * np.clip(rs.randn(n) * .55, -1.3, 1.3)
    size = .06 + .08 * rs.rand(n)
    # a leaf: 3 x 3 points, folded
    g = np.array([(a, b) for a in (-.5, 0, .5) for b in (0, .55, 1.1)])
    base = np.stack([g[:, 0] * np.array([.7, 1, .15] * 3), g[:, 1], .18 * np.abs(g[:, 0]) * 2 - .25 * g[:, 1] ** 2], -1)
    a = 2 * np.pi * rs.rand(n)
    tilt = -.2 - .9 * rs.rand(n)
    ca, sa, ct, st = np.cos(a), np.sin(a), np.cos(tilt), np.sin(tilt)
    X = np.tile(base, (n, 1, 1)) * size[:, None, None]
    Y1 = X[..., 1] * ct[:, None] - X[..., 2] * st[:, None]
    Z1 = X[..., 1] * st[:, None] + X[..., 2] * ct[:, None]
    X1 = X[..., 0] * ca[:, None] - Y1 * sa[:, None]
    Y2 = X[..., 0] * sa[:, None] + Y1 * ca[:, None]
    V = np.stack([X1 + xx[:, None], Y2 + y[:, None], Z1 + z[:, None]], -1).reshape(-1, 3)
    q = np.array([(0, 3, 4, 1), (1, 4, 5, 2), (3, 6, 7, 4), (4, 7, 8, 5)])
    F = (q[None] + 9 * np.arange(n)[:, None, None]).reshape(-1, 4)
    tone = .6 + .8 * rs.rand(n)
    yel = rs.rand(n) ** 3
    col = np.stack([(.10 + .12 * yel) * tone, (.26 + .10 * yel) * tone, (.05 + .02 * yel) * tone], -1)
    # some red fruit
    fruit = rs.rand(n) < .035
    col[fruit] = (.55, .05, .02)
    return add_mesh(name, V, F, mat, color=np.repeat(col, 9, 0))
