/**
 * node zotero.mjs TRANSLATORS FOLDER MAP.json: reads list.ris and list.bib with Zotero's own RIS.js and BibTeX.js, run in
 * a small stand-in for Zotero, and compares the items with the map (see README.md).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [translators, folder, mapFile] = process.argv.slice(2);
const papers = JSON.parse(readFileSync(mapFile, "utf8")).nodes.map(({ attributes }) => attributes);
let failures = 0;

function same(what, found, expected) {
  const wrong =
    expected.length === 0
      ? found.map((one) => [one])
      : expected.flatMap((one, i) =>
          JSON.stringify(one) === JSON.stringify(found[i]) ? [] : [[found[i], one]],
        );
  const ok = found.length === expected.length && wrong.length === 0;
  if (!ok) failures++;
  const more = ok
    ? ""
    : `: ${found.length} for ${expected.length}; ${wrong.length} differ: ${JSON.stringify(wrong.slice(0, 3)).slice(0, 500)}`;
  console.log(`${ok ? "ok   " : "WRONG"} ${what}${more}`);
}

/** What the two translators ask of Zotero. */
async function importWith(translator, text) {
  const items = [];
  class Item {
    constructor(itemType) {
      Object.assign(this, { itemType, creators: [], notes: [], tags: [], attachments: [], seeAlso: [] });
    }
    complete() {
      items.push(this);
    }
  }
  let at = 0;
  const read = (n) => {
    if (at >= text.length) return false;
    const end = n === undefined ? text.indexOf("\n", at) + 1 || text.length : at + n;
    const piece = text.slice(at, end);
    at = end;
    return n === undefined ? piece.replace(/\r?\n$/, "") : piece;
  };
  const trimInternal = (value) => value.replace(/\s+/g, " ").trim();
  const Utilities = {
    trimInternal,
    trim: (value) => value.trim(),
    unescapeHTML: (value) =>
      value.replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name]),
    cleanAuthor(author, creatorType, useComma) {
      const [last, ...first] = useComma ? author.split(/\s*,\s*/) : [author];
      return {
        lastName: trimInternal(last),
        firstName: trimInternal(first.reverse().join(" ")),
        creatorType,
      };
    },
    cleanDOI: (value) => /10\.\d{4,9}\/[^\s"<>]+/.exec(value)?.[0] ?? null,
    removeDiacritics: (value) => value.normalize("NFD").replace(/\p{M}/gu, ""),
    strToDate(value) {
      const year = /\b\d{4}\b/.exec(value)?.[0];
      return year ? { year } : {};
    },
    strToISO: (value) => value,
    formatDate: ({ year }) => year ?? "",
    fieldIsValidForType: () => true,
    getCreatorsForType: () => ["author", "editor"],
    getVersion: () => "7.0",
    deepCopy: (value) => JSON.parse(JSON.stringify(value)),
    text2html: (value) => value,
    capitalizeTitle: (value) => value,
    itemTypeExists: () => true,
  };
  const Zotero = {
    Item,
    Utilities,
    read,
    debug() {},
    setProgress() {},
    getOption: () => undefined,
    getHiddenPref: () => undefined,
    parentTranslator: null,
    Collection: class {
      complete() {}
    },
    loadTranslator: () => ({ setTranslator() {}, getTranslatorObject() {} }),
  };
  const context = vm.createContext({ Zotero, Z: Zotero, ZU: Utilities, console, setTimeout, Promise });
  const code = readFileSync(join(translators, `${translator}.js`), "utf8").replace(
    /^\s*\{[\s\S]*?\n\}\s*\n/,
    "",
  );
  vm.runInContext(code, context, { filename: `${translator}.js` });
  if (!context.detectImport()) throw new Error(`${translator}.js does not take the file for its own`);
  at = 0;
  await context.doImport();
  return items;
}

const plain = (value) =>
  (value ?? "")
    .replace(/<\/?(?:i|b|sub|sup|span)[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
const field = (paper, name) => [paper.fields?.[name] ?? ""].flat().join(", ");
for (const [translator, file] of [
  ["RIS", "list.ris"],
  ["BibTeX", "list.bib"],
]) {
  const items = await importWith(translator, readFileSync(join(folder, file), "utf8"));
  same(
    `${translator}.js: titles`,
    items.map(({ title }) => plain(title)),
    papers.map(({ label }) => plain(label)),
  );
  const authors = (item) => item.creators.filter(({ creatorType }) => creatorType === "author").length;
  same(
    `${translator}.js: authors`,
    items.map(authors),
    papers.map((paper) => (paper.authors ?? []).length),
  );
  const literal = new Set(papers.flatMap(({ names = [] }) => names.flatMap((name) => name.literal ?? [])));
  const single = items.flatMap(({ creators }) =>
    creators.filter(({ fieldMode }) => fieldMode === 1).map(({ lastName }) => lastName),
  );
  same(
    `${translator}.js: one-field names are groups or of one word`,
    single.filter((name) => name.includes(" ") && !literal.has(name)),
    [],
  );
  same(
    `${translator}.js: years`,
    items.map(({ date }) => /\d{4}/.exec(date ?? "")?.[0] ?? ""),
    papers.map(({ year }) => (year === undefined ? "" : String(year))),
  );
  same(
    `${translator}.js: DOIs`,
    items.map(({ DOI, extra = "" }) => (DOI ?? /DOI: (\S+)/.exec(extra)?.[1] ?? "").toLowerCase()),
    papers.map(({ doi = "" }) => doi),
  );
  same(
    `${translator}.js: volumes`,
    items.map(({ volume = "" }) => volume),
    papers.map((paper) => field(paper, "volume")),
  );
  same(
    `${translator}.js: abstracts`,
    items.map(({ abstractNote }) => plain(abstractNote).length),
    papers.map(({ abstract }) => plain(abstract).length),
  );
  same(
    `${translator}.js: tags`,
    items.map(({ tags }) => new Set(tags.map((tag) => tag.tag ?? tag)).size),
    papers.map(({ keywords = [] }) => new Set(keywords).size),
  );
}
console.log(failures ? `${failures} wrong` : "all as in the map");
process.exitCode = failures ? 1 : 0;
