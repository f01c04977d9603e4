import { PICTURE_SIZES, type PictureOptions } from "../export/picture.ts";
import { LOOKS } from "../scene/scene.ts";
import { suggest } from "./suggest.ts";
import { quote, usage, wholeNumber } from "./values.ts";

const PARTS = ["background", "labels", "legend", "title", "parameters"] as const;

/** What --theme, --look, --size, --scale and --without say. @throws TopographError (usage) */
export function pictureChoices(given: (option: string) => string | undefined): PictureOptions {
  const [theme, size, scale] = [given("theme"), given("size"), given("scale")];
  if (theme !== undefined && theme !== "light" && theme !== "dark")
    throw usage(`--theme is ${quote(theme)}; expected light or dark`);
  const look = LOOKS.find((name) => name === (given("look") ?? "flat"));
  if (look === undefined)
    throw usage(`--look is ${quote(given("look") ?? "")}; expected ${LOOKS.join(" or ")}`);
  const without = partsOf(given("without"));
  return {
    dark: theme === "dark",
    look,
    ...(size === undefined ? {} : sizeOf(size)),
    ...(scale === undefined ? {} : { scale: wholeNumber("scale", scale, 1, 8) }),
    background: !without.has("background"),
    labels: !without.has("labels"),
    legend: !without.has("legend"),
    title: !without.has("title"),
    smallPrint: !without.has("parameters"),
  };
}

function sizeOf(text: string): { readonly width: number; readonly height: number } {
  const paper = PICTURE_SIZES.get(text.toLowerCase());
  if (paper) return { width: paper[0], height: paper[1] };
  const found = /^(\d{2,5})[x×](\d{2,5})$/i.exec(text);
  if (!found)
    throw usage(`--size is ${quote(text)}; expected WxH in pixels, such as 1600x1000, or a0 to a4, or 16:9`);
  return {
    width: wholeNumber("size", found[1], 200, 20_000),
    height: wholeNumber("size", found[2], 200, 20_000),
  };
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
