// Which plain files aren't what they say, or are more of it than anybody reads?
import { encode } from 'iconv-lite'
import { FIRST, type HostileFile, LAST, learnt, noise, refused } from './hostile-file.ts'

const REPORT = `${FIRST}\n\n${LAST}\n`
const MEGABYTE = 1024 * 1024
const BINARY = /binary|encoding/

/** GBK with one byte in twenty lost: half of what follows each reads as something else. */
function damagedGbk(): Uint8Array {
  return encode(REPORT.repeat(20), 'gbk').filter((_, i) => i % 20 !== 19)
}

export const TEXTS: readonly HostileFile[] = [
  refused(
    'a picture called text',
    'picture.txt',
    () => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), noise(5000)]),
    BINARY,
  ),
  refused('noise', 'noise.txt', () => noise(300_000), BINARY),
  refused('NUL in the middle of a text', 'nul.txt', () => REPORT.replace('，', '\0'), BINARY),
  refused(
    'a mark of UTF-8 and nothing after it',
    'mark.txt',
    () => Buffer.from('efbbbf', 'hex'),
    /only blanks/,
  ),
  refused('blanks by the megabyte', 'blanks.txt', () => ' \n\t\n'.repeat(MEGABYTE), /only blanks/),
  refused('damaged GBK', 'gbk.txt', damagedGbk, BINARY),
  refused('no byte', 'empty.md', () => '', /empty \(0 bytes\)/),
  refused(
    'nothing but what stands around a text',
    'furniture.txt',
    () => '欢迎来到本站\n上一篇：甲\n下一篇：乙\n',
    /nothing but page furniture/,
  ),
  refused('a file of 21 MB', 'large.txt', () => '甲'.repeat(7 * MEGABYTE), /at most \d+ bytes/),
  learnt('one line of a megabyte', 'line.txt', () => `${FIRST}\n\n${'设施完好'.repeat(80_000)}。${LAST}`),
  learnt('thirty thousand short lines', 'lines.txt', () => `${FIRST}\n\n${'甲乙\n'.repeat(30_000)}\n${LAST}`),
  learnt(
    'marks on marks on a letter',
    'marks.txt',
    () => `${FIRST}\n\n甲${'\u0301\u0323'.repeat(50_000)}。\n${LAST}`,
  ),
  learnt(
    'letters that grow by eighteen when they are folded',
    'ligature.txt',
    () => `${FIRST}\n\n${'\ufdfa'.repeat(20_000)}。\n${LAST}`,
  ),
  learnt(
    'numbers of headings without headings',
    'numbers.txt',
    () => `${FIRST}\n\n${`${'一二三'.repeat(60)}、\n`.repeat(500)}${'（一）'.repeat(3000)}\n${LAST}`,
  ),
  learnt(
    'one blank after the other in a line',
    'gap.txt',
    () => `${FIRST}\n\n甲${' '.repeat(500_000)}乙\n${LAST}`,
  ),
  learnt(
    'twenty thousand quotations in one another',
    'quotes.md',
    () => `# ${FIRST}\n\n${'>'.repeat(20_000)} 甲\n\n${LAST}`,
  ),
  learnt('brackets in brackets', 'brackets.md', () => `# ${FIRST}\n\n${'[!['.repeat(30_000)}\n\n${LAST}`),
  learnt('JSON 200,000 deep', 'json.txt', () => `${FIRST}\n\n${'['.repeat(200_000)}\n\n${LAST}`),
  learnt(
    'stars and lines that begin marks',
    'stars.md',
    () => `# ${FIRST}\n\n${'**_`'.repeat(50_000)}\n\n${LAST}`,
  ),
  learnt(
    'settings that unfold without end',
    'laughs.md',
    () =>
      `---\n${Array.from({ length: 20 }, (_, i) => `a${i}: &a${i} [${i === 0 ? '哈' : `*a${i - 1}, `.repeat(9)}]`).join('\n')}\n---\n\n# ${FIRST}\n\n${LAST}`,
  ),
  learnt(
    'settings that are a program',
    'program.md',
    () => `---js\n{ title: process.exit(1) }\n---\n\n# ${FIRST}\n\n${LAST}`,
  ),
]
