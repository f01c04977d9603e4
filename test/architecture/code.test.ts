import { describe, expect, test } from "vitest";
import { files, type Node, parse, place } from "./source.ts";

/** Folders that know neither DOM nor Node: `test/architecture/core` compiles them without, `npm run check` does so. */
const CORE =
  "kernel model prose folder read text edges topics layout scene explain citations time charts export shape".split(
    " ",
  );
const core = files.filter(
  (file) =>
    (CORE.includes(place(file)) || !file.includes("/")) &&
    file !== "kernel/numeric.ts" &&
    file !== "index.ts",
);

/** What engines disagree about in the last bit: `kernel/numeric.ts` rounds it. */
const INEXACT =
  "exp expm1 log log2 log10 log1p pow sin cos tan asin acos atan atan2 sinh cosh tanh cbrt random".split(" ");
/** What differs by machine, place or time. */
const ELSEWHERE = ["Date", "Intl", "performance", "localeCompare", "toLocaleString"];

/** What would make two machines differ. */
function unequal({ type, ...node }: Node): string[] {
  if (type === "BinaryExpression" || type === "AssignmentExpression")
    return String(node.operator).startsWith("**") ? ["** differs by engine: use kernel/numeric.ts"] : [];
  if (type === "MemberExpression" && (node.object as Node).name === "Math") {
    const { name } = node.property as { name?: string };
    return name !== undefined && INEXACT.includes(name)
      ? [`Math.${name} differs by engine: use kernel/numeric.ts`]
      : [];
  }
  const isName = type === "Identifier" && ELSEWHERE.includes(String(node.name));
  return isName ? [`${node.name} differs by machine, place or time: the core may not ask for it`] : [];
}

describe("the core gives the same numbers in every engine", () => {
  test.each(core)("%s keeps to + − × ÷ and square roots, and to what it is given", (file) => {
    expect(parse(file).nodes.flatMap(unequal)).toEqual([]);
  });
});

describe("what one can read in one sitting", () => {
  test.each(files)("%s has at most 250 lines, and no function of more than 120", (file) => {
    const { text, nodes } = parse(file);
    const lines = (node: { start: number; end: number }) =>
      text.slice(node.start, node.end).split("\n").length;
    expect(lines({ start: 0, end: text.length })).toBeLessThanOrEqual(251);
    const long = nodes.filter((node) => /Function/.test(node.type) && node.body && lines(node) > 120);
    expect(
      long.map((node) => `${(node.id as Node | null)?.name ?? "a function"}: ${lines(node)} lines`),
    ).toEqual([]);
  });
});
