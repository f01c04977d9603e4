import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { RunResult } from "./one.ts";

/**
 * `npm run bench [-- <most papers>]`: the whole pipeline, each collection in a process of its own, beside the literal
 * natural + graphology version up to 2,000 papers. Without ../shared only the demo is measured. A million papers are
 * measured where recombine.ts has made them (see there).
 */
const COLLECTIONS = [
  { name: "demo", papers: 144, path: "data/resnet_papers_page.txt" },
  { name: "arxiv_1k", papers: 1_000, path: "../shared/corpora/arxiv_1k.jsonl" },
  { name: "arxiv_10k", papers: 10_000, path: "../shared/corpora/arxiv_10k.jsonl.gz" },
  { name: "arxiv_100k", papers: 100_000, path: "../shared/bench/arxiv_100k.jsonl.gz" },
  { name: "million", papers: 1_000_000, path: "dist/bench/million.jsonl.gz" },
];
const MOST_LITERAL = 2_000;
const RESULTS = "test/bench/RESULTS.md";

function run(...args: string[]): RunResult {
  const one = fileURLToPath(new URL("./one.js", import.meta.url));
  const output = execFileSync(process.execPath, ["--max-old-space-size=12000", one, ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output) as RunResult;
}

/** The usual Python way (compare.py), where its packages are at hand; PYTHON names the interpreter. */
function pythonRun(path: string): RunResult | undefined {
  try {
    const output = execFileSync(process.env.PYTHON ?? "python3", ["test/bench/compare.py", path], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return JSON.parse(output) as RunResult;
  } catch {
    return undefined;
  }
}

const most = Number(process.argv[2] ?? 10_000);
const present = COLLECTIONS.filter((c) => c.papers <= most && existsSync(c.path));
const lines: string[] = [];
const say = (line: string) => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const share = (value = 0) => value.toFixed(3);
const cell = (seconds: number) => seconds.toFixed(2);

say(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, ${new Date().toISOString().slice(0, 10)}`,
);
say("");
say("| collection | papers | links | wall s | CPU s | peak MB | recall@15 | NP@10 | CPU s per stage |");
say("|---|---|---|---|---|---|---|---|---|");
const measured: RunResult[] = [];
const ratios: string[] = [];
for (const { name, papers, path } of present) {
  const ours = run("ours", path, String(Math.min(4, cpus().length)));
  measured.push(ours);
  const stages = ours.stages.map(([stage, cpu]) => `${stage} ${cell(cpu)}`).join(", ");
  say(
    `| ${name} | ${ours.papers} | ${ours.edges} | ${cell(ours.wall)} | ${cell(ours.cpu)} | ${ours.memory.toFixed(0)} | ${share(ours.recall)} | ${share(ours.kept)} | ${stages} |`,
  );
  if (papers > MOST_LITERAL) continue;
  const literal = run("literal", path);
  const mine = new Map(ours.stages);
  const each = literal.stages.map(([stage, cpu]) => {
    const own = mine.get(stage) ?? 0;
    return own > 0 ? `${stage} ${(cpu / own).toFixed(1)}×` : `${stage} ${cell(cpu)} s`;
  });
  ratios.push(`| ${name} | ${cell(literal.cpu)} | ${each.join(", ")} |`);
}
const usual = measured.find((run) => run.papers === 10_000);
if (usual) {
  const theirs = pythonRun(COLLECTIONS[2].path);
  if (theirs) {
    const stages = theirs.stages.map(([stage, cpu]) => `${stage} ${cell(cpu)}`).join(", ");
    const times = (theirs.cpu / usual.cpu).toFixed(1);
    say(
      `\nscikit-learn, igraph's Louvain and DrL on the same 10,000 papers in the same run (one seed, one level, no concepts, names or files): ${cell(theirs.cpu)} CPU s, ${times} times ours, ${theirs.memory} MB (${stages})`,
    );
  }
}
say("");
say(
  "The literal natural + graphology pipeline on the same papers (no concepts, names or layout), and how many times our CPU seconds it takes per stage:",
);
say("");
say("| collection | CPU s | per stage |");
say("|---|---|---|");
for (const row of ratios) say(row);
const steps = measured.slice(1).map((big, i) => {
  const small = measured[i];
  const exponent = Math.log(big.cpu / small.cpu) / Math.log(big.papers / small.papers);
  return `${small.papers} → ${big.papers}: ${exponent.toFixed(2)}`;
});
if (steps.length > 0) say(`\nScaling exponent of the CPU seconds: ${steps.join("; ")}`);
writeFileSync(RESULTS, `${lines.join("\n")}\n`);
