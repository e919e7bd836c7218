// The language of the machine is that of the help.
import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/cli/language.ts'

describe('languageOf', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'ZH_TW' }, 'zh'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN', LC_ALL: '' }, 'zh'],
    [{}, 'en'],
  ])('reads %j as %s', (env, language) => {
    expect(languageOf(env)).toBe(language)
  })
})
