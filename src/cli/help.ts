// What can be typed? The help of the program and of each command.
import type { Command, OptionSpec } from './command.ts'
import { EXIT_MEANINGS } from './exit-codes.ts'
import type { Language, Words } from './language.ts'
import { displayWidth } from './view/wrapped-text.ts'

const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  json: { kind: 'flag', help: { en: 'the result as JSON', zh: '以 JSON 输出结果' } },
  help: { kind: 'flag', help: { en: 'this page', zh: '显示本页' } },
}

const TITLE: Words = {
  en: 'wenbao: ask a folder of Chinese reports a question; get an answer that cites its passages',
  zh: 'wenbao 问报：向一个文件夹的中文报告提问，得到附有引文的回答',
}
const HEADINGS = {
  usage: { en: 'Usage', zh: '用法' },
  commands: { en: 'Commands', zh: '命令' },
  options: { en: 'Options', zh: '选项' },
  examples: { en: 'Examples', zh: '示例' },
  exitCodes: { en: 'Exit codes', zh: '退出码' },
} as const satisfies Record<string, Words>

const MORE: Words = {
  en: 'More about one: wenbao COMMAND --help. Settings are environment variables WENBAO_*; README lists them.',
  zh: '某个命令的说明：wenbao 命令 --help。设置用环境变量 WENBAO_*，见 README。',
}

export function programHelp(commands: readonly Command[], language: Language): string {
  const rows = commands.map((command) => [usageOf(command), command.summary[language]] as const)
  const exits = EXIT_MEANINGS.map(([code, meaning]) => [String(code), meaning[language]] as const)
  return [
    TITLE[language],
    section(HEADINGS.commands[language], rows),
    section(HEADINGS.exitCodes[language], exits),
    MORE[language],
  ].join('\n\n')
}

export function commandHelp(command: Command, language: Language): string {
  const options = Object.entries({ ...command.options, ...COMMON_OPTIONS }).map(
    ([name, spec]) => [`--${name}${spec.value ? ` ${spec.value}` : ''}`, spec.help[language]] as const,
  )
  return [
    command.summary[language],
    `${HEADINGS.usage[language]}: wenbao ${usageOf(command)} [--…]`,
    section(HEADINGS.options[language], options),
    section(
      HEADINGS.examples[language],
      command.examples.map((example) => [example, ''] as const),
    ),
  ].join('\n\n')
}

function usageOf(command: Command): string {
  return `${command.name} ${command.operands}`.trim()
}

function section(heading: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => displayWidth(left)))
  const lines = rows.map(([left, right]) =>
    `  ${left}${' '.repeat(width - displayWidth(left))}  ${right}`.trimEnd(),
  )
  return [heading, ...lines].join('\n')
}
