import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const FOLDER = "dist/notices";

/** What packages without a file of their own are under, as they say elsewhere: the licence, and the file here that has its text. */
const LICENCES: Readonly<Record<string, readonly [licence: string, file: string]>> = {
  "@bokuweb/zstd-wasm": ["MIT AND BSD-3-Clause", "src/build/zstd-licence.txt"],
};

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

/** Notes which packages a build puts into its files. */
export function notePackages(build: string): Plugin {
  return {
    name: "note-packages",
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const made of Object.values(bundle))
        if (made.type === "chunk")
          for (const [id, { renderedLength }] of Object.entries(made.modules)) {
            const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replace(/^\0/, ""))?.[0];
            if (folder !== undefined && renderedLength > 0) folders.add(folder);
          }
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(join(FOLDER, `${build}.json`), JSON.stringify([...folders]));
    },
  };
}

/** Writes what the builds noted as licence notices and as a software bill of materials (CycloneDX 1.5). The last build does it. */
export function writeNotices(version: string): Plugin {
  return {
    name: "write-notices",
    closeBundle() {
      const folders = readdirSync(FOLDER).flatMap(
        (file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as string[],
      );
      // Data of packages, which no build sees.
      for (const name of ["@fontsource/inter", "@resvg/resvg-wasm"])
        folders.push(realpathSync(join("node_modules", name)));
      const packages = [...new Set(folders)]
        .filter((folder) => existsSync(join(folder, "package.json")))
        .map(packageOf)
        .sort((a, b) => (a.name < b.name ? -1 : 1));
      writeFileSync("dist/NOTICES.txt", noticesOf(packages));
      writeFileSync("dist/sbom.cdx.json", `${JSON.stringify(sbomOf(packages, version), null, 1)}\n`);
      rmSync(FOLDER, { recursive: true });
    },
  };
}

function packageOf(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const [known, path] = new Map(Object.entries(LICENCES)).get(name) ?? [];
  if (known && path) return { name, version, license: known, text: readFileSync(path, "utf8").trim() };
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)/i.test(one));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return { name, version, license: String(license?.type ?? license ?? "see its text"), text };
}

function noticesOf(packages: readonly Package[]): string {
  const head = `Topograph contains these packages, whole or in part. Each is used under its own licence.

`;
  const parts = packages.map(
    ({ name, version, license, text }) =>
      `${"=".repeat(78)}\n${name} ${version} (${license})\nhttps://www.npmjs.com/package/${name}/v/${version}\n\n${text}\n`,
  );
  return head + parts.join("\n");
}

function sbomOf(packages: readonly Package[], version: string): object {
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      component: { type: "application", name: "topograph", version, purl: `pkg:npm/topograph@${version}` },
    },
    components: packages.map(({ name, version: own, license }) => ({
      type: "library",
      name,
      version: own,
      purl: `pkg:npm/${name.replace("@", "%40")}@${own}`,
      licenses: [{ expression: license }],
    })),
  };
}
