/** Starts the page's worker: a file of its own where the page is served, else (opened from disk) from its own text. */
export async function startWorker(): Promise<Worker> {
  if (location.protocol !== "file:" && import.meta.env.MODE !== "single")
    return new Worker(new URL("../worker/page.ts", import.meta.url), { type: "module" });
  const { default: InlineWorker } = await import("../worker/page.ts?worker&inline");
  return new InlineWorker();
}
