import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

/**
 * `node dist/bench/reading.js papers.jsonl [runs] [cli.js …]`: how fast `topograph inspect` reads the same papers as
 * JSONL, CSV (as Scopus exports it), BibTeX and RIS, the whole command in a process of its own. Several command lines,
 * such as that of an earlier build, run by turns.
 */
const [input = "", runs = "3", ...given] = process.argv.slice(2);
const commands = given.length > 0 ? given : ["dist/cli.js"];

interface Written {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly venue?: string;
  readonly doi?: string | null;
  readonly categories?: readonly string[];
}

/** "Ada King Lovelace" as "Lovelace, Ada King", or short as "Lovelace A.K.". */
const inverted = (name: string) => name.replace(/^(.*) (\S+)$/, "$2, $1");
const short = (name: string) =>
  name.replace(/^(.*) (\S+)$/, (_, given: string, family: string) => {
    const initials = given.split(" ").map((word) => `${word[0]}.`);
    return `${family} ${initials.join("")}`;
  });
const quoted = (cell: unknown) => `"${String(cell ?? "").replaceAll('"', '""')}"`;

const WRITERS: Readonly<
  Record<string, { readonly head?: string; record(paper: Written, i: number): string }>
> = {
  csv: {
    head: "Authors,Title,Year,Source title,DOI,Abstract,Author Keywords,Document Type,EID\n",
    record: ({ title, abstract, authors, year, venue, doi, categories = [] }, i) =>
      `${[authors.map(short).join("; "), title, year, venue, doi, abstract, categories.join("; "), "Article", `2-s2.0-${85e9 + i}`].map(quoted).join(",")}\n`,
  },
  bib: {
    record: ({ title, abstract, authors, year, venue, categories = [] }, i) =>
      `@article{key${i},\n  title = {${title}},\n  author = {${authors.map(inverted).join(" and ")}},\n  year = {${year}},\n  journal = {${venue}},\n  abstract = {${abstract}},\n  keywords = {${categories.join(", ")}}\n}\n\n`,
  },
  ris: {
    record: ({ id, title, abstract, authors, year, venue, categories = [] }) =>
      [
        ...[
          "TY  - JOUR",
          `ID  - ${id}`,
          `TI  - ${title}`,
          ...authors.map((name) => `AU  - ${inverted(name)}`),
        ],
        ...[
          `PY  - ${year}`,
          `T2  - ${venue}`,
          `AB  - ${abstract}`,
          ...categories.map((word) => `KW  - ${word}`),
        ],
        "ER  - \n\n",
      ].join("\n"),
  },
};

/** What a run of a command took. */
interface Taken {
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
}

/** Told by the main thread when the process ends: all its threads count. */
const METER = `import { isMainThread } from "node:worker_threads"; import { writeSync } from "node:fs";
if (isMainThread) process.on("exit", () => { const { userCPUTime: u, systemCPUTime: s, maxRSS } = process.resourceUsage();
writeSync(2, "\\nmeter " + JSON.stringify({ cpu: (u + s) / 1e6, wall: performance.now() / 1e3, memory: maxRSS / 1024 })); });`;

function run(command: string, file: string): Taken {
  const meter = `--import=data:text/javascript,${encodeURIComponent(METER)}`;
  const { stderr, status } = spawnSync(process.execPath, [meter, resolve(command), "inspect", file], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const told = /\nmeter (\{.*\})/.exec(stderr);
  if (status !== 0 || told === null) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return JSON.parse(told[1]) as Taken;
}

async function writeAs(format: string, file: string): Promise<void> {
  const { head = "", record } = WRITERS[format];
  const out = createWriteStream(file);
  out.write(head);
  let i = 0;
  for await (const line of createInterface({ input: createReadStream(input) })) {
    if (line.trim() === "") continue;
    if (!out.write(record(JSON.parse(line) as Written, i++)))
      await new Promise<void>((goOn) => out.once("drain", goOn));
  }
  await new Promise<void>((done) => out.end(done));
}

const folder = mkdtempSync(join(tmpdir(), "topograph-bench-"));
console.log("| format | MB | command | s | MB/s | CPU s | peak MB |\n|---|---|---|---|---|---|---|");
for (const format of ["jsonl", ...Object.keys(WRITERS)]) {
  const file = format === "jsonl" ? input : join(folder, `papers.${format}`);
  if (file !== input) await writeAs(format, file);
  const size = statSync(file).size / 1e6;
  const taken = commands.map((): Taken[] => []);
  for (let k = 0; k < Number(runs); k++)
    for (const [c, command] of commands.entries()) taken[c].push(run(command, file));
  for (const [c, command] of commands.entries()) {
    const least = (of: (one: Taken) => number) => Math.min(...taken[c].map(of));
    const wall = least((one) => one.wall);
    const row = [format, size.toFixed(0), command, wall.toFixed(1), (size / wall).toFixed(0)];
    console.log(
      `| ${[...row, least((one) => one.cpu).toFixed(1), least((one) => one.memory).toFixed(0)].join(" | ")} |`,
    );
  }
  if (file !== input) rmSync(file);
}
rmSync(folder, { recursive: true });
