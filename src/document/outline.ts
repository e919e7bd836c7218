// What is the outline of the file? Its headings as sections that tile the text.
import { sourceOffset } from './blocks.ts'
import type { Section, SectionRole } from './document.ts'
import type { Draft, Verdict } from './draft.ts'
import { rankLevels } from './levels.ts'

interface Head {
  readonly heading: string
  readonly start: number
  readonly end: number
  readonly inline: boolean
  readonly role: SectionRole
  readonly style: string
  readonly level?: number
}

/**
 * Builds the sections of a file whose blocks all have a verdict.
 *
 * @param fallbackTitle title of a file in which none was found; its heading range is empty
 * @returns at least one section; the first begins at 0, each ends where the next begins, the last at the end of the text
 */
export function buildOutline(draft: Draft, fallbackTitle: string): Section[] {
  const found = findHeads(draft)
  const untitled: Head = {
    heading: fallbackTitle,
    start: 0,
    end: 0,
    inline: false,
    role: 'lead',
    style: 'title',
    level: 1,
  }
  const heads = found.some(({ role }) => role === 'lead') ? found : [untitled, ...found]
  const levels = rankLevels(heads)
  const parents: { level: number; heading: string }[] = []
  return heads.map((head, i) => {
    const level = levels[i] ?? 1
    while ((parents.at(-1)?.level ?? 0) >= level) parents.pop()
    parents.push({ level, heading: head.heading })
    return {
      level,
      heading: head.heading,
      path: parents.map(({ heading }) => heading),
      inline: head.inline,
      role: head.role,
      headingRange: { start: head.start, end: head.end },
      range: { start: i === 0 ? 0 : head.start, end: heads[i + 1]?.start ?? draft.source.length },
      truncated: false,
    }
  })
}

function findHeads(draft: Draft): Head[] {
  return draft.blocks.flatMap((block, i): Head[] => {
    const verdict = draft.verdicts[i]
    if (verdict?.kind === 'run-in') {
      const end = sourceOffset(draft.source, block, verdict.headLength)
      return [{ ...common(verdict), start: block.start, end, inline: true, role: 'section' }]
    }
    if (verdict?.kind !== 'heading' && verdict?.kind !== 'title') return []
    let end = block.end
    for (let next = i + 1; draft.verdicts[next]?.kind === 'heading-rest'; next++)
      end = draft.blocks[next]?.end ?? end
    const role = verdict.kind === 'title' ? 'lead' : (verdict.role ?? 'section')
    return [{ ...common(verdict), start: block.start, end, inline: false, role }]
  })
}

function common(verdict: Verdict & { kind: 'run-in' | 'heading' | 'title' }) {
  if (verdict.kind === 'title') return { heading: verdict.heading, style: 'title', level: 1 }
  const fixed =
    verdict.level ?? (verdict.kind === 'heading' && verdict.role === 'editor-note' ? 2 : undefined)
  const { heading, style } = verdict
  return fixed === undefined ? { heading, style } : { heading, style, level: fixed }
}
