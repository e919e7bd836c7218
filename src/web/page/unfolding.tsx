// What is behind a button of a row? Fetched when it is first opened; loading, the report as understood, or why not.
import { useEffect, useState } from 'preact/hooks'
import { faultWords, say } from '../words/say.ts'
import { type Understood, UnderstoodReport } from './understood.tsx'

type Fetched =
  | { readonly kind: 'loading' }
  | { readonly kind: 'here'; readonly report: Understood }
  | { readonly kind: 'failed'; readonly fault: string }

/** @param fetchReport of the same row at every call */
export function Unfolding({ id, fetchReport }: { id: string; fetchReport: () => Promise<Understood> }) {
  const [fetched, setFetched] = useState<Fetched>({ kind: 'loading' })
  // Once, when it is unfolded: another row is another component.
  useEffect(() => {
    let isOver = false
    const settle = (now: Fetched) => {
      if (!isOver) setFetched(now)
    }
    fetchReport().then(
      (report) => settle({ kind: 'here', report }),
      (error: unknown) => settle({ kind: 'failed', fault: faultWords(error) }),
    )
    return () => {
      isOver = true
    }
  }, [])
  return (
    <div class="unfolding" id={id} role="status">
      {fetched.kind === 'loading' && <p class="held-fact">{say('reading')}</p>}
      {fetched.kind === 'failed' && <p class="held-fact is-reason is-fault">{fetched.fault}</p>}
      {fetched.kind === 'here' && <UnderstoodReport report={fetched.report} />}
    </div>
  )
}
