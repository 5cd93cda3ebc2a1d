// Writes the pages of an edition of bench/make_pages as other programs want them: the same copy, heads, photos, faces,
// sizes and frames, as near as each can come. usage: node pages.mjs FOLDER typst|html|tex
import fs from "node:fs";
import path from "node:path";

const [folder, form] = process.argv.slice(2);
const read = (name) => fs.readFileSync(path.join(folder, name), "utf8");

/// The stories of each page in the order of the frames.
const pages = [];
for (const line of read("edition.yaml").split("\n")) {
  if (line.includes("number:")) pages.push([]);
  const story = line.match(/^ {6}(\w+): (\S+\.md)$/);
  if (!story) continue;
  const [, head, body] = read(story[2]).split("---\n");
  pages.at(-1).push({
    frame: story[1],
    title: head.match(/title: (.*)/)[1],
    byline: head.match(/byline: (.*)/)[1],
    photo: head.match(/file: \.\.\/(\S+),/)?.[1],
    caption: head.match(/caption: ([^,]*),/)?.[1],
    paragraphs: body.trim().split(/\n\n+/),
  });
}

const lead = (story) => story.frame === "lead";
const faces = { lead: ["Noto Serif CJK SC", 700], second: ["Noto Sans CJK SC", 700], third: ["Noto Sans CJK SC", 700],
                fourth: ["LXGW WenKai", 400], fifth: ["Noto Serif CJK SC", 700] };
const size = (story) => (lead(story) ? 36 : 28);
// Rows of 13.5 pt: of the frame less its head, in banxin's layout.
const textRows = (story) => (lead(story) ? 37 : 27);

function typst() {
  const escape = (text) => text.replace(/[\\#*_`$<>@\[\]"=~\/-]/g, "\\$&");
  const columns = (story) => {
    const photo = story.photo
      ? `#block(spacing: 4pt)[#image("${story.photo}", width: 100%)\n#text(font: "LXGW WenKai", size: 8.5pt)[${escape(story.caption)}]]\n\n` : "";
    return `#block(height: ${textRows(story) * 13.5}pt)[#columns(${lead(story) ? 6 : 3}, gutter: 19pt)[\n${photo}` +
      story.paragraphs.map(escape).join("\n\n") + "\n]]";
  };
  const box = (story) => `[#align(center)[#text(font: "${faces[story.frame][0]}", weight: ${faces[story.frame][1]}, size: ${size(story)}pt)[${escape(story.title)}]\n` +
    `#linebreak()#text(font: "LXGW WenKai", size: 10pt)[${escape(story.byline)}]]\n${columns(story)}]`;
  const page = ([first, ...rest]) => `#block${box(first)}\n#grid(columns: (1fr, 1fr), column-gutter: 19pt, row-gutter: 13.5pt, ${rest.map(box).join(", ")})`;
  return `#set page(width: 390mm, height: 545mm, margin: (x: 7.4mm, y: 8mm))
#set text(font: "Noto Serif CJK SC", size: 9.5pt, lang: "zh", top-edge: "ascender", bottom-edge: "descender")
#set par(justify: true, leading: 4pt, spacing: 4pt, first-line-indent: (amount: 2em, all: true))
${pages.map(page).join("\n#pagebreak()\n")}\n`;
}

function html() {
  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const box = (story) => `<section class="${lead(story) ? "lead" : ""}"><h1 style="font: ${faces[story.frame][1]} ${size(story)}pt '${faces[story.frame][0]}'">` +
    `${escape(story.title)}</h1><address>${escape(story.byline)}</address><div style="column-count: ${lead(story) ? 6 : 3}; height: ${textRows(story) * 13.5}pt">` +
    (story.photo ? `<figure><img src="${story.photo}"><figcaption>${escape(story.caption)}</figcaption></figure>` : "") +
    story.paragraphs.map((p) => `<p>${escape(p)}</p>`).join("") + "</div></section>";
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${pages.length}</title><style>
@page { size: 390mm 545mm; margin: 0 }
body { margin: 0; font: 9.5pt/13.5pt "Noto Serif CJK SC" }
article { box-sizing: border-box; height: 544mm; padding: 8mm 7.4mm; break-after: page; overflow: hidden; display: grid; grid-template-columns: 1fr 1fr; gap: 13.5pt 19pt }
section.lead { grid-column: 1 / 3 }
h1, address { margin: 0; text-align: center } h1 { line-height: 1.4 !important } address { font: 10pt "LXGW WenKai" }
div { column-gap: 19pt; column-fill: auto } p { margin: 0; text-indent: 2em; text-align: justify }
figure { margin: 0 } img { width: 100% } figcaption { font: 8.5pt "LXGW WenKai" }
</style>${pages.map((p) => `<article>${p.map(box).join("")}</article>`).join("\n")}</html>\n`;
}

function tex() {
  const escape = (text) => text.replace(/[#$%&_{}]/g, "\\$&").replace(/[~^\\](?![#$%&_{}])/g, "");
  const family = { "Noto Serif CJK SC": "\\song", "Noto Sans CJK SC": "\\hei", "LXGW WenKai": "\\kai" };
  const box = (story) => `\\begin{minipage}[t]{${lead(story) ? "\\textwidth" : ".49\\textwidth"}}\\begin{center}{${family[faces[story.frame][0]]}${faces[story.frame][1] > 400 ? "\\bfseries" : ""}\\fontsize{${size(story)}}{${size(story) * 1.3}}\\selectfont ${escape(story.title)}\\par}` +
    `{\\kai\\fontsize{10}{13.5}\\selectfont ${escape(story.byline)}\\par}\\end{center}\n\\begin{multicols}{${lead(story) ? 6 : 3}}\n` +
    (story.photo ? `\\noindent\\includegraphics[width=\\columnwidth]{${story.photo}}\\par{\\kai\\fontsize{8.5}{11}\\selectfont ${escape(story.caption)}\\par}\n` : "") +
    story.paragraphs.map(escape).join("\n\n") + "\n\\end{multicols}\\end{minipage}";
  const page = (p) => box(p[0]) + "\\par\n" + [1, 3].map((i) => box(p[i]) + "\\hfill\n" + box(p[i + 1])).join("\\par\n");
  return `\\documentclass{article}
\\usepackage[paperwidth=390mm,paperheight=545mm,hmargin=7.4mm,vmargin=8mm]{geometry}
\\usepackage{xeCJK,multicol,graphicx}
\\setCJKmainfont{Noto Serif CJK SC}\\setCJKfamilyfont{hei}{Noto Sans CJK SC}\\setCJKfamilyfont{kai}{LXGW WenKai}
\\newcommand\\song{\\CJKfamily{\\CJKrmdefault}}\\newcommand\\hei{\\CJKfamily{hei}}\\newcommand\\kai{\\CJKfamily{kai}}
\\setlength\\columnsep{19pt}\\setlength\\parindent{19pt}\\pagestyle{empty}\\raggedbottom
\\begin{document}\\fontsize{9.5}{13.5}\\selectfont
${pages.map(page).join("\n\\clearpage\n")}
\\end{document}\n`;
}

const [ending, text] = { typst: ["typ", typst], html: ["html", html], tex: ["tex", tex] }[form];
fs.writeFileSync(path.join(folder, "page." + ending), text());
