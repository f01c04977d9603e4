interface Face {
  readonly subset: string;
  readonly range: string;
}

/** The scripts that the font has, the commonest first, and the characters of each. */
const FACES: readonly Face[] = [
  {
    subset: "latin",
    range:
      "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
  },
  {
    subset: "latin-ext",
    range:
      "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
  },
  { subset: "greek", range: "U+0370-0377, U+037A-037F, U+0384-038A, U+038C, U+038E-03A1, U+03A3-03FF" },
  { subset: "cyrillic", range: "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116" },
];
const WEIGHTS = ["400", "700"] as const;

const fileName = (subset: string, weight: string) => `inter-${subset}-${weight}.woff`;
const address = (name: string) => new URL(`fonts/${name}`, document.baseURI).href;

/**
 * Makes the font known to the page; the browser loads each face when a character of it is first drawn. A page in one file
 * has no folder of fonts: it carries the commonest letters itself (see single/loader.ts).
 */
export function startFonts(): void {
  if (import.meta.env.MODE === "single") return;
  for (const weight of WEIGHTS)
    for (const { subset, range } of FACES) {
      const source = `url("${address(fileName(subset, weight))}")`;
      document.fonts.add(new FontFace("Inter", source, { weight, display: "swap", unicodeRange: range }));
    }
}

/** The font files of a weight, as WOFF. */
export async function fontFiles(weight: "400" | "700"): Promise<Uint8Array[]> {
  return Promise.all(
    FACES.map(async ({ subset }) => {
      const name = fileName(subset, weight);
      const answer = await fetch(address(name));
      if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
      return new Uint8Array(await answer.arrayBuffer());
    }),
  );
}
