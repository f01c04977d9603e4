import { decodeChanges } from "./decode-changes.ts";
import { decodeParameters, decodeWords } from "./decode-parameters.ts";
import { TopographError } from "./errors.ts";
import { decodeFieldHeads } from "./field-json.ts";
import { type Entries, type MapExtra, SCHEMA, type TopicMap, type Unedited } from "./map.ts";
import type { Note } from "./report.ts";
import { asNumber, type Field, field } from "./take.ts";
import { NO_TOPIC, type Topic } from "./topic.ts";

type Known = Pick<
  TopicMap,
  | "title"
  | "subtitle"
  | "generator"
  | "parameters"
  | "inputs"
  | "topics"
  | "edits"
  | "tour"
  | "notes"
  | "missing"
  | "unedited"
  | "background"
  | "withheld"
>;

/** The one place where older schemas are turned into this one (there is none older than 1). @throws TopographError */
export function checkSchema(schema: unknown): void {
  if (!Number.isInteger(schema))
    throw new TopographError("input", "not a saved map of Topograph: its attributes hold no schema number");
  if (Number(schema) > SCHEMA)
    throw new TopographError(
      "input",
      `this map was written by a newer Topograph (schema ${schema}; this one reads up to ${SCHEMA}): update Topograph`,
    );
}

/** Indices of papers by the keys of their nodes, and how many there are. */
export type Keys = Pick<ReadonlyMap<string, number>, "get" | "size">;

/** The attributes of a saved map. @param keys indices of its nodes */
export function decodeAttributes(
  value: unknown,
  keys: Keys,
): { known: Known; heads: ReturnType<typeof decodeFieldHeads>; extra: MapExtra } {
  const from = field(value, "the attributes of the map");
  from.take("schema");
  const parameters = decodeParameters(from.take("parameters"));
  const { topics, extras: topicExtras } = decodeTopics(from, keys);
  const changes = decodeChanges(from.take("changes"));
  const unedited = decodeUnedited(from.take("unedited"), keys);
  const missing = decodeMissing(from);
  const background = decodeBackground(from.take("background"));
  const subtitle = from.text("subtitle");
  const withheld = from.text("withheld");
  const known: Known = {
    title: from.text("title") ?? "",
    ...(subtitle ? { subtitle } : {}),
    generator: from.text("generator") ?? "",
    parameters: parameters.known,
    inputs: decodeInputs(from),
    topics,
    edits: from.objects("edits").flatMap((edit) => {
      const { type } = edit;
      return typeof type === "string" ? [{ ...edit, type }] : [];
    }),
    tour: from.objects("tour"),
    notes: decodeNotes(from),
    ...(missing.length > 0 ? { missing } : {}),
    ...(unedited ? { unedited } : {}),
    ...(changes ? { changes } : {}),
    ...(background ? { background } : {}),
    ...(withheld === "abstracts" || withheld === "closed" ? { withheld } : {}),
  };
  const heads = decodeFieldHeads(from.list("fields"));
  const rest = from.rest();
  const extra: MapExtra = {
    ...(rest.length > 0 ? { attributes: rest } : {}),
    ...(parameters.rest.length > 0 ? { parameters: parameters.rest } : {}),
    ...(topicExtras.size > 0 ? { topics: topicExtras } : {}),
  };
  return { known, heads, extra };
}

function decodeTopics(from: Field, keys: Keys) {
  const extras = new Map<number, Entries>();
  const topics = from.list("topics").map((item, i) => {
    const topic = field(item, `topic ${i}`);
    const decoded = decodeTopic(topic, keys);
    const rest = topic.rest();
    if (rest.length > 0) extras.set(decoded.id, rest);
    return decoded;
  });
  checkParents(topics);
  return { topics, extras };
}

/** The grouping before the edits; absent where another tool has added or removed papers, which it no longer fits. */
function decodeUnedited(value: unknown, keys: Keys): Unedited | undefined {
  if (value === undefined) return undefined;
  const from = field(value, "the map before its edits");
  const { topics, extras } = decodeTopics(from, keys);
  const ids = new Set(topics.map(({ id }) => id));
  const column = (name: string) => {
    const numbers = from.list(name).map((item) => asNumber(item) ?? NO_TOPIC);
    return Int32Array.from(numbers, (id) => (ids.has(id) ? id : NO_TOPIC));
  };
  const [topic, subtopic, runnerUp] = [column("topic"), column("subtopic"), column("runnerUp")];
  const leaf = column("leaf");
  const confidence = Float32Array.from(from.list("confidence"), (item) => asNumber(item) ?? 0);
  if ([topic, subtopic, runnerUp, confidence].some((each) => each.length !== keys.size)) return undefined;
  const decision = Int32Array.from(from.list("decision"), (item) => asNumber(item) ?? -1);
  const place = (name: string) => Float32Array.from(from.list(name), (item) => asNumber(item) ?? 0);
  const [x, y] = [place("x"), place("y")];
  const isPlaced = keys.size > 0 && x.length === keys.size && y.length === keys.size;
  return {
    ...decodeWords(from),
    ...(isPlaced ? { places: { x, y } } : {}),
    ...(decision.length === keys.size && keys.size > 0 ? { decision } : {}),
    topics,
    topic,
    subtopic,
    ...(leaf.length === keys.size && keys.size > 0 ? { leaf } : {}),
    runnerUp,
    confidence,
    ...(extras.size > 0 ? { extra: extras } : {}),
  };
}

/** Absent where it is not what a map keeps: the map is then weighed by its own words. */
function decodeBackground(value: unknown): TopicMap["background"] {
  if (value === undefined) return undefined;
  const from = field(value, "the background of the map");
  const [stems, sum] = [from.text("stems"), from.number("sum")];
  return stems !== undefined && /^[a-z]+$/i.test(stems) && sum !== undefined ? { stems, sum } : undefined;
}

function decodeInputs(from: Field): TopicMap["inputs"] {
  return from.list("inputs").map((item, i) => {
    const input = field(item, `input ${i + 1}`);
    const groups = input.strings("groups");
    return {
      name: input.needText("name"),
      format: input.needText("format"),
      sha256: input.needText("sha256"),
      papers: input.needNumber("papers"),
      ...(groups.length > 0 ? { groups } : {}),
    };
  });
}

/** Whoever climbs from a topic to its parents must arrive. @throws TopographError (input) that names the topic otherwise */
function checkParents(topics: readonly Topic[]): void {
  const parents = new Map(topics.map(({ id, parent }) => [id, parent]));
  const arrives = new Set<number>();
  for (const { id } of topics) {
    const way = new Set<number>();
    for (let at: number | undefined = id; at !== undefined && !arrives.has(at); at = parents.get(at)) {
      if (way.has(at))
        throw new TopographError(
          "input",
          `topic ${id}: its parents lead back to topic ${at}; expected one without a parent at their end`,
        );
      way.add(at);
    }
    for (const topic of way) arrives.add(topic);
  }
}

/** Fields beside level and message are kept: other versions may say more. */
function decodeNotes(from: Field): Note[] {
  return from.objects("notes").flatMap((note) => {
    const { level, message } = note;
    if (typeof message !== "string") return [];
    return [{ ...note, level: level === "warning" ? "warning" : "info", message }];
  });
}

function decodeMissing(from: Field): NonNullable<TopicMap["missing"]> {
  return from.list("missing").map((item, i) => {
    const work = field(item, `missing work ${i + 1}`);
    const doi = work.text("doi");
    return {
      reference: work.needText("reference"),
      ...(doi ? { doi } : {}),
      count: work.needNumber("count"),
    };
  });
}

function decodeTopic(topic: Field, keys: Keys): Topic {
  const optional = (key: "parent" | "group" | "stability") => {
    const found = topic.number(key);
    return found === undefined ? {} : { [key]: found };
  };
  const area = topic.text("area");
  return {
    id: topic.needNumber("id"),
    ...optional("parent"),
    ...optional("group"),
    ...(area ? { area } : {}),
    name: topic.text("name") ?? "",
    ...(topic.take("mixed") === true ? { mixed: true } : {}),
    terms: topic.list("terms").map((item) => {
      const term = field(item, `${topic.where}: a term`);
      return {
        term: term.needText("term"),
        score: asNumber(term.take("score")) ?? 0,
        inside: asNumber(term.take("inside")) ?? 0,
        outside: asNumber(term.take("outside")) ?? 0,
      };
    }),
    size: topic.number("size") ?? 0,
    color: topic.color("color"),
    x: topic.number("x") ?? 0,
    y: topic.number("y") ?? 0,
    ...optional("stability"),
    examples: topic.strings("examples").flatMap((key) => keys.get(key) ?? []),
  };
}
