import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CLI, runIn } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "topograph unknown ü "));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...words: string[]) => runIn(folder, words);

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
write(
  "a.csv",
  `title,year,doi,country,score
Rivers of ice,2001,10.1234/a,FR,1
Rivers of ice,2001,10.1234/a,FR,1
Maps of snow,2002,10.1234/b,US,2
`,
);

describe.skipIf(!existsSync(CLI))("names of nothing that was read are told of", () => {
  test.each([
    [
      ["--fields", "contry"],
      'warning: --fields: nothing that was read has the field "contry"; did you mean country? Fields: country, score\n',
    ],
    [["--fields", "score,xyzxyz"], '"xyzxyz". Fields: score, country\n'],
    [
      ["--keep-apart", "apart.txt"],
      'warning: --keep-apart apart.txt: 1 of 2 lines name no record that is like another: "doi:10.1234/z"; expected names as inspect --json gives them ("record")\n',
    ],
  ])("%j: a warning, and an error under --strict", (options, message) => {
    write("apart.txt", "# mine\ndoi:10.1234/a~2\ndoi:10.1234/z\n");
    const told = run("build", "a.csv", "-o", "a.json", "-q", ...options);
    expect(told.code).toBe(0);
    expect(told.stderr).toContain(message);
    expect(run("inspect", "a.csv", ...options).stderr).toContain(message);
    const strict = run("build", "a.csv", "-o", "b.json", "--strict", ...options);
    expect(strict.code).toBe(3);
    expect(existsSync(join(folder, "b.json"))).toBe(false);
  });
  test("what is there is not, and neither is what every paper may have", () => {
    write("apart.txt", "doi:10.1234/a~2\n");
    const options = ["--fields", "year,venue,country", "--keep-apart", "apart.txt"];
    expect(run("build", "a.csv", "-o", "a.json", "-q", ...options).stderr).not.toMatch(
      /--fields|--keep-apart/,
    );
  });
});
