import { inflateSync } from "node:zlib";

/** The streams of a file, unpacked, by the number of their object. */
export function streamsOf(file: Buffer): Map<number, string> {
  const streams = new Map<number, string>();
  const text = file.toString("latin1");
  for (const found of text.matchAll(/(\d+) 0 obj\n<<((?:(?!endobj)[\s\S])*?)>>\nstream\n/g)) {
    const [head, number, dictionary] = found;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const from = found.index + head.length;
    streams.set(Number(number), inflateSync(file.subarray(from, from + length)).toString("latin1"));
  }
  return streams;
}

/** What a reader gets who copies the text: glyphs of each font through its table of characters. @param of the streams to read */
export function textOf(file: Buffer, of: ReadonlySet<number> = new Set(streamsOf(file).keys())): string {
  const streams = streamsOf(file);
  const text = file.toString("latin1");
  const tables = new Map<string, string[]>();
  for (const [, name, font] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const [, table] = new RegExp(`\\n${font} 0 obj\\n<<[\\s\\S]*?/ToUnicode (\\d+) 0 R`).exec(text) ?? [];
    const ranges = [...(streams.get(Number(table)) ?? "").matchAll(/> \[(.*?)\]/g)].map(([, list]) => list);
    const hexes = ranges.flatMap((list) =>
      [...list.matchAll(/<(.*?)>/g)].map(([, hex]) => hex.replaceAll(" ", "")),
    );
    tables.set(
      name,
      hexes.map((hex) => Buffer.from(hex, "hex").swap16().toString("utf16le")),
    );
  }
  const shown = /(?:\/ActualText \(\) >> BDC[\s\S]*?EMC)|\/(F\d+) \S+ Tf|\[(.*?)\] TJ/g;
  let [font, all] = ["", ""];
  for (const [number, stream] of streams)
    if (of.has(number))
      for (const [, face, glyphs] of stream.matchAll(shown)) {
        if (face) font = face;
        for (const [, hex] of (glyphs ?? "").matchAll(/<(\w+)>/g))
          for (const glyph of hex.match(/.{4}/g) ?? []) all += tables.get(font)?.[Number.parseInt(glyph, 16)];
      }
  return all;
}

/** The number of the stream that each page is drawn by, in the order of pages. */
export function pagesOf(file: Buffer): number[] {
  return [...file.toString("latin1").matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(
    ([, number]) => Number(number),
  );
}
