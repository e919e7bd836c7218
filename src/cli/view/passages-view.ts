// How do ranked passages look on a terminal?
import type { Passage, Routing, SearchResult } from '../../search/passage.ts'
import type { Words } from '../language.ts'
import { bold, dim, displayWidth, emphasise, printable, wrapLines } from './wrapped-text.ts'

export interface PassagesViewOptions {
  readonly columns: number
  /** Bold and dim marks. */
  readonly isStyled: boolean
  readonly explain: boolean
  say(words: Words): string
}

const INDENT = '    '

/** The passages in rank order; before them the question back when a name is several organisations'. */
export function passagesText(result: SearchResult, options: PassagesViewOptions): string {
  const blocks = result.passages.map((passage) => passageBlock(passage, options))
  if (blocks.length === 0) blocks.push(options.say({ en: 'Nothing found.', zh: '没有找到。' }))
  if (result.routing.ambiguous) blocks.unshift(ambiguityBlock(result.routing.ambiguous, options))
  if (options.explain) blocks.push(traceBlock(result, options))
  return blocks.join('\n\n')
}

function passageBlock(passage: Passage, options: PassagesViewOptions): string {
  const strong = options.isStyled ? bold : (part: string) => part
  const faint = options.isStyled ? dim : (part: string) => part
  const { path, organisation, date, page } = passage.document
  const { start, end } = passage.range
  const place = page === undefined ? undefined : options.say({ en: `page ${page}`, zh: `第 ${page} 页` })
  const source = [`${path} ${start}-${end}`, place, organisation, date].filter((part) => part !== undefined)
  const heading = printable(passage.sectionPath.join(' > ') || passage.document.title)
  const text = passage.text.split('\n').map(printable).join('\n')
  const lines = wrapLines(text, options.columns - displayWidth(INDENT)).map(
    (line) => INDENT + emphasise(text, line, passage.highlights, strong),
  )
  return [
    `${strong(String(passage.rank).padStart(2))}  ${passage.score.toFixed(3)}  ${strong(heading)}`,
    ...lines,
    INDENT + faint(printable(source.join(' · '))),
    ...(options.explain ? signalLines(passage).map((line) => INDENT + faint(line)) : []),
  ].join('\n')
}

function signalLines({ signals, kind, chunkIds }: Passage): string[] {
  if (signals === undefined) return []
  const shown = (name: string, value: number, z: number) => `${name} ${value.toFixed(3)} (z ${z.toFixed(2)})`
  return [
    [
      shown('bm25', signals.bm25, signals.z.bm25),
      shown('similarity', signals.similarity, signals.z.similarity),
      shown('sentence', signals.sentenceSimilarity, signals.z.sentenceSimilarity),
      `boost ${signals.boost.toFixed(3)}`,
    ].join(' · '),
    `${kind} · ${chunkIds.join(' ')}`,
  ]
}

function ambiguityBlock(
  { name, choices }: NonNullable<Routing['ambiguous']>,
  { say }: PassagesViewOptions,
): string {
  const question = say({
    en: `“${name}” may be any of ${choices.length}. Which one do you mean?`,
    zh: `“${name}”可能指以下 ${choices.length} 家，您问的是哪一家？`,
  })
  return [
    question,
    ...choices.map(
      ({ organisation, title }, i) => `  ${i + 1}. ${printable(organisation)}  ${printable(title)}`,
    ),
  ].join('\n')
}

function traceBlock({ routing, trace }: SearchResult, { say }: PassagesViewOptions): string {
  const lines = [
    `${say({ en: 'routing', zh: '路由' })}: ${routing.mode}${[...routing.organisations, ...routing.years]
      .map((name) => ` · ${name}`)
      .join('')}`,
  ]
  if (trace !== undefined) {
    const { weights, elapsedMs } = trace
    lines.push(
      `${say({ en: 'weights', zh: '权重' })}: bm25 ${weights.bm25.toFixed(2)} · similarity ${weights.similarity.toFixed(2)} · sentence ${weights.sentenceSimilarity.toFixed(2)}`,
      `${say({ en: 'terms', zh: '词项' })}: ${trace.terms.join(' ')}`,
      `${trace.engine} · ${trace.candidates} ${say({ en: 'candidates', zh: '个候选' })} · embed ${elapsedMs.embed.toFixed(1)} ms · retrieve ${elapsedMs.retrieve.toFixed(1)} ms · rank ${elapsedMs.rank.toFixed(1)} ms`,
    )
  }
  return lines.join('\n')
}
