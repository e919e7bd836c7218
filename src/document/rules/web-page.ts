// Which lines are of the web page or the newspaper and not of the report?

import type { BoilerplateKind } from '../document.ts'
import { type Draft, eachOpen, settle } from '../draft.ts'
import { isProse } from '../shape.ts'

/** Lines at the two ends of a file where such lines are looked for whatever their length. */
const HEAD_LINES = 10
const TAIL_LINES = 15

/** Elsewhere only a line this short is taken for one. */
const MAX_INSIDE = 40

interface Pattern {
  readonly kind: BoilerplateKind
  readonly rule: string
  readonly regex: RegExp
  /** Also anywhere in the file, at this length. */
  readonly anywhere?: boolean
  /** Only at the end of the file: the same line below the title is a byline. */
  readonly atEnd?: boolean
}

const PATTERNS: readonly Pattern[] = [
  {
    kind: 'navigation',
    rule: 'greeting',
    regex: /^(?:欢迎|歡迎)(?:您?来到|您?來到|光临|光臨|访问|訪問|关注|關注)/,
  },
  {
    kind: 'navigation',
    rule: 'breadcrumb',
    regex:
      /^(?:您?(?:现在)?[当當]前(?:的)?(?:所在)?(?:位置|栏目|頻道)|[当當]前所在|您?(?:所在|现在)的?位置|您在这里|首[页頁]\s*[>»›/→|-])/,
  },
  { kind: 'navigation', rule: 'breadcrumb', regex: /^[^。]{1,20}(?:\s*[>»›]\s*[^。>»›]{1,30}){2,}$/ },
  { kind: 'navigation', rule: 'menu', regex: /^[^。，|｜]{1,12}(?:\s*[|｜]\s*[^。，|｜]{1,12}){2,}$/ },
  {
    kind: 'publication',
    rule: 'publish-line',
    regex: /^[（(【[]?(?:发布|發布|發佈|发稿|更新|发表|發表|刊发|日期|成文)(?:时间|時間|日期)?\s*[:：]/,
  },
  {
    kind: 'publication',
    rule: 'publish-line',
    regex:
      /^[（(【[]?(?:文章|信息|稿件|新闻|本文|内容)?(?:来源|來源|出处|出處|作者|(?:责任|責任|本期|执行|值班|网络)?[编編][辑輯]|责编|责任校对|校对|校對|审核|審核|初审|复审|终审|监制|監製|排版|制作|供稿(?:单位)?|撰稿|文[/／]?图|浏览(?:次数|量|数)?|瀏覽(?:次數|人次)?|点击(?:数|量|次数)?|點閱數?|阅读(?:量|次数|数)?|访问量|字体|字號|索引号|信息分类|发文机关|发布机构|文号|主题词)\s*[:：]/,
  },
  {
    kind: 'publication',
    rule: 'dated-line',
    regex:
      /^[（(]?\d{4}\s?[-年/.]\s?\d{1,2}.{0,60}(?:来源|來源|作者|[编編][辑輯]|浏览|瀏覽|阅读|点击|字体|字號)/,
  },
  {
    kind: 'publication',
    rule: 'dated-line',
    regex: /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?\s*\S{0,20}$/,
  },
  {
    kind: 'publication',
    rule: 'dated-line',
    regex: /^.{2,20}\s+\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}/,
  },
  {
    kind: 'navigation',
    rule: 'link',
    regex: /^(?:原文|本文|阅读|查看|网页)(?:原文|链接|地址|網址|網址)\s*[:：]?/,
  },
  { kind: 'navigation', rule: 'link', regex: /^(?:https?:\/\/|www\.)\S+$/ },
  {
    kind: 'navigation',
    rule: 'link',
    regex: /^\[[^\]]{1,40}\]\([^)]{1,300}\)(?:\s*[|>·-]?\s*\[[^\]]{1,40}\]\([^)]{1,300}\))*$/,
  },
  { kind: 'navigation', rule: 'menu', regex: /^(?:网站)?首[页頁](?:\s+\S{2,6}){3,}$|^(?:网站)?首[页頁]$/ },
  { kind: 'navigation', rule: 'end-mark', regex: /^[-—·\s]{0,4}(?:the\s)?end[-—·\s]{0,4}$/i },
  {
    kind: 'publication',
    rule: 'circulation',
    regex: /^抄\s?[送报報]\s*[:：]|^.{4,30}\d{4}年\d{1,2}月\d{1,2}日印发$|^[（(]此件.{2,12}[）)]$/,
  },
  {
    kind: 'legal',
    rule: 'notice',
    regex: /^[[【(（*]{0,3}\s*(?:免责|免責|版权|版權|特别|法律)?\s*(?:声明|聲明)\s*[\]】)）]?\s*[:：]?/,
  },
  {
    kind: 'legal',
    rule: 'notice',
    regex:
      /^(?:版权|版權)(?:所有|归|歸)|^copyright|^©|^[(（]?c[)）]\s*\d{4}|^.{0,12}(?:ICP备|ICP證|公网安备)|^(?:未经|未經).{0,12}(?:授权|授權|许可|許可).{0,30}$|^(?:主办|主辦|承办|承辦|技术支持|网站标识码|网站管理)(?:单位|單位)?\s*[:：]/i,
  },
  {
    kind: 'navigation',
    rule: 'neighbour',
    regex: /^[【[]?[上下前后後][一1]?[篇条條页頁则](?:[】\]]?\s*[:：]|文章|$)/,
  },
  {
    kind: 'navigation',
    rule: 'related',
    regex:
      /^[【[◆■●]?\s*(?:热门推荐|熱門推薦|最新(?:发布|發佈|文章|资讯)|相关(?:新闻|阅读|链接|推荐|文章|稿件|报道|附件)|相關(?:新聞|閱讀|連結|文章|報導)|点击排行|點擊排行|阅读排行|热点(?:新闻|排行)|猜你喜欢|为您推荐|推荐阅读|推薦閱讀|延伸阅读|延伸閱讀|往期(?:推荐|回顾|精选)|精彩推荐|更多(?:新闻|内容)?|友情链接|友情連結|网友评论|發表評論|发表评论|最新评论)\s*[】\]]?\s*(?:[>»：:]{0,3})$/,
  },
  {
    kind: 'navigation',
    rule: 'page-tool',
    regex:
      /^[【[(（]?\s*(?:打印(?:本页|本稿|此页)?|列印|关闭(?:窗口|本页)?|關閉(?:視窗)?|返回(?:首页|顶部|上一页|列表)?|回(?:首頁|頂部|上頁)|收藏|分享(?:到|至)?|字体|字號|大 中 小|小 中 大|A- A\+|责任编辑|网站地图|網站導覽|联系我们|聯絡我們|关于我们|跳至主要內容|加入收藏|设为首页|繁體|简体)(?:[\s|｜/·:：【】[\]()（）、]|大|中|小|微信|微博|QQ|朋友圈|打印|关闭|收藏|本页|窗口|列印|分享|空间|facebook|line|twitter|$)*$/i,
  },
  {
    kind: 'advert',
    rule: 'follow',
    regex:
      /^(?:[↑↓▲▼]?\s*)?(?:点击|點擊|长按|長按|扫描|扫一扫|掃描|识别)(?:识别|識別|上方|下方|右上角|图中|图片|此处|這裡|二维码|二維碼|关注|關注|“|蓝字|左下角).{0,40}$/,
  },
  {
    kind: 'advert',
    rule: 'follow',
    regex:
      /^.{0,20}(?:关注我们|關注我們|点个?[“"]?(?:赞|在看)|一键三连|分享、?点赞|点赞、?在看|官方微信|公众号|公眾號|客户端下载|下载客户端)[”"]?.{0,10}$/,
  },
  {
    kind: 'publication',
    rule: 'credits',
    regex:
      /^(?:文字?|[图圖]片?|文[图圖]|视频|摄影|海报|[编編][辑輯]|排版|审核|校对|设计|撰文|策划|统筹|监制|来源|供稿)\s*[丨｜|/／▏]\s*\S.{0,40}$/,
    atEnd: true,
  },
  { kind: 'advert', rule: 'phone-paper', regex: /^[订訂].{0,8}手机报/ },
  { kind: 'advert', rule: 'advert', regex: /^[【[(（]?(?:广告|廣告|推广|AD)[】\])）]?$/ },
  {
    kind: 'credit',
    rule: 'credit',
    regex:
      /^.{1,24}供[图圖][）)]?$|^[（(]?(?:图片|圖片|图|圖|本版图片|照片)\s*(?:来源|來源|由|提供|供图)\s*[:：]?.{0,24}$|^[（(]?(?:摄影|攝影|美编|版面设计|视觉设计)\s*[:：/／]?\s*.{1,20}$/,
    anywhere: true,
  },
]

export function webPageLines(draft: Draft): void {
  const tailStart = draft.blocks.length - TAIL_LINES
  eachOpen(draft, (block, i) => {
    const text = block.text.replace(/^(?:>\s*|\*{1,2}(?=\S))/, '')
    const isAtEnd = i < HEAD_LINES || i >= tailStart
    if (!isAtEnd && text.length > MAX_INSIDE) return
    const tested = text.slice(0, 200)
    const hit = PATTERNS.find(({ regex, atEnd }) => regex.test(tested) && (atEnd !== true || i >= HEAD_LINES))
    if (hit === undefined || (text.length > 200 && hit.kind !== 'legal')) return
    if (isSentenceOfReport(text, hit, isAtEnd)) return
    settle(draft, i, { kind: 'boilerplate', boilerplate: hit.kind, rule: hit.rule })
  })
  linksBelowText(draft)
}

/** A sentence that only begins like a publish line (“来源：主要是财政拨款……。”) and stands among the text. */
function isSentenceOfReport(text: string, hit: Pattern, isAtEnd: boolean): boolean {
  if (hit.anywhere === true || hit.kind === 'legal') return false
  const isSentence = /[。！？]$/.test(text) && text.length > MAX_INSIDE
  if (hit.kind === 'publication') return isSentence || (!isAtEnd && /[，。]/.test(text))
  return isSentence && hit.rule !== 'greeting' && hit.rule !== 'follow'
}

/** What stands below the text of a web page; a line among these that no rule knows belongs to them. */
const BELOW_TEXT = new Set(['related', 'neighbour', 'page-tool', 'notice', 'link', 'follow'])

/** After such lines near the end, without running text among them, all is links and addresses. */
function linksBelowText(draft: Draft): void {
  const { blocks, verdicts } = draft
  let first = -1
  for (let i = blocks.length - 1; i >= 0; i--) {
    const verdict = verdicts[i]
    if (verdict === undefined && isProse(blocks[i]?.text ?? '')) break
    if (verdict?.kind === 'boilerplate' && BELOW_TEXT.has(verdict.rule)) first = i
  }
  // Above the text there are such lines too.
  if (first < HEAD_LINES && !blocks.slice(0, Math.max(first, 0)).some(({ text }) => isProse(text))) return
  for (let i = first + 1; i < blocks.length; i++) {
    settle(draft, i, { kind: 'boilerplate', boilerplate: 'navigation', rule: 'tail-link' })
  }
}
