import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { openEmbedder } from '../../src/embed/open.ts'
import { bundledSettings } from '../fixtures/bundled-model.ts'
import { describeEmbedder } from './contract.ts'
import { serveEmbeddings } from './embeddings-server.ts'

describeEmbedder(
  'createHashingEmbedder',
  async () => ({ embedder: createHashingEmbedder({ dimension: 384 }) }),
  100,
)

describeEmbedder('the bundled model', async () => ({ embedder: await openEmbedder(bundledSettings) }), 40)

describeEmbedder(
  'an endpoint',
  async () => {
    const server = await serveEmbeddings()
    const embedder = await openEmbedder({ ...bundledSettings, model: `${server.url}/v1#any` })
    return { embedder, release: server.close }
  },
  20,
)
