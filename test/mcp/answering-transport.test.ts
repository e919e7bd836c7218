import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { isJSONRPCNotification } from '@modelcontextprotocol/client'
import { describe, expect, it } from 'vitest'
import { AnsweringTransport } from '../../src/mcp/answering-transport.ts'

const ping = (id: number) => `${JSON.stringify({ jsonrpc: '2.0', id, method: 'ping' })}\n`
const answerTo = (id: number) => ({ jsonrpc: '2.0', id, result: {} }) as const

/** A transport that has started, its two ends, and the ids it has delivered. */
async function started() {
  const input = new PassThrough()
  const output = new PassThrough()
  const transport = new AnsweringTransport(input, output)
  const heard: unknown[] = []
  let isClosed = false
  transport.onmessage = (message) => heard.push(isJSONRPCNotification(message) ? message.method : message.id)
  transport.onclose = () => {
    isClosed = true
  }
  await transport.start()
  return { input, output, transport, heard, isClosed: () => isClosed }
}

describe('AnsweringTransport', () => {
  it('closes once the last request is answered when the input ended before', async () => {
    const { input, output, transport, heard, isClosed } = await started()
    input.end(ping(1) + ping(2))
    await new Promise((resolve) => input.once('close', resolve))
    expect(heard).toEqual([1, 2])
    await transport.send(answerTo(2))
    expect(isClosed()).toBe(false)
    await transport.send(answerTo(1))
    await transport.closed
    output.end()
    expect(
      (await text(output))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual([2, 1])
  })

  it('waits for no answer to a request that was called off', async () => {
    const { input, transport, heard } = await started()
    const off = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } }
    input.end(`${ping(1)}${JSON.stringify(off)}\n`)
    await transport.closed
    expect(heard).toEqual([1, 'notifications/cancelled'])
  })

  it('closes at once when nothing was asked, or when it is told to', async () => {
    const idle = await started()
    idle.input.end('no JSON\n')
    await idle.transport.closed
    const busy = await started()
    busy.input.write(ping(1))
    await busy.transport.close()
    await busy.transport.closed
    expect(busy.isClosed()).toBe(true)
  })
})
