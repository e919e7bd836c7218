// What does the exit code say? One table from what happened to the number, and its lines in the help.
import type { ErrorCode } from '../errors.ts'
import type { Words } from './language.ts'

export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  refusedFiles: 3,
  index: 4,
  model: 5,
  storage: 6,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_OF_ERROR: Readonly<Record<ErrorCode, ExitCode>> = {
  'bad-input': EXIT.usage,
  'not-found': EXIT.usage,
  'index-missing': EXIT.index,
  'index-stale': EXIT.index,
  'index-damaged': EXIT.index,
  locked: EXIT.storage,
  'disk-full': EXIT.storage,
  'model-unavailable': EXIT.model,
  upstream: EXIT.model,
  unauthorised: EXIT.failed,
  forbidden: EXIT.failed,
  'too-large': EXIT.usage,
  'unsupported-media-type': EXIT.usage,
  'rate-limited': EXIT.failed,
  overloaded: EXIT.failed,
  'not-ready': EXIT.index,
  internal: EXIT.failed,
}

export const EXIT_MEANINGS: readonly (readonly [ExitCode, Words])[] = [
  [EXIT.ok, { en: 'done; a refused question too', zh: '完成；问题被婉拒时也是' }],
  [
    EXIT.failed,
    {
      en: 'failed: nothing learnt, a threshold missed, a check failed',
      zh: '失败：什么也没学到、未达阈值或检查未通过',
    },
  ],
  [EXIT.usage, { en: 'the command line or a given file is wrong', zh: '命令行或给出的文件有误' }],
  [EXIT.refusedFiles, { en: 'index --strict: some files were refused', zh: 'index --strict：有文件被拒收' }],
  [EXIT.index, { en: 'the index is missing, stale or damaged', zh: '索引缺失、过期或损坏' }],
  [EXIT.model, { en: 'the embedding model is missing or does not answer', zh: '向量模型缺失或无应答' }],
  [EXIT.storage, { en: 'the index is locked or the disk is full', zh: '索引被占用或磁盘已满' }],
  [EXIT.interrupted, { en: 'interrupted', zh: '被中断' }],
]
