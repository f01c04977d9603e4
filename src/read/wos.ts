import type { RawRecord } from "./record.ts";

/** A Web of Science record from its two-letter tags, whether they came as lines or as columns. */
export function wosRecord(
  all: (tag: string) => readonly string[],
  where: Pick<RawRecord, "line" | "record">,
): RawRecord {
  const first = (...tags: string[]) => {
    for (const tag of tags) {
      const value = all(tag)[0]?.trim();
      if (value !== undefined && value !== "") return value;
    }
    return undefined;
  };
  const people = all("AF").length > 0 ? all("AF") : all("AU").length > 0 ? all("AU") : all("BE");
  const year = first("PY", "EA", "PD", "CY");
  const keywords = [...all("DE"), ...all("ID")].flatMap((list) => list.split(";"));
  return {
    ...where,
    id: first("UT") ?? first("DI"),
    title: first("TI"),
    abstract: first("AB"),
    year,
    authors: people,
    venue: first("SO", "SE", "J9", "CT"),
    doi: first("DI", "D2"),
    keywords: keywords.map((word) => (/^[^a-z]{4,}$/.test(word.trim()) ? word.trim().toLowerCase() : word)),
    references: all("CR"),
    aliases: [
      citedForm(all("AU")[0], year, first("J9", "JI", "SO"), first("VL"), first("BP"), first("AR")),
      pubmed(first("PM")),
    ],
    citations: first("TC", "Z9"),
    language: first("LA"),
  };
}

function pubmed(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `pmid:${id}`;
}

/** How other records of Web of Science cite this one: "Sun ZW, 2016, J POLYM SCI POL PHYS, V54, P980". */
function citedForm(
  author: string | undefined,
  year: string | undefined,
  source: string | undefined,
  volume: string | undefined,
  page: string | undefined,
  article: string | undefined,
): string | undefined {
  const date = /\d{4}/.exec(year ?? "")?.[0];
  if (author === undefined || date === undefined || source === undefined) return undefined;
  const parts = [author.replace(",", "").trim(), date, source];
  if (volume !== undefined) parts.push(`V${volume}`);
  if (page !== undefined) parts.push(`P${page}`);
  else if (article !== undefined) parts.push(`ARTN ${article.replace(/^(?:UNSP|ARTN|e)\s*/i, "")}`);
  return parts.join(", ");
}
