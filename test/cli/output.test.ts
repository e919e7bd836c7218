// Two streams: what goes to which, and what happens when nobody reads on.
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { openOutput } from '../../src/cli/output.ts'

function open(env: Record<string, string> = {}, isTTY = false, columns = 60) {
  const stdout = Object.assign(new PassThrough(), { isTTY, columns })
  const stderr = Object.assign(new PassThrough(), { isTTY, columns })
  let gone = 0
  const output = openOutput(stdout, stderr, env, () => gone++)
  return {
    output,
    stdout,
    stderr,
    gone: () => gone,
    said: () => [stdout.read()?.toString(), stderr.read()?.toString()],
  }
}

describe('openOutput', () => {
  it('sends data to stdout and notes to stderr', () => {
    const { output, said } = open()
    output.data('结果')
    output.note('说明')
    output.draw('进度')
    expect(said()).toEqual(['结果\n', '说明\n'])
  })

  it('writes JSON that reads back as it was', () => {
    const { output, stdout } = open()
    output.json({ 问: [1, null] })
    expect(JSON.parse(stdout.read().toString())).toEqual({ 问: [1, null] })
  })

  it('shows what would steer a terminal, in notes and in JSON alike', () => {
    const { output, said } = open()
    const evil = '年\u001b[31m\u202e报\u2028'
    output.json({ evil })
    output.note(`refused: ${evil}\nmend`)
    const [json = '', note = ''] = said()
    expect(JSON.parse(json)).toEqual({ evil })
    expect((json + note).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u)
    expect(note).toBe('refused: 年\\u001b[31m\\u202e报\\u2028\nmend\n')
  })

  it('reports once that the reader has left, instead of crashing', () => {
    const { stdout, gone } = open()
    stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    expect(gone()).toBe(1)
  })

  it('styles on a terminal only, and not where NO_COLOR or a dumb terminal asks for none', () => {
    expect(open({}, true).output.isStyled).toBe(true)
    expect(open({}, false).output.isStyled).toBe(false)
    expect(open({ NO_COLOR: '1' }, true).output.isStyled).toBe(false)
    expect(open({ TERM: 'dumb' }, true).output.isStyled).toBe(false)
  })

  it('takes the width of the terminal, within what can be read', () => {
    const widths = [60, 300, 0].map((columns) => open({}, true, columns).output.columns)
    expect(widths).toEqual([60, 100, 100])
  })
})
