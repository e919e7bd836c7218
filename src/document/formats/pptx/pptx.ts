// PPTX: slide by slide, each under its title; hidden slides and the speaker's notes are left out.
import type { FormatText } from '../format.ts'
import { settleDepths } from '../heading-depths.ts'
import { type OfficeFile, openOffice } from '../office.ts'
import { type Part, writeParts } from '../parts.ts'
import { SlideHandler } from './slide.ts'

/** @throws UnreadableFile */
export async function readPptx(bytes: Uint8Array): Promise<FormatText> {
  const file = await openOffice(bytes, '.pptx')
  const relations = await file.relationsOf(file.main)
  const parts: Part[] = []
  let hidden = 0
  for (const [index, id] of (await slideIds(file)).entries()) {
    const slide = new SlideHandler()
    await file.readPart(relations.get(id)?.target, slide)
    if (slide.isHidden) hidden += 1
    else parts.push(...withoutRepeat(slide.parts(), parts).map((part) => ({ ...part, page: index + 1 })))
  }
  return writeParts({
    parts: settleDepths(parts),
    encoding: { name: 'pptx', decidedBy: 'format', damagedCharacters: 0 },
    warnings:
      hidden === 0
        ? []
        : [{ code: 'hidden-slides', message: `${hidden} slides that the file hides were left out.` }],
  })
}

/** Ids of relations in the order in which the slides are shown. */
async function slideIds(file: OfficeFile): Promise<string[]> {
  const ids: string[] = []
  await file.readPart(file.main, {
    open(name, attributes) {
      if (name === 'sldId' && attributes['r:id'] !== undefined) ids.push(attributes['r:id'])
    },
    close() {},
  })
  return ids
}

/** A subject that takes several slides has its title on each: they are one section. */
function withoutRepeat(slide: readonly Part[], before: readonly Part[]): readonly Part[] {
  const [title] = slide
  const last = before.findLast(({ kind }) => kind === 'heading')
  if (title?.kind !== 'heading' || last?.kind !== 'heading') return slide
  return plain(title.text) === plain(last.text) ? slide.slice(1) : slide
}

/** 工作成绩（续）, 工作成绩（2） are 工作成绩. */
function plain(title: string): string {
  return title
    .replace(/\s+/g, '')
    .replace(/[（(](?:续|續|\d{1,2}(?:[/／]\d{1,2})?|[一二三四五六七八九十])[）)]$/, '')
}
