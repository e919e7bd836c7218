// Which sort of answer is asked for.
import { describe, expect, it } from 'vitest'
import { questionKind } from '../../../src/answer/question/question-kind.ts'

describe('questionKind', () => {
  it.each([
    ['全院一共有多少张床？', { kind: 'count', unit: '张' }],
    ['参观者有几多人次', { kind: 'count' }],
    ['藏書有多少冊？', { kind: 'count', unit: '册' }],
    ['借阅率达到百分之多少？', { kind: 'share' }],
    ['女职工占多大比例', { kind: 'share' }],
    ['购书支出占总支出多少？', { kind: 'share' }],
    ['购书支出占了多少？', { kind: 'share' }],
    ['占地多少亩？', { kind: 'count', unit: '亩' }],
    ['占全馆职工多少人？', { kind: 'count', unit: '人' }],
    ['青山馆和绿水馆谁的藏书多？', { kind: 'count' }],
    ['谁的藏书被借走了？', { kind: 'person' }],
    [
      '新馆的项目法人是谁？',
      { kind: 'other', house: { text: '项目法人', deeds: ['法人', '业主', '建设', '代建'] } },
    ],
    [
      '谁是读书节的承办单位？',
      { kind: 'other', house: { text: '承办单位', deeds: ['承办', '协办', '承接'] } },
    ],
    ['新馆由谁监理？', { kind: 'other', house: { text: '监理单位', deeds: ['监理'] } }],
    ['流动书车是给谁提供服务的？', { kind: 'other' }],
    ['新馆的法人代表是谁？', { kind: 'person' }],
    ['专题书架由谁整理？', { kind: 'person' }],
    ['借阅量居前五位的类别是什么？', { kind: 'list' }],
    ['借得最多的前三种书', { kind: 'list' }],
    ['前三个月做了什么？', { kind: 'name' }],
    ['花了多少钱？', { kind: 'money' }],
    ['全省排第几', { kind: 'rank' }],
    ['哪一年落成的？', { kind: 'year' }],
    ['哪一天开馆？', { kind: 'date' }],
    ['早上几点开门', { kind: 'clock' }],
    ['走过了多少年？', { kind: 'duration', unit: '年' }],
    ['馆长叫什么名字？', { kind: 'person', role: '馆长' }],
    ['这张照片是谁拍的', { kind: 'person' }],
    ['哪位导演拍的？', { kind: 'person', role: '导演' }],
    ['展厅设在哪里？', { kind: 'place' }],
    ['办了哪几个展览？', { kind: 'list' }],
    ['联盟里都有谁', { kind: 'list' }],
    ['活动主题是什么？', { kind: 'name' }],
    ['周末能不能进馆？', { kind: 'yes-no' }],
    ['请概括一下做法', { kind: 'summary' }],
    ['怎么预约？', { kind: 'manner' }],
    ['为什么闭馆', { kind: 'reason' }],
    [
      'How many books were lent?',
      { kind: 'count', noun: { text: 'books', chinese: ['书', '图书', '册', '著作'] } },
    ],
    ['Who is the director?', { kind: 'person', posts: ['院长', '主任', '校长', '馆长'] }],
    ['Which museums joined?', { kind: 'list' }],
    ['Which museum was taken over?', { kind: 'name' }],
  ])('%s', (question, expected) => {
    expect(questionKind(question)).toEqual(expected)
  })
})

describe('questionKind of counting questions', () => {
  it('knows what is counted without a measure word', () => {
    expect(questionKind('东馆有多少馆员？')).toMatchObject({ kind: 'count', counted: '馆员' })
    expect(questionKind('东馆有多少人？').counted).toBe(undefined)
  })
})

describe('questionKind of English questions', () => {
  it('tells metrics by their names', () => {
    expect(questionKind('What was the annual revenue of the group?').kind).toBe('money')
    expect(questionKind('What was patient satisfaction in 2021?').kind).toBe('share')
    expect(questionKind('What is the average length of stay?').kind).toBe('duration')
  })

  it('gives the words for a post, and for what is counted', () => {
    expect(questionKind('Who is the Party secretary of the hospital?').posts).toEqual(['党委书记', '书记'])
    expect(questionKind('Who is the deputy director?').posts).toBeUndefined()
    expect(questionKind('How many nurses are there?').noun?.chinese).toContain('护士')
  })
})
