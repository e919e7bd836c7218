// What was asked and answered before: kept for this tab alone, so that coming back from a report finds it again.

const KEPT_AS = 'wenbao-conversation'
const ADDRESS_KEPT_AS = 'wenbao-address'
/** Of which a follow-up question is told; more is no longer one conversation. */
const MOST_TURNS = 10
/** What the service takes of one turn. */
const MOST_CHARACTERS = 4000

/** @typedef {{ question: string, about?: { name: string, documentId: string }, answer: object }} Turn */

/** @returns {Turn[]} oldest first */
export function keptTurns() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT_AS)) ?? []
  } catch {
    return []
  }
}

/** @param {Turn[]} turns */
export function keepTurns(turns) {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(turns))
  } catch {
    // Storage may be full or forbidden; the conversation then lasts as long as the page.
  }
}

/** @returns the question last shown, as it stands in the address; the reader leads back to it. The browser tells no page its referrer. */
export function keptAddress() {
  try {
    return sessionStorage.getItem(ADDRESS_KEPT_AS) ?? ''
  } catch {
    return ''
  }
}

/** @param {string} hash of the address, `#` included */
export function keepAddress(hash) {
  try {
    sessionStorage.setItem(ADDRESS_KEPT_AS, hash)
  } catch {
    // As above: the reader then leads back to the beginning.
  }
}

/** @param {Turn[]} turns @returns {{ role: 'user' | 'assistant', content: string }[]} as POST /api/ask takes them */
export function historyOf(turns) {
  return turns.slice(-MOST_TURNS).flatMap(({ question, about, answer }) => [
    { role: 'user', content: clip(about ? `${question}（${about.name}）` : question) },
    { role: 'assistant', content: clip(answer.kind === 'answered' ? answer.text : answer.message) },
  ])
}

/** Never between the halves of a character. */
function clip(text) {
  return text.slice(0, MOST_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')
}
