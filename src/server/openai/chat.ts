// POST /v1/chat/completions: the same answer, for every tool that can talk to OpenAI.
import { Hono } from 'hono'
import { collectAnswer } from '../../answer/collect.ts'
import { AppError } from '../../errors.ts'
import { languageOf } from '../../text/language.ts'
import { notReadyMessage } from '../api/status.ts'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { isAskerGone, requestSignal } from '../ending.ts'
import { blockStream } from '../event-stream.ts'
import { requireJson } from '../guard/limits.ts'
import { publicUrl } from '../public-url.ts'
import { chatRequest, conversationOf } from './chat-request.ts'
import { DONE_EVENT, eventOf } from './chunks.ts'
import { completionOf, headOf } from './completion.ts'
import type { Wording } from './content.ts'
import { openAiErrorOf } from './errors.ts'
import { chatModel } from './models.ts'
import { readBody } from './request-body.ts'
import { sendChunks } from './send-chunks.ts'
import { startOf } from './start-of.ts'
import { estimateTokens } from './tokens.ts'

export function chatRoutes({ service, log }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.post('/v1/chat/completions', requireJson(), async (c) => {
    const { model, messages, stream, stream_options, x_sources } = await readBody(c, chatRequest)
    const { listsSources } = chatModel(model)
    const { question, history } = conversationOf(messages)
    const waiting = notReadyMessage(service.status())
    if (waiting !== undefined) {
      c.header('Retry-After', '2')
      throw new AppError('not-ready', waiting, { hint: 'GET /api/status tells how far it is.' })
    }
    const wording: Wording = {
      listsSources: x_sources == null ? listsSources : x_sources === 'list',
      language: languageOf(question),
      link: (path) => publicUrl(c, path),
    }
    const said = [...history.map(({ content }) => content), question].join('\n')
    const options = { head: headOf(model), wording, promptTokens: estimateTokens(said) }
    const leaving = new AbortController()
    const signal = AbortSignal.any([leaving.signal, requestSignal(c)])
    const answering = service.ask(question, { history, signal })
    if (stream !== true) return c.json(completionOf(await collectAnswer(answering), options))

    // What fails before anything was found still gets a status of its own.
    const events = await startOf(answering)
    return blockStream(c, async (write, gone) => {
      gone.addEventListener('abort', () => leaving.abort(gone.reason), { once: true })
      const send = (chunk: unknown) => {
        signal.throwIfAborted()
        return write(eventOf(chunk))
      }
      try {
        const includeUsage = stream_options?.include_usage === true
        await sendChunks(events, { ...options, includeUsage }, send)
        await write(DONE_EVENT)
      } catch (error) {
        // Nobody is left to be told.
        if (isAskerGone(signal)) return
        await write(eventOf(openAiErrorOf(error, c, log)))
      }
    })
  })
  return app
}
