// What does a reader take along who copies an answer? Its text, and below it each source with its address.
import type { AnsweredAnswer } from '../../answer/answer.ts'
import { sectionsBelow } from '../reader/section-path.ts'

/** @param origin of this page, so that an address opens from anywhere @param sourcesHead stands above the sources */
export function copiedText(
  { text, citations }: Pick<AnsweredAnswer, 'text' | 'citations'>,
  origin: string,
  sourcesHead: string,
): string {
  if (citations.length === 0) return text
  const sources = citations.map(({ n, title, sectionPath, url }) => {
    const where = [title, ...sectionsBelow(title, sectionPath)].join(' › ')
    return `[${n}] ${where}\n    ${new URL(url, origin)}`
  })
  return [text, '', `${sourcesHead}：`, ...sources].join('\n')
}
