import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { Jobs, type JobsOptions } from '../../src/uploads/jobs.ts'
import { defer } from '../fixtures/deferred.ts'

const never = new AbortController().signal

function jobsThat(learn: JobsOptions['learn']): { jobs: Jobs; faults: unknown[] } {
  const faults: unknown[] = []
  return { jobs: new Jobs({ learn, onFault: (error) => faults.push(error) }), faults }
}

describe('Jobs', () => {
  it('lets what comes while one runs wait in one further job', async () => {
    const gate = defer<void>()
    const begun = defer<void>()
    let runs = 0
    const { jobs } = jobsThat(async ({ onBegin }) => {
      onBegin()
      runs += 1
      begun.resolve()
      await gate.promise
    })
    const first = jobs.start()
    await begun.promise
    const second = jobs.start()
    expect([jobs.start().id, second.id === first.id]).toEqual([second.id, false])
    gate.resolve()
    await jobs.ended(second.id)
    expect([runs, jobs.get(first.id)?.state, jobs.active]).toEqual([2, 'done', []])
  })

  it('shows a reader the job as it goes on, ending with its end', async () => {
    const { jobs } = jobsThat(async ({ onBegin, onProgress }) => {
      onBegin()
      onProgress?.({ kind: 'scanned', files: 2 })
      const outcome = { kind: 'removed', path: 'uploads/a.txt', documentId: 'd' } as const
      onProgress?.({ kind: 'file', outcome })
    })
    const states: string[] = []
    for await (const { state } of jobs.follow(jobs.start().id, never)) states.push(state)
    expect([states[0], states.at(-1)]).toEqual(['waiting', 'done'])
  })

  it('tells clients only of faults made for them', async () => {
    const secret = new Error('a path, a key')
    const failing = jobsThat(async () => {
      throw secret
    })
    const { id } = failing.jobs.start()
    await failing.jobs.ended(id)
    expect(failing.jobs.get(id)).toMatchObject({ state: 'failed', error: { code: 'internal' } })
    expect(JSON.stringify(failing.jobs.get(id))).not.toContain('key')
    expect(failing.faults).toEqual([secret])
    const told = jobsThat(async () => {
      throw new AppError('model-unavailable', 'There is no model.')
    })
    const job = told.jobs.start()
    await told.jobs.ended(job.id)
    expect([told.jobs.get(job.id)?.error?.message, told.faults]).toEqual(['There is no model.', []])
  })

  it('ends a running job and its readers when it is closed', async () => {
    const begun = defer<void>()
    const { jobs, faults } = jobsThat(async ({ onBegin, signal }) => {
      onBegin()
      begun.resolve()
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    })
    const { id } = jobs.start()
    const ended = jobs.ended(id)
    await begun.promise
    await jobs.close()
    await ended
    expect([jobs.get(id)?.state, jobs.get(id)?.error?.code, faults]).toEqual(['failed', 'not-ready', []])
  })
})
