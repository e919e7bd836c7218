// Keeps README's tables of settings as config.ts has them. Needs a build.
//
//   node scripts/settings-table.mjs            prints both tables
//   node scripts/settings-table.mjs --write    puts them between the markers
//   node scripts/settings-table.mjs --check    fails when a README says something else
import { readFileSync, writeFileSync } from 'node:fs'
import { settingsTable } from '../dist/config.js'

const START = '<!-- settings:start -->'
const END = '<!-- settings:end -->'
const READMES = [
  { file: 'README.md', language: 'en', head: ['setting', 'default', 'unit', 'effect'] },
  { file: 'README.zh-CN.md', language: 'zh', head: ['设置', '默认值', '单位', '作用'] },
]

const mode = process.argv[2]
const faults = []
for (const { file, language, head } of READMES) {
  const table = tableOf(head, settingsTable(language))
  if (mode !== '--check' && mode !== '--write') {
    console.log(`${file}\n\n${table}\n`)
    continue
  }
  const path = new URL(`../${file}`, import.meta.url)
  const before = readFileSync(path, 'utf8')
  const start = before.indexOf(START)
  const end = before.indexOf(END)
  if (start === -1 || end < start) {
    faults.push(`${file} lacks the markers ${START} and ${END}`)
    continue
  }
  const after = `${before.slice(0, start + START.length)}\n${table}\n${before.slice(end)}`
  if (after === before) continue
  if (mode === '--write') writeFileSync(path, after)
  else
    faults.push(
      `${file} tells other settings than config.ts: run \`node scripts/settings-table.mjs --write\``,
    )
}
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0

function tableOf(head, rows) {
  const cells = rows.map((row) => [`\`${row.name}\``, row.default, row.unit, row.effect])
  return [head, head.map(() => '---'), ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n')
}
