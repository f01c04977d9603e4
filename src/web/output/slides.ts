import type { TopicMap } from "../../model/map.ts";
import { stopsOf } from "../../view/tour.ts";
import * as state from "../page/state.ts";

/** What draws pictures, beside the page. */
const RASTERISER = "resvg.wasm";

/** Whether this page makes slides; one in one file lacks what draws their pictures. */
export const HAS_SLIDES = true;

/** The map's tour as slides, as `topograph convert` writes them; each links to its view on this page where others reach it. */
export async function slides(map: TopicMap): Promise<Uint8Array<ArrayBuffer>[]> {
  const now = state.current.peek();
  if (!now) return [];
  const [{ pptxOf }, { pngOf, startRasteriser }, { lookOf }] = await Promise.all([
    import("../../export/pptx.ts"),
    import("../../export/raster.ts"),
    import("./present/draw-stops.ts"),
  ]);
  await startRasteriser(async () => {
    const answer = await fetch(new URL(RASTERISER, document.baseURI));
    if (!answer.ok) throw new Error(`${RASTERISER}: ${answer.status} ${answer.statusText}`);
    return answer.arrayBuffer();
  });
  const isReached = location.protocol === "https:" && !isLocal(location.hostname);
  const deck = pptxOf(now.atlas.peek(), stopsOf(map), {
    ...lookOf(now, state.dark.peek()),
    rasterise: pngOf,
    ...(isReached ? { page: location.href.split("#")[0] } : {}),
  });
  return [deck as Uint8Array<ArrayBuffer>];
}

/** Whether only this machine reaches a host. */
function isLocal(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}
