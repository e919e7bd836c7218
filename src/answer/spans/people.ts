// Where do names of persons stand in a text? Where a word begins, and never in the middle of a post.
import type { Range } from '../../text/range.ts'
import { nameForm } from '../../verify/name-forms.ts'
import { wordNumbers, wordsOf } from '../../verify/words.ts'

/** 任, 席 and 党 are surnames too: in 主任王远山 and 主席周明 the name begins after them, in 党支部 none does. */
const POST =
  /[党纪团][委支总组员建课史务]|(?:主任|主治|主管)?(?:医师|护师|药师|技师)|[院校局馆所台行市县区省镇乡村科处部组队站会厂社董班]长|书记|主任|主席|总经理|经理|总裁|理事|委员|教授|院士|博士|医生|护士|老师|同志|编辑|作者|记者|通讯员|导演|教练|负责人/gu
/** 任命高志明为馆长: whoever stands between the two is a person, whatever words the name falls into. */
const APPOINTING = /(?:任命|选举|推选|选|聘任|聘|提名|由)$/u
const APPOINTED = /^(?:同志)?(?:为|任|担任|出任|兼任|接任|继任)/u
const COMPOUND_SURNAME = /^(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|夏侯|端木)/u
const FOREIGN = /\p{Script=Han}+(?:[·.]\p{Script=Han}+)+/gu
/** Surnames that most often are none: 党建, 全院, 万元, 项目, 向前. Those who bear them are told beside their post. */
const MOSTLY_WORDS = new Set('党全项万单管成于向查解余费谈康连严路纪')
/** A name of three is looked for before one of two. */
const LENGTHS = [3, 2]
/** Characters beside a piece that tell what it is. */
const BESIDE = 6

/** @param text folded, see verify/fold.ts */
export function people(text: string): Range[] {
  const words = wordNumbers(text)
  const posts = rangesOf(text, POST)
  const isEdge = (at: number) => words[at] !== words[at - 1]
  const found: Range[] = []
  for (let at = 0; at < text.length; at++) {
    if (posts.some(({ start, end }) => at >= start && at < end)) continue
    const isAfterPost = posts.some(({ end }) => end === at)
    if (!isEdge(at) && !isAfterPost) continue
    const lengths = LENGTHS.filter((one) => {
      const end = at + one
      if (!isPerson(text, at, end)) return false
      const isBesidePost = isAfterPost || posts.some(({ start }) => start === end)
      const isAppointed =
        APPOINTING.test(text.slice(Math.max(0, at - BESIDE), at)) &&
        APPOINTED.test(text.slice(end, end + BESIDE))
      return beginsAsName(text.slice(at, end)) || isAppointed || (isBesidePost && isEdge(end))
    })
    // 王建登 ends within 登记.
    const length = lengths.find((one) => isEdge(at + one)) ?? lengths[0]
    if (length === undefined) continue
    found.push({ start: at, end: at + length })
    at += length - 1
  }
  return [...found, ...rangesOf(text, FOREIGN)]
}

function isPerson(text: string, start: number, end: number): boolean {
  const piece = text.slice(start, end)
  const before = text.slice(Math.max(0, start - BESIDE), start)
  return (
    /^\p{Script=Han}+$/u.test(piece) && nameForm(piece, before, text.slice(end, end + BESIDE)) === 'person'
  )
}

/** 党员突 begins with a word that a dictionary has, and so is none; beside a post 高明远 may be one all the same. */
function beginsAsName(piece: string): boolean {
  if (COMPOUND_SURNAME.test(piece)) return true
  return wordsOf(piece)[0]?.length === 1 && !MOSTLY_WORDS.has(piece.charAt(0))
}

function rangesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
}
