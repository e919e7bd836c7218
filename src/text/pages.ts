// On which page does an offset of a text stand?
import { partitionPoint } from './partition.ts'

/**
 * @param pages offset at which each page begins, the first at 0; undefined for a text without pages
 * @returns from 1
 */
export function pageAt(pages: readonly number[] | undefined, offset: number): number | undefined {
  return pages && partitionPoint(pages, (start) => start <= offset)
}
