import { effect } from "@preact/signals-core";
import { openPaper, select } from "./actions.ts";
import * as state from "./state.ts";

/**
 * In a frame, page and its parent tell each other what is selected, by `postMessage`. Every message has `topograph: 1`.
 * - To the parent: `{ type: "ready", title, papers }` (their number) when a map is there; `{ type: "selection", papers:
 *   [{ key, id, identity, doi, title }], open }` whenever the selection or the open card (`open`: its key, or null) changes.
 * - From the parent: `{ type: "select", papers }` and `{ type: "open", paper }`; a paper is its key (`p12`), identity,
 *   id or DOI, and those that there are not are passed over.
 * Nobody but the parent is heard, and it alone is told: one of the page's own origin, or of the origin that the address
 * names (`?embed=https://example.org`).
 */
export function talkToParent(): void {
  const { parent } = window;
  if (parent === window) return;
  const origin = new URLSearchParams(location.search).get("embed") || location.origin;
  // A file has no origin that could be named; only a file can be its parent here.
  const target = origin === "null" ? "*" : origin;
  const tell = (message: object) => parent.postMessage({ topograph: 1, ...message }, target);
  let before = "";
  effect(() => {
    const now = state.current.value;
    const map = now?.atlas.value.map;
    if (!now || !map) return;
    const focus = now.focus.value;
    const papers = [...now.selection.value].map((i) => {
      const { id, identity, doi, title } = map.papers[i];
      return { key: `p${i + 1}`, id, identity, doi: doi ?? null, title };
    });
    const open = focus.kind === "paper" ? `p${focus.paper + 1}` : null;
    const said = JSON.stringify([papers, open]);
    if (said === before) return;
    if (before === "") tell({ type: "ready", title: map.title, papers: map.papers.length });
    before = said;
    tell({ type: "selection", papers, open });
  });
  window.addEventListener("message", ({ source, origin: from, data }: MessageEvent<unknown>) => {
    if (source !== parent || from !== origin || typeof data !== "object" || data === null) return;
    const { topograph, type, papers, paper } = data as Readonly<Record<string, unknown>>;
    if (topograph !== 1) return;
    if (type === "select" && Array.isArray(papers)) select(papers.flatMap((word) => find(word) ?? []));
    const one = type === "open" ? find(paper) : undefined;
    if (one !== undefined) openPaper(one, { fly: true });
  });
}

/** The paper that a word names: its key, identity, id or DOI. */
function find(word: unknown): number | undefined {
  const papers = state.atlas.peek()?.map.papers;
  if (typeof word !== "string" || !papers) return undefined;
  const key = /^p([1-9]\d*)$/.exec(word);
  if (key && Number(key[1]) <= papers.length) return Number(key[1]) - 1;
  const found = papers.findIndex(
    ({ identity, id, doi }) =>
      identity === word || id === word || (doi !== undefined && doi === word.toLowerCase()),
  );
  return found < 0 ? undefined : found;
}
