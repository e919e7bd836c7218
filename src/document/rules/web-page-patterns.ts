// How do lines begin or look that belong to a web page or newspaper? Stock phrases, simplified and traditional.
import type { BoilerplateKind } from '../document.ts'

export interface PagePattern {
  readonly kind: BoilerplateKind
  readonly rule: string
  /** Tested on at most 200 characters. */
  readonly regex: RegExp
  /** Where it counts: near the ends of the file and in short lines (default), or only near the end. */
  readonly place?: 'end'
}

/** A regular expression for a line that begins with one of the words. */
function begins(words: string, rest = ''): RegExp {
  return new RegExp(`^[（(【[]?\\s*(?:${words})${rest}`, 'i')
}

/** A regular expression for a line that is one of the words, in brackets or with a colon or not. */
function is(words: string): RegExp {
  return new RegExp(`^[【[（(◆■●]?\\s*(?:${words})\\s*[】\\]）)]?\\s*[>»：:]{0,3}$`, 'i')
}

const EDITORS =
  '(?:责任|責任|本期|执行|值班|网络)?[编編][辑輯]|责编|(?:责任)?校对|校對|审核|審核|初审|复审|终审|监制|監製|排版|制作'
const WRITERS = '作者|撰稿|供稿(?:单位)?|文[/／]?图'
const SOURCES = '(?:文章|信息|稿件|新闻|本文|内容)?(?:来源|來源|出处|出處)'
const COUNTS = '浏览(?:次数|量|数)?|瀏覽(?:次數|人次)?|点击(?:数|量|次数)?|點閱數?|阅读(?:量|次数|数)?|访问量'
const REGISTER = '索引号|信息分类|发文机关|发布机构|文号|主题词|字体|字號'
const PUBLISHED = '(?:发布|發布|發佈|发稿|更新|发表|發表|刊发|成文)(?:时间|時間|日期)?'
const DAY = '\\d{4}\\s?[-年/.]\\s?\\d{1,2}'
const ANY_LABEL = '来源|來源|作者|[编編][辑輯]|浏览|瀏覽|阅读|点击|字体|字號'
const LINK = '\\[[^\\]]{1,40}\\]\\([^)]{1,300}\\)'

const RELATED = [
  '热门推荐|熱門推薦|精彩推荐|推荐阅读|推薦閱讀|为您推荐|猜你喜欢',
  '最新(?:发布|發佈|文章|资讯|评论)|往期(?:推荐|回顾|精选)|延伸(?:阅读|閱讀)',
  '相关(?:新闻|阅读|链接|推荐|文章|稿件|报道|附件)|相關(?:新聞|閱讀|連結|文章|報導)',
  '点击排行|點擊排行|阅读排行|热点(?:新闻|排行)|更多(?:新闻|内容)?',
  '友情链接|友情連結|网友评论|发表评论|發表評論',
].join('|')

const TOOLS = [
  '打印(?:本页|本稿|此页)?|列印|关闭(?:窗口|本页)?|關閉(?:視窗)?|收藏|分享(?:到|至)?',
  '返回(?:首页|顶部|上一页|列表)?|回(?:首頁|頂部|上頁)|网站地图|網站導覽|跳至主要內容',
  '字体|字號|大 中 小|小 中 大|A- A\\+|繁體|简体|加入收藏|设为首页',
  '联系我们|聯絡我們|关于我们',
].join('|')

const TOOL_WORDS =
  '(?:[\\s|｜/·:：【】[\\]()（）、大中小]|微信|微博|QQ|朋友圈|空间|打印|列印|关闭|收藏|本页|窗口|分享|facebook|line|twitter)*$'

const FOLLOW_AT = '识别|識別|上方|下方|右上角|图中|图片|此处|這裡|二维码|二維碼|关注|關注|“|蓝字|左下角'

export const PAGE_PATTERNS: readonly PagePattern[] = [
  {
    kind: 'navigation',
    rule: 'greeting',
    regex: begins('(?:欢迎|歡迎)(?:您?来到|您?來到|光临|光臨|访问|訪問|关注|關注)'),
  },
  {
    kind: 'navigation',
    rule: 'breadcrumb',
    regex: begins(
      '您?(?:现在)?[当當]前的?(?:所在)?(?:位置|栏目|頻道|[:：])|[当當]前所在|您?(?:所在|现在)的?位置|您在这里|首[页頁]\\s*[>»›/→|-]',
    ),
  },
  { kind: 'navigation', rule: 'breadcrumb', regex: /^[^。>»›]{0,20}(?:[>»›]+[^。>»›]{1,32}){2,}$/ },
  { kind: 'navigation', rule: 'menu', regex: /^[^。，|｜]{1,14}(?:[|｜][^。，|｜]{1,16}){2,}$/ },
  { kind: 'navigation', rule: 'menu', regex: /^(?:网站)?首[页頁](?:(?:\s+\S{2,6}){3,})?$/ },
  { kind: 'navigation', rule: 'link', regex: begins('(?:原文|本文|阅读|查看|网页)(?:原文|链接|地址|網址)') },
  { kind: 'navigation', rule: 'link', regex: /^(?:https?:\/\/|www\.)\S+$/ },
  { kind: 'navigation', rule: 'link', regex: new RegExp(`^${LINK}(?:\\s*(?:[|>·-]\\s*)?${LINK})*$`) },
  {
    kind: 'navigation',
    rule: 'neighbour',
    regex: /^[【[]?[上下前后後][一1]?[篇条條页頁则](?:[】\]]?\s*[:：]|文章|$)/,
  },
  { kind: 'navigation', rule: 'related', regex: is(RELATED) },
  { kind: 'navigation', rule: 'page-tool', regex: begins(TOOLS, TOOL_WORDS) },
  { kind: 'navigation', rule: 'end-mark', regex: /^[-—·\s]{0,4}(?:the\s)?end[-—·\s]{0,4}$/i },

  {
    kind: 'publication',
    rule: 'publish-line',
    regex: begins(`${PUBLISHED}|${SOURCES}|${WRITERS}|${EDITORS}|${COUNTS}|${REGISTER}`, '\\s*[:：]'),
  },
  {
    kind: 'publication',
    rule: 'dated-line',
    regex: new RegExp(`^[（(]?(?:(?:时间|時間|日期)\\s*[:：]\\s*)?${DAY}.{0,60}(?:${ANY_LABEL})`),
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
    kind: 'publication',
    rule: 'circulation',
    regex: /^抄\s?[送报報]\s*[:：]|^.{4,30}\d{4}年\d{1,2}月\d{1,2}日印发$|^[（(]此件.{2,12}[）)]$/,
  },
  {
    kind: 'publication',
    rule: 'credits',
    // The same line below the title is a byline.
    place: 'end',
    regex:
      /^(?:文字?|[图圖]片?|文[图圖]|视频|摄影|海报|[编編][辑輯]|排版|审核|校对|设计|撰文|策划|统筹|监制|来源|供稿)\s*[丨｜|/／▏]\s*\S.{0,40}$/,
  },

  {
    kind: 'legal',
    rule: 'notice',
    regex: /^[[【(（*]{0,3}\s*(?:免责|免責|版权|版權|特别|法律)?\s*(?:声明|聲明)\s*[\]】)）:：]/,
  },
  {
    kind: 'legal',
    rule: 'notice',
    regex: begins('版权所有|版權所有|版权归|版權歸|copyright|©|c[)）]\\s*\\d{4}'),
  },
  {
    kind: 'legal',
    rule: 'notice',
    regex: /^.{0,12}(?:ICP备|ICP證|公网安备)|^(?:未经|未經).{0,12}(?:授权|授權|许可|許可).{0,30}$/i,
  },
  {
    kind: 'legal',
    rule: 'notice',
    regex: begins('(?:主办|主辦|承办|承辦|技术支持|网站标识码|网站管理)(?:单位|單位)?\\s*[:：]'),
  },

  {
    kind: 'advert',
    rule: 'follow',
    regex: begins(`(?:点击|點擊|长按|長按|扫描|扫一扫|掃描|识别)(?:${FOLLOW_AT}).{0,40}$`),
  },
  {
    kind: 'advert',
    rule: 'follow',
    regex:
      /^.{0,20}(?:关注我们|關注我們|点个?[“"]?(?:赞|在看)|一键三连|分享、?点赞|点赞、?在看|官方微信|公众号|公眾號|客户端下载|下载客户端)[”"]?.{0,10}$/,
  },
  { kind: 'advert', rule: 'phone-paper', regex: /^[订訂].{0,8}手机报/ },
  { kind: 'advert', rule: 'advert', regex: is('广告|廣告|推广|AD') },

  { kind: 'credit', rule: 'credit', regex: /^.{1,24}供[图圖][）)]?$/ },
  {
    kind: 'credit',
    rule: 'credit',
    regex: begins('(?:图片|圖片|图|圖|本版图片|照片)\\s*(?:来源|來源|由|提供|供图).{0,24}$'),
  },
  {
    kind: 'credit',
    rule: 'credit',
    regex: begins('(?:摄影|攝影|美编|版面设计|视觉设计)\\s*[:：/／]\\s*.{1,20}$'),
  },
]
