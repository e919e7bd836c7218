// A site of others: its pages on another origin than the service, under the strictest policy that still lets the widget in.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HostPage {
  /** Under the name that is to be allowed. */
  readonly allowed: string
  /** The same pages under a name that is another origin. */
  readonly other: string
  /** @param tag all there is of scripts on its page */
  put(tag: string): void
  /** @param html whole, with a policy of its own */
  putPage(html: string): void
  close(): Promise<void>
}

/** A site that treats every button, frame and paragraph badly. */
const STYLE = `button, iframe, section, header, p { display: none !important; all: unset; color: lime !important }
html { font-size: 62.5% } h1 { font: 20px serif }`

/** @param serviceUrl undefined until the service runs, which wants to know of the site first */
export async function openHostPage(serviceUrl: () => string): Promise<HostPage> {
  let html: string | undefined
  let tag = ''
  const server = createServer((request, response) => {
    if (request.url === '/site.css') {
      response.setHeader('content-type', 'text/css').end(STYLE)
      return
    }
    if (request.url !== '/') {
      response.writeHead(204).end()
      return
    }
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (html !== undefined) {
      response.end(html)
      return
    }
    const service = serviceUrl()
    const policy = `default-src 'none'; script-src ${service}; frame-src ${service}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`
    response
      .setHeader('content-security-policy', policy)
      .end(
        `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>内网首页</title><link rel="stylesheet" href="/site.css">${tag}</head><body><main><h1>内网首页</h1><a href="#news">通知</a></main></body></html>`,
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a listening TCP server has one
  return {
    allowed: `http://localhost:${port}`,
    other: `http://127.0.0.1:${port}`,
    put(next) {
      tag = next
      html = undefined
    },
    putPage(next) {
      html = next
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}
