import { describe, expect, it } from 'vitest'
import type { EmbedTextsOptions } from '../../../src/embed/embed-texts.ts'
import { createApp } from '../../../src/server/app.ts'
import { embeddingList } from '../../../src/server/openai/embedding-schemas.ts'
import { openAiError } from '../../../src/server/openai/errors.ts'
import { fakeParts } from '../../fixtures/fake-service.ts'

function post(body: object, parts = fakeParts()): Promise<Response> {
  return Promise.resolve(
    createApp(parts).request('/v1/embeddings', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'wenbao-embedding', input: '门诊量', ...body }),
    }),
  )
}

const VECTOR = [...Float32Array.of(0.6, 0, 0.8)]

describe('POST /v1/embeddings', () => {
  it('gives a vector a text, in order, as numbers unless told otherwise', async () => {
    const reply = embeddingList.parse(await (await post({ input: ['门诊量', 'a'] })).json())
    expect(reply).toEqual({
      object: 'list',
      model: 'fake',
      data: [0, 1].map((index) => ({ object: 'embedding', index, embedding: VECTOR })),
      usage: { prompt_tokens: 4, total_tokens: 4 },
    })
  })

  it('gives base64 of little-endian float32', async () => {
    const { data } = embeddingList.parse(await (await post({ encoding_format: 'base64' })).json())
    const bytes = Buffer.from(String(data[0]?.embedding), 'base64')
    expect([0, 4, 8].map((at) => bytes.readFloatLE(at))).toEqual(VECTOR)
    expect(bytes).toHaveLength(12)
  })

  it('takes the model by its own name, and as many dimensions as it has', async () => {
    expect((await post({ model: 'fake', dimensions: 3, user: 'x' })).status).toBe(200)
  })

  it('tells questions from passages', async () => {
    const { service } = fakeParts()
    const asked: (EmbedTextsOptions['as'] | undefined)[] = []
    const parts = fakeParts({
      embed(texts, options) {
        if (texts.length > 0) asked.push(options?.as)
        return service.embed(texts, options)
      },
    })
    await post({}, parts)
    await post({ input_type: 'query' }, parts)
    expect(asked).toEqual(['passage', 'query'])
  })

  it.each([
    ['an empty text', { input: '' }, 'input'],
    ['no text', { input: [] }, 'input'],
    ['an empty text among others', { input: ['a', ''] }, 'input.1'],
    ['tokens', { input: [1, 2] }, 'input'],
    ['2,049 texts', { input: Array(2049).fill('a') }, 'input'],
    ['a text beyond all measure', { input: 'x'.repeat(32_769) }, 'input'],
    ['half a character', { input: 'a\ud83d' }, 'input'],
    ['other dimensions', { dimensions: 2 }, 'dimensions'],
    ['another encoding', { encoding_format: 'int8' }, 'encoding_format'],
  ])('refuses %s, naming the field', async (_, change, param) => {
    const response = await post(change)
    const { error } = openAiError.parse(await response.json())
    expect([response.status, error.type, error.param]).toEqual([400, 'invalid_request_error', param])
  })

  it('refuses a chat model', async () => {
    const response = await post({ model: 'wenbao' })
    expect(openAiError.parse(await response.json())).toEqual({
      error: {
        message: 'Expected the model wenbao-embedding or fake, got "wenbao".',
        type: 'invalid_request_error',
        param: 'model',
        code: 'model_not_found',
      },
    })
  })
})

describe('GET /v1/models', () => {
  it('lists every name, and tells each on its own, the embedder’s too', async () => {
    const app = createApp(fakeParts())
    const { data } = (await (await app.request('/v1/models')).json()) as { data: { id: string }[] }
    expect(data.map(({ id }) => id)).toEqual(['wenbao', 'wenbao-raw', 'wenbao-embedding'])
    for (const id of [...data.map((model) => model.id), 'fake']) {
      expect(await (await app.request(`/v1/models/${id}`)).json()).toEqual({
        id,
        object: 'model',
        created: 1_767_225_600,
        owned_by: 'wenbao',
      })
    }
  })
})
