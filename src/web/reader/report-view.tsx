// How is a report shown at a place? Its outline at the side, its text scrolled to what is lit.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Client } from '../service/client.ts'
import { say } from '../words/say.ts'
import { Outline } from './outline.tsx'
import type { ReaderTarget } from './place.ts'
import { ReportText, sectionId } from './report-text.tsx'
import { useReport } from './use-report.ts'

interface Props {
  readonly client: Client
  readonly target: ReaderTarget
  readonly hasOutline: boolean
  /** A section was gone to: where the outline covers the text it may give way. */
  readonly onGo?: () => void
  readonly onTitle?: (title: string) => void
}

export function ReportView({ client, target, hasOutline, onGo, onTitle }: Props) {
  const opening = useReport(client, target)
  const view = useRef<HTMLDivElement>(null)
  const shown = opening.kind === 'open' ? opening.shown : undefined
  useLayoutEffect(() => {
    const place = shown && placeToShow(view.current, shown.lit !== undefined, shown.section)
    place?.scrollIntoView({ block: shown?.lit ? 'center' : 'start' })
  }, [shown])
  useEffect(() => {
    if (shown) onTitle?.(shown.report.title)
  }, [shown, onTitle])

  if (opening.kind === 'loading') return <p class="report-wait">{say('loading')}</p>
  if (opening.kind === 'failed') {
    return (
      <p class="notice is-fault" role="alert">
        {opening.fault}
      </p>
    )
  }
  return (
    <div class={hasOutline ? 'report has-outline' : 'report'} ref={view}>
      {hasOutline && (
        <Outline
          shown={opening.shown}
          onGo={(section) => {
            onGo?.()
            document.getElementById(sectionId(section))?.scrollIntoView({ block: 'start' })
          }}
        />
      )}
      <ReportText shown={opening.shown} />
    </div>
  )
}

/** The top, when neither a range nor a section is asked for. */
function placeToShow(view: Element | null, isLit: boolean, section: number | undefined) {
  if (isLit) return view?.querySelector('mark.lit') ?? view?.querySelector('h1')
  return document.getElementById(sectionId(section ?? 0))
}
