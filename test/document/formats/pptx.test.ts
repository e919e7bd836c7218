import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document.ts'
import { explainUnfenced } from '../../../src/document/read.ts'
import { archiveOf, relationsOf } from '../../fixtures/office-files.ts'

const TEXT = '全年完成投资十二亿元，同比增长百分之五，新建成的项目全部投入使用，群众满意度进一步提高。'

const read = async (slides: readonly string[]): Promise<Document> =>
  (await explainUnfenced(pptxOf(slides), { path: '汇报.pptx' })).document

/** @param slides what stands in the tree of shapes, or a whole `p:sld` */
function pptxOf(slides: readonly string[]): Uint8Array {
  return archiveOf({
    '_rels/.rels': relationsOf([['officeDocument', 'ppt/presentation.xml']]),
    // The order of showing, not that of the files' names.
    'ppt/presentation.xml': `<p:presentation xmlns:p="p" xmlns:r="r"><p:sldIdLst>${slides.map((_, i) => `<p:sldId r:id="rId${slides.length - i}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationsOf(
      slides.map((_, i) => ['slide', `slides/slide${i + 1}.xml`] as const),
    ),
    ...Object.fromEntries(
      slides.map((content, i) => [
        `ppt/slides/slide${slides.length - i}.xml`,
        content.startsWith('<p:sld ') ? content : `<p:sld xmlns:p="p" xmlns:a="a">${content}</p:sld>`,
      ]),
    ),
  })
}

const paragraph = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`

const box = (texts: readonly string[], type?: string, y?: number) =>
  `<p:sp><p:nvSpPr><p:nvPr>${type === undefined ? '' : `<p:ph type="${type}"/>`}</p:nvPr></p:nvSpPr><p:spPr>${y === undefined ? '' : `<a:xfrm><a:off x="0" y="${y}"/></a:xfrm>`}</p:spPr><p:txBody>${texts.map(paragraph).join('')}</p:txBody></p:sp>`

describe('readPptx', () => {
  it('reads the slides in the order they are shown, each under its title and with its number', async () => {
    const document = await read([
      box(['某馆年度工作汇报'], 'ctrTitle') + box(['某馆办公室'], 'subTitle'),
      box([TEXT], 'body') + box(['主要成绩'], 'title') + box(['3'], 'sldNum'),
      box(['主要成绩（续）'], 'title') + box([TEXT.replace('五', '六')], 'body'),
      box(['来年打算'], 'title') + box([TEXT.replace('五', '七')], 'body'),
    ])
    expect(document.outline.map(({ level, heading }) => `${level} ${heading}`)).toEqual([
      '1 某馆年度工作汇报',
      '2 主要成绩',
      '2 来年打算',
    ])
    expect(document.text.split('\n\n')).toEqual([
      '某馆年度工作汇报',
      '某馆办公室',
      '主要成绩',
      `• ${TEXT}`,
      `• ${TEXT.replace('五', '六')}`,
      '来年打算',
      `• ${TEXT.replace('五', '七')}`,
    ])
    const starts = ['某馆年度', '主要', `• ${TEXT.replace('五', '六')}`, '来年'].map((text) =>
      document.text.indexOf(text),
    )
    expect(document.pages).toEqual(starts)
  })

  it('reads boxes from top to bottom and tables row by row, and leaves hidden slides out', async () => {
    const cell = (text: string, attributes = '') =>
      `<a:tc ${attributes}><a:txBody>${paragraph(text)}</a:txBody></a:tc>`
    const document = await read([
      box(['某馆年度工作汇报'], 'title') +
        box(['下面的一句话写在这里。'], undefined, 3_000_000) +
        box(['上面的一句话写在这里。'], undefined, 1_000_000) +
        `<p:graphicFrame><p:xfrm><a:off x="0" y="5000000"/></p:xfrm><a:tbl><a:tr>${cell('部门', 'rowSpan="2"')}${cell('册数', 'gridSpan="2"')}${cell('', 'hMerge="1"')}</a:tr><a:tr>${cell('', 'vMerge="1"')}${cell('2023年')}${cell('2024年')}</a:tr><a:tr>${cell('借阅部')}${cell('120')}${cell('135')}</a:tr></a:tbl></p:graphicFrame>`,
      `<p:sld show="0" xmlns:p="p" xmlns:a="a">${box(['密'])}</p:sld>`,
    ])
    expect(document.text.split('\n\n').slice(1)).toEqual([
      '上面的一句话写在这里。',
      '下面的一句话写在这里。',
      '部门 | 册数 | 册数\n部门 | 2023年 | 2024年\n借阅部 | 120 | 135',
    ])
    expect(document.warnings.map(({ code }) => code)).toContain('hidden-slides')
  })
})
