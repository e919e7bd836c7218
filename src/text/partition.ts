// Where does a sorted list turn? Binary search by a test instead of a key.

/**
 * @param passes true for some items at the beginning and false for all after them
 * @returns how many pass
 */
export function partitionPoint<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (item !== undefined && passes(item)) low = middle + 1
    else high = middle
  }
  return low
}
