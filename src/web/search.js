// The page: takes a question, keeps it in the address, and has it answered or searched for.
import { forgetConversation, showAnswer, stopAsking } from './asking.js'
import { keepAddress } from './conversation.js'
import { byId, element } from './elements.js'
import { announce, clearFound, showFound, stopFinding } from './finding.js'
import { readDocuments, readStatus } from './service.js'
import { faultWords, say, switchLanguage, translatePage } from './words.js'

/** Between two looks at how far a learning is. */
const LEARNING_POLL_MS = 1000
const MOST_EXAMPLES = 5

const form = byId('form')
const input = byId('question')
const searchMode = byId('mode-search')

translatePage()
byId('language').textContent = say('otherLanguage')
byId('language').addEventListener('click', switchLanguage)
byId('stop').addEventListener('click', () => {
  stopAsking()
  input.focus()
})
byId('forget').addEventListener('click', () => {
  input.value = ''
  location.hash = ''
  input.focus()
})
for (const mode of [byId('mode-ask'), searchMode]) {
  mode.addEventListener('change', () => {
    showMode()
    const question = input.value.trim() || addressed().get('q')
    if (question) go(question)
  })
}
form.addEventListener('submit', (event) => {
  event.preventDefault()
  go(input.value, { again: true })
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
window.addEventListener('hashchange', () => showAddress())
showHeld().catch((error) => announce(faultWords(error), true))
showAddress({ isArrival: true })
// On a phone the keyboard would cover the page before it was seen.
if (location.hash === '' && matchMedia('(hover: hover)').matches) input.focus()

/** The address holds the question behind `#`, where it is never sent to a server or written to its log. */
function go(question, { organisation, about, again = false } = {}) {
  if (question.trim() === '') {
    input.focus()
    return
  }
  const asked = new URLSearchParams({
    q: question.trim(),
    ...(searchMode.checked && { mode: 'search' }),
    ...(organisation && { organisation }),
    ...(about && { name: about.name, document: about.documentId }),
  })
  if (`#${asked}` === location.hash) showAddress({ again })
  else location.hash = asked
}

function addressed() {
  return new URLSearchParams(location.hash.slice(1))
}

/** `isArrival`: the page was just opened, so the question is no follow-up. */
function showAddress({ again = false, isArrival = false } = {}) {
  keepAddress(location.hash)
  const asked = addressed()
  const question = asked.get('q')
  document.body.classList.toggle('is-fresh', question === null)
  document.body.classList.toggle('is-asked', question !== null)
  stopAsking()
  stopFinding()
  clearFound()
  document.title = question === null ? say('name') : `${question} · ${say('name')}`
  if (question !== null) searchMode.checked = asked.get('mode') === 'search'
  byId('mode-ask').checked = !searchMode.checked
  showMode()
  if (question === null) {
    forgetConversation()
    return
  }
  input.value = searchMode.checked ? question : ''
  if (searchMode.checked) {
    showFound(question, asked.get('organisation') ?? undefined, (text, organisation) =>
      go(text, { organisation }),
    )
    return
  }
  const documentId = asked.get('document')
  showAnswer(question, {
    again,
    isArrival,
    ...(documentId && { about: { name: asked.get('name') ?? '', documentId } }),
    askAbout: (text, about) => go(text, { about }),
  })
}

function showMode() {
  document.body.classList.toggle('searches', searchMode.checked)
  byId('submit').textContent = say(searchMode.checked ? 'search' : 'ask')
  const isFollowUp = !searchMode.checked && document.body.classList.contains('is-asked')
  input.placeholder = say(isFollowUp ? 'followUp' : 'placeholder')
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
    setTimeout(() => showHeld().catch((error) => announce(faultWords(error), true)), LEARNING_POLL_MS)
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
        element('button', { type: 'button', class: 'chip', onclick: () => go(question) }, question),
      ),
    )
  byId('example-list').replaceChildren(...items)
  byId('examples').hidden = items.length === 0
}
