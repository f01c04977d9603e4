import { inProcess } from "../kernel/executor.ts";
import type { TopicMap } from "../model/map.ts";
import { analyse } from "../pipeline.ts";
import { type TimeWindows, timeWindows } from "../time/windows/windows.ts";

/** By map: what `events.csv` is written of. */
const windowsOf = new WeakMap<TopicMap, TimeWindows>();

/** Clusters the windows of years of a map. Once a map. */
export async function loadWindows(map: TopicMap): Promise<void> {
  if (!windowsOf.has(map)) windowsOf.set(map, await timeWindows(map, await analyse(map), inProcess()));
}

/** The windows of a map; `loadWindows` must have settled. @param warn is told where there are none */
export function loadedWindows(map: TopicMap, warn?: (message: string) => void): TimeWindows {
  const found = windowsOf.get(map);
  if (!found) throw new Error("loadWindows has not been called");
  const { years, windows } = found;
  if (windows.length === 0)
    warn?.(
      years.count === 0
        ? "no paper has a year, so that there are no events over time; years are read from the field year of the files"
        : `${map.papers.length - years.missing} papers with a year, of ${years.count} years, are too few for windows of years (three blocks of 30 papers); there are no events`,
    );
  return found;
}

/** The map; says where it has no years. */
export function tellUndated(map: TopicMap, warn?: (message: string) => void): TopicMap {
  if (map.papers.every(({ year }) => year === undefined))
    warn?.(
      "no paper has a year, so that there are no topics over years; years are read from the field year of the files",
    );
  return map;
}
