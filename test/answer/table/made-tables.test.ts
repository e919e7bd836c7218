// Questions over tables of six formats: which row and which column answer, in which words, and what is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/answer/answer.ts'
import { explainUnfenced } from '../../../src/document/read.ts'
import { createHashingEmbedder } from '../../../src/embed/hashing.ts'
import { type MemoryParts, openMemoryParts } from '../../../src/memory-parts.ts'
import { madeTables } from '../../fixtures/made-tables.ts'

let parts: MemoryParts

beforeAll(async () => {
  parts = await openMemoryParts(createHashingEmbedder({ dimension: 64 }))
  const files = await madeTables()
  await parts.collection.learn(
    {
      name: 'made tables',
      async *items() {
        for (const [path, content] of Object.entries(files)) {
          const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
          yield { path, stamp: path, read: async () => (await explainUnfenced(bytes, { path })).document }
        }
      },
    },
    parts.embedder,
  )
  await parts.searcher.refresh()
})

afterAll(async () => {
  await parts.close()
})

/** Of every answer: quotations are the document's own words, and every claim is supported by what it cites. */
async function answerTo(question: string): Promise<Answer> {
  const answer = await parts.answerer.answerWhole(question)
  if (answer.kind === 'answered') {
    for (const { documentId, range, quote } of answer.citations)
      expect(parts.collection.document(documentId)?.text.slice(range.start, range.end)).toBe(quote)
    expect(answer.claims.map(({ verdict }) => verdict)).toEqual(answer.claims.map(() => 'supported'))
    expect(answer.claims.every(({ citations }) => citations.length > 0)).toBe(true)
  }
  return answer
}

const textOf = async (question: string) => {
  const answer = await answerTo(question)
  return answer.kind === 'answered' ? answer.text : `refused: ${answer.message}`
}

const WARDS = '临川县医院2024年临床科室情况'

describe('an answer from a table', () => {
  it.each([
    ['临川县医院内科有多少张床位？', `${WARDS}：科室：内科；床位数：60张。[1]`],
    ['心内科的医师有几人？', `${WARDS}：科室：心内科；医师：11人。[1]`],
    ['外科的平均住院日是多少天？', `${WARDS}：科室：外科；平均住院日：9.2天。[1]`],
    ['心内科业务收入是多少？', `${WARDS}：科室：心内科；业务收入：980.2万元。[1]`],
    ['2024年内科的门诊量是多少？', '临川县医院门急诊量：科室：内科；2024年门诊：58,402人次。[1]'],
    ['张三的职称是什么？', '职工名册：姓名：张三；职称：主治医师。[1]'],
    [
      '院内感染发生率目标值是多少？',
      '清河市第三医院主要指标完成情况：类别：医疗质量；指标：院内感染发生率；2024年目标值：1.5%。[1]',
    ],
    ['胸部CT平扫多少钱？', '桐山镇卫生院部分项目价格：项目：胸部CT平扫；价格：260元/次。[1]'],
    ['医院有几台核磁共振？', '大型设备配置：设备名称：核磁共振；数量：2台。[1]'],
    ['3月的手术例数是多少？', '云溪区中医院上半年业务量：月份：3月；手术例数：171。[1]'],
  ])('names the row, the column and the unit of the head: %s', async (question, expected) => {
    expect(await textOf(question)).toBe(expected)
  })

  it.each([
    ['儿科的药占比是多少？', '药占比：22.0%'],
    ['儿科的满意度是多少？', '满意度：98.2%'],
    ['外科是什么时候开科的？', '开科日期：1987-05-04'],
    ['李四光是哪一年入职的？', '入职日期：1996-08-15'],
    ['直线加速器是哪年买的？', '购置年份：2021'],
    ['2023年外科急诊多少人次？', '2023年急诊：6,204人次'],
    ['科研项目经费完成了多少？', '2024年完成值：926万元'],
    ['抗菌药物使用强度完成值是多少？', '2024年完成值：38.2DDDs'],
    ['2月份的床位使用率是多少？', '床位使用率：79.2%'],
    ['血常规属于什么医保类别？', '医保类别：甲类'],
  ])(
    'shows shares, dates, numbers kept as text and units of a column of their own: %s',
    async (question, cell) => {
      expect(await textOf(question)).toContain(cell)
    },
  )

  it('reads out the whole row where no column is named', async () => {
    expect(await textOf('介绍一下陈静')).toBe(
      '职工名册：姓名：陈静；年龄：47；科室：护理部；职称：主任护师；学历：本科；入职日期：1999-07-10；联系电话：8005。[1]',
    )
  })

  it('finds the row by any of its cells', async () => {
    expect(await textOf('联系电话8004是谁的？')).toContain('姓名：赵大力')
    expect(await textOf('谁是外科的主任医师？')).toContain('姓名：李四光')
    expect(await textOf('哪些项目是甲类？')).toMatch(
      /普通门诊诊查费.*\[1\]\n.*血常规.*\[2\]\n.*心电图.*\[3\]/u,
    )
  })

  it('gives several rows and several columns where the question names them', async () => {
    expect(await textOf('内科和外科的床位分别是多少？')).toBe(
      `${WARDS}：科室：内科；床位数：60张。[1]\n科室：外科；床位数：75张。[2]`,
    )
    expect(await textOf('儿科2023年和2024年的门诊量分别是多少？')).toContain(
      '2023年门诊：31,002人次；2024年门诊：29,874人次',
    )
    expect(await textOf('口腔科的医师数、业务收入是多少？')).toContain('医师：6人；业务收入：310.0万元')
    expect(await textOf('各科室的床位数分别是多少？')).toContain('科室：口腔科；床位数：（空）')
  })

  it('answers sums from the row of the total', async () => {
    expect(await textOf('临川县医院一共有多少张床位？')).toBe(`${WARDS}：科室：合计；床位数：213张。[1]`)
    expect(await textOf('各科室业务收入合计多少？')).toContain('业务收入：5190.3万元')
    expect(await textOf('大型设备一共多少台？')).toContain('数量：19台')
  })

  it('says that there is no total rather than adding up', async () => {
    expect(await textOf('上半年一共做了多少例手术？')).toBe(
      'refused: “上半年业务量”的表里有各行的“手术例数”，没有合计；不作推算。',
    )
    expect(await textOf('门诊总量是多少？')).toMatch(/^refused: .*没有合计/u)
  })

  it('compares all rows but those of sums for the most, the least, the first and the last', async () => {
    expect(await textOf('哪个科室床位最多？')).toBe(`${WARDS}：科室：外科；床位数：75张（最多）。[1]`)
    expect(await textOf('哪个科室的满意度最低？')).toContain('科室：外科；满意度：95.0%（最低）')
    expect(await textOf('哪个项目最贵？')).toContain('项目：胸部CT平扫；价格：260元/次（最贵）')
    expect(await textOf('入职最晚的是谁？')).toContain('姓名：赵大力；入职日期：2020-09-01（最晚）')
    expect(await textOf('哪个科室开科最早？')).toMatch(/内科；.*（最早）.*\n.*外科；.*（最早）/u)
  })

  it('subtracts two cells that the question names', async () => {
    expect(await textOf('内科比外科少多少张床位？')).toMatch(/^相差15张（75张与60张之差）。\[1\]\[2\]\n/u)
  })

  it.each([
    ['口腔科有多少张床位？', '“口腔科”，但它的“床位数”是空的'],
    ['骨科有多少张床位？', '没有“骨科”'],
    ['5月的出院人数是多少？', '没有“5月”'],
    ['平均床位数是多少？', '没有“平均”'],
    ['肾内科有多少张床位？', '没有“肾内科”'],
    ['张三丰的职称是什么？', '没有“张三丰”'],
    ['内科的护士有多少人？', '没有'],
    ['2022年内科门诊量是多少？', '没有“2022年”'],
    ['第二多床位的是哪个科室？', '没有'],
    ['床位超过50张的科室有哪些？', '没有'],
    ['彩超有几台？', '没有'],
  ])('refuses what the table lacks: %s', async (question, words) => {
    const answer = await textOf(question)
    expect(answer).toMatch(/^refused: /u)
    expect(answer).toContain(words)
  })
})
