import { type Name, personOf } from "../../model/name.ts";
import { words } from "../columns/known.ts";
import type { RawRecord } from "../record.ts";
import { type Element, find, textAt, textOf } from "../xml-tree.ts";
import { leafFields } from "./leaves.ts";

/** A PubMed article or book chapter (NLM's PubMed DTD). */
export function pubmedRecord(element: Element): RawRecord {
  const citation =
    element.name === "MedlineCitation"
      ? element
      : (find(element, "MedlineCitation")[0] ?? find(element, "BookDocument")[0]);
  const article = find(citation, "Article")[0] ?? citation;
  const ids = [
    ...find(element, "PubmedData", "ArticleIdList", "ArticleId"),
    ...find(citation, "ArticleIdList", "ArticleId"),
  ];
  const idOf = (type: string) => textOf(ids.find((id) => id.attributes.IdType === type)).trim() || undefined;
  const located = find(article, "ELocationID").find((id) => id.attributes.EIdType === "doi");
  const pubmed = textAt(citation, "PMID")?.trim() ?? idOf("pubmed");
  const pmc = idOf("pmc");
  const issue =
    find(article, "Journal", "JournalIssue", "PubDate")[0] ?? find(citation, "Book", "PubDate")[0];
  const authors = find(article, "AuthorList", "Author");
  const references = find(element, "PubmedData", "ReferenceList", "Reference").map(referenceOf);
  return {
    id: pubmed,
    title:
      textAt(article, "ArticleTitle") ??
      textAt(article, "VernacularTitle") ??
      textAt(citation, "Book", "BookTitle"),
    abstract: find(article, "Abstract", "AbstractText").map(section).join(" "),
    year: textAt(issue, "Year") ?? textAt(issue, "MedlineDate") ?? textAt(article, "ArticleDate", "Year"),
    authors: (authors.length > 0 ? authors : find(citation, "Book", "AuthorList", "Author")).flatMap(
      authorOf,
    ),
    venue:
      textAt(article, "Journal", "Title") ??
      textAt(article, "Journal", "ISOAbbreviation") ??
      textAt(citation, "MedlineJournalInfo", "MedlineTA"),
    doi: (located === undefined ? undefined : textOf(located)) ?? idOf("doi"),
    keywords: [
      ...find(citation, "KeywordList", "Keyword").map(textOf),
      ...find(citation, "MeshHeadingList", "MeshHeading", "DescriptorName").map(textOf),
    ],
    references: references.flatMap((reference) => reference ?? []),
    aliases: [
      pubmed === undefined ? undefined : `pmid:${pubmed}`,
      pmc === undefined ? undefined : `pmcid:${pmc}`,
    ],
    language: textAt(article, "Language"),
    volume: textAt(article, "Journal", "JournalIssue", "Volume"),
    issue: textAt(article, "Journal", "JournalIssue", "Issue"),
    pages: textAt(article, "Pagination", "StartPage") ?? textAt(article, "Pagination", "MedlinePgn"),
    type: article === citation ? undefined : "journal-article",
    fields: [
      [
        "affiliations",
        [...new Set(authors.flatMap((one) => find(one, "AffiliationInfo", "Affiliation").map(textOf)))],
      ],
      ["orcid", authors.flatMap((one) => find(one, "Identifier").map(textOf))],
      ["type", find(article, "PublicationTypeList", "PublicationType").map(textOf)],
      ["issn", find(article, "Journal", "ISSN").map(textOf)],
      [
        "funders",
        [...new Set(find(article, "GrantList", "Grant").flatMap((grant) => textAt(grant, "Agency") ?? []))],
      ],
      ["grants", find(article, "GrantList", "Grant").flatMap((grant) => textAt(grant, "GrantID") ?? [])],
      ...(citation === undefined ? [] : leafFields(citation, LEAVES)),
    ],
  };
}

const LEAVES = {
  used: words(
    "PMID ArticleTitle BookTitle Abstract AuthorList Book KeywordList MeshHeadingList ELocationID Language PublicationTypeList GrantList Journal ArticleIdList",
  ),
  known: new Map([["Pagination.MedlinePgn", "pages"]]),
  holders: words("Article"),
  bookkeeping:
    /^(?:Date.*|MedlineJournalInfo|CitationSubset|ArticleDate|CommentsCorrectionsList|Pagination\.(?:Start|End)Page|DataBankList)/,
};

/** A labelled section of a structured abstract: "METHODS: …". */
function section(element: Element): string {
  const label = element.attributes.Label;
  return label === undefined || /^unlabelled$/i.test(label)
    ? textOf(element)
    : `${label}: ${textOf(element)}`;
}

function authorOf(author: Element): Name[] {
  const literal = textAt(author, "CollectiveName");
  const family = textAt(author, "LastName");
  if (family === undefined) return literal === undefined ? [] : [{ literal }];
  const given = textAt(author, "ForeName") ?? textAt(author, "Initials");
  return [personOf(family, given, "", textAt(author, "Suffix"))];
}

function referenceOf(reference: Element): string | undefined {
  const ids = find(reference, "ArticleIdList", "ArticleId");
  const id = (type: string) => textOf(ids.find((item) => item.attributes.IdType === type)).trim();
  if (id("doi") !== "") return id("doi");
  if (id("pubmed") !== "") return `pmid:${id("pubmed")}`;
  return textAt(reference, "Citation");
}
