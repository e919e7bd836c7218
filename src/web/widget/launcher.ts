// What stands on the site's page? A button, and the panel it opens, in a tree of their own.
import { type Frame, openFrame } from './frame.ts'
import { makeSheet, readableOn } from './look.ts'
import type { WidgetSettings } from './settings.ts'
import { WORDS } from './words.ts'

const ELEMENT = 'wenbao-widget'

const SPEECH = 'M4 4h16v12H10l-5 4v-4H4zm4 4.5h8m-8 3h5'
const CROSS = 'M6 6l12 12M18 6L6 18'

/** Puts the launcher at the end of the page. The service hears of nobody until the panel is opened. */
export function putLauncher(settings: WidgetSettings): void {
  const words = WORDS[settings.language]
  const label = settings.label ?? words.label
  const host = document.createElement(ELEMENT)
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [makeSheet(settings.colour)]

  const root = make('div', {
    class: `root is-${settings.side}`,
    lang: settings.language === 'zh' ? 'zh-CN' : 'en',
  })
  const launcher = make('button', {
    class: 'launcher',
    type: 'button',
    'aria-expanded': 'false',
    'aria-controls': 'panel',
  })
  launcher.append(icon(SPEECH), label)
  const panel = make('section', {
    class: 'panel',
    id: 'panel',
    role: 'dialog',
    'aria-label': label,
    hidden: '',
  })
  const head = make('header')
  const title = make('span')
  title.textContent = label
  const closer = make('button', { class: 'close', type: 'button', 'aria-label': words.close })
  closer.append(icon(CROSS))
  head.append(title, closer)
  panel.append(head)
  root.append(panel, launcher)
  shadow.append(root)

  let frame: Frame | undefined
  const open = (takesFocus: boolean) => {
    panel.hidden = false
    root.classList.add('is-open')
    launcher.setAttribute('aria-expanded', 'true')
    if (takesFocus) closer.focus()
    if (frame === undefined || frame.hasFailed()) {
      frame?.remove()
      frame = openFrame(panel, settings, label, close)
    }
    frame.show(takesFocus)
  }
  function close(): void {
    panel.hidden = true
    root.classList.remove('is-open')
    launcher.setAttribute('aria-expanded', 'false')
    launcher.focus()
  }
  launcher.addEventListener('click', () => (panel.hidden ? open(true) : close()))
  closer.addEventListener('click', close)
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || panel.hidden) return
    // The site's own dialogs stay as they are.
    event.stopPropagation()
    close()
  })

  document.body.append(host)
  root.style.setProperty('--on-colour', readableOn(getComputedStyle(launcher).backgroundColor))
  if (settings.isOpen) open(false)
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

/** Node by node: a site may forbid HTML from text (Trusted Types). */
function icon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  const attributes = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2' }
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value)
  for (const [key, value] of Object.entries({
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(key, value)
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
