#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""From the two half renderings to the picture on the page.

    python3 finish.py RENDER.png PICKLING.jpg

Reads RENDER-1.png and RENDER-2.png, removes the sampling noise (non-local means
weighted from the other half), adds a little film grain, and writes a baseline
JPEG with an sRGB profile, IPTC IIM and XMP.  Needs Pillow and NumPy.
The bytes depend on nothing but the input.
"""
import os
import struct
import sys

import numpy as np
from PIL import Image, ImageCms, ImageFilter

CAPTION = "榆次千亩农业示范园内，工作人员正在腌制泡菜。"
HEADLINE = "榆次千亩农业示范园内腌制泡菜"
BYLINE = "杨洋"
CREDIT = "记者 杨洋 摄"
RIGHTS = "版心项目为样张自制的三维渲染图，非实景照片；MIT 许可"
NOTE = "三维渲染图，仅用于版面样张，非新闻摄影。 A 3D rendering made for a sample page, not a camera picture."
WHITE = .95                    # the level that becomes paper white
SOURCE = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"


# ------------------------------------------------------------------- denoise

def load(path):
    return np.asarray(Image.open(path).convert("RGB"), np.float32) / 255


def box(a, r):
    """Mean over a (2r+1) square."""
    for axis in (0, 1):
        p = np.pad(a, [(r + 1, r) if i == axis else (0, 0) for i in range(a.ndim)], mode="edge")
        c = np.cumsum(p, axis, dtype=np.float32 if a.dtype == np.float32 else None)
        n = a.shape[axis]
        c0 = c.take(range(0, n), axis)
        c1 = c.take(range(2 * r + 1, n + 2 * r + 1), axis)
        a = (c1 - c0) / (2 * r + 1)
    return a


def nlm(A, B, search=7, patch=2, k=.55):
    """Dual-buffer non-local means: the weights of one half come from the other."""
    A = A.astype(np.float64)
    B = B.astype(np.float64)
    var = box((A - B) ** 2 / 2, 3).mean(-1) + 1e-6
    h, w = var.shape
    out = []
    for guide, src in ((A, B), (B, A)):
        acc = np.zeros_like(src)
        sw = np.zeros((h, w))
        pad = search
        G = np.pad(guide, ((pad, pad), (pad, pad), (0, 0)), mode="reflect")
        S = np.pad(src, ((pad, pad), (pad, pad), (0, 0)), mode="reflect")
        Vr = np.pad(var, pad, mode="reflect")
        for dy in range(-search, search + 1):
            for dx in range(-search, search + 1):
                sl = (slice(pad + dy, pad + dy + h), slice(pad + dx, pad + dx + w))
                d = ((guide - G[sl]) ** 2).mean(-1)
                v = Vr[sl]
                d = (d - (var + np.minimum(v, var))) / (1e-6 + k * k * (var + v))
                wt = np.exp(-np.maximum(box(d, patch), 0))
                acc += wt[..., None] * S[sl]
                sw += wt
        out.append(acc / sw[..., None])
    return (out[0] + out[1]) / 2


def despeckle(A, B):
    """Fireflies: a sample far above everything round it in either half."""
    out = []
    for X in (A, B):
        im = Image.fromarray((np.clip(X, 0, 1) * 255).astype(np.uint8))
        med = np.asarray(im.filter(ImageFilter.MedianFilter(5)), np.float32) / 255
        spike = (X.mean(-1) - med.mean(-1)) > .22
        out.append(np.where(spike[..., None], med, X))
    return out


# --------------------------------------------------------------------- develop

def develop(img):
    h, w = img.shape[:2]
    rs = np.random.RandomState(1240)
    lum = img.mean(-1, keepdims=True)
    # levels and a gentle curve; the deep shadows are lifted for newsprint
    img = np.clip(img / WHITE, 0, None)
    img = img + .055 * np.sin(2 * np.pi * np.clip(img, 0, 1)) * -.5
    img = .020 + .975 * img
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    r2 = ((x - w / 2) ** 2 + (y - h / 2) ** 2) / (w * w / 4 + h * h / 4)
    img = img * (1 - .06 * r2 ** 1.3)[..., None]
    # unsharp
    b = np.stack([soft(img[..., c], 2) for c in range(3)], -1)
    img = img + .45 * (img - b)
    # grain: soft, the same in all channels but a little colour
    g = soft(rs.normal(0, 1, (h, w)), 1)
    g = g / g.std()
    cg = np.stack([soft(rs.normal(0, 1, (h, w)), 2) for _ in range(3)], -1)
    cg = cg / cg.std()
    amp = .007 + .009 * np.sqrt(np.clip(lum * (1 - lum) * 4, 0, 1))
    img = img + amp * (g[..., None] + .30 * cg)
    return np.clip(img, 0, 1)


def soft(a, n):
    for _ in range(n):
        for axis in (0, 1):
            p = np.pad(a, [(1, 1) if i == axis else (0, 0) for i in range(2)], mode="edge")
            m = a.shape[axis]
            a = (p.take(range(0, m), axis) + 2 * p.take(range(1, m + 1), axis) + p.take(range(2, m + 2), axis)) / 4
    return a


# -------------------------------------------------------------------- metadata

def srgb_profile():
    p = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    p[24:36] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)       # no clock in the file
    p[84:100] = bytes(16)
    return bytes(p)


def iim():
    def ds(rec, num, text):
        b = text if isinstance(text, bytes) else text.encode("utf-8")
        return struct.pack(">BBBH", 0x1C, rec, num, len(b)) + b
    d = ds(1, 90, b"\x1b%G") + ds(2, 0, b"\x00\x04")
    d += ds(2, 40, NOTE) + ds(2, 80, BYLINE) + ds(2, 105, HEADLINE) + ds(2, 110, CREDIT)
    d += ds(2, 116, RIGHTS) + ds(2, 120, CAPTION)
    d += b"\0" * (len(d) & 1)
    n = len(d)
    return b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", n) + d


def xmp():
    return ("http://ns.adobe.com/xap/1.0/\0" + f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
    xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
    photoshop:Credit="{CREDIT}"
    photoshop:Headline="{HEADLINE}"
    photoshop:Instructions="{NOTE}"
    Iptc4xmpExt:DigitalSourceType="{SOURCE}">
   <dc:description><rdf:Alt><rdf:li xml:lang="x-default">{CAPTION}</rdf:li></rdf:Alt></dc:description>
   <dc:creator><rdf:Seq><rdf:li>{BYLINE}</rdf:li></rdf:Seq></dc:creator>
   <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{RIGHTS}</rdf:li></rdf:Alt></dc:rights>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""").encode("utf-8")


def segment(marker, body):
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def main(render, out):
    root, ext = os.path.splitext(render)
    A, B = despeckle(load(f"{root}-1{ext}"), load(f"{root}-2{ext}"))
    clean = nlm(A, B)
    img = develop(.72 * clean + .28 * (A + B) / 2)   # a little of the raw picture keeps the cloth alive
    im = Image.fromarray((img * 255 + .5).astype(np.uint8))
    import io
    buf = io.BytesIO()
    im.save(buf, "JPEG", quality=88, subsampling=0, progressive=False, optimize=True, dpi=(300, 300))
    j = buf.getvalue()
    assert j[2:4] == b"\xff\xe0"
    cut = 4 + struct.unpack(">H", j[4:6])[0]
    extra = segment(0xE1, xmp()) + segment(0xED, iim())
    icc = srgb_profile()
    extra += segment(0xE2, b"ICC_PROFILE\0\x01\x01" + icc)
    with open(out, "wb") as f:
        f.write(j[:cut] + extra + j[cut:])
    print(out, im.size, os.path.getsize(out))


if __name__ == "__main__":
    main(*sys.argv[1:3])
