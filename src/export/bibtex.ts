import { bibtexType, isVerbatim, venueField } from "../model/entry-types.ts";
import type { TopicMap } from "../model/map.ts";
import { type Name, namesOf, nameText } from "../model/name.ts";
import type { Paper } from "../model/paper.ts";
import { inChunks } from "./chunks.ts";
import { fieldsByName, tagsFrom, textsOf, writtenValue } from "./fields.ts";
import { isOfGroups, jabrefGroups } from "./jabref.ts";
import { marksByPaper } from "./marked.ts";
import { oneLine } from "./one-line.ts";
import { type ListOptions, topicNames, topicNote, united, withTopic } from "./reading-list.ts";

/**
 * Writes papers of a map as BibTeX (UTF-8), a reading list; what came from BibTeX goes back into its fields.
 * @param papers indices; default: all
 */
export function toBibtex(
  map: TopicMap,
  papers: Iterable<number> = map.papers.keys(),
  options: ListOptions = {},
): Iterable<string> {
  return inChunks(entries(map, papers, options));
}

function* entries(
  map: TopicMap,
  papers: Iterable<number>,
  { topicsAs = "group" }: ListOptions,
): Iterable<string> {
  const groups = topicsAs === "group" ? jabrefGroups(map) : undefined;
  const topicName = topicNames(map);
  const marks = marksByPaper(map);
  const listed = [...papers];
  const used = new Set<string>();
  const type = fieldsByName(map)("type");
  const own = ownFields(map, groups !== undefined);
  const isBibtex = map.inputs.some(({ format }) => format.includes("bibtex"));
  for (const i of listed) {
    const key = uniqueKey(map.papers[i].id, `p${i + 1}`, used);
    const topic = topicName(i);
    const { tags, note } = marks(i);
    const keywords = withTopic(united(map.papers[i].keywords, tags), topic, topicsAs);
    const paper = { ...map.papers[i], keywords };
    // "note" is what styles print; "comment" is for the reader of the list.
    const said: Entry = [
      ["groups", groups?.of(i) ?? ""],
      ["comment", groups ? "" : latex(topicNote(topic, topicsAs))],
      ["comment", latex(note)],
    ];
    yield entry(paper, key, bibtexType(textsOf(type(i))[0]), joined([...own(i), ...said]), isBibtex);
  }
  if (groups) yield groups.tree(listed);
}

/** Each field once, as BibTeX has it. */
function joined(fields: Entry): Entry {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const before = values.get(name) ?? [];
    if (value !== "" && !before.includes(value)) values.set(name, [...before, value]);
  }
  return [...values].map(([name, all]) => [name, all.join("; ")] as const);
}

/** The source's own key where BibTeX can have it, else the map's; keys differ in more than case. */
function uniqueKey(id: string, fallback: string, used: Set<string>): string {
  const plain = id.replace(/[^A-Za-z0-9:._/+-]+/g, "_").replace(/^_+|_+$/g, "");
  let key = plain === "" ? fallback : plain;
  while (used.has(key.toLowerCase())) key = `${key}-${fallback}`;
  used.add(key.toLowerCase());
  return key;
}

/** Fields of papers that BibTeX has one for, wherever they come from. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  ["volume", "volume"],
  ["issue", "number"],
  ["pages", "pages"],
  ["publisher", "publisher"],
  ["issn", "issn"],
  ["isbn", "isbn"],
  ["affiliations", "affiliation"],
]);

/** Fields that readers, ours among them, take for where a work was published. */
const VENUES =
  /^(?:journal(?:title|-full)?|booktitle|eventtitle|maintitle|school|institution|publisher|howpublished)$/;

type Entry = readonly (readonly [name: string, value: string])[];

/** What fields say of paper i, in the fields of BibTeX. */
function ownFields({ fields = [] }: TopicMap, isGrouped: boolean): (i: number) => Entry {
  const known = fields.flatMap((field) => {
    // They are listed with the topics.
    if (isGrouped && isOfGroups(field)) return [];
    const name = KNOWN.get(field.name);
    const names = name === undefined ? tagsFrom(field, "bibtex") : [name];
    return names.map((one) => [one, field] as const);
  });
  return (i) =>
    known.flatMap(([name, field]) => {
      const text = textsOf(writtenValue(field, i)).join("; ");
      if (text === "") return [];
      return [[name, isVerbatim(name) ? oneLine(text) : latex(text)] as const];
    });
}

/** @param isBibtex whether references and citations go back to where they may be from */
function entry(paper: Paper, key: string, type: string | undefined, own: Entry, isBibtex: boolean): string {
  const { title, year, venue = "", doi, url, abstract, keywords, language, references, citations } = paper;
  const written = type ?? (venue ? "article" : "misc");
  // A field of its own says where it was published: a school, an institution.
  const isSaid = own.some(([name, text]) => VENUES.test(name) && text === latex(venue));
  const dated = own.some(([name]) => name === "year");
  const fields: Entry = [
    ["title", `{${latex(title)}}`],
    ["author", namesOf(paper).map(author).join(" and ")],
    ["year", dated ? "" : String(year ?? "")],
    [venueField(written), isSaid ? "" : latex(venue)],
    ["doi", verbatim(doi ?? "")],
    ["url", verbatim(url ?? "")],
    ["abstract", latex(abstract)],
    ["keywords", keywords.map(latex).join(", ")],
    ["langid", latex(language ?? "")],
    ...own,
    ["times-cited", isBibtex ? String(citations ?? "") : ""],
    ["references", isBibtex ? latex(references.map((one) => one.replace(/;\s/g, ", ")).join("; ")) : ""],
  ];
  const lines = fields.flatMap(([name, value]) => (value === "" ? [] : [`  ${name} = {${value}},\n`]));
  return `@${written}{${key},\n${lines.join("")}}\n\n`;
}

/** "von Family, Suffix, Given"; what has no parts or would be cut in two stands in braces. */
function author(name: Name): string {
  if ("literal" in name) return `{${latex(name.literal)}}`;
  const { family, given = "", particle = "", suffix = "" } = name;
  if (given === "" || family === "") {
    const text = latex(nameText(name));
    return /[\s,]|^and$/i.test(text) ? `{${text}}` : text;
  }
  const last = [particle && part(particle), part(family)].filter((word) => word !== "").join(" ");
  return [last, suffix && part(suffix), part(given)].filter((word) => word !== "").join(", ");
}

/** A comma or an "and" in a part is none between parts or names. */
function part(text: string): string {
  return /,|(?:^|\s)and(?:\s|$)/i.test(text) ? `{${latex(text)}}` : latex(text);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
};

/** BibTeX counts escaped braces, too: those of a text that has them without partner would end the entry. */
const LONE: Readonly<Record<string, string>> = { "{": "\\textbraceleft{}", "}": "\\textbraceright{}" };

function latex(text: string): string {
  const signs = isBalanced(text) ? ESCAPES : { ...ESCAPES, ...LONE };
  return oneLine(text).replace(/[\\{}$&%#_^~]/g, (character) => signs[character]);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) {
    depth += brace === "{" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Where LaTeX commands mean nothing; braces would unbalance the entry. */
function verbatim(text: string): string {
  return oneLine(text).replace(
    /[{}\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
