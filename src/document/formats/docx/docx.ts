// DOCX: paragraphs with their numbers and outline levels, tables, footnotes; what the file hides stays hidden.
import type { FormatText } from '../format.ts'
import { settleDepths } from '../heading-depths.ts'
import { type OfficeFile, openOffice, targetOf } from '../office.ts'
import { writeParts } from '../parts.ts'
import { BodyHandler, type BodyParts } from './body.ts'
import { readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'

/** @throws UnreadableFile */
export async function readDocx(bytes: Uint8Array): Promise<FormatText> {
  const file = await openOffice(bytes, '.docx')
  const relations = await file.relationsOf(file.main)
  const styles = await readStyles(file, targetOf(relations, 'styles'))
  const numbering = await readNumbering(
    file,
    targetOf(relations, 'numbering'),
    (styleId) => styles.get(styleId)?.listId,
  )
  const known: BodyParts = { styles, numbering, noteText: () => undefined }
  const notes = new Map([
    ...(await readNotes(file, 'footnote', targetOf(relations, 'footnotes'), known)),
    ...(await readNotes(file, 'endnote', targetOf(relations, 'endnotes'), known)),
  ])
  const body = new BodyHandler({ ...known, noteText: (key) => notes.get(key) })
  await file.readPart(file.main, body)
  const { hiddenCharacters } = body
  return writeParts({
    parts: settleDepths(body.parts),
    encoding: { name: 'docx', decidedBy: 'format', damagedCharacters: 0 },
    warnings:
      hiddenCharacters === 0
        ? []
        : [
            {
              code: 'hidden-text',
              message: `${hiddenCharacters} characters that the file hides were left out.`,
            },
          ],
  })
}

/** Texts by kind and id: `footnote 2`. */
async function readNotes(
  file: OfficeFile,
  kind: 'footnote' | 'endnote',
  path: string | undefined,
  known: BodyParts,
): Promise<Map<string, string>> {
  const notes = new Map<string, string>()
  const open: { id: string; body: BodyHandler }[] = []
  await file.readPart(path, {
    open(name, attributes) {
      // Separators have a type; they hold no text of the author.
      if (name === kind && attributes['type'] === undefined)
        open.push({ id: attributes['id'] ?? '', body: new BodyHandler(known) })
      else open.at(-1)?.body.open(name, attributes)
    },
    text: (text) => open.at(-1)?.body.text(text),
    close(name) {
      if (name !== kind) {
        open.at(-1)?.body.close(name)
        return
      }
      const note = open.pop()
      const texts = note?.body.parts.map((part) => ('text' in part ? part.text : '')) ?? []
      const text = texts.filter((one) => one !== '').join(' ')
      if (note !== undefined && text !== '') notes.set(`${kind} ${note.id}`, text)
    },
  })
  return notes
}
