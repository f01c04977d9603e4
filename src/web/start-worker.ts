/** Starts the page's worker: a file of its own where the page is served, in a page of one file from its own text. */
export async function startWorker(): Promise<Worker> {
  if (import.meta.env.MODE !== "single")
    return new Worker(new URL("../worker/page.ts", import.meta.url), { type: "module" });
  const { default: InlineWorker } = await import("../worker/page.ts?worker&inline");
  return new InlineWorker();
}
