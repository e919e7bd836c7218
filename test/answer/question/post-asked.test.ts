// Which post a question asks for, and which post a text names.
import { describe, expect, it } from 'vitest'
import { isPost, postOf, postsAsked, roleAsked } from '../../../src/answer/question/post-asked.ts'

describe('roleAsked', () => {
  it.each([
    ['图书馆副馆长是谁?', '副馆长'],
    ['图书馆的纪委书记叫什么?', '纪委书记'],
    ['谁是工会副主席?', '工会副主席'],
    ['原馆长是谁?', '原馆长'],
    ['目前馆长是谁?', '馆长'],
    ['青山市图书馆编目部主任是谁?', '编目部主任'],
    ['第一党支部书记是谁?', '党支部书记'],
    ['太原馆长是谁?', '馆长'],
    ['图书馆副馆长有哪些?', '副馆长'],
    ['副馆长有哪几位?', '副馆长'],
    ['馆长有哪些职责?', undefined],
    ['这是谁写的?', undefined],
  ])('%s', (question, role) => {
    expect(roleAsked(question)).toBe(role)
  })
})

describe('postsAsked', () => {
  it('means no head of a department by a president', () => {
    expect(postsAsked('who is the president of the library?')).toEqual(['院长', '校长', '馆长'])
    expect(postsAsked('who is the director of the library?')).toContain('主任')
    expect(postsAsked('who is the deputy director?')).toBe(undefined)
  })
})

describe('isPost', () => {
  const is = (role: string, before: string) => isPost(postOf(role), before)

  it('tells a deputy from the head', () => {
    expect(is('馆长', '图书馆副')).toBe(false)
    expect(is('副馆长', '图书馆')).toBe(true)
  })

  it('tells whose head it is, and takes the bare 书记 for that of the 党委', () => {
    expect(is('纪委书记', '馆纪委')).toBe(true)
    expect(is('纪委书记', '馆党委')).toBe(false)
    expect(is('纪委书记', '图书馆')).toBe(false)
    expect(is('党委书记', '图书馆')).toBe(true)
    expect(is('书记', '第一党支部')).toBe(true)
    expect(is('工会主席', '学生会')).toBe(false)
  })

  it('tells heads of departments apart', () => {
    expect(is('编目部主任', '市图书馆编目部')).toBe(true)
    expect(is('编目部主任', '市图书馆阅览部')).toBe(false)
    expect(is('心内科主任', '心血管内科')).toBe(true)
    expect(is('编目部主任', '图书馆')).toBe(true)
  })

  it('leaves out who is no longer in office, unless asked for', () => {
    expect(is('纪委书记', '退休的原纪委')).toBe(false)
    expect(is('馆长', '图书馆前')).toBe(false)
    expect(is('馆长', '目前')).toBe(true)
    expect(is('原馆长', '原')).toBe(true)
  })
})
