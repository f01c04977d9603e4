// Builds twice and compares what came of it: `npm run reproducible`.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

function built() {
  rmSync("dist", { recursive: true, force: true });
  const { status } = spawnSync("npm", ["run", "build"], {
    stdio: "ignore",
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("the build failed; run npm run build");
  return new Map(
    readdirSync("dist", { recursive: true })
      .sort()
      .filter((file) => statSync(join("dist", file)).isFile())
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join("dist", file)))
          .digest("hex"),
      ]),
  );
}

const [first, second] = [built(), built()];
const differing = [...new Set([...first.keys(), ...second.keys()])].filter(
  (file) => first.get(file) !== second.get(file),
);
for (const file of differing) console.error(`differs: ${file}`);
console.log(`${first.size} files, ${differing.length} of them differ`);
process.exitCode = differing.length === 0 ? 0 : 1;
