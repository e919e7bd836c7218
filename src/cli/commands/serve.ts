// `wenbao serve`: the service, and where to go once it runs.
import { openParts, type Parts } from '../../compose.ts'
import type { AppError } from '../../errors.ts'
import { folderOf } from '../../learning.ts'
import { describeError, type Log, openLog } from '../../log.ts'
import { keepLearning } from '../../watch/keep-learning.ts'
import type { Watching } from '../../watch/watch-folder.ts'
import { type Command, INDEX_OPTION } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import type { Words } from '../language.ts'
import { openProgress } from '../view/progress.ts'

/** Most yearly reports have something to say to it. */
const EXAMPLE = '今年有哪些重点工作？'

export const serveCommand: Command = {
  name: 'serve',
  operands: '',
  mostOperands: 0,
  summary: {
    en: 'the service with its page (default: 127.0.0.1:8787)',
    zh: '启动服务与网页（默认 127.0.0.1:8787）',
  },
  options: {
    host: {
      kind: 'text',
      value: 'HOST',
      help: { en: 'address to listen on (WENBAO_HOST)', zh: '监听地址（WENBAO_HOST）' },
    },
    port: {
      kind: 'text',
      value: 'N',
      help: { en: 'port, 0 for any free one (WENBAO_PORT)', zh: '端口，0 表示任选（WENBAO_PORT）' },
    },
    documents: {
      kind: 'text',
      value: 'DIR',
      help: { en: 'folder of reports to learn (WENBAO_CORPUS)', zh: '要学习的报告文件夹（WENBAO_CORPUS）' },
    },
    watch: {
      kind: 'flag',
      help: {
        en: 'learn what changes in the folder of reports (WENBAO_WATCH)',
        zh: '监视报告文件夹，有变动即学习（WENBAO_WATCH）',
      },
    },
    insecure: {
      kind: 'flag',
      help: {
        en: 'allow an address that others reach (WENBAO_INSECURE)',
        zh: '允许监听他人可访问的地址（WENBAO_INSECURE）',
      },
    },
    index: INDEX_OPTION,
  },
  examples: ['wenbao serve', 'wenbao serve --documents ~/reports --port 9000'],
  async run({ args, output, say, signal, config: readConfig }) {
    const config = readConfig({
      WENBAO_HOST: args.text('host'),
      WENBAO_PORT: args.text('port'),
      WENBAO_INSECURE: args.flag('insecure') ? 'true' : undefined,
      WENBAO_WATCH: args.flag('watch') ? 'true' : undefined,
      WENBAO_CORPUS: args.text('documents'),
      WENBAO_INDEX: args.text('index'),
    })
    // Imported here: no other command needs what answers HTTP, and it takes a quarter of their start.
    const [{ createApp }, { startServer }, { Ending }] = await Promise.all([
      import('../../server/app.ts'),
      import('../../server/listen.ts'),
      import('../../server/ending.ts'),
    ])
    const progress = openProgress(output, say)
    const log = openLog({ format: config.log })
    const parts = await openParts(config, {
      onIndexing: progress.indexing,
      onJobFault: (error) => log.error('learning uploads failed', { error: describeError(error) }),
    })
    try {
      const ending = new Ending()
      const app = createApp({ service: parts, settings: config, log, ending })
      const server = await startServer(app, { ...config, ending })
      let watching: Watching | undefined
      try {
        const behind = await parts.prepare({ signal, onProgress: progress.learning })
        progress.end()
        if (behind !== undefined) output.note(staleText(behind, say))
        if (config.watch) watching = await watchReports(parts, log)
        if (args.flag('json')) output.json({ url: server.url })
        else output.data(whereToGo(server.url, parts, say))
        await aborted(signal)
      } finally {
        await server.close()
        await watching?.close()
      }
      return EXIT.ok
    } finally {
      await parts.close()
    }
  },
}

/** What is learnt and what goes wrong is told by the log: nobody sits in front of it. */
function watchReports(parts: Parts, log: Log): Promise<Watching> {
  const folder = folderOf(parts.config)
  return keepLearning(folder, {
    learn: (signal) => parts.learn(folder, { signal }),
    onLearnt: ({ outcomes, chunksEmbedded, elapsedMs }) => {
      const changed = outcomes.filter(({ kind }) => kind !== 'unchanged').length
      log.info('learnt', { files: changed, chunksEmbedded, ms: Math.round(elapsedMs) })
    },
    onError: (error) => log.error('learning failed', { error: describeError(error) }),
  })
}

/** The reports could not be read again, but those that are held can be asked. */
function staleText({ message, hint }: AppError, say: (words: Words) => string): string {
  const why = [message, hint].filter((part) => part !== undefined).join(' ')
  return say({
    en: `Answering from what was learnt before: ${why}`,
    zh: `未能更新报告，仍以先前学到的内容作答：${why}`,
  })
}

function whereToGo(url: string, parts: Parts, say: (words: Words) => string): string {
  const documents = parts.documents().length
  const key = parts.config.apiKeys.length > 0 ? ` -H 'authorization: Bearer KEY'` : ''
  return say({
    en: `wenbao answers from ${documents} documents at ${url}

  the page     ${url}/
  the API      ${url}/openapi.json
  a question   curl -s ${url}/api/ask -H 'content-type: application/json'${key} -d '{"question": "${EXAMPLE}"}'
  by command   wenbao ask "${EXAMPLE}"
  your own     wenbao index ~/reports

Ctrl-C ends it.`,
    zh: `问报已就绪：${documents} 份报告，${url}

  网页       ${url}/
  接口说明   ${url}/openapi.json
  提问       curl -s ${url}/api/ask -H 'content-type: application/json'${key} -d '{"question": "${EXAMPLE}"}'
  命令行     wenbao ask "${EXAMPLE}"
  自己的报告 wenbao index ~/reports

按 Ctrl-C 结束。`,
  })
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
