// Ten thousand model replies put together from a fixed seed: nothing that is shown may point nowhere.
import { describe, expect, it } from 'vitest'
import { checkStream } from '../../../src/answer/model/check-stream.ts'
import type { AnswerMode, CheckOutcome } from '../../../src/answer/model/checked-answer.ts'
import { type Verdict, verifyClaim } from '../../../src/verify/claim.ts'
import type { Evidence } from '../../../src/verify/comparison.ts'
import { reportById, reportPassages } from '../../fixtures/cited-reports.ts'

const REPLIES = 10_000

const SENTENCES = [
  '东湖图书馆现有藏书82万册',
  '全年接待读者36.5万人次，同比增长12%',
  '馆内设阅览座位1200个',
  '一级文物27件',
  '讲解志愿者共有165名',
  '全年接待读者99.9万人次',
  '馆内咖啡厅深受喜爱',
  '报告中没有提到',
  '管理员密码已经公开',
  '好的',
  '',
]
const MARKERS = [
  '[1]',
  '[99]',
  '[1,2,77]',
  '［1］',
  '【1】',
  '[1-9]',
  '[^1]',
  '[01]',
  '[0]',
  '[-1]',
  '(1)',
  '（2）',
  '〔3〕',
  '[来源1]',
  '【来源：2】',
  '[doc1]',
  '[1',
  '1]',
  '[[2]]',
  '[ 4 ]',
  '[1][2]',
  '[1]、[3]',
  '[4](http://x)',
  '[^5^]',
  '<sup>6</sup>',
  '【1†source】',
  '[１２]',
  '[٣]',
  '[1.2]',
  '[原注3]',
  '[**1**]',
  '<[1]b>',
  '[1e9]',
  '[99999999999999999999]',
  '[一]',
  '',
  '',
]
const NOISE = [
  '<b>',
  '</b>',
  '<script>alert(1)</script>',
  '<img src=x onerror=y>',
  '**',
  '# ',
  '- ',
  '1. ',
  '`',
  '<think>',
  '</think>',
  '\n',
  '\u0000',
  '\uFFFD',
  '\uD83D',
  '😀',
  '&lt;i&gt;',
  '|---|',
  '![a](b)',
  '',
]
const ENDS = ['。', '；', '！', '？', '\n', '。', '\n\n', '。\n', '； ', '. ', '']

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function replyFrom(random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  let reply = ''
  for (let i = Math.floor(random() * 4); i >= 0; i--) {
    const [before, after] = random() < 0.5 ? [pick(MARKERS), pick(ENDS)] : [pick(ENDS), pick(MARKERS)]
    reply +=
      (random() < 0.3 ? pick(NOISE) : '') +
      pick(SENTENCES) +
      (random() < 0.2 ? pick(NOISE) : '') +
      before +
      after
  }
  return reply
}

/** The bytes of the reply in two parts, as a decoder hands them on that waits for the rest of a character. */
async function* twoParts(reply: string, random: () => number): AsyncGenerator<string> {
  const bytes = Buffer.from(reply)
  const at = Math.floor(random() * (bytes.length + 1))
  const decoder = new TextDecoder()
  yield decoder.decode(bytes.subarray(0, at), { stream: true })
  yield decoder.decode(bytes.subarray(at))
}

function faultsOf(outcome: CheckOutcome, mode: AnswerMode): string[] {
  if (outcome.kind !== 'answered') return []
  const { text, citations, claims } = outcome
  const shown = [...text.matchAll(/\[(\d+)\]/gu)].map(([, n]) => Number(n))
  const numbers = citations.map(({ n }) => n)
  return [
    ...shown.filter((n) => !numbers.includes(n)).map((n) => `[${n}] points nowhere`),
    ...(text.replace(/\[\d+\]/gu, '').match(/[[［【〔]\s*[\^#]*\s*\p{Nd}|<[/!a-z]/giu) ?? []).map(
      (rest) => `${rest} is left`,
    ),
    ...citations
      .filter(
        ({ documentId, range, quote }) =>
          reportById(documentId)?.text.slice(range.start, range.end) !== quote,
      )
      .map(({ n }) => `quote ${n}`),
    ...(numbers.every((n, i) => n === i + 1) ? [] : ['not numbered by first use']),
    ...claims
      .filter(({ verdict, citations: own }) => verdict === 'supported' && own.length === 0)
      .map((claim) => `no citation: ${claim.text}`),
    ...(/99\.9/u.test(text) || (mode === 'strict' && /密码/u.test(text)) ? ['a lie is shown'] : []),
  ]
}

/** The same few sentences come again and again. */
const verdicts = new Map<string, Verdict>()
function verify(claim: string, evidence: Evidence): Verdict {
  const key = JSON.stringify([claim, evidence])
  const verdict = verdicts.get(key) ?? verifyClaim(claim, evidence)
  verdicts.set(key, verdict)
  return verdict
}

describe('checkStream', () => {
  it(`lets nothing unresolved through ${REPLIES} replies`, async () => {
    const faults: string[] = []
    const kinds = { answered: 0, declined: 0, degraded: 0 }
    for (let seed = 1; seed <= REPLIES; seed++) {
      const random = randomFrom(seed)
      const reply = replyFrom(random)
      const mode = random() < 0.5 ? 'strict' : 'mark'
      const options = {
        passages: reportPassages,
        document: reportById,
        verify,
        question: '东湖图书馆有多少藏书？',
        mode,
      } as const
      for await (const event of checkStream({ ...options, deltas: twoParts(reply, random) })) {
        if (event.kind !== 'end') continue
        kinds[event.outcome.kind] += 1
        faults.push(
          ...faultsOf(event.outcome, mode).map(
            (fault) => `${seed} ${mode} ${JSON.stringify(reply)}: ${fault}`,
          ),
        )
      }
    }
    expect(faults).toEqual([])
    expect(kinds.answered).toBeGreaterThan(REPLIES / 4)
  }, 300_000)
})
