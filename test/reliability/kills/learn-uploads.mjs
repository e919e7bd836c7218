// Learns a folder and takes uploads, to be killed meanwhile: `node learn-uploads.mjs DIST REPORTS CHANGES.json INDEX`. The changes
// are made one after the other, the first before anything is learnt; each is told of when it is acknowledged.
import { readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [dist, reports, changesFile, index] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(join(dist, path)).href)
const { openParts } = await load('compose.js')
const { readConfig } = await load('config.js')
const { createHashingEmbedder } = await load('embed/hashing.js')

// Written at once: what waits in a stream would be lost with the process.
const say = (words) => writeSync(1, `${words}\n`)
say('begins')
const config = readConfig({ WENBAO_INDEX: index, WENBAO_CORPUS: reports }, process.cwd())
const parts = await openParts(config, { openModel: async () => createHashingEmbedder({ dimension: 32 }) })
const [first, ...others] = JSON.parse(readFileSync(changesFile, 'utf8'))
let acknowledged = 0

async function change({ add = {}, remove }) {
  const held = parts.uploads.list().find(({ name }) => name === remove)
  const files = Object.entries(add).map(([name, text]) => ({ name, bytes: Buffer.from(text) }))
  const { job } = held ? await parts.uploads.remove(held.documentId) : await parts.uploads.add(files)
  acknowledged += 1
  say(`acknowledged ${acknowledged}`)
  if (job !== undefined) for await (const _ of parts.uploads.followJob(job.id, new AbortController().signal));
}

await change(first)
await parts.prepare()
for (const other of others) await change(other)
await parts.close()
