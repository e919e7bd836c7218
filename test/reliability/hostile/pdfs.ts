// Which PDF files eat their reader? Streams, rings and counts that don't end.
import { deflateSync } from 'node:zlib'
import { pdfOf, setParagraph } from '../../fixtures/made-pdf.ts'
import { FIRST, type HostileFile, LAST, learnt, noise, refused } from './hostile-file.ts'

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>'
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const UNREADABLE = /damaged|no PDF|has no text|password|given up|more than/

/** @param objects from 1 on @param trailer further entries of it */
function rawPdf(objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array {
  const pieces: Uint8Array[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let at = 9
  const add = (bytes: Uint8Array) => {
    pieces.push(bytes)
    at += bytes.length
  }
  for (const [i, content] of objects.entries()) {
    offsets.push(at)
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(content), Buffer.from('\nendobj\n')]))
  }
  const start = at
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(pieces)
}

function stream(content: Uint8Array | string, entries = ''): Uint8Array {
  const packed = deflateSync(content)
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${entries} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}

const onePage = (content: Uint8Array, further: readonly (string | Uint8Array)[] = [], trailer = '') =>
  rawPdf([CATALOG, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', PAGE, content, FONT, ...further], trailer)

const pages = (...objects: readonly string[]) => rawPdf([CATALOG, ...objects])
const WELL = () =>
  pdfOf({ pages: [[...setParagraph(FIRST, column(100)), ...setParagraph(LAST, column(150))]] })
const column = (y: number) => ({ x: 60, y, characters: 44 })

export const PDFS: readonly HostileFile[] = [
  refused(
    'a stream of 100 MB',
    'stream.pdf',
    () => onePage(stream(Buffer.alloc(100 * 1024 * 1024, 'q Q '))),
    UNREADABLE,
  ),
  refused(
    'a stream in a stream in a stream',
    'packed.pdf',
    () => {
      const inner = deflateSync(deflateSync(Buffer.alloc(200 * 1024 * 1024, 'q Q ')))
      const packed = deflateSync(inner)
      const head = `<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode /FlateDecode] >>\nstream\n`
      return onePage(Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]))
    },
    UNREADABLE,
  ),
  refused(
    'a page tree that holds itself',
    'ring.pdf',
    () => pages('<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
    UNREADABLE,
  ),
  refused(
    'two page trees that hold each other',
    'rings.pdf',
    () =>
      pages(
        '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 4 >>',
        '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>',
      ),
    UNREADABLE,
  ),
  refused(
    'a billion pages, as it says',
    'count.pdf',
    () => pages('<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', PAGE),
    UNREADABLE,
  ),
  refused('three thousand pages', 'pages.pdf', () => pdfOf({ pages: Array(3000).fill([]) }), /limit of 2000/),
  refused(
    'a list of objects that refers to itself',
    'previous.pdf',
    () => onePage(stream('BT ET'), [], '/Prev 9 /XRefStm 9'),
    UNREADABLE,
  ),
  refused('a file that ends in the middle', 'cut.pdf', () => WELL().slice(0, 700), UNREADABLE),
  refused('a head and then nothing', 'head.pdf', () => '%PDF-1.7\n', UNREADABLE),
  refused(
    'a head and then noise',
    'noise.pdf',
    () => Buffer.concat([Buffer.from('%PDF-1.7\n'), noise(200_000)]),
    UNREADABLE,
  ),
  refused('no byte', 'empty.pdf', () => '', /empty \(0 bytes\)/),
  refused(
    'a password',
    'password.pdf',
    () =>
      onePage(
        stream('BT /F1 12 Tf (secret) Tj ET'),
        ['null', `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`],
        `/Encrypt 7 0 R /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]`,
      ),
    /password/,
  ),
  refused(
    'a picture of ten billion points and no text',
    'picture.pdf',
    () =>
      onePage(stream('q 595 0 0 842 0 0 cm /X Do Q'), [
        stream(
          noise(1000),
          '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
        ),
      ]),
    UNREADABLE,
  ),
  refused(
    'a form that draws itself',
    'form.pdf',
    () =>
      onePage(stream('/X Do'), [
        stream(
          '/X Do /X Do',
          '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 6 0 R >> >>',
        ),
      ]),
    UNREADABLE,
  ),
  refused(
    'lists a million deep',
    'deep.pdf',
    () => onePage(stream(`BT /F1 12 Tf ${'['.repeat(1_000_000)} TJ ET`)),
    UNREADABLE,
  ),
  refused(
    'ten million drawings of one letter each',
    'letters.pdf',
    () => onePage(stream(`BT /F1 1 Tf ${'(a) Tj 1 0 Td '.repeat(3_000_000)} ET`)),
    UNREADABLE,
  ),
  refused('a scan without text', 'scan.pdf', () => pdfOf({ pages: [[]] }), /has no text/),
  refused('a document called a PDF', 'word.pdf', () => 'PK\u0003\u0004 no PDF at all', UNREADABLE),
  learnt('bookmarks and more behind its end', 'tail.pdf', () =>
    Buffer.concat([
      pdfOf({
        pages: [[...setParagraph(FIRST, column(100)), ...setParagraph(LAST, column(150))]],
        bookmarks: Array.from({ length: 2000 }, (_, i) => `书签${i}`),
      }),
      noise(1000),
    ]),
  ),
]
