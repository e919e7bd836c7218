// Who bears a post, by the words around the name.
import { describe, expect, it } from 'vitest'
import { bears } from '../../../src/answer/spans/post-bearers.ts'

function isHeldBy(text: string, name: string, role: string): boolean {
  const start = text.indexOf(name)
  return bears(text, { start, end: start + name.length }, role)
}

describe('bears', () => {
  it.each([
    ['馆长、研究员李明华说', '馆长'],
    ['任命李明华为市图书馆党委书记', '党委书记'],
    ['馆长由李明华担任', '馆长'],
    ['李明华同志任市图书馆馆长', '馆长'],
    ['李明华当选工会主席', '工会主席'],
    ['李明华任市图书馆馆长、党委书记', '党委书记'],
    ['李明华任市图书馆副馆长', '副馆长'],
    ['免去李明华党委书记职务', '原党委书记'],
  ])('%s: %s', (text, role) => {
    expect(isHeldBy(text, '李明华', role)).toBe(true)
  })

  it.each([
    ['李明华任市图书馆副馆长', '馆长'],
    ['李明华任市图书馆纪委书记', '党委书记'],
    ['李明华为市图书馆捐书,馆长到场', '馆长'],
    ['免去李明华党委书记职务', '党委书记'],
    ['免去李明华的市图书馆馆长职务', '馆长'],
    ['李明华曾任市图书馆馆长', '馆长'],
  ])('not %s: %s', (text, role) => {
    expect(isHeldBy(text, '李明华', role)).toBe(false)
  })
})
