import { findFolder, sourceOf } from "../../src/cli/map-folder.ts";
import { placeFolder, writeFolder } from "../../src/cli/output-folder.ts";
import { readFolder } from "../../src/folder/read-map.ts";
import { folderFiles } from "../../src/folder/write.ts";
import { seededRandom } from "../../src/kernel/random.ts";
import type { EdgeList } from "../../src/model/edges.ts";
import type { Field } from "../../src/model/field.ts";
import type { TopicMap } from "../../src/model/map.ts";
import type { Paper } from "../../src/model/paper.ts";
import { startMeter } from "./meter.ts";

/**
 * `node --max-old-space-size=12000 dist/bench/million.js map/ larger/ [copies]`: a map folder of ten times as many
 * papers, which nobody has to lay out for hours: copies of each paper around its place, in the same topics, with the
 * links that it has within each copy. Titles, texts and identities of copies carry their number, so that no two papers
 * are one.
 */
const [from = "", to = "", times = "10"] = process.argv.slice(2);
/** How far copies stand from their paper's place, in map units, of which neighbours are about one apart. */
const JITTER = 3;
const SEED = 7;

const meter = startMeter();
const said = (what: string) => {
  const { cpu, wall } = meter();
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  console.log(`${what}: ${cpu.toFixed(0)} CPU s, ${wall.toFixed(0)} s, ${megabytes} MB`);
};
const found = await findFolder(from);
if (!found) throw new Error(`${from} is no map folder`);
const { map } = await readFolder(await sourceOf(found));
said(`${map.papers.length} papers read`);
const larger = multiplied(map, Number(times));
said(`${larger.papers.length} papers made`);
writeFolder(to, await folderFiles(larger));
placeFolder(to);
said("written");

function multiplied(map: TopicMap, times: number): TopicMap {
  const n = map.papers.length;
  // The same distance between neighbours.
  const wider = Math.sqrt(times);
  const random = seededRandom(SEED);
  const around = () => (random() + random() + random() - 1.5) * JITTER;
  const spread = (column: Float32Array) => {
    const out = new Float32Array(n * times);
    for (let k = 0; k < times; k++) for (let i = 0; i < n; i++) out[k * n + i] = column[i] * wider + around();
    return out;
  };
  const each = Array.from({ length: n * times }, (_, i) => i % n);
  const { title, generator, parameters, leaf, fields, background } = map;
  return {
    title: `${title} × ${times}`,
    generator,
    parameters,
    inputs: map.inputs.map((input) => ({ ...input, papers: input.papers * times })),
    papers: each.map((i, at) => copyOf(map.papers[i], Math.floor(at / n))),
    ...(fields ? { fields: fields.map((field) => repeatedField(field, times)) } : {}),
    ...(background ? { background } : {}),
    topics: map.topics.map((topic) => ({
      ...topic,
      size: topic.size * times,
      x: topic.x * wider,
      y: topic.y * wider,
    })),
    topic: repeated(map.topic, times),
    subtopic: repeated(map.subtopic, times),
    ...(leaf ? { leaf: repeated(leaf, times) } : {}),
    confidence: repeated(map.confidence, times),
    runnerUp: repeated(map.runnerUp, times),
    x: spread(map.x),
    y: spread(map.y),
    size: repeated(map.size, times),
    terms: each.map((i) => map.terms[i]),
    concepts: each.map((i) => map.concepts[i]),
    edges: map.edges.map(
      ({ kind, directed, source, target, weight, mentions }): EdgeList => ({
        kind,
        directed,
        source: repeated(source, times, n),
        target: repeated(target, times, n),
        weight: repeated(weight, times),
        ...(mentions ? { mentions: Array.from({ length: times }, () => mentions).flat() } : {}),
      }),
    ),
    edits: [],
    tour: [],
    notes: [],
  };
}

/** The paper itself, or a copy of it that is another work. */
function copyOf(paper: Paper, copy: number): Paper {
  if (copy === 0) return paper;
  const { doi, ...others } = paper;
  const { id, identity, title } = others;
  const names = { id: `${id}~${copy}`, identity: `${identity}~${copy}`, title: `${title} (${copy})` };
  return { ...others, ...names, ...(doi === undefined ? {} : { doi: `${doi}.${copy}` }) };
}

/** A column again and again, `step` more each time. */
function repeated<T extends Int8Array | Int32Array | Uint32Array | Float32Array | Float64Array>(
  column: T,
  times: number,
  step = 0,
): T {
  const Column = column.constructor as new (length: number) => T;
  const out = new Column(column.length * times);
  for (let k = 0; k < times; k++)
    out.set(step === 0 ? column : column.map((value) => value + k * step), k * column.length);
  return out;
}

function repeatedField(field: Field, times: number): Field {
  switch (field.type) {
    case "number":
      return { ...field, values: repeated(field.values, times) };
    case "boolean":
      return { ...field, values: repeated(field.values, times) };
    case "list": {
      const { codes, offsets } = field;
      const starts = new Uint32Array((offsets.length - 1) * times + 1);
      starts.set(repeated(offsets.subarray(0, -1), times, codes.length));
      starts[starts.length - 1] = codes.length * times;
      return { ...field, codes: repeated(codes, times), offsets: starts };
    }
    default:
      return { ...field, codes: repeated(field.codes, times) };
  }
}
