declare module "subset-font" {
  /** A font with nothing but what a text needs. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: "woff2";
      /** Only the characters themselves, not what ligatures and other features would make of them. */
      readonly noLayoutClosure?: boolean;
      readonly noHinting?: boolean;
      /** OpenType features that stay. */
      readonly keepFeatures?: readonly string[];
    },
  ): Promise<Uint8Array>;
}
