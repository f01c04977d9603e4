import { runnerImport } from "vite";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
const { module: p } = await runnerImport("./src/export/pack.ts");
const { module: u } = await runnerImport("./src/export/unpack.ts");
for (const f of process.argv.slice(2)) {
  const b = readFileSync(f); let t=performance.now();
  const z = p.pack(b); const t1=performance.now()-t; t=performance.now();
  const o = u.unpack(z); const t2=performance.now()-t;
  const txt=[...p.asText(z)].join(""); const back=u.fromText(txt);
  console.log(f, b.length, "gz", gzipSync(b,{level:9}).length, "pack", z.length, "text", Buffer.byteLength(txt), t1|0, t2|0, Buffer.compare(Buffer.from(o),b), Buffer.compare(Buffer.from(back.subarray(0,z.length)),Buffer.from(z)), back.length-z.length);
}
