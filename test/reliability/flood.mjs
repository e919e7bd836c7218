// Ten thousand clients at once: `node flood.mjs URL COUNT BODY` opens that many connections, asks on each, and prints what came as JSON.
// A process of its own, so that its limit on open files can be raised by the shell that starts it.
import { connect } from 'node:net'

const [url = '', count = '10000', body = '{}'] = process.argv.slice(2)
const { hostname, port } = new URL(url)
const request = [
  'POST /api/search HTTP/1.1',
  `Host: ${hostname}:${port}`,
  'Content-Type: application/json',
  `Content-Length: ${Buffer.byteLength(body)}`,
  'Connection: close',
  '',
  body,
].join('\r\n')

/** `refused`: closed or reset before an answer began; `unsaid`: a 503 that doesn't say when to come again. */
const counts = { answered: 0, wrong: 0, overloaded: 0, unsaid: 0, refused: 0, noDescriptor: 0 }
/** Beginnings of some that were wrong. */
const wrong = []
let open = 0
let mostOpen = 0

await Promise.all(Array.from({ length: Number(count) }, ask))
process.stdout.write(`${JSON.stringify({ ...counts, mostOpen, examples: wrong.slice(0, 3) })}\n`)

function ask() {
  return new Promise((resolve) => {
    let reply = ''
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      open += 1
      mostOpen = Math.max(mostOpen, open)
      socket.once('close', () => {
        open -= 1
      })
      socket.write(request)
    })
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      reply += text
    })
    socket.on('error', (error) => {
      if (error.code === 'EMFILE') counts.noDescriptor += 1
    })
    socket.once('close', () => {
      const kind = kindOf(reply)
      counts[kind] += 1
      if (kind === 'wrong') wrong.push(reply.slice(0, 1000))
      resolve()
    })
  })
}

function kindOf(reply) {
  if (reply === '') return 'refused'
  if (reply.startsWith('HTTP/1.1 503'))
    return /\r\nretry-after: \d+\r\n/i.test(reply) ? 'overloaded' : 'unsaid'
  const isRight = reply.startsWith('HTTP/1.1 200') && /"passages":\[\{/.test(reply)
  return isRight ? 'answered' : 'wrong'
}
