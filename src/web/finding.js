// Searches and shows the passages that were found.
import { byId, element } from './elements.js'
import { passageItems } from './results.js'
import { search } from './service.js'
import { faultWords, say } from './words.js'

let running

/** @param {string | undefined} organisation the only one to search @param {(question: string, organisation?: string) => void} searchIn */
export async function showFound(question, organisation, searchIn) {
  stopFinding()
  const mine = new AbortController()
  running = mine
  document.body.classList.add('is-searching')
  announce(say('searching'))
  try {
    const filters = organisation === undefined ? {} : { filters: { organisations: [organisation] } }
    const result = await search({ question, explain: true, ...filters }, mine.signal)
    clearFound()
    byId('results').append(...passageItems(result))
    byId('choices').append(...choiceNodes(question, result.routing, organisation, searchIn))
    announce(foundWords(result))
  } catch (error) {
    if (error.name === 'AbortError') return
    clearFound()
    announce(faultWords(error), true)
  } finally {
    if (running === mine) document.body.classList.remove('is-searching')
  }
}

export function stopFinding() {
  running?.abort()
}

export function clearFound() {
  byId('results').replaceChildren()
  byId('choices').replaceChildren()
  announce('')
}

export function announce(words, isFault = false) {
  byId('said').textContent = words
  byId('said').classList.toggle('is-fault', isFault)
}

function foundWords({ passages, routing }) {
  if (passages.length === 0) return say('foundNothing')
  const about = [
    ...routing.organisations,
    ...(routing.years.length > 0 ? [say('years', routing.years.join('、'))] : []),
  ]
  const scope =
    about.length === 0 || routing.mode === 'none'
      ? []
      : [say(routing.mode === 'filter' ? 'onlyIn' : 'firstIn', about.join('、'))]
  return [say('foundCount', passages.length), ...scope].join(' · ')
}

/** Between which organisations a shared name leaves the choice; or the way back from one that was chosen. */
function choiceNodes(question, { ambiguous }, chosen, searchIn) {
  const chip = (text, organisation, isChosen) =>
    element(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-pressed': String(isChosen),
        onclick: () => searchIn(question, organisation),
      },
      text,
    )
  if (chosen !== undefined) return [chip(chosen, chosen, true), chip(say('clearChoice'), undefined, false)]
  if (ambiguous === undefined) return []
  return [
    element('span', {}, say('ambiguous', ambiguous.name)),
    ...ambiguous.choices.map(({ organisation }) => chip(organisation, organisation, false)),
  ]
}
