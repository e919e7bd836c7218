// `wenbao doctor`: what is wrong, and how to mend it.
import { type Command, INDEX_OPTION } from '../command.ts'
import type { CheckResult } from '../doctor/check.ts'
import { checkHnsw, checkIndex, checkModel } from '../doctor/holdings.ts'
import { checkCorpus, checkDisk, checkLocale, checkNode, checkPort } from '../doctor/machine.ts'
import { checkAccess, checkChat, checkLock, checkMemory } from '../doctor/service.ts'
import { EXIT } from '../exit-codes.ts'

const MARKS: Readonly<Record<CheckResult['status'], string>> = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' }

export const doctorCommand: Command = {
  name: 'doctor',
  operands: '',
  mostOperands: 0,
  summary: { en: 'what is wrong and how to mend it', zh: '检查问题并给出解决办法' },
  options: { index: INDEX_OPTION },
  examples: ['wenbao doctor', 'wenbao doctor --json'],
  async run({ args, output, say, env, config: readConfig }) {
    const config = readConfig({ WENBAO_INDEX: args.text('index') })
    const { fingerprint, ...model } = await checkModel(config)
    const findings: CheckResult[] = [
      checkNode(process.versions.node),
      checkLocale(env),
      checkMemory(),
      await checkDisk(config.indexFolder),
      await checkCorpus(config.corpusFolder),
      model,
      await checkHnsw(),
      ...(await checkIndex(config, fingerprint)),
      checkLock(config.indexFolder),
      ...(await checkChat(config)),
      checkAccess(config),
      await checkPort(config.host, config.port),
    ]
    const isSound = findings.every((finding) => finding.status !== 'fail')
    if (args.flag('json')) {
      output.json({ ok: isSound, checks: findings })
    } else {
      for (const { name, status, message, mend } of findings) {
        output.data(`${MARKS[status]}  ${name.padEnd(8)}  ${message}`)
        if (mend !== undefined) output.data(`                → ${mend}`)
      }
      if (isSound) output.data(say({ en: '\nNothing stands in the way.', zh: '\n一切就绪。' }))
    }
    return isSound ? EXIT.ok : EXIT.failed
  },
}
