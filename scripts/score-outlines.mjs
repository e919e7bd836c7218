// Compares what is understood of reports with outlines made by hand.
//
//   node scripts/score-outlines.mjs REPORTS_DIR OUTLINES.json
//
// OUTLINES.json: [{file, title, organisation, date, sections: [{level, heading, inline, optional}], captions, boilerplate, joins}].
// Prints a row a file and exits 1 when a heading, caption, boilerplate line or join is missed, or a heading or caption is invented.
import { readFile } from 'node:fs/promises'
import { readDocumentFile } from '../dist/document/file.js'
import { outlineJson } from '../dist/document/outline-json.js'

const [folder, outlinesFile] = process.argv.slice(2)
if (folder === undefined || outlinesFile === undefined) {
  console.error('usage: node scripts/score-outlines.mjs REPORTS_DIR OUTLINES.json')
  process.exit(2)
}

const squeeze = (text) => text.normalize('NFKC').replace(/\s+/gu, '').replace(/^#+/u, '').replace(/。$/u, '')
const plural = {
  headings: 0,
  wantedHeadings: 0,
  falseHeadings: 0,
  captions: 0,
  wantedCaptions: 0,
  boilerplate: 0,
  wantedBoilerplate: 0,
  joins: 0,
  wantedJoins: 0,
}
const faults = []

for (const wanted of JSON.parse(await readFile(outlinesFile, 'utf8'))) {
  const document = await readDocumentFile(folder, wanted.file)
  const found = { ...outlineJson(document), source: document.source, editor: document.editor }
  const row = score(wanted, found)
  for (const [name, count] of Object.entries(row)) plural[name] += count
  console.log(
    `${wanted.file}  headings ${row.headings}/${row.wantedHeadings} (+${row.falseHeadings} false)  captions ${row.captions}/${row.wantedCaptions}` +
      `  boilerplate ${row.boilerplate}/${row.wantedBoilerplate}  joins ${row.joins}/${row.wantedJoins}`,
  )
}
console.log(JSON.stringify(plural))
for (const fault of faults) console.log(fault)
process.exitCode = faults.length > 0 ? 1 : 0

function score(wanted, found) {
  const report = (what) => faults.push(`${wanted.file}: ${what}`)
  const sections = wanted.sections.filter((section) => section.level > 1)
  const foundHeadings = found.sections
    .filter((section) => section.level > 1)
    .map((section) => squeeze(section.heading))
  const series = wanted.sections
    .filter((section) => section.level === 1)
    .map((section) => squeeze(section.heading))
  const needed = sections.filter((section) => !section.optional)
  const headings = needed.filter((section) => foundHeadings.includes(squeeze(section.heading)))
  for (const section of needed) if (!headings.includes(section)) report(`heading missed: ${section.heading}`)
  const known = new Set([...sections.map((section) => squeeze(section.heading)), ...series])
  const invented = foundHeadings.filter((heading) => !known.has(heading))
  for (const heading of invented) report(`heading invented: ${heading}`)
  const captions = matched(wanted.captions, found.captions, 'caption', report)
  const boilerplate = matched(wanted.boilerplate, found.boilerplate, 'boilerplate', report)
  const paragraphs = found.paragraphs.map(squeeze)
  const joins = wanted.joins.filter(([left, right]) => {
    const joined = paragraphs.some((paragraph) => paragraph.includes(squeeze(left) + squeeze(right)))
    if (!joined) report(`join missed: ${left}|${right}`)
    return joined
  })
  for (const field of ['title', 'organisation', 'date', 'source', 'editor']) {
    const want = wanted[field]
    if (
      want &&
      squeeze(found[field] ?? '') !== squeeze(want) &&
      !squeeze(want).startsWith(squeeze(found[field] ?? '—'))
    ) {
      report(`${field}: wanted ${want}, found ${found[field]}`)
    }
  }
  return {
    headings: headings.length,
    wantedHeadings: needed.length,
    falseHeadings: invented.length,
    captions,
    wantedCaptions: wanted.captions.length,
    boilerplate,
    wantedBoilerplate: wanted.boilerplate.length,
    joins: joins.length,
    wantedJoins: wanted.joins.length,
  }
}

function matched(wanted, found, name, report) {
  const bare = (text) => squeeze(text).replace(/^[▲△▼◆●■]/u, '')
  const foundTexts = found.map((item) => bare(item.text))
  const wantedTexts = wanted.map(bare)
  for (const text of wantedTexts) if (!foundTexts.includes(text)) report(`${name} missed: ${text}`)
  for (const text of foundTexts) if (!wantedTexts.includes(text)) report(`${name} invented: ${text}`)
  return wantedTexts.filter((text) => foundTexts.includes(text)).length
}
