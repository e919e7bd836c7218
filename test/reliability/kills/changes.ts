// What is learnt while it is killed? A folder before and after a change, and uploads that come, are replaced and go.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openParts, type Parts } from '../../../src/compose.ts'
import { readConfig } from '../../../src/config.ts'
import { createHashingEmbedder } from '../../../src/embed/hashing.ts'
import { type Held, heldIn } from '../held.ts'

type Texts = Readonly<Record<string, string>>

export interface UploadChange {
  readonly add?: Texts
  /** Name of an upload. */
  readonly remove?: string
}

/** Of some chunks; `fact` stands in no other. */
export function report(organisation: string, fact: string): string {
  const sections = ['基本情况', '读者服务', '队伍建设'].map((heading, i) => {
    const text = `${organisation}${heading}良好，${fact}，全年开放三百天，群众满意。`
    return `${'一二三'[i]}、${heading}\n${text.repeat(8)}\n`
  })
  return `${organisation}2024年工作总结\n\n${sections.join('\n')}`
}

export const BEFORE: Texts = {
  'changed.txt': report('青屿县图书馆', '藏书九十万册'),
  'gone.txt': report('白石县体育馆', '新建球场四片'),
  'moved.txt': report('云岭市博物馆', '举办展览六场'),
  'same.txt': report('南湾县文化馆', '排演戏剧两部'),
}
export const AFTER: Texts = {
  'added.txt': report('东山县档案馆', '整理案卷五千件'),
  'changed.txt': report('青屿县图书馆', '藏书九十三万册'),
  'elsewhere.txt': report('云岭市博物馆', '举办展览六场'),
  'same.txt': report('南湾县文化馆', '排演戏剧两部'),
}
export const CHANGES: readonly UploadChange[] = [
  {
    add: {
      '甲.txt': report('西河县美术馆', '收藏画作七百幅'),
      '乙.txt': report('北川县少年宫', '开设课程八十门'),
    },
  },
  { add: { '甲.txt': report('西河县美术馆', '收藏画作八百幅') } },
  { remove: '乙.txt' },
]

/** By name, after none of the changes, after the first, and so on. */
export function uploadStates(): readonly Texts[] {
  const states: Texts[] = [{}]
  for (const { add, remove } of CHANGES) {
    const next = Object.entries({ ...states.at(-1), ...add })
    states.push(Object.fromEntries(next.filter(([name]) => name !== remove)))
  }
  return states
}

export function writeReports(folder: string, texts: Texts): string {
  mkdirSync(folder)
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  return folder
}

export function openHashing(index: string, reports: string): Promise<Parts> {
  const config = readConfig({ WENBAO_INDEX: index, WENBAO_CORPUS: reports }, '/')
  return openParts(config, { openModel: async () => createHashingEmbedder({ dimension: 32 }) })
}

/** Learns in peace. @returns what is held then; the index folder stays */
export async function learnInPeace(index: string, reports: string, uploads: Texts): Promise<Held> {
  const parts = await openHashing(index, reports)
  try {
    await parts.uploads.add(
      Object.entries(uploads).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
    )
    await parts.prepare()
    return heldIn(parts.collection)
  } finally {
    await parts.close()
  }
}

/** Of one state; nothing of it stays. */
export async function heldAfter(scratch: string, reports: string, uploads: Texts): Promise<Held> {
  try {
    return await learnInPeace(scratch, reports, uploads)
  } finally {
    rmSync(scratch, { recursive: true })
  }
}
