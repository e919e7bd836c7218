// `wenbao mcp`: the tools for a chat program that starts this one as its child and speaks with it over stdin and stdout.
import { Console } from 'node:console'
import { openParts, type Parts } from '../../compose.ts'
import { AppError } from '../../errors.ts'
import { describeError, openLog } from '../../log.ts'
import { type Command, type CommandContext, INDEX_OPTION } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { openProgress } from '../view/progress.ts'

export const mcpCommand: Command = {
  name: 'mcp',
  operands: '',
  mostOperands: 0,
  summary: {
    en: 'MCP on stdin and stdout, for chat programs that start it themselves',
    zh: '在标准输入输出上提供 MCP，由聊天软件自行启动',
  },
  options: {
    documents: {
      kind: 'text',
      value: 'DIR',
      help: { en: 'folder of reports to learn (WENBAO_CORPUS)', zh: '要学习的报告文件夹（WENBAO_CORPUS）' },
    },
    index: INDEX_OPTION,
  },
  examples: ['wenbao mcp', 'wenbao mcp --documents ~/reports'],
  async run(context) {
    const { args, signal, config: readConfig } = context
    const config = readConfig({
      WENBAO_CORPUS: args.text('documents'),
      WENBAO_INDEX: args.text('index'),
    })
    // Imported here: no other command needs them at its start.
    const [{ serveMcpOnStdio }, { browsable }] = await Promise.all([
      import('../../mcp/stdio.ts'),
      import('../../server/listen.ts'),
    ])
    // Stdout carries the protocol: a library that prints a line there would break it.
    globalThis.console = new Console(process.stderr)
    const parts = await openParts(config)
    try {
      const ended = new AbortController()
      // The client waits for its first reply far shorter than a first learning takes.
      const prepared = prepare(parts, context, AbortSignal.any([signal, ended.signal]))
      try {
        await serveMcpOnStdio(
          {
            service: parts,
            prepared,
            // Nothing listens here; these open where `wenbao serve` runs with the same settings.
            linkTo: (path) => (config.publicUrl ?? `http://${browsable(config.host)}:${config.port}`) + path,
            log: openLog({ format: config.log }),
          },
          { input: process.stdin, output: process.stdout },
          signal,
        )
      } finally {
        ended.abort()
        await prepared
      }
      return EXIT.ok
    } finally {
      await parts.close()
    }
  },
}

/** Never rejects: what went wrong is said on stderr, and every tool that needs it says so again. */
async function prepare(parts: Parts, { output, say }: CommandContext, signal: AbortSignal): Promise<void> {
  const progress = openProgress(output, say)
  try {
    const outdated = await parts.prepare({ signal, onProgress: progress.learning })
    if (outdated !== undefined) output.note(outdated.message)
  } catch (error) {
    if (!signal.aborted) output.note(inWords(error))
  } finally {
    progress.end()
  }
}

function inWords(error: unknown): string {
  if (!(error instanceof AppError)) return describeError(error)
  return error.hint === undefined ? error.message : `${error.message}\n${error.hint}`
}
