// Where the answer could stand in a sentence.
import { describe, expect, it } from 'vitest'
import { type QuestionKind, questionKind } from '../../../src/answer/question/question-kind.ts'
import { answerSpans } from '../../../src/answer/spans/answer-spans.ts'

function found(asked: QuestionKind, text: string): string[] | undefined {
  return answerSpans(asked, text)?.map(({ start, end }) => text.slice(start, end))
}

describe('answerSpans', () => {
  it('takes numbers of the unit asked for and of its synonyms, not the others', () => {
    expect(found(questionKind('有多少人？'), '2020年有职工300名,床位80张')).toEqual(['300名'])
    expect(found(questionKind('有多少平方米？'), '共5层,80个房间')).toEqual([])
  })

  it('takes any count that is no date where no unit was asked for', () => {
    expect(found({ kind: 'count' }, '2020年有职工300名,占40%')).toEqual(['300名', '40%'])
  })

  it('takes no 一 that only introduces a thing for a count', () => {
    expect(found({ kind: 'count' }, '准备依托这些技术进一步开出一条专线')).toEqual([])
    expect(found(questionKind('有几条专线？'), '去年开出一条专线')).toEqual(['一条'])
  })

  it('tells shares, money, years and days apart', () => {
    const text = '2021年5月3日,占比达90%,投入800万元,第2名'
    expect(found({ kind: 'share' }, text)).toEqual(['90%'])
    expect(found({ kind: 'money' }, text)).toEqual(['800万元'])
    expect(found({ kind: 'year' }, text)).toEqual(['2021年'])
    expect(found({ kind: 'date' }, text)).toEqual(['2021年', '5月', '3日'])
  })

  it('takes no number that counts another thing than the one that is asked about and named', () => {
    const asked = questionKind('共有多少个阅览室？')
    expect(found(asked, '各阅览室参与,目前29个项目落地')).toEqual([])
    expect(found(asked, '各阅览室参与,开放阅览室12个')).toEqual(['12个'])
    expect(found(asked, '目前12个新阅览室开放')).toEqual(['12个'])
    expect(found(asked, '目前12个自修间开放')).toEqual(['12个'])
  })

  it('takes no number of what was added for how many there are, and no change for how high something is', () => {
    const text = '全年新增座位120个,现有座位600个,比上年增加20个'
    expect(found({ kind: 'count', amount: 'stock' }, text)).toEqual(['600个'])
    expect(found({ kind: 'count', amount: 'level' }, text)).toEqual(['120个', '600个'])
    expect(found({ kind: 'count', amount: 'change' }, text)).toEqual(['120个', '600个', '20个'])
  })

  it('takes no share, no time and no figure of speech for how many there are', () => {
    const asked = questionKind('图书馆有多少馆员？')
    expect(found(asked, '读者满意度99.5%,馆员对工作的满意度98.8%')).toEqual([])
    expect(found(asked, '三年间新来的馆员共有73名')).toEqual(['73名'])
    expect(found(asked, '借书和还书不再是两张皮,馆员走在前面')).toEqual([])
    expect(found(questionKind('图书馆有多少名馆员？'), '韩小群就是其中一位')).toEqual([])
    expect(found(questionKind('图书馆有多少名馆员？'), '只有一名馆员')).toEqual(['一名'])
    expect(found(questionKind('修书需要多少时间？'), '修书需要三天')).toEqual(['三天'])
    expect(found(questionKind('图书馆投入多少购书经费？'), '买书投入28万元')).toEqual(['28万元'])
  })

  it('takes how often something comes round for how long it takes', () => {
    expect(found(questionKind('多长时间盘点一次？'), '书库每半年盘点,逐月抽查')).toEqual(['每半年', '逐月'])
  })

  it('takes only names that bear the role asked for', () => {
    const text = '馆长、研究员李明华说,副馆长王小芳到会。馆长办公会通过'
    expect(found({ kind: 'person', role: '馆长' }, text)).toContain('李明华')
    expect(found({ kind: 'person', role: '馆长' }, '馆长办公会通过了议事规则')).toEqual([])
  })

  it('takes the deputy where the deputy is asked for, and the head of the body that is named', () => {
    const text = '馆长李明华说,副馆长王小芳到会,纪委书记郑文秀主持'
    expect(found(questionKind('副馆长是谁？'), text)).toEqual(['王小芳'])
    expect(found(questionKind('纪委书记是谁？'), text)).toEqual(['郑文秀'])
    expect(found(questionKind('党委书记是谁？'), text)).toEqual([])
    expect(found(questionKind('纪委书记是谁？'), '展厅由退休的原纪委书记石敬山管理')).toEqual([])
  })

  it('takes only deputies for a list of deputies', () => {
    const asked = questionKind('图书馆副馆长有哪些？')
    expect(found(asked, '馆长为韦雪梅,由原副馆长升任;原馆长丁一峰退休')).toEqual([])
    expect(found(asked, '副馆长钱文浩分管安全,副馆长石慧兰分管服务')).toEqual(['钱文浩', '石慧兰'])
  })

  it('takes whole enumerations and quoted names', () => {
    expect(found({ kind: 'list' }, '办了书展、画展、影展')).toEqual(['办了书展、画展、影展'])
    expect(found({ kind: 'name' }, '主题为“读万卷书”,见《年报》')).toEqual(['“读万卷书”', '《年报》'])
  })

  it('takes the house that does what is asked about, only where that is told', () => {
    const house = { text: '施工单位', deeds: ['施工', '承建'] }
    const text = '新馆由青山市建筑集团承建,馆长周明到场。'
    expect(
      answerSpans({ kind: 'other', house }, text)?.map(({ start, end }) => text.slice(start, end)),
    ).toEqual(['新馆由青山市建筑集团'])
    expect(answerSpans({ kind: 'other', house }, '青山市建筑集团捐书。')).toEqual([])
  })

  it('says nothing where any sentence may answer', () => {
    expect(found({ kind: 'yes-no' }, '可以进馆')).toBe(undefined)
  })
})

describe('answerSpans of English questions', () => {
  const beds = questionKind('How many beds are there?')

  it('takes a number only beside a word for what is counted, or with that word for its unit', () => {
    expect(found(beds, '设有床位80张,职工300名')).toEqual(['80张'])
    expect(found(beds, '职工300名,手术956例')).toEqual([])
    expect(found(questionKind('How many people came?'), '来了300名读者,办讲座60场')).toEqual(['300名'])
  })

  it('takes the bearer of the post alone', () => {
    expect(found(questionKind('Who is the president?'), '院长钱燕华,副书记赵鹤飞')).toEqual(['钱燕华'])
    expect(found(questionKind('Who is the Party secretary?'), '院长、党委副书记钱燕华')).toEqual([])
  })
})
