import type { Collection } from "../model/collection.ts";
import { isOwnField } from "../model/own-fields.ts";
import type { BuildChoices } from "./command.ts";
import { oneLine } from "./messages.ts";
import { writeAll } from "./streams.ts";
import { orNear } from "./suggest.ts";
import { quote } from "./values.ts";

const SHOWN = 20;

/**
 * Says on stderr which names that `--fields` and `--keep-apart` give are of nothing that was read: a slip, by which all
 * fields would be lost or records merged without a word.
 * @param keepApart the names in the file of `--keep-apart`
 * @returns the number of warnings
 */
export function tellUnknown(
  choices: Pick<BuildChoices, "fields" | "keepApart">,
  keepApart: readonly string[],
  { fields = [], leftOut = [], matches = [] }: Collection,
): number {
  const told: string[] = [];
  if (typeof choices.fields === "object") {
    const known = [...fields, ...leftOut].map(({ name }) => name);
    for (const name of choices.fields)
      if (name !== "all" && !known.includes(name) && !isOwnField(name))
        told.push(
          `--fields: nothing that was read has the field ${quote(name)}${orNear(name, known)} Fields: ${shown(known)}`,
        );
  }
  if (choices.keepApart !== undefined) {
    const alike = new Set(matches.map(({ record }) => record));
    const none = keepApart.filter((record) => !alike.has(record));
    if (none.length > 0)
      told.push(
        `--keep-apart ${choices.keepApart}: ${none.length} of ${keepApart.length} lines name no record that is like another: ${shown(none.map(quote))}; expected names as inspect --json gives them ("record")`,
      );
  }
  for (const message of told) writeAll(2, `warning: ${oneLine(message)}\n`);
  return told.length;
}

function shown(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join(", ") || "none"}${more > 0 ? ` and ${more} more` : ""}`;
}
