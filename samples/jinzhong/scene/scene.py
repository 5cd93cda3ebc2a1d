# SPDX-License-Identifier: MIT
"""The pickling workshop: a procedural Blender scene, no external assets.

    blender -b -P scene.py -- OUT.png [--width 1800] [--samples 256] [--cache DIR]

Everything is modelled here: the figures are signed-distance shapes turned into
meshes (surface nets), their coats are a short cloth simulation over those
shapes, vegetables and vessels are parametric surfaces.
"""
import math
import os
import sys

import bpy
import numpy as np

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import figure  # noqa: E402
import produce  # noqa: E402
from meshkit import (Rng, add_mesh, lathe, rot, sines)  # noqa: E402
import shading  # noqa: E402


def arguments():
    import argparse
    ap = argparse.ArgumentParser()
    ap.add_argument("out")
    ap.add_argument("--width", type=int, default=1800)
    ap.add_argument("--samples", type=int, default=256)
    ap.add_argument("--cache", help="keep the simulated figures here between runs")
    ap.add_argument("--halves", action="store_true", help="write OUT-1 and OUT-2, half the samples each")
    ap.add_argument("--only", help="draw this worker only")
    ap.add_argument("--crop", help="x0,y0,x1,y1 in fractions: render this part only")
    argv = sys.argv[sys.argv.index("--") + 1:] if "--" in sys.argv else []
    return ap.parse_args(argv)


ASPECT = 1240 / 1800
TABLE_Z = 0.86

# The three workers.  Place is (x, y) on the floor and the turn (degrees, 0 =
# straight at the table); hands are (across, forward, up) from the feet.
WORKERS = [
    dict(name="a", place=(0.22, 1.04), turn=-10, seed=3, size=1.0,
         lean=0.17, head=(0.0, 0.31, 1.525), pitch=34, yaw=6, roll=-4,
         hand_l=(-0.12, 0.47, 1.115), hand_r=(0.14, 0.45, 1.12),
         point_l=(0.40, 0.80, -0.40), point_r=(-0.50, 0.80, -0.35),
         coat=(0.62, 0.64, 0.66), apron=(0.06, 0.17, 0.36), cap=(0.80, 0.86, 0.90),
         glove=(0.10, 0.33, 0.62), mask=(0.50, 0.70, 0.82)),
    dict(name="b", place=(-0.62, 1.05), turn=-4, seed=8, size=1.03,
         lean=0.20, head=(0.02, 0.35, 1.50), pitch=44, yaw=-10, roll=5,
         hand_l=(-0.17, 0.49, 1.10), hand_r=(0.09, 0.50, 1.12),
         point_l=(0.3, 0.85, -0.40), point_r=(-0.5, 0.80, -0.35),
         coat=(0.62, 0.64, 0.66), apron=(0.06, 0.17, 0.36), cap=(0.80, 0.86, 0.90),
         glove=(0.10, 0.33, 0.62), mask=(0.82, 0.84, 0.85)),
    dict(name="c", place=(-1.42, 1.06), turn=-14, seed=12, size=0.98,
         lean=0.15, head=(-0.01, 0.30, 1.53), pitch=36, yaw=8, roll=2,
         hand_l=(-0.12, 0.46, 1.10), hand_r=(0.15, 0.45, 1.12),
         point_l=(0.4, 0.8, -0.4), point_r=(-0.4, 0.8, -0.4),
         coat=(0.62, 0.64, 0.66), apron=(0.06, 0.17, 0.36), cap=(0.80, 0.86, 0.90),
         glove=(0.10, 0.33, 0.62), mask=(0.50, 0.70, 0.82)),
]


def put(obj, loc=(0, 0, 0), r=(0, 0, 0), s=1.0):
    obj.location = loc
    obj.rotation_euler = [math.radians(a) for a in r]
    obj.scale = (s, s, s) if np.isscalar(s) else s
    return obj


def instance(obj, name, loc, r=(0, 0, 0), s=1.0):
    o = bpy.data.objects.new(name, obj.data)
    for m in obj.modifiers:
        n = o.modifiers.new(m.name, m.type)
        if m.type == "SOLIDIFY":
            n.thickness = m.thickness
            n.offset = m.offset
        if m.type == "SUBSURF":
            n.levels = n.render_levels = m.render_levels
    bpy.context.collection.objects.link(o)
    return put(o, loc, r, s)


def box(name, lo, hi, mat, bevel=0.004):
    lo, hi = np.array(lo, float), np.array(hi, float)
    v = [(x, y, z) for x in (lo[0], hi[0]) for y in (lo[1], hi[1]) for z in (lo[2], hi[2])]
    f = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    o = add_mesh(name, v, f, mat, smooth=False)
    if bevel:
        m = o.modifiers.new("bevel", "BEVEL")
        m.width = bevel
        m.segments = 2
    return o


def tube(name, points, radius, mat, cyclic=False):
    c = bpy.data.curves.new(name, "CURVE")
    c.dimensions = "3D"
    c.bevel_depth = radius
    c.bevel_resolution = 2
    s = c.splines.new("POLY")
    s.points.add(len(points) - 1)
    for p, q in zip(s.points, points):
        p.co = (*q, 1)
    s.use_cyclic_u = cyclic
    o = bpy.data.objects.new(name, c)
    c.materials.append(mat)
    bpy.context.collection.objects.link(o)
    return o


# --------------------------------------------------------------- the vessels

def basin(name, radius, height, mat):
    r, h = radius, height
    prof = [(0, 0.0), (r * .70, 0.0), (r * .76, .006), (r * .80, .02), (r * .93, h * .8),
            (r * .96, h), (r * 1.0, h + .004), (r * 1.035, h + .002), (r * 1.04, h - .004),
            (r * 1.03, h - .006), (r * .975, h - .008), (r * .94, h * .78), (r * .80, .018),
            (r * .74, .003), (0, .003)]
    # the outer wall is listed second, so give the bowl its thickness by offsetting
    return add_mesh(name, *lathe(prof, 96), mat)


def jar_mesh(name, mat, seed):
    """The Chinese pickle jar: a belly, a water moat round the neck and a bowl lid."""
    k = Rng(seed)
    prof = [(0, 0), (.085, 0), (.092, .008), (.105, .05), (.140, .12), (.165, .19), (.170, .235),
            (.160, .285), (.135, .325), (.105, .350), (.092, .362), (.100, .372), (.128, .392),
            (.136, .402), (.132, .404), (.122, .396), (.098, .380), (.098, .388), (.104, .40),
            (.102, .425), (.085, .447), (.05, .458), (.022, .462), (.020, .470), (.026, .482),
            (.020, .492), (0, .494)]
    v, f = lathe(prof, 72)
    v = np.array(v)
    v[:, :2] *= (1 + 0.006 * sines(v * 6, k, 4))[:, None]
    return add_mesh(name, v, f, mat)


def glass_jar(name, mats, seed):
    """A straight glass jar, full; the glass is a gloss over what is inside."""
    prof = [(0, 0), (.085, 0), (.098, .006), (.104, .02), (.104, .24), (.100, .265), (.084, .285),
            (.078, .292), (.078, .30)]
    o = add_mesh(name, *lathe(prof, 64), mats[0])
    lid = [(.078, .298), (.086, .298), (.088, .302), (.088, .328), (.084, .333), (0, .334)]
    p = add_mesh(name + "_lid", *lathe(lid, 64), mats[1])
    p.parent = o
    return o


def heap(name, radius, height, mat, seed, n=110, bump=0.012):
    """What lies in a basin: a lumpy round mound."""
    k = Rng(seed)
    a = np.linspace(-1, 1, n)
    X, Y = np.meshgrid(a, a, indexing="ij")
    R = np.sqrt(X**2 + Y**2)
    P = np.stack([X, Y, 0 * X], -1).reshape(-1, 3) * radius
    lump = sines(P * 22, k, 6) * bump + sines(P * 60, k, 6) * bump * .4 + sines(P * 140, k, 6) * bump * .15
    Z = height * np.clip(1 - R**2, 0, 1).ravel() ** .6 + lump
    V = np.stack([P[:, 0], P[:, 1], Z], -1)
    idx = np.arange(n * n).reshape(n, n)
    F = np.stack([idx[:-1, :-1], idx[1:, :-1], idx[1:, 1:], idx[:-1, 1:]], -1).reshape(-1, 4)
    keep = (R.ravel()[F] < 1).all(1)
    return add_mesh(name, V, F[keep], mat)


# ------------------------------------------------------------- the greenhouse

def greenhouse(M):
    white = M["paint"]
    for i, y in enumerate(np.arange(2.0, 26, 3.0)):
        pts = []
        for t in np.linspace(0, math.pi, 41):
            pts.append((-4.0 - 7.0 * math.cos(t), y, 2.3 + 2.4 * math.sin(t)))
        pts = [(-11.0, y, 0)] + pts + [(3.0, y, 0)]
        tube(f"arch{i}", pts, .035, white)
        tube(f"tie{i}", [(-11, y, 2.55), (3, y, 2.55)], .018, white)
    for j, t in enumerate(np.linspace(.25, math.pi - .25, 9)):
        x, z = -4.0 - 7.0 * math.cos(t), 2.3 + 2.4 * math.sin(t)
        tube(f"purlin{j}", [(x, 2, z), (x, 26, z)], .02, white)
    # film: seen, but lets the light of the sky through to the scene
    n = 30
    v, f = [], []
    prof = [(-11.05, 0.9), (-11.05, 2.3)] + [(-4 - 7.05 * math.cos(t), 2.3 + 2.45 * math.sin(t))
                                            for t in np.linspace(0.05, math.pi - .05, n)] + [(3.05, 2.3), (3.05, .9)]
    for y in (1.0, 26.0):
        v += [(x, y, z) for x, z in prof]
    m = len(prof)
    f = [(i, i + 1, m + i + 1, m + i) for i in range(m - 1)]
    film = add_mesh("film", v, f, M["film"], smooth=False)
    gable = add_mesh("gable", [(-11, 26, 0), (3, 26, 0), (3, 26, 5), (-11, 26, 5)], [(0, 1, 2, 3)], M["film"])
    for o in (film, gable):
        o.visible_shadow = False
        o.visible_diffuse = False
    for k, x in enumerate(np.arange(-11, 3.1, 1.0)):
        tube(f"mullion{k}", [(x, 25.9, 0), (x, 25.9, 4.6)], .03, white)
    # beds of climbing plants, rows running away from us
    for k, x in enumerate(np.arange(-10.2, 2.6, 1.25)):
        produce.plant_row(f"row{k}", x, 5.0, 24.0, 1.75 + .25 * math.sin(k * 2.1), M["plant"], seed=100 + k)
        box(f"bed{k}", (x - .3, 4.9, 0), (x + .3, 24, .28), M["paint"], 0)
    floor = add_mesh("floor", [(-30, -20, 0), (30, -20, 0), (30, 40, 0), (-30, 40, 0)], [(0, 1, 2, 3)], M["concrete"])
    return floor


def back_bench(M):
    """A bench behind the workers with the row of glazed jars, and crates."""
    y0, y1, z = 2.35, 2.95, .62
    box("bench", (-4.6, y0, z - .04), (1.8, y1, z), M["steel"], .004)
    for x in np.arange(-4.5, 1.8, 1.2):
        for y in (y0 + .04, y1 - .04):
            tube(f"leg{x:.1f}{y:.1f}", [(x, y, 0), (x, y, z - .03)], .02, M["steel"])
    jars = [jar_mesh(f"jar{i}", M["glaze"], 40 + i) for i in range(3)]
    k = Rng(77)
    x = -4.3
    i = 0
    first = set()
    while x < 1.6:
        j = i % 3
        s = 1.05 + .14 * k.u()
        loc = (x, y0 + .24 + .04 * k.s(), z)
        if j not in first:
            put(jars[j], loc, (0, 0, 360 * k.u()), s)
            first.add(j)
        else:
            instance(jars[j], f"jar_{i}", loc, (0, 0, 360 * k.u()), s)
        x += .385 * s + .02
        i += 1


def crate(name, loc, mat, rz=0.0, size=(.56, .38, .26)):
    """A slatted plastic crate."""
    w, d, h = size
    parts_v, parts_f = [], []

    def add(lo, hi):
        b = len(parts_v)
        parts_v.extend([(x, y, z) for x in (lo[0], hi[0]) for y in (lo[1], hi[1]) for z in (lo[2], hi[2])])
        parts_f.extend([tuple(b + i for i in q) for q in
                        [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]])
    t = .008
    add((-w / 2, -d / 2, 0), (w / 2, d / 2, t))
    for z0, z1 in ((0, .05), (.085, .115), (.15, .175), (.21, h)):
        add((-w / 2, -d / 2, z0), (w / 2, -d / 2 + t, z1))
        add((-w / 2, d / 2 - t, z0), (w / 2, d / 2, z1))
        add((-w / 2, -d / 2, z0), (-w / 2 + t, d / 2, z1))
        add((w / 2 - t, -d / 2, z0), (w / 2, d / 2, z1))
    for x in np.linspace(-w / 2, w / 2 - .02, 6):
        add((x, -d / 2 - .004, 0), (x + .02, -d / 2 + t, h))
        add((x, d / 2 - t, 0), (x + .02, d / 2 + .004, h))
    o = add_mesh(name, parts_v, parts_f, mat, smooth=False)
    return put(o, loc, (0, 0, rz))


# ------------------------------------------------------------------ the table

def table(M):
    x0, x1, y0, y1 = -3.4, 1.55, -0.52, 0.86
    box("tabletop", (x0, y0, TABLE_Z - .045), (x1, y1, TABLE_Z), M["brushed"], .008)
    box("panel", (x0 + .04, y0 + .05, .12), (x1 - .04, y0 + .07, TABLE_Z - .04), M["brushed"], .003)
    for x in (x0 + .1, -.9, x1 - .1):
        for y in (y0 + .06, y1 - .06):
            tube(f"tleg{x}{y}", [(x, y, 0), (x, y, TABLE_Z - .04)], .022, M["steel"])
    z = TABLE_Z + .001
    k = Rng(5)
    whole = [produce.cabbage(f"cab{i}", M["leaf"], seed=20 + i) for i in range(3)]
    half = [produce.cabbage(f"half{i}", M["leaf"], seed=30 + i, half=True) for i in range(2)]
    red = [produce.cabbage(f"red{i}", M["kimchi"], seed=50 + i, half=True, loose=1.0) for i in range(3)]
    for o in whole + half + red:
        o.hide_render = True
        o.hide_viewport = True
        o.location = (0, 0, -50)

    def cab(src, loc, r, s=1.0):
        o = instance(src, src.name + "_i", loc, r, s)
        return o

    # Basins in front of each worker: red paste, coated halves on it
    for i, (bx, by, br) in enumerate([(.16, .50, .31), (-.70, .50, .31), (-1.50, .50, .30)]):
        put(basin(f"basin{i}", br, .125, M["steel"]), (bx, by, z), (0, 0, 30 * i))
        put(heap(f"paste{i}", br * .84, .05, M["paste"], 60 + i), (bx, by, z + .062))
        q = Rng(90 + i)
        n = 7
        for j in range(n):
            a = 360 / n * j + 25 * q.s()
            rr = br * (.50 + .10 * q.u())
            p = (bx + rr * math.cos(math.radians(a)), by + rr * math.sin(math.radians(a)), z + .115 + .02 * q.s())
            lay_down(cab, red[j % 3], p, a + 90 + 40 * q.s(), flip=q.u() < .65, tilt=10 * q.s(), s=.72 + .1 * q.u())
        # the one being worked on, under the hands
        lay_down(cab, red[i % 3], (bx + .01, by + .03, z + .125), 70 + 40 * q.s(), flip=False, tilt=8, s=.88)
    # whole cabbages between the basins and along the near edge
    spots = [(.63, .52, 20), (.80, .36, 100), (.98, .56, 200), (.74, .70, 300), (-.27, .60, 60), (-.22, .74, 190),
             (-1.18, .56, 250), (-1.12, .74, 30), (-1.10, .34, 130), (-2.1, .3, 10), (-2.15, .55, 80),
             (-2.3, .7, 150), (-2.5, .4, 10)]
    for j, (x, y, a) in enumerate(spots):
        lie(cab, whole[j % 3], (x, y, z), a, k.u() * 360, .92 + .14 * k.u())
    lie(cab, whole[1], (.80, .53, z + .135), 250, 90, .95)
    lie(cab, whole[2], (-.235, .66, z + .13), 120, 200, .95)
    # the near side of the table, out of focus
    for j, (x, y, a) in enumerate([(-.98, -.22, 20), (-.74, -.30, 75), (-.50, -.20, 160), (-.26, -.34, 40),
                                   (-1.25, -.12, 300), (.02, -.26, 200), (-.62, -.44, 0), (-.05, -.46, 110),
                                   (.30, -.40, 250)]):
        lie(cab, whole[(j + 1) % 3], (x, y, z), a, k.u() * 360, .92 + .14 * k.u())
    lie(cab, whole[0], (-.60, -.27, z + .13), 115, 40, .95)
    # cut halves, faces up, near edge
    for j, (x, y, a) in enumerate([(-.36, .20, 15), (-.20, .30, 200), (.52, .20, 30), (-1.02, .16, 160)]):
        lay_down(cab, half[j % 2], (x, y, z + .005), a, flip=False, tilt=3 * k.s(), s=1.0)
    # radishes
    d = produce.radish("daikon", M["daikon"], 1)
    r = produce.radish("round", M["redskin"], 2, round_=True)
    for o in (d, r):
        o.hide_render = True
        o.location = (0, 0, -50)
    for j, (x, y, a) in enumerate([(-.55, .10, 8), (-.50, .17, -4), (-.57, .235, 12), (-.53, .165, 2)]):
        o = instance(d, f"daikon{j}", (x, y, z + .034 + (.055 if j == 3 else 0)), (0, 90, a), .9 + .1 * k.u())
        o.hide_render = False
    # bowls: chilli flakes, garlic/ginger paste
    for j, (x, y, m, rr) in enumerate([(.44, .74, "flakes", .12), (-.44, .78, "garlic", .10), (.50, .10, "flakes", .13),
                                       (-1.32, .14, "flakes", .13)]):
        put(basin(f"bowl{j}", rr, .075, M["steel"]), (x, y, z))
        put(heap(f"fill{j}", rr * .85, .035, M[m], 70 + j, n=70, bump=.006), (x, y, z + .052))
    # glass jars being filled at the far end
    for j, (x, y) in enumerate([(-2.75, .25), (-2.98, .3), (-2.8, .55), (-3.05, .58), (-3.2, .3), (-2.9, .75)]):
        put(glass_jar(f"glass{j}", (M["jarfill"], M["lid"]), j), (x, y, z))


def lie(cab, src, loc, heading, spin, s):
    """A whole cabbage on its side: its own axis (z) laid along the heading."""
    R = rot("z", heading) @ rot("y", 90 + 4) @ rot("z", spin)
    place(cab(src, (loc[0], loc[1], loc[2] + .078 * s), (0, 0, 0), s), R)


def lay_down(cab, src, loc, heading, flip, tilt, s):
    """A half cabbage: cut face (+x of the model) up, or down if flipped."""
    R = rot("z", heading) @ rot("x", tilt) @ rot("y", 90) @ rot("z", 180 if not flip else 0)
    lift = .06 * s
    place(cab(src, (loc[0], loc[1], loc[2] + lift), (0, 0, 0), s), R)


def place(o, R):
    import mathutils
    o.hide_render = False
    o.rotation_euler = mathutils.Matrix(R.tolist()).to_euler()
    # centre lengthwise
    o.location = np.array(o.location) - R @ np.array((0, 0, .15)) * o.scale[0]


# ----------------------------------------------------------- camera and light

def camera(args):
    cam = bpy.data.cameras.new("cam")
    co = bpy.data.objects.new("cam", cam)
    bpy.context.collection.objects.link(co)
    eye = np.array((1.20, -1.62, 1.60))
    aim = np.array((-.23, .70, 1.17))
    import mathutils
    co.location = eye
    co.rotation_euler = mathutils.Vector(aim - eye).to_track_quat("-Z", "Y").to_euler()
    cam.lens = 49
    cam.sensor_width = 36
    cam.dof.use_dof = True
    cam.dof.focus_distance = 2.55
    cam.dof.aperture_fstop = 2.5
    cam.dof.aperture_blades = 9
    bpy.context.scene.camera = co


def light(M):
    w = bpy.data.worlds.new("sky")
    bpy.context.scene.world = w
    w.use_nodes = True
    nt = w.node_tree
    bg = nt.nodes["Background"]
    tc = nt.nodes.new("ShaderNodeTexCoord")
    sep = nt.nodes.new("ShaderNodeSeparateXYZ")
    ramp = nt.nodes.new("ShaderNodeValToRGB")
    ramp.color_ramp.elements[0].position = .30
    ramp.color_ramp.elements[0].color = (.22, .23, .21, 1)
    ramp.color_ramp.elements[1].position = .85
    ramp.color_ramp.elements[1].color = (.92, .97, 1.0, 1)
    mp = nt.nodes.new("ShaderNodeMapRange")
    mp.inputs["From Min"].default_value = -1
    nt.links.new(tc.outputs["Generated"], sep.inputs[0])
    nt.links.new(sep.outputs["Z"], mp.inputs["Value"])
    nt.links.new(mp.outputs[0], ramp.inputs[0])
    nt.links.new(ramp.outputs[0], bg.inputs["Color"])
    # brighter towards the open side, left and behind
    dot = nt.nodes.new("ShaderNodeVectorMath")
    dot.operation = "DOT_PRODUCT"
    dot.inputs[1].default_value = (-.75, .15, .55)
    nt.links.new(tc.outputs["Generated"], dot.inputs[0])
    side = nt.nodes.new("ShaderNodeMapRange")
    side.inputs["From Min"].default_value = -.8
    side.inputs["From Max"].default_value = .9
    side.inputs["To Min"].default_value = .22
    side.inputs["To Max"].default_value = .85
    nt.links.new(dot.outputs["Value"], side.inputs["Value"])
    nt.links.new(side.outputs[0], bg.inputs["Strength"])

    def area(loc, aim, size, power, color):
        import mathutils
        l = bpy.data.lights.new("area", "AREA")
        l.shape = "RECTANGLE"
        l.size, l.size_y = size
        l.energy = power
        l.color = color
        o = bpy.data.objects.new("area", l)
        bpy.context.collection.objects.link(o)
        o.location = loc
        o.rotation_euler = mathutils.Vector(np.array(aim) - np.array(loc)).to_track_quat("-Z", "Y").to_euler()
        o.visible_camera = False
        return o
    # window light from the left front, sun through film from behind left
    area((-4.2, -2.6, 3.2), (-.4, .8, 1.0), (3.5, 2.2), 230, (1.0, .98, .95))
    s = bpy.data.lights.new("sun", "SUN")
    s.energy = 3.4
    s.angle = math.radians(14)
    s.color = (1.0, .95, .86)
    so = bpy.data.objects.new("sun", s)
    bpy.context.collection.objects.link(so)
    import mathutils
    so.rotation_euler = mathutils.Vector((.45, -.50, -.80)).to_track_quat("-Z", "Y").to_euler()


def main():
    args = arguments()
    bpy.ops.wm.read_factory_settings(use_empty=True)
    M = shading.materials()
    greenhouse(M)
    back_bench(M)
    table(M)
    produce_crates(M)
    for p in WORKERS:
        if args.only and p["name"] not in args.only:
            continue
        figure.worker(p, args.cache)
    camera(args)
    light(M)
    sc = bpy.context.scene
    sc.render.engine = "CYCLES"
    c = sc.cycles
    c.device = "CPU"
    c.samples = args.samples
    c.use_adaptive_sampling = False
    c.max_bounces = 5
    c.diffuse_bounces = 2
    c.glossy_bounces = 3
    c.transmission_bounces = 4
    c.caustics_reflective = False
    c.caustics_refractive = False
    c.sample_clamp_indirect = 4
    c.sample_clamp_direct = 12
    c.blur_glossy = 1
    c.use_denoising = False
    sc.render.resolution_x = args.width
    sc.render.resolution_y = round(args.width * ASPECT)
    sc.render.resolution_percentage = 100
    sc.render.threads_mode = "AUTO"
    sc.view_settings.view_transform = "Filmic"
    sc.view_settings.look = "Medium High Contrast"
    sc.view_settings.exposure = .30
    sc.render.image_settings.file_format = "PNG"
    sc.render.image_settings.color_depth = "8"
    if args.crop:
        x0, y0, x1, y1 = map(float, args.crop.split(","))
        sc.render.use_border = True
        sc.render.use_crop_to_border = True
        sc.render.border_min_x, sc.render.border_max_x = x0, x1
        sc.render.border_min_y, sc.render.border_max_y = 1 - y1, 1 - y0
    # two independent halves: their difference tells finish.py what is noise
    c.samples = max(args.samples // 2, 1) if args.halves else args.samples
    for i in (1, 2) if args.halves else (1,):
        c.seed = i
        root, ext = os.path.splitext(os.path.abspath(args.out))
        sc.render.filepath = f"{root}-{i}{ext}" if args.halves else root + ext
        bpy.ops.render.render(write_still=True)


def produce_crates(M):
    """Stacked crates with cabbages behind the workers, to the right."""
    k = Rng(31)
    src = bpy.data.objects["cab0"], bpy.data.objects["cab1"], bpy.data.objects["cab2"]
    for i, (x, y, n, m) in enumerate([(.55, 3.5, 4, "crateb"), (1.2, 3.6, 3, "crateb"), (-.1, 3.7, 3, "crateg"),
                                      (-2.6, 3.7, 4, "crateg"), (-3.3, 3.7, 3, "crateb")]):
        for j in range(n):
            crate(f"crate{i}{j}", (x + .02 * k.s(), y + .02 * k.s(), .27 * j), M[m], 4 * k.s())
        for j in range(5):
            o = instance(src[j % 3], f"cc{i}{j}", (x - .2 + .1 * j, y + .05 * k.s(), .27 * n - .06), (70 + 30 * k.s(), 0, 360 * k.u()), .9)
            o.hide_render = False


main()
