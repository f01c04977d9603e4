import { toHtml } from "../../export/html.ts";
import type { TopicMap } from "../../model/map.ts";
import { singlePage, singlePageFiles } from "../../worker/single-page.ts";

/**
 * The map in one HTML file, as `topograph convert` writes it.
 * @throws Error where this page was put on a server without the pages in one file
 */
export async function onePage(map: TopicMap): Promise<Iterable<string>> {
  const { page, languages } = singlePageFiles(map);
  return toHtml(singlePage(map, await fileOf(page), await fileOf(languages)), map);
}

async function fileOf(name: string): Promise<string> {
  const answer = await fetch(new URL(`single/${name}`, document.baseURI));
  if (!answer.ok) throw new Error(`single/${name}: ${answer.status} ${answer.statusText}`);
  return answer.text();
}
