// What does the service hold? Its state and its reports; looks again while a first learning is under way.
import { useEffect, useState } from 'preact/hooks'
import type { DocumentSummary } from '../../collection/collection.ts'
import type { Client } from '../service/client.ts'
import type { Status } from '../service/wire.ts'
import { faultWords } from '../words/say.ts'

/** Between two looks at how far a learning is. */
const POLL_MS = 1000

export interface Held {
  readonly status: Status | undefined
  readonly documents: readonly DocumentSummary[]
  readonly fault: string | undefined
}

/** @param changes another number makes it look again */
export function useHeld(client: Client, changes = 0): Held {
  const [held, setHeld] = useState<Held>({ status: undefined, documents: [], fault: undefined })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async () => {
      const status = await client.status()
      const isLearning = status.learning !== undefined && !status.learning.done
      const documents = isLearning && !status.ready ? [] : await client.documents()
      if (isOver) return
      setHeld({ status, documents, fault: undefined })
      if (isLearning) timer = setTimeout(start, POLL_MS)
    }
    const start = () => {
      look().catch((error: unknown) => {
        if (!isOver) setHeld((before) => ({ ...before, fault: faultWords(error) }))
      })
    }
    start()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [client, changes])
  return held
}
