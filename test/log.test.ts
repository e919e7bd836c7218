import { describe, expect, it } from 'vitest'
import { openLog } from '../src/log.ts'

const now = () => new Date('2025-01-02T03:04:05.678Z')

function logged(format: 'json' | 'text' | 'silent', name: string): string[] {
  const lines: string[] = []
  openLog({ format, now, write: (line) => lines.push(line) }).warn('file refused', { path: name, files: 2 })
  return lines
}

describe('openLog', () => {
  it('writes one JSON object a line', () => {
    expect(logged('json', '报告.txt')).toEqual([
      '{"time":"2025-01-02T03:04:05.678Z","level":"warn","event":"file refused","path":"报告.txt","files":2}\n',
    ])
  })

  it('writes a short line for people', () => {
    expect(logged('text', '报告.txt')).toEqual(['03:04:05  warn: file refused  path=报告.txt  files=2\n'])
  })

  it('says nothing when silent', () => {
    expect(logged('silent', 'a')).toEqual([])
  })

  it.each(['json', 'text'] as const)('lets no name forge a line or steer the terminal as %s', (format) => {
    const hostile = 'a\nlevel=error\r\u001b[31m\u2028\u202e\u0085\ufeffb'
    const [line = '', ...others] = logged(format, hostile)
    expect(others).toEqual([])
    expect(line.slice(0, -1)).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    expect(line).toContain('\\u202e')
  })
})
