// Which files go together in one request? Few and small enough that each request stays well below what the service takes.

/** The service takes 100 files and, unless set otherwise, 64 MB at once. */
const MOST_FILES = 20
const MOST_BYTES = 8 * 1024 * 1024

/** In the order given; a file that is large by itself goes alone. */
export function batchesOf<T extends { readonly size: number }>(files: readonly T[]): T[][] {
  const batches: T[][] = []
  let bytes = 0
  for (const file of files) {
    const last = batches.at(-1)
    if (last === undefined || last.length >= MOST_FILES || bytes + file.size > MOST_BYTES) {
      batches.push([file])
      bytes = file.size
    } else {
      last.push(file)
      bytes += file.size
    }
  }
  return batches
}

/** What was chosen before and now: of one name the last, in the place of the first. */
export function withChosen<T extends { readonly name: string }>(
  before: readonly T[],
  chosen: readonly T[],
): T[] {
  return [...new Map([...before, ...chosen].map((file) => [file.name, file])).values()]
}

/** `3.4 MB`, `18 KB`. */
export function sizeOf(bytes: number): string {
  const kilobytes = bytes / 1024
  return kilobytes < 1024 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
}
