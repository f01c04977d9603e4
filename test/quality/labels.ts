import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** Labels by the papers' own ids; papers without a label are not scored. */
export function labelsOf(path: string): Map<string, string> {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const labels = new Map<string, string>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const { id, label } = JSON.parse(line) as { id?: unknown; label?: unknown };
    if (typeof label === "string" && label !== "") labels.set(String(id), label);
  }
  return labels;
}
