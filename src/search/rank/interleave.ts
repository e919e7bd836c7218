// When a question names several organisations, each must be heard: their chunks are taken by turns.

/**
 * Best of each group first, in the order of their best; then the second best of each, and so on.
 *
 * @param items best first
 * @returns the same items; unchanged when there are fewer than two groups
 */
export function interleave<Item>(
  items: readonly Item[],
  groupOf: (item: Item) => number | undefined,
): Item[] {
  const turns = new Map<number | undefined, number>()
  const placed = items.map((item, place) => {
    const group = groupOf(item)
    const turn = turns.get(group) ?? 0
    turns.set(group, turn + 1)
    return { item, turn, place }
  })
  if (turns.size < 2) return [...items]
  return placed.sort((a, b) => a.turn - b.turn || a.place - b.place).map(({ item }) => item)
}
