import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkList, withoutSourceList } from '../../../src/server/openai/source-list.ts'

const link = (n: number, title: string) => ({ n, title, url: `http://localhost/d/${n}#1-2` })

describe('linkList', () => {
  it('numbers each link as the text does', () => {
    expect(linkList('sources', [link(1, '年报'), link(2, 'Report')], 'en')).toBe(
      '\n\nSources:\n\n- [1] [年报](http://localhost/d/1#1-2)\n- [2] [Report](http://localhost/d/2#1-2)',
    )
  })

  it('keeps brackets and line breaks of a title from ending the link', () => {
    expect(linkList('nearest', [{ title: 'a]\n(b\\', url: 'http://localhost/d/1' }], 'zh')).toBe(
      '\n\n最接近的内容：\n\n- [a\\] (b\\\\](http://localhost/d/1)',
    )
  })

  it('is empty without links', () => {
    expect(linkList('choices', [], 'zh')).toBe('')
  })
})

describe('withoutSourceList', () => {
  it('gives back any text as it was before lists were put behind it', () => {
    const titles = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 4 })
    fc.assert(
      fc.property(fc.string(), titles, titles, fc.constantFrom('zh', 'en'), (text, one, other, language) => {
        const listed =
          linkList(
            'choices',
            one.map((title) => ({ title, url: 'http://localhost/d/1' })),
            language,
          ) +
          linkList(
            'sources',
            other.map((title, i) => link(i + 1, title)),
            language,
          )
        expect(withoutSourceList(text + listed)).toBe(text)
      }),
    )
  })

  it('leaves a list that somebody else wrote', () => {
    const text = 'See\n\nSources:\n\n- a book\n- [a page](mailto:x)'
    expect(withoutSourceList(text)).toBe(text)
  })

  it('reads a line of any length without going over it again and again', () => {
    const text = `Sources:\n\n- [${'](https://a'.repeat(100_000)}`
    expect(withoutSourceList(text)).toBe(text)
  })
})
