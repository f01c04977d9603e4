import type { MapChanges } from "./changes.ts";
import { asNumber, field } from "./take.ts";

/** Changes as a saved map holds them; undefined where there are none. @throws TopographError (input) for other things */
export function decodeChanges(value: unknown): MapChanges | undefined {
  if (value === undefined) return undefined;
  const where = "the changes since the earlier map";
  const from = field(value, where);
  const since = field(from.take("since") ?? {}, where);
  const text = (item: object, key: string) => field(item, where).text(key) ?? "";
  return {
    since: { title: since.text("title") ?? "", papers: since.number("papers") ?? 0 },
    newPapers: from.strings("newPapers"),
    gonePapers: from
      .objects("gonePapers")
      .map((item) => ({ identity: text(item, "identity"), title: text(item, "title") })),
    movedPapers: from.objects("movedPapers").map((item) => ({
      identity: text(item, "identity"),
      from: text(item, "from"),
      to: text(item, "to"),
    })),
    newTopics: from.strings("newTopics"),
    goneTopics: from.strings("goneTopics"),
    splitTopics: from
      .objects("splitTopics")
      .map((item) => ({ from: text(item, "from"), into: field(item, where).strings("into") })),
    mergedTopics: from
      .objects("mergedTopics")
      .map((item) => ({ from: field(item, where).strings("from"), into: text(item, "into") })),
    drift: from.number("drift") ?? 0,
    idleEdits: from.list("idleEdits").flatMap((item) => asNumber(item) ?? []),
  };
}
