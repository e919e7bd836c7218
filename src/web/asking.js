// Asks for answers and shows them as they are written, the newest question on top.
import { proofNodes, refusalNodes, textNodes } from './answer-view.js'
import { historyOf, keepTurns, keptTurns } from './conversation.js'
import { byId, element } from './elements.js'
import { ask } from './service.js'
import { faultWords, say } from './words.js'

let turns = keptTurns()
let running

/**
 * Shows the conversation up to a question and asks it, unless it is answered there already.
 *
 * @param {{ again?: boolean, isArrival?: boolean, about?: { name: string, documentId: string }, askAbout: (question: string, about: object) => void }} options
 *   `again` asks even what was answered; at an arrival a question that wasn't begins a new conversation
 */
export function showAnswer(question, { about, again = false, isArrival = false, askAbout }) {
  stopAsking()
  const known = turns.findLastIndex(
    (turn) => turn.question === question && turn.about?.documentId === about?.documentId,
  )
  const isKnown = known !== -1 && !again
  if (isKnown) turns = turns.slice(0, known + 1)
  else if (isArrival) turns = []
  byId('answers').replaceChildren(...turns.map((turn) => finishedTurn(turn, askAbout)).reverse())
  showHistory()
  if (isKnown) return
  const view = turnView(question, about)
  byId('answers').prepend(view.article)
  return run({ question, ...(about && { about }) }, view, askAbout)
}

export function stopAsking() {
  running?.abort()
}

export function forgetConversation() {
  stopAsking()
  turns = []
  keepTurns(turns)
  byId('answers').replaceChildren()
  showHistory()
}

async function run(turn, view, askAbout) {
  const mine = new AbortController()
  running = mine
  document.body.classList.add('is-asking')
  let text = ''
  const claims = []
  const write = () => view.text.replaceChildren(...textNodes(text, claims))
  view.say(say('searching'))
  try {
    const { question, about } = turn
    const history = historyOf(turns)
    const request = {
      question,
      ...(history.length > 0 && { history }),
      ...(about && { filters: { documents: [about.documentId] } }),
    }
    for await (const { event, data } of ask(request, mine.signal)) {
      if (event === 'sources') view.say(say('answering', data.passages.length))
      else if (event === 'delta') text += data.text
      else if (event === 'claim') claims.push(data.claim)
      else if (event === 'done') {
        const finished = { ...turn, answer: data.answer }
        turns.push(finished)
        keepTurns(turns)
        showHistory()
        view.finish(finished, askAbout)
        return
      }
      write()
    }
  } catch (error) {
    const isStopped = error.name === 'AbortError'
    view.say(isStopped ? say('stopped') : faultWords(error), !isStopped)
  } finally {
    view.article.removeAttribute('aria-busy')
    if (running === mine) {
      running = undefined
      document.body.classList.remove('is-asking')
    }
  }
}

function finishedTurn(turn, askAbout) {
  const view = turnView(turn.question, turn.about)
  view.finish(turn, askAbout)
  return view.article
}

/** A question with room for its answer; busy until it is finished, so that it is read aloud once and whole. */
function turnView(question, about) {
  const text = element('div', { class: 'answer-text', lang: 'zh-CN' })
  const said = element('p', { class: 'said', role: 'status' })
  const rest = element('div', { class: 'answer-rest' })
  const head = about ? element('span', { class: 'section' }, about.name) : undefined
  const article = element(
    'article',
    { class: 'turn', 'aria-busy': 'true' },
    element('h2', { class: 'asked' }, question, head),
    text,
    said,
    rest,
  )
  return {
    article,
    text,
    say(words, isFault = false) {
      said.textContent = words
      said.classList.toggle('is-fault', isFault)
    },
    finish({ answer }, askAbout) {
      said.remove()
      if (answer.kind === 'answered') {
        text.replaceChildren(...textNodes(answer.text, answer.claims))
        rest.replaceChildren(...proofNodes(answer))
      } else {
        text.remove()
        rest.replaceChildren(...refusalNodes(answer, (choice) => askAbout(question, choice)))
      }
      article.removeAttribute('aria-busy')
    },
  }
}

/** How many earlier questions the next one may lean on. */
function showHistory() {
  byId('history').hidden = turns.length === 0
  byId('history-text').textContent = say('history', turns.length)
}
