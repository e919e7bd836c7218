// How is PDF.js set up to read text alone? No canvas, no eval, and the character maps that Chinese files need.
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { faultOf } from '../../../faults/fault.ts'
import { UnreadableFile } from '../unreadable-file.ts'

/** Names that PDF.js asks for while it loads; only drawing, which is never done here, would use them. */
const DRAWING_NAMES = ['DOMMatrix', 'Path2D', 'ImageData']

/** @throws UnreadableFile when the bytes are no PDF, or it is protected by a password */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  for (const name of DRAWING_NAMES) if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const loading = getDocument({
    // PDF.js takes the buffer over and empties it.
    data: Uint8Array.from(bytes),
    // Without these maps the text of Chinese fonts that aren't embedded is empty, and nothing says so.
    cMapUrl: join(folder, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts') + sep,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  try {
    return await loading.promise
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
    if (name === 'PasswordException') throw new UnreadableFile(faultOf('password'))
    throw new UnreadableFile(faultOf('damaged-pdf', { detail: message }), error)
  }
}
