import { LEFT_OUT, type RawField } from "../record.ts";

/** Fields in which reference managers keep where a file lies: BibTeX's `file`, BibDesk's, RIS's, Zotero's. */
const OF_FILES =
  /^(?:file|files|pdf|local-url|bdsk-file-\d+|L1|L4|file attachments|link attachments|attachments\.(?:path|localpath)|linkedfiles?)$/i;
/** A path on some computer, whatever field it stands in. */
const PATH =
  /^(?:file:|[A-Za-z]:[\\/]|\\\\|~\/|\/(?:home|users|volumes|mnt|media|root|var|tmp|private|data)\/)/i;
const ADDRESS = /^https?:\/\//i;
const REASON = `${LEFT_OUT}it says where a file lies on somebody's computer`;

/**
 * Fields with what says where files lie on a computer marked to be left out unless it is named: whoever shares a map would
 * share the names of its folders. Addresses on the web stay.
 */
export function besidePaths(fields: readonly RawField[]): readonly RawField[] {
  return fields.some(isLocal)
    ? fields.map((field) => (isLocal(field) ? [field[0], field[1], leftOut(field[2])] : field))
    : fields;
}

/** With the tag that it goes back to where it is named. */
function leftOut(from: string | undefined): string {
  return from === undefined ? REASON : `${REASON}\n${from}`;
}

function isLocal([name, value, from]: RawField): boolean {
  if (from?.startsWith(LEFT_OUT)) return false;
  const ofFiles = OF_FILES.test(name);
  const is = (text: string) => (ofFiles ? !ADDRESS.test(text.trim()) : PATH.test(text));
  return typeof value === "string" ? is(value) : value.some(is);
}
