import type { Source } from "../model/collection.ts";
import { type Edit, SCHEMA, type TourStop } from "../model/map.ts";
import type { Monitor } from "../model/progress.ts";
import { refuseText } from "./container.ts";
import { chooseFormat, formatName } from "./detect.ts";
import { isObject } from "./json/value.ts";
import { isTwiceEncoded, onceDecoded } from "./mojibake.ts";
import { createNormaliser } from "./normalise.ts";
import type { Emit, Parser } from "./record.ts";
import { type Hash, openText } from "./source.ts";
import type { WarningList } from "./warnings.ts";

/** What is known of a file once it has been read. */
export interface ReadResult {
  readonly format: string;
  readonly encoding: string;
  readonly sha256: string;
  readonly refusal: string | undefined;
  readonly edits: readonly Edit[];
  readonly tour: readonly TourStop[];
}

const HEAD = 65536;

/** Reads one source with the reader of its format; never throws for what the text holds. */
export async function readText(
  source: Source,
  emit: Emit,
  warnings: WarningList,
  given: {
    readonly columns?: ReadonlyMap<string, string>;
    readonly encoding?: string;
    readonly createHash?: () => Hash;
  },
  monitor: Monitor,
  onBytes: (count: number) => void,
): Promise<ReadResult> {
  const warn = warnings.add;
  const opened = openText(source, warn, given.encoding, onBytes, given.createHash?.());
  const edits: Edit[] = [];
  const tour: TourStop[] = [];
  const options = {
    columns: given.columns ?? new Map<string, string>(),
    onMap: (attributes: Readonly<Record<string, unknown>>) => {
      if (Array.isArray(attributes.edits)) edits.push(...attributes.edits.filter(isEdit));
      if (Array.isArray(attributes.tour)) tour.push(...attributes.tour.filter(isObject));
      if (Number(attributes.schema) > 1)
        warn(
          `the map was written by a newer version (schema ${attributes.schema}); only its papers were read`,
        );
    },
  };
  let parser: Parser | undefined;
  let format = "unknown";
  let refusal: string | undefined;
  let head: string[] = [];
  let headSize = 0;
  let twice = false;
  const begin = () => {
    twice = isTwiceEncoded(head.join(""));
    if (twice)
      warn(
        "encoding: the text is UTF-8 that was taken for windows-1252 and encoded once more (“Ã©” for “é”); put right",
      );
    const text = twice ? onceDecoded(head.join("")) : head.join("");
    head = [];
    refusal = refuseText(text) ?? refuseNewer(text);
    if (refusal !== undefined) return;
    const chosen = chooseFormat(text, source.name, options);
    format = formatName(chosen, text, options);
    parser = chosen.create(emit, warn, options, text);
    parser.push(text);
  };
  const normaliser = createNormaliser(warn);
  for await (const stored of opened.pieces()) {
    monitor.signal?.throwIfAborted();
    const piece = normaliser.push(stored);
    if (parser !== undefined) parser.push(twice ? onceDecoded(piece) : piece);
    else if (refusal === undefined) {
      head.push(piece);
      headSize += piece.length;
      if (headSize >= HEAD) begin();
    }
  }
  if (parser === undefined && refusal === undefined && opened.refusal === undefined) begin();
  parser?.end();
  normaliser.end();
  return {
    format,
    encoding: opened.encoding,
    sha256: opened.sha256,
    refusal: opened.refusal ?? refusal,
    edits,
    tour,
  };
}

/** A map that a later version wrote may mean something else by what looks familiar. */
function refuseNewer(head: string): string | undefined {
  if (!/"generator"\s*:\s*"topograph /.test(head)) return undefined;
  const schema = Number(/"schema"\s*:\s*(\d+)/.exec(head)?.[1] ?? SCHEMA);
  return schema > SCHEMA
    ? `this map was written by a newer Topograph (schema ${schema}; this one reads up to ${SCHEMA}): update Topograph`
    : undefined;
}

function isEdit(value: unknown): value is Edit {
  return isObject(value) && typeof value.type === "string";
}
