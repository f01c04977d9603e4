/** Stands in the place of what opens map folders: a page in one file opens none. */
export function firstTile(): never {
  throw new Error("this page opens no map folders: use Topograph itself");
}
