// The reader: one report in full, its outline beside it, the range of the address lit.
import { keptAddress } from './conversation.js'
import { documentBlocks, outlineItems } from './document-text.js'
import { byId, element } from './elements.js'
import { readDocument, readRange } from './service.js'
import { faultWords, say, translatePage } from './words.js'

/** Below this width the outline would push the text off the screen. */
const NARROW = '(max-width: 56rem)'

translatePage()
byId('back').href = `/${keptAddress()}`
byId('outline-list').addEventListener('click', (event) => {
  const place = event.target.closest('a')?.dataset.place
  if (place === undefined) return
  // The address keeps the lit range, so that it can be passed on after leafing through.
  event.preventDefault()
  byId(`at-${place}`)?.scrollIntoView({ block: 'start' })
  if (matchMedia(NARROW).matches) byId('outline-fold').open = false
})
show().catch((error) => {
  byId('said').textContent = faultWords(error)
  byId('said').classList.add('is-fault')
})

async function show() {
  const report = await readDocument(decodeURIComponent(location.pathname.split('/').pop()))
  document.title = `${report.title} · ${say('name')}`
  byId('outline-fold').open = !matchMedia(NARROW).matches
  const light = async () => {
    const { range, changed } = await litRange(report.id)
    const notices = [report.formerId && say('replaced'), changed && say('changed')].filter(Boolean)
    byId('outline-list').replaceChildren(...outlineItems(report, range))
    byId('text').replaceChildren(
      ...notices.map((words) => element('p', { class: 'notice', role: 'status' }, words)),
      ...headNodes(report),
      ...documentBlocks(report, range),
    )
    document.querySelector('mark.lit')?.scrollIntoView({ block: 'center' })
  }
  window.addEventListener('hashchange', light)
  await light()
}

/** `#120-180`, offsets, or `#b-a-17bg-4pw`, the id of a cited range; nothing is lit for any other address. */
async function litRange(id) {
  const address = location.hash.slice(1)
  const offsets = /^(\d+)-(\d+)$/.exec(address)
  if (offsets) return { range: { start: Number(offsets[1]), end: Number(offsets[2]) }, changed: false }
  if (!/^[\da-z]+(?:-[\da-z]+){3}$/.test(address)) return { changed: false }
  // A report is worth reading even where a link into it is worth nothing.
  return readRange(id, address).catch(() => ({ changed: false }))
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
