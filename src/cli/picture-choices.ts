import { SHAPES } from "../charts/shapes.ts";
import type { PictureOptions } from "../export/picture.ts";
import { PICTURE_SIZES, VIEWS } from "../export/picture-names.ts";
import type { Withheld } from "../model/map.ts";
import { LOOKS } from "../scene/look.ts";
import { orNear } from "./suggest.ts";
import { quote, usage, wholeNumber } from "./values.ts";

const PARTS = ["background", "labels", "legend", "title", "parameters"] as const;
const TEXTS = ["abstracts", "closed"] as const satisfies readonly Withheld[];
const WITHOUT: readonly string[] = [...PARTS, ...TEXTS];

/** What --theme, --look, --color, --ring, --label, --size, --scale, --dpi and --without say; whether a map has these fields is seen later. @throws TopographError (usage) */
export function pictureChoices(
  given: (option: string) => string | undefined,
  sizes: readonly string[] = [],
): PictureOptions {
  const [theme, scale, dpi] = [given("theme"), given("scale"), given("dpi")];
  const [color, ring, label] = [given("color"), given("ring"), given("label")];
  if (scale !== undefined && dpi !== undefined)
    throw usage("--scale and --dpi both say how many pixels a picture has; name one of them");
  if (theme !== undefined && theme !== "light" && theme !== "dark")
    throw usage(`--theme is ${quote(theme)}; expected light or dark`);
  const look = LOOKS.find((name) => name === (given("look") ?? "flat"));
  if (look === undefined)
    throw usage(`--look is ${quote(given("look") ?? "")}; expected ${LOOKS.join(" or ")}`);
  const view = oneOf("view", given("view") ?? "map", VIEWS);
  const frames = given("frames");
  for (const name of ["frames", "shape", "measure"])
    if (given(name) !== undefined && view !== "time")
      throw usage(`--${name} says how topics over years are drawn; add --view time`);
  const shape = oneOf("shape", given("shape") ?? "stream", SHAPES);
  const measure = oneOf("measure", given("measure") ?? "papers", MEASURES);
  const without = partsOf(given("without"));
  const { width, height = 0, size } = sizesOf(sizes);
  return {
    dark: theme === "dark",
    look,
    ...(view === "map" ? {} : { view, shape, measure }),
    ...(frames === undefined ? {} : { frames: wholeNumber("frames", frames, 1, 60) }),
    ...(width === undefined ? {} : { width, height }),
    dots: {
      ...(color === undefined || color === TOPIC ? {} : { color }),
      ...(ring === undefined ? {} : { ring }),
      ...(label === undefined ? {} : { label }),
      ...(size === undefined ? {} : { size }),
    },
    ...(scale === undefined ? {} : { scale: wholeNumber("scale", scale, 1, 8) }),
    ...(dpi === undefined ? {} : { dpi: wholeNumber("dpi", dpi, 48, 768) }),
    background: !without.has("background"),
    labels: !without.has("labels"),
    legend: !without.has("legend"),
    title: !without.has("title"),
    smallPrint: !without.has("parameters"),
  };
}

/** What the view of topics over years counts. */
const MEASURES = ["papers", "share", "citations"] as const;

function oneOf<T extends string>(option: string, text: string, known: readonly T[]): T {
  const found = known.find((name) => name === text);
  if (found === undefined)
    throw usage(`--${option} is ${quote(text)}${orNear(text, known)} Expected ${known.join(", ")}`);
  return found;
}

/** What --color names where dots have the colours of their topics. */
const TOPIC = "topic";

/** The size of pictures and the field that sizes dots: --size is either, each once. */
function sizesOf(texts: readonly string[]) {
  const found: { width?: number; height?: number; size?: string } = {};
  for (const text of texts) {
    const size = sizeOf(text);
    const isTwice = (size ? found.width : found.size) !== undefined;
    if (isTwice)
      throw usage(`--size is given twice for ${size ? "pictures" : "dots"}; give it once for each`);
    Object.assign(found, size ?? { size: text });
  }
  return found;
}

/** Of a picture, in pixels. */
const [LEAST_SIDE, MOST_SIDE] = [200, 20_000];

function sizeOf(text: string): { readonly width: number; readonly height: number } | undefined {
  const paper = PICTURE_SIZES.get(text.toLowerCase());
  if (paper) return { width: paper[0], height: paper[1] };
  const found = /^(\d+)[x×](\d+)$/i.exec(text);
  if (!found) return undefined;
  const [width, height] = [Number(found[1]), Number(found[2])];
  if (Math.min(width, height) < LEAST_SIDE || Math.max(width, height) > MOST_SIDE)
    throw usage(
      `--size is ${quote(text)}; expected a whole number from ${LEAST_SIDE} to ${MOST_SIDE} on either side of the x`,
    );
  return { width, height };
}

/** Which abstracts --without leaves out; undefined where none. @throws TopographError (usage) for what is no part */
export function withheldChoice(text: string | undefined): Withheld | undefined {
  const named = partsOf(text);
  return TEXTS.find((name) => named.has(name));
}

function partsOf(text: string | undefined): Set<string> {
  const named = (text ?? "").split(",").filter(Boolean);
  for (const name of named) {
    if (WITHOUT.includes(name)) continue;
    throw usage(
      `--without: there is no part ${quote(name)}${orNear(name, WITHOUT)} Parts are ${WITHOUT.join(", ")}`,
    );
  }
  return new Set(named);
}
