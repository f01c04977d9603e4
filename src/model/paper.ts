/** One paper of a collection. Absent values are absent, except `abstract`, which is "" (every stage reads it). */
export interface Paper {
  /** The id the source gave it (BibTeX key, DOI, accession number …); unique only within its file. */
  readonly id: string;
  /** Stable across maps: `doi:…`, else `hash:…` of title, year and first author. Unique within a collection. */
  readonly identity: string;
  readonly title: string;
  /** What its source calls it, where its user gave it another title: words and identity are of this one. */
  readonly givenTitle?: string;
  readonly abstract: string;
  /** As people write them: "Ludwig van Beethoven". */
  readonly authors: readonly string[];
  /** Of each author the parts, packed (`namesOf` gives them), or "" where `authors` says as much; absent where all do. */
  readonly names?: readonly string[];
  readonly year?: number;
  readonly venue?: string;
  /** Lower case, without resolver prefix. */
  readonly doi?: string;
  /** http or https only. */
  readonly url?: string;
  readonly keywords: readonly string[];
  /** What the source lists as cited, as it stands there: DOIs, ids, cited-reference strings. */
  readonly references: readonly string[];
  /** Other ids by which references may name this paper (accession number, OpenAlex id, PMID …). */
  readonly aliases: readonly string[];
  /** Times cited, as the source says. */
  readonly citations?: number;
  /** ISO 639-1 code, as the source says or as noticed in the text. */
  readonly language?: string;
}

const given = new WeakMap<readonly Paper[], readonly Paper[]>();

/** The papers under the titles that their sources gave them: the same list where nobody changed one. */
export function givenPapers(papers: readonly Paper[]): readonly Paper[] {
  let found = given.get(papers);
  if (!found) {
    found = papers.some(({ givenTitle }) => givenTitle !== undefined) ? papers.map(withGivenTitle) : papers;
    given.set(papers, found);
  }
  return found;
}

function withGivenTitle(paper: Paper): Paper {
  const { givenTitle, ...rest } = paper;
  return givenTitle === undefined ? paper : { ...rest, title: givenTitle };
}
