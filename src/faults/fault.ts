// What is wrong with what a person gave us, in the language they read? A stable code with its values, and the words for it.
import { AppError, type ErrorCode, type Fault } from '../errors.ts'
import type { Language } from '../text/language.ts'
import { FILE_WORDS } from './file-words.ts'
import { PLACE_WORDS } from './place-words.ts'

const WORDS = { ...FILE_WORDS, ...PLACE_WORDS }

export type FaultCode = keyof typeof WORDS

/** Names of the values that the words of a code ask for. */
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never
type NamesOf<Code extends FaultCode> = NamesIn<(typeof WORDS)[Code]['en' | 'zh'][number]>
type ValuesOf<Code extends FaultCode> = [NamesOf<Code>] extends [never]
  ? []
  : [Readonly<Record<NamesOf<Code>, string | number>>]

/** What becomes of a file that isn't taken, as it is kept and shown. */
export interface Refused {
  readonly reason: string
  readonly hint?: string
  readonly fault?: Fault
}

export function faultOf<Code extends FaultCode>(code: Code, ...[values]: ValuesOf<Code>): Fault {
  return { code, values: values ?? {} }
}

/** @param code default `bad-input` */
export function faultError(
  fault: Fault,
  { code = 'bad-input', cause }: { readonly code?: ErrorCode; readonly cause?: unknown } = {},
): AppError {
  const { reason, hint } = faultWords(fault, 'en')
  return new AppError(code, reason, { hint, fault, cause })
}

/** `bad-input` about a file: its path goes before the sentence. */
export function fileError(path: string, fault: Fault, cause?: unknown): AppError {
  const { reason, hint } = faultWords(fault, 'en')
  return new AppError('bad-input', `${path}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`, {
    hint,
    fault,
    cause,
  })
}

/** What an error says of a file, to be kept with it. */
export function refusedBy({ message, hint, fault }: AppError): Refused {
  return { reason: message, ...(hint !== undefined && { hint }), ...(fault && { fault }) }
}

/** The same, said in a language where its code has words; a record may hold one of another version. */
export function refusedIn<T extends Refused>(refused: T, language: Language): T {
  const { fault } = refused
  return fault === undefined || !isKnown(fault) ? refused : { ...refused, ...faultWords(fault, language) }
}

/** @throws TypeError for a code that `isKnown` doesn't know */
export function faultWords(
  { code, values }: Fault,
  language: Language,
): { readonly reason: string; readonly hint: string } {
  // Whoever has no code of ours asks `isKnown` first.
  const [reason, hint] = WORDS[code as FaultCode][language]
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole)).trim()
  return { reason: fill(reason), hint: fill(hint) }
}

function isKnown({ code }: Fault): boolean {
  return Object.hasOwn(WORDS, code)
}
