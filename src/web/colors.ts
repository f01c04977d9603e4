import { computed } from "@preact/signals-core";
import { themeOf, topicColors } from "../scene/theme.ts";
import { atlas, dark } from "./state.ts";

const colors = computed(() => {
  const theme = themeOf(dark.value);
  const map = atlas.value?.map;
  return { stray: theme.stray, of: map ? topicColors(map, theme) : [] };
});

/** The colour of a topic (of its parent, for a sub-topic) in the theme shown. */
export function topicColor(id: number): string {
  const topic = atlas.value?.map.topics[id];
  return colors.value.of[topic?.parent ?? id] ?? colors.value.stray;
}

/** The style text that hands an element its topic's colour; set as a property, which a strict CSP allows. */
export function tint(id: number): string {
  return `--tint: ${topicColor(id)}`;
}
