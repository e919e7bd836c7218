// `wenbao key`: makes a key, and prints the setting that lets it in.
import { AppError } from '../../errors.ts'
import { KEY_NAME, makeKey, SCOPES, type Scope, scopesOf, writeKey } from '../../keys.ts'
import type { Command } from '../command.ts'
import { EXIT } from '../exit-codes.ts'

const SETTING = 'WENBAO_API_KEYS'

export const keyCommand: Command = {
  name: 'key',
  operands: '[NAME]',
  mostOperands: 1,
  summary: {
    en: 'a new key, and the setting that lets it in beside those already set',
    zh: '生成一个新密钥，并给出使其生效的设置（保留已有密钥）',
  },
  options: {
    scopes: {
      kind: 'text',
      value: 'SCOPES',
      help: {
        en: 'read, write, admin, or several as read+write (default read)',
        zh: 'read、write、admin，可用 + 连接（默认 read）',
      },
    },
  },
  examples: ['wenbao key dify', 'wenbao key loader --scopes read+write'],
  async run({ args, output, say, config: readConfig }) {
    const held = readConfig().apiKeys
    const { secret, key } = makeKey(
      nameOf(args.operands[0], new Set(held.map(({ name }) => name))),
      scopesGiven(args.text('scopes') ?? 'read'),
    )
    const value = [...held, key].map(writeKey).join(',')
    if (args.flag('json')) {
      output.json({ name: key.name, scopes: key.scopes, key: secret, setting: { [SETTING]: value } })
      return EXIT.ok
    }
    output.data(`${secret}\n${SETTING}=${value}`)
    output.note(
      say({
        en: 'The first line is for the client and is kept nowhere; the second is for the service, which holds the hash alone.',
        zh: '第一行交给客户端，不会保存在任何地方；第二行设给服务端，其中只有哈希值。',
      }),
    )
    return EXIT.ok
  },
}

/** @returns the name given, or the first free one */
function nameOf(given: string | undefined, taken: ReadonlySet<string>): string {
  if (given === undefined) {
    let n = 1
    while (taken.has(`key${n}`)) n++
    return `key${n}`
  }
  if (!KEY_NAME.test(given)) {
    throw new AppError('bad-input', `A name is up to 64 of A-Z a-z 0-9 . _ -, got ${JSON.stringify(given)}.`)
  }
  if (!taken.has(given)) return given
  throw new AppError('bad-input', `There is a key named ${given} already.`, {
    hint: `Take another name, or take its entry out of ${SETTING} first.`,
  })
}

function scopesGiven(list: string): readonly Scope[] {
  const scopes = scopesOf(list)
  if (scopes !== undefined) return scopes
  throw new AppError('bad-input', `--scopes wants ${SCOPES.join(', ')} joined by +, got ${list}.`)
}
