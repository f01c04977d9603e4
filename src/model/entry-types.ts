/** RIS's codes with the types of BibTeX that mean the same; the first pair with a code or type is the one to write. */
const PAIRS: readonly (readonly [ris: string, bibtex: string, said: RegExp])[] = [
  ["JOUR", "article", /journal|^(?:article|review|letter|editorial)/i],
  ["CONF", "inproceedings", /proceeding|conference/i],
  ["CPAPER", "inproceedings", /^$/],
  ["CHAP", "incollection", /chapter|^inbook$/i],
  ["THES", "phdthesis", /thesis|dissertation/i],
  ["RPRT", "techreport", /report/i],
  ["BOOK", "book", /book|monograph/i],
  ["UNPB", "unpublished", /preprint|posted/i],
  ["GEN", "misc", /^$/],
];

/** The code of RIS for what a source calls a work; undefined where it says nothing that RIS has a code for. */
export function risType(type: string | undefined): string | undefined {
  if (type === undefined || /^[A-Z][A-Z\d]{2,7}$/.test(type)) return type;
  return PAIRS.find(([, bibtex, said]) => bibtex === type || said.test(type))?.[0];
}

/** The type of a BibTeX entry for what a source calls a work; undefined as `risType`. */
export function bibtexType(type: string | undefined): string | undefined {
  if (type === undefined || /^[a-z][a-z\d_-]{2,39}$/.test(type)) return type;
  return PAIRS.find(([ris, , said]) => ris === type || said.test(type))?.[1];
}

/** The field of BibTeX that holds where a work was published. */
export function venueField(type: string): "journal" | "booktitle" {
  return /^(?:in|conference$)/.test(type) ? "booktitle" : "journal";
}

/** Whether LaTeX commands mean nothing in a field of BibTeX: addresses and the names of files. */
export function isVerbatim(name: string): boolean {
  return /^(?:file|eprint|ee|link|url|doi|pdf|.*-url(?:-\d)?|bdsk-.*|archiveprefix|eprinttype)$/.test(name);
}
