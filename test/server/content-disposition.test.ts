import { describe, expect, it } from 'vitest'
import { attachment } from '../../src/server/content-disposition.ts'

describe('attachment', () => {
  it('names a file twice: in plain letters, and as it is', () => {
    expect(attachment('年报 2024.txt')).toBe(
      `attachment; filename="__ 2024.txt"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%202024.txt`,
    )
  })

  it('lets no name out of its quotes or into another header', () => {
    const value = attachment('a"; filename=b\r\nx: y\\%41(1)\'.txt')
    expect(value).not.toMatch(/[\r\n]/)
    expect(value.match(/"/g)).toHaveLength(2)
    expect(new Headers({ 'content-disposition': value }).get('content-disposition')).toBe(value)
  })
})
