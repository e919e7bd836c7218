import { describe, expect, it } from 'vitest'
import { printAnswer } from '../../../src/cli/view/print-answer.ts'
import { captureOutput } from '../../fixtures/captured-output.ts'
import { ANSWERED, EVENTS, REFUSED, scriptedAnswer } from '../../fixtures/scripted-answer.ts'

const say = (words: { en: string }) => words.en
const terminal = () => ({ ...captureOutput(false), isTerminal: true })

describe('printAnswer', () => {
  it('writes the text as it comes where somebody watches, then the sources', async () => {
    const output = terminal()
    await printAnswer(scriptedAnswer().ask('a'), output, say, false)
    expect(output.printed.slice(0, 3)).toEqual(['门诊量为', '一百万人次。[1]', '\n'])
    expect(output.printed).toHaveLength(4)
    expect(output.printed[3]).toMatch(/^\n\[1\] 年度报告\n/u)
  })

  it('writes it whole where nobody does', async () => {
    const output = captureOutput(false)
    await printAnswer(scriptedAnswer().ask('a'), output, say, false)
    expect(output.printed).toHaveLength(1)
    expect(output.printed[0]).toMatch(/^门诊量为一百万人次。\[1\]\n\n\[1\] 年度报告\n/u)
  })

  it('gives the whole form as JSON, on a terminal too', async () => {
    const output = terminal()
    await printAnswer(scriptedAnswer().ask('a'), output, say, true)
    expect(output.printed.map((text) => JSON.parse(text))).toEqual([ANSWERED])
  })

  it('writes what counts when checking changed what was streamed, and says when it is degraded', async () => {
    const output = terminal()
    const answer = { ...ANSWERED, degraded: { reason: 'timeout' } }
    const script = [{ kind: 'delta', text: '大约' } as const, { kind: 'done', answer } as const]
    await printAnswer(scriptedAnswer(script).ask('a'), output, say, false)
    expect(output.printed.join('')).toMatch(/^大约\n\n门诊量为一百万人次。\[1\]\n/u)
    expect(output.notes).toEqual([
      'The language model was of no use (timeout); these are sentences of the reports.',
    ])
  })

  it('prints a refusal as a result', async () => {
    const output = captureOutput(false)
    await printAnswer(scriptedAnswer([{ kind: 'done', answer: REFUSED }]).ask('a'), output, say, false)
    expect(output.printed).toEqual(['报告里没有 2019 年的门诊量。\n'])
  })

  it('ends the line before it tells what went wrong', async () => {
    const output = terminal()
    const broken = [...EVENTS.slice(0, 2), { kind: 'error', code: 'upstream', message: 'Silent.' } as const]
    await expect(printAnswer(scriptedAnswer(broken).ask('a'), output, say, false)).rejects.toMatchObject({
      code: 'upstream',
    })
    expect(output.printed).toEqual(['门诊量为', '\n'])
  })
})
