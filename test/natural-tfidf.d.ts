declare module "natural/lib/natural/tfidf/tfidf.js" {
  /** natural's own TF-IDF: the test oracle on small sets and the benchmark's plain version. */
  export default class TfIdf {
    addDocument(text: string | readonly string[]): void;
    listTerms(document: number): { term: string; tf: number; idf: number; tfidf: number }[];
    tfidf(term: string, document: number): number;
    idf(term: string): number;
  }
}
