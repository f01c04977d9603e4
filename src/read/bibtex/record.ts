import { venueField } from "../../model/entry-types.ts";
import { latexToText } from "../../prose/latex.ts";
import { splitList, splitReferences } from "../lists.ts";
import type { RawRecord } from "../record.ts";
import { entryFields } from "./entry-fields.ts";
import { bibtexNames } from "./names.ts";

/** A BibTeX entry as a record; LaTeX is translated here because only here braces mean grouping. */
export function entryRecord(
  type: string,
  key: string,
  fields: ReadonlyMap<string, string>,
  line: number,
): RawRecord {
  const used = new Set<string>();
  /** The first of these fields that says something. */
  const found = (names: readonly string[]) => {
    for (const name of names) {
      const value = fields.get(name);
      if (value !== undefined && value.trim() !== "" && !/^\{\s*\}$/.test(value))
        return [name, value] as const;
    }
    return undefined;
  };
  /** What is read for something, and stays what it is. */
  const peek = (...names: readonly string[]) => found(names)?.[1];
  const raw = (...names: readonly string[]) => {
    const [name, value] = found(names) ?? [];
    if (name !== undefined) used.add(name);
    return value;
  };
  const get = (...names: string[]) => latex(raw(...names));
  // biblatex-chicago: what is cited in a work of reference stands in "lista", the work in "title".
  const isLookedUp = type === "inreference" && raw("lista") !== undefined;
  const title = get(...(isLookedUp ? ["lista"] : []), "title");
  const subtitle = get("subtitle");
  const venue = peek(
    ...(isLookedUp ? ["title"] : []),
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
  for (const name of [venueField(type), "journaltitle"]) if (fields.get(name) === venue) used.add(name);
  const cited = /cited\s+by:?\s*(\d+)/i.exec(peek("note") ?? "")?.[1];
  // Other things than arXiv's ids stand in "eprint" as well ("Instagram"), and two papers may share those.
  const arxiv = /arxiv/i.test(peek("archiveprefix", "eprinttype", "journal") ?? "arxiv")
    ? ARXIV.exec(peek("eprint") ?? "")?.[1]
    : undefined;
  const year =
    peek("year", "date", "issued", "eventdate", "earlyaccessdate", "early-access-date") ?? peek("urldate");
  for (const name of ["year", "date"])
    if (fields.get(name) === year && /^\s*\d{4}\s*$/.test(year ?? "")) used.add(name);
  const record: RawRecord = {
    line,
    id: key === "" ? latex(peek("unique-id")) : latexToText(key),
    title:
      (title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title) ??
      get("shorttitle", "booktitle", "maintitle", "eventtitle", "issuetitle", "chapter", "titleaddon") ??
      (type === "article" ? undefined : latex(peek("howpublished", "note", "series"))),
    abstract: get("abstract", "annote", "annotation"),
    year: latex(year),
    authors: bibtexNames(raw("author") ?? peek("editor", "authors") ?? ""),
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
      latex(peek("unique-id", "unique_id")),
      prefixed("arxiv", arxiv),
      prefixed("pmid", latex(peek("pmid"))),
      prefixed("eid", /2-s2\.0-\d+/.exec(peek("eid", "url") ?? "")?.[0]),
    ],
    citations: get("times-cited", "citations", "cited-by", "timescited") ?? cited,
    language: get("langid", "language"),
    volume: raw("volume"),
    issue: raw("number", "issue"),
    pages: peek("pages", "articleno", "eid"),
    type,
  };
  return { ...record, fields: entryFields(type, fields, used) };
}

function latex(value: string | undefined): string | undefined {
  return value === undefined ? undefined : latexToText(value).trim();
}

/** An id of arXiv, of before and after 2007, without its version. */
const ARXIV = /^\s*(?:arxiv:\s*)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?!\d)/i;

function prefixed(prefix: string, id: string | undefined): string | undefined {
  return id === undefined ? undefined : `${prefix}:${id}`;
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
