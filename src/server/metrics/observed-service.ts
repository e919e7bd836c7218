// How long does an answer take, and how does it end? The same service, with its stages timed and its refusals counted.
import type { AnswerEvent } from '../../answer/answer.ts'
import { AppError } from '../../errors.ts'
import type { Service } from '../../service.ts'
import type { Metrics } from './metrics.ts'

/** @param now ms, never going back */
export function observeService(service: Service, metrics: Metrics, now = () => performance.now()): Service {
  const since = (from: number) => (now() - from) / 1000
  const fail = (error: unknown) => {
    // Whoever left early met no fault.
    if (error instanceof AppError) metrics.failure(error.code)
    else if (!(error instanceof Error && error.name === 'AbortError')) metrics.failure('internal')
  }
  return {
    ...service,
    async search(question, options) {
      const started = now()
      try {
        const result = await service.search(question, options)
        metrics.stage('retrieve', since(started))
        return result
      } catch (error) {
        fail(error)
        throw error
      }
    },
    async *ask(question, options) {
      const started = now()
      let foundAt: number | undefined
      try {
        for await (const event of service.ask(question, options)) {
          if (event.kind === 'sources') {
            foundAt = now()
            metrics.stage('retrieve', (foundAt - started) / 1000)
          }
          if (event.kind === 'done') metrics.stage('answer', since(started))
          if (event.kind === 'done' && wasModelAsked(event)) metrics.stage('model', since(foundAt ?? started))
          countEnd(event, metrics)
          yield event
        }
      } catch (error) {
        fail(error)
        throw error
      }
    },
  }
}

function wasModelAsked({ answer }: Extract<AnswerEvent, { kind: 'done' }>): boolean {
  return answer.kind === 'answered' && (answer.origin === 'model' || answer.degraded !== undefined)
}

function countEnd(event: AnswerEvent, metrics: Metrics): void {
  if (event.kind === 'error') metrics.failure(event.code)
  if (event.kind !== 'done') return
  if (event.answer.kind === 'refused') metrics.refusal(event.answer.reason)
  else if (event.answer.degraded !== undefined) metrics.degraded(event.answer.degraded.reason)
}
