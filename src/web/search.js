// The search page: takes a question, keeps it in the address, shows what was found.
import { byId, element } from './elements.js'
import { passageItems } from './results.js'
import { readDocuments, readStatus, search } from './service.js'
import { say, sayError, switchLanguage, translatePage } from './words.js'

/** Between two looks at how far a learning is. */
const LEARNING_POLL_MS = 1000
const MOST_EXAMPLES = 5

const form = byId('form')
const input = byId('question')
let running

translatePage()
byId('language').textContent = say('otherLanguage')
byId('language').addEventListener('click', switchLanguage)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  ask(input.value)
})
input.addEventListener('keydown', (event) => {
  // Enter takes over what an input method offers; Safari says so only by the old key code.
  if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault()
})
document.addEventListener('keydown', (event) => {
  const isTyping = /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '')
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  input.select()
})
window.addEventListener('hashchange', showAddress)
showHeld().catch((error) => showError(error))
showAddress()
// On a phone the keyboard would cover the page before it was seen.
if (location.hash === '' && matchMedia('(hover: hover)').matches) input.focus()

/** The address holds the question behind `#`, where it is never sent to a server or written to its log. */
function ask(question, organisation) {
  if (question.trim() === '') {
    input.focus()
    return
  }
  const asked = new URLSearchParams({ q: question.trim(), ...(organisation && { organisation }) })
  if (`#${asked}` === location.hash) showAddress()
  else location.hash = asked
}

function showAddress() {
  const asked = new URLSearchParams(location.hash.slice(1))
  const question = asked.get('q')
  document.body.classList.toggle('is-fresh', question === null)
  document.body.classList.toggle('is-asked', question !== null)
  if (question === null) {
    running?.abort()
    clearFound()
    announce('')
    return
  }
  input.value = question
  showFound(question, asked.get('organisation') ?? undefined)
}

async function showFound(question, organisation) {
  running?.abort()
  const mine = new AbortController()
  running = mine
  document.body.classList.add('is-searching')
  announce(say('searching'))
  try {
    const filters = organisation === undefined ? {} : { filters: { organisations: [organisation] } }
    const result = await search({ question, explain: true, ...filters }, mine.signal)
    clearFound()
    byId('results').append(...passageItems(result))
    byId('choices').append(...choiceNodes(question, result.routing, organisation))
    announce(foundWords(result))
    document.title = `${question} · ${say('name')}`
  } catch (error) {
    if (error.name === 'AbortError') return
    clearFound()
    showError(error)
  } finally {
    if (running === mine) document.body.classList.remove('is-searching')
  }
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
function choiceNodes(question, { ambiguous }, chosen) {
  const chip = (text, organisation, isChosen) =>
    element(
      'button',
      {
        type: 'button',
        class: 'chip',
        'aria-pressed': String(isChosen),
        onclick: () => ask(question, organisation),
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

/** What is held, or how far a first learning is; looks again until questions can be asked. */
async function showHeld() {
  const status = await readStatus()
  const { learning } = status
  const isLearning = learning !== undefined && !learning.done
  byId('learning').hidden = !isLearning
  if (isLearning) {
    byId('learning-text').textContent = say('learning', learning.chunksDone, learning.chunks || '…')
    byId('learning-bar').value = learning.chunks > 0 ? learning.chunksDone / learning.chunks : 0
    setTimeout(() => showHeld().catch((error) => showError(error)), LEARNING_POLL_MS)
  }
  const { documents, chunks } = status.collection
  if (documents === 0) byId('held').textContent = isLearning ? '' : say('index-missing')
  else byId('held').textContent = say('held', documents, chunks)
  if (!isLearning) showExamples(await readDocuments())
}

function showExamples(documents) {
  const questions = new Set(
    documents.map(({ organisation, title }) =>
      organisation === undefined ? say('exampleAbout', title) : say('exampleOf', organisation),
    ),
  )
  const items = [...questions]
    .slice(0, MOST_EXAMPLES)
    .map((question) =>
      element(
        'li',
        {},
        element('button', { type: 'button', class: 'chip', onclick: () => ask(question) }, question),
      ),
    )
  byId('example-list').replaceChildren(...items)
  byId('examples').hidden = items.length === 0
}

function showError(error) {
  const words = sayError(error.code) ?? [error.message, error.hint].filter(Boolean).join(' ')
  announce(words, true)
}

function clearFound() {
  byId('results').replaceChildren()
  byId('choices').replaceChildren()
}

function announce(words, isFault = false) {
  byId('said').textContent = words
  byId('said').classList.toggle('is-fault', isFault)
}
