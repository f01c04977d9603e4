import type { TopicMap } from "../model/map.ts";
import { type Name, namesOf, nameText } from "../model/name.ts";
import type { Paper } from "../model/paper.ts";
import { inChunks } from "./chunks.ts";
import { oneLine } from "./one-line.ts";

/** Writes papers of a map as BibTeX (UTF-8), a reading list. @param papers indices; default: all */
export function toBibtex(map: TopicMap, papers: Iterable<number> = map.papers.keys()): Iterable<string> {
  return inChunks(entries(map, papers));
}

function* entries(map: TopicMap, papers: Iterable<number>): Iterable<string> {
  const used = new Set<string>();
  for (const i of papers) yield entry(map.papers[i], uniqueKey(map.papers[i].id, `p${i + 1}`, used));
}

/** The source's own key where BibTeX can have it, else the map's; keys differ in more than case. */
function uniqueKey(id: string, fallback: string, used: Set<string>): string {
  const plain = id.replace(/[^A-Za-z0-9:._/+-]+/g, "_").replace(/^_+|_+$/g, "");
  let key = plain === "" ? fallback : plain;
  while (used.has(key.toLowerCase())) key = `${key}-${fallback}`;
  used.add(key.toLowerCase());
  return key;
}

function entry(paper: Paper, key: string): string {
  const { title, year, venue, doi, url, abstract, keywords, language } = paper;
  const fields: (readonly [string, string])[] = [
    ["title", `{${latex(title)}}`],
    ["author", namesOf(paper).map(author).join(" and ")],
    ["year", String(year ?? "")],
    ["journal", latex(venue ?? "")],
    ["doi", verbatim(doi ?? "")],
    ["url", verbatim(url ?? "")],
    ["abstract", latex(abstract)],
    ["keywords", keywords.map(latex).join(", ")],
    ["langid", latex(language ?? "")],
  ];
  const lines = fields.flatMap(([name, value]) => (value === "" ? [] : [`  ${name} = {${value}},\n`]));
  return `@${venue ? "article" : "misc"}{${key},\n${lines.join("")}}\n\n`;
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

function latex(text: string): string {
  return oneLine(text).replace(/[\\{}$&%#_^~]/g, (character) => ESCAPES[character]);
}

/** Where LaTeX commands mean nothing; braces would unbalance the entry. */
function verbatim(text: string): string {
  return oneLine(text).replace(
    /[{}\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
