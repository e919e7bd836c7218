// Whose name does a question ask for? The post that it names, with all that tells it from others.
import { englishWordsOf } from '../../search/english-phrases.ts'

export interface Post {
  /** No longer in office: 原院长. */
  readonly isFormer: boolean
  /** The 编目部 of 编目部主任. */
  readonly department?: string
  /** Whose head it is, where posts of one title are told apart by it: the 纪委 of 纪委书记. */
  readonly body?: string
  /** 院长; with 副 before it where a deputy is meant. */
  readonly title: string
}

const TITLE =
  '[院校局馆所台行市县区省镇乡村科处部组队站会厂社董]长|书记|主任|负责人|导演|校监|总裁|总经理|经理|主席|会长|编辑|作者|记者|教练'
const BODY =
  '纪委|团委|工会|机关党委|党委|党总支|党支部|总支|支部|董事会|监事会|理事会|妇联|学生会|研究生会|校友会'
/** 前 is part of another word in 目前, 原 in 太原. */
const FORMER = '(?<![太中高平])原|(?<![目之以从此])前任?|曾任|时任|历任|卸任|退休'
/** Posts of which a house has as many as departments. */
const HEAD = '副?(?:主任|负责人|[科部处室]长)'
const DEPARTMENT = '\\p{Script=Han}{1,6}[科部室处系]'
const ROLE = `(?:(?:${FORMER})?(?:${BODY})?副?(?:${TITLE})|(?:${FORMER})?${DEPARTMENT}${HEAD})`
/** The post right before or after the asking word: 院长叫什么, 谁是院长, 由谁编辑, 哪位导演. */
const ROLE_ASKED = new RegExp(
  `(?<first>${ROLE})(?:现在|目前)?(?:分别|各)?(?:叫|是(?:谁|哪|什么)|姓|都?有(?:谁|哪些人|哪些[?。]?$|哪[几两]?[位名个]))|(?:哪一?位|谁(?:是|当|任|担任|在当))(?:现任)?(?<second>${ROLE})`,
  'u',
)
const PARTS = new RegExp(
  `^(?<former>${FORMER})?(?:(?<body>${BODY})|(?<department>${DEPARTMENT})(?=${HEAD}$))?(?<title>.+)$`,
  'u',
)
/** What a department is of: the 图书馆 of 图书馆编目部. */
const HOUSE = /^.*[院校局馆所社委厅]/u
const DEPARTMENT_BEFORE = new RegExp(`${DEPARTMENT}$`, 'u')
const BODY_BEFORE = new RegExp(`(?:${BODY})$`, 'u')
const FORMER_BEFORE = new RegExp(`(?:${FORMER})(?:[院校局馆所]|的)?$`, 'u')

/** Who is the Party secretary, who was president of …: posts of one person each. */
const POST_ASKED =
  /\bwho (?:is|was) (?:the )?(?:current |present |new )?(?<post>(?:[a-z]+ )?(?:president|director|secretary|dean|principal|chairman|mayor|manager))\b/u

/**
 * @param folded see verify/fold.ts
 * @returns as the question has it: 纪委书记, 副院长, 原馆长
 */
export function roleAsked(folded: string): string | undefined {
  const asked = ROLE_ASKED.exec(folded)?.groups
  const role = asked?.['first'] ?? asked?.['second']
  const { department = '' } = (role !== undefined && PARTS.exec(role)?.groups) || {}
  return role?.replace(department, department.replace(HOUSE, ''))
}

/** Words for the post of an English question; the bearer of any of them answers. */
export function postsAsked(folded: string): readonly string[] | undefined {
  const post = POST_ASKED.exec(folded)?.groups?.['post']
  const words = post === undefined ? [] : (englishWordsOf(post).at(-1)?.chinese ?? [])
  if (words.length === 0 || /\b(?:deputy|vice|assistant)\b/u.test(post ?? '')) return undefined
  // Who heads a department is its director: 主任 are many where one is president.
  return post?.endsWith('president') ? words.filter((word) => word !== '主任') : words
}

/** @param role as of `roleAsked` */
export function postOf(role: string): Post {
  const { former, body, department, title = role } = PARTS.exec(role)?.groups ?? {}
  return {
    isFormer: former !== undefined,
    ...(body !== undefined && { body }),
    ...(department !== undefined && { department }),
    title,
  }
}

/** @param before a post's title, folded: what stands there makes another post of it, or none */
export function isPost({ isFormer, body, department, title }: Post, before: string): boolean {
  if (before.endsWith('副')) return false
  const other = department && DEPARTMENT_BEFORE.exec(before)?.[0]
  // 心内科 and 心血管内科 are one, 编目部 and 阅览部 are two.
  if (department && other && !other.replace(HOUSE, '').includes(department.charAt(0))) return false
  const own = BODY_BEFORE.exec(before)?.[0]
  const isFormerToo = FORMER_BEFORE.test(before.slice(0, before.length - (own?.length ?? 0)))
  if (isFormerToo && !isFormer) return false
  if (body === undefined) return true
  // Without more 书记 is the head of all, the 党委书记.
  return own === undefined
    ? body === '党委' && title.endsWith('书记')
    : own.endsWith(body) || body.endsWith(own)
}
