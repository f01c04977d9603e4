import { type Zippable, zipSync } from "fflate";
import { themeOf, topicColors } from "../scene/theme.ts";
import type { Atlas } from "../view/atlas.ts";
import { type Slide, type SlideParts, slidesOf } from "../view/slides.ts";
import type { StopLook } from "../view/stop-marks.ts";
import type { Stop } from "../view/tour.ts";
import { layoutPart, mainPart, masterPart, notesMasterPart, notesPart, slidePart } from "./pptx-master.ts";
import {
  APP_PROPERTIES,
  contentTypes,
  coreProperties,
  type Relation,
  relationsPart,
  type ScriptFonts,
  themePart,
} from "./pptx-parts.ts";
import { pictureOf, shapesOf } from "./pptx-slide.ts";
import type { Rasterise } from "./raster.ts";

/** How slides are made. */
export interface DeckOptions extends StopLook, SlideParts {
  /** Draws the picture that stands in for the drawing where a program shows no SVG. */
  readonly rasterise: Rasterise;
  /** The address of the live page, without a view; absent where none is known. */
  readonly page?: string;
  readonly scripts?: ScriptFonts;
  /** Slides in the place of the tour's. */
  readonly slides?: readonly Slide[];
}

/** How many times its size in pixels the picture is drawn: a slide of 1920 × 1080. */
const SHARP = 1.5;
/** Any fixed time, read in the zone of whoever packs: zip has no zones, so the bytes are the same. */
const PACKED = "1980-01-02T00:00:00";

/**
 * A tour as an Office Open XML presentation (ECMA-376), a slide a stop: the map as one drawing (SVG, a PNG where that is not
 * shown), its names, titles and captions as text to be edited, notes as notes. The same map gives the same bytes everywhere.
 */
export function pptxOf(atlas: Atlas, tour: readonly Stop[], options: DeckOptions): Uint8Array {
  const { map } = atlas;
  const theme = themeOf(options.dark);
  const parts = new Map<string, string | Uint8Array>();
  const add = (path: string, content: string | Uint8Array, relations: readonly Relation[] = []) => {
    parts.set(path, content);
    if (relations.length > 0) parts.set(path.replace(/([^/]+)$/, "_rels/$1.rels"), relationsPart(relations));
  };
  let count = 0;
  for (const slide of options.slides ?? slidesOf(atlas, tour, options, options)) {
    const k = ++count;
    const svg = pictureOf(slide);
    const page = options.page === undefined ? [] : [`${options.page}#${slide.view}`];
    parts.set(`ppt/media/map${k}.png`, options.rasterise(svg, SHARP));
    parts.set(`ppt/media/map${k}.svg`, svg);
    // In the order of RELATIONS.
    add(
      `ppt/slides/slide${k}.xml`,
      slidePart(shapesOf(slide, k, { title: map.title, hasLink: page.length > 0 })),
      [
        { kind: "slideLayout", target: "../slideLayouts/slideLayout1.xml" },
        { kind: "notesSlide", target: `../notesSlides/notesSlide${k}.xml` },
        { kind: "image", target: `../media/map${k}.png` },
        { kind: "image", target: `../media/map${k}.svg` },
        ...page.map((target) => ({ kind: "hyperlink", target, isOutside: true })),
      ],
    );
    add(`ppt/notesSlides/notesSlide${k}.xml`, notesPart(slide.notes), [
      { kind: "notesMaster", target: "../notesMasters/notesMaster1.xml" },
      { kind: "slide", target: `../slides/slide${k}.xml` },
    ]);
  }
  add("ppt/slideMasters/slideMaster1.xml", masterPart(theme), [
    { kind: "slideLayout", target: "../slideLayouts/slideLayout1.xml" },
    { kind: "theme", target: "../theme/theme1.xml" },
  ]);
  add("ppt/slideLayouts/slideLayout1.xml", layoutPart(), [
    { kind: "slideMaster", target: "../slideMasters/slideMaster1.xml" },
  ]);
  add("ppt/theme/theme1.xml", themePart(theme, topicColors(map, theme), options.scripts));
  const light = themeOf(false);
  add("ppt/notesMasters/notesMaster1.xml", notesMasterPart(light), [
    { kind: "theme", target: "../theme/theme2.xml" },
  ]);
  add("ppt/theme/theme2.xml", themePart(light, topicColors(map, light)));
  add("ppt/presentation.xml", mainPart(count), [
    { kind: "slideMaster", target: "slideMasters/slideMaster1.xml" },
    { kind: "notesMaster", target: "notesMasters/notesMaster1.xml" },
    ...Array.from({ length: count }, (_, k) => ({ kind: "slide", target: `slides/slide${k + 1}.xml` })),
    { kind: "theme", target: "theme/theme1.xml" },
  ]);
  parts.set("docProps/core.xml", coreProperties(map.title));
  parts.set("docProps/app.xml", APP_PROPERTIES);
  return packed(parts);
}

/** The parts as a zip, what they are first. */
function packed(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const relations = relationsPart([
    { kind: "officeDocument", target: "ppt/presentation.xml" },
    { kind: "metadata/core-properties", target: "docProps/core.xml" },
    { kind: "extended-properties", target: "docProps/app.xml" },
  ]);
  const encoder = new TextEncoder();
  const files: Zippable = {};
  for (const [path, content] of [
    ["[Content_Types].xml", contentTypes([...parts.keys()])] as const,
    ["_rels/.rels", relations] as const,
    ...parts,
  ]) {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    // PNG is packed already. The memory is named because fflate otherwise works it out by Math.log.
    files[path] = [bytes, { level: path.endsWith(".png") ? 0 : 6, mem: 8, mtime: PACKED }];
  }
  return zipSync(files);
}
