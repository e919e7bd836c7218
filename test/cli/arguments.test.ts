// What was typed, and what is said of what can't be.
import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/arguments.ts'
import type { OptionSpec } from '../../src/cli/command.ts'

const help = { en: '', zh: '' }
const SPECS: Record<string, OptionSpec> = {
  top: { kind: 'text', help },
  explain: { kind: 'flag', help },
  min: { kind: 'list', help },
}
const read = (...typed: string[]) => readArguments(typed, SPECS, 1)

describe('readArguments', () => {
  it('reads flags, texts, lists and operands in any order', () => {
    const args = read('--min', 'a=1', '问题', '--explain', '--min=b=2', '--top', '3', '--json')
    expect(args.operands).toEqual(['问题'])
    expect(args.flag('explain')).toBe(true)
    expect(args.flag('json')).toBe(true)
    expect(args.list('min')).toEqual(['a=1', 'b=2'])
    expect(args.text('top')).toBe('3')
    expect(args.count('top', 1, 50)).toBe(3)
  })

  it('has false, undefined and nothing for what was not given', () => {
    const args = read()
    expect([args.flag('explain'), args.text('top'), args.list('min')]).toEqual([false, undefined, []])
  })

  it('takes what follows -- for operands', () => {
    expect(read('--', '--explain').operands).toEqual(['--explain'])
  })

  it('names the nearest option for an unknown one', () => {
    expect(() => read('--explian')).toThrow(
      expect.objectContaining({ message: 'Unknown option --explian.', hint: 'Did you mean --explain?' }),
    )
  })

  it('refuses an option without its value, a flag with one, and operands too many', () => {
    expect(() => read('--top')).toThrow("Option '--top <value>' argument missing")
    expect(() => read('--explain=1')).toThrow("Option '--explain' does not take an argument")
    expect(() => read('a', 'b', 'c')).toThrow('Too many arguments: b c')
  })

  it.each(['0', '51', '3.5', 'many', '-1', ''])('refuses %j for a count from 1 to 50', (number) => {
    expect(() => read(`--top=${number}`).count('top', 1, 50)).toThrow(
      '--top wants a whole number from 1 to 50',
    )
  })
})
