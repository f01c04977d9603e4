import { PICTURE_SIZES, type PictureOptions } from "../export/picture.ts";
import type { TopicMap } from "../model/map.ts";
import { fieldNamed, fieldNames } from "../model/own-fields.ts";
import { scaleOf } from "../scene/scale/numbers.ts";
import { LOOKS } from "../scene/scene.ts";
import { oneLine } from "./messages.ts";
import { suggest } from "./suggest.ts";
import { quote, usage, wholeNumber } from "./values.ts";

const PARTS = ["background", "labels", "legend", "title", "parameters"] as const;

/** What --theme, --look, --color, --ring, --size, --scale, --dpi and --without say; whether a map has these fields is seen later. @throws TopographError (usage) */
export function pictureChoices(
  given: (option: string) => string | undefined,
  sizes: readonly string[] = [],
): PictureOptions {
  const [theme, scale, dpi] = [given("theme"), given("scale"), given("dpi")];
  const [color, ring] = [given("color"), given("ring")];
  if (scale !== undefined && dpi !== undefined)
    throw usage("--scale and --dpi both say how many pixels a picture has; name one of them");
  if (theme !== undefined && theme !== "light" && theme !== "dark")
    throw usage(`--theme is ${quote(theme)}; expected light or dark`);
  const look = LOOKS.find((name) => name === (given("look") ?? "flat"));
  if (look === undefined)
    throw usage(`--look is ${quote(given("look") ?? "")}; expected ${LOOKS.join(" or ")}`);
  const without = partsOf(given("without"));
  const { width, height = 0, size } = sizesOf(sizes);
  return {
    dark: theme === "dark",
    look,
    ...(width === undefined ? {} : { width, height }),
    dots: {
      ...(color === undefined || color === TOPIC ? {} : { color }),
      ...(ring === undefined ? {} : { ring }),
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

function sizeOf(text: string): { readonly width: number; readonly height: number } | undefined {
  const paper = PICTURE_SIZES.get(text.toLowerCase());
  if (paper) return { width: paper[0], height: paper[1] };
  const found = /^(\d{1,6})[x×](\d{1,6})$/i.exec(text);
  return (
    (found && {
      width: wholeNumber("size", found[1], 200, 20_000),
      height: wholeNumber("size", found[2], 200, 20_000),
    }) ??
    undefined
  );
}

/**
 * Checks that a map has the fields that pictures are to show.
 * @throws TopographError (usage) with a near name and all names, where there is none of a name, or one without numbers
 */
export function checkFields(map: TopicMap, { dots: { color, ring, size } = {} }: PictureOptions): void {
  const names = fieldNames(map);
  const check = (option: string, name: string | undefined, known: readonly string[], more: string) => {
    if (name === undefined || known.includes(name)) return;
    const near = suggest(name, known);
    const list = known.length > 0 ? known.map((one) => oneLine(one)).join(", ") : "none";
    throw usage(
      `${option}: ${names.includes(name) ? "no number is in the field" : "the map has no field"} ${quote(name)}${near ? `; did you mean ${near}?` : ""} ${more}: ${list}`,
    );
  };
  const numeric = names.filter((name) => {
    const field = fieldNamed(map, name);
    return field && scaleOf(field);
  });
  check("--color", color, names, "Fields");
  check("--ring", ring, names, "Fields");
  check(
    "--size",
    size,
    numeric,
    "It is WxH in pixels, such as 1600x1000, a0 to a4, 16:9, or a field with numbers",
  );
}

function partsOf(text: string | undefined): Set<string> {
  const named = (text ?? "").split(",").filter(Boolean);
  for (const name of named) {
    if ((PARTS as readonly string[]).includes(name)) continue;
    const near = suggest(name, PARTS);
    throw usage(
      `--without: there is no part ${quote(name)}${near ? `; did you mean ${near}?` : ""} Parts are ${PARTS.join(", ")}`,
    );
  }
  return new Set(named);
}
