// POST /api/ask: a question in, an answer whose claims cite their passages out; whole, or as it is found.
import { Hono } from 'hono'
import { collectAnswer } from '../../answer/collect.ts'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { isAskerGone, requestSignal } from '../ending.ts'
import { errorOf, errorResponse } from '../errors.ts'
import { eventStream } from '../event-stream.ts'
import { admit } from '../guard/admit.ts'
import { requireJson } from '../guard/limits.ts'
import { readJson } from '../json-body.ts'
import type { Operation } from '../operation.ts'
import { ANSWER, ANSWER_EVENTS, REFUSAL } from './ask-examples.ts'
import { answerSchema, askRequest, MAX_ASK_BYTES } from './ask-schemas.ts'
import { notReadyMessage } from './status.ts'

export function askRoutes({ service, log }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.post('/api/ask', admit('read', { maxBody: MAX_ASK_BYTES }), requireJson(), async (c) => {
    const { question, stream, ...options } = await readJson(c, askRequest)
    const waiting = notReadyMessage(service.status())
    if (waiting !== undefined) {
      c.header('Retry-After', '2')
      return errorResponse(c, 'not-ready', waiting, 'GET /api/status tells how far it is.')
    }
    if (!stream) {
      return c.json(await collectAnswer(service.ask(question, { ...options, signal: requestSignal(c) })))
    }
    return eventStream(c, async (send, signal) => {
      try {
        const answer = await collectAnswer(
          service.ask(question, { ...options, signal }),
          ({ kind, ...data }) => {
            signal.throwIfAborted()
            return send(kind, data)
          },
        )
        await send('done', { answer })
      } catch (error) {
        // Nobody is left to be told.
        if (isAskerGone(signal)) return
        await send('error', errorOf(error, { log, requestId: c.get('requestId') }))
      }
    })
  })
  return app
}

export const askOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/ask',
    operationId: 'ask',
    summary: 'An answer with checked citations, or a refusal with its reason',
    description: [
      'Every claim carries citations whose quotation is a slice of the document, and a verdict of whether the quotation bears it out.',
      'Not finding is a result: `kind` is then `refused`, with the nearest passages.',
      'With `stream: true` the reply is `text/event-stream`: `sources` {passages}, then `delta` {text} and `claim` {claim} as they',
      'come, and at last exactly one of `done` {answer}, the whole form, and `error`, in the form of `Error`. Lines that begin with',
      'a colon keep the connection open and mean nothing. Closing the connection stops the work.',
    ].join(' '),
    tag: 'ask',
    scope: 'read',
    request: {
      schema: askRequest,
      examples: {
        plain: { question: '2024年完成了多少课题？' },
        followUp: {
          question: '前一年呢？',
          history: [
            { role: 'user', content: '2024年完成了多少课题？' },
            { role: 'assistant', content: ANSWER.text },
          ],
          mode: 'strict',
        },
        streamed: { question: '2024年完成了多少课题？', stream: true },
      },
    },
    reply: {
      schema: answerSchema,
      description: 'The answer or the refusal; with `stream: true` the events that lead to it.',
      examples: { answered: ANSWER, refused: REFUSAL },
      events: ANSWER_EVENTS,
    },
    errors: {
      400: 'The body is not JSON, or a field is not as described.',
      413: `The body is larger than ${MAX_ASK_BYTES / 1024} KB.`,
      415: 'The content type is not application/json.',
      502: 'A model that was asked did not answer as it should.',
      503: 'A first learning is under way, or too many requests at once.',
    },
  },
]
