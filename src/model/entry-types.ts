/** RIS's codes with the types of BibTeX and CSL that mean the same; the first row with a code or type is the one to write. */
const ROWS: readonly (readonly [ris: string, bibtex: string, csl: string, said: RegExp])[] = [
  ["JOUR", "article", "article-journal", /journal|^(?:article|review|letter|editorial)/i],
  ["CONF", "inproceedings", "paper-conference", /proceeding|conference/i],
  ["CPAPER", "inproceedings", "paper-conference", /^$/],
  ["CHAP", "incollection", "chapter", /chapter|^inbook$/i],
  ["THES", "phdthesis", "thesis", /thesis|dissertation/i],
  ["RPRT", "techreport", "report", /report/i],
  ["BOOK", "book", "book", /book|monograph/i],
  ["UNPB", "unpublished", "manuscript", /preprint|posted/i],
  ["DATA", "dataset", "dataset", /^dataset$/i],
  ["ELEC", "online", "webpage", /^web\s?page$/i],
  ["BLOG", "online", "post-weblog", /^blog\s?post$/i],
  ["MGZN", "article", "article-magazine", /^magazine\s?article$/i],
  ["NEWS", "article", "article-newspaper", /^newspaper\s?article$/i],
  ["ENCYC", "inreference", "entry-encyclopedia", /^encyclopedia\s?article$/i],
  ["DICT", "inreference", "entry-dictionary", /^dictionary\s?entry$/i],
  ["VIDEO", "video", "motion_picture", /^(?:film|video\s?recording)$/i],
  ["CASE", "jurisdiction", "legal_case", /^case$/i],
  ["PAT", "patent", "patent", /^patent$/i],
  ["GEN", "misc", "document", /^$/],
  // CSL has "software"; Zotero takes no file with it for CSL-JSON.
  ["COMP", "software", "document", /^(?:software|computerprogram)$/i],
];

/** The types of CSL 1.0.2 that stand in no row. */
const CSL_TYPES = new Set(
  "article bill broadcast classic collection entry event figure graphic hearing interview legislation map musical_score pamphlet performance periodical personal_communication post regulation review review-book song speech standard treaty".split(
    " ",
  ),
);

/** The code of RIS for what a source calls a work; undefined where it says nothing that RIS has a code for. */
export function risType(type: string | undefined): string | undefined {
  if (type === undefined || /^[A-Z][A-Z\d]{2,7}$/.test(type)) return type;
  return ROWS.find(([, bibtex, csl, said]) => bibtex === type || csl === type || said.test(type))?.[0];
}

/** The type of a BibTeX entry for what a source calls a work; undefined as `risType`. */
export function bibtexType(type: string | undefined): string | undefined {
  if (type === undefined) return type;
  // What BibLaTeX has a type for stays.
  const isCsl = /[-_]|^(?:chapter|manuscript|document|webpage)$/.test(type);
  const known = isCsl ? ROWS.find(([, , csl]) => csl === type)?.[1] : undefined;
  if (known !== undefined || /^[a-z][a-z\d_-]{2,39}$/.test(type))
    return known ?? (isCsl && CSL_TYPES.has(type) ? "misc" : type);
  return ROWS.find(([ris, , , said]) => ris === type || said.test(type))?.[1];
}

/** The type of CSL for what a source calls a work; undefined as `risType`. */
export function cslType(type: string | undefined): string | undefined {
  if (type === undefined || CSL_TYPES.has(type)) return type === "article" ? "article-journal" : type;
  return ROWS.find(([ris, bibtex, csl, said]) => [ris, bibtex, csl].includes(type) || said.test(type))?.[2];
}

/** The field of BibTeX that holds where a work was published. */
export function venueField(type: string): "journal" | "booktitle" {
  return /^(?:in|conference$)/.test(type) ? "booktitle" : "journal";
}

/** Whether LaTeX commands mean nothing in a field of BibTeX: addresses and the names of files. */
export function isVerbatim(name: string): boolean {
  return /^(?:file|eprint|ee|link|url|doi|pdf|.*-url(?:-\d)?|bdsk-.*|archiveprefix|eprinttype)$/.test(name);
}
