// A language model that says one sentence, a piece every few milliseconds; counts whom it is talking to.
import { createServer } from 'node:http'

const PIECES = ['全年', '接待', '读者', '四十万', '人次', '[1]', '。']
const PIECE_MS = 30

export async function startChatModel() {
  let open = 0
  const server = createServer((request, response) => {
    open += 1
    response.once('close', () => {
      open -= 1
    })
    request.resume()
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    let said = 0
    const saying = setInterval(() => {
      if (said === PIECES.length || response.destroyed) {
        clearInterval(saying)
        response.end('data: [DONE]\n\n')
        return
      }
      const delta = { content: PIECES[said++] }
      response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta }] })}\n\n`)
    }, PIECE_MS)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}/v1`,
    open: () => open,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
