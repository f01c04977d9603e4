import { decodeNames } from "./name.ts";
import type { Paper } from "./paper.ts";
import type { Field } from "./take.ts";

/** One paper from the attributes of its node. @throws TopographError (input) where id, identity or label is missing */
export function decodePaper(node: Field): Paper {
  const year = node.whole("year");
  const citations = node.whole("citations");
  const optional = (key: "venue" | "doi" | "url" | "language") => {
    const found = node.text(key);
    return found ? { [key]: found } : {};
  };
  const authors = node.strings("authors");
  const givenTitle = node.text("title");
  const names = decodeNames(node.objects("names"), authors);
  return {
    id: node.needText("id"),
    identity: node.needText("identity"),
    title: node.needText("label"),
    ...(givenTitle ? { givenTitle } : {}),
    abstract: node.text("abstract") ?? "",
    authors,
    ...(names ? { names } : {}),
    ...(year === undefined ? {} : { year }),
    ...optional("venue"),
    ...optional("doi"),
    ...safeUrl(node),
    keywords: node.strings("keywords"),
    references: node.strings("references"),
    aliases: node.strings("aliases"),
    ...(citations === undefined ? {} : { citations }),
    ...optional("language"),
  };
}

/** A saved map may come from anywhere: links are http or https. */
function safeUrl(node: Field): { url?: string } {
  const url = node.text("url");
  return url && /^https?:\/\//i.test(url) ? { url } : {};
}
