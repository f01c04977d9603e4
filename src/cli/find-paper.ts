import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { oneLine } from "./messages.ts";

const SHOWN = 5;

/**
 * The paper that a word names: its key (p12), identity, source id or DOI, else a part of its title, in any case.
 * @returns its index
 * @throws TopographError (input) where none or several are meant; it lists them
 */
export function findPaper({ papers }: TopicMap, word: string): number {
  const key = /^p([1-9]\d*)$/.exec(word);
  if (key && Number(key[1]) <= papers.length) return Number(key[1]) - 1;
  const doi = word.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, "");
  const exact = papers.findIndex(
    (paper) => paper.identity === word || paper.id === word || (paper.doi !== undefined && paper.doi === doi),
  );
  if (exact >= 0) return exact;
  const part = fold(word);
  const titles = papers.map((paper) => fold(paper.title));
  const same = titles.indexOf(part);
  if (same >= 0) return same;
  const found = titles.flatMap((title, i) => (part !== "" && title.includes(part) ? [i] : []));
  if (found.length === 1) return found[0];
  if (found.length === 0)
    throw new TopographError(
      "input",
      `no paper has the key, id or DOI ${JSON.stringify(word)}, or a title with it`,
    );
  const list = found.slice(0, SHOWN).map((i) => `p${i + 1} ${JSON.stringify(oneLine(papers[i].title))}`);
  const more = found.length > SHOWN ? ` and ${found.length - SHOWN} more` : "";
  throw new TopographError(
    "input",
    `${found.length} titles hold ${JSON.stringify(word)}: ${list.join(", ")}${more}; give more of the title, or the key`,
  );
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
