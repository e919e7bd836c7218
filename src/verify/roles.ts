// Does each person hold the office that the claim gives them? Two names of one passage are easily exchanged.
import type { Comparison, Side } from './comparison.ts'
import { nameForm } from './name-forms.ts'
import { contradicted, type Reason } from './reason.ts'

const ROLE =
  /(?:副|名誉|原)?(?:书记|院长|主任|局长|部长|处长|科长|所长|会长|校长|厂长|市长|省长|县长|区长|镇长|村长|队长|团长|站长|行长|董事长|总裁|总经理|经理|主席|总统|总理|首相|国王|皇帝|教授|院士|护士长|医师|导演|教练|秘书长|理事长|总监|馆长)(?=\p{Script=Han}{2})/gu
/** Surname and first character of the given name: enough to tell people apart, whichever word follows. */
const NAME_START = 2

interface Holder {
  readonly role: string
  readonly start: string
  /** Offset of the role. */
  readonly at: number
}

/**
 * Contradicted where the evidence gives the claim's person another office and the claim's office to another person.
 */
export function judgeRoles({ claim, evidence }: Comparison): Reason[] {
  const inOffice = new Map<string, Holder>()
  const people = new Set<string>()
  const pairs = new Set<string>()
  for (const holder of holdersIn(evidence)) {
    if (!inOffice.has(holder.role)) inOffice.set(holder.role, holder)
    people.add(holder.start)
    pairs.add(holder.role + holder.start)
  }
  return holdersIn(claim).flatMap(({ role, start, at }) => {
    const instead = inOffice.get(role)
    if (instead === undefined || !people.has(start) || pairs.has(role + start)) return []
    return [contradicted('name', quoted(claim, role, at), quoted(evidence, role, instead.at))]
  })
}

function holdersIn({ folded }: Side): Holder[] {
  return [...folded.matchAll(ROLE)].flatMap((match) => {
    const nameAt = match.index + match[0].length
    const isPerson = [3, 2].some(
      (length) =>
        nameForm(
          folded.slice(nameAt, nameAt + length),
          folded.slice(Math.max(0, nameAt - 6), nameAt),
          folded.slice(nameAt + length, nameAt + length + 6),
        ) === 'person',
    )
    return isPerson
      ? [{ role: match[0], start: folded.slice(nameAt, nameAt + NAME_START), at: match.index }]
      : []
  })
}

function quoted({ text }: Side, role: string, at: number): string {
  return text.slice(at, at + role.length + NAME_START + 1)
}
