// Which rule decided each line, and what should its reader be warned of?
import type { Document, LineDecision, Section, Warning } from './document.ts'
import type { Draft, Verdict } from './draft.ts'

/** One decision for each line that isn't blank, in the order of the lines. */
export function decisionsOf(draft: Draft, outline: readonly Section[]): LineDecision[] {
  const levels = new Map(outline.map(({ headingRange, level }) => [headingRange.start, level]))
  const decisions = draft.blocks.flatMap((block, i): LineDecision[] => {
    const verdict = draft.verdicts[i]
    if (verdict === undefined) return []
    const level = isHead(verdict) ? levels.get(block.start) : undefined
    return block.lines.map((line) => ({
      line: line.number,
      range: { start: line.start, end: line.end },
      kind: kindOf(verdict),
      rule: verdict.rule,
      ...(level === undefined ? {} : { level }),
    }))
  })
  return decisions.sort((a, b) => a.line - b.line)
}

function isHead({ kind }: Verdict): boolean {
  return kind === 'title' || kind === 'heading' || kind === 'run-in'
}

function kindOf(verdict: Verdict): string {
  if (verdict.kind === 'note') return `note: ${verdict.note}`
  return verdict.kind === 'boilerplate' ? `boilerplate: ${verdict.boilerplate}` : verdict.kind
}

export function findWarnings(
  encoding: Document['encoding'],
  outline: readonly Section[],
  draft: Draft,
): Warning[] {
  const warnings: Warning[] = []
  if (encoding.damagedCharacters > 0) {
    const message = `${encoding.damagedCharacters} characters could not be decoded and stand as U+FFFD.`
    warnings.push({ code: 'damaged-encoding', message })
  }
  // A sheet of one table has nothing for headings to part.
  const hasBody = draft.verdicts.some((verdict) => verdict === undefined || verdict.kind === 'body')
  if (hasBody && !outline.some(({ role, level }) => role === 'section' && level > 1)) {
    warnings.push({ code: 'no-heading-found', message: 'No heading was found; the text is one section.' })
  }
  for (const { truncated, heading } of outline) {
    if (!truncated) continue
    warnings.push({
      code: 'truncated-section',
      message: `The source stops in mid-sentence at the end of “${heading}”.`,
    })
  }
  const guessed = draft.verdicts.filter((verdict) => verdict?.kind === 'caption' && verdict.guessed).length
  if (guessed > 0) {
    const message = `${guessed} lines are taken for captions only by the room around them.`
    warnings.push({ code: 'caption-guess', message })
  }
  return warnings
}
