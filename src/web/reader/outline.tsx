// What does a report consist of? Its headings as a tree that leads to each section and folds where it grows long.
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { REPORT_LANGUAGE, say } from '../words/say.ts'
import { holdsSection, type OutlineNode, outlineTree, sectionAt } from './outline-tree.ts'
import { readerUrl } from './place.ts'
import { sectionId } from './report-text.tsx'
import type { LitReport } from './use-report.ts'

interface Props {
  readonly shown: LitReport
  readonly onGo: (section: number) => void
}

/** A tree of more headings than fit a screen begins folded but for where the lit range is. */
const FEW_HEADINGS = 40

export function Outline({ shown, onGo }: Props) {
  const { report, lit, section } = shown
  const roots = useMemo(() => outlineTree(report.outline), [report])
  const current = lit ? sectionAt(report.outline, lit) : section
  const tree = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const link = tree.current?.querySelector<HTMLElement>('[aria-current]')
    if (link && tree.current) tree.current.scrollTop = link.offsetTop - tree.current.clientHeight / 2
  }, [shown])
  return (
    <nav class="outline" ref={tree} aria-label={say('outline')} lang={REPORT_LANGUAGE}>
      <Branch
        nodes={roots}
        documentId={report.id}
        current={current}
        startsOpen={report.outline.length <= FEW_HEADINGS}
        onGo={onGo}
      />
    </nav>
  )
}

interface BranchProps {
  readonly nodes: readonly OutlineNode[]
  readonly documentId: string
  readonly current: number | undefined
  readonly startsOpen: boolean
  readonly onGo: (section: number) => void
}

function Branch({ nodes, ...rest }: BranchProps) {
  return (
    <ul>
      {nodes.map((node) => (
        <Node key={node.section} node={node} {...rest} />
      ))}
    </ul>
  )
}

type NodeProps = Omit<BranchProps, 'nodes'> & { readonly node: OutlineNode }

function Node({ node, ...rest }: NodeProps) {
  const { heading, section, children } = node
  const { documentId, current, startsOpen, onGo } = rest
  const isTitle = section === 0
  const holdsCurrent = current !== undefined && holdsSection(node, current)
  const [wish, setWish] = useState<boolean>()
  const isOpen = isTitle || (wish ?? (startsOpen || holdsCurrent))
  return (
    <li>
      <div class="outline-row">
        {children.length > 0 && !isTitle && (
          <button
            type="button"
            class="fold"
            aria-expanded={isOpen}
            aria-label={say(isOpen ? 'fold' : 'unfold')(heading)}
            onClick={() => setWish(!isOpen)}
          />
        )}
        <a
          href={readerUrl({ documentId, place: sectionId(section) })}
          aria-current={section === current ? 'true' : undefined}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            // The address keeps the lit range, so that it can be passed on after leafing through.
            event.preventDefault()
            onGo(section)
          }}
        >
          {heading}
        </a>
      </div>
      {children.length > 0 && isOpen && <Branch nodes={children} {...rest} />}
    </li>
  )
}
