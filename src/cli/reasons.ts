/** What an error of the system means and what to do, by its code: the everyday ones, which are no bugs of Topograph. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is a file, where a folder was expected",
  EISDIR: "it is a folder; name a file",
  EACCES: "you may not open it; change its permissions or choose another place",
  EPERM: "you may not open it; change its permissions or choose another place",
  ELOOP: "its symbolic links lead in a circle",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "this program may open no more files; raise the limit (ulimit -n) or name fewer",
  ENFILE: "the system has too many files open; close other programs and try again",
  EROFS: "the disk is read-only; choose another folder",
  ENOSPC: "the disk is full; make room and try again",
  EDQUOT: "your quota is used up; make room and try again",
  EFBIG: "the file would be larger than this disk or your limit allows (ulimit -f)",
  EIO: "the disk or device failed; try again, or copy the file elsewhere first",
  ETXTBSY: "another program uses it",
  EBUSY: "another program uses it",
  ENOMEM: "the machine has no memory left; close other programs and try again",
  ERR_WORKER_OUT_OF_MEMORY:
    "out of memory: the collection is too large for this machine; leave out abstracts or split it",
  ERR_STRING_TOO_LONG: "one value of the file is longer than half a gigabyte; it can hold no list of papers",
};

/** Says what an error of the system means; undefined for one that no one foresaw. */
export function reasonOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === "uv_cwd") return "the folder that you are in was deleted; change to another";
  if (message === "Invalid string length") return REASONS.ERR_STRING_TOO_LONG;
  return code === undefined ? undefined : REASONS[code];
}
