// Runs `PROGRAM watch FOLDER/edition.yaml`, changes one paragraph five times and prints the CPU milliseconds from the
// saved file to the PDF, the median. All threads count, as /proc tells.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";

const [program, folder] = process.argv.slice(2);
const file = path.join(folder, "articles", fs.readdirSync(path.join(folder, "articles")).sort()[0]);
const source = fs.readFileSync(file, "utf8");
const [head, ...paragraphs] = source.split("\n\n");
const child = spawn(program, ["watch", path.join(folder, "edition.yaml"), "-o", path.join(folder, "page.watch.pdf")]);
const lines = readline.createInterface({ input: child.stderr })[Symbol.asyncIterator]();
const written = async () => {
  for (;;) {
    const { value, done } = await lines.next();
    if (done) throw new Error("banxin watch has ended");
    if (value.includes("written in")) return;
  }
};
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const cpu = () => {
  const tasks = `/proc/${child.pid}/task`;
  const nanoseconds = (task) => Number(fs.readFileSync(`${tasks}/${task}/schedstat`, "utf8").split(" ")[0]);
  return fs.readdirSync(tasks).reduce((sum, task) => sum + nanoseconds(task) / 1e6, 0);
};

await written();
const times = [];
for (const word of ["昨天", "前天", "今天", "明天", "后天"]) {
  await pause(300);
  const before = cpu();
  fs.writeFileSync(file, [head, word + paragraphs[0], ...paragraphs.slice(1)].join("\n\n"));
  await written();
  await pause(50);
  times.push(cpu() - before);
}
fs.writeFileSync(file, source);
child.kill();
console.log(times.sort((a, b) => a - b)[2].toFixed(1));
