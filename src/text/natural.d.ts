/** natural has no types for the deep imports that keep its other 18 MB out of the bundle. */
declare module "natural/lib/natural/stemmers/*" {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
declare module "natural/lib/natural/util/*" {
  const list: { readonly words: readonly string[] };
  export default list;
}
