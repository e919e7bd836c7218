// The tree of headings.
import { describe, expect, it } from 'vitest'
import { treeLines } from '../../../src/cli/view/outline-view.ts'
import type { Section } from '../../../src/document/document.ts'

function sectionOf(level: number, heading: string, more: Partial<Section> = {}): Section {
  const range = { start: 0, end: 0 }
  return {
    level,
    heading,
    path: [heading],
    inline: false,
    role: 'section',
    headingRange: range,
    range,
    truncated: false,
    ...more,
  }
}

describe('treeLines', () => {
  it('draws branches down to the last of each level', () => {
    const sections = [
      sectionOf(1, '总结'),
      sectionOf(2, '一、工作'),
      sectionOf(3, '（一）教学', { inline: true }),
      sectionOf(3, '（二）科研'),
      sectionOf(2, '二、打算', { truncated: true }),
      sectionOf(3, '（一）招生', { role: 'editor-note' }),
    ]
    expect(treeLines(sections)).toEqual([
      '总结',
      '├─ 一、工作',
      '│  ├─ （一）教学  (run-in)',
      '│  └─ （二）科研',
      '└─ 二、打算  (cut)',
      '   └─ （一）招生  (editor-note)',
    ])
  })
})
