// A bar on a terminal, lines elsewhere; time is handed in.
import { describe, expect, it } from 'vitest'
import { openProgress } from '../../../src/cli/view/progress.ts'
import { captureOutput } from '../../fixtures/captured-output.ts'

/** Learns 40 chunks of 4 files, 1 chunk every 250 ms. */
function learn(isTerminal: boolean, columns?: number) {
  let nowMs = 0
  const output = captureOutput(isTerminal, columns)
  const progress = openProgress(
    output,
    (words) => words.en,
    () => nowMs,
  )
  progress.learning({ kind: 'scanned', files: 4 })
  for (let done = 0; done <= 40; done++) {
    progress.learning({
      kind: 'embedding',
      filesDone: Math.floor(done / 10),
      files: 4,
      chunksDone: done,
      chunks: 40,
    })
    nowMs += 250
  }
  progress.end()
  return output
}

describe('openProgress', () => {
  it('draws a bar with files, chunks, rate and time left on a terminal, and takes it away', () => {
    const { drawn, notes } = learn(true)
    expect(notes).toEqual([])
    expect(drawn).toContain('[██████████░░░░░░░░░░] 2/4 files, 20/40 chunks, 4.0/s, 5 s left')
    expect(drawn.at(-1)).toBe('')
  })

  it('writes a plain line every two seconds elsewhere', () => {
    const { drawn, notes } = learn(false)
    expect(drawn).toEqual([])
    expect(notes).toEqual([
      '0/4 files, 8/40 chunks, 4.0/s, 8 s left',
      '1/4 files, 16/40 chunks, 4.0/s, 6 s left',
      '2/4 files, 24/40 chunks, 4.0/s, 4 s left',
      '3/4 files, 32/40 chunks, 4.0/s, 2 s left',
      '4/4 files, 40/40 chunks, 4.0/s, 0 s left',
    ])
  })

  it('counts the pace of indexing apart from that of learning', () => {
    let nowMs = 0
    const output = captureOutput(false)
    const progress = openProgress(
      output,
      (words) => words.zh,
      () => nowMs,
    )
    progress.learning({ kind: 'embedding', filesDone: 0, files: 1, chunksDone: 0, chunks: 9 })
    nowMs += 60_000
    progress.indexing(0, 1000)
    expect(output.notes).toEqual([])
    nowMs += 2_000
    progress.indexing(400, 1000)
    expect(output.notes.at(-1)).toBe('索引：片段 400/1000，每秒 200，剩余 3 s')
  })

  it('keeps the bar on one line of a narrow terminal', () => {
    expect(Math.max(...learn(true, 30).drawn.map((line) => line.length))).toBeLessThan(30)
  })

  it('names a refused file at once, with reason and hint, and nothing a terminal would obey', () => {
    const output = captureOutput(false)
    openProgress(output, (words) => words.zh).learning({
      kind: 'file',
      outcome: { kind: 'refused', path: '坏\u001B.txt', reason: 'empty', hint: 'Remove it.' },
    })
    expect(output.notes).toEqual(['拒收 坏 .txt: empty (Remove it.)'])
  })
})
