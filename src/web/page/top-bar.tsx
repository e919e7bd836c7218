// What stands on top of every page? The name, what the page adds, how it looks, and its language.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { chooseTheme, chosenTheme, themeAfter } from '../look/theme.ts'
import { say, switchLanguage } from '../words/say.ts'

export function TopBar({ children }: { readonly children?: ComponentChildren }) {
  const [theme, setTheme] = useState(chosenTheme)
  const themeWords = `${say('theme')}: ${say(`theme-${theme}`)}`
  return (
    <header class="top">
      <a class="brand" href="/">
        <span class="seal" aria-hidden="true">
          问
        </span>
        <span>{say('name')}</span>
      </a>
      {children}
      <span class="top-end">
        <button
          type="button"
          class={`quiet-button theme-button is-${theme}`}
          aria-label={themeWords}
          title={themeWords}
          onClick={() => {
            const next = themeAfter(theme)
            chooseTheme(next)
            setTheme(next)
          }}
        />
        <button
          type="button"
          class="quiet-button"
          lang={document.documentElement.lang === 'en' ? 'zh-CN' : 'en'}
          onClick={switchLanguage}
        >
          {say('otherLanguage')}
        </button>
        <a class="quiet-button is-wide" href="/docs">
          {say('interface')}
        </a>
      </span>
    </header>
  )
}
