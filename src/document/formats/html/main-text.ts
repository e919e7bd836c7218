// Which part of a page is its article? What remains without menus, lists of links and other surroundings.
import { isProse } from '../../shape.ts'
import type { Element, Node } from './tree.ts'

/** What pages put around the article, by the name of the element. */
const AROUND: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'form', 'menu', 'dialog'])

/** The same by role, class or id; only whole words, so that `article-header` stays. */
const AROUND_WORDS =
  /(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|sidebar|side|footer|foot|copyright|share|related|recommend|comments?|pagination|pager|advert|ads?|banner|toolbar|search)(?:$|[\s_-])/i

/** Share of the running text that the article holds of its surroundings. */
const MIN_SHARE = 0.85

/** Share of the characters in links from which on a block is a list of links. */
const MAX_LINKED = 0.5

/** Below this a block of links may be a reference in the text. */
const MIN_LINKS = 3

/**
 * The page without what surrounds the article. Of what is left, the element that says it is the main one, when it holds the
 * text; other short lines, such as day and source, stay for the rules to judge.
 */
export function mainElement(root: Element): Element {
  const proseOf = proseMeter()
  const cleaned = withoutSurroundings(root, proseOf)
  const mains = mainCandidates(cleaned)
  const whole = proseOf(cleaned)
  return mains.find((main) => holdsHeading(main) && proseOf(main) >= MIN_SHARE * whole) ?? cleaned
}

/** From the innermost outwards. */
function mainCandidates(element: Element): Element[] {
  const inside = element.children.flatMap((child) => (child.kind === 'text' ? [] : mainCandidates(child)))
  const isMain = /^(?:article|main)$/.test(element.name) || element.attributes['role'] === 'main'
  return isMain ? [...inside, element] : inside
}

function withoutSurroundings(element: Element, proseOf: ProseMeter): Element {
  const children = element.children.flatMap((node): Node[] => {
    if (node.kind === 'text') return [node]
    if (AROUND.has(node.name) && proseOf(node) === 0 && !holdsHeading(node)) return []
    if (node.name === 'nav' || node.name === 'footer') return []
    if (isAround(node, proseOf) || isLinkList(node, proseOf)) return []
    return [withoutSurroundings(node, proseOf)]
  })
  return { ...element, children }
}

/** A name alone doesn't do: some pages call the article's own box a sidebar. */
function isAround(element: Element, proseOf: ProseMeter): boolean {
  const { role = '', class: classes = '', id = '' } = element.attributes
  if (/^(?:navigation|banner|contentinfo|complementary|search)$/.test(role)) return true
  if (element.name === 'body' || element.name === 'article' || element.name === 'main') return false
  return AROUND_WORDS.test(`${classes.slice(0, 200)} ${id.slice(0, 200)}`) && proseOf(element) === 0
}

function isLinkList(element: Element, proseOf: ProseMeter): boolean {
  if (!/^(?:ul|ol|div|section|table|dl|p)$/.test(element.name)) return false
  const links = linksIn(element)
  if (links.count < MIN_LINKS) return false
  return links.characters > MAX_LINKED * textLength(element) && proseOf(element) === 0
}

function linksIn(element: Element): { count: number; characters: number } {
  if (element.name === 'a') return { count: 1, characters: textLength(element) }
  let count = 0
  let characters = 0
  for (const child of element.children) {
    if (child.kind === 'text') continue
    const inside = linksIn(child)
    count += inside.count
    characters += inside.characters
  }
  return { count, characters }
}

function textLength(element: Element): number {
  return element.children.reduce(
    (sum, child) => sum + (child.kind === 'text' ? child.text.trim().length : textLength(child)),
    0,
  )
}

/** Characters of running text in an element, links left out. */
type ProseMeter = (element: Element) => number

/** Measures each element once: it is asked for at every level above. */
function proseMeter(): ProseMeter {
  const known = new WeakMap<Element, number>()
  const proseOf: ProseMeter = (element) => {
    const before = known.get(element)
    if (before !== undefined) return before
    const sum = element.name === 'a' ? 0 : countProse(element, proseOf)
    known.set(element, sum)
    return sum
  }
  return proseOf
}

function countProse(element: Element, proseOf: ProseMeter): number {
  let sum = 0
  let line = ''
  const flush = () => {
    if (isProse(line.trim())) sum += line.trim().length
    line = ''
  }
  for (const child of element.children) {
    if (child.kind === 'text') line += child.text.replace(/\s+/g, ' ')
    else if (/^(?:span|b|strong|em|i|u|font|sup|sub|small|big)$/.test(child.name)) line += inlineText(child)
    else if (child.name !== 'a') {
      flush()
      sum += proseOf(child)
    }
  }
  flush()
  return sum
}

function inlineText(element: Element): string {
  return element.children
    .map((child) => (child.kind === 'text' ? child.text : child.name === 'a' ? '' : inlineText(child)))
    .join('')
    .replace(/\s+/g, ' ')
}

function holdsHeading(element: Element): boolean {
  return (
    /^h[1-6]$/.test(element.name) ||
    element.children.some((child) => child.kind === 'element' && holdsHeading(child))
  )
}
