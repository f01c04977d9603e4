import { type Name, personOf } from "../../model/name.ts";
import { words } from "../columns/known.ts";
import type { RawRecord } from "../record.ts";
import { type Element, find, textAt, textOf } from "../xml-tree.ts";
import { leafFields } from "./leaves.ts";

/** A record in MODS (https://www.loc.gov/standards/mods), of library catalogues and repositories. */
export function modsRecord(mods: Element): RawRecord {
  const host = find(mods, "relatedItem").find((item) => item.attributes.type === "host");
  const origins = [...find(mods, "originInfo"), ...find(host, "originInfo")];
  const date = (name: string) => {
    const dates = origins.flatMap((origin) => find(origin, name)).filter((one) => textOf(one).trim() !== "");
    // Of a serial's years, the first: "-1988" says when it ended.
    return textOf(dates.find((one) => one.attributes.point === "start") ?? dates[0]).trim() || undefined;
  };
  const titles = find(mods, "titleInfo");
  const identifier = (type: string) =>
    [...find(mods, "identifier"), ...find(mods, "location", "url")].find(
      (id) => (id.attributes.type ?? id.name).toLowerCase() === type,
    );
  const detail = (type: string) =>
    textAt(
      find(host ?? mods, "part", "detail").find((part) => part.attributes.type === type),
      "number",
    );
  const people = find(mods, "name").map((name) => ({
    name: nameIn(name),
    role: textAt(name, "role", "roleTerm"),
  }));
  const authors = people.filter(
    ({ role }) => role === undefined || /^(?:aut|cre|author|creator)$/i.test(role.trim()),
  );
  return {
    id: mods.attributes.ID ?? textAt(mods, "recordInfo", "recordIdentifier"),
    title: titleOf(titles.find((title) => title.attributes.type === undefined) ?? titles[0]),
    abstract: find(mods, "abstract").map(textOf).join(" "),
    year: date("dateIssued") ?? textAt(host, "part", "date") ?? date("dateCreated") ?? date("copyrightDate"),
    authors: (authors.length > 0 ? authors : people).map(({ name }) => name).filter((name) => name !== ""),
    venue: titleOf(find(host, "titleInfo")[0]) ?? textAt(origins[0], "publisher"),
    doi: textOf(identifier("doi")) || undefined,
    url: textOf(identifier("uri") ?? identifier("url")).trim() || undefined,
    keywords: [...find(mods, "subject", "topic"), ...find(mods, "subject", "geographic")].map(textOf),
    language: textAt(mods, "language", "languageTerm"),
    volume: detail("volume"),
    issue: detail("issue"),
    pages: textAt(host, "part", "extent", "start"),
    type: textAt(mods, "genre"),
    fields: leafFields(mods, LEAVES),
  };
}

const LEAVES = {
  used: words(
    "titleInfo abstract name subject.topic subject.geographic language relatedItem.titleInfo relatedItem.part.detail",
  ),
  known: new Map([
    ["genre", "type"],
    ["originInfo.publisher", "publisher"],
  ]),
  bookkeeping: /^recordInfo/,
};

function titleOf(info: Element | undefined): string | undefined {
  const title = textAt(info, "title");
  const whole = [textAt(info, "nonSort"), title].flatMap((part) => part?.trim() ?? []).join(" ");
  const subtitle = textAt(info, "subTitle");
  return title === undefined || subtitle === undefined ? whole || undefined : `${whole}: ${subtitle.trim()}`;
}

/** A person's parts, or the name as it stands. */
function nameIn(name: Element): string | Name {
  const part = (type: string | undefined) =>
    find(name, "namePart")
      .filter((one) => one.attributes.type === type)
      .map((one) => textOf(one).trim())
      .join(" ");
  const family = part("family");
  if (family === "")
    return name.attributes.type === "corporate" ? { literal: part(undefined) } : part(undefined);
  return personOf(family, part("given"), "", part("termsOfAddress"));
}
