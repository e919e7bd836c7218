// Does a name in a text bear the post that is asked for?
import type { Range } from '../../text/range.ts'
import { isPost, type Post, postOf } from '../question/post-asked.ts'

/** Characters between a post and its bearer: 院长、党委副书记周明. */
const NEARBY = 12
/** What follows the name of somebody who gets or holds a post: 任命周明为图书馆馆长, 馆长由周明担任. */
const HOLDS =
  /^(?:同志)?(?:(?:被|经)?(?:任命|选举|推选|选|聘任?))?(?:为|任|担任|出任|当选为?|兼任?|现任|接任|继任|升任|就任|主持)/u
/** The same of who held it: 免去周明的馆长职务. */
const HELD = /^(?:同志)?的?/u
const DISMISSED = /免去?(?:了)?$/u

/**
 * The post stands beside the name, and not as part of another one: 院长周明 but not 副院长周明, 院长办公会.
 *
 * @param text folded, see verify/fold.ts
 * @param role as of `roleAsked`
 */
export function bears(text: string, { start, end }: Range, role: string): boolean {
  const post = postOf(role)
  const isDismissed = DISMISSED.test(text.slice(Math.max(0, start - NEARBY), start))
  if (isDismissed && !post.isFormer) return false
  const at = text.slice(0, start).lastIndexOf(post.title)
  const between = text.slice(at + post.title.length, start)
  const isNear = at >= 0 && start - at <= NEARBY && !/[,。;]/u.test(between)
  if (isNear && isPost(post, text.slice(0, at))) return true
  // 党委副 before 书记 is no name.
  if (text[end - 1] === '副') return false
  const after = text.slice(end, end + 2 * NEARBY)
  return (
    (after.startsWith(post.title) ? isPost(post, '') : after.startsWith(role)) ||
    follows(after, HOLDS, post) ||
    (isDismissed && follows(after, HELD, post))
  )
}

/** @param after what stands behind the name */
function follows(after: string, verbs: RegExp, post: Post): boolean {
  const [verb] = verbs.exec(after) ?? []
  if (verb === undefined) return false
  const [clause = ''] = after.slice(verb.length).split(/[,。;]/u)
  const at = clause.indexOf(post.title)
  return at >= 0 && at <= NEARBY && isPost(post, clause.slice(0, at))
}
