// Which words of a question only ask? Taken out, what is left is what the question is about.
import { fold } from '../../verify/fold.ts'

/** What asks, what is polite, what fills: none of it stands in a report as it stands in the question. Longest first. */
const ASKING =
  /请问|请?(?:简单|简要)?(?:概括|介绍|说明|列出|说说|讲讲|概述|总结|简述)(?:一下)?|(?:一共|总共|共|各|分别|大概|大约|到底|究竟|具体|目前|现在|当前|主要)?(?:都)?(?:有|是|为|达|达到|占|叫|用|做|讲|搞)?了?(?:多少|多大|多长|多久|多高|多远|几成|百分之几|百分之多少|哪些|哪几|哪一|哪[个位家项种年天里儿]|哪|什么|啥|怎么|怎样|如何|咋样?|为什么|为何|何时|何地|几)|(?:一个|一种)?(?:什么|怎么|怎)样的?|多少|是不是|是否|有没有|能不能|会不会|可不可以|[吗呢吧啊呀哇哪么嘛？?]+$|谁|叫什么(?:名字|名称|名儿)?|(?:报道|文章|报告|材料|文中)(?:里|中|说|写)?(?:给的|提到)?/gu
const ASKING_ENGLISH =
  /\b(?:what|which|who|whose|whom|when|where|why|how|many|much|is|are|was|were|do|does|did|has|have|had|can|the|an?|of|in|on|at|to|for|by|with|and|or|that|this|from|its?|there|over|under|into)\b/giu

/**
 * The question without its asking words, folded as in fold.ts; blanks stand where they stood.
 *
 * @param question as given
 */
export function subjectOf(question: string): string {
  return fold(question).replace(ASKING, blank).replace(ASKING_ENGLISH, blank)
}

function blank(words: string): string {
  return ' '.repeat(words.length)
}
