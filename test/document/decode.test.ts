import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/document/decode.ts'

const SIMPLIFIED = '云岭市图书馆全年接待读者一百八十万人次，比上年增长百分之九。'
const TRADITIONAL = '海晏縣立圖書館全年接待讀者四十二萬人次，較前一年成長百分之九。'

describe('decodeText', () => {
  it.each([
    ['utf-8', SIMPLIFIED, 'utf-8'],
    ['gbk', SIMPLIFIED, 'gb18030'],
    ['gb18030', `${SIMPLIFIED}𠮷€`, 'gb18030'],
    ['big5', TRADITIONAL, 'big5'],
    ['utf-16le', SIMPLIFIED, 'utf-16le'],
    ['utf-16be', TRADITIONAL, 'utf-16be'],
    ['utf-16le', 'Annual report 2024\nAll in English.\n', 'utf-16le'],
    ['ascii', 'Annual report 2024', 'utf-8'],
  ])('reads text in %s', (encoding, text, name) => {
    const decoded = decodeText(iconv.encode(text, encoding))
    expect(decoded).toMatchObject({ text, name, damagedCharacters: 0 })
  })

  it.each(['utf8', 'utf-16le', 'utf-16be'])('believes the byte-order mark of %s', (encoding) => {
    const decoded = decodeText(iconv.encode('一', encoding, { addBOM: true }))
    expect(decoded).toMatchObject({ text: '一', decidedBy: 'bom' })
  })

  it('reads UTF-8 with a few bad bytes and counts what could not be decoded', () => {
    const bytes = Buffer.concat([
      Buffer.from(SIMPLIFIED.repeat(5)),
      Buffer.from([0xff]),
      Buffer.from(SIMPLIFIED),
    ])
    expect(decodeText(bytes)).toMatchObject({
      name: 'utf-8',
      decidedBy: 'nearly valid utf-8',
      damagedCharacters: 1,
    })
  })

  it('refuses damaged GBK rather than guess', () => {
    const bytes = iconv.encode(SIMPLIFIED, 'gbk')
    expect(
      decodeText(Buffer.concat([bytes.subarray(0, 20), Buffer.from([0xff, 0x20]), bytes.subarray(20)])),
    ).toBeUndefined()
  })

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex')],
    ['NUL in text', Buffer.from('报告\0正文')],
    ['controls', Buffer.from('\u0001\u0002\u0003报告')],
  ])('refuses %s', (_, bytes) => {
    expect(decodeText(bytes)).toBeUndefined()
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const decoded = decodeText(bytes)
        expect(decoded?.text.includes('\0') ?? false).toBe(false)
      }),
    )
  })
})
