// How are the pages built? Three entries, names that change with their content, and a limit on what a reader must load.
import { defineConfig } from 'vite'
import { limitScript } from './scripts/limit-script.mjs'

const page = (name: string) => new URL(`./src/web/${name}.html`, import.meta.url).pathname

/** What a reader on a slow line waits for before the first question can be asked. */
const MOST_SCRIPT_BYTES = 60 * 1024

export default defineConfig({
  root: new URL('./src/web', import.meta.url).pathname,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: new URL('./dist/web', import.meta.url).pathname,
    emptyOutDir: true,
    // Browsers of 2022 are what many offices and hospitals still have.
    target: ['chrome105', 'safari16', 'firefox110'],
    // The content policy allows no scripts or styles but files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { page: page('page'), reader: page('reader'), embed: page('embed') } },
  },
  plugins: [limitScript({ entries: ['page', 'reader', 'embed'], mostBytes: MOST_SCRIPT_BYTES })],
})
