// What is counted while the service runs? Names, labels and buckets, once; nothing in them comes from a question.
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Service } from '../../service.ts'

/** `retrieve`: question to passages; `model`: passages to the end of what a language model wrote; `answer`: all of it. */
export type Stage = 'retrieve' | 'model' | 'answer'

export interface Metrics {
  readonly registry: Registry
  request(route: string, method: string, status: number, seconds: number): void
  stage(stage: Stage, seconds: number): void
  refusal(reason: string): void
  degraded(reason: string): void
  failure(code: string): void
}

/** A search takes some 10 ms, a language model up to a minute. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/** @param inFlight requests being answered now, streams included */
export function createMetrics(service: Pick<Service, 'status'>, inFlight: () => number): Metrics {
  // One of its own: the library's is shared by all that run in the process.
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'wenbao_requests_total',
    help: 'Requests answered, by route, method and status.',
    labelNames: ['route', 'method', 'status'],
    registers,
  })
  const requestSeconds = new Histogram({
    name: 'wenbao_request_seconds',
    help: 'Time until the reply began, by route.',
    labelNames: ['route'],
    buckets: SECONDS,
    registers,
  })
  const stages = new Histogram({
    name: 'wenbao_stage_seconds',
    help: 'Time of the stages of an answer.',
    labelNames: ['stage'],
    buckets: SECONDS,
    registers,
  })
  const counterOf = (name: string, help: string, label: string) => {
    const counter = new Counter({ name, help, labelNames: [label], registers })
    return (value: string) => counter.inc({ [label]: value })
  }
  addGauges(registry, service, inFlight)
  return {
    registry,
    request(route, method, status, seconds) {
      requests.inc({ route, method, status })
      requestSeconds.observe({ route }, seconds)
    },
    stage: (stage, seconds) => stages.observe({ stage }, seconds),
    refusal: counterOf('wenbao_refusals_total', 'Questions that were refused, by reason.', 'reason'),
    degraded: counterOf('wenbao_degraded_total', 'Answers given without the language model.', 'reason'),
    failure: counterOf('wenbao_failures_total', 'Questions that failed, by error code.', 'code'),
  }
}

/** Read when they are asked for. */
function addGauges(registry: Registry, service: Pick<Service, 'status'>, inFlight: () => number): void {
  const gauge = (name: string, help: string, read: () => number | undefined) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        const value = read()
        if (value === undefined) this.reset()
        else this.set(value)
      },
    })
  const held = () => service.status().collection
  const updated = () => {
    const { updatedAt } = held()
    return updatedAt === undefined ? undefined : Date.parse(updatedAt) / 1000
  }
  const learning = () => {
    const status = service.status().learning
    return status === undefined || status.done ? undefined : status
  }
  gauge('wenbao_requests_in_flight', 'Requests being answered now.', inFlight)
  gauge('wenbao_ready', '1 when questions can be answered.', () => Number(service.status().ready))
  gauge('wenbao_index_documents', 'Documents held.', () => held().documents)
  gauge('wenbao_index_chunks', 'Chunks held.', () => held().chunks)
  gauge('wenbao_index_bytes', 'Size of the record on the disk.', () => held().bytes)
  gauge('wenbao_index_updated_timestamp_seconds', 'When the index last changed.', updated)
  gauge('wenbao_index_age_seconds', 'Time since the index last changed.', () => {
    const at = updated()
    return at === undefined ? undefined : Math.max(0, Date.now() / 1000 - at)
  })
  gauge('wenbao_search_behind', '1 while the search does not know the last change yet.', () => {
    const { search, collection } = service.status()
    return Number(search !== undefined && search.changeNumber !== collection.changeNumber)
  })
  gauge('wenbao_learning_running', '1 while reports are being learnt.', () =>
    Number(learning() !== undefined),
  )
  gauge('wenbao_learning_files_waiting', 'Files still to be read.', () => {
    const { files = 0, filesDone = 0 } = learning() ?? {}
    return files - filesDone
  })
  gauge('wenbao_learning_chunks_waiting', 'Chunks still to be embedded, of the files read so far.', () => {
    const { chunks = 0, chunksDone = 0 } = learning() ?? {}
    return chunks - chunksDone
  })
  gauge('wenbao_learning_refused_files', 'Files that the last learning refused.', () => {
    return service.status().learning?.refused.length ?? 0
  })
  gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss())
  gauge('process_start_time_seconds', 'When the process started.', () => Date.now() / 1000 - process.uptime())
}
