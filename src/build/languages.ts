import { createRequire } from "node:module";
import type { Plugin } from "vite";

const require = createRequire(import.meta.url);

const NATURAL = /natural\/lib\/natural\/((?:util\/stopwords|stemmers\/porter_stemmer)_([a-z]{2}))\.js$/;

/** The languages that natural has stop words or a stemmer for, but English. */
const CODES = ["de", "es", "fr", "id", "it", "nl", "no", "pl", "pt", "ru", "sv", "uk"];
const WITHOUT_STEMMER = new Set(["id", "pl"]);
const WITHOUT_STOP_WORDS = new Set(["de"]);

/**
 * Takes the stop words and stemmers of all languages but English out of a script. They come from
 * `globalThis.topographLanguages` where a page carries them, see `languagePacks`.
 */
export const languagesAside: Plugin = {
  name: "languages-aside",
  enforce: "pre",
  resolveId(source) {
    const found = NATURAL.exec(source);
    return found ? `\0language:${found[1]}` : null;
  },
  load(id) {
    if (!id.startsWith("\0language:")) return null;
    const name = JSON.stringify(id.slice("\0language:".length));
    return `export default globalThis.topographLanguages?.[${name}] ?? { words: [], stem: (word) => word };`;
  },
};

/** Scripts that put one language each into `globalThis.topographLanguages`: "es" → script. */
export async function languagePacks(
  build: (entry: string, plugin: Plugin) => Promise<string>,
): Promise<Record<string, string>> {
  const packs: Record<string, string> = {};
  for (const code of CODES) packs[code] = await build(`pack-${code}`, packOf(code));
  return packs;
}

function packOf(code: string): Plugin {
  const names = [
    ...(WITHOUT_STOP_WORDS.has(code) ? [] : [`util/stopwords_${code}`]),
    ...(WITHOUT_STEMMER.has(code) ? [] : [`stemmers/porter_stemmer_${code}`]),
  ];
  const imports = names.map(
    (name, i) => `import part${i} from ${JSON.stringify(require.resolve(`natural/lib/natural/${name}.js`))};`,
  );
  const values = names.map((name, i) => `${JSON.stringify(name)}: part${i}`);
  return {
    name: "language-pack",
    enforce: "pre",
    resolveId: (source) => (source.endsWith(`pack-${code}`) ? `\0pack:${code}` : null),
    load: (id) =>
      id === `\0pack:${code}`
        ? `${imports.join("\n")}\nObject.assign((globalThis.topographLanguages ??= {}), { ${values.join(", ")} });`
        : null,
  };
}
