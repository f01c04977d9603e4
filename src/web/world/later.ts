/** Opens or closes the map of the world, whose code and outlines are loaded when it is first wanted; absent where there is none. */
export const toggleWorld: (() => void) | undefined = () =>
  void import("./open.ts").then((part) => part.toggleWorld());
