import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Paths that match a pattern of `*`, `?`, `[abc]` and `**`, in code-unit order; hidden files only where the pattern
 * has the dot. For shells that hand patterns on (Windows, quotes).
 */
export function glob(pattern: string): string[] {
  const parts = pattern.split("/");
  const isAbsolute = parts[0] === "";
  return match(isAbsolute ? "/" : "", isAbsolute ? parts.slice(1) : parts).sort();
}

function match(folder: string, parts: readonly string[]): string[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [folder];
  if (part === "**") {
    const below = list(folder).filter((entry) => entry.isFolder && !entry.name.startsWith("."));
    return [...match(folder, rest), ...below.flatMap((entry) => match(join(folder, entry.name), parts))];
  }
  if (!/[*?[]/.test(part)) return match(join(folder, part), rest);
  const expression = toExpression(part);
  return list(folder)
    .filter((entry) => expression.test(entry.name) && (!entry.name.startsWith(".") || part.startsWith(".")))
    .flatMap((entry) => match(join(folder, entry.name), rest));
}

function list(folder: string): { name: string; isFolder: boolean }[] {
  try {
    return readdirSync(folder || ".", { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
  } catch {
    return [];
  }
}

/** Runs of stars become one, so that the expression cannot go exponential. */
function toExpression(part: string): RegExp {
  const source = part
    .replace(/\*+/g, "*")
    .replace(/[.+^${}()|\\]/g, "\\$&")
    .replace(/\*/g, "[^/]*")
    .replace(/\?/g, "[^/]")
    .replace(/\[!/g, "[^");
  try {
    return new RegExp(`^${source}$`, "u");
  } catch {
    return /^\b$/;
  }
}
