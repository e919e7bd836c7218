// Where does the date stand of what a sentence names? A sentence or two beside it, under a shorter name: 该小组于2021年组建.
import { fold } from '../../verify/fold.ts'
import type { Candidate } from '../likelihood/likelihood.ts'
import { subjectOf } from '../question/interrogatives.ts'
import { chainsOf } from './chains.ts'
import type { Run } from './runs.ts'

/** Sentences between the one that names it and the one that dates it, that one included. */
const BELOW = 2
const ABOVE = 1
/** Words that tell of one event. */
const EVENTS: readonly RegExp[] = [
  /成立|组建|设立|建立|创立|创办|创建|组成|挂牌|揭牌/u,
  /开放|开馆|开业|开园|开院|开张|开通|启用|投用|投入(?:使用|运行|运营)|投运/u,
  /开工|动工|奠基|破土|开建/u,
  /完工|竣工|建成|落成/u,
  /获批|批准|批复/u,
  /通过|获评|评为|评上|授牌|认定/u,
  /签约|签订|签署/u,
  /搬迁|迁入|搬入|迁址/u,
]
const POINTING = /[该此其]|这[个项一]|本[中项工小组会馆站]/u
/** Ends that name nothing. */
const FILLING = /(?:正式|最早|首次|是|于|在|的|了|由)+$/u
const ASKED_YEAR = /^[年月天日]/u

/**
 * The stretch from the likeliest sentence, which names what the question asks about and has no date, to the one that dates it.
 *
 * @param question without the names of organisations that it was routed by
 * @param chosen runs that hold no date
 * @returns undefined where no sentence beside it speaks of the same and of the event asked about
 */
export function datedRun(
  question: string,
  chosen: readonly Run[],
  candidates: readonly Candidate[],
): Run | undefined {
  const [run] = chosen
  const named = run?.reduce((best, one) => (one.likelihood > best.likelihood ? one : best))
  if (named === undefined) return undefined
  const asked = askedEvent(question)
  if (!asked.nouns.some((noun) => fold(named.sentence.text).includes(noun))) return undefined
  const chain = chainsOf(candidates).find((one) => one.includes(named)) ?? []
  const at = chain.indexOf(named)
  const isDated = (place: number) => {
    const one = chain[place]
    return one !== undefined && one.fit > 0 && dates(fold(one.sentence.text), asked)
  }
  for (let away = 1; away <= BELOW; away++) {
    if (isDated(at + away)) return chain.slice(at, at + away + 1)
    if (away <= ABOVE && isDated(at - away)) return chain.slice(at - away, at + 1)
  }
  return undefined
}

interface AskedEvent {
  /** Short names of what is asked about: the 小组 of 古籍保护小组. */
  readonly nouns: readonly string[]
  readonly tells: (text: string) => boolean
}

function askedEvent(question: string): AskedEvent {
  const pieces = subjectOf(question)
    .split(/[^\p{Script=Han}]+/u)
    .map((piece) => piece.replace(ASKED_YEAR, '').replace(FILLING, ''))
    .filter((piece) => piece.length > 1)
  const subject = pieces.join(' ')
  const event = EVENTS.find((one) => one.test(subject))
  const isEvent = (piece: string) => event?.test(piece.slice(-2)) === true
  const last = pieces.at(-1) ?? ''
  return {
    nouns: pieces.filter((piece) => !isEvent(piece)).map((piece) => piece.slice(-2)),
    // A verb of no such group stands after the asking word: 什么时候退役.
    tells: (text) => (event === undefined ? pieces.length > 1 && text.includes(last) : event.test(text)),
  }
}

function dates(text: string, { nouns, tells }: AskedEvent): boolean {
  return tells(text) && (POINTING.test(text) || nouns.some((noun) => text.includes(noun)))
}
