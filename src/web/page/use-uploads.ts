// What was uploaded, and how far is its learning? Kept in step with the service after everything the reader does.
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { FileResult, Job, UploadedFile } from '../../uploads/uploads.ts'
import { ServiceError } from '../service/service-error.ts'
import type { UploadsClient } from '../service/uploads.ts'
import { faultWords, say } from '../words/say.ts'
import { batchesOf, withChosen } from './batches.ts'

interface UploadsState {
  readonly files: readonly UploadedFile[]
  /** Of the last upload. */
  readonly results: readonly FileResult[]
  readonly job: Job | undefined
  /** While files are on their way to the service. */
  readonly sending: { readonly done: number; readonly all: number } | undefined
  readonly fault: string | undefined
}

export interface UploadsInHand extends UploadsState {
  readonly isShown: boolean
  show(isShown: boolean): void
  /** To be uploaded; of one name the last. */
  readonly chosen: readonly File[]
  choose(files: readonly File[]): void
  leaveOut(file: File): void
  /** Uploads what was chosen. */
  send(): void
  remove(file: UploadedFile): void
  download(file: UploadedFile): void
}

const NOTHING_UNDER_WAY = { sending: undefined, job: undefined } as const
/** Between two looks at files that somebody else's job, or one of before a reload, is learning. */
const LOOK_MS = 2000

/**
 * @param startsShown until the reader shows or hides them
 * @param onLearnt called when the reports that can be asked have changed
 */
export function useUploads(client: UploadsClient, startsShown: boolean, onLearnt: () => void): UploadsInHand {
  const [wanted, show] = useState<boolean>()
  const isShown = wanted ?? startsShown
  const [chosen, setChosen] = useState<readonly File[]>([])
  const [state, setState] = useState<UploadsState>({
    files: [],
    results: [],
    fault: undefined,
    ...NOTHING_UNDER_WAY,
  })
  const change = useCallback(
    (part: Partial<UploadsState>) => setState((before) => ({ ...before, ...part })),
    [],
  )
  const trying = async (work: () => Promise<void>) => {
    change({ fault: undefined })
    try {
      await work()
      change({ files: await client.list(), ...NOTHING_UNDER_WAY })
    } catch (error) {
      change({ fault: wordsOf(error), ...NOTHING_UNDER_WAY })
    }
  }
  const { files, job, sending } = state
  const isWaiting =
    files.some(({ state }) => state === 'waiting') && job === undefined && sending === undefined
  useEffect(() => {
    if (!isShown) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const now = await client.list()
      if (isOver) return
      change({ files: now })
      if (!isWaiting) return
      if (now.some(({ state }) => state === 'waiting')) timer = setTimeout(start, LOOK_MS)
      else onLearnt()
    }
    const start = () => {
      look().catch((error: unknown) => {
        if (!isOver) change({ fault: wordsOf(error) })
      })
    }
    start()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [client, isShown, isWaiting, change, onLearnt])
  return {
    ...state,
    isShown,
    show,
    chosen,
    choose: (files) => setChosen(withChosen(chosen, files)),
    leaveOut: (file) => setChosen(chosen.filter((one) => one !== file)),
    send: () => {
      if (chosen.length === 0) return
      setChosen([])
      change({ sending: { done: 0, all: chosen.length }, results: [] })
      trying(async () => {
        const results: FileResult[] = []
        let job: Job | undefined
        for (const batch of batchesOf(chosen)) {
          const reply = await client.add(batch)
          results.push(...reply.files)
          job = reply.job ?? job
          change({ results: [...results], sending: { done: results.length, all: chosen.length } })
        }
        change({ sending: undefined, job, files: await client.list() })
        if (job === undefined) return
        await client.followJob(job.id, (now) => change({ job: now, fault: now.error?.message }))
        onLearnt()
      })
    },
    remove: ({ documentId }) => {
      change({ results: [] })
      trying(async () => {
        await client.remove(documentId)
        onLearnt()
      })
    },
    download: (file) => {
      client.download(file).catch((error: unknown) => change({ fault: wordsOf(error) }))
    },
  }
}

function wordsOf(error: unknown): string {
  const isForbidden = error instanceof ServiceError && error.code === 'forbidden'
  return isForbidden ? say('uploadForbidden') : faultWords(error)
}
