import { signal } from "@preact/signals-core";
import type { View } from "../../view/hash.ts";

/** What is asked of topics over years, whose code is loaded when it is first wanted: an address, or opening and closing. */
export type AskedOfTime = Pick<View, "time" | "moment"> | "panel" | "play";

export const asked = signal<{ readonly what: AskedOfTime } | undefined>(undefined);

const ask = (what: AskedOfTime) => {
  asked.value = { what };
};

/** Opens topics over years under the map, or closes them. */
export const toggleTime = () => ask("panel");

/** Begins to play the map through the years, or ends it. */
export const togglePlay = () => ask("play");

/** Shows what an address says: topics over years under the map, the year the map is at; or neither. */
export const showTime = ({ time, moment }: View) => ask({ ...(time && { time }), ...(moment && { moment }) });
