// How far is it? A bar where stderr is a terminal, a plain line every few seconds where it isn't.
import type { LearnProgress } from '../../collection/collection.ts'
import type { Refused } from '../../faults/fault.ts'
import type { Words } from '../language.ts'
import type { Output } from '../output.ts'
import { refusedWords } from './refused-words.ts'
import { clipToWidth, printable } from './wrapped-text.ts'

export interface Progress {
  /** Files and chunks while learning; a refused file is named at once. */
  learning(progress: LearnProgress): void
  /** Chunks taken into the search index. */
  indexing(done: number, total: number): void
  /** Questions asked. */
  asking(done: number, total: number): void
  /** Takes the bar away. */
  end(): void
}

type Work = 'learning' | 'indexing' | 'asking'

/** A bar redrawn more often flickers, a log line more often floods. */
const REDRAW_MS = 100
const LINE_MS = 2000
const BAR_CELLS = 20

/** @param now milliseconds, rising */
export function openProgress(
  output: Output,
  say: (words: Words) => string,
  now: () => number = () => performance.now(),
): Progress {
  const intervalMs = output.isNoteTerminal ? REDRAW_MS : LINE_MS
  let shownAt = now()
  /** What was done before the first look, or of other work, says nothing of the pace. */
  let start: { readonly work: Work; readonly done: number; readonly atMs: number } | undefined
  const show = (work: Work, done: number, total: number, describe: (rate: string) => string) => {
    if (start?.work !== work) {
      start = { work, done, atMs: now() }
      // What is done within a moment needs no line.
      shownAt = start.atMs
    }
    if (now() - shownAt < intervalMs) return
    shownAt = now()
    const line = describe(pace(done - start.done, total - done, now() - start.atMs, say))
    if (output.isNoteTerminal) {
      // A line that wraps could not be taken back.
      output.draw(clipToWidth(`${bar(done / Math.max(total, 1))} ${line}`, output.noteColumns - 1))
    } else output.note(line)
  }
  return {
    learning(progress) {
      switch (progress.kind) {
        case 'scanned':
          return
        case 'file': {
          const { outcome } = progress
          if (outcome.kind === 'refused') output.note(refusalLine(outcome, say))
          return
        }
        case 'embedding': {
          const { filesDone, files, chunksDone, chunks } = progress
          show('learning', chunksDone, chunks, (rate) =>
            say({
              en: `${filesDone}/${files} files, ${chunksDone}/${chunks} chunks${rate}`,
              zh: `文件 ${filesDone}/${files}，片段 ${chunksDone}/${chunks}${rate}`,
            }),
          )
          return
        }
        default:
          progress satisfies never
      }
    },
    indexing(done, total) {
      show('indexing', done, total, (rate) =>
        say({ en: `index: ${done}/${total} chunks${rate}`, zh: `索引：片段 ${done}/${total}${rate}` }),
      )
    },
    asking(done, total) {
      show('asking', done, total, (rate) =>
        say({ en: `${done}/${total} questions${rate}`, zh: `问题 ${done}/${total}${rate}` }),
      )
    },
    end: () => output.draw(''),
  }
}

function refusalLine(
  { path, ...refused }: { readonly path: string } & Refused,
  say: (words: Words) => string,
): string {
  const words = say(refusedWords(refused))
  // Reasons without words of their own name the file themselves.
  const name = words.includes(path) ? '' : ` ${path}`
  return printable(`${say({ en: 'refused', zh: '拒收' })}${name}: ${words}`)
}

/** Rate and time left, once there is something to go by. */
function pace(done: number, left: number, elapsedMs: number, say: (words: Words) => string): string {
  if (done === 0 || elapsedMs <= 0) return ''
  const perSecond = (done / elapsedMs) * 1000
  const secondsLeft = Math.ceil(left / perSecond)
  const rate = perSecond >= 10 ? perSecond.toFixed(0) : perSecond.toFixed(1)
  const time = secondsLeft < 120 ? `${secondsLeft} s` : `${Math.ceil(secondsLeft / 60)} min`
  return say({ en: `, ${rate}/s, ${time} left`, zh: `，每秒 ${rate}，剩余 ${time}` })
}

function bar(share: number): string {
  const filled = Math.round(Math.min(1, share) * BAR_CELLS)
  return `[${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)}]`
}
