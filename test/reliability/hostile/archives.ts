// Which archives lie about themselves? Sizes, names, nesting, and parts that aren't there.
import { deflateRawSync } from 'node:zlib'
import { archiveOf, docxOf, relationsOf, wordParagraph } from '../../fixtures/office-files.ts'
import { FIRST, type HostileFile, LAST, learnt, noise, refused } from './hostile-file.ts'
import { forgedZip } from './zip-writer.ts'

const BODY = wordParagraph(FIRST) + wordParagraph(LAST)
const MEGABYTE = 1024 * 1024
const DOCUMENT = `<w:document xmlns:w="w"><w:body>${BODY}</w:body></w:document>`
const RELATIONS = relationsOf([['officeDocument', 'word/document.xml']])

const named = (name: string) => () => archiveOf({ '_rels/.rels': RELATIONS, [name]: 'x' })

const half = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length / 2))

/** An archive in an archive, and so on: what is unpacked without end is gigabytes. */
function nested(depth: number): Uint8Array {
  let inner: Uint8Array = deflatable(MEGABYTE)
  for (let level = 0; level < depth; level++) {
    inner = archiveOf(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`${level}-${i}.zip`, inner])))
  }
  return inner
}

function deflatable(length: number): Uint8Array {
  return new Uint8Array(length).fill(0x30)
}

/** Paragraphs that differ enough not to look like a bomb, to just below the limit of what is unpacked. */
function variedBody(count: number): string {
  const paragraphs = Array.from({ length: count }, (_, i) => `<w:p><w:r><w:t>${i * 7919}</w:t></w:r></w:p>`)
  return paragraphs.join('')
}

export const ARCHIVES: readonly HostileFile[] = [
  refused(
    'a text run of 100 MB',
    'run.docx',
    () => docxOf({ body: wordParagraph('零'.repeat(33 * MEGABYTE)) }),
    /would unpack to \d+ times its size/,
  ),
  refused(
    '2.7 million equal paragraphs',
    'paragraphs.docx',
    () => docxOf({ body: '<w:p><w:r><w:t>a</w:t></w:r></w:p>'.repeat(2_700_000) }),
    /would unpack to \d+ times its size/,
  ),
  refused(
    '2 million paragraphs that differ',
    'varied.docx',
    () => docxOf({ body: variedBody(2_000_000) }),
    /it was given up|more than \d+ characters/,
  ),
  refused(
    'a part that declares 100 bytes and has 50 MB',
    'smaller.docx',
    () =>
      forgedZip([
        { name: '_rels/.rels', content: Buffer.from(RELATIONS) },
        { name: 'word/document.xml', content: deflatable(50 * MEGABYTE), declared: 100 },
      ]),
    /archive is damaged/,
  ),
  refused(
    'a part that declares 4 GB',
    'larger.docx',
    () =>
      forgedZip([
        { name: '_rels/.rels', content: Buffer.from(RELATIONS) },
        { name: 'word/document.xml', content: Buffer.from(DOCUMENT), declared: 0xffff_fffe },
      ]),
    /would unpack to more than the limit/,
  ),
  refused(
    'twelve parts of 10 MB each',
    'together.docx',
    () => {
      const part = new Uint8Array(10 * MEGABYTE).map((_, i) => (i * i) % 251)
      return archiveOf(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.xml`, part])))
    },
    /would unpack to (?:more than the limit|\d+ times its size)/,
  ),
  refused(
    'two thousand parts that are one and the same',
    'overlapping.docx',
    () => forgedZip([{ name: 'a.xml', content: deflatable(900_000) }], { repeated: 2000 }),
    /would unpack to more than the limit/,
  ),
  refused(
    'ten thousand parts',
    'parts.docx',
    () => archiveOf(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}.xml`, '']))),
    /10000 parts, more than the limit of 2000/,
  ),
  refused('archives in archives in archives', '42.docx', () => nested(5), /it is no \.docx file/),
  refused(
    'an archive where its text should be',
    'zip-as-text.docx',
    () => docxOf({ body: '', more: { 'word/document.xml': nested(1) } }),
    /no well-formed XML/,
  ),
  refused('a part named ../../etc/passwd', 'up.docx', named('../../etc/passwd'), /archive is damaged/),
  refused('a part with an absolute name', 'absolute.docx', named('/etc/passwd'), /archive is damaged/),
  refused('a part named after a drive', 'drive.docx', named('C:/boot.ini'), /archive is damaged/),
  refused('a part with backslashes', 'backslash.docx', named('word\\document.xml'), /archive is damaged/),
  refused('a part with NUL in its name', 'nul.docx', named('word/a\0.xml'), /forbidden name/),
  refused(
    'an encrypted part',
    'encrypted.docx',
    () => forgedZip([{ name: 'word/document.xml', content: Buffer.from(DOCUMENT), isEncrypted: true }]),
    /encrypted/,
  ),
  refused('a text that ends in the middle', 'cut.docx', () => half(docxOf({ body: BODY })), /damaged/),
  refused(
    'bytes that were changed in the middle',
    'changed.docx',
    () => {
      const content = Buffer.from(DOCUMENT)
      const damaged = deflateRawSync(content)
      damaged.fill(0xff, 20, 60)
      return forgedZip([
        { name: '_rels/.rels', content: Buffer.from(RELATIONS) },
        { name: 'word/document.xml', content, deflated: damaged },
      ])
    },
    /archive is damaged|no well-formed XML/,
  ),
  refused(
    'no text at all',
    'without-text.docx',
    () => archiveOf({ '_rels/.rels': RELATIONS }),
    /no \.docx file|has no|missing/,
  ),
  refused(
    'relations that lead out of the archive',
    'relations.docx',
    () => archiveOf({ '_rels/.rels': relationsOf([['officeDocument', '../../../etc/passwd']]) }),
    /no \.docx file|has no|missing/,
  ),
  learnt('no list of content types', 'types.docx', () =>
    archiveOf({ '_rels/.rels': RELATIONS, 'word/document.xml': DOCUMENT }),
  ),
  learnt('wrong content types', 'wrong-types.docx', () =>
    archiveOf({
      '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="image/png"/></Types>',
      '_rels/.rels': RELATIONS,
      'word/document.xml': DOCUMENT,
    }),
  ),
  learnt('a picture of 15 MB', 'picture.docx', () =>
    docxOf({ body: BODY, more: { 'word/media/image1.png': noise(15 * MEGABYTE) } }),
  ),
]
