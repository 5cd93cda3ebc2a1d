// Compiles FOLDER/page.typ to page.typst.pdf; with --edit, then changes one paragraph five times and prints the CPU
// milliseconds of what follows, the median.
import fs from "node:fs";
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const [folder, edit] = process.argv.slice(2);
const compiler = NodeCompiler.create({
  workspace: path.resolve(folder),
  fontArgs: [{ fontPaths: ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/truetype/lxgw-wenkai"] }],
});
const source = fs.readFileSync(path.join(folder, "page.typ"), "utf8");
const pdf = (text) => compiler.pdf({ mainFileContent: text });
fs.writeFileSync(path.join(folder, "page.typst.pdf"), pdf(source));
if (edit) {
  const times = [];
  for (const word of ["昨天", "前天", "今天", "明天", "后天"]) {
    const before = process.cpuUsage();
    pdf(source.replace("\n\n", "\n\n" + word));
    const used = process.cpuUsage(before);
    times.push((used.user + used.system) / 1000);
  }
  console.log(times.sort((a, b) => a - b)[2].toFixed(1));
}
