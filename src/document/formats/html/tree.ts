// What is the tree of an HTML page? Read with bounds, without what a reader doesn't see.
import { Parser } from 'htmlparser2'
import { faultOf } from '../../../faults/fault.ts'
import { UnreadableFile } from '../unreadable-file.ts'

export interface Element {
  readonly kind: 'element'
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
}

export interface Text {
  readonly kind: 'text'
  text: string
}

export type Node = Element | Text

/** Pages of tables in tables nest some dozens deep. */
const MAX_DEPTH = 512

const MAX_ELEMENTS = 500_000

/** Their content is for machines, or isn't the page's own. */
const DROPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'canvas',
  'video',
  'audio',
  'select',
  'button',
  'textarea',
])

const HIDDEN_STYLE =
  /(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0)/i

export interface Page {
  readonly root: Element
  /** Of the `meta` elements, by lower-case name or property. */
  readonly metas: ReadonlyMap<string, string>
  /** What the browser shows in its title bar. */
  readonly title: string
  readonly hiddenCharacters: number
}

/** @throws UnreadableFile */
export function readTree(html: string): Page {
  const root: Element = { kind: 'element', name: 'body', attributes: {}, children: [] }
  const stack: Element[] = [root]
  const metas = new Map<string, string>()
  let elements = 0
  /** Open elements since one that is dropped or hidden, itself included. */
  let unseen = 0
  let isHidden = false
  let hiddenCharacters = 0
  let title = ''
  let isTitle = false
  let depth = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        elements += 1
        if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) {
          throw new UnreadableFile(
            depth > MAX_DEPTH
              ? faultOf('too-deep', { most: MAX_DEPTH })
              : faultOf('too-many-elements', { most: MAX_ELEMENTS }),
          )
        }
        if (unseen > 0) {
          unseen += 1
          return
        }
        if (name === 'meta') {
          const key = attributes['name'] ?? attributes['property'] ?? attributes['itemprop']
          if (key !== undefined) metas.set(key.toLowerCase(), attributes['content'] ?? '')
        } else if (name === 'title') isTitle = title === ''
        const hidden = isHiddenElement(attributes)
        if (DROPPED.has(name) || hidden) {
          unseen = 1
          isHidden = hidden
          return
        }
        const element: Element = { kind: 'element', name, attributes, children: [] }
        stack.at(-1)?.children.push(element)
        stack.push(element)
      },
      ontext(text) {
        if (unseen > 0) {
          if (isHidden) hiddenCharacters += text.replace(/\s/g, '').length
          return
        }
        if (isTitle) {
          title += text
          return
        }
        const last = stack.at(-1)?.children.at(-1)
        if (last?.kind === 'text') last.text += text
        else stack.at(-1)?.children.push({ kind: 'text', text })
      },
      onclosetag(name) {
        depth -= 1
        if (name === 'title') isTitle = false
        if (unseen > 0) unseen -= 1
        else if (stack.length > 1) stack.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  return { root, metas, title: title.trim(), hiddenCharacters }
}

function isHiddenElement(attributes: Readonly<Record<string, string>>): boolean {
  return (
    attributes['hidden'] !== undefined ||
    attributes['aria-hidden'] === 'true' ||
    HIDDEN_STYLE.test((attributes['style'] ?? '').slice(0, 1000))
  )
}
