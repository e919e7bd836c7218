// How is the widget's loader built? Into one small script without imports, since it runs on pages of others.
import { defineConfig } from 'vite'
import { limitScript } from './scripts/limit-script.mjs'

/** Sites load it with every page; the conversation itself comes only when it is opened. */
const MOST_SCRIPT_BYTES = 4 * 1024

export default defineConfig({
  build: {
    outDir: new URL('./dist/web', import.meta.url).pathname,
    // The pages were built there before.
    emptyOutDir: false,
    copyPublicDir: false,
    // Oldest that can share a style sheet with a tree of its own.
    target: ['chrome105', 'safari16.4', 'firefox110'],
    lib: {
      entry: { widget: new URL('./src/web/widget/loader.ts', import.meta.url).pathname },
      formats: ['iife'],
      name: 'wenbaoWidget',
      fileName: () => 'widget.js',
    },
  },
  plugins: [limitScript({ entries: ['widget'], mostBytes: MOST_SCRIPT_BYTES })],
})
