import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/web/widget/settings.ts'

const PAGE = { languages: ['zh-CN'], isColour: (text: string) => text.startsWith('#') }

function read(dataset: Record<string, string>, page: Partial<typeof PAGE> = {}) {
  const script = { src: 'https://kb.example/base/widget.js?v=2', dataset: { app: 'intranet', ...dataset } }
  const { frameUrl, ...settings } = readSettings(script, { ...PAGE, ...page })
  return { frameUrl: frameUrl.href, ...settings }
}

describe('readSettings', () => {
  it('needs no more than the app, and frames the service the script came from', () => {
    expect(read({})).toEqual({
      frameUrl: 'https://kb.example/base/embed?app=intranet&language=zh',
      side: 'right',
      colour: undefined,
      label: undefined,
      language: 'zh',
      isOpen: false,
    })
  })

  it('takes what the tag says', () => {
    const dataset = { position: 'bottom-left', colour: '#036', label: ' 问一问 ', language: 'en', open: '' }
    expect(read(dataset)).toEqual({
      frameUrl: 'https://kb.example/base/embed?app=intranet&language=en',
      side: 'left',
      colour: '#036',
      label: '问一问',
      language: 'en',
      isOpen: true,
    })
  })

  it('passes over a colour that is none, and takes the other spelling', () => {
    expect([read({ colour: 'red}' }).colour, read({ color: '#fff' }).colour]).toEqual([undefined, '#fff'])
  })

  it.each([
    [['zh-TW'], 'zh'],
    [['en-GB', 'fr'], 'en'],
    [['en', 'zh'], 'zh'],
    [['fr'], 'zh'],
    [[], 'zh'],
  ])('speaks to those who ask for %j in %s', (languages, language) => {
    expect(read({}, { languages }).language).toBe(language)
  })

  it('writes an app into the address so that it stays one', () => {
    expect(read({ app: 'a&app=b' }).frameUrl).toBe(
      'https://kb.example/base/embed?app=a%26app%3Db&language=zh',
    )
  })

  it('refuses a tag without an app', () => {
    expect(() => read({ app: '' })).toThrow('expected <script src="https://…/widget.js" data-app="ID">')
  })
})
