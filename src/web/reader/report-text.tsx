// How does a report read? Who and when on top, then its text in reading order with the cited range lit.
import { useMemo } from 'preact/hooks'
import { Pieces } from '../passages/pieces.tsx'
import type { Report } from '../service/wire.ts'
import { REPORT_LANGUAGE, say } from '../words/say.ts'
import { type Block, reportBlocks } from './report-blocks.ts'
import type { LitReport } from './use-report.ts'

/** Of the heading of a section, or the paragraph that begins with it. */
export function sectionId(section: number): string {
  return `at-${section}`
}

export function ReportText({ shown: { report, lit, notice } }: { readonly shown: LitReport }) {
  const blocks = useMemo(() => reportBlocks(report, lit), [report, lit])
  return (
    <div class="report-text" lang={REPORT_LANGUAGE}>
      {report.formerId !== undefined && <Notice words={say('replaced')} />}
      {notice !== undefined && <Notice words={say(notice)} />}
      <ReportHead report={report} />
      {blocks.map((block) => (
        <BlockView key={`${block.kind}-${block.start}`} block={block} />
      ))}
    </div>
  )
}

/** In the language of the page, unlike what it stands above. */
function Notice({ words }: { readonly words: string }) {
  return (
    <p class="notice" role="status" lang={document.documentElement.lang}>
      {words}
    </p>
  )
}

function ReportHead({ report }: { readonly report: Report }) {
  const { title, organisation, aliases, date, source, authors } = report
  const facts = [organisation, date, source, authors.join('、')].filter(Boolean)
  return (
    <>
      <h1 id={sectionId(0)}>{title}</h1>
      {facts.length > 0 && (
        <p class="facts">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      )}
      {aliases.length > 0 && <p class="aliases">{say('alsoKnownAs')(aliases.join('、'))}</p>}
    </>
  )
}

function BlockView({ block: { kind, level, section, pieces } }: { readonly block: Block }) {
  const id = section === undefined ? undefined : sectionId(section)
  const content = <Pieces pieces={pieces} />
  if (level === undefined) {
    return (
      <p class={kind} id={id}>
        {content}
      </p>
    )
  }
  const Heading = `h${Math.max(2, level)}` as 'h2' // A heading's level is 2 to 6 here; what h2 takes they all take.
  return (
    <Heading class="heading" id={id}>
      {content}
    </Heading>
  )
}
