// What does `<script src="https://…/widget.js" data-app="ID" async>` do? Puts one launcher on the page, however often it runs.
import { putLauncher } from './launcher.ts'
import { readSettings } from './settings.ts'

/** Of the page, so that a second copy of this script sees it as well. */
const IS_HERE = Symbol.for('wenbao-widget')

function start(): void {
  if (Reflect.get(window, IS_HERE) === true) return
  // Other scripts may add this one as a module or later on; then it is found by its name.
  const script = document.currentScript ?? document.querySelector('script[data-app][src*="/widget.js"]')
  if (!(script instanceof HTMLScriptElement))
    throw new Error('wenbao: expected a script tag with data-app, found none.')
  const settings = readSettings(script, {
    languages: document.documentElement.lang ? [document.documentElement.lang] : navigator.languages,
    isColour: (text) => CSS.supports('color', text),
  })
  Reflect.set(window, IS_HERE, true)
  if (document.readyState !== 'loading') putLauncher(settings)
  else document.addEventListener('DOMContentLoaded', () => putLauncher(settings), { once: true })
}

start()
