import { latexToText } from "../../prose/latex.ts";
import { splitList, splitReferences } from "../lists.ts";
import type { RawRecord } from "../record.ts";

/** A BibTeX entry as a record; LaTeX is translated here because only here braces mean grouping. */
export function entryRecord(
  type: string,
  key: string,
  fields: ReadonlyMap<string, string>,
  line: number,
): RawRecord {
  const raw = (...names: string[]) => {
    for (const name of names) {
      const value = fields.get(name);
      if (value !== undefined && value.trim() !== "" && !/^\{\s*\}$/.test(value)) return value;
    }
    return undefined;
  };
  const get = (...names: string[]) => {
    const value = raw(...names);
    return value === undefined ? undefined : latexToText(value).trim();
  };
  const title = get("title");
  const subtitle = get("subtitle");
  const venue = raw(
    "journal",
    "journaltitle",
    "booktitle",
    "journal-full",
    "eventtitle",
    "maintitle",
    "school",
    "institution",
    "publisher",
    "howpublished",
  );
  const cited = /cited\s+by:?\s*(\d+)/i.exec(get("note") ?? "")?.[1];
  const eprint = raw("eprint");
  const arxiv =
    eprint !== undefined && /arxiv/i.test(raw("archiveprefix", "eprinttype", "journal") ?? "arxiv");
  return {
    line,
    id: key === "" ? get("unique-id") : latexToText(key),
    title:
      (title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title) ??
      get("shorttitle", "booktitle", "maintitle", "eventtitle", "issuetitle", "chapter", "titleaddon") ??
      (type === "article" ? undefined : get("howpublished", "note", "series")),
    abstract: get("abstract", "annote", "annotation"),
    year:
      get("year", "date", "issued", "eventdate", "earlyaccessdate", "early-access-date") ?? get("urldate"),
    authors: names(raw("author") ?? raw("editor", "authors") ?? ""),
    venue: venue === undefined ? undefined : (JOURNALS.get(venue.trim()) ?? latexToText(venue)),
    // As it stands: what LaTeX makes of "--" or "~" would break it.
    doi: raw("doi")?.replace(/\s+/g, ""),
    url: raw("url", "link", "ee", "bdsk-url-1", "local-url")?.replace(/\\([_%&#~$])/g, "$1"),
    keywords: [
      ...splitList(get("keywords", "author_keywords", "author-keywords", "keyword") ?? ""),
      ...splitList(get("keywords-plus", "keywords_plus") ?? ""),
    ],
    references: splitReferences(
      raw("references", "cited-references", "cited_references")
        ?.replace(/^\{|\}$/g, "")
        .replace(/\\&/g, "&") ?? "",
    ),
    aliases: [
      get("unique-id", "unique_id"),
      arxiv ? `arxiv:${eprint?.trim().replace(/v\d+$/, "")}` : undefined,
      prefixed("pmid", get("pmid")),
      prefixed("eid", /2-s2\.0-\d+/.exec(raw("eid", "url") ?? "")?.[0]),
    ],
    citations: get("times-cited", "citations", "cited-by", "timescited") ?? cited,
    language: get("langid", "language"),
    volume: raw("volume"),
    issue: raw("number", "issue"),
    pages: raw("pages", "articleno", "eid"),
    type,
  };
}

function prefixed(prefix: string, id: string | undefined): string | undefined {
  return id === undefined ? undefined : `${prefix}:${id}`;
}

/** The names in an author field: "and" between them, outside braces; a name in braces is a group's. */
export function names(field: string): string[] {
  if (field === "") return [];
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < field.length; i++) {
    const c = field.charCodeAt(i);
    if (c === 92) i++;
    else if (c === 123) depth++;
    else if (c === 125) depth--;
    else if (
      depth <= 0 &&
      (c === 97 || c === 65) &&
      /^and\s/i.test(field.slice(i, i + 4)) &&
      i > 0 &&
      /\s/.test(field[i - 1])
    ) {
      parts.push(field.slice(from, i));
      from = i + 4;
    }
  }
  parts.push(field.slice(from));
  if (parts.length === 1 && /^\{[^{}]* and [^{}]*\}$/.test(field.trim()))
    return names(field.trim().slice(1, -1));
  // "A. Smith; B. Jones": not BibTeX, but common in generated files.
  const all = parts.length === 1 && field.includes(";") ? field.split(";") : parts;
  return all.map(oneName).filter((name) => name !== "" && !/^others$/i.test(name));
}

function oneName(name: string): string {
  const trimmed = name.trim();
  const extended = /\bfamily\s*=\s*\{?([^,{}]+)\}?/i.exec(trimmed);
  if (extended !== null) {
    const given = /\bgiven\s*=\s*\{?([^,{}]+)\}?/i.exec(trimmed)?.[1];
    const prefix = /\bprefix\s*=\s*\{?([^,{}]+)\}?/i.exec(trimmed)?.[1];
    const family = latexToText(`${prefix === undefined ? "" : `${prefix.trim()} `}${extended[1].trim()}`);
    return given === undefined ? family : `${family}, ${latexToText(given.trim())}`;
  }
  const group = /^\{[^{}]*\}$/.test(trimmed);
  const text = latexToText(trimmed).trim();
  return group && /[\s,]/.test(text) && text.includes(",") ? text.replaceAll(",", "") : text;
}

/** Journal macros of the American Astronomical Society, as NASA ADS exports them. */
const JOURNALS = new Map(
  Object.entries({
    "\\aj": "The Astronomical Journal",
    "\\apj": "The Astrophysical Journal",
    "\\apjl": "The Astrophysical Journal Letters",
    "\\apjs": "The Astrophysical Journal Supplement Series",
    "\\aap": "Astronomy and Astrophysics",
    "\\aapr": "Astronomy and Astrophysics Review",
    "\\aaps": "Astronomy and Astrophysics Supplement Series",
    "\\araa": "Annual Review of Astronomy and Astrophysics",
    "\\mnras": "Monthly Notices of the Royal Astronomical Society",
    "\\pasp": "Publications of the Astronomical Society of the Pacific",
    "\\pasj": "Publications of the Astronomical Society of Japan",
    "\\nat": "Nature",
    "\\prd": "Physical Review D",
    "\\prl": "Physical Review Letters",
    "\\prc": "Physical Review C",
    "\\pra": "Physical Review A",
    "\\physrep": "Physics Reports",
    "\\jcap": "Journal of Cosmology and Astroparticle Physics",
    "\\icarus": "Icarus",
    "\\solphys": "Solar Physics",
    "\\ssr": "Space Science Reviews",
    "\\apss": "Astrophysics and Space Science",
    "\\baas": "Bulletin of the American Astronomical Society",
    "\\jgr": "Journal of Geophysical Research",
    "\\grl": "Geophysical Research Letters",
    "\\memsai": "Memorie della Società Astronomica Italiana",
    "\\na": "New Astronomy",
    "\\nar": "New Astronomy Reviews",
    "\\planss": "Planetary and Space Science",
    "\\procspie": "Proceedings of the SPIE",
    "\\rmxaa": "Revista Mexicana de Astronomía y Astrofísica",
    "\\caa": "Chinese Astronomy and Astrophysics",
  }),
);
