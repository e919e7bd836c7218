// In which face is a text set? PDF.js tells the name of a font only once it has prepared a page for drawing.
import type { PDFPageProxy } from 'pdfjs-dist'

/** Pages that are prepared for this alone: a file's fonts are met on its first pages. */
const MAX_PREPARED = 8

/** Programs put six letters before the name of each part of a font. */
const SUBSET = /^[A-Z]{6}\+/

export class FaceNames {
  readonly #names = new Map<string, string>()
  #prepared = 0

  /** Makes sure that the names of these fonts of a page are known, as far as that is cheap. */
  async learn(page: PDFPageProxy, fonts: readonly string[]): Promise<void> {
    const unknown = [...new Set(fonts)].filter((font) => !this.#names.has(font))
    if (unknown.length === 0 || this.#prepared >= MAX_PREPARED) return
    this.#prepared += 1
    await page.getOperatorList()
    for (const font of unknown) {
      const name: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font)?.name : undefined
      this.#names.set(font, typeof name === 'string' ? name.replace(SUBSET, '') : '')
    }
  }

  /** Empty when it isn't known. */
  of(font: string): string {
    return this.#names.get(font) ?? ''
  }
}
