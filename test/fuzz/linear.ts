import { readPapers } from "../../src/read/read.ts";
import { BEGINNINGS, bareFile, FIELDS, hostileFile, PATTERNS } from "../read/linear-patterns.ts";
import { source } from "../read/reading.ts";
import { WRITERS } from "../read/samples.ts";

const SHORT = 40_000;
/** What takes less is not worth a ratio: the clock ticks in milliseconds. */
const LEAST = 50;
const MOST_RATIO = 2.6;
const ATTEMPTS = 4;

async function cpuTime(text: string): Promise<number> {
  const before = process.cpuUsage();
  await readPapers([source("file", text)]);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Time in milliseconds for a file of n, 2n … where it more than doubles; undefined where it does not. */
async function superlinear(make: (length: number) => string): Promise<string | undefined> {
  let told = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const double = await cpuTime(make(2 * SHORT));
    if (double < LEAST) return undefined;
    const single = await cpuTime(make(SHORT));
    if (double <= MOST_RATIO * single) return undefined;
    told = `${single.toFixed(0)} ms for ${SHORT}, ${double.toFixed(0)} ms for ${2 * SHORT}`;
  }
  return told;
}

/** Every reader and field over every pattern; prints what is not linear. @returns how many are not */
export async function checkLinear(): Promise<number> {
  let cases = 0;
  let failed = 0;
  const check = async (name: string, make: (length: number) => string) => {
    cases++;
    const told = await superlinear(make);
    if (told === undefined) return;
    failed++;
    console.log(`  ${name}: ${told}`);
  };
  for (const pattern of PATTERNS) {
    for (const format of Object.keys(WRITERS))
      for (const field of FIELDS)
        await check(`${format} ${field} ${JSON.stringify(pattern)}`, (length) =>
          hostileFile(format, field, pattern, length),
        );
    for (const [name, begin] of Object.entries(BEGINNINGS))
      await check(`${name} ${JSON.stringify(pattern)}`, (length) => bareFile(begin, pattern, length));
  }
  console.log(`linear time: ${cases} cases, ${failed} failures`);
  return failed;
}
