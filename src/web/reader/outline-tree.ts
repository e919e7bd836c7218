// How do a report's headings nest? The outline as a tree, and where in it a range lies.
import type { Section } from '../../document/document.ts'
import type { Range } from '../../text/range.ts'

export interface OutlineNode {
  readonly heading: string
  /** Index into the outline. */
  readonly section: number
  readonly children: readonly OutlineNode[]
}

interface GrowingNode extends OutlineNode {
  readonly level: number
  readonly children: GrowingNode[]
}

/** A heading goes below the last one of a higher level, whatever levels are missing between them. */
export function outlineTree(outline: readonly Pick<Section, 'heading' | 'level'>[]): readonly OutlineNode[] {
  const roots: GrowingNode[] = []
  const open: GrowingNode[] = []
  for (const [section, { heading, level }] of outline.entries()) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    const node = { heading, section, level, children: [] }
    const siblings = open.at(-1)?.children ?? roots
    siblings.push(node)
    open.push(node)
  }
  return roots
}

/** @returns the deepest section that holds the range's start */
export function sectionAt(outline: readonly Pick<Section, 'range'>[], range: Range): number | undefined {
  const place = outline.findLastIndex(
    (section) => section.range.start <= range.start && range.start < section.range.end,
  )
  return place === -1 ? undefined : place
}

export function holdsSection(node: OutlineNode, section: number): boolean {
  return node.section === section || node.children.some((child) => holdsSection(child, section))
}
