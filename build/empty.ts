export const de: readonly string[] = [];
