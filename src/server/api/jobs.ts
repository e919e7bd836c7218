// GET /api/jobs/{id}: how far is a learning? As it stands, or as events until it has ended.
import { type Context, Hono } from 'hono'
import { AppError } from '../../errors.ts'
import type { Job } from '../../uploads/uploads.ts'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { eventStream } from '../event-stream.ts'
import { admit } from '../guard/admit.ts'
import { forReader } from '../reader-language.ts'

export function jobRoutes({ service: { uploads } }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.get('/api/jobs/:id', admit('read'), (c) => {
    const job = uploads.job(c.req.param('id'))
    if (job === undefined) {
      throw new AppError('not-found', 'There is no job of this id.', {
        hint: 'Jobs are forgotten when the service restarts; GET /api/documents tells what became of each file.',
      })
    }
    c.header('Vary', 'Accept, Accept-Language')
    const told = (now: Job): Job => ({ ...now, outcomes: forReader(c, now.outcomes) })
    if (!wantsEvents(c)) return c.json(told(job))
    return eventStream(c, async (send, signal) => {
      for await (const now of uploads.followJob(job.id, signal)) await send(eventOf(now), { job: told(now) })
    })
  })
  return app
}

function eventOf({ state }: Job): string {
  return state === 'done' || state === 'failed' ? state : 'progress'
}

/** What EventSource of a browser asks for, and nobody by chance. */
function wantsEvents(c: Context): boolean {
  return c.req.header('accept')?.toLowerCase().includes('text/event-stream') ?? false
}
