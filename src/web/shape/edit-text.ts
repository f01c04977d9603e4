import type { Edit } from "../../model/map.ts";
import { asKnownEdit } from "../../shape/edits.ts";
import { shapeTexts } from "../texts/shape.ts";

/** One edit in one line, for people. */
export function editText(edit: Edit): string {
  const known = asKnownEdit(edit);
  const t = shapeTexts.edits;
  switch (known?.type) {
    case "rename":
      return t.rename(known.topic.name, known.name);
    case "recolour":
      return t.recolour(known.topic.name);
    case "merge":
      return t.merge(known.topics.map(({ name }) => name));
    case "split":
      return t.split(known.topic.name, known.parts.length);
    case "move":
      return t.move(known.papers.length, known.to.name);
    case "stop-word":
      return t.stopWord(known.word);
    case "synonym":
      return t.synonym(known.phrases);
    case "keep-phrase":
      return t.keep(known.phrase);
    case "split-phrase":
      return t.cut(known.phrase);
    default:
      return t.unknown(edit.type);
  }
}
