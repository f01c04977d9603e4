// Gephi there and back: node test/interop/gephi.mjs FILE… (see README.md beside it)
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const VERSION = process.env.GEPHI_TOOLKIT ?? "0.10.1";
const jar = join(
  homedir(),
  `.m2/repository/org/gephi/gephi-toolkit/${VERSION}/gephi-toolkit-${VERSION}-all.jar`,
);
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "topograph-gephi-"));
const path = (name) => join(folder, name);
let wrong = 0;

function run(command, ...words) {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${command} ${words.join(" ")}: ${stderr || stdout}`);
  return { stdout, stderr };
}

const topograph = (...words) => run(process.execPath, join(here, "../../dist/cli.js"), ...words);
const map = (name) => JSON.parse(readFileSync(path(name), "utf8"));

/** Has Gephi open map.gexf and save another: what it printed, as lists of words by their first. */
function gephi(out, what) {
  const { stdout } = run(
    "java",
    "-Djava.awt.headless=true",
    "-cp",
    jar,
    join(here, "gephi/RoundTrip.java"),
    path("map.gexf"),
    path(out),
    what,
  );
  const lines = new Map();
  for (const line of stdout.trim().split("\n")) {
    const [first, ...rest] = line.split(" ");
    lines.set(first, [...(lines.get(first) ?? []), rest]);
  }
  return lines;
}

function same(what, found, expected) {
  const ok = JSON.stringify(found) === JSON.stringify(expected);
  if (!ok) wrong++;
  console.log(
    ok
      ? `PASS  ${what}`
      : `FAIL  ${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`,
  );
}

/** Keys of the papers that differ in any of these attributes. */
const differing = (a, b, ...names) =>
  a.nodes.flatMap(({ key, attributes }, i) =>
    names.some((name) => JSON.stringify(attributes[name]) !== JSON.stringify(b.nodes[i].attributes[name]))
      ? [key]
      : [],
  );

const pairs = (n) => (n * (n - 1)) / 2;
const counts = (list) => {
  const found = new Map();
  for (const item of list) found.set(item, (found.get(item) ?? 0) + 1);
  return [...found.values()];
};

/** Adjusted Rand index. */
function agreement(a, b) {
  const sum = (list) => counts(list).reduce((total, n) => total + pairs(n), 0);
  const [joint, x, y] = [sum(a.map((one, i) => `${one} ${b[i]}`)), sum(a), sum(b)];
  const chance = (x * y) / pairs(a.length);
  return (joint - chance) / ((x + y) / 2 - chance);
}

function spearman(a, b) {
  const ranks = (list) => {
    const order = [...list.keys()].sort((i, j) => list[i] - list[j]);
    const rank = [];
    for (const [r, i] of order.entries()) rank[i] = r;
    return rank;
  };
  const [x, y, mean] = [ranks(a), ranks(b), (a.length - 1) / 2];
  const product = (p, q) => p.reduce((total, v, i) => total + (v - mean) * (q[i] - mean), 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

function check(inputs) {
  if (!existsSync(jar))
    run(
      "mvn",
      "-q",
      "-B",
      "dependency:get",
      `-Dartifact=org.gephi:gephi-toolkit:${VERSION}:jar:all`,
      "-Dtransitive=false",
    );
  topograph("build", ...inputs, "-q", "-o", path("map.json"), "-o", path("map.gexf"));
  const before = map("map.json");
  const back = (file) =>
    topograph("build", ...inputs, "--places", path(file), "-o", path("back.json")).stderr;

  const opened = gephi("same.gexf", "nothing").get("opened");
  same("papers and links in Gephi", opened, [[String(before.nodes.length), String(before.edges.length)]]);
  back("same.gexf");
  same(
    "saved by Gephi and taken back: the same bytes",
    readFileSync(path("back.json"), "utf8") === readFileSync(path("map.json"), "utf8"),
    true,
  );

  const done = gephi("changed.gexf", "changes");
  console.log(
    back("changed.gexf")
      .trim()
      .split("\n")
      .filter((line) => line.startsWith("changed.gexf"))
      .join("\n"),
  );
  const after = map("back.json");
  const keys = (what) => (done.get(what) ?? []).map(([key]) => key);
  same("moved papers, and no others", differing(before, after, "x", "y"), keys("moved"));
  same("papers in another topic, and no others", differing(before, after, "topic"), keys("topic"));
  same("titles", differing(before, after, "label"), keys("label"));
  const painted = done.get("colour").map((words) => words.join(" "));
  same(
    "the topic of another colour",
    after.attributes.topics.filter(({ color }) => color === "#aa0011").map(({ name }) => name),
    painted,
  );
  const rest = ["abstract", "authors", "year", "size", "terms", "concepts", "identity", "id", "fields"];
  same("all else of the papers", differing(before, after, ...rest), []);
  same("links", JSON.stringify(after.edges) === JSON.stringify(before.edges), true);
  const { edits, unedited, ...own } = after.attributes;
  console.log(`note  edits: ${edits.map(({ type }) => type).join(", ")}`);

  const found = gephi("classes.gexf", "classes");
  const rows = found.get("class");
  const withTopic = before.nodes.flatMap(({ attributes: { topic } }, i) =>
    topic === undefined ? [] : [[topic, rows[i][1]]],
  );
  console.log(
    `note  Gephi's modularity ${Number(found.get("modularity")[0][0]).toFixed(3)}: adjusted Rand with the topics ${agreement(
      withTopic.map(([t]) => t),
      withTopic.map(([, c]) => c),
    ).toFixed(2)}; PageRank against sizes: Spearman ${spearman(
      before.nodes.map(({ attributes }) => attributes.size),
      rows.map(([, , rank]) => Number(rank)),
    ).toFixed(2)}`,
  );
  back("classes.gexf");
  const classed = map("back.json");
  const classes = rows.map(([, one]) => one);
  const topics = classed.nodes.map(({ attributes }) => attributes.topic);
  same("the classes are the topics", agreement(classes, topics).toFixed(6), "1.000000");
  same("nothing else has moved", differing(before, classed, "x", "y", "label"), []);
  same("parameters", own.parameters, before.attributes.parameters);
}

try {
  check(process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true });
}
console.log(wrong === 0 ? "all as it should be" : `${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
