// Which pieces of text does a page hold, and where? As it is shown: turned pages upright, text across the page left out.
import type { PDFPageProxy } from 'pdfjs-dist'
import { isHan } from '../../../text/unicode.ts'
import { meantCharacters } from './characters.ts'
import type { FaceNames } from './face-names.ts'
import type { Fragment } from './segment.ts'

/** Points; smaller type can't be read and is there for machines. */
const MIN_SIZE = 2

/** More pieces than any page has characters to read. */
const MAX_FRAGMENTS = 200_000

export async function fragmentsOf(
  page: PDFPageProxy,
  faces: FaceNames,
): Promise<{ fragments: Fragment[]; height: number }> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  await faces.learn(
    page,
    content.items.flatMap((item) => ('fontName' in item && isHan(item.str[0]) ? [item.fontName] : [])),
  )
  const fragments: Fragment[] = []
  for (const item of content.items.slice(0, MAX_FRAGMENTS)) {
    if (!('str' in item) || item.str === '') continue
    const [a, b, , , x, y] = product(transform, item.transform)
    const size = Math.hypot(a, b)
    // A watermark stands aslant.
    if (size < MIN_SIZE || a <= 0 || Math.abs(b) > 0.1 * size) continue
    if (x > width || x + item.width < 0 || y < 0 || y > height) continue
    const text = meantCharacters(item.str)
    fragments.push({ text, left: x, right: x + item.width, y, size, font: faces.of(item.fontName) })
  }
  return { fragments, height }
}

type Matrix = readonly [number, number, number, number, number, number]

/** First `inner`, then `outer`; y of the result runs down the page, so a text that stands upright has b = 0. */
function product(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
