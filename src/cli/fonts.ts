import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import type { FontFile } from "../export/choose-fonts.ts";
import { TopographError } from "../model/errors.ts";
import type { TopicMap } from "../model/map.ts";
import { type Dots, paintsOf } from "../view/dots.ts";
import { reasonOf } from "./reasons.ts";

/** Where systems keep their fonts. */
function folders(): string[] {
  const home = homedir();
  switch (process.platform) {
    case "win32":
      return [
        join(process.env.SystemRoot ?? "C:\\Windows", "Fonts"),
        join(process.env.LOCALAPPDATA ?? join(home, "AppData", "Local"), "Microsoft", "Windows", "Fonts"),
      ];
    case "darwin":
      return ["/System/Library/Fonts", "/Library/Fonts", join(home, "Library", "Fonts")];
    default:
      return [
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        join(process.env.XDG_DATA_HOME ?? join(home, ".local", "share"), "fonts"),
        join(home, ".fonts"),
      ];
  }
}

/** Plain fonts of many scripts that come with Linux, macOS and Windows, the first ones preferred; by file. */
const PLAIN = [
  /^notosans(?!mono)/,
  /^sourcehansans/,
  /^(?:pingfang|hiragino|ヒラギノ角ゴ|applesdgothicneo|sfarabic|sfhebrew|geezapro|arialhb|kohinoor|thonburi)/,
  /^(?:msyh|yugoth|meiryo|malgun|segoeui|tahoma|nirmala|leelaw|leelau)/,
  /^(?:wqy|nanumgothic|ipag|takao|lohit|droidsans|dejavusans(?!mono)|freesans)/,
  /^arial/,
];
/** Pictures in the place of letters, and boxes for every letter there is. */
const NO_LETTERS = /emoji|lastresort|adobeblank|symbol|webding|wingding/;
const FONT_FILE = /\.(?:ttf|otf|ttc|otc)$/i;

/** The fonts of the system, plain ones and others, each in an order that does not depend on how folders are listed. */
export function systemFonts(): FontFile[][] {
  const found = folders()
    .flatMap(filesIn)
    .map((path) => ({ path, name: basename(path).normalize("NFC").toLowerCase() }))
    .filter(({ name }) => !NO_LETTERS.test(name));
  const rank = ({ name }: { readonly name: string }) =>
    PLAIN.findIndex((pattern) => pattern.test(name.replace(/[ _]/g, "")));
  const order = (a: { readonly name: string; readonly path: string }, b: typeof a) =>
    rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1);
  const asFile = ({ path, name }: (typeof found)[number]): FontFile => ({
    name,
    read: () => readFileSync(path),
  });
  return [found.filter((one) => rank(one) >= 0), found.filter((one) => rank(one) < 0)].map((tier) =>
    tier.sort(order).map(asFile),
  );
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => FONT_FILE.test(name))
      .map((name) => join(folder, name));
  } catch {
    // No such folder, or one that may not be read: its fonts are not to be had.
    return [];
  }
}

/** What font files begin with. */
const KINDS: ReadonlyMap<string, string | undefined> = new Map([
  ["\0\u0001\0\0", undefined],
  ["true", undefined],
  ["OTTO", undefined],
  ["ttcf", undefined],
  ["wOFF", "it is packed for the web (WOFF); give the .ttf or .otf that it was made of"],
  ["wOF2", "it is packed for the web (WOFF 2); give the .ttf or .otf that it was made of"],
]);

/** The files that --font names. @throws TopographError (input) where one cannot be read or is no font */
export function givenFonts(paths: readonly string[]): FontFile[] {
  return paths.map((path) => {
    const refuse = (reason: string) => new TopographError("input", `--font ${path}: ${reason}`);
    let bytes: Buffer;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      throw refuse(reasonOf(error) ?? String(error));
    }
    const kind = bytes.toString("latin1", 0, 4);
    if (!KINDS.has(kind)) throw refuse("this is no font; expected a .ttf, .otf, .ttc or .otc");
    const reason = KINDS.get(kind);
    if (reason !== undefined) throw refuse(reason);
    return { name: basename(path), read: () => bytes };
  });
}

/** Opens fonts. @throws TopographError (input) where one cannot be read */
export async function checkFonts(fonts: readonly FontFile[]): Promise<void> {
  if (fonts.length === 0) return;
  const { isFont } = await import("../export/lettering.ts");
  const broken = fonts.find((font) => !isFont(font));
  if (broken)
    throw new TopographError(
      "input",
      `--font ${broken.name}: the font is damaged or cut off; copy it again, or name another`,
    );
}

/** Scripts that the font which ships with Topograph has no letters of; most maps have none, and need no search. */
const BEYOND = /[\u0530-\u1cff\u2200-\u2bff\u2c80-\ua71f\ua800-\ufefe\u{10000}-\u{10ffff}]/u;

/** Everything of a map that pictures may show. @param dots what legends say the values of */
export function* textsOf(map: TopicMap, dots: Dots = {}): Generator<string> {
  const { title, subtitle, papers, topics } = map;
  const { fill, ring } = paintsOf(map, dots, false);
  for (const paint of [fill, ring]) {
    yield paint?.field.name ?? "";
    for (const { label } of paint?.classes ?? []) yield label;
  }
  yield title;
  yield subtitle ?? "";
  for (const paper of papers) yield paper.title;
  for (const { name, terms } of topics) {
    yield name;
    for (const { term } of terms) yield term;
  }
}

/** Whether a map may need other fonts than those that ship with Topograph. */
export function hasOtherScripts(map: TopicMap, dots?: Dots): boolean {
  for (const text of textsOf(map, dots)) if (BEYOND.test(text)) return true;
  return false;
}
