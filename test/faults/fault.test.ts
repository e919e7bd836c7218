import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { faultError, faultOf, faultWords, fileError, refusedBy, refusedIn } from '../../src/faults/fault.ts'
import { FILE_WORDS } from '../../src/faults/file-words.ts'
import { PLACE_WORDS } from '../../src/faults/place-words.ts'

const ALL = Object.entries({ ...FILE_WORDS, ...PLACE_WORDS })
const namesIn = (texts: readonly string[]) => [
  ...new Set(texts.flatMap((text) => text.match(/\{\w+\}/gu) ?? [])),
]

describe('FILE_WORDS and PLACE_WORDS', () => {
  it.each(ALL)('say %s in both languages, with the same values', (_, { en, zh }) => {
    expect(namesIn(en).toSorted()).toEqual(namesIn(zh).toSorted())
    expect(en.join('')).not.toMatch(/\p{Script=Han}/u)
    for (const text of zh) expect(text).toMatch(/\p{Script=Han}.*。$/u)
  })

  it('share no code', () => {
    expect(Object.keys(FILE_WORDS).filter((code) => code in PLACE_WORDS)).toEqual([])
  })
})

describe('faultWords', () => {
  it('puts the values where they belong', () => {
    expect(faultWords(faultOf('scanned', { pages: 3 }), 'zh').reason).toBe(
      '文件没有文字：3 页都是图片，像是扫描件。',
    )
  })

  it('takes a value for text alone, whatever it holds', () => {
    const fault = faultOf('damaged-archive', { detail: '{most} $& {detail}' })
    expect(faultWords(fault, 'en').reason).toBe(
      "The file can't be read: its archive is damaged ({most} $& {detail}).",
    )
  })
})

describe('fileError', () => {
  it('names the file in front of the English sentence', () => {
    expect(fileError('a/b.pdf', faultOf('empty'))).toMatchObject({
      code: 'bad-input',
      message: 'a/b.pdf: the file is empty (0 bytes).',
      hint: 'Check that it was copied whole.',
    })
  })
})

describe('refusedIn', () => {
  it('says what an error says, in the language asked for', () => {
    const refused = refusedBy(faultError(faultOf('password')))
    expect(refusedIn(refused, 'en').reason).toBe("The file can't be read: it is protected by a password.")
    expect(refusedIn(refused, 'zh')).toMatchObject({
      reason: '文件无法读取：有密码保护。',
      hint: '请去掉密码后另存。',
    })
  })

  it('leaves words alone that have no code, or one of another version', () => {
    const plain = refusedBy(new AppError('bad-input', 'Something else.'))
    expect(refusedIn(plain, 'zh')).toEqual({ reason: 'Something else.' })
    const later = { reason: 'Of a later version.', fault: { code: 'of-later', values: {} } }
    expect(refusedIn(later, 'zh')).toBe(later)
  })
})
