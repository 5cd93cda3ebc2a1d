# SPDX-License-Identifier: MIT
"""Materials, all node-made."""
import bpy


class Mat:
    def __init__(self, name):
        self.m = bpy.data.materials.new(name)
        self.m.use_nodes = True
        self.t = self.m.node_tree
        self.b = self.t.nodes["Principled BSDF"]
        self.pos = self.node("ShaderNodeTexCoord").outputs["Object"]

    def node(self, kind, **kw):
        n = self.t.nodes.new(kind)
        for a, v in kw.items():
            setattr(n, a, v)
        return n

    def link(self, a, b):
        self.t.links.new(a, b)

    def set(self, **kw):
        for a, v in kw.items():
            s = self.b.inputs[a.replace("_", " ")]
            s.default_value = (*v, 1) if isinstance(v, tuple) and len(v) == 3 and s.type == "RGBA" else v
        return self

    def noise(self, scale, detail=3, rough=.5, distort=0.0, stretch=None):
        n = self.node("ShaderNodeTexNoise")
        n.inputs["Scale"].default_value = scale
        n.inputs["Detail"].default_value = detail
        n.inputs["Roughness"].default_value = rough
        n.inputs["Distortion"].default_value = distort
        src = self.pos
        if stretch:
            mp = self.node("ShaderNodeMapping")
            mp.inputs["Scale"].default_value = stretch
            self.link(src, mp.inputs[0])
            src = mp.outputs[0]
        self.link(src, n.inputs["Vector"])
        return n.outputs["Fac"]

    def ramp(self, fac, *stops):
        r = self.node("ShaderNodeValToRGB")
        e = r.color_ramp.elements
        while len(e) < len(stops):
            e.new(.5)
        for x, (p, c) in zip(e, stops):
            x.position = p
            x.color = (*c, 1) if isinstance(c, tuple) else (c, c, c, 1)
        self.link(fac, r.inputs[0])
        return r.outputs[0]

    def mix(self, fac, a, b, kind="MIX"):
        n = self.node("ShaderNodeMixRGB", blend_type=kind)
        for v, s in ((fac, n.inputs[0]), (a, n.inputs[1]), (b, n.inputs[2])):
            if hasattr(v, "is_linked"):
                self.link(v, s)
            elif isinstance(v, tuple):
                s.default_value = (*v, 1)
            else:
                s.default_value = v
        return n.outputs[0]

    def bump(self, *fields):
        """Chained bumps: (height, strength, distance)."""
        prev = None
        for h, st, d in fields:
            b = self.node("ShaderNodeBump")
            b.inputs["Strength"].default_value = st
            b.inputs["Distance"].default_value = d
            self.link(h, b.inputs["Height"])
            if prev:
                self.link(prev, b.inputs["Normal"])
            prev = b.outputs["Normal"]
        self.link(prev, self.b.inputs["Normal"])
        return self

    def color(self, sock):
        self.link(sock, self.b.inputs["Base Color"])
        return self

    def vcol(self):
        return self.node("ShaderNodeVertexColor", layer_name="Col").outputs["Color"]

    def translucent(self, amount, color=None):
        tr = self.node("ShaderNodeBsdfTranslucent")
        if color is None:
            src = self.b.inputs["Base Color"]
            if src.is_linked:
                self.link(src.links[0].from_socket, tr.inputs[0])
            else:
                tr.inputs[0].default_value = src.default_value
        mx = self.node("ShaderNodeMixShader")
        mx.inputs[0].default_value = amount
        self.link(self.b.outputs[0], mx.inputs[1])
        self.link(tr.outputs[0], mx.inputs[2])
        self.link(mx.outputs[0], self.t.nodes["Material Output"].inputs[0])
        return self


def cloth(name, color, weave=.25, crease=.5, rough=.85, stain=0.0):
    a = Mat(name).set(Base_Color=color, Roughness=rough, Sheen=.3, Specular=.2)
    tone = a.ramp(a.noise(9, 4), (.3, .90), (.7, 1.0))
    col = a.mix(1.0, color, tone, "MULTIPLY")
    if stain:
        red = a.ramp(a.noise(26, 5, .6), (.64, 0.0), (.70, 1.0))
        m = a.node("ShaderNodeMath", operation="MULTIPLY")
        a.link(red, m.inputs[0])
        m.inputs[1].default_value = stain
        col = a.mix(m.outputs[0], col, (.30, .03, .01))
    a.color(col)
    a.bump((a.noise(11, 3, .55, 1.6), crease, .020), (a.noise(38, 3, .5, 2.0), crease * .6, .005), (a.noise(900, 1), weave, .0005))
    return a.m


def rubber(name, color):
    a = Mat(name).set(Roughness=.33, Specular=.5)
    red = a.ramp(a.noise(30, 5, .6), (.52, 0.0), (.60, .85))
    a.color(a.mix(red, color, (.42, .035, .008)))
    a.bump((a.noise(60, 3, .5, .5), .35, .004))
    return a.m


def plastic(name, color, rough=.4):
    return Mat(name).set(Base_Color=color, Roughness=rough).m


def skin():
    a = Mat("skin").set(Roughness=.48, Specular=.35, Subsurface=.06, Subsurface_Color=(.75, .25, .15))
    a.b.inputs["Subsurface Radius"].default_value = (.012, .005, .003)
    a.color(a.mix(.5, a.vcol(), a.mix(1.0, a.vcol(), a.ramp(a.noise(60, 4), (.3, .82), (.7, 1.08)), "MULTIPLY")))
    a.bump((a.noise(700, 2), .12, .0006))
    return a.m


def film_paper(name, color):
    """The non-woven stuff of caps and masks."""
    a = Mat(name).set(Base_Color=color, Roughness=.9, Specular=.15, Sheen=.2)
    a.bump((a.noise(40, 4, .55, .8), .35, .004), (a.noise(1500, 1), .2, .0004))
    a.translucent(.22)
    return a.m


def materials():
    M = {}
    a = Mat("leaf").set(Roughness=.42, Specular=.35)
    a.color(a.mix(1.0, a.vcol(), a.ramp(a.noise(30, 4), (.3, .82), (.7, 1.06)), "MULTIPLY"))
    a.bump((a.noise(120, 3, .5, .6), .30, .004))
    a.translucent(.22)
    M["leaf"] = a.m

    a = Mat("kimchi").set(Roughness=.24, Specular=.5)
    red = a.ramp(a.noise(300, 2), (.35, (.40, .030, .006)), (.62, (.60, .075, .012)), (.8, (.70, .16, .03)))
    mask = a.ramp(a.noise(17, 5, .62, .5), (.46, 1.0), (.66, .30))
    a.color(a.mix(mask, a.vcol(), red))
    a.bump((a.noise(90, 4, .6), .45, .005), (a.noise(420, 2), .4, .0016))
    a.translucent(.08)
    M["kimchi"] = a.m

    a = Mat("paste").set(Roughness=.22, Specular=.5)
    a.color(a.ramp(a.noise(160, 4, .7), (.32, (.22, .012, .003)), (.50, (.47, .035, .006)), (.68, (.62, .09, .015)),
                   (.80, (.75, .35, .10))))
    a.bump((a.noise(70, 4, .65), .6, .008), (a.noise(330, 2), .5, .002))
    M["paste"] = a.m

    a = Mat("flakes").set(Roughness=.6)
    a.color(a.ramp(a.noise(420, 2, .7), (.35, (.25, .012, .004)), (.55, (.50, .04, .01)), (.70, (.75, .30, .06))))
    a.bump((a.noise(420, 2), .8, .003))
    M["flakes"] = a.m
    a = Mat("garlic").set(Roughness=.5)
    a.color(a.ramp(a.noise(200, 2, .7), (.35, (.62, .52, .28)), (.60, (.82, .76, .55))))
    a.bump((a.noise(200, 2), .8, .004))
    M["garlic"] = a.m

    a = Mat("daikon").set(Roughness=.35)
    a.color(a.mix(.6, a.vcol(), a.mix(1.0, a.vcol(), a.ramp(a.noise(22, 4, .6, 0, (1, 1, .3)), (.3, .75), (.6, 1.0)), "MULTIPLY")))
    a.bump((a.noise(60, 3, .5, 0, (1, 1, 3)), .2, .003))
    M["daikon"] = a.m
    M["redskin"] = plastic("redskin", (.5, .03, .05), .3)

    a = Mat("plant").set(Roughness=.5, Specular=.3)
    a.color(a.vcol())
    a.translucent(.35)
    M["plant"] = a.m

    a = Mat("steel").set(Base_Color=(.72, .73, .74), Metallic=1.0, Roughness=.26)
    a.link(a.ramp(a.noise(12, 4), (.3, .20), (.7, .36)), a.b.inputs["Roughness"])
    M["steel"] = a.m
    a = Mat("brushed").set(Base_Color=(.66, .67, .68), Metallic=1.0)
    a.link(a.ramp(a.noise(6, 5, .6, .3), (.35, .36), (.7, .48)), a.b.inputs["Roughness"])
    wet = a.ramp(a.noise(4.5, 5, .6), (.60, 0.0), (.68, .55))
    a.color(a.mix(wet, (.66, .67, .68), (.60, .36, .28)))
    a.bump((a.noise(4, 2), .04, .01))
    M["brushed"] = a.m

    a = Mat("glaze").set(Roughness=.12, Specular=.6)
    a.color(a.ramp(a.noise(7, 5, .6, .8, (1, 1, .4)), (.3, (.045, .014, .005)), (.55, (.13, .045, .014)), (.75, (.26, .11, .035))))
    a.bump((a.noise(30, 3), .12, .004))
    M["glaze"] = a.m

    a = Mat("jarfill").set(Roughness=.06, Specular=.6)
    a.b.inputs["Clearcoat"].default_value = .6
    a.color(a.ramp(a.noise(16, 5, .6, .8), (.34, (.45, .04, .008)), (.46, (.62, .16, .03)), (.56, (.72, .62, .30)), (.7, (.40, .45, .10))))
    M["jarfill"] = a.m
    M["lid"] = plastic("lid", (.62, .05, .04), .3)

    M["crateb"] = plastic("crateb", (.05, .20, .48))
    M["crateg"] = plastic("crateg", (.06, .32, .16))
    M["paint"] = plastic("paint", (.78, .80, .80), .45)
    a = Mat("concrete").set(Roughness=.7)
    a.color(a.ramp(a.noise(1.5, 6, .6), (.3, (.30, .29, .27)), (.7, (.44, .43, .40))))
    M["concrete"] = a.m

    m = bpy.data.materials.new("film")
    m.use_nodes = True
    t = m.node_tree
    t.nodes.remove(t.nodes["Principled BSDF"])
    e = t.nodes.new("ShaderNodeEmission")
    tc = t.nodes.new("ShaderNodeTexCoord")
    no = t.nodes.new("ShaderNodeTexNoise")
    no.inputs["Scale"].default_value = .8
    rp = t.nodes.new("ShaderNodeValToRGB")
    rp.color_ramp.elements[0].color = (.72, .80, .84, 1)
    rp.color_ramp.elements[1].color = (1, 1, .98, 1)
    t.links.new(tc.outputs["Object"], no.inputs["Vector"])
    t.links.new(no.outputs["Fac"], rp.inputs[0])
    t.links.new(rp.outputs[0], e.inputs[0])
    e.inputs["Strength"].default_value = 1.05
    t.links.new(e.outputs[0], t.nodes["Material Output"].inputs[0])
    m.cycles.sample_as_light = False         # seen only; the sky does the lighting
    M["film"] = m
    return M
