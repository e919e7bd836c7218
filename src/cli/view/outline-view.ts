// How does what was understood of one file look on a terminal?
import type { Document, LineDecision, Section } from '../../document/document.ts'
import { sliceOf } from '../../text/range.ts'
import type { Words } from '../language.ts'
import { clipToWidth, displayWidth, printable } from './wrapped-text.ts'

/** Columns of a line's text that `--explain` shows. */
const SHOWN_COLUMNS = 48

/** Title and metadata, the headings as a tree, captions, boilerplate, warnings. */
export function outlineText(document: Document, say: (words: Words) => string): string {
  const { captions, boilerplate, warnings, paragraphs } = document
  return [
    ...metadataLines(document, say),
    '',
    ...treeLines(document.outline),
    '',
    `${say({ en: 'paragraphs', zh: '段落' })}: ${paragraphs.length}`,
    `${say({ en: 'captions', zh: '图注' })}: ${captions.length}`,
    ...captions.map((caption) => `  ${printable(caption.text)}`),
    `${say({ en: 'boilerplate', zh: '无关行' })}: ${boilerplate.length}`,
    ...boilerplate.map((line) => `  ${line.kind}: ${clip(line.text)}`),
    ...warnings.map(
      (warning) => `${say({ en: 'warning', zh: '警告' })}: ${warning.code}: ${warning.message}`,
    ),
  ].join('\n')
}

/** Every line of the file with what it was taken for and the rule that decided. */
export function decisionsText(document: Document, decisions: readonly LineDecision[]): string {
  const rows = decisions.map((decision) => ({
    line: String(decision.line),
    kind: decision.level === undefined ? decision.kind : `${decision.kind} ${decision.level}`,
    rule: decision.rule,
    text: clip(sliceOf(document.text, decision.range)),
  }))
  const width = (key: 'line' | 'kind' | 'rule') => Math.max(0, ...rows.map((row) => displayWidth(row[key])))
  const [line, kind, rule] = [width('line'), width('kind'), width('rule')]
  return rows
    .map((row) =>
      `${row.line.padStart(line)}  ${row.kind.padEnd(kind)}  ${row.rule.padEnd(rule)}  ${row.text}`.trimEnd(),
    )
    .join('\n')
}

function metadataLines(document: Document, say: (words: Words) => string): string[] {
  const rows: [Words, string | undefined][] = [
    [{ en: 'title', zh: '标题' }, document.title],
    [{ en: 'subtitle', zh: '副标题' }, document.subtitle],
    [{ en: 'series', zh: '系列' }, document.series],
    [{ en: 'organisation', zh: '单位' }, document.organisation],
    [{ en: 'aliases', zh: '别称' }, document.aliases.join('、')],
    [{ en: 'date', zh: '日期' }, dateText(document)],
    [{ en: 'years', zh: '年度' }, document.years.join('、')],
    [{ en: 'source', zh: '来源' }, document.source],
    [{ en: 'encoding', zh: '编码' }, `${document.encoding.name} (${document.encoding.decidedBy})`],
  ]
  return rows.flatMap(([label, value]) => (value ? [`${say(label)}: ${printable(value)}`] : []))
}

function dateText({ date, dateFrom }: Document): string | undefined {
  return date === undefined || dateFrom === undefined ? date : `${date} (${dateFrom})`
}

/** Branches as `tree` draws them. */
export function treeLines(sections: readonly Section[]): string[] {
  return sections.map((section, i) => {
    const top = sections[0]?.level ?? 1
    let branches = ''
    for (let level = top + 1; level < section.level; level++)
      branches += hasMore(sections, i, level) ? '│  ' : '   '
    const fork = hasMore(sections, i, section.level) ? '├─ ' : '└─ '
    const marks = [
      section.role === 'series' || section.role === 'editor-note' ? section.role : '',
      section.inline ? 'run-in' : '',
      section.truncated ? 'cut' : '',
    ]
    const shown = marks.filter((mark) => mark !== '').join(', ')
    const heading = printable(section.heading)
    return `${branches}${section.level > top ? fork : ''}${heading}${shown === '' ? '' : `  (${shown})`}`
  })
}

/** Another section of this level follows before one that stands above it. */
function hasMore(sections: readonly Section[], after: number, level: number): boolean {
  for (const section of sections.slice(after + 1)) {
    if (section.level < level) return false
    if (section.level === level) return true
  }
  return false
}

function clip(text: string): string {
  return clipToWidth(printable(text.trim()), SHOWN_COLUMNS)
}
