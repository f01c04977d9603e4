import type { Paper } from "../src/model/paper.ts";

/** A paper for tests: only what the case is about has to be said. */
export function paper(given: Partial<Paper> & { readonly title: string }): Paper {
  return {
    id: given.title,
    identity: `test:${given.id ?? given.title}`,
    abstract: "",
    authors: [],
    keywords: [],
    references: [],
    aliases: [],
    ...given,
  };
}
