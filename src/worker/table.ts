import { TopographError } from "../model/errors.ts";
import type { Background } from "../text/background/background.ts";
import { readBackground } from "../text/background/table.ts";

let loaded: Promise<Background> | undefined;

/**
 * The table of the words of science, fetched when papers are first mapped; a fetch that failed is tried again.
 * @throws TopographError (input) where the page was put on a server without it
 */
export function loadTable(): Promise<Background> {
  loaded ??= fetchTable().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function fetchTable(): Promise<Background> {
  const url = new URL("../../data/background.bin", import.meta.url);
  const answer = await fetch(url);
  if (!answer.ok || answer.body === null)
    throw new TopographError(
      "input",
      `${url.pathname}: ${answer.status} ${answer.statusText}; expected the table of words beside the page`,
    );
  return readBackground(await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text());
}
