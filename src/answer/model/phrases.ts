// What does a model say that is no statement about the reports? Greetings, announcements, and that it found nothing.

const SOURCES = '(?:报告|引文|引用|材料|资料|文[中本档章件]|原文|上文|上述|段落|内容|信息|片段)'
const DECLINES: readonly RegExp[] = [
  new RegExp(
    `${SOURCES}.{0,14}?(?:没有|未|并未|并没有|不曾|无法|不包含|不涉及|缺乏|无).{0,10}?(?:提到|提及|说明|提供|涉及|给出|找到|找出|说|包含|包括|记载|显示|描述|列出|指出|明确|相关|有关|直接|具体|足够|回答|得知|确定|答案|信息|数据)`,
    'u',
  ),
  new RegExp(`^(?:抱歉|对不起|很遗憾|不好意思)|^(?:${SOURCES}[中里内]?)(?:没有|无)(?:[。！]|$)`, 'u'),
  /^(?:根据.{0,14}[，,])?(?:我|暂时|目前)?(?:无法|不能|没法)(?:回答|确定|得知|判断|提供|给出|找到)|^(?:我)?不(?:知道|清楚|确定)/u,
  /(?:没有|未|未能)找到.{0,12}(?:信息|内容|答案|数据|资料)/u,
  /\b(?:do(?:es)? not|don't|doesn't|did not|didn't) (?:say|mention|contain|provide|include|specify|state|give)\b/iu,
  /\b(?:cannot|can't|could not|unable to) (?:answer|determine|find|tell|provide)\b|\bI (?:do not|don't) know\b|\bno (?:information|mention|data)\b/iu,
  /^(?:i['’]m |i am )?sorry\b/iu,
]

/** True for a sentence that says the reports, or the model, can't answer. */
export function isDecline(sentence: string): boolean {
  return DECLINES.some((pattern) => pattern.test(sentence))
}

const FILLERS: readonly RegExp[] = [
  /^(?:好的|当然|可以|没问题|您好|你好|嗯|是的|明白)[^。]{0,12}[，。！!]?$/u,
  /^(?:最终|参考|简短)?(?:答案|回答|答|回复|结论|总结|解释|分析|参考资料|参考文献|参考|来源|引用|出处|依据|注意?|说明|备注|问题|answer|sources?|references?|note|question)\s*[:：]?$/iu,
  /^(?:以上|希望|如需|如有|如果您|请注意|请问|感谢|作为|综上所述[，。]?$|需要(?:注意|说明)的是)/u,
  /^(?:根据|依据|从|按照).{0,24}(?:如下|回答|可知|可以看出|总结|得出)[^。]{0,12}[：:。]?$/u,
  /^(?:以下|下面|如下).{0,20}[：:。]$|(?:如下|以下[^，。]{0,8})[：:。]$/u,
  /^(?:hope|please|let me|i hope|as an|sure|certainly|of course|here (?:is|are)|based on [^.]{0,40}:$)/iu,
]

/** True for a sentence that states nothing about the world. */
export function isFiller(sentence: string): boolean {
  return (
    isQuestion(sentence) ||
    !/[\p{L}\p{N}]/u.test(sentence) ||
    FILLERS.some((pattern) => pattern.test(sentence))
  )
}

/** 根据引文[1]，… : an opening that only names where the statement comes from; left out of what is shown. */
export function withoutAttribution(sentence: string): string {
  return sentence.replace(
    /^(?:(?:最终)?(?:答案|回答|答|结论)(?:是)?[:：]\s*|(?:因此|所以|综上所述|综上|总之|总的来说)[，,]\s*|(?:根据|依据|按照|从)(?:提供的|以上|上述|所给|这些|本)?(?:引文|报告|资料|材料|段落|内容|原文|信息|文[中档本章])[^，,。]{0,14}[，,:：]\s*|(?:引文|资料|原文|段落|文中)[^，,。]{0,6}?(?:提到|指出|显示|写道|说)[，,:：]?\s*)/u,
    '',
  )
}

function isQuestion(sentence: string): boolean {
  return /[?？]["”』」）)]?$/u.test(sentence)
}
