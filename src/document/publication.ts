// What do the publication lines of a file say? “发布时间:… 作者:… 来源:…”, label by label.
import type { Draft } from './draft.ts'

export type PublicationField = 'author' | 'editor' | 'source'

/** Labels of a publication line; the value of one ends where the next begins. */
const LABEL =
  /(发布时间|發布時間|發佈時間|发布日期|發布日期|更新时间|发表时间|时间|時間|日期|作者|撰稿|责任编辑|責任編輯|编辑|編輯|责编|信息来源|文章来源|稿件来源|来源|來源|出处|浏览次数|浏览量|瀏覽次數|浏览|点击数?|阅读量?|字体|字號|字号|打印|分享)\s*[:：]/g

/** Words that stand where a name would and name nobody. */
const NOBODY = /^(?:佚名|无名|無名|未知|不详|无|無|本站|本网|匿名|admin|管理员|网络)$/i

/** The publication lines, one per line. */
export function publicationText(draft: Draft): string {
  return draft.verdicts
    .flatMap((verdict, i) =>
      verdict?.kind === 'boilerplate' && verdict.boilerplate === 'publication'
        ? [draft.blocks[i]?.text ?? '']
        : [],
    )
    .join('\n')
}

/** The first value of each field; an empty one, or one that names nobody, is left out. */
export function readFields(publication: string): Map<PublicationField, string> {
  const fields = new Map<PublicationField, string>()
  for (const line of publication.split('\n')) {
    const labels = [...line.matchAll(LABEL)]
    for (const [i, label] of labels.entries()) {
      const from = label.index + label[0].length
      const value = line
        .slice(from, labels[i + 1]?.index ?? line.length)
        .trim()
        .split(/\s{2,}|[|｜\]】)）]/)[0]
        ?.trim()
      const key = keyOf(label[1] ?? '')
      if (key === undefined || value === undefined || value === '' || NOBODY.test(value)) continue
      if (!fields.has(key)) fields.set(key, value)
    }
  }
  return fields
}

function keyOf(label: string): PublicationField | undefined {
  if (/来源|來源|出处/.test(label)) return 'source'
  if (/[编編]/.test(label)) return 'editor'
  return /作者|撰稿/.test(label) ? 'author' : undefined
}
