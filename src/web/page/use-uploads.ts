// What was uploaded, and how far is its learning? Kept in step with the service after everything the reader does.
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { FileResult, Job, UploadedFile } from '../../uploads/uploads.ts'
import { ServiceError } from '../service/service-error.ts'
import type { UploadsClient } from '../service/uploads.ts'
import { faultWords, say } from '../words/say.ts'

interface UploadsState {
  readonly files: readonly UploadedFile[]
  /** Of the last upload. */
  readonly results: readonly FileResult[]
  readonly job: Job | undefined
  readonly isSending: boolean
  readonly fault: string | undefined
}

export interface UploadsInHand extends UploadsState {
  add(files: readonly File[]): void
  remove(documentId: string): void
}

/** @param onLearnt called when the reports that can be asked have changed */
export function useUploads(client: UploadsClient, isShown: boolean, onLearnt: () => void): UploadsInHand {
  const [state, setState] = useState<UploadsState>({
    files: [],
    results: [],
    job: undefined,
    isSending: false,
    fault: undefined,
  })
  const change = useCallback(
    (part: Partial<UploadsState>) => setState((before) => ({ ...before, ...part })),
    [],
  )
  const trying = async (work: () => Promise<void>) => {
    try {
      await work()
      change({ files: await client.list(), isSending: false, job: undefined })
    } catch (error) {
      change({ fault: wordsOf(error), isSending: false, job: undefined })
    }
  }
  useEffect(() => {
    if (!isShown) return
    client.list().then(
      (files) => change({ files }),
      (error: unknown) => change({ fault: wordsOf(error) }),
    )
  }, [client, isShown, change])
  return {
    ...state,
    add: (files) => {
      if (files.length === 0) return
      change({ isSending: true, fault: undefined, results: [] })
      trying(async () => {
        const { files: results, job } = await client.add(files)
        change({ results, isSending: false, files: await client.list() })
        if (job === undefined) return
        await client.followJob(job.id, (now) => change({ job: now, fault: now.error?.message }))
        onLearnt()
      })
    },
    remove: (documentId) => {
      change({ fault: undefined, results: [] })
      trying(async () => {
        await client.remove(documentId)
        onLearnt()
      })
    },
  }
}

function wordsOf(error: unknown): string {
  const isForbidden = error instanceof ServiceError && error.code === 'forbidden'
  if (isForbidden) return say('uploadForbidden')
  // What is wrong with a file only the service can say.
  return error instanceof ServiceError && error.code === 'too-large' ? error.message : faultWords(error)
}
