// Which names are no names for a file? Its bytes are well; all of it is refused for what it is called.
import { FIRST, type HostileFile, LAST, refused } from './hostile-file.ts'

const REPORT = () => `${FIRST}\n\n${LAST}\n`
const PATH = /holds a path/
const UNSHOWABLE = /can’t be shown/

export const NAMES: readonly HostileFile[] = [
  refused('a name that leads out', '../../etc/passwd.txt', REPORT, PATH),
  refused('a name of another system', 'a\\..\\b.txt', REPORT, PATH),
  refused('an absolute name', '/tmp/a.txt', REPORT, PATH),
  refused('a name that turns its direction', '报告\u202etxt.exe.txt', REPORT, UNSHOWABLE),
  refused('a name with NUL', '报告\0.txt', REPORT, UNSHOWABLE),
  refused('a name with an escape', '报告\u001b[2J.txt', REPORT, UNSHOWABLE),
  refused('a name with a mark that can’t be seen', '报\u200b告.txt', REPORT, UNSHOWABLE),
  refused('a hidden name', '.htaccess', REPORT, /begins with a dot/),
  refused('a name that is too long', `${'长'.repeat(90)}.txt`, REPORT, /longer than 255 bytes/),
  refused('a program', 'report.pdf.exe', REPORT, /no format that is read/),
  refused('JSON', 'deep.json', () => '['.repeat(1_000_000), /no format that is read/),
  refused('XML', 'deep.xml', () => '<a>'.repeat(1_000_000), /no format that is read/),
  refused('an archive', 'bomb.zip', REPORT, /no format that is read/),
  refused('no ending', 'report', REPORT, /no format that is read/),
]
