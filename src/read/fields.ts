/** A field of `RawRecord` that a column or JSON member may stand for. */
export type Field =
  | "id"
  | "title"
  | "abstract"
  | "year"
  | "authors"
  | "fullAuthors"
  | "venue"
  | "doi"
  | "url"
  | "keywords"
  | "moreKeywords"
  | "references"
  | "alias"
  | "citations"
  | "language"
  | "volume"
  | "issue"
  | "pages"
  | "type";

/**
 * Names by which exports and hand-made tables call each field, best first where a table has several.
 * Compared folded: letters and digits only, lower case.
 */
const NAMES: Readonly<Record<Field, string>> = {
  id: "id key citekey citationkey paperid eid pmid ut uniqueid lensid accessionnumber accession itemkey corpusid openalexid recordid itemid uid ref refid referenceid studyid articleid arxivid pubmedid entryid embaseaccessionid identifier",
  title:
    "title documenttitle articletitle itemtitle papertitle ti primarytitle titleprimary t1 name publicationtitleoriginal displayname titel titre titulo título titolo 标题 题名 论文标题 标题title",
  abstract:
    "abstract abstractnote abstracttext ab abstracts summary description n2 abstrait résumé resume zusammenfassung resumen resumo abstrakt 摘要",
  year: "year publicationyear pubyear py yearpublished publishedyear y1 date publicationdate datepublished publishdate published issued coverdate da 出版年 jahr annee année año ano anno yearofpublication earlyaccessdate onlinedate createddate",
  authors:
    "authors author authorsprimary authornames authorsnames au creators creator authorlist a1 autoren auteurs autores autori 作者 authorss",
  fullAuthors: "authorfullnames af authorsfullnames fullauthornames",
  venue:
    "sourcetitle journal venue publicationtitle journaltitle containertitle booktitle publicationname source so journalbook conference conferencename journalconference t2 periodicalfull periodicalabbrev publication jo jf zeitschrift revue revista hostpublication serialtitle 期刊",
  doi: "doi doilink di digitalobjectidentifier articledoi itemdoi doiurl",
  url: "url link links weblink articleurl pdfurl pdflink externalurl ur sourceurl urls fulltexturl uri paperurl 链接",
  keywords:
    "authorkeywords keywords keyword de kw articlekeywords ieeeterms manualtags tags subjects topics palavraschave schlagwörter motscles motsclés palabrasclave 关键词 fieldsofstudy",
  moreKeywords: "indexkeywords keywordsplus automatictags meshterms mesh indexterms",
  references:
    "references citedreferences cr referencedworks referenceids reference bibliography cites outcitations",
  alias: "medlinepmid pubmedid pmcid pmcid corpusid mag magid arxiv arxivid eid alias aliases",
  citations:
    "citedby citedbycount timescited citationcount articlecitationcount citingworkscount tc timescitedallabs timescitedwoscore citations ncitedby numcitedby cites citingpatentscount z9",
  language: "language articlelanguage lang languageoforiginaldocument la languages sprache langue idioma",
  volume: "volume vol vl journalvolume",
  issue: "issue issuenumber journalissue",
  pages: "pages page pagestart startpage firstpage beginningpage artno articlenumber",
  type: "documenttype itemtype publicationtype referencetype typeofreference",
};

/** Letters and digits only, lower case: "Author(s) Keywords" and "author_keywords" become "authorskeywords" and "authorkeywords". */
export function foldName(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();
}

/** folded name → the fields it may stand for, with its rank among that field's names. */
const RANKS = new Map<string, [Field, number][]>();
for (const [field, names] of Object.entries(NAMES) as [Field, string][])
  for (const [rank, name] of names.split(" ").entries()) {
    const known = RANKS.get(name);
    if (known === undefined) RANKS.set(name, [[field, rank]]);
    else known.push([field, rank]);
  }

/**
 * Which names stand for which field; several names may share one ("Publication Year", "Date"), best first.
 * @param mapped name as written (or folded) → field: what a user said, before everything else
 */
export function matchFields(
  names: readonly string[],
  mapped: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<Field, readonly number[]> {
  // Records of one file have the same members, one after the other.
  if (last.mapped === mapped && last.names.length === names.length && sameNames(last.names, names))
    return last.fields;
  const fields = rankFields(names, mapped);
  last = { names: [...names], mapped, fields };
  return fields;
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

let last: {
  readonly names: readonly string[];
  readonly mapped: ReadonlyMap<string, string> | undefined;
  readonly fields: ReadonlyMap<Field, readonly number[]>;
} = { names: [], mapped: undefined, fields: new Map() };

function rankFields(names: readonly string[], mapped: ReadonlyMap<string, string>): Map<Field, number[]> {
  const ranked = new Map<Field, [number, number][]>();
  const said = new Map<string, string>();
  for (const [name, field] of mapped) said.set(foldName(name), field);
  for (const [i, name] of names.entries()) {
    const folded = foldName(name);
    const own = said.get(folded);
    const claims = own === undefined ? RANKS.get(folded) : ([[own as Field, -1]] as [Field, number][]);
    for (const [field, rank] of claims ?? []) {
      const list = ranked.get(field);
      if (list === undefined) ranked.set(field, [[rank, i]]);
      else list.push([rank, i]);
    }
  }
  return new Map(
    [...ranked].map(([field, list]) => [
      field,
      list.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, i]) => i),
    ]),
  );
}

/** Fields that `--columns` may map to. */
export const FIELDS = Object.keys(NAMES) as readonly Field[];
