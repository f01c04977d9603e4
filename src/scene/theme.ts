import type { TopicMap } from "../model/map.ts";
import { darkVariant } from "./palette.ts";

/** Colours of everything on the map that is not a topic's. `#rrggbb`. */
export interface Theme {
  readonly dark: boolean;
  readonly background: string;
  readonly ink: string;
  readonly soft: string;
  /** Links between topics. */
  readonly link: string;
  /** Papers without a topic. */
  readonly stray: string;
  /** Rings around search results, and the emphasised link. */
  readonly accent: string;
}

/** The font of all text on the map, first one found. */
export const FONT =
  'Inter, "SF Pro Text", "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, system-ui, sans-serif';

/** Light or dark. */
export function themeOf(dark: boolean): Theme {
  return dark
    ? {
        dark,
        background: "#14161b",
        ink: "#eef0f4",
        soft: "#a9b0bd",
        link: "#8b93a3",
        stray: "#7d8492",
        accent: "#ffd166",
      }
    : {
        dark,
        background: "#fbfbf9",
        ink: "#1c2026",
        soft: "#565d69",
        link: "#7a828f",
        stray: "#8a919c",
        accent: "#b45309",
      };
}

/** Colours of the first-level topics in a theme: the map's own in the light one, their dark variants in the dark one. */
export function topicColors(map: TopicMap, theme: Theme): string[] {
  const first = map.topics.filter((t) => t.parent === undefined);
  const colors = first.map(({ color }) => (/^#[0-9a-f]{6}$/i.test(color) ? color : theme.stray));
  return theme.dark ? colors.map(darkVariant) : colors;
}
