import type { PictureOptions } from "../export/picture.ts";
import type { Field } from "../model/field.ts";
import type { TopicMap } from "../model/map.ts";
import { fieldNamed, fieldNames } from "../model/own-fields.ts";
import { numberNotation } from "../read/columns/numbers.ts";
import { scaleOf } from "../scene/scale/numbers.ts";
import { oneLine } from "./messages.ts";
import { orNear } from "./suggest.ts";
import { quote, usage } from "./values.ts";

/**
 * Checks that a map has the fields that pictures are to show.
 * @throws TopographError (usage) with a near name and all names, where there is none of a name, or one without numbers
 */
export function checkFields(
  map: TopicMap,
  { dots: { color, ring, label, size } = {} }: PictureOptions,
): void {
  const names = fieldNames(map);
  const check = (option: string, name: string | undefined, known: readonly string[], more: string) => {
    if (name === undefined || known.includes(name)) return;
    const list = known.length > 0 ? known.map((one) => oneLine(one)).join(", ") : "none";
    const what = names.includes(name) ? withoutNumbers(fieldNamed(map, name)) : "the map has no field";
    throw usage(`${option}: ${what} ${quote(name)}${orNear(name, known)} ${more}: ${list}`);
  };
  // Whether a field is of numbers is seen by all of its values: asked where somebody wants to know.
  const numeric = () =>
    names.filter((name) => {
      const field = fieldNamed(map, name);
      return field && scaleOf(field);
    });
  check("--color", color, names, "Fields");
  check("--ring", ring, names, "Fields");
  check("--label", label, names, "Fields");
  check(
    "--size",
    size,
    size === undefined ? names : numeric(),
    "Expected WxH in pixels, such as 1600x1000, a0 to a4, 16:9, or a field with numbers",
  );
}

/** Of a field that has no scale of numbers: one text among numbers makes words of them all, so that it is shown. */
function withoutNumbers(field: Field | undefined): string {
  const texts = field !== undefined && "labels" in field ? field.labels : [];
  const odd = texts.find((text) => numberNotation([text]) === undefined);
  return odd === undefined || texts.every((text) => numberNotation([text]) === undefined)
    ? "no number is in the field"
    : `${quote(odd)} is no number in the field`;
}
