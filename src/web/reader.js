// The reader: one report in full, its outline beside it, the range of the address lit.
import { documentBlocks, outlineItems } from './document-text.js'
import { byId, element } from './elements.js'
import { readDocument } from './service.js'
import { say, sayError, translatePage } from './words.js'

/** Below this width the outline would push the text off the screen. */
const NARROW = '(max-width: 56rem)'

translatePage()
byId('back').addEventListener('click', (event) => {
  // Back to the results as they were, if that is where the reader came from.
  if (!document.referrer.startsWith(`${location.origin}/`) || history.length < 2) return
  event.preventDefault()
  history.back()
})
byId('outline-list').addEventListener('click', (event) => {
  const place = event.target.closest('a')?.dataset.place
  if (place === undefined) return
  // The address keeps the lit range, so that it can be passed on after leafing through.
  event.preventDefault()
  byId(`at-${place}`)?.scrollIntoView({ block: 'start' })
  if (matchMedia(NARROW).matches) byId('outline-fold').open = false
})
show().catch((error) => {
  byId('said').textContent = sayError(error.code) ?? error.message
  byId('said').classList.add('is-fault')
})

async function show() {
  const report = await readDocument(decodeURIComponent(location.pathname.split('/').pop()))
  document.title = `${report.title} · ${say('name')}`
  byId('outline-fold').open = !matchMedia(NARROW).matches
  const light = () => {
    const lit = litRange()
    byId('outline-list').replaceChildren(...outlineItems(report, lit))
    byId('text').replaceChildren(...headNodes(report), ...documentBlocks(report, lit))
    document.querySelector('mark.lit')?.scrollIntoView({ block: 'center' })
  }
  window.addEventListener('hashchange', light)
  light()
}

/** `#120-180` in the address; undefined when there is none. */
function litRange() {
  const match = /^#(\d+)-(\d+)$/.exec(location.hash)
  return match ? { start: Number(match[1]), end: Number(match[2]) } : undefined
}

function headNodes({ title, organisation, aliases, date, source, authors }) {
  const facts = [organisation, date, source, authors.join('、')].filter(Boolean)
  return [
    element('h1', { id: 'at-0' }, title),
    element('p', { class: 'facts' }, ...facts.map((fact) => element('span', {}, fact))),
    aliases.length > 0
      ? element('p', { class: 'aliases' }, say('alsoKnownAs', aliases.join('、')))
      : undefined,
  ].filter((node) => node !== undefined)
}
