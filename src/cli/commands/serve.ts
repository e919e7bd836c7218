// `wenbao serve`: the service, and where to go once it runs.
import { openParts, type Parts } from '../../compose.ts'
import { AppError } from '../../errors.ts'
import { folderOf } from '../../learning.ts'
import { describeError, type Log, openLog } from '../../log.ts'
import { keepLearning } from '../../watch/keep-learning.ts'
import type { Watching } from '../../watch/watch-folder.ts'
import { type Command, INDEX_OPTION } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import type { Words } from '../language.ts'
import type { Output } from '../output.ts'
import { openProgress } from '../view/progress.ts'
import { behindText, whereToGo } from '../view/serve-view.ts'

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
        const isEmpty = parts.collection.status().documents === 0
        if (behind !== undefined) output.note(behindText(behind, isEmpty, say))
        if (config.watch) watching = await watchReports(parts, log, output, say)
        if (args.flag('json')) output.json({ url: server.url })
        else output.data(whereToGo(server.url, parts, watching !== undefined, say))
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
async function watchReports(
  parts: Parts,
  log: Log,
  output: Output,
  say: (words: Words) => string,
): Promise<Watching | undefined> {
  const folder = folderOf(parts.config)
  try {
    return await keepLearning(folder, {
      learn: (signal) => parts.learn(folder, { signal }),
      onLearnt: ({ outcomes, chunksEmbedded, elapsedMs }) => {
        const changed = outcomes.filter(({ kind }) => kind !== 'unchanged').length
        log.info('learnt', { files: changed, chunksEmbedded, ms: Math.round(elapsedMs) })
      },
      onError: (error) => log.error('learning failed', { error: describeError(error) }),
    })
  } catch (error) {
    // Uploads are taken without it.
    if (!(error instanceof AppError && error.code === 'bad-input')) throw error
    output.note(
      say({
        en: `${error.message} Make it and start again to have it watched.`,
        zh: `无法监视报告文件夹 ${folder}：请先建立它，再重新启动。`,
      }),
    )
    return undefined
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
