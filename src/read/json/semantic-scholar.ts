import { words } from "../columns/known.ts";
import type { RawRecord } from "../record.ts";
import { memberFields } from "./members.ts";
import { referenceName } from "./plain.ts";
import { at, dateOf, type JsonObject, text, texts } from "./value.ts";

/** Whether an item is a Semantic Scholar paper (Academic Graph API, also its bulk files). */
export function isSemanticScholar(item: JsonObject): boolean {
  return "paperId" in item || "corpusId" in item || ("corpusid" in item && "title" in item);
}

export function semanticScholarRecord(item: JsonObject): RawRecord {
  const external = (name: string) =>
    text(at(item, "externalIds", name)) ?? text(at(item, "externalids", name));
  const arxiv = external("ArXiv");
  const pubmed = external("PubMed");
  const corpus = text(item.corpusId) ?? text(item.corpusid) ?? external("CorpusId");
  const references = Array.isArray(item.references) ? item.references : [];
  return {
    id: text(item.paperId) ?? corpus,
    title: text(item.title),
    abstract: text(item.abstract) ?? text(at(item, "tldr", "text")),
    year: dateOf(item.year) ?? text(item.publicationDate),
    authors: texts(item.authors),
    venue:
      text(item.venue) || text(at(item, "publicationVenue", "name")) || text(at(item, "journal", "name")),
    doi: external("DOI") ?? text(item.doi),
    url: text(item.url),
    keywords: texts(item.fieldsOfStudy),
    references: references.flatMap((r) => referenceName(at(r, "citedPaper") ?? r) ?? []),
    aliases: [
      corpus === undefined ? undefined : `CorpusID:${corpus}`,
      arxiv === undefined ? undefined : `arxiv:${arxiv.replace(/v\d+$/, "")}`,
      pubmed === undefined ? undefined : `pmid:${pubmed}`,
    ],
    volume: text(at(item, "journal", "volume")),
    pages: text(at(item, "journal", "pages")),
    citations: text(item.citationCount) ?? text(item.citationcount),
    fields: memberFields(item, MEMBERS),
  };
}

const MEMBERS = {
  used: words(
    "paperId corpusId corpusid title abstract year authors venue publicationVenue.name journal.name journal.volume externalIds externalids url fieldsOfStudy references citationCount citationcount tldr.text",
  ),
  known: new Map([
    ["publicationTypes", "type"],
    ["journal.pages", "pages"],
    ["openAccessPdf.status", "openAccess"],
    ["publicationVenue.issn", "issn"],
  ]),
  bookkeeping: /^(?:embedding|citations|citationStyles|publicationVenue\..*|tldr.*|matchScore)$/,
};
