// The AI SDK over a real socket. Its openai-compatible provider reads the text alone; its openai provider makes sources of annotations.
import { createOpenAI } from '@ai-sdk/openai'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { APICallError, generateText, type LanguageModel, streamText } from 'ai'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runService } from '../../fixtures/running-service.ts'
import type { Served } from '../../fixtures/served.ts'

const prompt = '青屿县图书馆有多少藏书？'

describe('the AI SDK', () => {
  let running: Served
  let compatible: (model: string) => LanguageModel
  let openai: (model: string) => LanguageModel

  beforeAll(async () => {
    running = await runService()
    const baseURL = `${running.url}/v1`
    compatible = createOpenAICompatible({ name: 'wenbao', baseURL, includeUsage: true })
    openai = createOpenAI({ baseURL, apiKey: 'none' }).chat
  })
  afterAll(() => running.close())

  it('shows sources as part of the text to whom reads nothing else', async () => {
    const { text, sources, usage } = await generateText({ model: compatible('wenbao'), prompt })
    expect(text).toMatch(/九十万册.*\[1\]\n\n参考来源：\n\n- \[1\] \[.*\]\(http:\/\/127\.0\.0\.1:\d+\/d\//)
    expect(sources).toEqual([])
    const streamed = streamText({ model: compatible('wenbao'), prompt })
    expect(await streamed.text).toBe(text)
    expect((await streamed.usage).outputTokens).toBe(usage.outputTokens)
  })

  it('gets sources with title and address, whole and streamed', async () => {
    const { text, sources } = await generateText({ model: openai('wenbao-raw'), prompt })
    expect(text).toMatch(/九十万册.*\[1\]$/)
    const expected = [
      {
        type: 'source',
        sourceType: 'url',
        url: expect.stringMatching(new RegExp(`^${running.url}/d/[\\da-f]{16}#`)),
        title: '青屿县图书馆2024年工作总结 › 一、基本情况',
      },
    ]
    expect(sources).toMatchObject(expected)
    const streamed = streamText({ model: openai('wenbao-raw'), prompt })
    expect(await streamed.text).toBe(text)
    expect(await streamed.sources).toMatchObject(expected)
  })

  it('throws its own error, and says that trying again is no use', async () => {
    const error = await generateText({ model: compatible('gpt-9'), prompt }).catch(
      (thrown: unknown) => thrown,
    )
    expect(APICallError.isInstance(error) && [error.statusCode, error.isRetryable, error.message]).toEqual([
      404,
      false,
      'Expected the model wenbao or wenbao-raw, got "gpt-9".',
    ])
  })
})
